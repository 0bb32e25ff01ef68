//! From a plan that has run to the one that puts back what was there.

use super::import::secrets::{Secrets, Typed, fill};
use super::prepare::Opener;
use crate::api::{Loaded, jira};
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::pages::jira::list_as_left;
use crate::plan;
use crate::route::navigation;
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::session;
use crate::store::{Inventory, inventory};
use crate::ui::{BusyButton, ButtonTone, Empty, PageTitle};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::Integration;
use patchbay_model::gij::file::{Import, SecretGroup, anew};
use patchbay_model::gij::plan::{Planned, Work, reverse};
use patchbay_model::plan::{Ending, State};
use std::collections::HashMap;
use std::sync::Arc;

/// Reads what Jira has now, then opens the plan that goes back.
#[component]
pub fn Reverse() -> impl IntoView {
    let (session, inventory, opener) = (session(), inventory(), Opener::here());
    inventory.load_projects();
    let there = plan::look(|plan| plan.session == session && !plan.is_kept && !plan.is_going());
    let title = sentences::PLAN_THE_REVERSE;
    if there != Some(true) {
        return view! {
            <div class="head">
                <PageTitle title />
            </div>
            <Empty title=sentences::NO_PLAN_IS_OPEN text="Only a plan that has run since this page was loaded can be reversed.">
                <a class="btn" href=list_as_left(navigation(), session).to_string()>
                    {sentences::GO_TO_THE_LIST}
                </a>
            </Empty>
        }
        .into_any();
    }
    let read = Loaded::<Arc<Vec<Integration>>>::new();
    read.load(move || async move { Ok(Arc::new(jira::list(session.server).await?.read)) });
    let back = Memo::new(move |_| read.get().map(|now| Back::of(&now, inventory)));
    effect(move || {
        if let Some(Back { steps, anew, title }) = back.get().filter(|back| back.anew.groups().is_empty()) {
            opener.open(title, anew.planned(steps), Vec::new());
        }
    });
    let body = move || match back.get() {
        None => awaited(read, 8),
        Some(back) if back.anew.groups().is_empty() => ().into_any(),
        Some(back) => view! { <Ask back opener inventory /> }.into_any(),
    };
    view! {
        <div class="head">
            <PageTitle title has_error=Signal::derive(move || read.error().is_some()) />
        </div>
        {body}
    }
    .into_any()
}

/// The way back of the plan that is open.
#[derive(Clone, PartialEq)]
struct Back {
    /// The last step first; without what is added anew.
    steps: Vec<Planned>,
    /// What was removed, as a file would have it.
    anew: Anew,
    title: String,
}

/// What is added anew.
#[derive(Clone)]
struct Anew(Arc<Import>);

impl PartialEq for Anew {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Anew {
    fn groups(&self) -> &[SecretGroup] {
        &self.0.groups
    }

    /// Those that are added, then the others.
    fn planned(self, others: Vec<Planned>) -> Vec<Planned> {
        Arc::unwrap_or_clone(self.0).planned(None).into_iter().chain(others).collect()
    }
}

impl Back {
    fn of(now: &[Integration], inventory: Inventory) -> Self {
        let projects = untrack(|| inventory.known_projects());
        let project = |id| Project::key_of(&projects, id);
        let (steps, removed, title) = plan::look(|plan| {
            let (steps, removed) = way_back(plan, now, &project);
            (steps, removed, format!("Reverse: {}", plan.title))
        })
        .unwrap_or_default();
        Self { steps, anew: Anew(Arc::new(anew(&removed, &projects))), title }
    }
}

/// Asks for the secrets of what was removed: Jira has forgotten them.
#[component]
fn Ask(back: Back, opener: Opener, inventory: Inventory) -> impl IntoView {
    let typed: Vec<Typed> = back.anew.groups().iter().map(|_| Typed::new()).collect();
    let groups = back.anew.groups().to_vec();
    let secrets = view! { <Secrets title="Credentials of what was removed" groups typed=typed.clone() /> };
    let back = StoredValue::new(back);
    let show = Callback::new(move |()| {
        // The way to the plan leaves this page: what was typed goes along, and stays nowhere else.
        let Some(Back { steps, mut anew, title }) = back.try_get_value() else { return };
        let projects = untrack(|| inventory.known_projects());
        let typed: Vec<_> = typed.iter().copied().map(Typed::take).collect();
        spawn(async move {
            fill(Arc::make_mut(&mut anew.0), &typed, &projects).await;
            if opener.is_here() {
                opener.open(title, anew.planned(steps), Vec::new());
            }
        });
    });
    view! {
        <section class="panel section">
            {secrets}
            <p class="actions">
                <BusyButton label=sentences::SHOW_THE_PLAN tone=ButtonTone::Primary on_click=show />
            </p>
        </section>
    }
}

/// The steps that put back what the plan did, the last one first, and those that have to be added anew.
fn way_back(
    plan: &plan::OpenPlan,
    now: &[Integration],
    project: &dyn Fn(u64) -> String,
) -> (Vec<Planned>, Vec<Integration>) {
    let by_id: HashMap<u64, &Integration> = now.iter().map(|one| (one.id, one)).collect();
    let (mut steps, mut removed) = (Vec::new(), Vec::new());
    for (at, planned) in plan.planned.iter().enumerate().rev() {
        if !matches!(plan.run.state(at), Some(State::Ended(Ending::Done | Ending::Remarked))) {
            continue;
        }
        let Some(planned) = planned.jira() else { continue };
        let id = planned.opened.as_ref().map(|opened| opened.id).or_else(|| plan.made.get(&at).copied());
        let now = id.and_then(|id| by_id.get(&id)).map(|now| (*now).clone());
        match (&planned.work, &planned.opened, &now) {
            (Some(Work::Remove { .. }), Some(opened), None) => removed.push(opened.clone()),
            _ => steps.extend(reverse(planned, now, project)),
        }
    }
    (steps, removed)
}

//! From a plan that has run to the one that puts back what was there.

use super::prepare::Opener;
use crate::api::{Loaded, jira};
use crate::browser::effect::effect;
use crate::plan;
use crate::route::JiraPage;
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::session;
use crate::store::inventory;
use crate::ui::{Empty, PageTitle};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::Integration;
use patchbay_model::gij::plan::{Planned, reverse};
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
                <a class="btn" href=session.link(JiraPage::list())>
                    {sentences::GO_TO_THE_LIST}
                </a>
            </Empty>
        }
        .into_any();
    }
    let read = Loaded::<Arc<Vec<Integration>>>::new();
    read.load(move || async move { Ok(Arc::new(jira::list(session.server).await?.read)) });
    effect(move || {
        let Some(now) = read.get() else { return };
        let projects = untrack(|| inventory.known_projects());
        let project = |id| Project::key_of(&projects, id);
        let planned = plan::look(|plan| way_back(plan, &now, &project)).unwrap_or_default();
        let title = plan::look(|plan| format!("Reverse: {}", plan.title)).unwrap_or_default();
        opener.open(title, planned, Vec::new());
    });
    view! {
        <div class="head">
            <PageTitle title has_error=Signal::derive(move || read.error().is_some()) />
        </div>
        {move || read.get().is_none().then(|| awaited(read, 8))}
    }
    .into_any()
}

/// The steps that put back what the plan did, the last one first.
fn way_back(plan: &plan::OpenPlan, now: &[Integration], project: &dyn Fn(u64) -> String) -> Vec<Planned> {
    let by_id: HashMap<u64, &Integration> = now.iter().map(|one| (one.id, one)).collect();
    let is_done =
        |at: &usize| matches!(plan.run.state(*at), Some(State::Ended(Ending::Done | Ending::Remarked)));
    let back = |at: usize| {
        let planned = plan.planned.get(at)?;
        let id = planned.opened.as_ref().map(|opened| opened.id).or_else(|| plan.made.get(&at).copied());
        let now = id.and_then(|id| by_id.get(&id)).map(|now| (*now).clone());
        reverse(planned, now, project)
    };
    (0..plan.planned.len()).rev().filter(is_done).filter_map(back).collect()
}

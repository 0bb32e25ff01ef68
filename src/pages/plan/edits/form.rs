//! The pages: any settings, or only the projects.

use super::adder::Adder;
use super::block::Block;
use super::outlook::OutlookView;
use super::state::{Edited, Edits, Preparing};
use crate::browser::leaving;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::edit::LeavingDialog;
use crate::form::try_expression;
use crate::pages::jira::projects_failed::{about_projects, projects_failed};
use crate::pages::plan::prepare::{Chosen, Opener, title_of, with_chosen};
use crate::plan::Planned;
use crate::route::{Guard, navigation};
use crate::sentences;
use crate::store::{Inventory, inventory};
use crate::ui::{BusyButton, ButtonTone};
use leptos::prelude::*;
use patchbay_model::gij::plan::apply::apply_all_in_slices;
use patchbay_model::gij::plan::edits::{PROJECTS, fields_of};
use patchbay_model::gij::schema;
use patchbay_model::plan::edits::Edit;
use patchbay_model::plan::inputs;
use patchbay_model::{Field, Mode, Project, Vendor};
use std::sync::Arc;

/// Changing any settings that all chosen integrations have.
#[component]
pub fn PrepareChange() -> impl IntoView {
    with_chosen(sentences::CHANGE_SETTINGS, |chosen| {
        view! { <EditsForm chosen verb="Change settings of" projects=false /> }.into_any()
    })
}

/// Associating the chosen integrations with projects.
#[component]
pub fn PrepareProjects() -> impl IntoView {
    with_chosen(sentences::ASSOCIATE_WITH_PROJECTS, |chosen| {
        view! { <EditsForm chosen verb="Change the projects of" projects=true /> }.into_any()
    })
}

/// The chosen integrations, as they are edited.
fn edited(chosen: Chosen, inventory: Inventory) -> Edited {
    let start = {
        let chosen = chosen.clone();
        move |field: &Field| inputs::start(field, chosen.iter().map(|one| &*one.settings))
    };
    let fields = fields_of(&chosen.iter().collect::<Vec<_>>());
    let first = chosen.iter().next();
    let warnings = first.map(|one| schema(&one.kind, Mode::Edit, &one.settings).warnings).unwrap_or_default();
    let count = chosen.len();
    let plan = move |edits: Vec<Edit>| -> Preparing {
        let (chosen, projects) = (chosen.clone(), untrack(|| inventory.known_projects()));
        Box::pin(async move {
            let project = |id| Project::key_of(&projects, id);
            let mut slices = Slices::new();
            let planned =
                apply_all_in_slices(&chosen, &edits, &project, &mut async || slices.rest().await).await;
            planned.into_iter().map(Planned::Jira).collect()
        })
    };
    Edited {
        vendor: Vendor::Jira,
        count,
        fields,
        start: Arc::new(start),
        warnings,
        plan: Arc::new(plan),
        beside: Signal::stored(false),
    }
}

#[component]
fn EditsForm(
    chosen: Chosen,
    /// How the title of the plan begins.
    verb: &'static str,
    /// Whether it is only about the projects.
    projects: bool,
) -> impl IntoView {
    let (opener, inventory) = (Opener::here(), inventory());
    let count = chosen.len();
    let edits = Edits::new(edited(chosen, inventory), |form| {
        let projects = Signal::derive(move || inventory.known_projects());
        form.with_projects(projects, about_projects(inventory)).with_trials(try_expression)
    });
    if projects && let Some(at) = edits.place(PROJECTS) {
        edits.pick(at);
    }
    let (problem, now) = (edits.problem(), edits.edits());
    // The form keeps what was entered for a setting that is put back.
    let is_begun = memo(move || match projects {
        true => edits.form.differing() > 0,
        false => !edits.picked.read().is_empty(),
    });
    let guard = derive(move || if is_begun.get() { Guard::Unsaved } else { Guard::Clear });
    navigation().guard(guard);
    leaving::guard(is_begun.into());
    let disabled_because = derive(move || match now.read().is_empty() {
        true => Some("Add a setting to change.".to_owned()),
        false => problem.get(),
    });
    let busy = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || untrack(|| disabled_because.get()).is_some() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let planned = edits.plan(&now.get_untracked()).await;
            // Else the page was left meanwhile.
            if busy.try_set(false).is_none() {
                opener.open_all(title_of(verb, count), planned, Vec::new());
            }
        });
    };
    let shared = edits.shared();
    let about = match projects {
        true => format!("{} chosen.", count_of(count, "integration is", "integrations are")),
        false => format!(
            "{} chosen. {} in common; settings that only some of them have are not offered.",
            count_of(count, "integration is", "integrations are"),
            count_of(shared, "setting is", "settings are"),
        ),
    };
    let blocks = (0..shared).map(|at| view! { <Block edits at removable=!projects /> }).collect_view();
    view! {
        <p class="sub">{about}</p>
        {projects_failed(inventory)}
        <form class="panel edits" novalidate on:submit=submit>
            {blocks}
            {(!projects).then(|| view! { <Adder edits /> })}
            <OutlookView edits problem />
            <div class="foot">
                <BusyButton
                    label=sentences::SHOW_THE_PLAN.to_owned()
                    busy
                    busy_label="Preparing the plan…"
                    tone=ButtonTone::Primary
                    disabled_because
                    submit=true
                />
                <span class="sub">"Nothing is sent before you have seen the plan."</span>
            </div>
        </form>
        <LeavingDialog />
    }
}

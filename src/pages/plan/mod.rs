//! Plans: what is done with many integrations at once is prepared, shown, run and reported here.

mod actions;
mod credentials;
mod details;
mod downloads;
mod edits;
mod export;
mod head;
mod import;
mod notices;
mod page;
mod prepare;
mod reverse;
mod shown;
mod table;

use crate::browser::reactive::memo;
use crate::plan::{self, OpenPlan};
use crate::route::{JiraPage, JiraRoute, PlanPage, Route};
use crate::sentences;
use crate::session::session;
use crate::ui::{Empty, PageTitle};
use credentials::PrepareCredentials;
use edits::{PrepareChange, PrepareProjects};
use export::ExportPage;
use import::ImportPage;
use leptos::prelude::*;
use page::PlanView;
use prepare::{Prepare, PrepareRemoval};
use reverse::Reverse;

/// Draws a page about a plan.
pub fn draw(route: Route) -> AnyView {
    let Route::Jira(JiraRoute { page: JiraPage::Plan(page), .. }) = route else { return ().into_any() };
    let is_going = memo(|| plan::follow(|plan| plan.is_some_and(OpenPlan::is_going)));
    // Another plan would take the place of the one that runs, and what was not sent yet would be lost.
    (move || if page != PlanPage::Open && is_going.get() { running() } else { draw_page(page) }).into_any()
}

/// That a plan has not ended, and the way to it: it may be one of another Jira.
fn running() -> AnyView {
    let session = plan::look(|plan| plan.session).unwrap_or_else(session);
    view! {
        <div class="head">
            <PageTitle title=sentences::A_PLAN_HAS_NOT_ENDED />
        </div>
        <Empty
            title="Some of its steps are still to be sent"
            text="Wait until it has ended, or stop it. Then prepare the next one."
        >
            <a class="btn primary" href=session.link(JiraPage::Plan(PlanPage::Open))>
                "Go to the plan"
            </a>
        </Empty>
    }
    .into_any()
}

fn draw_page(page: PlanPage) -> AnyView {
    match page {
        PlanPage::Open => view! { <PlanView /> }.into_any(),
        PlanPage::Enable => view! { <Prepare on=true /> }.into_any(),
        PlanPage::Disable => view! { <Prepare on=false /> }.into_any(),
        PlanPage::Remove => view! { <PrepareRemoval /> }.into_any(),
        PlanPage::Reverse => view! { <Reverse /> }.into_any(),
        PlanPage::Change => view! { <PrepareChange /> }.into_any(),
        PlanPage::Projects => view! { <PrepareProjects /> }.into_any(),
        PlanPage::Credentials => view! { <PrepareCredentials /> }.into_any(),
        PlanPage::Export => view! { <ExportPage /> }.into_any(),
        PlanPage::Import => view! { <ImportPage /> }.into_any(),
    }
}

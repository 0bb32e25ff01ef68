//! Plans: what is done with many integrations at once is prepared, shown, run and reported here.

mod actions;
mod credentials;
mod details;
mod downloads;
pub mod edits;
mod export;
mod head;
pub mod import;
mod notices;
pub mod page;
mod prepare;
mod reverse;
mod shown;
mod table;

use crate::browser::reactive::memo;
use crate::pages::jira::list_as_left;
use crate::plan::jira::JiraCarrier;
use crate::plan::{self, OpenPlan};
use crate::route::{JiraPage, JiraRoute, PlanPage, Route, navigation};
use crate::sentences;
use crate::session::{Session, session, sessions, unlisted};
use crate::store::inventory;
use crate::ui::{Empty, PageTitle};
use credentials::PrepareCredentials;
use edits::{PrepareChange, PrepareProjects};
use export::ExportPage;
use import::ImportPage;
use leptos::prelude::*;
use page::plan_view;
use patchbay_model::Vendor;
use prepare::{Prepare, PrepareRemoval};
use reverse::Reverse;

/// Draws a page about a plan.
pub fn draw(route: Route) -> AnyView {
    let Route::Jira(JiraRoute { page: JiraPage::Plan(page), server }) = route else { return ().into_any() };
    let sessions = sessions();
    if sessions.jira_at(&server).is_none() {
        let first = sessions.jira.iter().map(|session| (session.server, session.route(JiraPage::list())));
        return unlisted(sentences::PLANS, Vendor::Jira, &server, first.collect());
    }
    let is_going = memo(|| plan::follow(|plan| plan.is_some_and(OpenPlan::is_going)));
    // Another plan would take the place of the one that runs, and what was not sent yet would be lost.
    (move || if page != PlanPage::Open && is_going.get() { running() } else { draw_page(page) }).into_any()
}

/// The plan of this Jira.
fn plan_of_jira() -> AnyView {
    let (session, inventory) = (session(), inventory());
    inventory.load_projects();
    let empty = |session: Session| {
        view! {
            <Empty
                title=sentences::NO_PLAN_IS_OPEN
                text="A plan changes many integrations at once, and shows each change before it is sent. Choose integrations in the list, then what is to be done with them."
            >
                <a class="btn primary" href=list_as_left(navigation(), session).to_string()>
                    {sentences::GO_TO_THE_LIST}
                </a>
            </Empty>
        }
        .into_any()
    };
    plan_view(session, JiraCarrier::of(session, inventory, navigation()), empty)
}

/// That a plan has not ended, and the way to it: it may be one of another server.
pub fn running() -> AnyView {
    let page = plan::look(|plan| plan.carrier.plan_page().to_string()).unwrap_or_default();
    view! {
        <div class="head">
            <PageTitle title=sentences::A_PLAN_HAS_NOT_ENDED />
        </div>
        <Empty
            title="Some of its steps are still to be sent"
            text="Wait until it has ended, or stop it. Then prepare the next one."
        >
            <a class="btn primary" href=page>
                "Go to the plan"
            </a>
        </Empty>
    }
    .into_any()
}

fn draw_page(page: PlanPage) -> AnyView {
    match page {
        PlanPage::Open => plan_of_jira(),
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

//! Plans: what is done with many integrations at once is prepared, shown, run and reported here.

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

use crate::route::{JiraPage, JiraRoute, PlanPage, Route};
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

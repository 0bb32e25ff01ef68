//! Plans: what is done with many integrations at once is prepared, shown, run and reported here.

mod details;
mod export;
mod head;
mod import;
mod notices;
mod page;
mod prepare;
mod shown;
mod table;

use crate::route::{JiraPage, JiraRoute, PlanPage, Route};
use export::ExportPage;
use import::ImportPage;
use leptos::prelude::*;
use page::PlanView;
use prepare::{Prepare, PrepareRemoval};

/// Draws a page about a plan.
pub fn draw(route: Route) -> AnyView {
    let Route::Jira(JiraRoute { page: JiraPage::Plan(page), .. }) = route else { return ().into_any() };
    match page {
        PlanPage::Open => view! { <PlanView /> }.into_any(),
        PlanPage::Enable => view! { <Prepare on=true /> }.into_any(),
        PlanPage::Disable => view! { <Prepare on=false /> }.into_any(),
        PlanPage::Remove => view! { <PrepareRemoval /> }.into_any(),
        PlanPage::Export => view! { <ExportPage /> }.into_any(),
        PlanPage::Import => view! { <ImportPage /> }.into_any(),
        PlanPage::Change | PlanPage::Projects | PlanPage::Credentials => view! { <PlanView /> }.into_any(),
    }
}

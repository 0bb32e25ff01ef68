//! Jira's projects, which forms offer, could not be read.

use crate::session::ErrorNotice;
use crate::store::Inventory;
use leptos::prelude::*;

/// The notice, while they are not read; the form works without them.
pub fn projects_failed(inventory: Inventory) -> impl IntoView {
    move || {
        inventory.projects.error().map(|error| {
            let on_retry = Callback::new(move |()| inventory.load_projects());
            view! { <ErrorNotice error doing="Reading Jira’s projects failed" on_retry /> }
        })
    }
}

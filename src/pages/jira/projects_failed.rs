//! Jira's projects, which forms offer, could not be read.

use crate::session::TroubleNotice;
use crate::store::Inventory;
use leptos::prelude::*;

/// Says so for as long as it is so; the form works all the same.
pub fn projects_failed(inventory: Inventory) -> impl IntoView {
    move || {
        inventory.projects.error().map(|error| {
            let on_retry = Callback::new(move |()| inventory.load_projects());
            view! { <TroubleNotice error doing="Reading Jira’s projects failed" on_retry /> }
        })
    }
}

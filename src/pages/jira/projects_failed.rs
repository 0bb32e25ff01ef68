//! Jira's projects, which forms offer, could not be read.

use crate::browser::numbers::count_of;
use crate::browser::reactive::derive;
use crate::session::ErrorNotice;
use crate::store::Inventory;
use leptos::prelude::*;

/// The notice, while they are not read; the form works without them.
pub fn projects_failed(inventory: Inventory) -> impl IntoView {
    move || {
        inventory.projects.error().map(|error| {
            let on_retry = Callback::new(move |()| inventory.load_projects());
            view! { <ErrorNotice error doing="Reading Jira’s projects failed" on_retry again=inventory.projects.again() /> }
        })
    }
}

/// What the picker says about the projects; nothing when they are as they should be.
pub fn about_projects(inventory: Inventory) -> Signal<String> {
    derive(move || {
        if inventory.projects.error().is_some() {
            return "Jira’s projects could not be read, so you cannot choose any. The notice above the form says why."
                .to_owned();
        }
        let Some(projects) = inventory.projects.get() else {
            return "Reading Jira’s projects…".to_owned();
        };
        let odd = inventory.odd().projects.len();
        match (odd, projects.is_empty()) {
            (0, false) => String::new(),
            (0, true) => "Jira lists no projects. There are none, or your account cannot see any. Ask an administrator for the Browse Projects permission.".to_owned(),
            (odd, _) => format!(
                "{} of Jira’s list of projects could not be read and cannot be chosen.",
                count_of(odd, "entry", "entries")
            ),
        }
    })
}

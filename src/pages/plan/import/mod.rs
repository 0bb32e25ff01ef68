//! A file of integrations, compared with Jira, on the way to a plan.

mod choose;
mod compared;
pub mod secrets;

use crate::api::{Loaded, jira};
use crate::browser::reactive::memo;
use crate::pages::jira::projects_failed::projects_failed;
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::session;
use crate::store::{Inventory, inventory};
use crate::ui::PageTitle;
use choose::Choose;
use compared::Compared;
use leptos::prelude::*;
use patchbay_model::gij::Integration;
use patchbay_model::gij::file::{Fault, Import, Now, import};
use std::sync::Arc;

/// A file that was chosen, dropped or pasted.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// Its name; what to call a text without one.
    pub name: String,
    /// All of it. It may have secrets in it.
    pub text: String,
}

/// What Jira has, and how many could not be read.
#[derive(Clone)]
struct Read {
    integrations: Arc<Vec<Integration>>,
    odd: usize,
}

/// From a file to a plan.
#[component]
pub fn ImportPage() -> impl IntoView {
    let (session, inventory) = (session(), inventory());
    inventory.load_projects();
    let read = Loaded::<Read>::new();
    read.load(move || async move {
        let listed = jira::list(session.server).await?;
        Ok(Read { integrations: Arc::new(listed.read), odd: listed.odd.len() })
    });
    let text = RwSignal::new(None::<Arc<Text>>);
    let is_there = memo(move || projects_are_there(inventory) && read.is_read());
    let body = move || {
        let Some(text) = text.get() else { return ().into_any() };
        if !is_there.get() {
            return awaited(read, 8);
        }
        let Some(now) = read.get_untracked() else { return ().into_any() };
        match compare(&text.text, &now, &session.server.url(""), inventory) {
            Ok(import) => view! { <Compared name=text.name.clone() import odd=now.odd /> }.into_any(),
            Err(faults) => choose::cannot_be_used(&text.name, &faults),
        }
    };
    view! {
        <div class="head">
            <PageTitle title=sentences::IMPORT_INTEGRATIONS has_error=Signal::derive(move || read.error().is_some()) />
        </div>
        {projects_failed(inventory)}
        <Choose text />
        {body}
    }
}

/// Without them keys of projects mean nothing; where they cannot be read, numbers still do.
fn projects_are_there(inventory: Inventory) -> bool {
    inventory.projects.is_read() || inventory.projects.error().is_some()
}

fn compare(text: &str, now: &Read, jira: &str, inventory: Inventory) -> Result<Import, Vec<Fault>> {
    let projects = untrack(|| inventory.known_projects());
    import(text, &Now { jira, integrations: &now.integrations, projects: &projects })
}

//! A file of integrations, compared with Jira, on the way to a plan.

pub mod choose;
mod compared;
pub mod secrets;

use crate::api::{Loaded, jira};
use crate::browser::effect::effect;
use crate::browser::numbers::count;
use crate::browser::reactive::memo;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use crate::pages::jira::projects_failed::projects_failed;
use crate::pages::jira::rights::rights;
use crate::sentences;
use crate::session::awaited::awaited;
use crate::session::session;
use crate::store::{Inventory, inventory};
use crate::ui::PageTitle;
use choose::Choose;
use compared::Compared;
use leptos::prelude::*;
use patchbay_model::gij::Integration;
use patchbay_model::gij::file::{Fault, Import, Now, import_in_slices};
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
    let comparison = RwSignal::new(None::<Comparison>);
    let import = StoredValue::new(None::<Import>);
    let done = RwSignal::new(0_usize);
    effect(move || {
        let (Some(text_now), true) = (text.get(), is_there.get()) else { return };
        let Some(now) = read.get_untracked() else { return };
        done.set(0);
        comparison.set(Some(Comparison::UnderWay));
        spawn(async move {
            let compared = compare(&text_now.text, &now, &session.server.url(""), inventory, done).await;
            // Another may have been chosen meanwhile, or the page left.
            let is_last =
                text.try_get_untracked().flatten().is_some_and(|last| Arc::ptr_eq(&last, &text_now));
            if is_last {
                comparison.set(Some(match compared {
                    Ok(compared) => {
                        import.set_value(Some(compared));
                        Comparison::Done
                    }
                    Err(faults) => Comparison::Failed(faults),
                }));
            }
        });
    });
    let body = move || {
        let Some(text) = text.get() else { return ().into_any() };
        if !is_there.get() {
            return awaited(read, 8);
        }
        let odd = read.get_untracked().map_or(0, |now| now.odd);
        match comparison.get() {
            None | Some(Comparison::UnderWay) => under_way(done).into_any(),
            Some(Comparison::Failed(faults)) => choose::cannot_be_used(&text.name, &faults),
            Some(Comparison::Done) => match import.try_update_value(Option::take).flatten() {
                Some(import) => view! { <Compared name=text.name.clone() import odd /> }.into_any(),
                None => ().into_any(),
            },
        }
    };
    view! {
        <div class="head">
            <PageTitle title=sentences::IMPORT_INTEGRATIONS has_error=Signal::derive(move || read.error().is_some()) />
        </div>
        {rights(session)}
        {projects_failed(inventory)}
        <Choose
            text
            accept=".json,.tsv,.txt,.tab"
            hint="JSON that Patchbay exported, or a table with tabs (TSV). You can also drop it here. Nothing is sent: you see what it would change first."
            compare_label=sentences::COMPARE_WITH_JIRA
        />
        {body}
    }
}

/// Without them keys of projects mean nothing; where they cannot be read, numbers still do.
fn projects_are_there(inventory: Inventory) -> bool {
    inventory.projects.is_read() || inventory.projects.error().is_some()
}

async fn compare(
    text: &str,
    now: &Read,
    jira: &str,
    inventory: Inventory,
    done: RwSignal<usize>,
) -> Result<Import, Vec<Fault>> {
    let projects = untrack(|| inventory.known_projects());
    let now = Now { jira, integrations: &now.integrations, projects: &projects };
    let mut slices = Slices::telling(done);
    import_in_slices(text, &now, &mut async || slices.rest().await).await
}

/// Nothing, unless it takes so long that one wonders.
fn under_way(done: RwSignal<usize>) -> impl IntoView {
    view! {
        <p class="sub" aria-busy="true">
            {move || {
                let done = done.get();
                (done > 0).then(|| format!("Comparing the file with Jira… {} steps are done.", count(done)))
            }}
        </p>
    }
}

/// How far a text is compared with what Jira has.
#[derive(Clone)]
enum Comparison {
    UnderWay,
    /// What is wrong with its structure.
    Failed(Vec<Fault>),
    /// What it means waits to be drawn.
    Done,
}

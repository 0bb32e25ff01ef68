//! The repositories that there are, for trying filters on them: read only when somebody asks for them.

use super::state::Leaf;
use crate::browser::announcer::announce;
use crate::browser::effect::effect;
use crate::browser::numbers::{count, count_of};
use crate::browser::reactive::{derive, memo};
use crate::sentences;
use crate::ui::BusyButton;
use leptos::prelude::*;
use std::sync::Arc;

/// How many are taken: each is a line that is tried at every keystroke.
const MOST: usize = 1_000;

/// A repository that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RealRepository {
    /// Its name.
    pub name: String,
    /// Its folder on the server; empty if it is not known.
    pub path: String,
}

/// What is known of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Known {
    /// Nobody has asked yet.
    #[default]
    Unasked,
    /// They are being read.
    Asked,
    /// They could not be read: why, in whole sentences.
    Failed(String),
    /// All of them.
    Read(Arc<Vec<RealRepository>>),
}

/// Where they come from; in the context of a form whose page knows. Copies are the same.
#[derive(Clone, Copy)]
pub struct RealRepositories {
    /// What is known.
    pub known: Signal<Known>,
    /// Reads them.
    pub ask: Callback<()>,
}

/// A button that puts the repositories that there are in the place of the samples; nothing where no page knows them.
#[component]
pub fn UseReal(
    /// What is tried.
    leaf: Leaf,
    /// What they replace.
    samples: RwSignal<String>,
    /// Writes them as the samples are written.
    #[prop(into)]
    write: Callback<Vec<RealRepository>, String>,
    /// What is said besides.
    note: &'static str,
    /// Whether they stand there now.
    #[prop(optional)]
    is_real: Option<RwSignal<bool>>,
) -> impl IntoView {
    let real = use_context::<RealRepositories>();
    let is_entered = memo(move || !leaf.entry.read().text().is_empty());
    real.map(|RealRepositories { known, ask }| {
        // What was put there: as long as it stands there, it is said what it is.
        let put = RwSignal::new(None::<String>);
        let wanted = RwSignal::new(false);
        effect(move || {
            if let (true, Known::Read(all)) = (wanted.get(), known.get()) {
                wanted.set(false);
                announce(about(all.len(), note));
                let text = write.run(all.iter().take(MOST).cloned().collect());
                put.set(Some(text.clone()));
                samples.set(text);
            }
        });
        let stands = memo(move || put.read().as_ref() == Some(&*samples.read()));
        effect(move || {
            if let Some(is_real) = is_real {
                is_real.set(stands.get());
            }
        });
        let act = Callback::new(move |()| {
            wanted.set(true);
            if !matches!(known.get_untracked(), Known::Read(_)) {
                ask.run(());
            }
        });
        let busy = derive(move || wanted.get() && known.get() == Known::Asked);
        let said = move || match known.get() {
            Known::Failed(why) if wanted.get() => {
                view! { <span class="err" role="alert">{format!("The repositories could not be read. {why}")}</span> }
                    .into_any()
            }
            Known::Read(all) if stands.get() => {
                view! { <span class="hint">{about(all.len(), note)}</span> }.into_any()
            }
            Known::Unasked | Known::Asked | Known::Failed(_) | Known::Read(_) => ().into_any(),
        };
        let button = move || {
            is_entered.get().then(|| {
                view! {
                    <p class="actions">
                        <BusyButton
                            label=sentences::TRY_IT_ON_THE_REPOSITORIES
                            busy_label="Reading repositories…"
                            busy
                            on_click=act
                        />
                    </p>
                    <div>{said}</div>
                }
            })
        };
        view! { {button} }
    })
}

/// What the names are, and what is not among them.
fn about(count_of_all: usize, note: &str) -> String {
    let all_of = count_of(count_of_all, "repository", "repositories");
    let part = match count_of_all > MOST {
        true => format!(" The first {} are tried.", count(MOST)),
        false => String::new(),
    };
    format!(
        "Jira lists {all_of} of this integration.{part} {} {note}",
        sentences::WHAT_IS_DROPPED_IS_NOT_LISTED
    )
}

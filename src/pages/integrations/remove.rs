//! Removing an integration: says what goes, and asks for its name.

use super::words::count_of;
use crate::api::{Error, gij};
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::console::console;
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{click, derive, memo, typed};
use crate::route::Route;
use crate::ui::{BusyButton, ButtonTone, Dialog, Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::Integration;

/// Which integration somebody wants to remove; copies are the same.
#[derive(Clone, Copy)]
pub struct Removal {
    id: RwSignal<Option<u64>>,
    open: RwSignal<bool>,
}

impl Removal {
    /// None yet.
    pub fn new() -> Self {
        Self { id: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Opens the dialog for this integration.
    pub fn ask(self, id: u64) {
        self.id.set(Some(id));
        self.open.set(true);
    }
}

/// Stands on a page once.
#[component]
pub fn RemoveDialog(removal: Removal) -> impl IntoView {
    let console = console();
    let Removal { id, open } = removal;
    let integration =
        memo(move || id.get().and_then(|id| console.inventory.row(id)).map(|row| (*row.integration).clone()));
    let name = memo(move || integration.read().as_ref().map(Integration::name).unwrap_or_default());
    let answer = RwSignal::new(String::new());
    let delete_files = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<Error>);
    effect(move || {
        if open.get() {
            answer.set(String::new());
            delete_files.set(false);
            error.set(None);
        }
    });
    let remove = Callback::new(move |()| {
        let Some(id) = id.get_untracked() else { return };
        busy.set(true);
        let name = name.get_untracked();
        spawn(async move {
            let result = gij::remove(console.jira, id, delete_files.get_untracked()).await;
            busy.try_set(false);
            match result {
                Ok(()) => {
                    open.try_set(false);
                    toast(Tone::Good, format!("Jira is removing {name}."));
                    console.inventory.removed(id);
                    if !console.navigation.is_on_list() {
                        console.navigation.go_on(Route::list());
                    }
                }
                Err(failed) => {
                    error.try_set(Some(failed));
                }
            }
        });
    });
    let unconfirmed = derive(move || {
        (answer.read().trim() != name.read().trim())
            .then(|| "Type the name exactly as it is written above.".to_owned())
    });
    let actions = move || {
        view! {
            <button type="button" on:click=click(move || open.set(false))>"Cancel"</button>
            <BusyButton
                label="Remove integration"
                busy_label="Removing…"
                busy
                tone=ButtonTone::Danger
                disabled_because=unconfirmed
                on_click=remove
            />
        }
    };
    let title = derive(move || format!("Remove {}?", name.get()));
    view! {
        <Dialog open title tone=Tone::Bad actions>
            {move || integration.get().map(|integration| view! { <Consequences integration delete_files /> })}
            <div class="field">
                <label for="confirm-name">"Type " <b>{move || name.get()}</b> " to confirm"</label>
                <input
                    id="confirm-name"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    autofocus
                    prop:value=move || answer.get()
                    on:input=typed(move |text| answer.set(text))
                />
            </div>
            {move || error.get().map(|error| view! { <TroubleNotice error doing="Removing failed" on_retry=remove /> })}
        </Dialog>
    }
}

/// What goes and what stays.
#[component]
fn Consequences(integration: Integration, delete_files: RwSignal<bool>) -> impl IntoView {
    let projects = match integration.is_global() {
        Some(true) => "all projects".to_owned(),
        _ => count_of(integration.projects().len(), "project", "projects"),
    };
    let files = if integration.kind.is_folder() {
        // The vendor warns that deleteFiles can erase the original repositories of a tracked folder.
        view! { <p>"The repositories in the folder " <code>{integration.origin().to_owned()}</code> " stay where they are."</p> }
            .into_any()
    } else {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || delete_files.get()
                    on:change:target=move |event| delete_files.set(event.target().checked())
                />
                <span>
                    "Also delete Jira’s copies of the repositories"
                    <small>"Frees disk space on the Jira server. The repositories on the host are not touched. Without this the copies stay and can be deleted by hand."</small>
                </span>
            </label>
        }
        .into_any()
    };
    view! {
        <p>
            "Issues of " <b>{projects}</b>
            " no longer show its commits, branches and pull requests. Its settings and stored credentials are lost, and this cannot be undone."
        </p>
        {files}
    }
}

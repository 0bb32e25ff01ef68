//! Removing an integration: says what goes, and asks for its name.

use super::words::count_of;
use crate::api::{Error, gij};
use crate::browser::effect::effect;
use crate::browser::task::spawn;
use crate::console::console;
use crate::navigation::navigation;
use crate::pages::page_title::focus_title;
use crate::pages::trouble::TroubleNotice;
use crate::reactive::{derive, memo};
use crate::route::JiraPage;
use crate::ui::el::{El, button, el, while_true};
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

impl Removal {
    /// Whether the dialog is there, and for this integration.
    fn is_open_for(self, id: u64) -> bool {
        self.open.try_get_untracked() == Some(true) && self.id.try_get_untracked() == Some(Some(id))
    }
}

/// Stands on a page once.
#[component]
pub fn RemoveDialog(removal: Removal) -> impl IntoView {
    let (console, navigation) = (console(), navigation());
    let Removal { id, open } = removal;
    let integration =
        memo(move || id.get().and_then(|id| console.inventory.row(id)).map(|row| (*row.integration).clone()));
    let name = memo(move || integration.read().as_ref().map(Integration::name).unwrap_or_default());
    let answer = RwSignal::new(String::new());
    let delete_files = RwSignal::new(false);
    let under_way = RwSignal::new(None::<u64>);
    let busy = derive(move || under_way.read().is_some() && under_way.get() == id.get());
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
        under_way.set(Some(id));
        let (name, delete_files) = (name.get_untracked(), delete_files.get_untracked());
        spawn(async move {
            let result = gij::remove(console.jira, id, delete_files).await;
            under_way.try_update(|removing| removing.take_if(|removing| *removing == id));
            // Meanwhile the dialog may have been closed, opened for another, or left with its page.
            let is_open = removal.is_open_for(id);
            match result {
                Ok(()) => {
                    toast(Tone::Good, format!("Jira is removing {name}."));
                    console.inventory.removed(id);
                    if is_open {
                        open.set(false);
                        // The row that the dialog was opened from goes away.
                        request_animation_frame(focus_title);
                    }
                    if navigation.is_at(&console.route(JiraPage::Edit(id))) {
                        navigation.go_on(console.route(JiraPage::list()));
                    }
                }
                Err(failed) if is_open => error.set(Some(failed)),
                Err(failed) => toast(Tone::Bad, format!("Removing {name} failed. {failed}")),
            }
        });
    });
    let unconfirmed = derive(move || {
        (answer.read().trim() != name.read().trim())
            .then(|| "Type the name exactly as it is written above.".to_owned())
    });
    // Said only when somebody tried with another name.
    let tried = RwSignal::new(false);
    let wrong = derive(move || tried.get() && unconfirmed.read().is_some());
    effect(move || {
        if open.get() {
            tried.set(false);
        }
    });
    let actions = move || {
        let cancel = button("").text("Cancel").on_click(move || open.set(false));
        let remove = view! {
            <BusyButton
                label="Remove integration"
                busy_label="Removing…"
                busy
                tone=ButtonTone::Danger
                disabled_because=unconfirmed
                on_click=remove
            />
        };
        vec![cancel.into_any(), remove.into_any()]
    };
    let body = move || {
        let consequences = move || match integration.get() {
            Some(integration) => consequences(&integration, delete_files).into_any(),
            None => ().into_any(),
        };
        let trouble = move || match error.get() {
            Some(error) => {
                view! { <TroubleNotice error doing="Removing failed" on_retry=remove /> }.into_any()
            }
            None => ().into_any(),
        };
        let label = el("label")
            .attr("for", CONFIRM)
            .text("Type ")
            .child(el("b").live_text(move || name.get()))
            .text(" to confirm");
        let field = el("input")
            .attr("id", CONFIRM)
            .attr("type", "text")
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("autofocus", "")
            .live_prop("value", move || answer.get().into())
            .live("aria-describedby", move || wrong.get().then(|| CONFIRM_ERROR.into()))
            .live("aria-invalid", move || while_true(wrong.get()))
            .on_input(move |text| answer.set(text))
            .on_key(move |event| {
                if event.key() == "Enter" && !busy.get_untracked() {
                    tried.set(true);
                    if unconfirmed.get_untracked().is_none() {
                        remove.run(());
                    }
                }
            });
        let error = move || {
            el("span")
                .class("err")
                .attr("id", CONFIRM_ERROR)
                .live_text(move || unconfirmed.get().unwrap_or_default())
        };
        vec![
            el("div").live_view(consequences),
            el("div").class("field").child(label).child(field).when(wrong, error),
            el("div").live_view(trouble),
        ]
    };
    let title = derive(move || format!("Remove {}?", name.get()));
    view! { <Dialog open title tone=Tone::Bad actions>{body()}</Dialog> }
}

/// The id of the field for the name.
const CONFIRM: &str = "confirm-name";
const CONFIRM_ERROR: &str = "confirm-name-error";

/// What goes and what stays.
fn consequences(integration: &Integration, delete_files: RwSignal<bool>) -> Vec<El> {
    let projects = match integration.is_global() {
        Some(true) => "all projects".to_owned(),
        Some(false) => count_of(integration.projects().len(), "project", "projects"),
        None => "the projects it is associated with".to_owned(),
    };
    let lost = el("p").text("Issues of ").child(el("b").text(projects)).text(
        " no longer show its commits, branches and pull requests. Its settings and stored credentials are lost, and this cannot be undone.",
    );
    let files = if integration.kind.is_folder() {
        // The vendor warns that deleteFiles can erase the original repositories of a tracked folder.
        let folder = el("code").text(integration.origin().to_owned());
        el("p").text("The repositories in the folder ").child(folder).text(" stay where they are.")
    } else {
        let tick = el("input")
            .attr("type", "checkbox")
            .live_prop("checked", move || delete_files.get().into())
            .on("change", move |_| delete_files.update(|delete| *delete = !*delete));
        let price = el("small").text(
            "Frees disk space on the Jira server. The repositories on the host are not touched. Without this the copies stay and can be deleted by hand.",
        );
        let words = el("span").text("Also delete Jira’s copies of the repositories").child(price);
        el("label").class("check").child(tick).child(words)
    };
    vec![lost, files]
}

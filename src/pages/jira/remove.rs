//! Removing an integration: says what goes, and asks for its name.

use crate::api::jira::JIRA;
use crate::api::{Error, Record, Resource};
use crate::browser::effect::effect;
use crate::browser::numbers::count_of;
use crate::browser::reactive::{derive, memo};
use crate::browser::task::spawn;
use crate::edit::{Ended, Goal, Operation};
use crate::route::{JiraPage, navigation};
use crate::session::{TroubleNotice, session};
use crate::store::inventory;
use crate::store::work::{self, Verb};
use crate::ui::el::{El, button, el, while_true};
use crate::ui::{BusyButton, ButtonTone, Dialog, Tone, focus_title, toast};
use leptos::prelude::*;
use patchbay_model::edit::Verdict;
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

/// What went wrong, and with which title.
#[derive(Clone)]
struct Failure {
    error: Error,
    title: String,
    more: String,
    /// To look again at what came of it; nothing is sent for that.
    operation: Option<Operation>,
}

/// Stands on a page once.
#[component]
pub fn RemoveDialog(removal: Removal) -> impl IntoView {
    let (session, inventory, navigation) = (session(), inventory(), navigation());
    let Removal { id, open } = removal;
    let integration =
        memo(move || id.get().and_then(|id| inventory.row(id)).map(|row| (*row.integration).clone()));
    let name = memo(move || integration.read().as_ref().map(Integration::name).unwrap_or_default());
    let answer = RwSignal::new(String::new());
    let delete_files = RwSignal::new(false);
    let resource = move |id: u64| Resource::Jira { server: session.server, id: Some(id) };
    let busy = derive(move || {
        let verb = id.get().and_then(|id| work::under_way(&resource(id)));
        verb == Some(Verb::Removing)
    });
    let failure = RwSignal::new(None::<Failure>);
    effect(move || {
        if open.get() {
            answer.set(String::new());
            delete_files.set(false);
            failure.set(None);
        }
    });
    let is_confirmed = move || answer.read_untracked().trim() == name.read_untracked().trim();
    let begin = move |id: u64, name: String, operation: Operation| {
        let Some(under_way) = work::begin(operation.resource(), Verb::Removing) else { return };
        failure.set(None);
        spawn(async move {
            let Ended { verdict, now, error, operation } = operation.run().await;
            drop(under_way);
            // Meanwhile the dialog may have been closed, opened for another, or left with its page.
            let is_open = removal.is_open_for(id);
            if verdict == Verdict::Saved {
                match now {
                    Some(Record::Jira(now)) => {
                        inventory.put(now);
                        toast(Tone::Good, format!("Jira is removing {name}."));
                        inventory.is_removing(id, name);
                    }
                    _ => {
                        toast(Tone::Good, format!("{name} was removed."));
                        inventory.take_out(id);
                    }
                }
                if is_open {
                    open.set(false);
                    // The row that the dialog was opened from goes away.
                    request_animation_frame(focus_title);
                }
                if navigation.is_at(&session.route(JiraPage::Edit(id))) {
                    navigation.go_on(session.route(JiraPage::list()));
                }
                return;
            }
            if let Some(Record::Jira(now)) = now {
                inventory.put(now);
            }
            let Some(error) = error else {
                let text = match verdict {
                    Verdict::Conflict => {
                        format!(
                            "{name} was not removed: it has another name now. Confirm the name that it has."
                        )
                    }
                    _ => format!(
                        "Jira accepted the request, but {name} is still there. Try again in a minute."
                    ),
                };
                answer.try_set(String::new());
                return toast(Tone::Warn, text);
            };
            let (title, more, looks) = match verdict {
                Verdict::Unverified => (
                    format!("{name} is removed, but the list could not be read"),
                    format!("Jira says that it removed {name}. Read back what it has now."),
                    true,
                ),
                Verdict::Unknown => (
                    format!("It is not known yet whether {name} was removed"),
                    "Jira may have removed it all the same. Read back what it has before you try again."
                        .to_owned(),
                    true,
                ),
                _ => (String::new(), String::new(), false),
            };
            if !is_open {
                let what = if title.is_empty() { format!("Removing {name} failed") } else { title };
                return toast(Tone::Bad, format!("{what}. {error}"));
            }
            failure.set(Some(Failure { error, title, more, operation: looks.then_some(operation) }));
        });
    };
    // Asked anew each time, so that nothing gets past the confirmation.
    let remove = Callback::new(move |()| {
        let Some(id) = id.get_untracked().filter(|_| is_confirmed()) else { return };
        let (name, delete_files) = (name.get_untracked(), delete_files.get_untracked());
        let operation = Operation::new(JIRA, resource(id), Goal::Gone { delete_files });
        begin(id, name.clone(), operation.confirmed_as(name));
    });
    let retry = move |failed: Failure| {
        Callback::new(move |()| match (failed.operation.clone(), id.get_untracked()) {
            (Some(operation), Some(id)) => begin(id, name.get_untracked(), operation),
            _ => remove.run(()),
        })
    };
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
        let trouble = move || match failure.get() {
            Some(failed) => {
                let on_retry = retry(failed.clone());
                let looks = failed.operation.is_some();
                let Failure { error, title, more, .. } = failed;
                let retry_label = if looks { "Read it back" } else { "Try again" };
                view! { <TroubleNotice error title doing="Removing failed" more retry_label on_retry /> }
                    .into_any()
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

//! Removing an integration: says what is deleted, and asks for its name.

use super::confirm_name::ConfirmName;
use super::consequences::Consequences;
use super::neighbours::list_as_left;
use super::removal::Removal;
use crate::api::jira::JIRA;
use crate::api::{Error, Record, Resource};
use crate::browser::effect::effect;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::task::spawn;
use crate::edit::{Ended, Goal, Operation, OperationWaiting};
use crate::route::{JiraPage, navigation};
use crate::sentences;
use crate::session::{ErrorNotice, session};
use crate::store::inventory;
use crate::store::work::{self, Verb};
use crate::ui::{BusyButton, ButtonTone, Dialog, Tone, focus_title, toast};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::edit::Verdict;
use patchbay_model::text::{NAME, short};

/// What went wrong, and with which title.
#[derive(Clone)]
struct Failure {
    error: Error,
    title: String,
    /// "Removing failed", where there is no title.
    doing: String,
    more: String,
    /// To read back again; this sends no change.
    operation: Option<Operation>,
}

/// Used once on a page.
#[component]
pub fn RemoveDialog(removal: Removal) -> impl IntoView {
    let (session, inventory, navigation) = (session(), inventory(), navigation());
    let Removal { id, open, .. } = removal;
    let integration =
        memo(move || id.get().and_then(|id| inventory.row(id)).map(|row| (*row.integration).clone()));
    let name = memo(move || {
        integration.read().as_ref().map(|integration| integration.name().to_owned()).unwrap_or_default()
    });
    // Nobody types ten thousand letters: what is asked for is what is drawn.
    let asked = memo(move || short(&name.read(), NAME));
    let answer = RwSignal::new(String::new());
    let delete_files = RwSignal::new(false);
    let resource = move |id: u64| Resource::jira(session.server, id);
    let busy = derive(move || {
        let verb = id.get().and_then(|id| work::under_way(&resource(id)));
        verb == Some(Verb::Removing)
    });
    let failure = RwSignal::new(None::<Failure>);
    // Whether Enter was pressed with another name.
    let tried = RwSignal::new(false);
    effect(move || {
        if open.get() {
            answer.set(String::new());
            delete_files.set(false);
            failure.set(None);
            tried.set(false);
        }
    });
    let is_confirmed = move || answer.read_untracked().trim() == asked.read_untracked().trim();
    let begin = move |id: u64, name: String, operation: Operation| {
        let Some(under_way) = work::begin(operation.resource(), Verb::Removing) else { return };
        failure.set(None);
        spawn(async move {
            let ended = operation.run().await;
            drop(under_way);
            let given_up = ended.given_up(Vendor::Jira, &format!("{name} is not removed"));
            let Ended { verdict, now, error, operation, .. } = ended;
            // By now the dialog may be closed, open for another integration, or gone with its page.
            let is_open = removal.is_open_for(id);
            if verdict == Verdict::Saved {
                match now {
                    Some(Record::Jira(now)) => {
                        inventory.put(now);
                        toast(Tone::Good, format!("Jira is removing {name}."));
                        inventory.await_removal(id, name);
                    }
                    _ => {
                        toast(Tone::Good, format!("{name} was removed."));
                        inventory.take_out(id);
                    }
                }
                if is_open {
                    open.set(false);
                    // The row that the dialog was opened from disappears.
                    request_animation_frame(focus_title);
                }
                if navigation.is_at(&session.route(JiraPage::Edit(id))) {
                    navigation.go_on(list_as_left(navigation, session));
                }
                return;
            }
            if let Some(Record::Jira(now)) = now {
                inventory.put(now);
            }
            let Some(error) = error else {
                let text = match verdict {
                    Verdict::Conflict => {
                        format!("{name} was not removed: somebody renamed it. Confirm its new name.")
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
                    "Jira may have removed it anyway. Read back what it has before you try again.".to_owned(),
                    true,
                ),
                _ => (
                    String::new(),
                    given_up.as_ref().map(|(_, more)| more.clone()).unwrap_or_default(),
                    false,
                ),
            };
            if !is_open {
                let what = match given_up {
                    Some((doing, _)) => doing,
                    None if title.is_empty() => format!("Removing {name} failed"),
                    None => title,
                };
                return toast(Tone::Bad, format!("{what}. {error}"));
            }
            let doing = given_up.map_or_else(|| "Removing failed".to_owned(), |(doing, _)| doing);
            failure.set(Some(Failure { error, title, doing, more, operation: looks.then_some(operation) }));
        });
    };
    // Checked each time, so that nothing is removed without confirmation.
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
    let waits = move || {
        let verb = id.get().and_then(|id| work::under_way(&resource(id)))?;
        (verb != Verb::Removing).then(|| verb.because().to_owned())
    };
    let unconfirmed = derive(move || {
        (answer.read().trim() != asked.read().trim())
            .then(|| "Type the name exactly as it is written above.".to_owned())
    });
    let wrong = derive(move || unconfirmed.get().filter(|_| tried.get()));
    let actions = move || {
        view! {
            <button type="button" on:click=click(move || open.set(false))>
                "Cancel"
            </button>
            <BusyButton
                label=sentences::REMOVE_INTEGRATION
                busy_label="Removing…"
                busy
                tone=ButtonTone::Danger
                disabled_because=derive(move || waits().or_else(|| unconfirmed.get()))
                on_click=remove
            />
        }
    };
    let on_enter = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        tried.set(true);
        if unconfirmed.get_untracked().is_none() {
            remove.run(());
        }
    });
    let consequences =
        move || integration.get().map(|integration| view! { <Consequences integration delete_files /> });
    let error_notice = move || {
        failure.get().map(|failed| {
            let on_retry = retry(failed.clone());
            let retry_label =
                if failed.operation.is_some() { sentences::READ_IT_BACK } else { sentences::TRY_AGAIN };
            let Failure { error, title, doing, more, .. } = failed;
            view! { <ErrorNotice error title doing more retry_label on_retry /> }
        })
    };
    let title = derive(move || format!("Remove {}?", name.get()));
    view! {
        <Dialog open title tone=Tone::Bad actions>
            <div>{consequences}</div>
            <ConfirmName name=asked answer problem=wrong on_enter />
            <div>{error_notice}</div>
            <p class="actions">
                <OperationWaiting
                    resource=derive(move || id.get().map(resource))
                    verbs=&[Verb::Removing]
                    vendor=Vendor::Jira
                />
            </p>
        </Dialog>
    }
}

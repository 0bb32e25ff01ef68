//! Enabling and disabling an integration from the list or its page, and the result.

use super::list_view::ListView;
use super::pick::Turn;
use crate::api::jira::JIRA;
use crate::api::{Error, Record, Resource, Server};
use crate::browser::effect::effect;
use crate::browser::page;
use crate::browser::task::spawn;
use crate::edit::{Ended, Goal, Operation};
use crate::sentences;
use crate::session::ErrorNotice;
use crate::store::Inventory;
use crate::store::work::{self, Verb};
use crate::ui::{Tone, toast, toast_with_undo};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::edit::Verdict;
use std::sync::Arc;

/// A switch that could not be turned, or of which it is not known.
#[derive(Clone)]
struct SwitchFailure {
    /// The whole title; empty where `doing` and the error's own say it.
    title: String,
    /// "Disabling mobile failed".
    doing: String,
    /// Why.
    error: Error,
    /// More sentences.
    more: String,
    /// What the button says.
    retry_label: &'static str,
    id: u64,
    name: String,
    on: bool,
    /// To read back again; this sends no change.
    operation: Option<Operation>,
}

/// Turns switches of one Jira; copies are the same.
#[derive(Clone, Copy)]
pub struct Switching {
    jira: Server,
    inventory: Inventory,
    /// The last failure.
    failure: RwSignal<Option<SwitchFailure>>,
}

impl Switching {
    /// Nothing turned yet.
    pub fn new(jira: Server, inventory: Inventory) -> Self {
        Self { jira, inventory, failure: RwSignal::new(None) }
    }

    /// What is under way with this integration; followed.
    pub fn under_way(self, id: u64) -> Option<Verb> {
        work::under_way(&Resource::jira(self.jira, id))
    }

    /// Enables or disables the integration called `name`.
    pub fn switch(self, id: u64, name: String, on: bool) {
        self.begin(id, name, on, self.operation(id, on));
    }

    /// The same for a switch that was pressed in the list.
    pub fn turn(self, turn: Turn) {
        let operation = self.operation(turn.id, turn.on);
        self.carry_out(turn, operation);
    }

    fn operation(self, id: u64, on: bool) -> Operation {
        let goal = if on { Goal::On } else { Goal::Off };
        Operation::new(JIRA, Resource::jira(self.jira, id), goal)
    }

    /// What went wrong with the last one, and the next step; followed.
    pub fn notice(self) -> Option<AnyView> {
        let failure = self.failure.get()?;
        let SwitchFailure { title, doing, error, more, retry_label, .. } = failure.clone();
        let on_retry = Callback::new(move |()| self.retry(failure.clone()));
        Some(view! { <ErrorNotice error title doing more retry_label on_retry /> }.into_any())
    }

    /// Does it again, or reads back again.
    fn retry(self, failure: SwitchFailure) {
        let SwitchFailure { id, name, on, operation, .. } = failure;
        match operation {
            Some(operation) => self.begin(id, name, on, operation),
            None => self.switch(id, name, on),
        }
    }

    fn begin(self, id: u64, name: String, on: bool, operation: Operation) {
        let verb = if on { Verb::Enabling } else { Verb::Disabling };
        if let Some(under_way) = work::begin(operation.resource(), verb) {
            self.carry_out(Turn { id, name, on, under_way }, operation);
        }
    }

    fn carry_out(self, turn: Turn, operation: Operation) {
        let Turn { id, name, on, under_way } = turn;
        self.failure.try_set(None);
        spawn(async move {
            let ended = operation.run().await;
            drop(under_way);
            self.end(id, name, on, ended);
        });
    }

    fn end(self, id: u64, name: String, on: bool, ended: Ended) {
        let (did, doing) = if on { ("enabled", "Enabling") } else { ("disabled", "Disabling") };
        let given_up = ended.given_up(Vendor::Jira, &format!("{name} is not {did}"));
        let Ended { verdict, now, error, operation, .. } = ended;
        if let Some(Record::Jira(mut now)) = now {
            // Jira said that it did it; that it could not be read back does not make it undone.
            if verdict == Verdict::Unverified {
                Arc::make_mut(&mut now.settings).insert("disabled".to_owned(), (!on).into());
            }
            self.inventory.put(now);
        }
        if verdict == Verdict::Saved {
            let text = format!("{name} is {did}.");
            // Wherever somebody is by then, it can be undone, and failing is told.
            return toast_with_undo(text, Arc::new(move || self.switch(id, name.clone(), !on)));
        }
        let Some(error) = error else {
            let text = match verdict {
                Verdict::Gone => {
                    self.inventory.take_out(id);
                    format!("{name} does not exist any more.")
                }
                _ => format!("Jira accepted the request, but {name} is not {did}. Try again in a minute."),
            };
            return toast(Tone::Warn, text);
        };
        let (title, doing, more, looks) = match verdict {
            Verdict::Unverified => {
                let more = format!("Jira says that {name} is {did}. Read back what it has now.");
                (format!("{name} is {did}, but reading it back failed"), String::new(), more, true)
            }
            Verdict::Unknown => {
                let more = format!("Jira may have {did} it anyway. Read back what it has.");
                (format!("It is not known yet whether {name} is {did}"), String::new(), more, true)
            }
            _ => match given_up {
                Some((doing, more)) => (String::new(), doing, more, false),
                None => (String::new(), format!("{doing} {name} failed"), String::new(), false),
            },
        };
        let headline = if title.is_empty() { doing.clone() } else { title.clone() };
        if self.failure.is_disposed() {
            return toast(Tone::Bad, format!("{headline}. {error}"));
        }
        // The row may be far below the notice that says more; where that can be seen, one box is enough.
        if page::scroll_y() > 100.0 {
            toast(Tone::Warn, format!("{headline}: the top of the page says why."));
        }
        self.failure.set(Some(SwitchFailure {
            title,
            doing,
            error,
            more,
            retry_label: if looks { sentences::READ_IT_BACK } else { sentences::TRY_AGAIN },
            id,
            name,
            on,
            operation: looks.then_some(operation),
        }));
    }
}

/// Turns the switches of the list that were pressed, and says what went wrong.
#[component]
pub fn Switches(
    /// The list.
    list: ListView,
) -> impl IntoView {
    let switching = Switching::new(list.context.session.server, list.context.inventory);
    effect(move || {
        list.turns.track();
        let turns = list.turns.try_update_untracked(std::mem::take).unwrap_or_default();
        turns.into_iter().for_each(|turn| switching.turn(turn));
    });
    move || switching.notice()
}

//! Enabling and disabling one integration, by its own endpoint and verified afterwards.

use super::inventory::Inventory;
use crate::api::{Error, Server, gij};
use crate::browser::task::spawn;
use crate::ui::{Tone, toast};
use leptos::prelude::*;

/// A switch that could not be turned: what was being done, why it failed, and how to do it again.
#[derive(Clone)]
pub struct Failure {
    /// "Disabling mobile failed".
    pub doing: String,
    /// Why.
    pub error: Error,
    /// The integration.
    pub id: u64,
    /// What it is called.
    pub name: String,
    /// What was wanted.
    pub disable: bool,
}

/// Turns switches of one page; copies are the same.
#[derive(Clone, Copy)]
pub struct Switching {
    jira: Server,
    inventory: Inventory,
    /// Integrations whose switch is on its way.
    pub busy: RwSignal<Vec<u64>>,
    /// The last failure.
    pub failure: RwSignal<Option<Failure>>,
}

impl Switching {
    /// Nothing on its way.
    pub fn new(jira: Server, inventory: Inventory) -> Self {
        Self { jira, inventory, busy: RwSignal::new(Vec::new()), failure: RwSignal::new(None) }
    }

    /// Whether this integration's switch is on its way.
    pub fn is_busy(self, id: u64) -> bool {
        self.busy.read().contains(&id)
    }

    /// Disables or enables the integration called `name`.
    pub fn set_disabled(self, id: u64, name: String, disable: bool) {
        self.busy.update(|busy| busy.push(id));
        self.failure.set(None);
        spawn(async move {
            let result = gij::set_disabled(self.jira, id, disable).await;
            self.busy.try_update(|busy| busy.retain(|other| *other != id));
            match result {
                Ok(now) => {
                    let done = now.is_disabled() == disable;
                    self.inventory.put(now);
                    let did = if disable { "disabled" } else { "enabled" };
                    if done {
                        toast(Tone::Good, format!("{name} is {did}."));
                    } else {
                        toast(
                            Tone::Warn,
                            format!("Jira said yes, but {name} is not {did}. Try again in a minute."),
                        );
                    }
                }
                Err(error) => {
                    let doing = format!("{} {name} failed", if disable { "Disabling" } else { "Enabling" });
                    // The row may be far below the notice that says more.
                    toast(Tone::Bad, format!("{doing}: the top of the page says why."));
                    self.failure.try_set(Some(Failure { doing, error, id, name, disable }));
                }
            }
        });
    }
}

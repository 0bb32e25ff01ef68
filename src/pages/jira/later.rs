//! What of the list is in a later file, fetched when it is first needed: the dialog that removes, and the notices about
//! entries that are odd.

use super::oddities::Oddities;
use super::removal::Removal;
use super::remove::RemoveDialog;
use crate::browser::effect::effect;
use crate::browser::part::{SplitLoaderError, loaded};
use crate::browser::task::spawn;
use crate::store::Inventory;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

/// Draws the notices, or the dialog.
type Draw = fn(Inventory, Option<Removal>) -> AnyView;

#[cfg_attr(feature = "split", wasm_split(jira, wasm_split_path = ::leptos::wasm_split, fallible))]
fn entry() -> Result<Draw, SplitLoaderError> {
    Ok(|inventory, removal| match removal {
        Some(removal) => view! { <RemoveDialog removal /> }.into_any(),
        None => view! { <Oddities inventory /> }.into_any(),
    })
}

/// Both, once they are there; used once on a page.
#[derive(Clone, Copy)]
pub struct Later {
    inventory: Inventory,
    removal: Removal,
    draw: RwSignal<Option<Draw>>,
}

impl Later {
    /// Fetches them when the dialog opens or an entry is odd.
    pub fn new(inventory: Inventory, removal: Removal) -> Self {
        let draw = RwSignal::new(None::<Draw>);
        effect(move || {
            let is_needed = removal.open.get() || inventory.has_oddities();
            if !is_needed || draw.read_untracked().is_some() {
                return;
            }
            spawn(async move {
                match loaded(entry()).await {
                    Ok(function) => drop(draw.try_set(Some(function))),
                    Err(_) => {
                        removal.open.try_set(false);
                        toast(
                            Tone::Bad,
                            "A part of Patchbay could not be fetched. Check the network, then try again.",
                        );
                    }
                }
            });
        });
        Self { inventory, removal, draw }
    }

    /// The dialog, after it was first opened.
    pub fn dialog(self) -> Option<AnyView> {
        self.draw.get().map(|draw| draw(self.inventory, Some(self.removal)))
    }

    /// The notices; they are empty while nothing is odd.
    pub fn notices(self) -> Option<AnyView> {
        self.draw.get().map(|draw| draw(self.inventory, None))
    }
}

//! The dialog that removes is in a later file, fetched when it is first needed.

use super::removal::Removal;
use super::remove::RemoveDialog;
use crate::browser::effect::effect;
use crate::browser::part::{SplitLoaderError, loaded};
use crate::browser::task::spawn;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

type Draw = fn(Removal) -> AnyView;

#[cfg_attr(feature = "split", wasm_split(jira, wasm_split_path = ::leptos::wasm_split, fallible))]
fn entry() -> Result<Draw, SplitLoaderError> {
    Ok(|removal| view! { <RemoveDialog removal /> }.into_any())
}

/// Used once on a page: the dialog, after it was first opened.
#[component]
pub fn RemoveLater(removal: Removal) -> impl IntoView {
    let dialog = RwSignal::new(None::<Draw>);
    effect(move || {
        if !removal.open.get() || dialog.read_untracked().is_some() {
            return;
        }
        spawn(async move {
            match loaded(entry()).await {
                Ok(draw) => drop(dialog.try_set(Some(draw))),
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
    move || dialog.get().map(|draw| draw(removal))
}

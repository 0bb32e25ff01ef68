//! How many integrations need attention, beside the title of the list: what counts them is in a later file, fetched once the
//! list is painted.

use crate::browser::effect::effect;
use crate::browser::part::{SplitLoaderError, loaded};
use crate::browser::task::spawn;
use crate::store::{Inventory, attention};
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;
use std::time::Duration;

/// Counts them, for this list and for each that takes its place.
pub fn follow(inventory: Inventory) {
    effect(move || {
        if inventory.list.is_read() {
            inventory.list.with(|_| ());
            // After the frame that shows it.
            request_animation_frame(move || set_timeout(move || begin(inventory), Duration::ZERO));
        }
    });
}

/// Without the file nothing is said of it, as long as it is not known; the next list tries again.
fn begin(inventory: Inventory) {
    spawn(async move {
        if let Ok(count) = loaded(attention_entry()).await {
            count(inventory);
        }
    });
}

#[cfg_attr(feature = "split", wasm_split(attention, wasm_split_path = ::leptos::wasm_split, fallible))]
fn attention_entry() -> Result<fn(Inventory), SplitLoaderError> {
    Ok(attention::count)
}

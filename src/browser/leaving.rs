//! Asking before the tab is closed on unsaved changes.

use leptos::prelude::*;

use super::effect::effect;

/// Makes the browser ask before it closes or reloads the page, while `dirty` is true and the owner lives.
pub fn guard(dirty: Signal<bool>) {
    effect(move || {
        // A listener that is always there would keep the page out of the browser's back-forward cache.
        if dirty.get() {
            let asking = window_event_listener_untyped("beforeunload", |event| event.prevent_default());
            on_cleanup(move || asking.remove());
        }
    });
}

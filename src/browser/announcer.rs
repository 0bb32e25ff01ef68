//! Says things to screen readers that the eye sees by itself: a page opened, a text copied, a list filtered.

use std::cell::{Cell, OnceCell};
use std::time::Duration;

use leptos::prelude::*;

/// How long nothing newer must come before it is said: what changes with every keystroke is said once, at the end.
const PAUSE: Duration = Duration::from_millis(900);

/// The region is emptied first: the same text twice in a row is no change, and would not be read again.
const AT_ONCE: Duration = Duration::from_millis(100);

thread_local! {
    static SAID: OnceCell<ArcRwSignal<String>> = const { OnceCell::new() };
    /// Counts what is to be said, so that the newest outdates what still waits.
    static LAST: Cell<u32> = const { Cell::new(0) };
}

fn said() -> ArcRwSignal<String> {
    SAID.with(|said| said.get_or_init(ArcRwSignal::default).clone())
}

/// Has the text read out as soon as the screen reader is idle.
pub fn announce(text: String) {
    say(Box::new(move || text), AT_ONCE);
}

/// The same once nothing newer has come for a moment; `text` is asked only then. For what changes while somebody types.
pub fn announce_after_pause(text: impl FnOnce() -> String + 'static) {
    say(Box::new(text), PAUSE);
}

/// Takes back what is not said yet: something newer is told elsewhere.
pub fn hush() {
    LAST.set(LAST.get().wrapping_add(1));
    said().set(String::new());
}

fn say(text: Box<dyn FnOnce() -> String>, after: Duration) {
    hush();
    let this = LAST.get();
    let go = move || {
        if LAST.get() == this {
            said().set(text());
        }
    };
    set_timeout(go, after);
}

/// The live region; one for the whole app, there from the start.
#[component]
pub fn Announcer() -> impl IntoView {
    let said = said();
    view! { <p class="sr-only" aria-live="polite" aria-atomic="true">{said}</p> }
}

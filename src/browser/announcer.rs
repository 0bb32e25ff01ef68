//! Says things to screen readers that the eye sees by itself: a page opened, a text copied, a list filtered.

use std::{cell::OnceCell, time::Duration};

use leptos::prelude::*;

thread_local! {
    static SAID: OnceCell<ArcRwSignal<String>> = const { OnceCell::new() };
}

fn said() -> ArcRwSignal<String> {
    SAID.with(|said| said.get_or_init(ArcRwSignal::default).clone())
}

/// Has the text read out as soon as the screen reader is idle.
pub fn announce(text: String) {
    let said = said();
    // Emptied first: the same text twice in a row is no change, and would not be read again.
    said.set(String::new());
    set_timeout(move || said.set(text), Duration::from_millis(100));
}

/// The live region; one for the whole app, there from the start.
#[component]
pub fn Announcer() -> impl IntoView {
    let said = said();
    view! { <p class="sr-only" aria-live="polite" aria-atomic="true">{said}</p> }
}

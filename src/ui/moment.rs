//! How long ago something was, with the exact moment on hover and for screen readers.

use leptos::prelude::*;

use crate::browser::{clock, dates};

/// "26 hours ago", growing older by itself.
#[component]
pub fn Moment(
    /// Epoch milliseconds.
    at_ms: f64,
) -> impl IntoView {
    let now = clock::ticking();
    // Most ticks change no words; the memo keeps them from touching the page.
    let words = Memo::new(move |_| dates::relative(at_ms, now.get()));
    let exact = dates::exact(at_ms);
    view! {
        <time class="moment" datetime=dates::machine(at_ms) title=exact.clone()>
            {move || words.get()}
            <span class="sr-only">{format!(" ({exact})")}</span>
        </time>
    }
}

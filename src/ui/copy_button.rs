//! Copies a text and says so.

use std::time::Duration;

use leptos::prelude::*;

use super::{Tone, el::*, toast};
use crate::browser::{announcer::announce, clipboard, task::spawn};

/// "Copy", and "Copied" for two seconds.
#[component]
pub fn CopyButton(
    /// What it copies: "Copy JSON".
    #[prop(into)]
    label: String,
    /// The text as it is when clicked.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = move || {
        let text = text.get_untracked();
        spawn(async move {
            if !clipboard::copy(text).await {
                toast(Tone::Bad, "The browser did not allow copying. Select the text and copy it by hand.");
                return;
            }
            announce("Copied".to_owned());
            // The button may be gone by now.
            copied.try_set(true);
            let back = move || {
                copied.try_set(false);
            };
            set_timeout(back, Duration::from_secs(2));
        });
    };
    button("")
        .live_text(move || if copied.get() { "Copied".to_owned() } else { label.clone() })
        .on_click(copy)
}

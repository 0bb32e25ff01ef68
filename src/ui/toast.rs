//! Short news at the foot of the page: "Saved". Never the only place of an error.

use std::{cell::Cell, sync::Arc, time::Duration};

use leptos::prelude::*;
use patchbay_model::text::short;

use super::{Tone, el::*, fresh_id};
use crate::browser::{announcer, root};
use crate::sentences;

/// How long a toast stays, unless it is pointed at or has the focus.
const STAYS: Duration = Duration::from_secs(8);

/// How many characters a toast has at most: a sentence with a few names in it.
const LONGEST: usize = 600;

/// What undoes something. No `Callback`, which would be gone with the page that it was made on.
pub type Undo = Arc<dyn Fn() + Send + Sync>;

/// The id of the element they are in.
const TOASTS: &str = "toasts";

thread_local! {
    /// Whether the pointer or the focus is on them.
    static HELD: Cell<bool> = const { Cell::new(false) };
}

/// Shows a sentence for some seconds.
pub fn toast(tone: Tone, text: impl Into<String>) {
    show(tone, text.into(), None);
}

/// The same of something done, with a button that undoes it.
pub fn toast_with_undo(text: String, undo: Undo) {
    // The compiler would see that only one function ever comes here, and then the first file would contain it.
    show(Tone::Good, text, Some(std::hint::black_box(undo)));
}

fn show(tone: Tone, text: String, undo: Option<Undo>) {
    // "Saving…" must not be said after what came of it.
    announcer::hush();
    let id = fresh_id("toast");
    // Added by itself: in a live region, what is drawn anew is read out anew.
    if let Some(toasts) = root::find(TOASTS) {
        one(id.clone(), tone, short(&text, LONGEST), undo).append_to(&toasts);
        dismiss_later(id);
    }
}

fn dismiss_later(id: String) {
    set_timeout(move || if HELD.get() { dismiss_later(id) } else { dismiss(&id) }, STAYS);
}

fn dismiss(id: &str) {
    if let Some(toast) = root::find(id) {
        toast.remove();
    }
}

/// Where toasts appear; one for the whole app, there from the start.
#[component]
pub fn Toaster() -> impl IntoView {
    let hold = |is: bool| move |_| HELD.set(is);
    let toasts = el("div")
        .class("toasts")
        .attr("id", TOASTS)
        .attr("role", "status")
        .on("mouseenter", hold(true))
        .on("mouseleave", hold(false))
        .on("focusin", hold(true))
        .on("focusout", hold(false));
    // A landmark: nothing on a page is outside of all.
    el("section").attr("aria-label", "Messages").child(toasts)
}

fn one(id: String, tone: Tone, text: String, undo: Option<Undo>) -> El {
    let close = {
        let id = id.clone();
        move || {
            // What is gone sends no mouseleave.
            HELD.set(false);
            dismiss(&id);
        }
    };
    let undo = undo.map(|undo| {
        let close = close.clone();
        button("quiet").text(sentences::UNDO).on_click(move || {
            close();
            undo();
        })
    });
    el("div")
        .class(format!("toast {}", tone.class()))
        .attr("id", id)
        .child(symbol(tone.symbol()))
        .child(el("span").text(text))
        .child_if(undo)
        .child(button("quiet").attr("aria-label", "Dismiss").child(symbol("✕")).on_click(close))
}

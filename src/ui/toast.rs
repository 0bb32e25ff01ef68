//! Short news at the foot of the page: "Saved". Never the only place of an error.

use std::{cell::OnceCell, time::Duration};

use leptos::prelude::*;
use patchbay_model::text::short;

use super::{Tone, el::*, fresh_id};

/// How long a toast stays, unless it is pointed at or has the focus.
const STAYS: Duration = Duration::from_secs(8);

/// How many characters a toast has at most: a sentence with a few names in it.
const LONGEST: usize = 600;

#[derive(Clone)]
struct Toast {
    id: String,
    tone: Tone,
    text: String,
}

/// What is shown; `held` while the pointer or the focus is on it.
#[derive(Clone, Default)]
struct Toasts {
    shown: ArcRwSignal<Vec<Toast>>,
    held: ArcRwSignal<bool>,
}

thread_local! {
    static TOASTS: OnceCell<Toasts> = const { OnceCell::new() };
}

fn toasts() -> Toasts {
    TOASTS.with(|toasts| toasts.get_or_init(Toasts::default).clone())
}

/// Shows a sentence for some seconds.
pub fn toast(tone: Tone, text: impl Into<String>) {
    let (id, text) = (fresh_id("toast"), short(&text.into(), LONGEST));
    toasts().shown.update(|shown| shown.push(Toast { id: id.clone(), tone, text }));
    dismiss_later(id);
}

fn dismiss_later(id: String) {
    set_timeout(move || if toasts().held.get_untracked() { dismiss_later(id) } else { dismiss(&id) }, STAYS);
}

fn dismiss(id: &str) {
    toasts().shown.update(|shown| shown.retain(|toast| toast.id != id));
}

/// Where toasts appear; one for the whole app, there from the start.
#[component]
pub fn Toaster() -> impl IntoView {
    let Toasts { shown, held, .. } = toasts();
    let hold = move |held: &ArcRwSignal<bool>, is: bool| {
        let held = held.clone();
        move |_| held.set(is)
    };
    el("div")
        .class("toasts")
        .attr("role", "status")
        .on("mouseenter", hold(&held, true))
        .on("mouseleave", hold(&held, false))
        .on("focusin", hold(&held, true))
        .on("focusout", hold(&held, false))
        .live_children(move || shown.get().into_iter().map(one).collect())
}

fn one(Toast { id, tone, text }: Toast) -> El {
    let close = move || {
        // What is gone sends no mouseleave.
        toasts().held.set(false);
        dismiss(&id);
    };
    el("div")
        .class(format!("toast {}", tone.class()))
        .child(symbol(tone.symbol()))
        .child(el("span").text(text))
        .child(button("quiet").attr("aria-label", "Dismiss").child(symbol("✕")).on_click(close))
}

//! Short news at the foot of the page: "Saved". Never the only place of an error.

use std::{cell::OnceCell, sync::Arc, time::Duration};

use leptos::prelude::*;

use super::{Tone, el::*, fresh_id};
use crate::sentences;

/// How long a toast stays, unless it is pointed at or has the focus.
const STAYS: Duration = Duration::from_secs(8);

/// What undoes something. No `Callback`, which would be gone with the page that it was made on.
pub type Undo = Arc<dyn Fn() + Send + Sync>;

#[derive(Clone)]
struct Toast {
    id: String,
    tone: Tone,
    text: String,
    undo: Option<Undo>,
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
    show(tone, text.into(), None);
}

/// The same of something done, with a button that undoes it.
pub fn toast_with_undo(text: String, undo: Undo) {
    show(Tone::Good, text, Some(undo));
}

fn show(tone: Tone, text: String, undo: Option<Undo>) {
    let id = fresh_id("toast");
    toasts().shown.update(|shown| shown.push(Toast { id: id.clone(), tone, text, undo }));
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

fn one(Toast { id, tone, text, undo }: Toast) -> El {
    let close = move || {
        // What is gone sends no mouseleave.
        toasts().held.set(false);
        dismiss(&id);
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
        .child(symbol(tone.symbol()))
        .child(el("span").text(text))
        .child_if(undo)
        .child(button("quiet").attr("aria-label", "Dismiss").child(symbol("✕")).on_click(close))
}

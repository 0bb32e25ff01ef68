//! Short news at the foot of the page: "Saved". Never the only place of an error.

use std::{cell::OnceCell, time::Duration};

use leptos::prelude::*;

use super::Tone;

/// How long a toast stays, unless it is pointed at or has the focus.
const STAYS: Duration = Duration::from_secs(8);

#[derive(Clone)]
struct Toast {
    id: u32,
    tone: Tone,
    text: String,
}

/// What is shown; `held` while somebody reads or uses it.
#[derive(Clone, Default)]
struct Toasts {
    shown: ArcRwSignal<Vec<Toast>>,
    last_id: ArcRwSignal<u32>,
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
    let Toasts { shown, last_id, .. } = toasts();
    let id = last_id.get_untracked() + 1;
    last_id.set(id);
    let text = text.into();
    shown.update(|shown| shown.push(Toast { id, tone, text }));
    dismiss_later(id);
}

fn dismiss_later(id: u32) {
    set_timeout(move || if toasts().held.get_untracked() { dismiss_later(id) } else { dismiss(id) }, STAYS);
}

fn dismiss(id: u32) {
    toasts().shown.update(|shown| shown.retain(|toast| toast.id != id));
}

/// Where toasts appear; one for the whole app, there from the start.
#[component]
pub fn Toaster() -> impl IntoView {
    let Toasts { shown, held, .. } = toasts();
    let held = RwSignal::from(held);
    view! {
        <div
            class="toasts"
            role="status"
            on:mouseenter=move |_| held.set(true)
            on:mouseleave=move |_| held.set(false)
            on:focusin=move |_| held.set(true)
            on:focusout=move |_| held.set(false)
        >
            <For each=move || shown.get() key=|toast| toast.id children=one />
        </div>
    }
}

fn one(Toast { id, tone, text }: Toast) -> impl IntoView {
    let close = move |_| {
        // What is gone sends no mouseleave.
        toasts().held.set(false);
        dismiss(id);
    };
    view! {
        <div class=format!("toast {}", tone.class())>
            <span aria-hidden="true">{tone.symbol()}</span>
            <span>{text}</span>
            <button type="button" class="quiet" aria-label="Dismiss" on:click=close>
                <span aria-hidden="true">"✕"</span>
            </button>
        </div>
    }
}

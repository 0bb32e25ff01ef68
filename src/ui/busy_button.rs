//! A button that says when it works, and why it cannot.
//!
//! It never becomes `disabled`: that would lose the focus and hide the reason from the keyboard.

use leptos::prelude::*;

use super::{el::*, fresh_id, reason::reason};
use crate::browser::effect::effect;

/// The emphasis of a button; at most one primary action on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonTone {
    /// One of several.
    #[default]
    Plain,
    /// The one a person most likely came for.
    Primary,
    /// Destroys something.
    Danger,
}

impl ButtonTone {
    /// The class that style/button.css knows.
    pub fn class(self) -> &'static str {
        match self {
            ButtonTone::Plain => "",
            ButtonTone::Primary => "primary",
            ButtonTone::Danger => "danger",
        }
    }
}

/// A button of work that takes a while.
#[component]
pub fn BusyButton(
    /// What it does: a verb first.
    #[prop(into)]
    label: Signal<String>,
    /// While true, `busy_label` is shown and clicks do nothing.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// "Saving…"; the label itself when empty.
    #[prop(optional, into)]
    busy_label: Signal<String>,
    /// Its emphasis.
    #[prop(optional)]
    tone: ButtonTone,
    /// A whole sentence while it cannot be used.
    #[prop(optional, into)]
    disabled_because: Signal<Option<String>>,
    /// Submits the form it is in; then `on_click` may be left out.
    #[prop(optional)]
    submit: bool,
    /// Runs when it may be used and is not busy.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
) -> impl IntoView {
    let reason_id = fresh_id("reason");
    let described_by = reason_id.clone();
    // Until the button is pointed at or focused anew: Esc must close what covers other content (WCAG 1.4.13), and who
    // just used it, such as to save, does not ask why it cannot be used any more.
    let hushed = RwSignal::new(false);
    let refused = move || disabled_because.read().is_some();
    let mut was_refused = false;
    effect(move || {
        if !std::mem::replace(&mut was_refused, refused()) && was_refused {
            hushed.set(true);
        }
    });
    let off = move || busy.get() || refused();
    let hush = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && untrack(refused) && !hushed.get_untracked() {
            event.prevent_default();
            hushed.set(true);
        }
    };
    let ask_anew = move |_| {
        hushed.try_set(false);
    };
    let click = move |event: web_sys::Event| {
        if untrack(off) {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    let button = el("button")
        .attr("type", if submit { "submit" } else { "button" })
        .class(tone.class())
        .live("aria-disabled", move || while_true(off()))
        .live("aria-busy", move || while_true(busy.get()))
        .live("aria-describedby", move || refused().then(|| described_by.clone().into()))
        .live_text(move || match busy.get() && !busy_label.read().is_empty() {
            true => busy_label.get(),
            false => label.get(),
        })
        .on("click", click);
    el("span")
        .live("class", move || Some(if hushed.get() { "with-reason hushed" } else { "with-reason" }.into()))
        .on_key(hush)
        .on("focusin", ask_anew)
        .on("mouseenter", ask_anew)
        .child(button)
        .view(reason(reason_id, disabled_because))
}

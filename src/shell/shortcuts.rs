//! Keys that work wherever the focus is in the app.
//!
//! Inside Jira they work only while the focus is in the app: Jira's page has shortcuts of its own.

use crate::browser::announcer::announce;
use crate::browser::{root, storage};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What local storage says of them: "off", or nothing.
const KEY: &str = "shortcuts";

/// Whether they are on; somebody whose speech input or screen reader uses the same keys switches them off.
pub fn are_on() -> bool {
    storage::get(KEY).is_none()
}

/// Switches them on or off, also for the visits to come.
pub fn switch(on: bool) {
    if on { storage::remove(KEY) } else { storage::set(KEY, "off") }
}

/// Begins to listen; `help` opens the dialog with all of them. Also marks the app with whether a key or the pointer was
/// used last: the style of a heading that takes the focus depends on it.
pub fn listen(help: RwSignal<bool>) {
    let keyed = move |event: Event| {
        let _ = root::get().set_attribute("data-keys", "");
        pressed(event.unchecked_ref(), help);
    };
    let pointed = |_: Event| drop(root::get().remove_attribute("data-keys"));
    on("keydown", Box::new(keyed));
    on("pointerdown", Box::new(pointed));
}

fn on(event: &str, act: Box<dyn Fn(Event)>) {
    // On a page of our own the focus may be on nothing in particular, outside of the app's element.
    let target: EventTarget = if root::files().is_some() { root::get().into() } else { window().into() };
    let act = Closure::wrap(act).into_js_value();
    let _ = target.add_event_listener_with_callback(event, act.unchecked_ref());
}

fn pressed(event: &KeyboardEvent, help: RwSignal<bool>) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_at = |selector| target.as_ref().is_some_and(|target| target.matches(selector) == Ok(true));
    if event.default_prevented() || event.alt_key() {
        return;
    }
    let done = match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
        ("Enter", false) if is_at("[type=search]") => take_the_only_match(target.as_ref()),
        // Else it would take a Tab for each row and each of its buttons.
        ("Enter", false) if is_at(".pick input") => {
            one(".dock .acts :is(a, button)").is_some_and(|first| root::focus_on(&first))
        }
        // A dialog is about something else than what is behind it.
        _ if one("dialog[open]").is_some() => false,
        ("s" | "Enter", true) => are_on() && save(),
        ("/" | "?", false) if is_at("input:not([type=checkbox], [type=radio]), textarea, select") => false,
        ("/", false) => are_on() && search(),
        ("?", false) if are_on() => {
            help.set(true);
            true
        }
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

fn one(selector: &str) -> Option<HtmlElement> {
    root::get().query_selector(selector).ok()??.dyn_into().ok()
}

fn search() -> bool {
    let Some(field) = one(".page [type=search]") else { return false };
    field.unchecked_ref::<HtmlInputElement>().select();
    root::focus_on(&field)
}

fn save() -> bool {
    let Some(button) = one(".foot [type=submit]") else { return false };
    button.click();
    // It cannot be used: then it says why.
    if let Some(reason) = one(".foot .reason").and_then(|reason| reason.text_content()) {
        announce(reason);
    }
    true
}

/// Opens the one row or card that a search left over, or ticks the one value of a facet.
fn take_the_only_match(search: Option<&Element>) -> bool {
    const FOUND: &str = "tbody:not(.space) > tr, .types > li";
    // What is drawn while an answer is on its way was found by another search.
    if one(".page [aria-busy=true]").is_some() {
        return false;
    }
    let facet = search.and_then(|search| search.closest(".facet").ok().flatten());
    let found = match &facet {
        Some(facet) => facet.query_selector_all("label:not([hidden])"),
        None => root::get().query_selector_all(FOUND),
    };
    let Ok(found) = found else { return false };
    let Some(only) = found.get(0).filter(|_| found.length() == 1) else { return false };
    let only: &Element = only.unchecked_ref();
    let Ok(Some(only)) = only.query_selector(":scope a[href], :scope:not(tr) input") else { return false };
    only.unchecked_ref::<HtmlElement>().click();
    true
}

//! The element the app is mounted in: the only way to find an element or the focus.
//!
//! Inside Jira the app is in an open shadow root, where `document` finds neither, so no other code may use it.

use std::cell::RefCell;

use js_sys::Reflect;
use leptos::tachys::dom;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

thread_local! {
    static ROOT: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Says where the app is mounted; called once, before anything is drawn.
pub fn set(root: HtmlElement) {
    ROOT.with_borrow_mut(|slot| *slot = Some(root));
}

/// The element the app is mounted in; the page's body until [`set`] was called.
pub fn get() -> HtmlElement {
    ROOT.with_borrow(Clone::clone).unwrap_or_else(dom::body)
}

/// The mount element: the page's own, or the one that Jira's loader has made; boot.js passes it on.
pub fn given() -> Option<HtmlElement> {
    Reflect::get(&js_sys::global(), &"patchbayMount".into()).ok()?.dyn_into().ok()
}

/// Where the app's files are, as an absolute address that ends with a slash; `None` where the page is our own, so that
/// they are beside it.
pub fn files() -> Option<String> {
    get().get_attribute("data-files")
}

/// The tag of the element around a page: inside Jira, Jira's own `<main>` is around it.
pub fn page_tag() -> &'static str {
    if files().is_some() { "div" } else { "main" }
}

/// The tag of the bar, likewise: a page has one banner.
pub fn bar_tag() -> &'static str {
    if files().is_some() { "div" } else { "header" }
}

/// The app's element with this id.
pub fn find(id: &str) -> Option<HtmlElement> {
    // Ids come from field keys of a server we do not know: as an attribute value they need no CSS.escape.
    let quoted = id.replace('\\', "\\\\").replace('"', "\\\"");
    get().query_selector(&format!("[id=\"{quoted}\"]")).ok()??.dyn_into().ok()
}

/// Moves the focus to the element with this id, opening what hides it, and scrolls it into view.
/// Says whether the focus is there now.
pub fn focus(id: &str) -> bool {
    find(id).is_some_and(|element| focus_on(&element))
}

/// Like [`focus`], for an element at hand.
pub fn focus_on(element: &HtmlElement) -> bool {
    while let Ok(Some(closed)) = element.closest("details:not([open])") {
        if closed.set_attribute("open", "").is_err() {
            break;
        }
    }
    let has_focus = || active().as_ref() == Some(element);
    if element.focus().is_ok() && !has_focus() {
        // A heading or a panel: reachable by script only, so that it is no extra Tab stop.
        let _ = element.set_attribute("tabindex", "-1");
        let _ = element.focus();
    }
    has_focus()
}

/// Moves the focus there and scrolls nothing.
pub fn focus_still(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Whether the focus is where nobody has put it: nowhere, or on the heading of a page that was just opened.
pub fn is_unclaimed() -> bool {
    active().is_none_or(|active| matches!(active.tag_name().as_str(), "BODY" | "H1"))
}

/// The app's element that has the focus.
pub fn active() -> Option<HtmlElement> {
    // A document and a shadow root both know `activeElement`, but share no web-sys type that says so.
    let active = Reflect::get(&get().get_root_node(), &"activeElement".into()).ok()?;
    active.dyn_into().ok()
}

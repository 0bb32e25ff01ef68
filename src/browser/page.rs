//! The page around the app: its title and its scrolling.

use leptos::prelude::{document, window};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether another page of the app was open before this one.
static UNDERWAY: AtomicBool = AtomicBool::new(false);

/// Remembers that a page was opened from another one.
pub fn set_underway() {
    UNDERWAY.store(true, Ordering::Relaxed);
}

/// Whether a page was opened before this one: then its heading takes the focus.
pub fn is_underway() -> bool {
    UNDERWAY.load(Ordering::Relaxed)
}

/// Whether what is changed now belongs to the last step of the history: a group of ticks is one step back.
static GROUPED: AtomicBool = AtomicBool::new(false);

/// Begins or ends a group of changes. Its first one is a step in the history; then `true` is said, and the others
/// take its place.
pub fn group_changes(grouped: bool) {
    GROUPED.store(grouped, Ordering::Relaxed);
}

/// Whether a change belongs to the last step.
pub fn is_grouped() -> bool {
    GROUPED.load(Ordering::Relaxed)
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Keeps the browser from scrolling by itself when one goes back or forward.
pub fn restore_scroll_by_hand() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Scrolls to the top at once.
pub fn scroll_to_top() {
    scroll_to(0.0);
}

/// Scrolls to this many CSS pixels from the top at once.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// A length as CSS has it, fractions included: "52.8px".
pub fn pixels(length: f64) -> String {
    // By the browser: our own would add its tables to the download.
    let number = js_sys::Number::from(length).to_string_with_radix(10).map(String::from).unwrap_or_default();
    format!("{number}px")
}

/// The height of what can be seen of the page, in CSS pixels.
pub fn viewport_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

/// The width of what can be seen of the page, in CSS pixels, without the bar that scrolls it.
pub fn viewport_width() -> f64 {
    document().document_element().map(|page| page.client_width().into()).unwrap_or_default()
}

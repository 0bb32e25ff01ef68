//! What the browser remembers: between visits in local storage, and for a tab in session storage.
//!
//! Local storage is for preferences only, such as the theme, and for recent places that the browser's own history contains too. No
//! secret and nothing a person typed may ever go here: every script of the site can read it, and it outlives the session.

use leptos::prelude::window;
use web_sys::Storage;

/// The stored preference; `None` as well where storage is blocked.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&name(key)).ok()?
}

/// Stores a preference; does nothing where storage is blocked or full.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&name(key), value);
    }
}

/// Forgets what is stored under this key.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&name(key));
    }
}

/// What this tab keeps under this key until it is closed: what a reload must not lose, without secrets.
pub fn kept(key: &str) -> Option<String> {
    tab()?.get_item(&name(key)).ok()?
}

/// Keeps a text for this tab; does nothing where storage is blocked or full.
pub fn keep(key: &str, value: &str) {
    if let Some(tab) = tab() {
        let _ = tab.set_item(&name(key), value);
    }
}

/// Forgets what this tab keeps under this key.
pub fn forget(key: &str) {
    if let Some(tab) = tab() {
        let _ = tab.remove_item(&name(key));
    }
}

fn tab() -> Option<Storage> {
    window().session_storage().ok()?
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

/// The origin may be shared with Jira and its other apps.
fn name(key: &str) -> String {
    format!("patchbay.{key}")
}

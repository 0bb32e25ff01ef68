//! Ids for elements that only have to find each other, or be found again.

use std::sync::atomic::{AtomicU32, Ordering};

use web_sys::HtmlElement;

use crate::browser::root;

static NEXT: AtomicU32 = AtomicU32::new(1);

/// An id that no other element of the app has.
pub fn fresh_id(prefix: &str) -> String {
    format!("{prefix}-{}", next())
}

/// What an element is marked with to find it later; lighter than a node reference, and never disposed.
#[derive(Clone, Copy, Debug)]
pub struct Mark(u32);

impl Mark {
    /// A mark that no other element has.
    pub fn new() -> Self {
        Self(next())
    }

    /// What the element has as its id.
    pub fn id(self) -> String {
        format!("mark-{}", self.0)
    }

    /// The element, while it is on the page.
    pub fn find(self) -> Option<HtmlElement> {
        root::find(&self.id())
    }

    /// Moves the focus there, if it is on the page.
    pub fn focus(self) {
        root::focus(&self.id());
    }
}

fn next() -> u32 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

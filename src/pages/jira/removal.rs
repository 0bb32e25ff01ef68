//! The integration to remove.

use leptos::prelude::*;

/// The integration to remove; copies are the same.
#[derive(Clone, Copy)]
pub struct Removal {
    /// Its id.
    pub id: RwSignal<Option<u64>>,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
}

impl Removal {
    /// None yet.
    pub fn new() -> Self {
        Self { id: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Opens the dialog for this integration.
    pub fn ask(self, id: u64) {
        self.id.set(Some(id));
        self.open.set(true);
    }

    /// Whether the dialog is open, and for this integration.
    pub fn is_open_for(self, id: u64) -> bool {
        self.open.try_get_untracked() == Some(true) && self.id.try_get_untracked() == Some(Some(id))
    }
}

//! An integration with what a list of many needs, made once when it is read.

use crate::browser::case::lower;
use patchbay_model::gij::{Brief, Staleness};
use patchbay_scan::haystack;
use std::sync::Arc;

/// An integration with what searching and sorting need, made once when it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The integration.
    pub integration: Arc<Brief>,
    /// Name, origin and id in lower case.
    pub haystack: String,
    /// Its place by name; see [`rank`].
    pub place: usize,
    /// Which of the integrations with its id it is, from 0.
    pub nth: u32,
    /// How many integrations have its id.
    pub of: u32,
}

impl Row {
    /// Prepares an integration for the list.
    pub fn new(integration: Brief) -> Self {
        let id = format!("#{}", integration.id);
        let haystack = haystack(&[integration.name(), integration.origin(), &id], lower);
        Self { haystack, place: usize::MAX, nth: 0, of: 1, integration: Arc::new(integration) }
    }

    /// Replaces it. Returns whether its name has changed, so that its place may have changed.
    pub fn replace(&mut self, row: Self) -> bool {
        let renamed = self.integration.name() != row.integration.name();
        *self = Self { place: self.place, nth: self.nth, of: self.of, ..row };
        renamed
    }

    /// Its id.
    pub fn id(&self) -> u64 {
        self.integration.id
    }

    /// What tells its row from all others: several can have one id.
    pub fn key(&self) -> u64 {
        Self::key_of(self.id(), self.nth)
    }

    /// The key of the row of the `nth` integration with this id, from 0.
    pub fn key_of(id: u64, nth: u32) -> u64 {
        id ^ (u64::from(nth) << 48)
    }

    /// Ids of the projects it is associated with.
    pub fn projects(&self) -> &[u64] {
        self.integration.projects()
    }

    /// The word for when it was last indexed: `fresh`, `stale` or `never`.
    pub fn indexed(&self, now: f64, stale_hours: u32) -> &'static str {
        match self.integration.staleness(now, f64::from(stale_hours)) {
            Staleness::Fresh => "fresh",
            Staleness::Stale | Staleness::VeryStale => "stale",
            Staleness::Never => "never",
        }
    }

    /// The word for whether it is switched on: `enabled` or `disabled`.
    pub fn status(&self) -> &'static str {
        if self.integration.is_disabled() { "disabled" } else { "enabled" }
    }

    /// Whether somebody should look at it: it is enabled, and its index is stale or does not exist.
    pub fn needs_attention(&self, now: f64, stale_hours: u32) -> bool {
        !self.integration.is_disabled() && self.indexed(now, stale_hours) != "fresh"
    }
}

/// Sets the place of each row by name. `order` returns the indexes of the rows in the order of their names.
pub fn rank(rows: &mut [Row], order: impl FnOnce(&[Row]) -> Vec<usize>) {
    for (place, at) in order(rows).into_iter().enumerate() {
        if let Some(row) = rows.get_mut(at) {
            row.place = place;
        }
    }
}

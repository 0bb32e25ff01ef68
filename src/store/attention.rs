//! How many integrations need attention, counted from the list that was read, in slices.

use super::inventory::Inventory;
use crate::browser::slices::Slices;
use crate::browser::task::spawn;
use leptos::prelude::{GetValue, Set};
use patchbay_model::gij::Brief;
use patchbay_model::gij::health::{Concern, Finding, count_besides_indexing, lasting};
use std::sync::Arc;

/// Counts them: what the list tells, and the errors that are known from when they were last looked for.
pub fn count(inventory: Inventory) {
    let Some(rows) = inventory.list.get_untracked() else { return };
    spawn(async move {
        let all: Vec<&Brief> = rows.iter().map(|row| &*row.integration).collect();
        let mut slices = Slices::new();
        let mut found = lasting(&all, &mut async || slices.rest().await).await;
        let failed = inventory.failed.get_value();
        let has_failed = |one: &&&Brief| !one.is_disabled() && failed.contains(&one.id);
        let ids = all.iter().filter(has_failed).map(|one| one.id).collect();
        found.push(Finding { concern: Concern::Failed, ids, repositories: Vec::new() });
        // Another list is counted by itself.
        if inventory.list.get_untracked().is_some_and(|now| Arc::ptr_eq(&now, &rows)) {
            inventory.concerns.set(Some(count_besides_indexing(&found)));
        }
    });
}

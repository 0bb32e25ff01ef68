//! What is odd about the list of integrations.

use crate::store::Inventory;
use crate::ui::oddities;
use leptos::prelude::*;

/// The notices; none while all is well.
#[component]
pub fn Oddities(inventory: Inventory) -> impl IntoView {
    move || {
        let rows = inventory.rows();
        let twins = rows.iter().filter(|row| row.of > 1 && row.nth == 0);
        let twins: Vec<String> = twins.map(|row| format!("#{}", row.id())).collect();
        oddities("Jira", &inventory.odd().integrations, &twins)
    }
}

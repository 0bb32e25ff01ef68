//! Integrations that Jira lists with the same number: shown apart, and pointed out.

use super::row::Row;
use std::collections::HashMap;

/// Says of each row how many have its number, and which of them it is.
pub fn tell_apart(rows: &mut [Row]) {
    let mut seen = HashMap::with_capacity(rows.len());
    for row in rows.iter_mut() {
        if let Some(before) = seen.insert(row.id(), 1) {
            row.nth = before;
            seen.insert(row.id(), before + 1);
        }
    }
    if seen.len() < rows.len() {
        for row in rows {
            row.of = seen.get(&row.id()).copied().unwrap_or(1);
        }
    }
}

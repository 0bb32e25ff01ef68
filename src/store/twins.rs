//! Integrations that Jira lists with the same number: shown apart, and pointed out.

use super::row::Row;
use std::collections::HashMap;

/// Says of each row how many have its number, and which of them it is.
pub fn tell_apart(rows: &mut [Row]) {
    let mut seen: HashMap<u64, usize> = HashMap::with_capacity(rows.len());
    for row in rows.iter_mut() {
        let before = seen.get(&row.id()).copied().unwrap_or_default();
        row.nth = before as u32;
        seen.insert(row.id(), before + 1);
    }
    if seen.len() < rows.len() {
        for row in rows {
            row.of = seen.get(&row.id()).map_or(1, |of| *of as u32);
        }
    }
}

//! The rows of a long table that are drawn: copies of one template, kept while they are in view.

use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::stamp::{Filling, Stamp, Template};
use crate::browser::{page, root};

/// What the row at an index is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowId {
    /// Where what it shows is kept; what [`Fill`] gets.
    pub entry: usize,
    /// What stays the same wherever the row moves, such as an id.
    pub key: u64,
}

/// What the blanks of the row of this entry say. Never equal to another one: rows are filled again for a new one only.
#[derive(Clone)]
pub struct Fill(pub Arc<dyn Fn(usize) -> Filling + Send + Sync>);

impl PartialEq for Fill {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is drawn.
pub struct Rows {
    template: Template,
    drawn: Vec<Drawn>,
}

struct Drawn {
    id: RowId,
    /// From zero, in the whole table.
    index: usize,
    /// What filled its blanks.
    filled: Fill,
    stamp: Stamp,
}

impl Rows {
    /// None yet.
    pub fn new(template: Template) -> Self {
        Self { template, drawn: Vec::new() }
    }

    /// Draws these rows in the table and no others, with these spaces before and after them, in CSS pixels. Rows that were
    /// there stay as they are, with the focus.
    pub fn draw(&mut self, table: &Element, wanted: &[(usize, RowId)], fill: &Fill, spaces: [f64; 2]) {
        let Some(after) = table.last_element_child() else { return };
        let Some(body) = after.previous_element_sibling() else { return };
        let mut left = std::mem::take(&mut self.drawn);
        for &(index, id) in wanted {
            let known = left.iter().position(|row| row.id.key == id.key).map(|at| left.remove(at));
            self.drawn.extend(match known {
                Some(row) => Some(row.again(index, id, fill)),
                None => self.template.stamp().map(|stamp| Drawn::new(index, id, fill, stamp)),
            });
        }
        let active = root::active().filter(|active| body.contains(Some(active)));
        let has_focus =
            |row: &Drawn| active.as_ref().is_some_and(|active| row.stamp.root.contains(Some(active)));
        // Scrolled away: the table takes the focus, or it would be lost, and the page with it. Before anything is
        // changed, because it has the page laid out.
        if left.iter().any(has_focus) {
            let _ = table.set_attribute("tabindex", "-1");
            root::focus_still(table.unchecked_ref());
        }
        left.iter().for_each(|row| row.stamp.root.remove());
        let mut next = body.first_element_child();
        for Drawn { stamp: Stamp { root, .. }, .. } in &self.drawn {
            if next.as_ref() == Some(root) {
                next = root.next_element_sibling();
            } else {
                let _ = body.insert_before(root, next.as_deref());
            }
        }
        for (space, height) in [body.previous_element_sibling(), Some(after)].into_iter().zip(spaces) {
            let cell = space.and_then(|space| space.query_selector("td").ok().flatten());
            if let Some(cell) = cell {
                let cell: &HtmlElement = cell.unchecked_ref();
                let _ = cell.style().set_property("block-size", &page::pixels(height));
            }
        }
        // What is moved loses the focus.
        if let Some(active) = active.filter(|active| body.contains(Some(active)))
            && root::active().as_ref() != Some(&active)
        {
            root::focus_still(&active);
        }
    }
}

impl Drawn {
    fn new(index: usize, id: RowId, fill: &Fill, mut stamp: Stamp) -> Self {
        stamp.fill(fill.0(id.entry));
        number(&stamp, index);
        Self { id, index, filled: fill.clone(), stamp }
    }

    fn again(mut self, index: usize, id: RowId, fill: &Fill) -> Self {
        if self.id.entry != id.entry || self.filled != *fill {
            self.stamp.fill(fill.0(id.entry));
            self.filled = fill.clone();
        }
        if self.index != index {
            number(&self.stamp, index);
        }
        Self { id, index, ..self }
    }
}

/// Counted from one, after the head row.
fn number(stamp: &Stamp, index: usize) {
    let _ = stamp.root.set_attribute("aria-rowindex", &(index + 2).to_string());
}

//! The head of a column of checkboxes.

use super::el::{El, el};

/// A head with a checkbox that stands for all rows: its id, what it is called, and what to do when it is pressed.
pub fn check_head(
    id: &'static str,
    name: impl Fn() -> String + Send + 'static,
    press: impl Fn() + Send + 'static,
) -> El {
    let check = el("input")
        .attr("type", "checkbox")
        .attr("id", id)
        .live("aria-label", move || Some(name().into()))
        .on("change", move |_| press());
    // The label makes the whole cell sensitive.
    el("th").attr("scope", "col").class("pick").child(el("label").child(check))
}

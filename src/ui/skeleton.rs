//! The place of a table that is still being read.

use leptos::prelude::*;

use super::el::*;
use crate::browser::root;

/// As many grey rows as are expected, so that nothing jumps when they come.
#[component]
pub fn Skeleton(
    /// How many rows.
    rows: usize,
) -> impl IntoView {
    // A page is waited for, and then what it shows, in the place of these: that is said once.
    let others = root::get().query_selector(".skeleton");
    let said = (!matches!(others, Ok(Some(_)))).then(|| unseen("Loading…"));
    el("div")
        .class("skeleton")
        .attr("role", "status")
        .attr("aria-busy", "true")
        .children(said.into_iter())
        .children((0..rows).map(|_| el("div").attr("aria-hidden", "true")))
}

//! The place of a table that is still being read.

use leptos::prelude::*;

use super::el::*;

/// As many grey rows as are expected, so that nothing jumps when they come.
#[component]
pub fn Skeleton(
    /// How many rows.
    rows: usize,
) -> impl IntoView {
    el("div")
        .class("skeleton")
        .attr("role", "status")
        .attr("aria-busy", "true")
        .child(unseen("Loading…"))
        .children((0..rows).map(|_| el("div").attr("aria-hidden", "true")))
}

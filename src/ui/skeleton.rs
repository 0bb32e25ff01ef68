//! The place of a table that is still being read.

use leptos::prelude::*;

/// As many grey rows as are expected, so that nothing jumps when they come.
#[component]
pub fn Skeleton(
    /// How many rows.
    rows: usize,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-busy="true">
            <span class="sr-only">"Loading…"</span>
            {(0..rows).map(|_| view! { <div aria-hidden="true"></div> }).collect_view()}
        </div>
    }
}

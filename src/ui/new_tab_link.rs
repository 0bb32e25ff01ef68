//! A link to another site, as a button that opens a new tab and says so.

use leptos::prelude::*;

use super::el::*;

/// Leaves this page, and what is typed in it, as it is.
#[component]
pub fn NewTabLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What is there: a verb first.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    el("a")
        .class("btn")
        .attr("href", href)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .text(label)
        .child(unseen(" (opens a new tab)"))
}

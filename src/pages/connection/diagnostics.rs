//! What a bug report should hold, shown in full before it is copied.

use super::check::Check;
use super::report::report;
use crate::browser::reactive::memo;
use crate::ui::CopyButton;
use crate::ui::el::el;
use leptos::prelude::*;

/// The heading.
const HEADING: &str = "diagnostics";

/// The text and a button that copies it.
#[component]
pub fn Diagnostics(checks: Vec<Check>) -> impl IntoView {
    let text = memo(move || report(&checks));
    let about = "For a bug report. It holds the addresses of your servers, but no token, no name of a person and nothing of \
                 your integrations.";
    el("section")
        .class("part")
        .attr("aria-labelledby", HEADING)
        .child(el("h2").attr("id", HEADING).text("Diagnostics"))
        .child(el("p").class("sub").text(about))
        .child(el("pre").class("facts").live_text(move || text.get()))
        .child(el("div").view(view! { <CopyButton label="Copy diagnostics" text /> }))
}

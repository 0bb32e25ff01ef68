//! The heading of a page: names the tab, is announced and takes the focus when the page was opened from another.

use super::CONTENT;
use super::el::{El, el};
use crate::browser::effect::effect;
use crate::browser::reactive::derive;
use crate::browser::{page, root};
use crate::sentences;
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};

const ID: &str = "page-title";

/// Moves the focus to the heading, when the element that has it disappears.
pub fn focus_title() {
    root::focus(ID);
}

/// The way past the bar: to the heading, or to the page as long as it has none.
pub fn skip_link() -> El {
    let skip = |event: web_sys::Event| {
        // Followed, the link would be taken for an address of the app.
        event.prevent_default();
        if !root::focus(ID) {
            root::focus(CONTENT);
        }
    };
    el("a")
        .class("sr-only skip")
        .attr("href", format!("#{CONTENT}"))
        .text(sentences::SKIP_TO_THE_CONTENT)
        .on("click", skip)
}

/// The one `<h1>` of a page.
#[component]
pub fn PageTitle(
    /// What the page is about; may change when more is known.
    #[prop(into)]
    title: Signal<String>,
    /// Whether something on the page needs mending: then the tab says so.
    #[prop(optional, into)]
    has_error: Signal<bool>,
    /// What it belongs to, such as a project: for the tab, because the page shows it beside the heading.
    #[prop(optional, into)]
    of: Signal<String>,
) -> impl IntoView {
    let title = derive(move || short(&title.read(), NAME));
    effect(move || {
        let prefix = if has_error.get() { "Error: " } else { "" };
        let of = Some(of.get()).filter(|of| !of.is_empty()).map(|of| format!(" – {of}")).unwrap_or_default();
        page::set_title(&format!("{prefix}{}{of} – Patchbay", title.get()));
    });
    // A focused heading is read out: that is the announcement.
    if page::is_underway() {
        effect(move || {
            root::focus(ID);
        });
    }
    view! { <h1 id=ID tabindex="-1">{move || title.get()}</h1> }
}

//! The heading of a page: names the tab, is announced and takes the focus when the page was opened from another.

use crate::browser::effect::effect;
use crate::browser::reactive::derive;
use crate::browser::{page, root};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};

const ID: &str = "page-title";

/// Moves the focus to the heading, when the element that has it disappears.
pub fn focus_title() {
    root::focus(ID);
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
) -> impl IntoView {
    let title = derive(move || short(&title.read(), NAME));
    effect(move || {
        let prefix = if has_error.get() { "Error: " } else { "" };
        page::set_title(&format!("{prefix}{} – Patchbay", title.get()));
    });
    // A focused heading is read out: that is the announcement.
    if page::is_underway() {
        effect(move || {
            root::focus(ID);
        });
    }
    view! { <h1 id=ID tabindex="-1">{move || title.get()}</h1> }
}

//! Shown in place of a list that is empty.

use leptos::prelude::*;

use super::el::*;

/// Says that there is nothing, why, and offers the way on.
#[component]
pub fn Empty(
    /// "No integrations yet".
    #[prop(into)]
    title: String,
    /// What that means.
    #[prop(into)]
    text: String,
    /// The button that begins, or that clears the filters.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let empty = el("div").class("empty").child(el("h2").text(title)).child(el("p").text(text));
    match children {
        Some(children) => empty.view(children()),
        None => empty,
    }
}

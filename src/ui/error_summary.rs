//! All problems of a form in one list whose entries lead to their fields.
//!
//! As the GOV.UK design system does it: the same sentence as beside the field, read out when it appears.

use leptos::prelude::*;

use super::{Tone, el::*, fresh_id};
use crate::browser::root;

/// Nothing while there is no problem.
#[component]
pub fn ErrorSummary(
    /// The element's id, for `browser::root::focus` after a refused submit.
    #[prop(into)]
    id: String,
    /// Says how many there are: "Two settings need attention".
    #[prop(into)]
    title: Signal<String>,
    /// The id of the field's element and the sentence.
    #[prop(into)]
    problems: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let title_id = fresh_id("summary");
    let any = Signal::derive(move || problems.with(|problems| !problems.is_empty()));
    when(any, move || {
        let list = el("ul").live_children(move || problems.get().into_iter().map(entry).collect());
        el("div")
            .attr("id", id.clone())
            .class("notice bad")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", title_id.clone())
            .child(symbol(Tone::Bad.symbol()))
            .child(
                el("div")
                    .child(el("b").attr("id", title_id.clone()).live_text(move || title.get()))
                    .child(list),
            )
    })
}

/// A button, not a link: `#id` would be taken for one of the app's own addresses.
fn entry((field, message): (String, String)) -> El {
    let lead = move || {
        root::focus(&field);
    };
    el("li").child(button("link").text(message).on_click(lead))
}

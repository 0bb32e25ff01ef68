//! One of two texts, or not decided yet.

use leptos::prelude::*;

use super::{el::*, fresh_id};

/// A group of two radio buttons.
#[component]
pub fn Either(
    /// What it is about.
    label: String,
    /// What is said below that.
    note: String,
    /// Whose the texts are, and the texts; the second one is `true`.
    texts: [(&'static str, String); 2],
    /// Which one is chosen; none at first.
    chosen: Signal<Option<bool>>,
    /// Takes the choice.
    on_choose: Callback<bool>,
) -> impl IntoView {
    let name = fresh_id("either");
    let radio = |((whose, text), is_second): ((&'static str, String), bool)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name.clone())
            .live_prop("checked", move || (chosen.get() == Some(is_second)).into())
            .on("change", move |_| on_choose.run(is_second));
        let words = el("span").text(whose).child(el("span").class("mono").text(text));
        el("label").child(input).child(words)
    };
    el("fieldset")
        .child(el("legend").child(el("b").text(label)))
        .child(el("p").class("sub").text(note))
        .children(texts.into_iter().zip([false, true]).map(radio))
}

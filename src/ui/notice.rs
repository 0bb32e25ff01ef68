//! A box that says something about the page or a part of it.

use leptos::prelude::*;
use patchbay_model::text::{NAME, short};

use super::{Tone, el::*};

/// A symbol, a bold sentence, and what else there is to say.
#[component]
pub fn Notice(
    /// Colour and symbol.
    tone: Tone,
    /// The first, bold sentence.
    #[prop(into)]
    title: String,
    /// Read out at once when it appears, for what happened without being asked.
    #[prop(optional)]
    alert: bool,
    /// More text, lists, buttons with the next step.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let body = el("div").child(el("b").text(short(&title, 2 * NAME)));
    let body = match children {
        Some(children) => body.view(children()),
        None => body,
    };
    el("div")
        .class(format!("notice {}", tone.class()))
        .attr_if("role", alert.then_some("alert"))
        .child(symbol(tone.symbol()))
        .child(body)
}

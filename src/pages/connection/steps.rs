//! The steps of a check, one a line, each with what happened on the wire.

use super::check::{Check, Step};
use crate::browser::reactive::derive;
use crate::ui::el::{El, el};
use crate::ui::{Tag, Tone};
use leptos::prelude::*;

/// More than any check makes.
const MOST: usize = 16;

/// A line for each step, drawn when it is made and then left alone: who has opened its details keeps them open.
pub fn steps(check: Check) -> El {
    // Read out as they come, without what is folded away in them. There from the start: nobody listens to a new region.
    let list = el("ol").class("steps").attr("aria-live", "polite").attr("aria-relevant", "additions");
    (0..MOST).fold(list, |list, at| {
        let made = derive(move || check.steps.read().len() > at);
        list.when(made, move || check.steps.read_untracked().get(at).map_or_else(|| el("li"), line))
    })
}

fn line(step: &Step) -> El {
    let details = el("details")
        .child(el("summary").text("What was sent"))
        .child(el("pre").class("facts").text(step.facts.clone()));
    el("li")
        .child(
            el("p")
                .view(view! { <Tag tone=step.tone text=word(step.tone) symbol=step.tone.symbol() /> })
                .text(" ")
                .text(step.said.clone()),
        )
        .child(details)
}

/// What the tone means here.
pub fn word(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "Proved",
        Tone::Bad => "Fails",
        Tone::Plain | Tone::Info | Tone::Warn => "Unclear",
    }
}

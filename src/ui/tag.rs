//! A word in a coloured box.

use leptos::prelude::*;

use super::{Tone, el};

/// A state in a word or two: "Enabled", "3 days ago".
#[component]
pub fn Tag(
    /// Its colour.
    tone: Tone,
    /// The words; they alone must say it.
    #[prop(into)]
    text: Signal<String>,
    /// Before the words, hidden from screen readers: "●".
    #[prop(optional)]
    symbol: &'static str,
) -> impl IntoView {
    el::el("span")
        .class(format!("tag {}", tone.class()))
        .child_if((!symbol.is_empty()).then(|| el::symbol(symbol)))
        .live_text(move || text.get())
}

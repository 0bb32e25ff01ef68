//! A box that says something about the page or a part of it.

use leptos::prelude::*;

use super::Tone;

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
    view! {
        <div class=format!("notice {}", tone.class()) role=alert.then_some("alert")>
            <span aria-hidden="true">{tone.symbol()}</span>
            <div>
                <b>{title}</b>
                {children.map(|children| children())}
            </div>
        </div>
    }
}

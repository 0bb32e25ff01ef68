//! The steps of a check, one a line, each with what happened on the wire.

use super::check::{Check, Step};
use crate::ui::{Tag, Tone};
use leptos::prelude::*;

/// A line for each step, drawn when it is made and then left alone: details that are open stay open.
#[component]
pub fn Steps(
    /// The check that makes them.
    check: Check,
) -> impl IntoView {
    let made = move || check.steps.get().into_iter().enumerate();
    // A live region: steps are read out when they are added, without their details. It exists from the start, because
    // screen readers ignore new regions.
    view! {
        <ol class="steps" aria-live="polite" aria-relevant="additions">
            <For each=made key=|(at, _)| *at children=|(_, step)| line(step) />
        </ol>
    }
}

fn line(step: Step) -> impl IntoView {
    view! {
        <li>
            <p>
                <Tag tone=step.tone text=word(step.tone) symbol=step.tone.symbol() />
                " "
                {step.said}
            </p>
            <details>
                <summary>"What was sent"</summary>
                <pre class="facts">{step.facts}</pre>
            </details>
        </li>
    }
}

/// What the tone means here.
pub fn word(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "Proved",
        Tone::Bad => "Fails",
        Tone::Plain | Tone::Info | Tone::Warn => "Unclear",
    }
}

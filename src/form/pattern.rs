//! Trying a pattern on sample names before it is saved.

use super::state::Leaf;
use crate::browser::reactive::{memo, typed};
use crate::browser::{numbers, regexp};
use crate::sentences;
use crate::ui::fresh_id;
use leptos::prelude::*;
use patchbay_model::text::pattern::{Trial, check, may_take_for_ever, try_on};

/// Names that can be edited, and which of them the pattern catches.
#[component]
pub fn PatternTrial(
    /// Whether what matches is hidden rather than shown.
    hides: bool,
    /// Names to begin with.
    samples: &'static [&'static str],
    /// The pattern.
    leaf: Leaf,
) -> impl IntoView {
    let names = RwSignal::new(samples.join("\n"));
    let id = fresh_id("samples");
    let field = id.clone();
    let result = move || {
        let entry = leaf.entry.get();
        let pattern = entry.text();
        if pattern.is_empty() || check(pattern).is_err() || may_take_for_ever(pattern) {
            return None;
        }
        let names = names.get();
        let names: Vec<&str> = names.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
        let trials = try_on(pattern, &names, &regexp::matches);
        if trials.iter().any(|trial| trial.part.is_none()) {
            return Some(
                view! { <p class="hint">"The pattern is valid Java, but this browser cannot try it: it uses something that JavaScript does not have."</p> }
                    .into_any(),
            );
        }
        Some(columns(&trials, hides))
    };
    let any = memo(move || !leaf.entry.read().text().is_empty());
    move || {
        let field = field.clone();
        any.get().then(|| {
            view! {
                <div class="trial">
                    <div aria-live="polite">{move || result()}</div>
                    <details>
                        <summary>{sentences::TRY_IT_ON_OTHER_NAMES}</summary>
                        <label for=field.clone()>"Names, one a line"</label>
                        <textarea
                            id=field
                            class="mono"
                            rows="5"
                            spellcheck="false"
                            prop:value=move || names.get()
                            on:input=typed(move |text| names.set(text))
                        ></textarea>
                    </details>
                </div>
            }
        })
    }
}

/// What is shown and what is hidden. Whether the vendor compares whole names or parts of them is documented nowhere, so
/// names for which it makes a difference say so.
fn columns(trials: &[Trial], hides: bool) -> AnyView {
    let caught = |trial: &Trial| trial.whole == Some(true);
    let unsure = |trial: &Trial| trial.whole != trial.part;
    let list = |want: bool| {
        let items: Vec<_> = trials
            .iter()
            .filter(|trial| caught(trial) == want)
            .map(|trial| {
                let note = unsure(trial).then(|| view! { <small>" matches in part only"</small> });
                view! { <li class="mono">{trial.name.clone()} {note}</li> }
            })
            .collect();
        (items.len(), items)
    };
    let (shown_count, shown) = list(!hides);
    let (hidden_count, hidden) = list(hides);
    let doubt = trials.iter().any(unsure).then(|| {
        view! {
            <p class="hint">
                "The vendor does not say whether the whole name must match. Add “.*” at the ends to be sure of a match in part."
            </p>
        }
    });
    view! {
        <div class="kept">
            <div>
                <h3>{format!("Shown · {}", numbers::count(shown_count))}</h3>
                <ul>{shown}</ul>
            </div>
            <div>
                <h3>{format!("Hidden · {}", numbers::count(hidden_count))}</h3>
                <ul>{hidden}</ul>
            </div>
        </div>
        {doubt}
    }
    .into_any()
}

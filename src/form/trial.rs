//! Trying what was entered on samples that can be edited, before it is saved.

use super::state::Leaf;
use crate::browser::reactive::{memo, typed};
use crate::ui::fresh_id;
use leptos::prelude::*;

/// The result, and the samples; nothing while the field is empty.
#[component]
pub fn Trial(
    /// What is tried.
    leaf: Leaf,
    /// The samples.
    samples: RwSignal<String>,
    /// What opens the samples.
    summary: &'static str,
    /// What they are called.
    label: &'static str,
    /// How many rows of them are seen, as HTML says it.
    rows: &'static str,
    /// What comes of it; followed.
    #[prop(into)]
    result: ViewFn,
    /// Shown below the samples.
    #[prop(optional, into)]
    below: ViewFn,
) -> impl IntoView {
    let id = fresh_id("samples");
    let is_entered = memo(move || !leaf.entry.read().text().is_empty());
    move || {
        let (id, result, below) = (id.clone(), result.clone(), below.clone());
        is_entered.get().then(|| {
            view! {
                <div class="trial">
                    <div aria-live="polite">{move || result.run()}</div>
                    <details>
                        <summary>{summary}</summary>
                        <label for=id.clone()>{label}</label>
                        <textarea
                            id=id
                            class="mono"
                            rows=rows
                            spellcheck="false"
                            prop:value=move || samples.get()
                            on:input=typed(move |text| samples.set(text))
                        ></textarea>
                        {below.run()}
                    </details>
                </div>
            }
        })
    }
}

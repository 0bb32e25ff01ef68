//! Trying what was entered on samples that can be edited, before it is saved.

use super::state::Leaf;
use crate::browser::announcer::announce_after_pause;
use crate::browser::effect::effect;
use crate::browser::reactive::{memo, typed};
use crate::browser::root;
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
    // One sentence once nobody types any more: as a live region, the lists would be read out at each keystroke.
    let result_id = fresh_id("trial");
    let mut is_first = true;
    effect({
        let id = result_id.clone();
        move || {
            leaf.entry.track();
            samples.track();
            let id = id.clone();
            if !std::mem::take(&mut is_first) && leaf.differs.get_untracked() {
                announce_after_pause(move || in_short(&id));
            }
        }
    });
    move || {
        let (id, result_id, result, below) = (id.clone(), result_id.clone(), result.clone(), below.clone());
        is_entered.get().then(|| {
            view! {
                <div class="trial">
                    <div id=result_id>{move || result.run()}</div>
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

/// The sentence and the headings of a result: "Kept · 3. Dropped · 2."
fn in_short(id: &str) -> String {
    let Some(found) = root::find(id).and_then(|one| one.query_selector_all("h3, .hint, .err").ok()) else {
        return String::new();
    };
    let texts = (0..found.length()).filter_map(|at| found.get(at)?.text_content());
    texts.map(|text| format!("{}. ", text.trim_end_matches('.'))).collect()
}

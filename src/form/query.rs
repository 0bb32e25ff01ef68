//! Trying a filter on sample repositories before it is saved.

use super::state::Leaf;
use crate::browser::numbers;
use crate::browser::reactive::{click, memo, typed};
use crate::sentences;
use crate::ui::fresh_id;
use leptos::prelude::*;
use patchbay_model::text::query::{HostShape, Query};

/// Sample repositories that can be edited, and which of them the filter keeps.
#[component]
pub fn QueryTrial(
    /// How the host lists repositories.
    shape: HostShape,
    /// The filter.
    leaf: Leaf,
) -> impl IntoView {
    let sample = RwSignal::new(shape.sample_json().to_owned());
    let id = fresh_id("sample");
    let field = id.clone();
    // A filter that cannot be read is reported under its field already.
    let query = Memo::new_with_compare(
        move |_| {
            let entry = leaf.entry.get();
            let text = entry.text().to_owned();
            (!text.is_empty() && leaf.problem.read().is_none()).then_some(text)
        },
        |before, after| before != after,
    );
    let result = move || {
        let query = Query::parse(&query.get()?).ok()?;
        Some(match query.apply(shape, &sample.read()) {
            Ok(split) => view! {
                <span class="hint">
                    {format!(
                        "Tried on {} sample repositories: keeps {}, drops {}.",
                        numbers::count(split.kept.len() + split.dropped.len()),
                        numbers::count(split.kept.len()),
                        numbers::count(split.dropped.len()),
                    )}
                    {split
                        .kept
                        .is_empty()
                        .then_some(" A filter that keeps none makes Jira drop every repository: check names and types.")}
                </span>
                <div class="kept">
                    {box_of(format!("Kept · {}", numbers::count(split.kept.len())), split.kept)}
                    {box_of(format!("Dropped · {}", numbers::count(split.dropped.len())), split.dropped)}
                </div>
            }
            .into_any(),
            Err(error) => view! { <span class="err">{error.to_string()}</span> }.into_any(),
        })
    };
    let any = memo(move || !leaf.entry.read().text().is_empty());
    move || {
        let field = field.clone();
        any.get().then(|| {
            view! {
                <div class="trial">
                    <div aria-live="polite">{move || result()}</div>
                    <details>
                        <summary>{sentences::EDIT_THE_SAMPLE_REPOSITORIES}</summary>
                        <label for=field.clone()>"Sample, as the host’s REST API lists repositories"</label>
                        <textarea
                            id=field
                            class="mono"
                            rows="10"
                            spellcheck="false"
                            prop:value=move || sample.get()
                            on:input=typed(move |text| sample.set(text))
                        ></textarea>
                        <button type="button" on:click=click(move || sample.set(shape.sample_json().to_owned()))>
                            "Restore the sample"
                        </button>
                    </details>
                </div>
            }
        })
    }
}

fn box_of(title: String, names: Vec<String>) -> impl IntoView {
    view! {
        <div>
            <h3>{title}</h3>
            <ul>{names.into_iter().map(|name| view! { <li class="mono">{name}</li> }).collect_view()}</ul>
        </div>
    }
}

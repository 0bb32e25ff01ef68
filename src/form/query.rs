//! Trying a filter on sample repositories before it is saved.

use super::real::{RealRepository, UseReal};
use super::state::Leaf;
use super::trial::Trial;
use crate::browser::numbers;
use crate::browser::reactive::{click, memo};
use crate::sentences;
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
    let is_real = RwSignal::new(false);
    let sample = RwSignal::new(shape.sample_json().to_owned());
    // A filter that cannot be read is reported under its field already.
    let query = memo(move || {
        let entry = leaf.entry.get();
        let text = entry.text().to_owned();
        (!text.is_empty() && leaf.problem.read().is_none()).then_some(text)
    });
    let result = move || {
        let query = Query::parse(&query.get()?).ok()?;
        Some(match query.apply(shape, &sample.read()) {
            Ok(split) => view! {
                <span class="hint">
                    {format!(
                        "Tried on {} {}repositories: keeps {}, drops {}.",
                        numbers::count(split.kept.len() + split.dropped.len()),
                        if is_real.get() { "" } else { "sample " },
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
    let restore = move || {
        view! {
            <button type="button" on:click=click(move || sample.set(shape.sample_json().to_owned()))>
                "Restore the sample"
            </button>
        }
    };
    let write = Callback::new(move |all: Vec<RealRepository>| {
        shape.json_of(all.iter().map(|one| (one.name.as_str(), one.path.as_str())))
    });
    view! {
        <UseReal
            leaf
            samples=sample
            write
            is_real
            note="Only their names are known: a filter on another field cannot be tried on them."
        />
        <Trial
            leaf
            samples=sample
            summary=sentences::EDIT_THE_SAMPLE_REPOSITORIES
            label="Sample, as the host’s REST API lists repositories"
            rows="10"
            result
            below=restore
        />
    }
}

/// How many names are drawn of each kind.
pub const DRAWN: usize = 100;

fn box_of(title: String, names: Vec<String>) -> impl IntoView {
    let more = names.len().saturating_sub(DRAWN);
    view! {
        <div>
            <h3>{title}</h3>
            <ul>
                {names.into_iter().take(DRAWN).map(|name| view! { <li class="mono">{name}</li> }).collect_view()}
            </ul>
            {(more > 0).then(|| view! { <p class="hint">{format!("and {} more", numbers::count(more))}</p> })}
        </div>
    }
}

//! Trying a pattern on sample names before it is saved.

use super::query::DRAWN;
use super::real::{RealRepository, UseReal};
use super::state::Leaf;
use super::trial::Trial;
use crate::browser::numbers;
use crate::sentences;
use leptos::prelude::*;
use patchbay_model::text::pattern::{self, TrialError, try_on};

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
    let note = match hides {
        true => "They are names of repositories: Jira compares the pattern with titles of pull requests.",
        false => "They are names of repositories: Jira compares the pattern with tags.",
    };
    let result = move || {
        let entry = leaf.entry.get();
        let pattern = entry.text();
        if pattern.is_empty() {
            return None;
        }
        let names = names.get();
        let names: Vec<&str> = names.lines().map(str::trim).filter(|name| !name.is_empty()).collect();
        match try_on(pattern, &names) {
            Ok(trials) => Some(columns(&trials, hides)),
            // It is reported under its field already.
            Err(TrialError::Invalid(_)) => None,
            Err(error @ (TrialError::Costly | TrialError::Untried(_))) => {
                Some(view! { <p class="hint">{error.to_string()}</p> }.into_any())
            }
        }
    };
    let write = Callback::new(move |all: Vec<RealRepository>| {
        all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("\n")
    });
    view! {
        <UseReal leaf samples=names write note=note />
        <Trial
            leaf
            samples=names
            summary=sentences::TRY_IT_ON_OTHER_NAMES
            label="Names, one a line"
            rows="5"
            result
        />
    }
}

/// What is shown and what is hidden. Whether the vendor compares whole names or parts of them is documented nowhere, so
/// names for which it makes a difference say so.
fn columns(trials: &[pattern::Trial], hides: bool) -> AnyView {
    let caught = |trial: &pattern::Trial| trial.whole;
    let unsure = |trial: &pattern::Trial| trial.whole != trial.part;
    let list = |want: bool| {
        let items: Vec<_> = trials
            .iter()
            .filter(|trial| caught(trial) == want)
            .take(DRAWN)
            .map(|trial| {
                let note = unsure(trial).then(|| view! { <small>" matches in part only"</small> });
                view! { <li class="mono">{trial.name.clone()} {note}</li> }
            })
            .collect();
        (trials.iter().filter(|trial| caught(trial) == want).count(), items)
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

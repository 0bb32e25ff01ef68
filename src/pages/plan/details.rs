//! All about one step: what changes field by field, what should be known, what came of it.

use super::table::line;
use crate::browser::effect::effect;
use crate::browser::reactive::derive;
use crate::plan;
use crate::sentences;
use crate::ui::{CopyButton, Dialog};
use leptos::prelude::*;
use patchbay_model::Vendor;
use patchbay_model::edit::Action;
use patchbay_model::text::{NAME, short};

/// A dialog with the details of `step`; closed where there is none.
#[component]
pub fn Details(
    /// The step.
    step: RwSignal<Option<usize>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    effect(move || open.set(step.get().is_some()));
    let title = derive(move || {
        let name = |at: usize| plan::look(|plan| plan.planned.get(at).map(|one| one.step().name.clone()));
        short(&step.get().and_then(name).flatten().unwrap_or_default(), NAME)
    });
    view! {
        <Dialog open title on_close=Callback::new(move |()| step.set(None))>
            {move || step.get().map(body)}
        </Dialog>
    }
}

fn body(at: usize) -> AnyView {
    plan::follow(|plan| {
        let Some(planned) = plan.and_then(|plan| plan.planned.get(at)) else { return ().into_any() };
        let told = plan.and_then(|plan| plan.results.get(at)).and_then(Option::clone);
        let step = planned.step();
        let what = match (step.action, step.changes.is_empty()) {
            (None, _) if step.notes.is_empty() && step.problems.is_empty() => {
                "Nothing is changed: it is already so."
            }
            (None, _) => "Nothing is changed.",
            (Some(Action::Add), _) => match plan.map(|plan| plan.session.server.vendor()) {
                Some(Vendor::GitLab) => "It is set up with these settings:",
                Some(Vendor::Jira) | None => "It is added with these settings:",
            },
            (Some(Action::Remove), _) => "It is removed, with its settings and stored credentials.",
            (Some(_), _) => "These settings are changed:",
        };
        let changes = step.changes.iter().map(|change| {
            let text = line(change);
            view! { <li>{short(&text, 2_000)}</li> }
        });
        let list = |title: &'static str, sentences: &[String]| {
            let items = sentences.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
            (!sentences.is_empty()).then(|| {
                view! {
                    <h3>{title}</h3>
                    <ul>{items}</ul>
                }
            })
        };
        let result = told.map(|told| {
            let facts = told.error.map(|error| {
                let facts = error.facts.to_string();
                view! {
                    <details>
                        <summary>{sentences::DETAILS_FOR_A_BUG_REPORT}</summary>
                        <pre class="facts">{facts.clone()}</pre>
                        <CopyButton label="Copy details" text=facts />
                    </details>
                }
            });
            view! {
                <h3>{format!("Result: {}", told.word)}</h3>
                <p>{short(&told.sentence, 2_000)}</p>
                {facts}
            }
        });
        view! {
            <p>{what}</p>
            <ul>{changes.collect_view()}</ul>
            {list("Problems", &step.problems)}
            {list("Good to know", &step.notes)}
            {result}
        }
        .into_any()
    })
}

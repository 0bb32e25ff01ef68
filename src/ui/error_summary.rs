//! All problems of a form in one list whose entries lead to their fields.
//!
//! As the GOV.UK design system does it: the same sentence as beside the field, read out when it appears.

use leptos::prelude::*;

use super::{Tone, fresh_id};
use crate::browser::root;

/// Nothing while there is no problem.
#[component]
pub fn ErrorSummary(
    /// The element's id, for `browser::root::focus` after a refused submit.
    #[prop(into)]
    id: String,
    /// Says how many there are: "Two settings need attention".
    #[prop(into)]
    title: Signal<String>,
    /// The id of the field's element and the sentence.
    #[prop(into)]
    problems: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let title_id = fresh_id("summary");
    let any = Memo::new(move |_| problems.with(|problems| !problems.is_empty()));
    // Drawn anew only when it appears; its entries change in place, so that a focused one stays where it is.
    move || {
        any.get().then(|| {
            view! {
                <div
                    id=id.clone()
                    class="notice bad"
                    role="alert"
                    tabindex="-1"
                    aria-labelledby=title_id.clone()
                >
                    <span aria-hidden="true">{Tone::Bad.symbol()}</span>
                    <div>
                        <b id=title_id.clone()>{move || title.get()}</b>
                        <ul>{move || problems.get().into_iter().map(entry).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    }
}

/// A button, not a link: `#id` would be taken for one of the app's own addresses.
fn entry((field, message): (String, String)) -> impl IntoView {
    let lead = move |_| {
        root::focus(&field);
    };
    view! {
        <li>
            <button type="button" class="link" on:click=lead>
                {message}
            </button>
        </li>
    }
}

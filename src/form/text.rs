//! Fields one types in: text, addresses, numbers, patterns, filters, JSON.

use super::ids::{error_id, field_id, hint_id};
use super::state::Leaf;
use crate::browser::focus_moves::is_off_to_submit;
use crate::browser::reactive::{derive, typed};
use leptos::prelude::*;
use patchbay_model::text::recipients::{Addressed, Recipients};
use patchbay_model::{Entry, Field, Kind};

/// An input or, for what may be long, a text area.
#[component]
pub fn TextField(
    /// The field.
    field: Field,
    /// Its signals.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
    /// Whether it must be filled in.
    required: Signal<bool>,
) -> impl IntoView {
    let key = field.key.to_string();
    let value = derive(move || match leaf.entry.get() {
        Entry::Text(text) => text,
        Entry::Toggle(_) | Entry::Secret(_) | Entry::Projects(_) => String::new(),
    });
    let invalid = derive(move || problem.read().is_some().then_some("true"));
    let described = {
        let (hint, error, has_hint) = (hint_id(&key), error_id(&key), !field.help.is_empty());
        move || match (has_hint, problem.read().is_some()) {
            (true, true) => Some(format!("{hint} {error}")),
            (true, false) => Some(hint.clone()),
            (false, true) => Some(error.clone()),
            (false, false) => None,
        }
    };
    let required = derive(move || required.get().then_some("true"));
    let id = field_id(&key);
    // Not the bare example: that would look as if it were filled in.
    let placeholder = match &*field.placeholder {
        "" => String::new(),
        example => format!("For example: {example}"),
    };
    let blur = move |event| {
        if !is_off_to_submit(&event) {
            leaf.touched.set(true);
        }
    };
    // Which keys a phone offers. Nothing that goes into a form is prose: it is neither corrected nor capitalised.
    let inputmode = match &field.kind {
        Kind::Url | Kind::WebAddress => Some("url"),
        Kind::Integer { .. } => Some("numeric"),
        Kind::Recipients(Recipients { addressed: Addressed::Email, .. }) => Some("email"),
        _ => None,
    };
    match field.kind {
        Kind::Query { .. }
        | Kind::Json
        | Kind::Multiline
        | Kind::Lines
        | Kind::Recipients(_)
        | Kind::Refspecs => {
            let rows = match field.kind {
                Kind::Json => "6",
                Kind::Query { .. } | Kind::Refspecs => "2",
                _ => "4",
            };
            let mono = matches!(field.kind, Kind::Query { .. } | Kind::Json | Kind::Refspecs);
            view! {
                <textarea
                    id=id
                    class=if mono { "mono" } else { "" }
                    rows=rows
                    placeholder=placeholder
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    prop:autocorrect=false
                    inputmode=inputmode
                    aria-required=required
                    aria-invalid=invalid
                    aria-describedby=described
                    prop:value=value
                    on:input=typed(move |text| leaf.set(Entry::Text(text)))
                    on:blur=blur
                ></textarea>
            }
            .into_any()
        }
        _ => {
            let mono = matches!(field.kind, Kind::Pattern { .. } | Kind::ApiPath | Kind::ServerPath);
            let numeric = inputmode == Some("numeric");
            let (unit, list, known) = match &field.kind {
                Kind::Integer { unit, .. } if !unit.is_empty() => (Some(*unit), None, &[] as &[&str]),
                Kind::Region { known } => (None, Some(format!("list-{key}")), *known),
                _ => (None, None, &[] as &[&str]),
            };
            let suggestions = list.clone().map(|list| {
                view! {
                    <datalist id=list>
                        {known.iter().map(|region| view! { <option value=*region></option> }).collect_view()}
                    </datalist>
                }
            });
            view! {
                <span class=if unit.is_some() { "row" } else { "whole" }>
                    <input
                        id=id
                        type="text"
                        class=if mono { "mono" } else if numeric { "num" } else { "" }
                        inputmode=inputmode
                        placeholder=placeholder
                        spellcheck="false"
                        autocomplete="off"
                        autocapitalize="off"
                        prop:autocorrect=false
                        list=list
                        aria-required=required
                        aria-invalid=invalid
                        aria-describedby=described
                        prop:value=value
                        on:input=typed(move |text| leaf.set(Entry::Text(text)))
                        on:blur=blur
                    />
                    {unit.map(|unit| view! { <span class="sub">{unit}</span> })}
                </span>
                {suggestions}
            }
            .into_any()
        }
    }
}

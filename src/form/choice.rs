//! One of a few: radio buttons; one of many: a list that opens.

use super::field::{error_id, hint_id};
use super::state::{Leaf, field_id};
use crate::ui::el::{Words, el, while_true};
use leptos::prelude::*;
use patchbay_model::form::{Choice, Required};
use patchbay_model::{Entry, Field};

/// The options in a group.
#[component]
pub fn ChoiceField(
    /// The field.
    field: Field,
    /// What can be chosen.
    options: Vec<Choice>,
    /// What it holds.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
) -> impl IntoView {
    let key = field.key.to_string();
    let name = format!("choice-{key}");
    let described = {
        let (hint, error, has_hint) = (hint_id(&key), error_id(&key), !field.help.is_empty());
        move || if problem.read().is_some() { Some(error.clone()) } else { has_hint.then(|| hint.clone()) }
    };
    let radios = options
        .into_iter()
        .enumerate()
        .map(|(place, Choice { value, label })| {
            let id = if place == 0 { field_id(&key) } else { format!("{}-{value}", field_id(&key)) };
            view! {
                <label>
                    <input
                        id=id
                        type="radio"
                        name=name.clone()
                        value=value
                        prop:checked=move || leaf.entry.read().text() == value
                        on:change=move |_| leaf.set(Entry::from(value))
                    />
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="radios" aria-describedby=described>
            <legend>{field.label.clone().into_owned()}</legend>
            {radios}
        </fieldset>
    }
}

/// From this many options on they do not stand side by side any more.
pub const MANY: usize = 8;

/// The options in a list that opens. The label is the field's own.
#[component]
pub fn SelectField(
    /// The field.
    field: Field,
    /// What can be chosen.
    options: Vec<Choice>,
    /// What it holds.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
) -> impl IntoView {
    let key = field.key.to_string();
    let described = {
        let (hint, error, has_hint) = (hint_id(&key), error_id(&key), !field.help.is_empty());
        move || -> Option<Words> {
            if problem.read().is_some() {
                Some(error.clone().into())
            } else {
                has_hint.then(|| hint.clone().into())
            }
        }
    };
    let option = |Choice { value, label }: Choice| el("option").attr("value", value).text(label);
    el("select")
        .attr("id", field_id(&key))
        .attr_if("aria-required", (field.required != Required::No).then_some("true"))
        .live("aria-invalid", move || while_true(problem.read().is_some()))
        .live("aria-describedby", described)
        .children(options.into_iter().map(option))
        // After the options: a list takes only a value that it has.
        .live_prop("value", move || leaf.entry.read().text().into())
        .on("change", move |event| {
            leaf.touched.set(true);
            leaf.set(Entry::Text(event_target_value(&event)));
        })
}

//! One of a few: radio buttons; one of many: a list that opens.

use super::ids::{error_id, field_id, hint_id};
use super::state::Leaf;
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
    /// Its signals.
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

/// From this many options on they are in a list instead of side by side.
pub const MANY: usize = 8;

/// The options in a list that opens. The label is the field's own.
#[component]
pub fn SelectField(
    /// The field.
    field: Field,
    /// What can be chosen.
    options: Vec<Choice>,
    /// Its signals.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
) -> impl IntoView {
    let key = field.key.to_string();
    let described = {
        let (hint, error, has_hint) = (hint_id(&key), error_id(&key), !field.help.is_empty());
        move || if problem.read().is_some() { Some(error.clone()) } else { has_hint.then(|| hint.clone()) }
    };
    let change = move |event| {
        leaf.touched.set(true);
        leaf.set(Entry::Text(event_target_value(&event)));
    };
    let option = |Choice { value, label }: Choice| view! { <option value=value>{label}</option> };
    view! {
        <select
            id=field_id(&key)
            aria-required=(field.required != Required::No).then_some("true")
            aria-invalid=move || problem.read().is_some().then_some("true")
            aria-describedby=described
            // Leptos sets a `value` once all is built: a list takes only one that it has.
            prop:value=move || leaf.entry.read().text().to_owned()
            on:change=change
        >
            {options.into_iter().map(option).collect_view()}
        </select>
    }
}

//! One setting: what is done with it, and what is entered for that.

use super::state::Edits;
use crate::browser::reactive::{click, memo};
use crate::form::{FieldView, field_id};
use crate::ui::focus_title;
use leptos::prelude::*;
use patchbay_model::Field;
use patchbay_model::plan::edits::{Way, ways};
use patchbay_model::plan::inputs::{inputs, name};

/// Draws the setting while it is changed.
#[component]
pub fn Block(
    /// What it is part of.
    edits: Edits,
    /// The place of the setting.
    at: usize,
    /// Whether it can be left as it is again.
    removable: bool,
) -> impl IntoView {
    let is_picked = memo(move || edits.picked.read().contains(&at));
    move || {
        let (field, way) = (edits.field(at)?, edits.way(at)?);
        is_picked.get().then(|| draw(edits, at, field, way, removable))
    }
}

fn draw(edits: Edits, at: usize, field: Field, way: RwSignal<Way>, removable: bool) -> AnyView {
    let label = field.label.to_string();
    let form = edits.form;
    let choice = {
        let ways = ways(&field);
        (ways.len() > 1).then(|| select(&field, ways, way))
    };
    let leave = removable.then(|| {
        let put_back = click(move || {
            // The button disappears with its setting.
            focus_title();
            edits.put_back(at);
        });
        view! {
            <button type="button" class="link" on:click=put_back>
                "Do not change"
                <span class="sr-only">" " {label.clone()}</span>
            </button>
        }
    });
    let entered = {
        let field = StoredValue::new(field);
        move || {
            let way = way.get();
            field.with_value(|field| {
                let entered = inputs(field, way);
                if entered.is_empty() {
                    return view! { <p class="sub">{without_input(field, way)}</p> }.into_any();
                }
                let draw = |field: Field| {
                    let leaf = form.leaf(&field.key)?;
                    Some(view! { <FieldView form field leaf editing=false /> })
                };
                entered.into_iter().filter_map(draw).collect_view().into_any()
            })
        }
    };
    view! {
        <section class="section edit" aria-label=label>
            // Seen, it would only repeat the label of the field.
            <h2 class="sr-only">{label.clone()}</h2>
            <div class="way">{choice} {leave}</div>
            {entered}
        </section>
    }
    .into_any()
}

/// What is said where there is nothing to enter.
fn without_input(field: &Field, way: Way) -> String {
    match way {
        Way::All => "Issues of all projects will show commits, including projects created later.".to_owned(),
        _ => format!("“{}” will be empty.", field.label),
    }
}

/// The choice of what is done with it.
fn select(field: &Field, ways: Vec<Way>, way: RwSignal<Way>) -> impl IntoView + use<> {
    let id = field_id(&format!("{}-way", field.key));
    let options = ways
        .iter()
        .enumerate()
        .map(|(place, way)| view! { <option value=place.to_string()>{name(field, *way)}</option> })
        .collect_view();
    let chosen = {
        let ways = ways.clone();
        move || ways.iter().position(|one| *one == way.get()).unwrap_or_default().to_string()
    };
    let change = move |event| {
        let place = event_target_value(&event).parse().unwrap_or(0_usize);
        if let Some(chosen) = ways.get(place) {
            way.set(*chosen);
        }
    };
    view! {
        <select id=id aria-label=format!("What to do with {}", field.label) prop:value=chosen on:change=change>
            {options}
        </select>
    }
}

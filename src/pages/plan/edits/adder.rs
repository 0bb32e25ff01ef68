//! The choice of one more setting to change.

use super::state::Edits;
use crate::browser::reactive::{click, memo};
use crate::browser::root;
use crate::form::field_id;
use crate::sentences;
use leptos::prelude::*;
use patchbay_model::plan::edits::ways;
use patchbay_model::plan::inputs::inputs;

/// The id of the list of settings.
const SETTINGS: &str = "settings-to-add";

/// A list of the settings that are not changed yet, and the button that adds one.
#[component]
pub fn Adder(edits: Edits) -> impl IntoView {
    let left = memo(move || {
        let picked = edits.picked.get();
        let labels = edits.labels().into_iter().enumerate();
        labels.filter(|(at, _)| !picked.contains(at)).collect::<Vec<_>>()
    });
    let selected = RwSignal::new(0_usize);
    // The one that was added is gone from the list.
    let current = memo(move || {
        let left = left.read();
        let is_left = left.iter().find(|(at, _)| *at == selected.get());
        is_left.or(left.first()).map(|(at, _)| *at)
    });
    let add = move || {
        let Some(at) = current.get_untracked() else { return };
        edits.pick(at);
        let next = left.with_untracked(|left| left.iter().map(|(at, _)| *at).find(|other| *other > at));
        selected.set(next.unwrap_or_default());
        request_animation_frame(move || {
            if let Some(id) = first_input(edits, at) {
                root::focus(&id);
            }
        });
    };
    let options = move || {
        let option = |(at, label): (usize, String)| {
            view! { <option value=at.to_string() selected=current.get_untracked() == Some(at)>{label}</option> }
        };
        left.get().into_iter().map(option).collect_view()
    };
    let change = move |event| selected.set(event_target_value(&event).parse().unwrap_or_default());
    move || {
        (!left.read().is_empty()).then(|| {
            view! {
                <div class="section">
                    <div class="field">
                        <label for=SETTINGS>{sentences::SETTING_TO_CHANGE}</label>
                        <span class="row">
                            <select
                                id=SETTINGS
                                prop:value=move || current.get().unwrap_or_default().to_string()
                                on:change=change
                            >
                                {options}
                            </select>
                            <button type="button" on:click=click(add)>
                                {sentences::ADD_SETTING}
                            </button>
                        </span>
                    </div>
                </div>
            }
        })
    }
}

/// The id of what is entered or chosen first for a setting.
fn first_input(edits: Edits, at: usize) -> Option<String> {
    let field = edits.field(at)?;
    if ways(&field).len() > 1 {
        return Some(field_id(&format!("{}-way", field.key)));
    }
    let way = edits.way(at)?.get_untracked();
    inputs(&field, way).first().map(|input| field_id(&input.key))
}

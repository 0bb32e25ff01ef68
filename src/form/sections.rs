//! The sections of a form, one below the other.

use super::field::FieldView;
use super::state::FormState;
use leptos::prelude::*;
use patchbay_model::{Layout, Mode};

/// Draws the schema. Two short fields stand side by side where there is room.
#[component]
pub fn Sections(form: FormState) -> impl IntoView {
    let schema = form.schema();
    let editing = schema.mode == Mode::Edit;
    schema
        .sections
        .iter()
        .filter(|section| !section.fields.is_empty())
        .map(|section| {
            let about =
                (!section.about.is_empty()).then(|| view! { <span class="sub">{section.about}</span> });
            let fields: Vec<_> = section
                .fields
                .iter()
                .filter_map(|field| {
                    let leaf = form.leaf(&field.key)?;
                    Some(view! { <FieldView form field=field.clone() leaf editing /> })
                })
                .collect();
            view! {
                <section class="section">
                    <header>
                        <h2>{section.title}</h2>
                        {about}
                    </header>
                    <div class=match section.layout {
                        Layout::Grid => "grid2",
                        Layout::Events => "grid2 events",
                    }>{fields}</div>
                </section>
            }
        })
        .collect_view()
}

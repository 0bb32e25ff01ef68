//! The sections of a form, one below the other.

use super::events::Events;
use super::field::FieldView;
use super::state::FormState;
use leptos::prelude::*;
use patchbay_model::{Layout, Mode};

/// Draws the schema. Two short fields are side by side if there is room.
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
            let fields = match section.layout {
                Layout::Events => view! { <Events form fields=section.fields.clone() editing /> }.into_any(),
                Layout::Grid => {
                    let fields: Vec<_> = section
                        .fields
                        .iter()
                        // It is drawn with the key.
                        .filter(|field| !schema.is_file_name(&field.key))
                        .filter_map(|field| {
                            let leaf = form.leaf(&field.key)?;
                            Some(view! { <FieldView form field=field.clone() leaf editing /> })
                        })
                        .collect();
                    view! { <div class="grid2">{fields}</div> }.into_any()
                }
            };
            view! {
                <section class="section">
                    <header>
                        <h2>{section.title}</h2>
                        {about}
                    </header>
                    {fields}
                </section>
            }
        })
        .collect_view()
}

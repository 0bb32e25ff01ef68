//! A stored secret: kept unless somebody replaces it.

use super::field::{error_id, hint_id};
use super::secret_input::SecretInput;
use super::state::{Leaf, field_id};
use crate::browser::effect::effect;
use crate::browser::root;
use leptos::prelude::*;
use patchbay_model::field::Required;
use patchbay_model::{Entry, Field, Secret};

/// "Kept as stored" with Replace, or the field for a new one with Keep.
#[component]
pub fn SecretField(
    /// The field.
    field: Field,
    /// The server that keeps it, as sentences name it.
    server: &'static str,
    /// What it holds.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
    /// Whether there may be a stored one to keep.
    editing: bool,
) -> impl IntoView {
    let key = field.key.to_string();
    let label = field.label.to_lowercase();
    // Where a new one is asked for anyway, there is nothing to keep.
    let can_keep = editing && field.required != Required::Always;
    let typed = RwSignal::new(match leaf.entry.get_untracked() {
        Entry::Secret(Secret::Replace(text)) => text,
        _ => String::new(),
    });
    let replacing = RwSignal::new(!can_keep || leaf.entry.get_untracked() != Entry::Secret(Secret::Keep));
    // The form takes what is typed; and when the form is reset, the field follows.
    effect(move || {
        let secret = match (replacing.get(), typed.get()) {
            (true, text) if !text.is_empty() => Secret::Replace(text),
            (true, _) if can_keep => Secret::Replace(String::new()),
            _ => Secret::Keep,
        };
        if *leaf.entry.read_untracked() != Entry::Secret(secret.clone()) {
            leaf.set(Entry::Secret(secret));
        }
    });
    effect(move || {
        if *leaf.entry.read() == Entry::Secret(Secret::Keep) {
            typed.set(String::new());
            replacing.set(!can_keep);
        }
    });
    let hint = (!field.help.is_empty()).then(|| hint_id(&key));
    let id = field_id(&key);
    let replace_id = id.clone();
    let replace = move |_| {
        replacing.set(true);
        let id = replace_id.clone();
        request_animation_frame(move || {
            root::focus(&id);
        });
    };
    let keep_id = id.clone();
    let keep = move |_| {
        replacing.set(false);
        let id = keep_id.clone();
        request_animation_frame(move || {
            root::focus(&id);
        });
    };
    move || {
        if replacing.get() {
            let keep = keep.clone();
            view! {
                <SecretInput
                    id=id.clone()
                    value=typed
                    problem
                    described_by=error_id(&key)
                    hinted_by=hint.clone().unwrap_or_default()
                    on_left=Callback::new(move |()| leaf.touched.set(true))
                />
                {can_keep
                    .then(|| {
                        view! {
                            <button type="button" class="link" on:click=keep>
                                "Keep the stored " {label.clone()}
                            </button>
                        }
                    })}
            }
            .into_any()
        } else {
            view! {
                <span class="secret">
                    <span class="tag plain">
                        <span aria-hidden="true">"●●●●●●●● "</span>
                        "kept as stored"
                    </span>
                    <button type="button" id=id.clone() aria-label=format!("Replace the {label}") on:click=replace.clone()>
                        "Replace"
                    </button>
                </span>
                <span class="hint">
                    {server} " never returns the " {label.clone()} ", so nothing is sent unless you replace it."
                </span>
            }
            .into_any()
        }
    }
}

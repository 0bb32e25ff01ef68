//! A stored secret: kept until the user replaces it, or removes it where the server does not require it.

use super::ids::{error_id, field_id, hint_id};
use super::state::Leaf;
use crate::browser::effect::effect;
use crate::browser::reactive::click;
use crate::browser::root;
use crate::ui::SecretInput;
use leptos::prelude::*;
use patchbay_model::form::Required;
use patchbay_model::{Entry, Field, Secret, Vendor};

/// What happens to the stored secret.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Kept,
    Replaced,
    Removed,
}

/// "Kept as stored" with Replace and Remove, or the field for a new one with Keep.
#[component]
pub fn SecretField(
    /// The field.
    field: Field,
    /// The vendor of the server that stores it.
    vendor: Vendor,
    /// Its signals.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
    /// Whether there may be a stored one to keep.
    editing: bool,
) -> impl IntoView {
    let key = field.key.to_string();
    let label = field.label.to_lowercase();
    // If the form asks for a new one anyway, there is nothing to keep.
    let can_keep = editing && field.required != Required::Always;
    let can_remove = can_keep && field.required == Required::No;
    let resting = if can_keep { Fate::Kept } else { Fate::Replaced };
    let typed = RwSignal::new(match leaf.entry.get_untracked() {
        Entry::Secret(Secret::Replace(text)) => text,
        _ => String::new(),
    });
    let fate = RwSignal::new(match leaf.entry.get_untracked() {
        Entry::Secret(Secret::Keep) => resting,
        Entry::Secret(Secret::Clear) => Fate::Removed,
        _ => Fate::Replaced,
    });
    // Only what is typed replaces anything: the open field alone is no change.
    let chosen = move || match (fate.get(), typed.get()) {
        (Fate::Replaced, text) if !text.is_empty() => Secret::Replace(text),
        (Fate::Removed, _) => Secret::Clear,
        (Fate::Replaced | Fate::Kept, _) => Secret::Keep,
    };
    // The form takes what is typed; and when the form is reset, or gets back what was discarded, the field follows.
    effect(move || {
        let secret = Entry::Secret(chosen());
        if *leaf.entry.read_untracked() != secret {
            leaf.set(secret);
        }
    });
    effect(move || {
        let Entry::Secret(secret) = leaf.entry.get() else { return };
        if secret == untrack(chosen) {
            return;
        }
        let (text, now) = match secret {
            Secret::Keep => (String::new(), resting),
            Secret::Replace(text) => (text, Fate::Replaced),
            Secret::Clear => (String::new(), Fate::Removed),
        };
        typed.set(text);
        fate.set(now);
    });
    let hint = (!field.help.is_empty()).then(|| hint_id(&key));
    let id = field_id(&key);
    // Each of the three has an element with the field's id, which takes over the focus.
    let turn = {
        let id = id.clone();
        move |to: Fate| {
            let id = id.clone();
            move || {
                let id = id.clone();
                if to != Fate::Replaced {
                    typed.set(String::new());
                }
                fate.set(to);
                request_animation_frame(move || {
                    root::focus(&id);
                });
            }
        }
    };
    move || {
        match fate.get() {
        Fate::Replaced => view! {
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
                        <button type="button" class="link" on:click=click(turn(Fate::Kept))>
                            "Keep the stored " {label.clone()}
                        </button>
                    }
                })}
        }
        .into_any(),
        Fate::Kept => view! {
            <span class="secret">
                <span class="tag plain">
                    <span aria-hidden="true">"●●●●●●●● "</span>
                    "kept as stored"
                </span>
                <button
                    type="button"
                    id=id.clone()
                    aria-label=format!("Replace the {label}")
                    on:click=click(turn(Fate::Replaced))
                >
                    "Replace"
                </button>
                {can_remove
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                aria-label=format!("Remove the {label}")
                                on:click=click(turn(Fate::Removed))
                            >
                                "Remove"
                            </button>
                        }
                    })}
            </span>
            <span class="hint">
                {vendor.name()} " never returns the " {label.clone()} ", so nothing is sent unless you replace it."
            </span>
        }
        .into_any(),
        Fate::Removed => view! {
            <span class="secret">
                <span class="tag warn">"will be removed"</span>
                <button type="button" id=id.clone() on:click=click(turn(Fate::Kept))>
                    "Keep the stored " {label.clone()}
                </button>
            </span>
        }
        .into_any(),
    }
    }
}

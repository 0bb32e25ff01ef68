//! Somebody else changed the integration while the form was open: shown field by field, before anything is overwritten.

use super::saving::Saving;
use crate::browser::effect::effect;
use crate::reactive::{click, memo};
use crate::ui::{Dialog, Tone, toast};
use leptos::prelude::*;
use patchbay_model::gij::{Conflict, Integration};

/// What is on the server now, and where it differs from what the form began with.
#[derive(Clone)]
pub struct Clash {
    /// The integration as it is now.
    pub theirs: Integration,
    /// The fields that differ.
    pub conflicts: Vec<Conflict>,
}

/// Stands on the page once; opens when a save finds something.
#[component]
pub fn ConflictDialog(saving: Saving) -> impl IntoView {
    let open = RwSignal::new(false);
    effect(move || open.set(saving.clash.read().is_some()));
    let close = Callback::new(move |()| saving.clash.set(None));
    let both = memo(move || {
        saving.clash.with(|clash| {
            clash.as_ref().is_some_and(|clash| clash.conflicts.iter().any(|conflict| conflict.mine.is_some()))
        })
    });
    let settle = move |keep_mine: bool, then_save: bool| {
        saving.settle(keep_mine);
        if !keep_mine {
            toast(Tone::Info, "Your changes to these settings were replaced by theirs. Nothing was sent.");
        }
        if then_save {
            saving.save();
        }
    };
    let actions = move || {
        view! {
            <button type="button" on:click=click(move || close.run(()))>"Back to the form"</button>
            <Show when=move || both.get()>
                <button type="button" on:click=click(move || settle(false, false))>"Take theirs"</button>
            </Show>
            <button type="button" class="primary" on:click=click(move || settle(true, true))>
                {move || if both.get() { "Save mine over theirs" } else { "Keep theirs and save mine" }}
            </button>
        }
    };
    let rows =
        move || saving.clash.get().into_iter().flat_map(|clash| clash.conflicts).map(row).collect_view();
    view! {
        <Dialog open title="Somebody else changed this integration" tone=Tone::Warn actions on_close=close>
            <p>
                "These settings are no longer as they were when you opened the form. Nothing has been saved yet. "
                "Settings that only they changed stay as they are; where you both changed one, you decide."
            </p>
            <div class="scroll" tabindex="0" role="region" aria-label="Settings that differ">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Setting"</th>
                            <th scope="col">"Was"</th>
                            <th scope="col">"Theirs"</th>
                            <th scope="col">"Yours"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Dialog>
    }
}

fn row(conflict: Conflict) -> impl IntoView {
    let mine = match conflict.mine {
        Some(mine) => view! { <ins class="mono">{mine}</ins> }.into_any(),
        None => view! { <span class="sub">"not changed"</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{conflict.label}</th>
            <td><span class="mono">{conflict.base}</span></td>
            <td><del class="mono">{conflict.theirs}</del></td>
            <td>{mine}</td>
        </tr>
    }
}

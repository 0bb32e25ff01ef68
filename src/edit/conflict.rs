//! Somebody else changed the integration while the form was open: shown field by field, before anything is overwritten.

use super::saver::Saver;
use crate::browser::effect::effect;
use crate::browser::reactive::{click, memo};
use crate::sentences;
use crate::ui::{Dialog, Tone};
use leptos::prelude::*;
use patchbay_model::edit::Conflict;

/// Used once on a page; opens when a save finds conflicts.
#[component]
pub fn ConflictDialog(
    /// What found the conflicts.
    saver: Saver,
) -> impl IntoView {
    let conflicts = saver.conflicts;
    let open = RwSignal::new(false);
    effect(move || open.set(!conflicts.read().is_empty()));
    let close = Callback::new(move |()| conflicts.set(Vec::new()));
    let both = memo(move || conflicts.read().iter().any(|conflict| conflict.mine.is_some()));
    let settle = move |keep_mine: bool, then_save: bool| {
        saver.settle(keep_mine);
        if then_save {
            saver.save();
        }
    };
    let actions = move || {
        view! {
            <button type="button" on:click=click(move || close.run(()))>{sentences::BACK_TO_THE_FORM}</button>
            <Show when=move || both.get()>
                <button type="button" on:click=click(move || settle(false, false))>{sentences::TAKE_THEIRS}</button>
            </Show>
            <button type="button" class="primary" on:click=click(move || settle(true, true))>
                {move || if both.get() { sentences::SAVE_MINE_OVER_THEIRS } else { "Keep theirs and save mine" }}
            </button>
        }
    };
    let rows = move || conflicts.get().into_iter().map(row).collect_view();
    view! {
        <Dialog open title=sentences::SOMEBODY_ELSE_CHANGED_IT tone=Tone::Warn actions on_close=close>
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

//! Somebody else changed the same while the form was open: decided field by field, before anything is overwritten.

use super::hooks::Seen;
use super::saver::Saver;
use crate::browser::effect::effect;
use crate::browser::reactive::{click, derive, memo};
use crate::sentences;
use crate::ui::{BusyButton, ButtonTone, Dialog, Either, ShownButton, Tone};
use leptos::prelude::*;
use patchbay_model::edit::Conflict;

/// What was decided: the key of a field, and whether mine stays. Nothing is decided in advance.
type Decided = RwSignal<Vec<(String, bool)>>;

fn decide(decided: Decided, key: &str, is_mine: bool) {
    decided.update(|decided| {
        decided.retain(|(other, _)| other != key);
        decided.push((key.to_owned(), is_mine));
    });
}

/// Used once on a page; opens when a save finds conflicts.
#[component]
pub fn ConflictDialog(
    /// What found the conflicts.
    saver: Saver,
) -> impl IntoView {
    let conflicts = saver.conflicts;
    let decided = Decided::new(Vec::new());
    let open = RwSignal::new(false);
    effect(move || {
        decided.set(Vec::new());
        open.set(!conflicts.read().is_empty());
    });
    let close = Callback::new(move |()| conflicts.set(Vec::new()));
    // How many both changed, and how many of those are not decided.
    let both = memo(move || conflicts.read().iter().filter(|conflict| conflict.mine.is_some()).count());
    let left = memo(move || both.get().saturating_sub(decided.read().len()));
    let disabled_because =
        derive(move || (left.get() > 0).then(|| sentences::DECIDE_EACH_SETTING.to_owned()));
    let several = derive(move || both.get() > 1);
    let label = derive(move || {
        let label = if both.get() > 0 { sentences::SAVE_WHAT_I_CHOSE } else { "Keep theirs and save mine" };
        label.to_owned()
    });
    let settle = move |then_save: bool| {
        let mine = decided.get_untracked();
        saver.settle(
            mine.into_iter().filter_map(|(key, is_mine)| is_mine.then_some(key)).collect(),
            then_save,
        );
    };
    let actions = move || {
        let save = Callback::new(move |()| settle(true));
        view! {
            <button type="button" on:click=click(move || close.run(()))>{sentences::BACK_TO_THE_FORM}</button>
            <ShownButton
                label=sentences::PUT_WHAT_I_CHOSE_INTO_THE_FORM
                shown=derive(move || both.get() != 0 && left.get() == 0)
                on_click=Callback::new(move |()| settle(false))
            />
            <BusyButton label tone=ButtonTone::Primary disabled_because on_click=save />
        }
    };
    let all = move |is_mine: bool| {
        for conflict in conflicts.get_untracked() {
            if conflict.mine.is_some() {
                decide(decided, &conflict.key, is_mine);
            }
        }
    };
    let fields = move || {
        let seen = saver.seen.get_untracked();
        conflicts.get().into_iter().map(|conflict| field(conflict, seen, decided)).collect_view()
    };
    view! {
        <Dialog open title=sentences::SOMEBODY_ELSE_CHANGED_IT tone=Tone::Warn actions on_close=close>
            <p>
                {move || format!("These settings are no longer as they were {}. Nothing has been saved yet. ", since(saver.seen.get()))}
                "Settings that only they changed stay as they are; where you both changed one, you decide."
            </p>
            <div class="row">
                <ShownButton label=sentences::TAKE_ALL_THEIRS shown=several on_click=Callback::new(move |()| all(false)) />
                <ShownButton label=sentences::KEEP_ALL_MINE shown=several on_click=Callback::new(move |()| all(true)) />
            </div>
            <ul class="conflicts">{fields}</ul>
        </Dialog>
    }
}

/// "when you opened the form".
fn since(seen: Seen) -> &'static str {
    match seen {
        Seen::Opened => "when you opened the form",
        Seen::Saved => "when you saved them last",
        Seen::Decided => "when you last decided about them",
        Seen::ReadAgain => "when the form read them again",
    }
}

fn field(conflict: Conflict, seen: Seen, decided: Decided) -> AnyView {
    let Conflict { key, label, base, theirs, mine } = conflict;
    let note = match seen {
        Seen::Opened => format!("When you opened it: {base}"),
        Seen::Saved => format!("After you saved it last: {base}"),
        Seen::Decided => format!("When you last decided: {base}"),
        Seen::ReadAgain => format!("When it was read again: {base}"),
    };
    match mine {
        Some(mine) => {
            let own = key.clone();
            let chosen = derive(move || {
                decided.read().iter().find(|(other, _)| *other == own).map(|(_, is_mine)| *is_mine)
            });
            let on_choose = Callback::new(move |is_mine| decide(decided, &key, is_mine));
            view! {
                <li>
                    <Either label note texts=[("Theirs: ", theirs), ("Yours: ", mine)] chosen on_choose />
                </li>
            }
            .into_any()
        }
        None => view! {
            <li>
                <b>{label}</b>
                <p class="sub">{note}</p>
                <p>"Theirs, which stays: " <ins class="mono">{theirs}</ins></p>
            </li>
        }
        .into_any(),
    }
}

//! The bar at the bottom of the window for what is chosen: how many, and what can be done with them.

use super::choosing::{Ticked, meant, ticked, together};
use super::pick::{Pick, SELECT_ALL};
use crate::browser::effect::effect;
use crate::browser::reactive::{click, memo};
use crate::browser::{announcer::announce, numbers, root};
use crate::sentences;
use crate::store::Selection;
use crate::ui::focus_title;
use leptos::prelude::*;
use std::sync::Arc;

/// The table whose rows are chosen.
#[derive(Clone)]
pub struct DockRows {
    /// The checkboxes that were pressed, until the dock has taken them.
    pub picks: RwSignal<Vec<Pick>>,
    /// Which are chosen, by their ids.
    pub selection: Selection,
    /// The ids of the rows that are shown, in their order; followed.
    pub ids: Arc<dyn Fn() -> Vec<u64> + Send + Sync>,
    /// Follows what has the table drawn again, without a tick in its head.
    pub redrawn: Arc<dyn Fn() + Send + Sync>,
}

/// The bar; nothing while none is chosen. It takes the checkboxes that were pressed, and ticks the one in the head.
#[component]
pub fn SelectionDock(
    /// The table.
    rows: DockRows,
    /// What is chosen, for screen readers: "Selected integrations".
    label: &'static str,
    /// What can be done with them.
    #[prop(into)]
    acts: ViewFn,
) -> impl IntoView {
    let DockRows { picks, selection, ids, redrawn } = rows;
    // The row that was pressed last: a range begins there.
    let last = StoredValue::new(None::<u64>);
    let shown = ids.clone();
    let choose = move |press: Pick| {
        let chosen = selection.ids();
        let (ids, on) = meant(&untrack(|| shown()), &chosen, last.get_value(), press);
        match ids.as_slice() {
            [id] => selection.choose(*id, on),
            _ => selection.set(together(chosen, ids, on).into_iter()),
        }
        if press.id.is_some() {
            last.set_value(press.id);
        }
    };
    let take = choose.clone();
    effect(move || {
        let pressed = picks.get();
        if !pressed.is_empty() {
            picks.update_untracked(Vec::clear);
            pressed.into_iter().for_each(&take);
        }
    });
    // How many of those that are shown are chosen, and how many are shown.
    let counts = memo(move || match selection.count() {
        0 => (0, 0),
        _ => {
            let shown = ids();
            (selection.count_among(&mut shown.iter().copied()), shown.len())
        }
    });
    effect(move || {
        redrawn();
        let (chosen, shown) = counts.get();
        request_animation_frame(move || tick(ticked(chosen, shown)));
    });
    let mut before = untrack(|| selection.count());
    effect(move || {
        let count = selection.count();
        if std::mem::replace(&mut before, count) != count {
            announce(match count {
                0 => "None selected".to_owned(),
                count => format!("{} selected. Enter goes to what can be done.", numbers::count(count)),
            });
        }
    });
    let any = memo(move || selection.count() > 0);
    let tally = move || {
        let (chosen, shown) = counts.get();
        format!("{} of {} selected", numbers::count(chosen), numbers::count(shown))
    };
    let hidden = move || match selection.count().saturating_sub(counts.get().0) {
        0 => String::new(),
        more => format!("and {} that the filters hide", numbers::count(more)),
    };
    let all = Arc::new(choose);
    let all = move || {
        let (chosen, shown) = counts.get();
        let choose = all.clone();
        (chosen < shown).then(|| {
            // It disappears with this, so the focus moves first.
            let act = click(move || {
                root::focus(CLEAR);
                choose(Pick { id: None, is_range: false });
            });
            view! { <button type="button" on:click=act>{format!("Select all {}", numbers::count(shown))}</button> }
        })
    };
    let clear = move || {
        // Where the filters hide all, there is no table.
        if !root::focus(SELECT_ALL) {
            focus_title();
        }
        selection.clear();
    };
    move || {
        let (all, acts) = (all.clone(), acts.clone());
        any.get().then(move || {
            view! {
                <section class="dock" aria-label=label>
                    <b>{tally}</b>
                    <span class="sub">{hidden}</span>
                    {all}
                    <span class="acts">{acts.run()}</span>
                    <button
                        type="button"
                        class="quiet end"
                        id=CLEAR
                        aria-label=sentences::CLEAR_SELECTION
                        title=sentences::CLEAR_SELECTION
                        on:click=click(clear)
                    >
                        <span aria-hidden="true">"✕"</span>
                    </button>
                </section>
            }
        })
    }
}

/// The id of the button that clears the selection.
const CLEAR: &str = "clear-selection";

/// Ticks the checkbox in the head of the table.
fn tick(ticked: Ticked) {
    let Some(all) = root::find(SELECT_ALL) else { return };
    for (name, holds) in [("checked", ticked == Ticked::All), ("indeterminate", ticked == Ticked::Some)] {
        let _ = js_sys::Reflect::set(&all, &name.into(), &holds.into());
    }
}

//! The bar at the bottom of the window for the integrations that are chosen: how many, and what can be done with them.

use super::choosing::{Ticked, meant, ticked, together};
use super::list_view::ListView;
use super::pick::{Pick, SELECT_ALL, Shown};
use crate::browser::effect::effect;
use crate::browser::reactive::{click, memo};
use crate::browser::{announcer::announce, numbers, root};
use crate::route::{JiraPage, PlanPage};
use crate::sentences;
use crate::store::Row;
use crate::ui::focus_title;
use leptos::prelude::*;

/// The bar; nothing while none is chosen. It takes the checkboxes that were pressed, and ticks the one in the head.
#[component]
pub fn Dock(
    /// The list.
    list: ListView,
    /// Indexes of the rows that are shown.
    shown: Shown,
) -> impl IntoView {
    let inventory = list.context.inventory;
    let selection = inventory.selection;
    let ids = move || {
        let rows = inventory.rows();
        shown.read().iter().filter_map(|at| rows.get(*at)).map(Row::id).collect::<Vec<u64>>()
    };
    // The row that was pressed last: a range begins there.
    let last = StoredValue::new(None::<u64>);
    let choose = move |press: Pick| {
        let chosen = selection.ids();
        let (ids, on) = meant(&untrack(ids), &chosen, last.get_value(), press);
        match ids.as_slice() {
            [id] => selection.choose(*id, on),
            _ => selection.set(together(chosen, ids, on).into_iter()),
        }
        if press.id.is_some() {
            last.set_value(press.id);
        }
    };
    effect(move || {
        let picks = list.picks.get();
        if !picks.is_empty() {
            list.picks.update_untracked(Vec::clear);
            picks.into_iter().for_each(choose);
        }
    });
    // How many of those that are shown are chosen, and how many are shown.
    let counts = memo(move || match selection.count() {
        0 => (0, 0),
        _ => {
            let (rows, shown) = (inventory.rows(), shown.read());
            let mut ids = shown.iter().filter_map(|at| rows.get(*at)).map(Row::id);
            (selection.count_among(&mut ids), shown.len())
        }
    });
    effect(move || {
        // Drawn again with the table, without a tick.
        list.query.track();
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
    let all = move || {
        let (chosen, shown) = counts.get();
        (chosen < shown).then(|| {
            // It disappears with this, so the focus moves first.
            let act = click(move || {
                root::focus(CLEAR);
                choose(Pick { id: None, is_range: false });
            });
            view! { <button type="button" on:click=act>{format!("Select all {}", numbers::count(shown))}</button> }
        })
    };
    // Each opens the page that shows the plan first.
    let plans = [
        ("Enable", PlanPage::Enable, "btn"),
        ("Disable", PlanPage::Disable, "btn"),
        ("Change settings…", PlanPage::Change, "btn"),
        ("Projects…", PlanPage::Projects, "btn"),
        ("Replace credentials…", PlanPage::Credentials, "btn"),
        ("Export…", PlanPage::Export, "btn"),
        ("Remove…", PlanPage::Remove, "btn danger"),
    ]
    .map(|(label, page, class)| (label, JiraPage::Plan(page), class));
    let reindex = ("Reindex", JiraPage::Reindex(None), "btn");
    let actions = plans.into_iter().chain([reindex]);
    let actions = actions.map(|(label, page, class)| (label, list.context.session.link(page), class));
    let actions = StoredValue::new(actions.collect::<Vec<_>>());
    let links = move || {
        let link = |(label, href, class): (&'static str, String, &'static str)| {
            view! {
                <a class=class href=href>
                    {label}
                </a>
            }
        };
        actions.get_value().into_iter().map(link).collect_view()
    };
    let clear = move || {
        // Where the filters hide all, there is no table.
        if !root::focus(SELECT_ALL) {
            focus_title();
        }
        selection.clear();
    };
    move || {
        any.get().then(|| {
            view! {
                <section class="dock" aria-label="Selected integrations">
                    <b>{tally}</b>
                    <span class="sub">{hidden}</span>
                    {all}
                    <span class="acts">{links()}</span>
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

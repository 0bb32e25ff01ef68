//! A table of any length that draws only the rows in view, and is a whole table to a screen reader.
//!
//! The page scrolls, not the table. Rows are taken to be equally high at a given width.

use std::cell::Cell;
use std::sync::Arc;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::el::*;
use super::fresh_id::Mark;
use super::stamp::Template;
use super::window::{Window, window};
use super::windowed_rows::{Fill, RowId, Rows};
use crate::browser::{effect::effect, page, place, root};

/// What the row at this index is about. Read the list inside, so that a new order is noticed; must bear an index beyond
/// the end.
pub type RowAt = Arc<dyn Fn(usize) -> RowId + Send + Sync>;

/// A button or a checkbox in a row was pressed.
pub struct Press {
    /// The row.
    pub id: RowId,
    /// The button, or the checkbox.
    pub button: HtmlElement,
    /// Whether the Shift key was held.
    pub with_shift: bool,
    /// Whether it was ArrowUp, which opens a menu at its last item.
    pub upwards: bool,
}

/// The button of a row's menu.
const MENU: &str = "[aria-haspopup]";

thread_local! {
    /// As last measured, so that a table that is drawn again has its height at once.
    static ROW_HEIGHT: Cell<f64> = const { Cell::new(53.0) };
}

/// `<table>` with the rows in view, and empty space in place of the others.
#[component]
pub fn WindowedTable(
    /// The caption, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are in all.
    #[prop(into)]
    count: Signal<usize>,
    /// The cells (`<th>`…) of the head row.
    #[prop(into)]
    head: ViewFn,
    /// What each row is about.
    at: RowAt,
    /// The cells (`<td>`…) of a row, with blanks. The `<tr>` is the table's.
    cells: Vec<El>,
    /// What the blanks say.
    fill: Memo<Fill>,
    /// What its buttons and checkboxes do. Rows listen to nothing themselves.
    #[prop(into)]
    on_press: Callback<Press>,
    /// The row whose first link gets the focus from the heading once it is drawn, by its key; it is scrolled into view
    /// where it is not.
    focus: Option<u64>,
    /// Class of the table, for its column widths.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let (table, before, body) = (Mark::new(), Mark::new(), Mark::new());
    let row_height = RwSignal::new(ROW_HEIGHT.get());
    let top = RwSignal::new(0.0_f64);
    let view_height = RwSignal::new(page::viewport_height());
    // A memo: most scroll events leave the window as it is, and then nothing else runs.
    let drawn = Memo::new(move |_| window(count.get(), row_height.get(), top.get(), view_height.get()));

    let look = move || {
        if let Some(before) = before.find() {
            top.set(before.get_bounding_client_rect().top());
        }
    };
    let width = RwSignal::new(page::viewport_width());
    let measure = move || {
        let Some(body) = body.find() else { return };
        view_height.set(page::viewport_height());
        let height = body.get_bounding_client_rect().height() / f64::from(body.child_element_count());
        let wanted = top.get_untracked() * height / row_height.get_untracked();
        look();
        let is_higher = height.is_normal() && (height - row_height.get_untracked()).abs() > 0.01;
        if is_higher {
            ROW_HEIGHT.set(height);
            row_height.set(height);
        }
        let now = page::viewport_width();
        let is_wider = now != width.get_untracked();
        width.set(now);
        // Where the list was left is a place in rows of this height, whatever they were taken for before they were there.
        if place::distance().is_some() {
            if is_higher {
                place::return_again();
            }
            return;
        }
        // The row at the upper edge stays there, also when what is above the table needs more room or less. It is drawn
        // before the next frame, and then there is room to scroll to it.
        if (is_higher || is_wider) && wanted < 0.0 {
            top.set(wanted);
            request_animation_frame(move || {
                look();
                page::scroll_to(page::scroll_y() + top.get_untracked() - wanted);
            });
        }
    };
    // Rows are in the page only after this; the same applies when the first rows are added to an empty table.
    effect(move || {
        count.track();
        fill.track();
        request_animation_frame(measure);
    });
    let find_at = at.clone();
    if let Some(key) = focus {
        let find = move || (0..count.get_untracked()).find(|index| untrack(|| find_at(*index)).key == key);
        // Where the list was left is scrolled to in a frame, and the rows there are drawn before the next one.
        request_animation_frame(move || {
            request_animation_frame(move || come_back(table, before, row_height, find))
        });
    }
    // Measured anew: letters may have another size since.
    let scrolled = window_event_listener_untyped("scroll", move |_| measure());
    let resized = window_event_listener_untyped("resize", move |_| {
        place::leave();
        measure();
    });
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });

    let pressed = {
        let at = at.clone();
        move |event: &Event, which: &str| -> Option<Press> {
            let target: Element = event.target()?.dyn_into().ok()?;
            let button: HtmlElement = target.closest(which).ok()??.dyn_into().ok()?;
            let row = button.closest("tr").ok()??.get_attribute("aria-rowindex")?;
            let index = row.parse::<usize>().ok()?.checked_sub(2)?;
            let with_shift = Reflect::get(event, &"shiftKey".into()).is_ok_and(|held| held.is_truthy());
            Some(Press { id: untrack(|| at(index)), button, with_shift, upwards: false })
        }
    };
    let (clicked, held, keyed) = (pressed.clone(), pressed.clone(), pressed);
    let click = move |event: Event| {
        if let Some(press) = clicked(&event, "button, input") {
            on_press.run(press);
        }
    };
    // Keeps the focus where it is while the button is pressed.
    let hold = move |event: Event| {
        if held(&event, MENU).is_some() {
            event.prevent_default();
        }
    };
    let key = move |event: KeyboardEvent| {
        let upwards = event.key() == "ArrowUp";
        if (upwards || event.key() == "ArrowDown")
            && let Some(press) = keyed(&event, MENU)
        {
            event.prevent_default();
            on_press.run(Press { upwards, ..press });
        }
    };
    let template = Template::new(el("tr").children(cells.into_iter()));
    let rows = StoredValue::new_local(Rows::new(template));
    // Of another list, what is in view is drawn at once and the rows around it in the next frame: nobody waits for those.
    let frames = RwSignal::new(0_usize);
    let mut last = (top.get_untracked(), 0);
    // Rows and the space around them in one go: a layout in between would move the page.
    let draw = move |table: &Element| {
        let all = drawn.get();
        let (fill, row_height, now) = (fill.get(), row_height.get(), (top.get_untracked(), frames.get()));
        // What is drawn keeps the focus, also out of view.
        let is_used = || root::active().is_some_and(|active| table.contains(Some(&active)));
        let is_other_list = std::mem::replace(&mut last, now) == now && !is_used();
        let seen = all.in_view(row_height, now.0, view_height.get_untracked());
        let Window { start, end } = if is_other_list { seen } else { all };
        if (Window { start, end }) != all {
            request_animation_frame(move || {
                frames.try_update(|frames| *frames += 1);
            });
        }
        let wanted: Vec<(usize, RowId)> = (start..end).map(|index| (index, at(index))).collect();
        let after = count.get().saturating_sub(end);
        let spaces = [start, after].map(|rows| rows as f64 * row_height);
        rows.update_value(|rows| rows.draw(table, &wanted, &fill, spaces));
    };
    el("table")
        .class(class)
        .attr("id", table.id())
        .live("aria-rowcount", move || Some((count.get() + 1).to_string().into()))
        .child(el("caption").class("sr-only").live_text(move || label.get()))
        .child(el("thead").child(el("tr").attr("aria-rowindex", "1").view(head.run())))
        .child(space(before))
        .child(
            el("tbody")
                .class("rows")
                .attr("id", body.id())
                .on("click", click)
                .on("mousedown", hold)
                .on_key(key),
        )
        .child(space(Mark::new()))
        .drive(draw)
}

/// In place of the rows that are not drawn.
fn space(mark: Mark) -> El {
    el("tbody")
        .class("space")
        .attr("id", mark.id())
        .attr("aria-hidden", "true")
        .child(el("tr").child(el("td")))
}

/// Scrolls the row that `find` finds into view, unless it is, and moves the focus to its link.
fn come_back(table: Mark, before: Mark, row_height: RwSignal<f64>, find: impl Fn() -> Option<usize>) {
    // Nothing is left of a table that was drawn anew meanwhile.
    let Some(height) = row_height.try_get_untracked() else { return };
    let (Some(row), Some(before)) = (find(), before.find()) else { return };
    let moves = place::distance().unwrap_or_default();
    let (top, seen) =
        (before.get_bounding_client_rect().top() + row as f64 * height - moves, page::viewport_height());
    // Not even a part of it is below the head, which sticks to the edge.
    if top < 0.0 || top > seen {
        place::leave();
        page::scroll_to(page::scroll_y() + moves + top - seen / 2.0);
    }
    let focus = move || {
        let link = format!("tr[aria-rowindex='{}'] a", row + 2);
        if let Some(table) = table.find()
            && let Ok(Some(link)) = table.query_selector(&link)
            && root::is_unclaimed()
        {
            root::focus_still(link.unchecked_ref::<HtmlElement>());
        }
    };
    // The rows there are drawn after the scrolling was told.
    request_animation_frame(move || request_animation_frame(focus));
}

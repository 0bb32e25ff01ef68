//! A table of any length that draws only the rows in view, and is a whole table to a screen reader.
//!
//! The page scrolls, not the table. Rows are taken to be equally high at a given width.

use std::sync::Arc;

use leptos::prelude::*;

use super::el::*;
use super::fresh_id::Mark;
use super::window::{Window, window};
use crate::browser::{effect::effect, page};

/// Draws the cells (`<td>`…) of the row at this index; runs once for each key that comes into view, so what may
/// change later must be read from signals. The `<tr>` is the table's.
pub type RowView = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// What the row at this index is about, for example its id, and which of the rows about that it is, from 0. Read the list
/// inside, so that a new order is noticed; must bear an index beyond the end.
pub type RowKey = Arc<dyn Fn(usize) -> (u64, u32) + Send + Sync>;

/// Until a row has been measured.
const ROW_HEIGHT_GUESS: f64 = 53.0;

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
    /// The identity of a row.
    key: RowKey,
    /// The cells of a row.
    row: RowView,
    /// Class of the table, for its column widths.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let (before, body) = (Mark::new(), Mark::new());
    let row_height = RwSignal::new(ROW_HEIGHT_GUESS);
    let top = RwSignal::new(0.0_f64);
    let view_height = RwSignal::new(page::viewport_height());
    // A memo: most scroll events leave the window as it is, and then nothing else runs.
    let drawn = Memo::new(move |_| window(count.get(), row_height.get(), top.get(), view_height.get()));

    let look = move || {
        if let Some(before) = before.find() {
            top.set(before.get_bounding_client_rect().top());
        }
    };
    let measure = move || {
        let Some(body) = body.find() else { return };
        view_height.set(page::viewport_height());
        let rows = drawn.with_untracked(|Window { start, end }| end - start);
        let height = body.get_bounding_client_rect().height() / rows as f64;
        if height.is_normal() && height != row_height.get_untracked() {
            row_height.set(height);
        }
        look();
    };
    // Rows are in the page only after this; the same applies when the first rows are added to an empty table.
    effect(move || {
        count.track();
        request_animation_frame(measure);
    });
    let scrolled = window_event_listener_untyped("scroll", move |_| look());
    let resized = window_event_listener_untyped("resize", move |_| measure());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });

    let rows = move || {
        let Window { start, end } = drawn.get();
        (start..end).map(|index| (index, key(index))).collect::<Vec<_>>()
    };
    let one = move |place: ReadSignal<usize>, (index, _): (usize, (u64, u32))| {
        // Counted from one, after the head row.
        let number = move || Some((drawn.with(|drawn| drawn.start) + place.get() + 2).to_string().into());
        el("tr").live("aria-rowindex", number).view(row(index))
    };
    el("table")
        .class(class)
        .live("aria-rowcount", move || Some((count.get() + 1).to_string().into()))
        .child(el("caption").class("sr-only").live_text(move || label.get()))
        .child(el("thead").child(el("tr").attr("aria-rowindex", "1").view(head.run())))
        .child(space(before, move || drawn.get().start as f64 * row_height.get()))
        .child(el("tbody").attr("id", body.id()).view(view! {
            <ForEnumerate each=rows key=|(_, key)| *key children=one />
        }))
        .child(space(Mark::new(), move || {
            count.get().saturating_sub(drawn.get().end) as f64 * row_height.get()
        }))
}

/// In place of the rows that are not drawn; the height in CSS pixels.
fn space(mark: Mark, height: impl Fn() -> f64 + Send + 'static) -> El {
    let cell = el("td").live_style("block-size", move || format!("{}px", height() as u32));
    el("tbody").class("space").attr("id", mark.id()).attr("aria-hidden", "true").child(el("tr").child(cell))
}

//! What of the list is in a later file, fetched when it is first needed: what turns switches, the menu of a row, the values
//! of facets, the dialog that removes, the notices about entries that are odd, the dock for what is chosen, and columns
//! that are not the usual ones.

use super::columns::{self, ColumnTools, ColumnsTable};
use super::dock::Dock;
use super::facet_values::FacetValues;
use super::list_view::ListView;
use super::listing::Facet;
use super::oddities::Oddities;
use super::pick::Shown;
use super::remove::RemoveDialog;
use super::row_menu::RowMenu;
use super::switching::Switches;
use super::waits::Waits;
use crate::browser::effect::effect;
use crate::browser::part::{SplitLoaderError, loaded};
use crate::browser::root;
use crate::browser::task::spawn;
use crate::ui::{Tone, toast};
use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

/// One piece of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The notices, of a switch that failed as well; empty while nothing is odd.
    Notices,
    /// The dialog that removes an integration.
    Removal,
    /// The bar for what is chosen, and switches that take long; empty while there is nothing of it.
    Dock,
    /// The menu of columns, and the facets of those that are chosen.
    Columns,
    /// The table of the columns that are chosen.
    Table,
    /// The menu of a row; empty while it is closed.
    Menu,
    /// The values of a facet; empty while it is closed.
    Facet(Facet),
}

/// Draws a piece, and says which rows there are in which order.
#[derive(Clone, Copy)]
struct Functions {
    draw: fn(ListView, Shown, Piece) -> AnyView,
    order: fn() -> Option<Vec<usize>>,
}

#[cfg_attr(feature = "split", wasm_split(jira, wasm_split_path = ::leptos::wasm_split, fallible))]
fn entry() -> Result<Functions, SplitLoaderError> {
    let draw = |list: ListView, shown, piece| {
        let inventory = list.context.inventory;
        match piece {
            Piece::Notices => view! {
                <Switches list />
                <Oddities inventory />
            }
            .into_any(),
            Piece::Removal => view! { <RemoveDialog removal=list.context.removal /> }.into_any(),
            Piece::Dock => view! {
                <div class="docks">
                    <Waits list />
                    <Dock list shown />
                </div>
            }
            .into_any(),
            Piece::Columns => view! { <ColumnTools list shown /> }.into_any(),
            Piece::Table => view! { <ColumnsTable list shown /> }.into_any(),
            Piece::Menu => view! { <RowMenu list /> }.into_any(),
            Piece::Facet(by) => view! { <FacetValues list by /> }.into_any(),
        }
    };
    Ok(Functions { draw, order: columns::order_of_page })
}

/// All pieces, once they are there; used once on a page.
#[derive(Clone, Copy)]
pub struct Later {
    list: ListView,
    functions: RwSignal<Option<Functions>>,
}

impl Later {
    /// Fetches them when one is needed.
    pub fn new(list: ListView) -> Self {
        let functions = RwSignal::new(None::<Functions>);
        let ListView { context, query, picks, turns, menu, columns, facets, .. } = list;
        let removal = context.removal;
        effect(move || {
            let is_needed = removal.open.get()
                || context.inventory.has_oddities()
                || !picks.read().is_empty()
                || context.inventory.selection.count() > 0
                || !turns.read().is_empty()
                || menu.read().is_some()
                || columns.open.get()
                || facets.iter().any(|facet| facet.open.get())
                || query.read().has_columns();
            if !is_needed || functions.read_untracked().is_some() {
                return;
            }
            spawn(async move {
                match loaded(entry()).await {
                    Ok(those) => drop(functions.try_set(Some(those))),
                    Err(_) => {
                        removal.open.try_set(false);
                        columns.open.try_set(false);
                        for facet in facets {
                            facet.open.try_set(false);
                        }
                        menu.try_set(None);
                        turns.try_set(Vec::new());
                        picks.try_set(Vec::new());
                        uncheck();
                        toast(
                            Tone::Bad,
                            "A part of Patchbay could not be fetched. Check the network, then try again.",
                        );
                    }
                }
            });
        });
        Self { list, functions }
    }

    /// Whether the pieces are there; followed.
    pub fn is_there(self) -> bool {
        self.functions.read().is_some()
    }

    /// A piece, as soon as it is there.
    pub fn piece(self, shown: Shown, piece: Piece) -> AnyView {
        (move || self.functions.get().map(|functions| (functions.draw)(self.list, shown, piece))).into_any()
    }

    /// Which rows there are to choose from, as indexes in their order; `None` for all of them in the order of a usual
    /// column. Followed.
    pub fn order(self) -> Option<Vec<usize>> {
        let is_ordered = self.list.is_ordered.get();
        let functions = self.functions.get_untracked().filter(|_| is_ordered);
        functions.and_then(|functions| (functions.order)())
    }
}

/// Nothing is chosen, whatever the browser has ticked.
fn uncheck() {
    while let Ok(Some(box_)) = root::get().query_selector(".pick input:checked") {
        let _ = js_sys::Reflect::set(&box_, &"checked".into(), &false.into());
    }
}

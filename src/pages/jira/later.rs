//! What of the list is in a later file, fetched when it is first needed: the dialog that removes, the notices about
//! entries that are odd, the dock for what is chosen, and columns that are not the usual ones.

use super::columns::{ColumnTools, ColumnsTable};
use super::dock::Dock;
use super::list_view::{ListView, Shown};
use super::oddities::Oddities;
use super::remove::RemoveDialog;
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
    /// The notices; empty while nothing is odd.
    Notices,
    /// The dialog that removes an integration.
    Removal,
    /// The bar for what is chosen; empty while nothing is.
    Dock,
    /// The menu of columns, and the facets of those that are chosen.
    Columns,
    /// The table of the columns that are chosen.
    Table,
}

/// Draws a piece.
type Draw = fn(ListView, Shown, Piece) -> AnyView;

#[cfg_attr(feature = "split", wasm_split(jira, wasm_split_path = ::leptos::wasm_split, fallible))]
fn entry() -> Result<Draw, SplitLoaderError> {
    Ok(|list, shown, piece| {
        let inventory = list.context.inventory;
        match piece {
            Piece::Notices => view! { <Oddities inventory /> }.into_any(),
            Piece::Removal => view! { <RemoveDialog removal=list.context.removal /> }.into_any(),
            Piece::Dock => view! { <Dock list shown /> }.into_any(),
            Piece::Columns => view! { <ColumnTools list shown /> }.into_any(),
            Piece::Table => view! { <ColumnsTable list shown /> }.into_any(),
        }
    })
}

/// All pieces, once they are there; used once on a page.
#[derive(Clone, Copy)]
pub struct Later {
    list: ListView,
    shown: Shown,
    draw: RwSignal<Option<Draw>>,
}

impl Later {
    /// Fetches them when one is needed.
    pub fn new(list: ListView, shown: Shown) -> Self {
        let draw = RwSignal::new(None::<Draw>);
        let ListView { context, query, picks, columns, .. } = list;
        let removal = context.removal;
        effect(move || {
            let is_needed = removal.open.get()
                || context.inventory.has_oddities()
                || !picks.read().is_empty()
                || context.inventory.selection.count() > 0
                || columns.open.get()
                || !query.read().more.is_empty();
            if !is_needed || draw.read_untracked().is_some() {
                return;
            }
            spawn(async move {
                match loaded(entry()).await {
                    Ok(function) => drop(draw.try_set(Some(function))),
                    Err(_) => {
                        removal.open.try_set(false);
                        columns.open.try_set(false);
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
        Self { list, shown, draw }
    }

    /// Whether the pieces are there; followed.
    pub fn is_there(self) -> bool {
        self.draw.read().is_some()
    }

    /// A piece, as soon as it is there.
    pub fn piece(self, piece: Piece) -> AnyView {
        (move || self.draw.get().map(|draw| draw(self.list, self.shown, piece))).into_any()
    }
}

/// Nothing is chosen, whatever the browser has ticked.
fn uncheck() {
    while let Ok(Some(box_)) = root::get().query_selector(".pick input:checked") {
        let _ = js_sys::Reflect::set(&box_, &"checked".into(), &false.into());
    }
}

//! The cells of a row in the table of chosen columns.
//!
//! Made with `el`, because a template (`ui/stamp.rs`) has blanks, which `view!` cannot write.

use super::asked::{INDEXED, STATUS};
use super::compared::Compared;
use super::state::{Column, State};
use super::texts::{Agreement, READING};
use crate::browser::reactive::memo;
use crate::pages::jira::row::{self, BLANKS};
use crate::ui::el::{El, el};
use crate::ui::{Fill, Filling};
use leptos::prelude::*;
use std::sync::Arc;

/// The columns that are drawn.
pub type Layout = Arc<Vec<Column>>;

/// The cells of a row; [`fill`] has the values of their blanks, in the same order.
pub fn cells(layout: &[Column]) -> Vec<El> {
    let mut usual = row::cells().into_iter().map(Some).collect::<Vec<_>>();
    let mut take = |at: usize| usual.get_mut(at).and_then(Option::take).unwrap_or_else(|| el("td"));
    let lines = layout.iter().filter(|column| column.key != STATUS).map(|_| el("small").blank_text());
    let named = take(1).child(el("span").class("two lines").children(lines));
    let mut cells = vec![take(0), named];
    for column in layout {
        cells.push(match column.key.as_str() {
            STATUS => take(3),
            INDEXED => take(5),
            _ => {
                let text = el("span").blank("class").blank("title").blank_text();
                el("td").class(if column.is_code { "col mono" } else { "col" }).child(text)
            }
        });
    }
    cells.push(take(6));
    cells
}

/// What fills the rows; another one when anything that they show has changed. `usual` fills the usual cells.
pub fn fill(state: State, usual: Memo<Fill>, layout: Layout) -> Memo<Fill> {
    memo(move || {
        let (usual, compared, layout) = (usual.get(), state.compared.get(), layout.clone());
        let agreements = state.agreements.get();
        Fill(Arc::new(move |entry| filling(entry, usual.0(entry), &compared, &layout, &agreements)))
    })
}

fn filling(
    entry: usize,
    usual: Filling,
    compared: &Compared,
    layout: &[Column],
    agreements: &[(String, Agreement)],
) -> Filling {
    let mut usual = usual.into_iter();
    let [check, name, _, status, _, indexed, menu] =
        BLANKS.map(|count| usual.by_ref().take(count).collect::<Filling>());
    // When it was indexed, or that it never was: see `row::cells`.
    let ago =
        indexed.get(5).cloned().flatten().or_else(|| indexed.get(1).cloned().flatten()).unwrap_or_default();
    let text =
        |column: &Column| compared.texts(&column.key).map_or(READING, |texts| texts.text(entry)).to_owned();
    let mut filling: Filling = check.into_iter().chain(name).collect();
    for column in layout.iter().filter(|column| column.key != STATUS) {
        let says = if column.key == INDEXED { ago.clone().into_owned() } else { text(column) };
        filling.push(Some(format!("{}: {says}", column.label).into()));
    }
    for column in layout {
        match column.key.as_str() {
            STATUS => filling.extend(status.iter().cloned()),
            INDEXED => filling.extend(indexed.iter().cloned()),
            key => {
                let text = text(column);
                let agreement =
                    agreements.iter().find(|(other, _)| other == key).map(|(_, agreement)| *agreement);
                let class = match agreement {
                    Some(Agreement::Differs { commonest }) => {
                        let mine = compared.texts(key).and_then(|texts| texts.of_row.get(entry));
                        if mine == Some(&commonest) { "cut same" } else { "cut differs" }
                    }
                    Some(Agreement::Agrees) | None => "cut",
                };
                filling.extend([Some(class.into()), Some(text.clone().into()), Some(text.into())]);
            }
        }
    }
    filling.extend(menu);
    filling
}

//! The facets above the table: what it is narrowed to.

use super::asked::{Asked, Facet};
use super::columns::label_of;
use super::filter::{FAILED, Filter, NO, READ, WAITING, YES, has, state};
use super::kept::Kept;
use super::view::FleetView;
use crate::browser::reactive::{derive, memo};
use crate::ui::{Choice, FacetChip, FacetOption, Popup, facet_values};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// How many values are listed before there is a search field for them.
const MANY: usize = 8;

/// A facet.
#[component]
pub fn FleetFacet(
    /// The page.
    view: FleetView,
    /// Which.
    facet: Facet,
) -> impl IntoView {
    let popup = Popup::new(false);
    let named = Arc::new(move |value: &str| label(facet, value));
    let selected = derive(move || view.asked.read().values(facet).to_vec());
    let on_change = Callback::new(move |values| view.set.run(view.asked.get_untracked().with(facet, values)));
    // Counted only while it is open.
    let options = memo(move || {
        let asked = view.asked.read();
        view.id.follow(|kept| counted(kept, &asked, facet, view)).unwrap_or_default()
    });
    let searchable = memo(move || facet.is_of_integrations() && view.tallies.read().len() > MANY);
    let values = move || {
        let choice = Choice { options: options.into(), selected, on_change };
        facet_values(popup, facet.title().to_owned(), choice, searchable.get())
    };
    view! {
        <FacetChip label=facet.title() named selected on_change popup />
        {values}
    }
}

/// What people read of a value.
fn label(facet: Facet, value: &str) -> String {
    match (facet, value) {
        (Facet::Archived, YES) => "yes".to_owned(),
        (Facet::Archived, NO) => "no".to_owned(),
        (Facet::Read, READ) => "Read".to_owned(),
        (Facet::Read, WAITING) => "Not read yet".to_owned(),
        (Facet::Read, FAILED) => "Could not be read".to_owned(),
        _ => short(&label_of(value), NAME),
    }
}

/// Every value, with the number of rows that would be shown.
fn counted(kept: &Kept, asked: &Asked, facet: Facet, view: FleetView) -> Vec<FacetOption> {
    let Kept { fleet, reading, .. } = kept;
    let filter = Filter::new(asked, fleet, reading.reads_groups, &|text| view.meant(text));
    let rows: Vec<_> = fleet.entries.iter().filter(|entry| filter.keeps_but(entry, Some(facet))).collect();
    let option = |value: &str, count: usize| FacetOption {
        value: value.to_owned(),
        label: label(facet, value),
        count,
    };
    let plain = |values: &[&str], of: &dyn Fn(&super::fleet::Entry) -> &'static str| -> Vec<FacetOption> {
        let count = |value: &&str| rows.iter().filter(|entry| of(entry) == *value).count();
        values.iter().map(|value| option(value, count(value))).collect()
    };
    match facet {
        Facet::Has | Facet::Lacks | Facet::Inherits => {
            let mut options: Vec<FacetOption> = Vec::new();
            for (which, known) in fleet.known.iter().enumerate() {
                let count = rows.iter().filter(|entry| has(facet, entry, which as u16)).count();
                options.push(FacetOption { label: known.label().to_owned(), ..option(&known.slug, count) });
            }
            // One that the address names and nothing has.
            for slug in asked.values(facet) {
                if options.iter().all(|option| option.value != *slug) {
                    let count = if facet == Facet::Lacks { rows.len() } else { 0 };
                    options.push(option(slug, count));
                }
            }
            options.sort_by(|one, other| one.label.cmp(&other.label));
            options
        }
        Facet::Archived => plain(&[YES, NO], &|entry| if entry.home.archived { YES } else { NO }),
        Facet::Read => plain(&[READ, WAITING, FAILED], &state),
    }
}

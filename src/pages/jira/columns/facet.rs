//! What the list can be narrowed to by a setting.

use super::state::{Column, State};
use crate::browser::reactive::{derive, memo};
use crate::ui::{Choice, FacetChip, FacetOption, Popup, facet_values};
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// How many values are listed before there is a search field for them.
const MANY: usize = 8;

/// The facet of a column.
#[component]
pub fn ColumnFacet(
    /// What the columns share.
    state: State,
    /// The column.
    column: Column,
) -> impl IntoView {
    let Column { key, label, .. } = column;
    let key = StoredValue::new(key);
    let options = memo(move || {
        let option =
            |(value, count): (String, usize)| FacetOption { label: short(&value, NAME), value, count };
        state.counts(&key.get_value()).into_iter().map(option).collect::<Vec<_>>()
    });
    let selected = derive(move || state.asked.read().facet(&key.get_value()));
    let on_change = Callback::new(move |values: Vec<String>| {
        state.change(|asked| asked.narrow(&key.get_value(), values));
    });
    // Not known before the settings are read.
    let searchable = memo(move || {
        state.compared.read().texts(&key.get_value()).is_some_and(|texts| texts.distinct.len() > MANY)
    });
    move || {
        let (label, searchable) = (label.clone(), searchable.get());
        let named = Arc::new(|value: &str| short(value, NAME));
        let popup = Popup::new(false);
        let choice = Choice { options: options.into(), selected, on_change };
        view! {
            <FacetChip label=label.clone() named selected on_change popup />
            {facet_values(popup, label, choice, searchable)}
        }
    }
}

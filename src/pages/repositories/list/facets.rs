//! The facets above the repositories, and their values with counts that follow search and the other facets.

use super::asked::Facet;
use super::rows::Filter;
use super::view::View;
use crate::browser::reactive::memo;
use crate::browser::{clock, collate};
use crate::ui::{Choice, FacetChip, FacetOption, facet_values};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::RepositoryState;
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::sync::Arc;

/// All facets; that of states only where Jira reports some.
#[component]
pub fn Facets(
    /// The page.
    view: View,
) -> impl IntoView {
    let has_states = memo(move || view.has_states() || !view.asked.read().facets[1].is_empty());
    move || {
        let has_states = has_states.get();
        let facets = Facet::ALL.into_iter().filter(|facet| has_states || *facet != Facet::State);
        facets.map(|facet| view! { <OneFacet view facet /> }).collect_view()
    }
}

#[component]
fn OneFacet(view: View, facet: Facet) -> impl IntoView {
    let popup = view.facets[facet as usize];
    let (selected, on_change) = view.choice(facet);
    let named: Arc<dyn Fn(&str) -> String + Send + Sync> =
        Arc::new(move |value| label(facet, value, &view.inventory.known_projects()));
    // Counted only while it is open.
    let options = memo(move || if popup.open.get() { counted(view, facet) } else { Vec::new() }).into();
    let choice = Choice { options, selected, on_change };
    view! {
        <FacetChip label=facet.title() named selected on_change popup />
        {facet_values(popup, facet.title().to_owned(), choice, facet == Facet::Projects)}
    }
}

/// Every value that some repository has, with the number that would be shown.
fn counted(view: View, facet: Facet) -> Vec<FacetOption> {
    let (rows, asked, now) = (view.rows(), view.asked.read(), clock::ticking().get());
    let projects = view.inventory.known_projects();
    let filter = Filter::new(&asked, now);
    let mut counts: HashMap<String, usize> = HashMap::new();
    // What is associated with all projects is so with each.
    let mut with_all = 0;
    for row in rows.iter() {
        let one = usize::from(filter.keeps(row, Some(facet)));
        for value in row.values(facet, now) {
            if facet == Facet::Projects && value == "all" {
                with_all += one;
            }
            *counts.entry(value).or_default() += one;
        }
    }
    for (value, count) in &mut counts {
        if facet == Facet::Projects && value != "all" {
            *count += with_all;
        }
    }
    let option = |(value, count): (String, usize)| {
        let label = label(facet, &value, &projects);
        FacetOption { value, label, count }
    };
    let found: Vec<FacetOption> = counts.into_iter().map(option).collect();
    // The empty text sorts before every letter.
    let name = |option: &FacetOption| match option.value.as_str() {
        "all" => String::new(),
        _ => option.label.clone(),
    };
    let order = collate::order(&mut found.iter().map(name));
    order.into_iter().filter_map(|at| found.get(at).cloned()).collect()
}

/// What people read of a value.
pub fn label(facet: Facet, value: &str, projects: &[Project]) -> String {
    let known = match (facet, value) {
        (Facet::Status, "enabled") => "Enabled",
        (Facet::Status, "disabled") => "Disabled",
        (Facet::Indexed, "fresh") => "Within 24 h",
        (Facet::Indexed, "stale") => "More than 24 h ago",
        (Facet::Indexed, "never") => "Never",
        (Facet::State, "none") => "Not reported",
        (Facet::State, value) => {
            return RepositoryState::parse(value).map_or_else(String::new, |state| said(&state));
        }
        (Facet::Projects, "all") => "All projects",
        (Facet::Projects, value) => {
            let id = value.parse().ok();
            let known = projects.iter().find(|project| Some(project.id) == id);
            return known.map_or_else(
                || format!("#{value}"),
                |project| format!("{} · {}", short(&project.key, NAME), short(&project.name, NAME)),
            );
        }
        (_, value) => value,
    };
    known.to_owned()
}

/// A state for people.
pub fn said(state: &RepositoryState) -> String {
    match state {
        RepositoryState::Queued => "Queued".to_owned(),
        RepositoryState::Scanning => "Scanning".to_owned(),
        RepositoryState::Updated => "Updated".to_owned(),
        RepositoryState::Error => "Error".to_owned(),
        RepositoryState::Other(other) => short(other, NAME),
    }
}

//! The facets above the list: what it can be narrowed to, with counts that follow search and the other facets.

use super::listing::{Facet as By, Filter};
use crate::browser::reactive::{derive, memo};
use crate::browser::{clock, collate, numbers};
use crate::route::ListQuery;
use crate::store::Inventory;
use crate::ui::{Facet, FacetOption};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;

/// The four facets. `set` gets the new query.
#[component]
pub fn Facets(
    /// What was read.
    inventory: Inventory,
    /// What the list shows.
    query: Memo<ListQuery>,
    /// Asks for another query.
    set: Callback<ListQuery>,
) -> impl IntoView {
    let options = move |by: By| memo(move || counted(inventory, &query.read(), by));
    let change = move |put: fn(&mut ListQuery, Vec<String>)| {
        Callback::new(move |values: Vec<String>| {
            let mut next = query.get_untracked();
            put(&mut next, values);
            set.run(next);
        })
    };
    view! {
        <Facet
            label="Type"
            options=options(By::Type)
            selected=derive(move || query.get().types)
            on_change=change(|query, values| query.types = values)
        />
        <Facet
            label="Status"
            options=options(By::Status)
            selected=derive(move || query.get().status)
            on_change=change(|query, values| query.status = values)
        />
        <Facet
            label="Indexed"
            options=options(By::Indexed)
            selected=derive(move || query.get().indexed)
            on_change=change(|query, values| query.indexed = values)
        />
        <Facet
            label="Projects"
            options=options(By::Project)
            selected=derive(move || query.get().projects)
            on_change=change(|query, values| query.projects = values)
            searchable=true
        />
    }
}

/// Every value that some integration has, with the number that would be shown.
fn counted(inventory: Inventory, query: &ListQuery, by: By) -> Vec<FacetOption> {
    let now = clock::ticking().get();
    let rows = inventory.rows();
    let filter = Filter::new(query, now);
    let projects = inventory.known_projects();
    let mut options = Options::default();
    for row in rows.iter() {
        let one = usize::from(filter.keeps_but(row, Some(by)));
        let integration = &row.integration;
        match by {
            By::Type => {
                let label = || short(integration.kind.label(), NAME);
                options.add(integration.kind.name(), one, &label);
            }
            By::Status => options.add(row.status(), one, &|| capital(row.status())),
            By::Indexed => {
                let word = row.indexed(now, query.stale_hours);
                options.add(word, one, &|| indexed_label(word, query.stale_hours));
            }
            By::Project if integration.is_global() == Some(true) => {
                options.add("all", one, &|| "All projects".to_owned())
            }
            By::Project => {
                for id in row.projects() {
                    options.add_project(*id, one, &projects);
                }
            }
        }
    }
    options.in_order()
}

/// The values of a facet as they are found.
#[derive(Default)]
struct Options {
    found: Vec<FacetOption>,
    /// The index of each project in `found`: there may be thousands.
    projects: HashMap<u64, usize>,
}

impl Options {
    fn add(&mut self, value: &str, one: usize, label: &dyn Fn() -> String) {
        match self.found.iter_mut().find(|option| option.value == value) {
            Some(option) => option.count += one,
            None => self.found.push(FacetOption { value: value.to_owned(), label: label(), count: one }),
        }
    }

    fn add_project(&mut self, id: u64, one: usize, projects: &[Project]) {
        match self.projects.get(&id).and_then(|at| self.found.get_mut(*at)) {
            Some(option) => option.count += one,
            None => {
                let known = projects.iter().find(|project| project.id == id);
                let label = known.map_or_else(
                    || format!("#{id}"),
                    |project| format!("{} · {}", short(&project.key, NAME), short(&project.name, NAME)),
                );
                self.projects.insert(id, self.found.len());
                self.found.push(FacetOption { value: id.to_string(), label, count: one });
            }
        }
    }

    /// By label; "all" is first.
    fn in_order(self) -> Vec<FacetOption> {
        // The empty text sorts before every letter.
        let name = |option: &FacetOption| {
            if option.value == "all" { String::new() } else { option.label.clone() }
        };
        let order = collate::order(&mut self.found.iter().map(name));
        order.into_iter().filter_map(|at| self.found.get(at).cloned()).collect()
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| [first.to_ascii_uppercase()].into_iter().chain(letters).collect())
        .unwrap_or_default()
}

fn indexed_label(word: &str, hours: u32) -> String {
    let hours = numbers::count(hours as usize);
    match word {
        "fresh" => format!("Within {hours} h"),
        "stale" => format!("More than {hours} h ago"),
        _ => "Never".to_owned(),
    }
}

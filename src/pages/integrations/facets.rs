//! The facets above the list: what it can be narrowed to, with counts that follow search and the other facets.

use super::inventory::Inventory;
use super::listing::{Facet as By, Filter, Row};
use crate::browser::clock;
use crate::route::ListQuery;
use crate::ui::{Facet, FacetOption};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The four facets. `set` is given the query as it shall be.
#[component]
pub fn Facets(
    /// What was read.
    inventory: Inventory,
    /// What the list shows.
    query: Memo<ListQuery>,
    /// Asks for another query.
    set: Callback<ListQuery>,
) -> impl IntoView {
    let options = move |by: By| Signal::derive(move || counted(inventory, &query.read(), by));
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
            selected=Signal::derive(move || query.get().types)
            on_change=change(|query, values| query.types = values)
        />
        <Facet
            label="Status"
            options=options(By::Status)
            selected=Signal::derive(move || query.get().status)
            on_change=change(|query, values| query.status = values)
        />
        <Facet
            label="Indexed"
            options=options(By::Indexed)
            selected=Signal::derive(move || query.get().indexed)
            on_change=change(|query, values| query.indexed = values)
        />
        <Facet
            label="Projects"
            options=options(By::Project)
            selected=Signal::derive(move || query.get().projects)
            on_change=change(|query, values| query.projects = values)
            searchable=true
        />
    }
}

/// Every value that some integration has, with the number that would be shown.
fn counted(inventory: Inventory, query: &ListQuery, by: By) -> Vec<FacetOption> {
    let now = clock::ticking().get();
    let rows = inventory.rows.read();
    let filter = Filter::new(query, now);
    let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    let mut add = |value: &str, label: &dyn Fn() -> String, one: usize| {
        counts.entry(value.to_owned()).or_insert_with(|| (label(), 0)).1 += one;
    };
    let projects = inventory.projects.read();
    let key = |id: u64| {
        projects
            .binary_search_by(|project| project.id.cmp(&id))
            .ok()
            .and_then(|at| projects.get(at))
            .or_else(|| projects.iter().find(|project| project.id == id))
            .map_or_else(|| format!("#{id}"), |project| format!("{} · {}", project.key, project.name))
    };
    for row in rows.iter() {
        let one = usize::from(filter.keeps_but(row, Some(by)));
        match by {
            By::Type => add(row.integration.kind.name(), &|| row.integration.kind.label().to_owned(), one),
            By::Status => add(row.status(), &|| capital(row.status()), one),
            By::Indexed => {
                let word = row.indexed(now, query.stale_hours);
                add(word, &|| indexed_label(word, query.stale_hours), one);
            }
            By::Project => add_projects(row, one, &mut add, &key),
        }
    }
    let mut options: Vec<FacetOption> =
        counts.into_iter().map(|(value, (label, count))| FacetOption { value, label, count }).collect();
    options.sort_by(|left, right| {
        (left.value != "all").cmp(&(right.value != "all")).then(left.label.cmp(&right.label))
    });
    options
}

fn add_projects(
    row: &Row,
    one: usize,
    add: &mut impl FnMut(&str, &dyn Fn() -> String, usize),
    key: &dyn Fn(u64) -> String,
) {
    if row.integration.is_global() == Some(true) {
        return add("all", &|| "All projects".to_owned(), one);
    }
    for id in row.projects() {
        add(&id.to_string(), &|| key(*id), one);
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn indexed_label(word: &str, hours: u32) -> String {
    match word {
        "fresh" => format!("Within {hours} h"),
        "stale" => format!("More than {hours} h ago"),
        _ => "Never".to_owned(),
    }
}

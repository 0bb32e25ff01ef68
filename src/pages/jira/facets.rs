//! The facets above the list: what it can be narrowed to, with counts that follow search and the other facets.

use super::later::Later;
use super::listing::{Facet as By, Filter};
use crate::browser::reactive::{derive, memo};
use crate::browser::{clock, collate, numbers};
use crate::route::ListQuery;
use crate::store::Inventory;
use crate::ui::{Facet, FacetOption};
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::IntegrationType;
use patchbay_model::text::{NAME, short};
use std::collections::HashMap;
use std::sync::Arc;

/// How many projects are a choice although no integration names them: each is a checkbox that is drawn.
const OFFERED: usize = 1_000;

/// The four facets. `set` gets the new query.
#[component]
pub fn Facets(
    /// What was read.
    inventory: Inventory,
    /// What the list shows.
    query: Memo<ListQuery>,
    /// Asks for another query.
    set: Callback<ListQuery>,
    /// What knows of columns, which narrow the list as well.
    later: Later,
) -> impl IntoView {
    let options = move |by: By| memo(move || counted(inventory, later, &query.read(), by));
    // Without counting, which a chip does not need.
    let named = move |by: By| -> Arc<dyn Fn(&str) -> String + Send + Sync> {
        Arc::new(move |value| label(by, value, query.read().stale_hours, &inventory.known_projects()))
    };
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
            named=named(By::Type)
            selected=derive(move || query.get().types)
            on_change=change(|query, values| query.types = values)
        />
        <Facet
            label="Status"
            options=options(By::Status)
            named=named(By::Status)
            selected=derive(move || query.get().status)
            on_change=change(|query, values| query.status = values)
        />
        <Facet
            label="Indexed"
            options=options(By::Indexed)
            named=named(By::Indexed)
            selected=derive(move || query.get().indexed)
            on_change=change(|query, values| query.indexed = values)
        />
        <Facet
            label="Projects"
            options=options(By::Project)
            named=named(By::Project)
            selected=derive(move || query.get().projects)
            on_change=change(|query, values| query.projects = values)
            searchable=true
        />
    }
}

/// Every value that some integration has, with the number that would be shown.
fn counted(inventory: Inventory, later: Later, query: &ListQuery, by: By) -> Vec<FacetOption> {
    let now = clock::ticking().get();
    let rows = inventory.rows();
    let filter = Filter::new(query, now);
    let projects = inventory.known_projects();
    let hours = query.stale_hours;
    let mut options = Options::default();
    // Those that are associated with all projects, and how many of them would be shown.
    let (mut global, mut shown) = (0, 0);
    let order = later.order();
    let mut kept = vec![order.is_none(); rows.len()];
    for at in order.unwrap_or_default() {
        if let Some(kept) = kept.get_mut(at) {
            *kept = true;
        }
    }
    for (row, kept) in rows.iter().zip(kept) {
        let one = usize::from(kept && filter.keeps_but(row, Some(by)));
        let mut add = |value: &str| options.add(value, one, &|| label(by, value, hours, &projects));
        match by {
            By::Type => add(row.integration.kind.name()),
            By::Status => add(row.status()),
            By::Indexed => add(row.indexed(now, hours)),
            By::Project if row.integration.is_global() == Some(true) => {
                (global, shown) = (global + 1, shown + one);
            }
            By::Project => row.projects().iter().for_each(|id| options.add_project(*id, one)),
        }
    }
    if global > 0 {
        // They apply to each project, so each has them, and one that nothing else names is a choice as well.
        projects.iter().take(OFFERED).for_each(|project| options.add_project(project.id, 0));
        options.found.iter_mut().for_each(|option| option.count += shown);
        options.add("all", shown, &|| label(by, "all", hours, &projects));
    }
    if by == By::Project {
        let known: HashMap<u64, &Project> = projects.iter().map(|project| (project.id, project)).collect();
        for option in options.found.iter_mut().filter(|option| option.label.is_empty()) {
            option.label = project_label(
                option.value.parse().ok().and_then(|id| known.get(&id).copied()),
                &option.value,
            );
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

    /// Named later, when all are known.
    fn add_project(&mut self, id: u64, one: usize) {
        match self.projects.get(&id).and_then(|at| self.found.get_mut(*at)) {
            Some(option) => option.count += one,
            None => {
                self.projects.insert(id, self.found.len());
                self.found.push(FacetOption { value: id.to_string(), label: String::new(), count: one });
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

/// What people read of a value; of one that nothing has, from an old address say, the value itself.
fn label(by: By, value: &str, hours: u32, projects: &[Project]) -> String {
    match by {
        By::Type => short(IntegrationType::parse(value).label(), NAME),
        By::Status if matches!(value, "enabled" | "disabled") => capital(value),
        By::Indexed if matches!(value, "fresh" | "stale" | "never") => indexed_label(value, hours),
        By::Project if value == "all" => "All projects".to_owned(),
        By::Project => {
            let id = value.parse().ok();
            project_label(projects.iter().find(|project| Some(project.id) == id), value)
        }
        By::Status | By::Indexed => value.to_owned(),
    }
}

fn project_label(known: Option<&Project>, value: &str) -> String {
    known.map_or_else(
        || format!("#{value}"),
        |project| format!("{} · {}", short(&project.key, NAME), short(&project.name, NAME)),
    )
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

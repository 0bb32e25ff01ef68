//! The values of a facet above the list, with counts that follow search and the other facets.

use super::columns;
use super::facets::{choice, label, project_label, title};
use super::list_view::ListView;
use super::listing::{Facet as By, Filter};
use crate::browser::reactive::memo;
use crate::browser::{clock, collate};
use crate::route::ListQuery;
use crate::ui::{Choice, FacetOption, facet_values};
use leptos::prelude::*;
use patchbay_model::Project;
use std::collections::HashMap;

/// How many projects are a choice although no integration names them: each is a checkbox that is drawn.
const OFFERED: usize = 1_000;

/// The checkboxes; nothing while the facet is closed.
#[component]
pub fn FacetValues(
    /// The list.
    list: ListView,
    /// Which facet.
    by: By,
) -> impl IntoView {
    let (selected, on_change) = choice(list, by);
    // Counted only while it is open: it may take a while.
    let options = memo(move || counted(list, &list.query.read(), by)).into();
    let choice = Choice { options, selected, on_change };
    facet_values(list.facet(by), title(by).to_owned(), choice, by == By::Project)
}

/// Every value that some integration has, with the number that would be shown.
fn counted(list: ListView, query: &ListQuery, by: By) -> Vec<FacetOption> {
    let inventory = list.context.inventory;
    let now = clock::ticking().get();
    let rows = inventory.rows();
    let filter = Filter::new(query, now);
    let projects = inventory.known_projects();
    let hours = query.stale_hours;
    let mut options = Options::default();
    // Those that are associated with all projects, and how many of them would be shown.
    let (mut global, mut shown) = (0, 0);
    let order = if list.is_ordered.get() { columns::order_of_page() } else { None };
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

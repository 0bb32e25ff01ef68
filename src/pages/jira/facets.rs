//! The facets above the list: what it is narrowed to. Their values come with the later file: `facet_values.rs`.

use super::list_view::ListView;
use super::listing::Facet as By;
use crate::browser::numbers;
use crate::browser::reactive::derive;
use crate::route::ListQuery;
use crate::ui::FacetChip;
use leptos::prelude::*;
use patchbay_model::Project;
use patchbay_model::gij::IntegrationType;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;

/// The four facets.
#[component]
pub fn Facets(
    /// The list.
    list: ListView,
    /// Draws the values of one that is open.
    values: Box<dyn Fn(By) -> AnyView>,
) -> impl IntoView {
    let (query, inventory) = (list.query, list.context.inventory);
    let facet = move |by: By| {
        let named: Arc<dyn Fn(&str) -> String + Send + Sync> =
            Arc::new(move |value| label(by, value, query.read().stale_hours, &inventory.known_projects()));
        let (selected, on_change) = choice(list, by);
        view! {
            <FacetChip label=title(by) named selected on_change popup=list.facet(by) />
            {values(by)}
        }
    };
    [By::Type, By::Status, By::Indexed, By::Project].map(facet).into_iter().collect_view()
}

/// The values of a facet that are chosen, and what chooses others.
pub fn choice(list: ListView, by: By) -> (Signal<Vec<String>>, Callback<Vec<String>>) {
    let ListView { query, set, .. } = list;
    let selected = derive(move || chosen(&mut query.get(), by).clone());
    let change = move |values| {
        let mut next = query.get_untracked();
        *chosen(&mut next, by) = values;
        set.run(next);
    };
    (selected, Callback::new(change))
}

fn chosen(query: &mut ListQuery, by: By) -> &mut Vec<String> {
    match by {
        By::Type => &mut query.types,
        By::Status => &mut query.status,
        By::Indexed => &mut query.indexed,
        By::Project => &mut query.projects,
    }
}

/// What a facet is called.
pub fn title(by: By) -> &'static str {
    match by {
        By::Type => "Type",
        By::Status => "Status",
        By::Indexed => "Indexed",
        By::Project => "Projects",
    }
}

/// What people read of a value; of one that nothing has, from an old address say, the value itself.
pub fn label(by: By, value: &str, hours: u32, projects: &[Project]) -> String {
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

/// What people read of a project; of one that Jira does not name, its id.
pub fn project_label(known: Option<&Project>, value: &str) -> String {
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

//! Choosing Jira projects by key and name.

use super::ids::{error_id, field_id, hint_id};
use super::state::Leaf;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::{numbers, root};
use crate::sentences;
use crate::ui::searched;
use leptos::prelude::*;
use patchbay_model::text::{NAME, short};
use patchbay_model::{Entry, Field, Project, twins};
use std::sync::Arc;

/// How many projects are listed at once; the search finds the others.
const LISTED: usize = 50;

/// What is chosen, a search field, and the projects that match.
#[component]
pub fn ProjectsField(
    /// The field.
    field: Field,
    /// Its signals.
    leaf: Leaf,
    /// What is written under it.
    problem: Memo<Option<String>>,
    /// The projects to choose from.
    projects: Signal<Arc<Vec<Project>>>,
    /// What is to be said about them: that there are none, say.
    about: Signal<String>,
) -> impl IntoView {
    let key = field.key.to_string();
    let needle = RwSignal::new(String::new());
    let chosen = memo(move || match leaf.entry.get() {
        Entry::Projects(ids) => ids,
        Entry::Text(_) | Entry::Toggle(_) | Entry::Secret(_) => Vec::new(),
    });
    let toggle = move |id: u64| {
        let mut ids = chosen.get_untracked();
        match ids.iter().position(|one| *one == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id),
        }
        leaf.touched.set(true);
        leaf.set(Entry::Projects(ids));
    };
    let search_id = StoredValue::new(field_id(&key));
    let remove = move |id: u64| {
        // Move the focus first, because the button disappears with the project.
        search_id.with_value(|id| root::focus(id));
        toggle(id);
    };
    let matching = memo(move || {
        let needle = needle.read().trim().to_lowercase();
        let projects = projects.read();
        let found: Vec<Project> = projects
            .iter()
            .filter(|project| {
                project.key.to_lowercase().contains(&needle) || project.name.to_lowercase().contains(&needle)
            })
            .cloned()
            .collect();
        found
    });
    let more = move || {
        let count = matching.read().len();
        (count > LISTED).then(
            || view! { <span class="hint">{format!("{} more: search for them.", numbers::count(count - LISTED))}</span> },
        )
    };
    let none = move || {
        (matching.read().is_empty() && !projects.read().is_empty())
            .then(|| view! { <span class="hint">"No project has this in its key or name."</span> })
    };
    let said = move || {
        let about = about.get();
        (!about.is_empty()).then(|| view! { <span class="hint" role="status">{about}</span> })
    };
    let described = {
        let (hint, error) = (hint_id(&key), error_id(&key));
        move || if problem.read().is_some() { format!("{hint} {error}") } else { hint.clone() }
    };
    let chips = move || {
        let (ids, projects) = (chosen.get(), projects.get());
        let name = |id| short(&Project::key_of(&projects, id), NAME);
        ids.into_iter().map(|id| chip(id, name(id), remove)).collect_view()
    };
    let listed = move || {
        let listed: Vec<Project> = matching.read().iter().take(LISTED).cloned().collect();
        let twins = twins(listed.iter().map(|project| project.id));
        listed.into_iter().zip(twins).collect::<Vec<_>>()
    };
    let option = move |(Project { id, key, name }, (nth, of)): (Project, (u32, u32))| {
        let twin = (of > 1).then(|| format!(" (entry {} of {of} with the number {id})", nth + 1));
        let (key, name) = (short(&key, NAME), short(&name, NAME));
        let checked = derive(move || chosen.read().contains(&id));
        view! {
            <label>
                <input type="checkbox" prop:checked=checked on:change=move |_| toggle(id) />
                <span><b>{key}</b> " " {name} {twin}</span>
            </label>
        }
    };
    view! {
        <fieldset class="projects-field" aria-describedby=described>
            <legend>
                {field.label.clone().into_owned()}
                {move || format!(" · {} chosen", numbers::count(chosen.read().len()))}
            </legend>
            <div class="chosen">{move || chips()}</div>
            <input
                id=field_id(&key)
                type="search"
                aria-label=sentences::SEARCH_PROJECTS
                placeholder="Search projects by key or name"
                autocomplete="off"
                aria-invalid=move || problem.read().is_some().then_some("true")
                prop:value=move || needle.get()
                on:keydown=keep_enter
                on:input=move |event| needle.set(searched(&event))
            />
            <div class="checklist">
                <For each=listed key=|(project, (nth, _))| (project.id, *nth) children=option />
                {move || none()}
                {move || more()}
                {move || said()}
            </div>
        </fieldset>
    }
}

/// Enter in a search must not send the form that the search is in.
fn keep_enter(event: web_sys::KeyboardEvent) {
    if event.key() == "Enter" {
        event.prevent_default();
    }
}

/// A chosen project with a button that removes it. A project that the user may not see is named by its number.
fn chip(id: u64, name: String, remove: impl Fn(u64) + 'static) -> impl IntoView {
    let label = format!("Remove {name}");
    view! {
        <span class="chip on">
            <span>{name}</span>
            <button type="button" class="clear" aria-label=label on:click=click(move || remove(id))>
                <span aria-hidden="true">"✕"</span>
            </button>
        </span>
    }
}

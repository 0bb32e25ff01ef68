//! Choosing Jira projects by key and name.

use super::ids::{error_id, field_id, hint_id};
use super::state::Leaf;
use crate::browser::announcer::{announce, announce_after_pause};
use crate::browser::numbers::count_of;
use crate::browser::reactive::{click, derive, memo};
use crate::browser::{numbers, root};
use crate::sentences;
use crate::ui::{ListBox, ListOption, all_chosen, searched, toggle, toggle_all};
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
    let set = move |ids: Vec<u64>| {
        leaf.touched.set(true);
        leaf.set(Entry::Projects(ids));
    };
    // Says what became of the choice, and how much is chosen.
    let say = move |what: String| {
        let count = chosen.with_untracked(Vec::len);
        announce(format!("{what}{} chosen.", count_of(count, "project", "projects")));
    };
    let search_id = StoredValue::new(field_id(&key));
    let list_id = StoredValue::new(format!("{}-list", field_id(&key)));
    let remove = move |id: u64, name: &str| {
        // Move the focus first, because the button disappears with the project.
        search_id.with_value(|id| root::focus(id));
        set(toggle(chosen.get_untracked(), id));
        say(format!("{name} removed. "));
    };
    let matching = memo(move || {
        let needle = needle.read().trim().to_lowercase();
        let fits = |project: &&Project| {
            project.key.to_lowercase().contains(&needle) || project.name.to_lowercase().contains(&needle)
        };
        let mut found: Vec<Project> = projects.read().iter().filter(fits).cloned().collect();
        // Those first that are chosen. Not followed: nothing moves away under the pointer.
        let chosen = chosen.read_untracked();
        found.sort_by_key(|project| !chosen.contains(&project.id));
        found
    });
    let listed = memo(move || {
        let matching = matching.read();
        let twins = twins(matching.iter().take(LISTED).map(|project| project.id));
        let option = |(Project { id, key, name }, (nth, of)): (&Project, (u32, u32))| {
            let twin = if of > 1 {
                format!(" (entry {} of {of} with the number {id})", nth + 1)
            } else {
                String::new()
            };
            ListOption { value: *id, word: short(key, NAME), text: short(name, NAME) + &twin }
        };
        matching.iter().zip(twins).map(option).collect::<Vec<_>>()
    });
    let search = move |text| {
        needle.set(text);
        announce_after_pause(move || {
            let count = matching.try_get_untracked().map_or(0, |found| found.len());
            format!("{} found.", count_of(count, "project", "projects"))
        });
    };
    let keyed = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        // With Ctrl it saves, as everywhere.
        "Enter" if !event.ctrl_key() && !event.meta_key() => {
            // It must not send the form that the search is in; it takes the only match.
            event.prevent_default();
            if let [only] = listed.read_untracked().as_slice() {
                set(toggle(chosen.get_untracked(), only.value));
                say(format!("{}: ", only.word));
            }
        }
        "ArrowDown" => {
            event.prevent_default();
            list_id.with_value(|id| root::focus(id));
        }
        _ => {}
    };
    let all = move || {
        set(toggle_all(&listed.read_untracked(), chosen.get_untracked()));
        say(String::new());
    };
    let all_label = move || match all_chosen(&listed.read(), &chosen.read()) {
        true => sentences::SELECT_NONE_SHOWN,
        false => sentences::SELECT_ALL_SHOWN,
    };
    let below = move || {
        let count = matching.read().len();
        if count == 0 && !projects.read().is_empty() {
            return Some("No project has this in its key or name.".to_owned());
        }
        (count > LISTED).then(|| format!("{} more: search for them.", numbers::count(count - LISTED)))
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
                autocapitalize="off"
                prop:autocorrect=false
                spellcheck="false"
                aria-invalid=move || problem.read().is_some().then_some("true")
                prop:value=move || needle.get()
                on:keydown=keyed
                on:input=move |event| search(searched(&event))
            />
            <ListBox
                id=list_id.get_value()
                label=sentences::PROJECTS_TO_CHOOSE_FROM
                options=derive(move || listed.get())
                selected=chosen.into()
                on_change=Callback::new(set)
            />
            <span class="hint">{move || below()}</span>
            {move || said()}
            <button type="button" class="link" hidden=move || listed.read().is_empty() on:click=click(all)>
                {all_label}
            </button>
        </fieldset>
    }
}

/// A chosen project with a button that removes it, for the pointer: keys do it in the list, where it comes first. A
/// project that the user may not see is named by its number and in no list, so that keys reach its button.
fn chip(id: u64, name: String, remove: impl Fn(u64, &str) + 'static) -> impl IntoView {
    let label = format!("Remove {name}");
    let tabindex = if name.starts_with('#') { "0" } else { "-1" };
    view! {
        <span class="chip on">
            <span>{name.clone()}</span>
            <button
                type="button"
                class="clear"
                tabindex=tabindex
                aria-label=label
                on:click=click(move || remove(id, &name))
            >
                <span aria-hidden="true">"✕"</span>
            </button>
        </span>
    }
}

//! What the form of many begins with: nothing, what one of them has, or a file.

use crate::browser::file;
use crate::browser::task::spawn;
use crate::form::field_id;
use leptos::prelude::*;
use patchbay_model::Object;
use patchbay_model::gitlab::file::settings_in;
use patchbay_model::gitlab::plan::Opened;
use patchbay_model::text::{NAME, short};
use std::sync::Arc;
use web_sys::Event;

/// The first of the choices.
const BLANK: &str = "A blank form";

/// What the form begins with.
#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    /// A blank form.
    Blank,
    /// The settings of the one at this place among those that have it.
    One(usize),
    /// The settings of a file.
    File(Arc<Object>),
}

/// Those that have it, and what they have.
#[derive(Clone)]
pub struct Sources {
    slug: String,
    all: Arc<Vec<(String, Object)>>,
}

impl Sources {
    /// Of this integration, where it is active.
    pub fn new(slug: &str, opened: &[Opened]) -> Self {
        let there = opened.iter().filter(|one| one.is_active());
        let all = there.map(|one| (one.home.path.clone(), one.settings())).collect();
        Self { slug: slug.to_owned(), all: Arc::new(all) }
    }

    /// The settings that the form begins with.
    pub fn settings(&self, source: &Source) -> Object {
        match source {
            Source::Blank => Object::new(),
            Source::One(at) => self.all.get(*at).map(|(_, settings)| settings.clone()).unwrap_or_default(),
            Source::File(settings) => Object::clone(settings),
        }
    }

    /// The choice.
    pub fn choice(&self, source: RwSignal<Source>) -> impl IntoView + use<> {
        view! {
            <div class="section">
                {self.of_one(source)}
                {self.of_file(source)}
            </div>
        }
    }

    fn of_one(&self, source: RwSignal<Source>) -> Option<AnyView> {
        if self.all.is_empty() {
            return None;
        }
        let id = field_id("begin-with");
        let option = |(at, (path, _)): (usize, &(String, Object))| {
            view! { <option value=(at + 1).to_string()>{format!("The settings of {path}")}</option> }
        };
        let options = self.all.iter().enumerate().map(option).collect_view();
        let change = move |event| {
            let at: usize = event_target_value(&event).parse().unwrap_or_default();
            source.set(at.checked_sub(1).map_or(Source::Blank, Source::One));
        };
        let view = view! {
            <div class="field">
                <label for=id.clone()>"Begin with"</label>
                <select id=id.clone() on:change=change>
                    <option value="0">{BLANK}</option>
                    {options}
                </select>
            </div>
        };
        Some(view.into_any())
    }

    fn of_file(&self, source: RwSignal<Source>) -> impl IntoView + use<> {
        let (id, slug) = (field_id("begin-with-file"), self.slug.clone());
        let problem = RwSignal::new(None::<String>);
        let taken = RwSignal::new(String::new());
        let take = move |event: Event| {
            let Some(chosen) = file::chosen(&event) else { return };
            let slug = slug.clone();
            spawn(async move {
                let read = match file::text(&chosen).await {
                    Ok(text) => settings_in(&text, &slug),
                    Err(why) => Err(why.sentence().to_owned()),
                };
                problem.try_set(read.as_ref().err().cloned());
                if let Ok(settings) = read {
                    taken.try_set(format!("The form begins with {}.", short(&chosen.name(), NAME)));
                    source.try_set(Source::File(Arc::new(settings)));
                }
            });
        };
        view! {
            <div class="field">
                <label for=id.clone()>"Or begin with a file"</label>
                <input id=id.clone() type="file" accept=".json" on:change=take />
                <span class="hint">
                    "An export of projects, or the settings that the page of an integration saves. Secrets are in none: type them once, for all."
                </span>
                <span class="hint" role="status">{move || taken.get()}</span>
                {move || problem.get().map(|sentence| view! { <span class="err" role="alert">{sentence}</span> })}
            </div>
        }
    }
}

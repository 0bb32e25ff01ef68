//! What the form of many begins with: nothing, or what one of them has.

use crate::form::field_id;
use leptos::prelude::*;
use patchbay_model::Object;
use patchbay_model::gitlab::plan::Opened;
use std::sync::Arc;

/// The first of the choices.
const BLANK: &str = "A blank form";

/// What the form begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A blank form.
    Blank,
    /// The settings of the one at this place among those that have it.
    One(usize),
}

/// Those that have it, and what they have.
#[derive(Clone)]
pub struct Sources(Arc<Vec<(String, Object)>>);

impl Sources {
    /// Of these.
    pub fn new(opened: &[Opened]) -> Self {
        let there = opened.iter().filter(|one| one.is_active());
        Self(Arc::new(there.map(|one| (one.home.path.clone(), one.settings())).collect()))
    }

    /// The settings that the form begins with.
    pub fn settings(&self, source: &Source) -> Object {
        match source {
            Source::Blank => Object::new(),
            Source::One(at) => self.0.get(*at).map(|(_, settings)| settings.clone()).unwrap_or_default(),
        }
    }

    /// The choice; nothing where none has it.
    pub fn choice(&self, source: RwSignal<Source>) -> Option<AnyView> {
        if self.0.is_empty() {
            return None;
        }
        let id = field_id("begin-with");
        let option = |(at, (path, _)): (usize, &(String, Object))| {
            view! { <option value=(at + 1).to_string()>{format!("The settings of {path}")}</option> }
        };
        let options = self.0.iter().enumerate().map(option).collect_view();
        let change = move |event| {
            let at: usize = event_target_value(&event).parse().unwrap_or_default();
            source.set(at.checked_sub(1).map_or(Source::Blank, Source::One));
        };
        let view = view! {
            <div class="section">
                <div class="field">
                    <label for=id.clone()>"Begin with"</label>
                    <select id=id.clone() on:change=change>
                        <option value="0">{BLANK}</option>
                        {options}
                    </select>
                    <span class="hint">"Secrets are in no settings that GitLab shows: type them once, for all."</span>
                </div>
            </div>
        };
        Some(view.into_any())
    }
}

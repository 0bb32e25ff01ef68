//! An integration of a project as GitLab describes it.

use super::{ParamKind, event, find, strip_secrets};
use crate::form::read_entry;
use crate::{Entry, Kind, Object};
use serde_json::Value;

/// An integration. Everything the server sent about its settings is kept, known to us or not, except secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Integration {
    /// Name in addresses.
    pub slug: String,
    /// What this server calls it.
    pub title: String,
    /// Whether it is switched on.
    pub active: bool,
    /// When it was set up: the server's own text, in ISO 8601.
    pub created_at: Option<String>,
    /// When it was last changed: the server's own text, in ISO 8601.
    pub updated_at: Option<String>,
    /// Whether its settings come from the group or the instance; `None` where the server does not say, and so does not
    /// take `use_inherited_settings`.
    pub inherited: Option<bool>,
    /// Its flags and its properties side by side, under their names on the wire.
    pub settings: Object,
}

/// What is no setting.
const ABOUT_IT: &[&str] =
    &["id", "title", "slug", "created_at", "updated_at", "active", "inherited", "properties"];

impl Integration {
    /// Reads one; the fault is a sentence. All that is needed is a slug.
    pub(super) fn read(mut answer: Object) -> Result<Self, String> {
        let text = |answer: &Object, key: &str| {
            answer.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty())
        };
        let slug = text(&answer, "slug").ok_or("The server sent an integration without a slug.")?;
        let properties = match answer.remove("properties") {
            Some(Value::Object(properties)) => properties,
            _ => Object::new(),
        };
        let title = text(&answer, "title")
            .or_else(|| find(&slug).map(|spec| spec.title.to_owned()))
            .unwrap_or_else(|| slug.clone());
        let (created_at, updated_at) = (text(&answer, "created_at"), text(&answer, "updated_at"));
        let (active, inherited) = (flag(answer.get("active")), flag(answer.get("inherited")));
        // Booleans that the server keeps in columns: null means false ("GitLab REST API docs", data types).
        answer.retain(|key, value| {
            if value.is_null() && (key.ends_with("_events") || key == "comment_on_event_enabled") {
                *value = Value::Bool(false);
            }
            !ABOUT_IT.contains(&key.as_str())
        });
        let mut settings = answer;
        for (key, value) in properties {
            settings.entry(key).or_insert(value);
        }
        strip_secrets(&mut settings);
        plain_toggles(&slug, &mut settings);
        Ok(Self { slug, title, active: active.unwrap_or(false), created_at, updated_at, inherited, settings })
    }

    /// What it does at present: plain titles of its events that are switched on, in the catalogue's order; for a slug
    /// that the catalogue does not know, of every event flag that is on.
    pub fn events_on(&self) -> Vec<&str> {
        let on = |key: &str| self.settings.get(key) == Some(&Value::Bool(true));
        match find(&self.slug) {
            Some(spec) => {
                let events = spec.events().filter(|param| on(param.key));
                events.map(|param| param.label).collect()
            }
            None => {
                let flags = self.settings.keys().filter(|key| key.ends_with("_events") && on(key));
                flags.map(|key| event(key).map_or(key.as_str(), |event| event.title)).collect()
            }
        }
    }
}

/// Old rows keep toggles as texts ("1", "0", "true"); one that was never set is off, unless off is not its default.
fn plain_toggles(slug: &str, settings: &mut Object) {
    let Some(spec) = find(slug) else { return };
    for param in spec.params.iter().filter(|param| param.kind.is_toggle()) {
        let Some(value) = settings.get_mut(param.key) else { continue };
        if let Some(on) = flag(Some(value)) {
            *value = Value::Bool(on);
        } else if value.is_null() && (!param.on_unless_said || matches!(param.kind, ParamKind::Event(_))) {
            *value = Value::Bool(false);
        }
    }
}

/// A boolean as servers write it: as such, or as text.
fn flag(value: Option<&Value>) -> Option<bool> {
    match read_entry(&Kind::Toggle { inverted: false }, value?)? {
        Entry::Toggle(on) => on,
        Entry::Text(_) | Entry::Secret(_) | Entry::Projects(_) => None,
    }
}

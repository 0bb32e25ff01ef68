//! An integration of a project as GitLab reports it.

use super::catalogue::find;
use super::event::event;
use super::param_kind::ParamKind;
use super::secrets::{strip_secrets, strip_secrets_of};
use crate::form::read_bool;
use crate::listed::Odd;
use crate::object::Object;
use serde_json::Value;

/// An integration. It keeps every setting that GitLab reported, including unknown ones, but no secrets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Integration {
    /// Name in URLs, such as `emails-on-push`.
    pub slug: String,
    /// Title on this server.
    pub title: String,
    /// Whether it is active.
    pub active: bool,
    /// When it was set up: ISO 8601, as GitLab sent it.
    pub created_at: Option<String>,
    /// When it was last changed: ISO 8601, as GitLab sent it.
    pub updated_at: Option<String>,
    /// Whether its settings come from the group or the instance; `None` if GitLab does not report it. Such a server does not
    /// accept `use_inherited_settings` either.
    pub inherited: Option<bool>,
    /// Its flags and its properties, by their keys on the wire.
    pub settings: Object,
}

/// Keys that are not settings.
const ABOUT_IT: &[&str] =
    &["id", "title", "slug", "created_at", "updated_at", "active", "inherited", "properties"];

impl Integration {
    /// Reads one. Only a slug is required.
    ///
    /// # Errors
    /// What was given, if there is no slug.
    pub(super) fn read(mut answer: Object) -> Result<Self, Odd> {
        let text = |answer: &Object, key: &str| {
            answer.get(key).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty())
        };
        let Some(slug) = text(&answer, "slug") else {
            let why = "GitLab sent an integration without a slug.";
            return Err(Odd::new(why, Value::Object(answer), strip_secrets));
        };
        let properties = match answer.remove("properties") {
            Some(Value::Object(properties)) => properties,
            _ => Object::new(),
        };
        let title = text(&answer, "title")
            .or_else(|| find(&slug).map(|spec| spec.title.to_owned()))
            .unwrap_or_else(|| slug.clone());
        let flag = |key: &str| answer.get(key).and_then(read_bool);
        let (created_at, updated_at) = (text(&answer, "created_at"), text(&answer, "updated_at"));
        let (active, inherited) = (flag("active"), flag("inherited"));
        // GitLab stores these booleans in columns of their own, where null means false.
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
        strip_secrets_of(&slug, &mut settings);
        plain_toggles(&slug, &mut settings);
        Ok(Self { slug, title, active: active.unwrap_or(false), created_at, updated_at, inherited, settings })
    }

    /// Titles of its events that are on, in the order of the catalogue. For a slug that the catalogue does not describe, all
    /// event flags that are on.
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

/// Turns toggles into booleans: old integrations have texts ("1", "0", "true"). A toggle that was never set is off, unless
/// its default is on.
fn plain_toggles(slug: &str, settings: &mut Object) {
    let Some(spec) = find(slug) else { return };
    for param in spec.params.iter().filter(|param| param.kind.is_toggle()) {
        let Some(value) = settings.get_mut(param.key) else { continue };
        if let Some(on) = read_bool(value) {
            *value = Value::Bool(on);
        } else if value.is_null() && (!param.server_default || matches!(param.kind, ParamKind::Event(_))) {
            *value = Value::Bool(false);
        }
    }
}

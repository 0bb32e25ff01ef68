//! What a file has of one integration.

use crate::command::placeholder;
use crate::file::words::{plain, plain_of};
use crate::form::{Kind, Mode, Required, Schema, read_entry};
use crate::gitlab::integration::Integration;
use crate::gitlab::schema::schema;
use crate::gitlab::secrets::holds_secret;
use crate::gitlab::target::Target;
use crate::object::Object;
use serde_json::Value;

/// The key of what GitLab reported besides.
pub(super) const OTHER: &str = "other";

/// The settings of one integration.
pub(super) struct Exported {
    /// Those of its form by their keys on the wire, in the order of the form. Secrets that GitLab requires are placeholders.
    pub(super) settings: Vec<(String, Value)>,
    /// What GitLab reported besides, sorted: settings that the form does not have, and values that it cannot show.
    pub(super) other: Object,
}

/// The form in which it is exported and compared. `target` has the level of its project or group.
pub(super) fn form_of(target: Target, integration: &Integration) -> Schema {
    schema(target, &integration.slug, Mode::Edit, &integration.settings, &[])
}

pub(super) fn exported(target: Target, integration: &Integration) -> Exported {
    let form = form_of(target, integration);
    let values = form.read(&integration.settings);
    let mut settings = Vec::new();
    let mut other = Object::new();
    for (key, value) in &integration.settings {
        // Every integration reports the flags of all events.
        let is_flag = key.ends_with("_events") || key == "comment_on_event_enabled";
        if form.field(key).is_none() && !is_flag && (value.is_boolean() || !holds_secret(key, value)) {
            other.insert(key.clone(), plain(value));
        }
    }
    for field in form.fields().filter(|field| field.on_wire && field.is_shown(&values)) {
        let key = field.key.to_string();
        let reported = integration.settings.get(&key).filter(|value| !value.is_null());
        if field.kind == Kind::Secret {
            if field.required == Required::Always {
                settings.push((key.clone(), Value::from(placeholder(&key))));
            }
            continue;
        }
        if reported.is_some_and(|value| read_entry(&field.kind, value).is_none()) {
            other.extend(reported.map(|value| (key, plain(value))));
            continue;
        }
        let entry = values.get(&field.key);
        if let Some(value) = entry.and_then(|entry| form.write(field, entry)) {
            settings.push((key, plain_of(&field.kind, &value)));
        }
    }
    other.sort_keys();
    if crate::gitlab::find(&integration.slug).is_none() {
        // Its form has them in the order of the answer, which GitLab need not keep.
        settings.sort_by(|left, right| left.0.cmp(&right.0));
    }
    Exported { settings, other }
}

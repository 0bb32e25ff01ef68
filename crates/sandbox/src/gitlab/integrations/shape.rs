//! An integration as GitLab's API writes it: in the list, and with its properties.

use patchbay_model::{Object, gitlab};
use serde_json::{Value, json};

use super::known;
use crate::moment;
use crate::options::GitLab;
use crate::store::gitlab::Stored;

/// What the list shows: no properties.
pub(super) fn in_list(server: GitLab, stored: &Stored) -> Object {
    let mut shape = Object::new();
    let mut set = |key: &str, value: Value| shape.insert(key.to_owned(), value);
    set("id", stored.id.into());
    set("title", known::title(server, &stored.slug).into());
    set("slug", stored.slug.as_str().into());
    set("created_at", moment::write(stored.created_at).into());
    set("updated_at", moment::write(stored.updated_at).into());
    set("active", stored.active.into());
    for (flag, otherwise) in known::shown_flags(server) {
        set(flag, stored.settings.get(flag).cloned().unwrap_or(otherwise.into()));
    }
    match server {
        GitLab::ServicesOnly | GitLab::Manual => {}
        GitLab::Newer => {
            set("inherited", stored.inherited.into());
        }
    }
    shape
}

/// One integration with its properties.
pub(super) fn whole(server: GitLab, stored: &Stored) -> Object {
    let mut shape = in_list(server, stored);
    shape.insert("properties".to_owned(), Value::Object(properties(server, stored)));
    shape
}

/// Older servers show what is stored, newer ones every property that there is; none shows a secret, or what only sounds
/// like one.
fn properties(server: GitLab, stored: &Stored) -> Object {
    let mut properties = Object::new();
    if let (GitLab::Newer, Some(spec)) = (server, gitlab::find(&stored.slug)) {
        let declared = spec.params.iter().filter(|param| param.in_manual());
        let read = declared.filter(|param| !super::dropped::is_dropped(server, spec.slug, param.key));
        properties.extend(read.map(|param| (param.key.to_owned(), json!(null))));
    }
    properties.extend(stored.settings.clone());
    properties.retain(|key, _| {
        !known::is_flag(key) && !known::is_kept_back(&stored.slug, key) && !known::sounds_secret(key)
    });
    properties
}

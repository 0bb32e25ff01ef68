//! An integration as GitLab's API answers it: in the list, and with its properties.

use patchbay_model::{Object, gitlab};
use serde_json::{Value, json};

use super::{check, known};
use crate::date;
use crate::gitlab::server::GitLab;
use crate::store::gitlab::Stored;

/// As in the list: without properties.
pub(super) fn in_list(server: GitLab, stored: &Stored) -> Object {
    let mut shape = Object::new();
    let mut set = |key: &str, value: Value| shape.insert(key.to_owned(), value);
    set("id", stored.id.into());
    set("title", known::title(server, &stored.slug).into());
    set("slug", stored.slug.as_str().into());
    set("created_at", date::write(stored.created_at).into());
    set("updated_at", date::write(stored.updated_at).into());
    set("active", stored.active.into());
    for (flag, otherwise) in known::shown_flags(server) {
        set(flag, stored.settings.get(flag).cloned().unwrap_or(otherwise.into()));
    }
    if server.has_inheritance() {
        set("inherited", stored.inherited.into());
    }
    shape
}

/// With its properties.
pub(super) fn whole(server: GitLab, stored: &Stored) -> Object {
    let mut shape = in_list(server, stored);
    shape.insert("properties".to_owned(), Value::Object(properties(server, stored)));
    shape
}

/// Older servers show the stored properties, newer ones all. None shows a secret, but for keys of app
/// stores; older ones hide all whose name sounds like one.
fn properties(server: GitLab, stored: &Stored) -> Object {
    let mut properties = Object::new();
    if stored.slug == known::SLACK_APP && !stored.active {
        return properties;
    }
    let spec = gitlab::find(&stored.slug);
    let target = server.target(stored.holder.level());
    if let Some(spec) = spec.filter(|_| server.shows_all_fields()) {
        let read = spec.params.iter().filter(|param| check::is_kept(param, target));
        properties.extend(read.map(|param| (param.key.to_owned(), json!(null))));
    }
    let is_kept = |key: &str| {
        let param = spec.and_then(|spec| spec.param(key));
        param.is_none_or(|param| check::is_kept(param, target))
    };
    properties.extend(stored.settings.clone());
    properties.retain(|key, _| {
        is_kept(key)
            && !known::is_flag(key)
            && !known::is_secret(&stored.slug, key)
            && !known::sounds_secret(server, key)
    });
    let given_back =
        stored.secrets.iter().filter_map(|key| Some((key.clone(), known::given_back(key)?.into())));
    properties.extend(given_back);
    properties
}

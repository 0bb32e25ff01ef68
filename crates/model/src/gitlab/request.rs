//! The body of a PUT, which both sets up and changes an integration.

use super::{find, is_secret};
use crate::form::Required;
use crate::form::write_entry;
use crate::{Entry, Kind, Mode, Object, Schema, Secret, Values};
use serde_json::Value;

/// What turns `before` into `after`: everything that GitLab requires, what differs, and every toggle whose position is
/// known, since those left out of a first request are switched on by the server. For a slug that the catalogue does not
/// know also every text and number that is not empty, since any of them may be required. Never `active`, which servers
/// ignore, and no blank secret, which would erase the stored one, unless that was asked for.
///
/// `inherited` is what the server reports for this integration: where it reports anything, the request says
/// `use_inherited_settings: false`, because otherwise a server that inherits ignores all the rest without a word.
pub fn request_body(
    slug: &str,
    schema: &Schema,
    before: &Values,
    after: &Values,
    inherited: Option<bool>,
) -> Object {
    let spec = find(slug);
    let creating = schema.mode == Mode::Create;
    let mut body = Object::new();
    for field in schema.fields().filter(|field| field.on_wire && field.is_shown(after)) {
        let Some(entry) = after.get(&field.key) else { continue };
        let param = spec.and_then(|spec| spec.param(&field.key));
        let insisted = param.is_some_and(|param| param.insisted);
        let wanted = match entry {
            Entry::Toggle(on) => on.is_some(),
            // Blank only when somebody asked for the stored one to be removed.
            Entry::Secret(Secret::Clear) => true,
            Entry::Secret(Secret::Keep) => false,
            Entry::Secret(Secret::Replace(text)) => !text.is_empty(),
            Entry::Text(_) if creating => insisted || !entry.text().is_empty(),
            Entry::Text(_) | Entry::Projects(_) => {
                let may_be_required = spec.is_none() && field.kind != Kind::Json && !entry.text().is_empty();
                insisted
                    || may_be_required
                    || field.required == Required::Always
                    || param.is_some_and(|param| param.required)
                    || schema.differs(field, before, after)
            }
        };
        if wanted && let Some(value) = write_entry(&field.kind, entry) {
            body.insert(field.key.to_string(), value);
        } else if creating && insisted && is_secret(&field.key) {
            // There is nothing stored that this could erase.
            body.insert(field.key.to_string(), Value::from(""));
        }
    }
    if inherited.is_some() {
        body.insert("use_inherited_settings".to_owned(), Value::Bool(false));
    }
    body
}

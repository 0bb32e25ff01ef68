//! The body of a PUT, which sets up or changes an integration.

use super::catalogue::find;
use super::inherit::USE_INHERITED;
use super::secrets::is_secret;
use super::spec::Standing;
use crate::form::{Entry, Kind, Mode, Required, Schema, Secret, Values};
use crate::object::Object;
use serde_json::Value;

/// The body that changes `before` into `after`: every parameter that GitLab requires, every change, and every toggle whose
/// value is known, because GitLab turns on toggles that the first request does not send. For a slug that the catalogue does
/// not describe, also every text and number that is not empty, because any of them may be required. Never `active`, which
/// GitLab ignores, and never an empty secret, which would erase the stored one, unless a person removes it.
///
/// `inherited` is [`Integration::inherited`](super::Integration::inherited). If GitLab reports it, the body contains
/// `use_inherited_settings: false`, because a server that inherits settings ignores all others without an error.
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
        let always_sent = param.is_some_and(|param| param.always_sent);
        let is_sent = match entry {
            Entry::Toggle(on) => on.is_some(),
            // Empty only if a person removes the stored secret.
            Entry::Secret(Secret::Clear) => true,
            Entry::Secret(Secret::Keep) => false,
            Entry::Secret(Secret::Replace(text)) => !text.is_empty(),
            Entry::Text(_) if creating => always_sent || !entry.text().is_empty(),
            Entry::Text(_) | Entry::Projects(_) => {
                let is_list = matches!(field.kind, Kind::Json | Kind::Lines);
                let may_be_required = spec.is_none() && !is_list && !entry.text().is_empty();
                always_sent
                    || may_be_required
                    || (field.required == Required::Always && !field.may_be_unused(after))
                    || param.is_some_and(|param| param.required)
                    || schema.differs(field, before, after)
            }
        };
        if is_sent && let Some(value) = schema.write(field, entry) {
            let value = match param {
                Some(param) => param.kind.on_wire(value),
                None => value,
            };
            body.insert(field.key.to_string(), value);
        } else if creating && always_sent && is_secret(&field.key) {
            // There is no stored secret that this could erase.
            body.insert(field.key.to_string(), Value::from(""));
        }
    }
    if inherited.is_some() {
        body.insert(USE_INHERITED.to_owned(), Value::Bool(false));
    }
    body
}

/// Whether writing its settings activates an integration that is not active. Those that are set up elsewhere stay as they are.
pub fn is_activated_by_saving(slug: &str) -> bool {
    !find(slug).is_some_and(|spec| matches!(spec.standing, Standing::SetUpElsewhere(_)))
}

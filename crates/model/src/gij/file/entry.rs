//! What a file says of one integration.

use crate::command::placeholder;
use crate::file::words::{hidden, plain, plain_of};
use crate::form::{Field, Kind, Mode, Schema, Values, read_entry};
use crate::gij::integration::Integration;
use crate::gij::schema::{NOT_EDITED, schema};
use crate::gij::secrets::is_secret;
use crate::gij::spec::{Auth, TypeSpec};
use crate::object::Object;
use serde_json::Value;

/// The key of what Jira reported besides.
pub(super) const OTHER: &str = "other";

/// One integration as a file has it, apart from its number, its type and whether it is disabled.
pub(super) struct Exported {
    /// The settings of its form by their keys on the wire, in the order of the form. Secrets are placeholders.
    pub(super) settings: Vec<(String, Value)>,
    /// What Jira reported besides: settings that the form does not have, and values that it cannot show. Sorted.
    pub(super) other: Object,
}

/// The form in which the settings of this integration are exported, and compared with a file.
pub(super) fn form_of(integration: &Integration) -> Schema {
    schema(&integration.kind, Mode::Edit, &integration.settings)
}

/// `form` is [`form_of`] it.
pub(super) fn exported(integration: &Integration, form: &Schema) -> Exported {
    let spec = integration.kind.spec();
    let values = form.read(&integration.settings);
    let user = reported_user(integration, form);
    let mut settings = Vec::new();
    let mut other = Object::new();
    let rest = integration.settings.iter().filter(|(key, _)| {
        form.field(key).is_none_or(|field| !field.on_wire || field.key == OTHER)
            && !NOT_EDITED.contains(&key.as_str())
    });
    for (key, value) in rest.filter(|(key, value)| value.is_boolean() || !is_secret(key)) {
        other.insert(key.clone(), plain(value));
    }
    for field in form.fields().filter(|field| field.on_wire && field.key != OTHER) {
        let key = field.key.to_string();
        if field.kind == Kind::Secret {
            if spec.is_some_and(|spec| secret_of(spec, integration) == Some(key.as_str())) {
                settings.push((key.clone(), Value::from(placeholder(&key))));
            }
        } else if key == "username" && spec.is_some() {
            settings.extend(user.map(|user| (key, Value::from(hidden(&field.kind, user)))));
        } else if field.is_shown(&values) {
            let reported = integration.settings.get(&key);
            match value_of(field, &values, reported) {
                Some(value) => settings.push((key, value)),
                None => {
                    let reported = reported.filter(|value| !value.is_null());
                    other.extend(reported.map(|value| (key, plain(value))));
                }
            }
        }
    }
    other.sort_keys();
    if spec.is_none() {
        // Its form has them in the order of the answer, which Jira need not keep.
        settings.sort_by(|left, right| left.0.cmp(&right.0));
    }
    Exported { settings, other }
}

/// The user name that Jira reports; `None` if it reports none, or if its type has none.
pub(super) fn reported_user<'a>(integration: &'a Integration, form: &Schema) -> Option<&'a str> {
    form.field("username")?;
    let name = integration.settings.get("username")?.as_str()?.trim();
    let for_all = integration.kind.spec().is_some_and(|spec| spec.auth.contains(&Auth::TokenForAll));
    let is_literal = for_all && name == "all";
    (!name.is_empty() && !is_literal).then_some(name)
}

/// The key of the secret that a new one like this needs. Jira does not report how it signs in: with a user name, it is a
/// password; with the user name that goes with every token, or without, it is what is recommended for its type.
fn secret_of(spec: &TypeSpec, integration: &Integration) -> Option<&'static str> {
    let user =
        integration.settings.get("username").and_then(Value::as_str).map(str::trim).unwrap_or_default();
    let for_all = user == "all" && spec.auth.contains(&Auth::TokenForAll);
    let meant = spec.auth.iter().find(|auth| !user.is_empty() && is_token(**auth) == for_all);
    let way = meant.or(spec.auth.first())?;
    Some(if is_token(*way) { "pat" } else { "password" })
}

/// Whether this way to sign in needs a token, and not a user name with a password.
pub(super) const fn is_token(auth: Auth) -> bool {
    match auth {
        Auth::Token | Auth::TokenForAll => true,
        Auth::Password | Auth::AccessKey => false,
    }
}

/// The value of a field for a file; `None` if Jira reports none, or one that the form cannot show. A text that Jira does not
/// report is empty.
fn value_of(field: &Field, values: &Values, reported: Option<&Value>) -> Option<Value> {
    let is_reported = reported.is_some_and(|value| !value.is_null());
    if is_reported && reported.and_then(|value| read_entry(&field.kind, value)).is_none() {
        return None;
    }
    Some(plain_of(&field.kind, &field.write(values.get(&field.key)?)?))
}

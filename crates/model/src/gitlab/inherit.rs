//! The body of a PUT that gives up an integration's own settings for those of a group above it, or of the instance.

use super::catalogue::find;
use super::param::Param;
use super::param_kind::ParamKind;
use super::schema::schema;
use super::server::is_declared;
use super::target::Target;
use crate::form::{Entry, Mode, Schema, Secret, read_entry};
use crate::object::Object;
use serde_json::{Value, json};

/// The parameter that says whose settings are used.
pub const USE_INHERITED: &str = "use_inherited_settings";

/// The body that makes the integration `slug` follow the settings of a group above it, or of the instance. `settings` are
/// those that GitLab reports of it now.
///
/// GitLab checks that all required parameters are there before it looks at [`USE_INHERITED`], and then ignores all of
/// them. So what it reports goes back as it is, and what it does not report, such as a secret, has a harmless value of
/// the right form in its place. A server that does not know [`USE_INHERITED`] would store those values: send this only
/// where [`Integration::inherited`](super::Integration::inherited) is reported.
pub fn inherit_body(target: Target, slug: &str, settings: &Object) -> Object {
    let mut body = Object::new();
    match find(slug) {
        Some(spec) => {
            let mut form = schema(target, slug, Mode::Create, &Object::new(), &[]);
            form.rules.extend(spec.refused_by_some);
            let is_sent =
                |param: &&Param| (param.required || param.always_sent) && is_declared(param, target);
            for param in spec.params.iter().filter(is_sent) {
                let reported = settings.get(param.key).filter(|value| !is_nothing(value));
                let value = reported.cloned().unwrap_or_else(|| stand_in(param, &form));
                body.insert(param.key.to_owned(), value);
            }
        }
        // Any of them may be required.
        None => body.extend(
            settings
                .iter()
                .filter(|(_, value)| (value.is_string() || value.is_number()) && !is_nothing(value))
                .map(|(key, value)| (key.clone(), value.clone())),
        ),
    }
    body.insert(USE_INHERITED.to_owned(), Value::Bool(true));
    body
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value == ""
}

/// A value that means nothing and that the rules of the form accept: servers have the same ones.
fn stand_in(param: &Param, form: &Schema) -> Value {
    let text = match param.kind {
        ParamKind::Toggle | ParamKind::Event(_) => return Value::Bool(param.server_default),
        ParamKind::Integer { min, .. } => return Value::from(min.max(1)),
        ParamKind::Lines => return json!(["INHERITED"]),
        ParamKind::KeyFile(file) => return Value::from(file.format.example()),
        ParamKind::NumberChoice(options) => {
            return Value::from(
                options.first().and_then(|option| option.value.parse().ok()).unwrap_or(0_i64),
            );
        }
        ParamKind::Choice(options) => return Value::from(options.first().map_or("", |option| option.value)),
        ParamKind::Url | ParamKind::SecretUrl | ParamKind::Webhook(_) => "https://inherited.example.com/:id",
        ParamKind::Recipients(_) => "inherited@example.com",
        ParamKind::Text | ParamKind::Multiline | ParamKind::Secret | ParamKind::Channel(_) => "inherited",
    };
    let example = param.placeholder;
    let others = ["irc://irc.example.com/inherited", "https://example.atlassian.net/wiki", WEBHOOK, "1"];
    let candidates = [text, example].into_iter().chain(others).filter(|text| !text.is_empty());
    Value::from(candidates.into_iter().find(|text| is_accepted(param, form, text)).unwrap_or(text))
}

/// Some entries take the addresses of their own service only.
const WEBHOOK: &str = "https://discord.com/api/webhooks/1/inherited";

fn is_accepted(param: &Param, form: &Schema, text: &str) -> bool {
    let Some(field) = form.field(param.key) else { return true };
    let entry = if param.kind.is_secret() {
        Some(Entry::Secret(Secret::Replace(text.to_owned())))
    } else {
        read_entry(&field.kind, &Value::from(text))
    };
    let mut values = form.defaults();
    let Some(entry) = entry else { return false };
    values.set(param.key, entry);
    form.problem(field, &values).is_none()
}

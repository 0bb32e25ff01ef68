//! The form of each type of integration, and what it sends.

use super::types::{Auth, IntegrationType, TypeSpec};
use super::{AUTH, features, fields, is_secret, rules};
use crate::form::read_entry;
use crate::{Entry, Field, Kind, Lookup, Mode, Object, Schema, Section, Values, Vendor};
use serde_json::Value;

/// The form of an integration of this type. An unknown type gets a form made from `settings`, what the server sent.
pub fn schema(kind: &IntegrationType, mode: Mode, settings: &Object) -> Schema {
    let (sections, rules) = match kind {
        IntegrationType::Known(spec) => (known(spec, mode), rules::RULES.to_vec()),
        // Which rules an unknown type keeps is unknown too: the server says.
        IntegrationType::Other(_) => (unknown(settings), Vec::new()),
    };
    Schema {
        vendor: Vendor::Jira,
        wants_required: false,
        mode,
        sections,
        rules,
        warnings: rules::WARNINGS.to_vec(),
    }
}

fn known(spec: &'static TypeSpec, mode: Mode) -> Vec<Section> {
    let mut connection = fields::connection(spec, mode);
    if mode == Mode::Create {
        connection.push(
            Field::new("disabled", "Enabled", Kind::Toggle { inverted: true })
                .help("An integration that is disabled is not indexed.")
                .on(),
        );
    }
    vec![
        Section::new("Connection", "Where the repositories come from.", connection),
        Section::new(
            "Repositories",
            "Which repositories of the host are tracked, and what is fetched of them.",
            fields::repositories(spec),
        ),
        Section::new("Projects", "Where commits are shown.", features::projects()),
        Section::new("Features", "What Jira does with them.", features::features(spec)),
        Section::new("Mail and storage", "", features::housekeeping()),
    ]
}

/// Fields the server decides, or that have a way of their own: they are never sent.
const NOT_EDITED: &[&str] = &[
    "id",
    "integrationType",
    "type",
    "disabled",
    "initDate",
    "lastIndexedDate",
    "showAllTags",
    "state",
    "status",
];

/// A form made from values: those that the twelve types know keep their name, the rest are called as on the wire.
fn unknown(settings: &Object) -> Vec<Section> {
    let every: Vec<Field> = IntegrationType::all()
        .flat_map(|spec| known(spec, Mode::Edit))
        .flat_map(|section| section.fields)
        .filter(|field| field.on_wire && field.shown.is_none_or(|shown| shown.when != AUTH))
        .collect();
    let fields = settings
        .iter()
        .filter(|(key, _)| !NOT_EDITED.contains(&key.as_str()) && !is_secret(key))
        .map(|(key, value)| match every.iter().find(|field| field.key == key.as_str()) {
            Some(field) => like(field, value),
            None => Field::new(key.to_owned(), key.to_owned(), by_shape(value)),
        })
        .collect();
    vec![Section::new(
        "Settings",
        "Patchbay does not know this type. These are the settings that the server sent, under its own names.",
        fields,
    )]
}

/// A known field for an unknown type. Nothing is asked of its text that only some types ask, so that what the server
/// has can be sent again; and it can hold what the server sent.
fn like(field: &Field, value: &Value) -> Field {
    let keeps_kind = matches!(field.kind, Kind::Toggle { .. } | Kind::Projects | Kind::Pattern { .. })
        && (value.is_null() || read_entry(&field.kind, value).is_some());
    let kind = match value {
        _ if keeps_kind => field.kind.clone(),
        Value::Null => Kind::Text,
        _ => by_shape(value),
    };
    if kind == field.kind {
        return field.clone();
    }
    Field {
        consequence: field.consequence.clone(),
        shown: field.shown,
        ..Field::new(field.key.clone(), field.label.clone(), kind)
    }
    .help(field.help.clone())
}

fn by_shape(value: &Value) -> Kind {
    match value {
        Value::Bool(_) => Kind::Toggle { inverted: false },
        // A text of several lines does not fit into one; as JSON it does.
        Value::String(text) if !text.contains(char::is_control) => Kind::Text,
        Value::Number(number) if number.is_i64() => Kind::Integer { min: i64::MIN, max: i64::MAX, unit: "" },
        _ => Kind::Json,
    }
}

/// The body of "Add New Integration".
pub fn request_body(kind: &IntegrationType, schema: &Schema, values: &Values) -> Object {
    let mut body = Object::new();
    body.insert("type".to_owned(), Value::from(kind.name()));
    body.extend(schema.body(values));
    // A new integration is enabled unless told otherwise.
    if body.get("disabled") == Some(&Value::Bool(false)) {
        body.remove("disabled");
    }
    name_all(kind, values, &mut body);
    body
}

/// The body of "Update Existing Integration": only what changes, and never the type.
pub fn request_patch(kind: &IntegrationType, schema: &Schema, before: &Values, after: &Values) -> Object {
    let mut patch = schema.patch(before, after);
    // Who replaces a password says whose it is, even when the name stays the same.
    if patch.contains_key("password") {
        patch.insert("username".to_owned(), Value::from(after.text("username")));
    }
    // Update doc: without `global`, ids are applied. They come along even when they stay the same, since a server may
    // have ignored them until now.
    if patch.get("global") == Some(&Value::Bool(false))
        && let Some(Entry::Projects(ids)) = after.get("projectMappingIds")
    {
        patch.insert("projectMappingIds".to_owned(), Value::from(ids.clone()));
    }
    name_all(kind, after, &mut patch);
    patch
}

/// Team Foundation Server takes a token only together with the literal user name `all`.
fn name_all(kind: &IntegrationType, values: &Values, body: &mut Object) {
    let for_all = kind.spec().is_some_and(|spec| spec.auth.contains(&Auth::TokenForAll));
    if for_all && values.get(AUTH).map(Entry::text) == Some("token") && body.contains_key("pat") {
        body.insert("username".to_owned(), Value::from("all"));
    }
}

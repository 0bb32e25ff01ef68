//! The form of each type of integration.

use super::corrections::corrections;
use super::fields::{self, AUTH};
use super::integration_type::IntegrationType;
use super::rules;
use super::secrets::is_secret;
use super::spec::TypeSpec;
use crate::form::{Field, Kind, Mode, Schema, Section, kind_of, read_entry};
use crate::object::Object;
use crate::text::{NAME, short};
use crate::vendor::Vendor;
use serde_json::Value;

/// The sentence above the fields of an unknown type.
pub const UNKNOWN_TYPE: &str =
    "Patchbay does not know this type. The form shows the settings that Jira reports, under their API names.";

/// The form of an integration of this type. For an unknown type, the fields are those of `settings`, which is what Jira
/// reports; known types ignore `settings`.
pub fn schema(kind: &IntegrationType, mode: Mode, settings: &Object) -> Schema {
    let (sections, rules, corrections) = match kind.spec() {
        Some(spec) => (known(spec, mode), rules::RULES.to_vec(), corrections(spec)),
        // The rules of an unknown type are unknown too: only Jira can check them.
        None => (unknown(settings), Vec::new(), Vec::new()),
    };
    Schema {
        vendor: Vendor::Jira,
        wants_required: false,
        mode,
        sections,
        rules,
        warnings: rules::WARNINGS.to_vec(),
        corrections,
    }
}

fn known(spec: &'static TypeSpec, mode: Mode) -> Vec<Section> {
    vec![
        Section::new("Connection", "The host and how Jira signs in to it.", fields::connection(spec, mode)),
        Section::new(
            "Repositories",
            "Which repositories of the host are tracked, and what is fetched from them.",
            fields::repositories(spec),
        ),
        Section::new("Projects", "The Jira projects whose issues show commits.", fields::projects()),
        Section::new("Features", "What Jira shows and does with commits.", fields::features(spec)),
        Section::new("Email and storage", "", fields::mail()),
    ]
}

/// Settings that Jira controls, or that have endpoints of their own. They are never sent.
pub(super) const NOT_EDITED: &[&str] = &[
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

/// A form made from settings. Settings of the twelve types have their usual labels, all others their keys.
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
            None => Field::new(key.to_owned(), short(key, NAME), kind_of(value, Kind::Json)),
        })
        .collect();
    vec![Section::new("Settings", UNKNOWN_TYPE, fields)]
}

/// A field of the twelve types in the form of an unknown type. It can hold what Jira reported, and checks nothing that
/// only some types require, so that the stored value can be sent again.
fn like(field: &Field, value: &Value) -> Field {
    let keeps_kind = matches!(field.kind, Kind::Toggle { .. } | Kind::Projects | Kind::Pattern { .. })
        && (value.is_null() || read_entry(&field.kind, value).is_some());
    let kind = if keeps_kind { field.kind.clone() } else { kind_of(value, Kind::Text) };
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

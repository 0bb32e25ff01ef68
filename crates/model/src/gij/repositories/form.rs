//! The form of a repository that an integration tracks, and what its request sends.

use super::fields::links;
use super::fixed::{Fixed, fixed};
use super::repository::Repository;
use crate::form::{Entry, Field, Kind, Mode, Schema, Section, Values};
use crate::gij::fields;
use crate::gij::integration::type_of;
use crate::gij::integration_type::IntegrationType;
use crate::gij::rules;
use crate::object::Object;
use crate::vendor::Vendor;
use serde_json::Value;

/// What a person can change of a repository, and what is only shown.
#[derive(Clone, Debug)]
pub struct RepositoryForm {
    /// What can be changed. Enabling and disabling is no part of it: it has an endpoint of its own.
    pub schema: Schema,
    /// What is only shown, with the reason, as far as Jira reports it.
    pub fixed: Vec<Fixed>,
}

/// The form of a repository. `kind` is the type of the integration that tracks it; the fields are those of the integration
/// that "Update Nested Repository" also has for its repositories.
pub fn repository_form(kind: &IntegrationType, repository: &Repository) -> RepositoryForm {
    let own = |key: &str| repository.settings.get(key).and_then(Value::as_str).unwrap_or_default();
    let reported = type_of([own("integrationType"), own("type")]);
    // A type that is not in the catalogue may have all of these settings.
    let spec = kind.spec().or_else(|| reported.spec()).or_else(|| IntegrationType::all().next());
    let mut sections = vec![Section::new(
        "Repository",
        "",
        vec![Field::new("displayName", "Display name", Kind::Text).help("How Jira shows this repository.")],
    )];
    if let Some(spec) = spec {
        let fetched = fields::repositories(spec).into_iter().filter(|field| field.key.starts_with("refSpec"));
        // "Update Nested Repository": whether users need tokens of their own is the integration's.
        let shown = fields::features(spec).into_iter().filter(|field| field.key != "requireUserPat");
        sections.extend([
            Section::new("References", "What Jira fetches besides branches and tags.", fetched.collect()),
            Section::new("Projects", "The Jira projects whose issues show its commits.", fields::projects()),
            Section::new("Features", "What Jira shows and does with its commits.", shown.collect()),
        ]);
    }
    sections.push(Section::new("Email and storage", "", fields::mail()));
    sections.push(Section::new("Links to the host", "Where Jira’s links to the host lead.", links()));
    sections.retain(|section| !section.fields.is_empty());
    let has = |at: &str| sections.iter().flat_map(|section| &section.fields).any(|field| field.key == at);
    let of = |rules: &[crate::form::Rule]| rules.iter().copied().filter(|rule| has(rule.at)).collect();
    let (rules, warnings) = (of(rules::RULES), of(rules::WARNINGS));
    RepositoryForm {
        schema: Schema {
            vendor: Vendor::Jira,
            wants_required: false,
            mode: Mode::Edit,
            rules,
            warnings,
            corrections: Vec::new(),
            sections,
        },
        fixed: fixed(&repository.settings),
    }
}

/// The body of "Update Existing Repository": its id, and only what changes.
pub fn repository_patch(id: u64, schema: &Schema, before: &Values, after: &Values) -> Object {
    let mut patch = schema.patch(before, after);
    // As for integrations: ids are applied when `global` is not true, and are sent with the change to it.
    if patch.get("global") == Some(&Value::Bool(false))
        && let Some(Entry::Projects(ids)) = after.get("projectMappingIds")
    {
        patch.insert("projectMappingIds".to_owned(), Value::from(ids.clone()));
    }
    let mut body = Object::new();
    body.insert("id".to_owned(), Value::from(id));
    body.extend(patch);
    body
}

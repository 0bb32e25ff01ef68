//! Which settings many Git integrations share. What can be done with each is in `plan::edits`, and what that does to one of
//! them in `apply`.

use crate::form::{Field, Kind, Mode, Schema};
use crate::gij::integration::Integration;
use crate::gij::integration_type::IntegrationType;
use crate::gij::schema::schema;
use crate::plan::edits::shared;

/// The field of the Jira projects, of which `global` is the other half.
pub const PROJECTS: &str = "projectMappingIds";
/// Whether an integration is associated with all projects.
pub(super) const GLOBAL: &str = "global";

/// The settings that all of these have, by key and kind, in the order of the form. Without credentials, which are replaced
/// in their own way, and without `global`, which [`PROJECTS`] includes.
pub fn fields_of(integrations: &[&Integration]) -> Vec<Field> {
    let mut seen: Vec<&IntegrationType> = Vec::new();
    let mut distinct: Vec<&Integration> = Vec::new();
    for integration in integrations {
        // The form of a known type is always the same.
        if integration.kind.spec().is_none() || !seen.contains(&&integration.kind) {
            seen.push(&integration.kind);
            distinct.push(integration);
        }
    }
    let is_credential = |field: &Field| {
        // A user name belongs to a password. Forms of types that we do not know have neither.
        field.kind == Kind::Secret || field.shown.is_some_and(|shown| shown.when == crate::gij::AUTH)
    };
    let first = distinct.first().map(|one| form(one));
    let credentials: Vec<_> = first
        .iter()
        .flat_map(Schema::fields)
        .filter(|field| is_credential(field))
        .map(|field| field.key.clone())
        .collect();
    let mut fields = shared(distinct.into_iter().map(form));
    fields.retain(|field| !credentials.contains(&field.key));
    if fields.iter().any(|field| field.key == PROJECTS) {
        fields.retain(|field| field.key != GLOBAL);
    }
    fields
}

/// The form in which it is edited.
pub(super) fn form(integration: &Integration) -> Schema {
    schema(&integration.kind, Mode::Edit, &integration.settings)
}

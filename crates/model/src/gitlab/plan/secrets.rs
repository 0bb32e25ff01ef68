//! The secrets that GitLab wants and the steps of a plan do not have: each is typed once for all that need it.

use super::{Planned, Work, write};
use crate::form::{Entry, Field, Kind, Secret, Values};
use std::collections::BTreeMap;

/// A secret that steps lack.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The integration's name in addresses.
    pub slug: String,
    /// What people call the integration.
    pub title: String,
    /// The field that it is typed into; its key is that of the setting.
    pub field: Field,
    /// The steps that need it, by their places.
    pub steps: Vec<usize>,
}

/// What these steps lack, in the order in which they need it.
pub fn asked(planned: &[Planned]) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (at, one) in planned.iter().enumerate() {
        let (Some(Work::Write { values }), Some(opened)) = (&one.work, &one.opened) else { continue };
        let schema = opened.form();
        let lacks = |field: &&Field| {
            field.kind == Kind::Secret
                && matches!(values.get(&field.key), None | Some(Entry::Secret(Secret::Keep)))
                && schema.problem(field, values).is_some()
        };
        for field in schema.fields().filter(lacks) {
            let place = *places.entry((opened.slug.clone(), field.key.to_string())).or_insert(found.len());
            if place == found.len() {
                let (slug, title) = (opened.slug.clone(), opened.title());
                found.push(Asked { slug, title, field: field.clone(), steps: Vec::new() });
            }
            if let Some(asked) = found.get_mut(place) {
                asked.steps.push(at);
            }
        }
    }
    found
}

/// The step with these secrets of the integration `slug`; any other stays as it is.
pub fn with_secrets(planned: Planned, slug: &str, secrets: &Values) -> Planned {
    let (Some(Work::Write { values }), Some(opened)) = (&planned.work, &planned.opened) else {
        return planned;
    };
    if opened.slug != slug {
        return planned;
    }
    let schema = opened.form();
    let mut given = values.clone();
    for field in schema.fields() {
        if let (Some(entry), true) =
            (secrets.get(&field.key), field.kind == Kind::Secret || schema.is_file_name(&field.key))
            && matches!(given.get(&field.key), None | Some(Entry::Secret(Secret::Keep) | Entry::Text(_)))
        {
            given.set(field.key.as_ref(), entry.clone());
        }
    }
    let mut notes = planned.step.notes.clone();
    let mut next = write(opened.clone(), given);
    notes.retain(|note| !next.step.notes.contains(note));
    next.step.notes.extend(notes);
    next
}

//! Before writing: what somebody else changed since a form was opened.

use crate::form::{Entry, Lookup, Schema, Values};

/// One field that somebody else changed while a form was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Key of the field.
    pub key: String,
    /// Label of the field.
    pub label: String,
    /// What it was when the form was opened.
    pub base: String,
    /// What it is on the server now.
    pub theirs: String,
    /// What the form holds, where it changes this field too.
    pub mine: Option<String>,
}

/// The fields that differ on the server (`theirs`) from what the form began with (`base`). Where both sides changed a
/// field to the same, there is nothing to settle, and it is left out. A toggle that the server no longer reports is left
/// out too: nothing says that it was changed. `project` names a Jira project by its id.
pub fn conflicts(
    schema: &Schema,
    base: &Values,
    theirs: &Values,
    mine: &Values,
    project: &dyn Fn(u64) -> String,
) -> Vec<Conflict> {
    schema
        .fields()
        .filter(|field| schema.differs(field, base, theirs))
        .filter_map(|field| {
            let (base_entry, their_entry) = (base.entry(&field.key)?, theirs.entry(&field.key)?);
            if their_entry == Entry::Toggle(None) {
                return None;
            }
            let mine = schema.differs(field, base, mine).then(|| mine.entry(&field.key)).flatten();
            let mine = mine.map(|entry| field.show(&entry, project));
            let theirs = field.show(&their_entry, project);
            (mine.as_ref() != Some(&theirs)).then(|| Conflict {
                key: field.key.to_string(),
                label: field.label.to_string(),
                base: field.show(&base_entry, project),
                theirs,
                mine,
            })
        })
        .collect()
}

//! The difference between two states of a form, in text for people.

use super::change::Change;
use super::field::{Field, Kind};
use super::schema::{Mode, Schema};
use super::secret::Secret;
use super::values::{Entry, Lookup};
use super::wire::lines;
use crate::text::refspec;

/// The text for a secret that stays as it is.
pub const KEPT: &str = "kept as stored";

impl Schema {
    /// The changes, in the order of the fields. In [`Mode::Create`], everything that is sent. `project` names a Jira project
    /// by its id.
    pub fn changes(
        &self,
        before: &dyn Lookup,
        after: &dyn Lookup,
        project: &dyn Fn(u64) -> String,
    ) -> Vec<Change> {
        let creating = self.mode == Mode::Create;
        self.fields()
            .filter(|field| {
                if creating {
                    field.on_wire
                        && field.is_shown(after)
                        && after.entry(&field.key).is_some_and(|entry| is_sent(&entry))
                } else {
                    self.differs(field, before, after)
                }
            })
            .map(|field| Change {
                key: field.key.to_string(),
                label: field.label.to_string(),
                before: match before.entry(&field.key) {
                    Some(entry) if !creating => field.show_before(&entry, project),
                    _ => String::new(),
                },
                after: after.entry(&field.key).map_or_else(String::new, |entry| field.show(&entry, project)),
            })
            .collect()
    }
}

fn is_sent(entry: &Entry) -> bool {
    match entry {
        Entry::Text(_) => !entry.text().is_empty(),
        Entry::Toggle(on) => on.is_some(),
        Entry::Secret(secret) => secret.to_send().is_some(),
        Entry::Projects(ids) => !ids.is_empty(),
    }
}

impl Field {
    /// The entry as text for people, with labels and units. Never contains the text of a secret.
    pub fn show(&self, entry: &Entry, project: &dyn Fn(u64) -> String) -> String {
        match entry {
            Entry::Text(_) => match &self.kind {
                Kind::Choice { options } if options.iter().any(|choice| choice.value == entry.text()) => {
                    options
                        .iter()
                        .find(|choice| choice.value == entry.text())
                        .map_or_else(String::new, |choice| choice.label.to_owned())
                }
                _ if entry.text().is_empty() => "(none)".to_owned(),
                Kind::Recipients(recipients) => recipients.split(entry.text()).collect::<Vec<_>>().join(", "),
                Kind::Lines => lines(entry.text()).collect::<Vec<_>>().join(", "),
                Kind::Refspecs => refspec::in_one_line(entry.text()),
                Kind::Integer { unit, .. } if !unit.is_empty() => format!("{} {unit}", entry.text()),
                _ => entry.text().to_owned(),
            },
            Entry::Toggle(Some(true)) => "on".to_owned(),
            Entry::Toggle(Some(false)) => "off".to_owned(),
            Entry::Toggle(None) => "(not reported)".to_owned(),
            Entry::Secret(Secret::Keep) => KEPT.to_owned(),
            Entry::Secret(Secret::Replace(_)) => "new value".to_owned(),
            Entry::Secret(Secret::Clear) => "removed".to_owned(),
            Entry::Projects(ids) if ids.is_empty() => "(none)".to_owned(),
            Entry::Projects(ids) => ids.iter().map(|id| project(*id)).collect::<Vec<_>>().join(", "),
        }
    }

    /// Like [`Field::show`], for the state before a change: every secret is “as stored”.
    fn show_before(&self, entry: &Entry, project: &dyn Fn(u64) -> String) -> String {
        match entry {
            Entry::Secret(_) => "as stored".to_owned(),
            other => self.show(other, project),
        }
    }
}

//! The difference between two states of a form, in words.

use super::change::Change;
use super::field::{Field, Kind};
use super::schema::{Mode, Schema};
use super::secret::Secret;
use super::values::{Entry, Lookup};

impl Schema {
    /// What differs, in the order of the fields. `project` names a Jira project by its id. A new form differs from
    /// nothing, so everything it sends is listed.
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
                        && after.entry(&field.key).is_some_and(|entry| says_something(&entry))
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

fn says_something(entry: &Entry) -> bool {
    match entry {
        Entry::Text(_) => !entry.text().is_empty(),
        Entry::Toggle(on) => on.is_some(),
        Entry::Secret(secret) => secret.to_send().is_some(),
        Entry::Projects(ids) => !ids.is_empty(),
    }
}

impl Field {
    /// The entry in words. A secret's text is never among them.
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
                Kind::Integer { unit, .. } if !unit.is_empty() => format!("{} {unit}", entry.text()),
                _ => entry.text().to_owned(),
            },
            Entry::Toggle(Some(true)) => "on".to_owned(),
            Entry::Toggle(Some(false)) => "off".to_owned(),
            Entry::Toggle(None) => "(not reported)".to_owned(),
            Entry::Secret(Secret::Keep) => "kept as stored".to_owned(),
            Entry::Secret(Secret::Replace(_)) => "a new one".to_owned(),
            Entry::Secret(Secret::Clear) => "removed".to_owned(),
            Entry::Projects(ids) if ids.is_empty() => "(none)".to_owned(),
            Entry::Projects(ids) => ids.iter().map(|id| project(*id)).collect::<Vec<_>>().join(", "),
        }
    }

    /// As [`Field::show`], for the state before a change: a secret that was there is not shown either.
    fn show_before(&self, entry: &Entry, project: &dyn Fn(u64) -> String) -> String {
        match entry {
            Entry::Secret(_) => "as stored".to_owned(),
            other => self.show(other, project),
        }
    }
}

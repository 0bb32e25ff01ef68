//! The values of a form: what a person entered, not yet encoded for the wire.

use super::secret::Secret;
use crate::text::invisible::trim_text;

/// The value of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Text as entered; also numbers, options and JSON.
    Text(String),
    /// On or off; `None` if the server did not report it.
    Toggle(Option<bool>),
    /// A token or password.
    Secret(Secret),
    /// Ids of Jira projects.
    Projects(Vec<u64>),
}

impl Entry {
    /// The text without white space and invisible characters around it; empty for entries other than text.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => trim_text(text),
            Self::Toggle(_) | Self::Secret(_) | Self::Projects(_) => "",
        }
    }

    /// Whether it is a toggle that is on.
    pub fn is_on(&self) -> bool {
        matches!(self, Self::Toggle(Some(true)))
    }
}

impl From<&str> for Entry {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Access to entries by key, for rules: the values of a form, or the fields of a page.
pub trait Lookup {
    /// The entry of the field `key`; `None` if the form has no such field.
    fn entry(&self, key: &str) -> Option<Entry>;

    /// The text of the field `key` without white space around it; empty if there is no such field.
    fn text(&self, key: &str) -> String {
        self.entry(key).map(|entry| entry.text().to_owned()).unwrap_or_default()
    }

    /// Whether the form has the toggle `key`, and it is on.
    fn is_on(&self, key: &str) -> bool {
        self.entry(key).is_some_and(|entry| entry.is_on())
    }
}

/// The entries of a form by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(
    /// Sorted by key. For a few dozen fields, a list is faster than a map, and adds less to the download.
    Vec<(String, Entry)>,
);

impl Values {
    /// Sets the entry of the field `key`.
    pub fn set(&mut self, key: impl Into<String>, entry: Entry) {
        let key = key.into();
        match self.place(&key) {
            Ok(at) => self.0[at].1 = entry,
            Err(at) => self.0.insert(at, (key, entry)),
        }
    }

    /// The entry of the field `key`; `None` if there is none.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, entry)| entry)
    }

    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }
}

impl FromIterator<(String, Entry)> for Values {
    fn from_iter<I: IntoIterator<Item = (String, Entry)>>(entries: I) -> Self {
        let mut values = Self::default();
        for (key, entry) in entries {
            values.set(key, entry);
        }
        values
    }
}

impl Lookup for Values {
    fn entry(&self, key: &str) -> Option<Entry> {
        self.get(key).cloned()
    }
}

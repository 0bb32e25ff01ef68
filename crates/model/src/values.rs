//! What a form holds: what the person typed, not yet what the wire carries.

use crate::Secret;
use std::collections::BTreeMap;

/// What one field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Text as typed; also numbers, choices and raw JSON.
    Text(String),
    /// On, off, or `None`: the server did not say.
    Toggle(Option<bool>),
    /// A token or password.
    Secret(Secret),
    /// Ids of Jira projects.
    Projects(Vec<u64>),
}

impl Entry {
    /// The text, trimmed of white space around it; empty for everything that is no text.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text.trim(),
            Self::Toggle(_) | Self::Secret(_) | Self::Projects(_) => "",
        }
    }

    /// Whether it is a toggle that is known to be on.
    pub fn is_on(&self) -> bool {
        matches!(self, Self::Toggle(Some(true)))
    }
}

impl From<&str> for Entry {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Where rules look entries up: a whole form's values, or the live fields on a page.
pub trait Lookup {
    /// What the field `key` holds; `None` when the form has no such field.
    fn entry(&self, key: &str) -> Option<Entry>;

    /// The trimmed text of the field `key`; empty when there is none.
    fn text(&self, key: &str) -> String {
        self.entry(key).map(|entry| entry.text().to_owned()).unwrap_or_default()
    }

    /// Whether the toggle `key` is there and on.
    fn is_on(&self, key: &str) -> bool {
        self.entry(key).is_some_and(|entry| entry.is_on())
    }
}

/// The entries of a whole form by field key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(BTreeMap<String, Entry>);

impl Values {
    /// Puts `entry` into the field `key`.
    pub fn set(&mut self, key: impl Into<String>, entry: Entry) {
        self.0.insert(key.into(), entry);
    }

    /// What the field `key` holds.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.0.get(key)
    }
}

impl FromIterator<(String, Entry)> for Values {
    fn from_iter<I: IntoIterator<Item = (String, Entry)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl Lookup for Values {
    fn entry(&self, key: &str) -> Option<Entry> {
        self.get(key).cloned()
    }
}

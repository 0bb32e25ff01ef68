//! What a form holds: what the person typed, not yet what the wire carries.

use super::secret::Secret;

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
pub struct Values(
    /// Sorted by key. A form has a few dozen fields: a list is quicker than a map, and smaller in the download.
    Vec<(String, Entry)>,
);

impl Values {
    /// Puts `entry` into the field `key`.
    pub fn set(&mut self, key: impl Into<String>, entry: Entry) {
        let key = key.into();
        match self.place(&key) {
            Ok(at) => self.0[at].1 = entry,
            Err(at) => self.0.insert(at, (key, entry)),
        }
    }

    /// What the field `key` holds.
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

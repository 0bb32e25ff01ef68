//! The labels of a plugin, from a plain `.properties` file.

use std::collections::BTreeMap;

pub(crate) struct Labels(BTreeMap<String, String>);

impl Labels {
    pub(crate) fn read(properties: &str) -> Self {
        let pairs =
            properties.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='));
        Self(pairs.map(|(key, words)| (key.trim().to_owned(), words.trim().to_owned())).collect())
    }

    /// Jira shows the key when there is no label.
    pub(crate) fn of(&self, key: &str) -> String {
        self.0.get(key).map_or_else(|| key.to_owned(), Clone::clone)
    }
}

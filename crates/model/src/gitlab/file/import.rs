//! What a file says, before it is compared with GitLab.

use crate::file::Place;
use crate::gitlab::target::Level;
use serde_json::Value;

/// What a whole file says.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// The address of the GitLab that it was exported from, without credentials; empty if the file does not say.
    pub gitlab: String,
    /// Its projects and groups, in the order of the file.
    pub homes: Vec<HomeEntry>,
}

/// How a file names a project or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which of the two.
    pub level: Level,
    /// Its full path; empty if the file does not say.
    pub path: String,
    /// Its number; `None` if the file does not say. Another server has other numbers.
    pub id: Option<u64>,
}

/// What a file says of one project or group.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeEntry {
    /// Where it begins.
    pub place: Place,
    /// Which one is meant.
    pub named: Named,
    /// Its integrations, in the order of the file.
    pub integrations: Vec<IntegrationEntry>,
}

/// What a file says of one integration.
#[derive(Clone, Debug, PartialEq)]
pub struct IntegrationEntry {
    /// Where it begins.
    pub place: Place,
    /// Its name in addresses.
    pub slug: String,
    /// Whether it is active; `None` if the file does not say, which means that it is.
    pub active: Option<bool>,
    /// Whether it uses settings of a group above or of the instance.
    pub inherited: Option<bool>,
    /// Its settings in the order of the file, each with the place of its value.
    pub(super) settings: Vec<(String, Place, Value)>,
}

impl Named {
    /// By what GitLab finds it, the surest first: its path, then its number.
    pub fn ways(&self) -> Vec<String> {
        let path = (!self.path.is_empty()).then(|| self.path.clone());
        path.into_iter().chain(self.id.map(|id| id.to_string())).collect()
    }

    /// What people call it.
    pub fn name(&self) -> String {
        match (self.path.as_str(), self.id) {
            ("", Some(id)) => id.to_string(),
            (path, _) => path.to_owned(),
        }
    }
}

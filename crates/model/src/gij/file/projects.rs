//! The projects of a Jira, found by their numbers and their keys.

use crate::gij::project::Project;
use std::collections::HashMap;

/// Projects that are looked up many times.
pub(super) struct Projects<'a> {
    by_id: HashMap<u64, &'a Project>,
    /// By the key in upper case, which is how Jira has them.
    by_key: HashMap<String, u64>,
}

impl<'a> Projects<'a> {
    pub(super) fn of(projects: &'a [Project]) -> Self {
        Self {
            by_id: projects.iter().map(|project| (project.id, project)).collect(),
            by_key: projects.iter().map(|project| (project.key.to_uppercase(), project.id)).collect(),
        }
    }

    /// What people know a project by.
    pub(super) fn name(&self, id: u64) -> String {
        self.by_id.get(&id).map_or_else(|| format!("#{id}"), |project| project.key.clone())
    }

    pub(super) fn knows(&self, id: u64) -> bool {
        self.by_id.contains_key(&id)
    }

    /// The number of the project with this key.
    pub(super) fn id(&self, key: &str) -> Option<u64> {
        self.by_key.get(&key.trim().to_uppercase()).copied()
    }
}

//! The key that people know a project by.

use patchbay_model::Project;

/// The key of the project `id`; its number where the user may not see it.
pub fn name_project(projects: &[Project], id: u64) -> String {
    projects
        .iter()
        .find(|project| project.id == id)
        .map_or_else(|| format!("#{id}"), |project| project.key.clone())
}

//! The order of a list of projects.

use super::data::Project;

/// What a list is ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    Id,
    Name,
    Path,
    #[default]
    Created,
    Active,
    /// How similar they are to the search.
    Similarity,
}

impl Order {
    /// By its name on the wire.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "id" => Self::Id,
            "name" => Self::Name,
            "path" => Self::Path,
            "created_at" => Self::Created,
            "updated_at" | "last_activity_at" => Self::Active,
            "similarity" => Self::Similarity,
            _ => return None,
        })
    }

    /// Sorts in ascending order; equal ones stay ordered by id.
    pub(super) fn sort(self, projects: &mut [&Project], search: &str) {
        match self {
            Self::Id => projects.sort_by_key(|project| project.id),
            Self::Name => projects.sort_by_key(|project| project.name.to_lowercase()),
            Self::Path => projects.sort_by(|one, other| one.path.cmp(&other.path)),
            Self::Created => projects.sort_by_key(|project| project.created_at),
            Self::Active => projects.sort_by_key(|project| -project.idle),
            Self::Similarity => projects.sort_by_key(|project| similarity(project, search)),
        }
    }
}

fn similarity(project: &Project, search: &str) -> u8 {
    let (name, search) = (project.name.to_lowercase(), search.to_lowercase());
    if name == search || project.path == search {
        3
    } else if name.starts_with(&search) || project.path.starts_with(&search) {
        2
    } else {
        u8::from(name.contains(&search) || project.path.contains(&search))
    }
}

//! The sixty groups of this GitLab: those that projects are in, those around them, and some without projects. They are
//! the same ones every time.

use std::sync::LazyLock;

use super::names;
use crate::gitlab::projects::data as projects;

/// A demonstration group.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) id: u64,
    /// Such as `Orders`.
    pub(crate) name: String,
    /// Last part of its path, such as `orders`.
    pub(crate) path: &'static str,
    /// Such as `shop/backend/orders`.
    pub(crate) full_path: &'static str,
    /// Such as `Shop / Backend / Orders`.
    pub(crate) full_name: String,
    /// The group that it is in.
    pub(crate) parent_id: Option<u64>,
    pub(crate) archived: bool,
    /// In epoch milliseconds.
    pub(crate) created_at: i64,
}

const DAY: i64 = 86_400_000;
/// 2015-03-02, when the first one was created.
const BEGINNING: i64 = 1_425_254_400_000;

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let of_projects = projects::groups();
    let others = (of_projects.len()..).zip(names::OTHERS);
    let all: Vec<(u64, &str)> = of_projects
        .enumerate()
        .chain(others)
        .map(|(index, path)| (projects::FIRST_GROUP + index as u64, path))
        .collect();
    let number = |path: &str| all.iter().find(|(_, other)| *other == path).map(|(id, _)| *id);
    all.iter().map(|(id, path)| group(*id, path, parent_path(path).and_then(number))).collect()
});

fn parent_path(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(parent, _)| parent)
}

fn group(id: u64, full_path: &'static str, parent_id: Option<u64>) -> Group {
    let path = full_path.rsplit('/').next().unwrap_or_default();
    let age = (id * 29 % 61) as i64;
    Group {
        id,
        name: projects::group_name(path),
        path,
        full_path,
        full_name: full_path.split('/').map(projects::group_name).collect::<Vec<_>>().join(" / "),
        parent_id,
        archived: names::ARCHIVED.contains(&full_path),
        // A group is older than those in it.
        created_at: BEGINNING + full_path.matches('/').count() as i64 * 70 * DAY + age * DAY + age * 61_297,
    }
}

impl Group {
    /// Whether it is in this group, or in one that is in it.
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        self.ancestors().any(|one| one.id == other.id)
    }

    /// The groups that it is in, the nearest first.
    pub(crate) fn ancestors(&self) -> impl Iterator<Item = &'static Self> {
        let next = |group: &&'static Self| group.parent_id.and_then(find);
        std::iter::successors(self.parent_id.and_then(find), next)
    }
}

/// All of them, ordered by id.
pub(crate) fn all() -> &'static [Group] {
    &GROUPS
}

/// The one with this number.
pub(crate) fn find(id: u64) -> Option<&'static Group> {
    all().iter().find(|group| group.id == id)
}

/// The one with this number or this path, in any case. Unlike a project, a group is not found by an earlier path.
pub(crate) fn resolve(named: &str) -> Option<&'static Group> {
    if !named.is_empty() && named.bytes().all(|byte| byte.is_ascii_digit()) {
        return find(named.parse().ok()?);
    }
    all().iter().find(|group| group.full_path.eq_ignore_ascii_case(named))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_sixty_each_in_one_that_is_there() {
        let paths: HashSet<_> = all().iter().map(|group| group.full_path).collect();
        assert_eq!((all().len(), paths.len()), (60, 60));
        for group in all() {
            assert_eq!(group.parent_id.is_some(), group.full_path.contains('/'), "{}", group.full_path);
            let parents: Vec<_> = group.ancestors().collect();
            assert_eq!(parents.len(), group.full_path.matches('/').count(), "{}", group.full_path);
            let holds = |parent: &Group| group.full_path.starts_with(&format!("{}/", parent.full_path));
            assert!(parents.iter().all(|parent| holds(parent) && !parent.is_below(group)));
            assert!(parents.iter().all(|parent| parent.created_at < group.created_at), "{}", group.full_path);
        }
        let depths: HashSet<_> = all().iter().map(|group| group.ancestors().count()).collect();
        assert_eq!(depths, HashSet::from([0, 1, 2, 3]));
        assert_eq!(all().iter().filter(|group| group.archived).count(), 2);
    }

    #[test]
    fn each_project_is_in_one_of_them() {
        for project in projects::first(projects::USUAL) {
            let group = find(project.group_id()).unwrap();
            assert_eq!(group.full_path, project.group_path);
        }
    }

    #[test]
    fn a_number_and_a_path_find_the_same_group() {
        let group = resolve("shop/backend/orders").unwrap();
        assert_eq!(group.full_name, "Shop / Backend / Orders");
        for named in ["Shop/Backend/Orders", &group.id.to_string()] {
            assert_eq!(resolve(named).map(|found| found.id), Some(group.id), "{named}");
        }
        assert_eq!(resolve("archive/old-shop").unwrap().name, "Old shop");
        for named in ["", "orders", "20", "81", "shop%2Fbackend", "shop/web/website", "99999999999999999999"]
        {
            assert!(resolve(named).is_none(), "{named}");
        }
    }
}

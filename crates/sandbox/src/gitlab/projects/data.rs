//! The projects of this GitLab, in nested groups: the same ones every time. There are three hundred, unless the sandbox was
//! told to have more; those are named after the first ones.

use std::sync::LazyLock;

use super::names;

/// A demonstration project.
#[derive(Debug)]
pub(crate) struct Project {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) path: String,
    /// Index of the group.
    group: usize,
    /// Path of the group with its parents, such as `shop/backend/orders`.
    pub(crate) group_path: &'static str,
    /// Path with the groups, such as `shop/backend/orders/event-bus`.
    pub(crate) full_path: String,
    /// Name with the groups, such as `Shop / Backend / Orders / Event bus`.
    pub(crate) full_name: String,
    pub(crate) archived: bool,
    /// In epoch milliseconds.
    pub(crate) created_at: i64,
    /// Milliseconds since the last activity.
    pub(crate) idle: i64,
}

impl Project {
    /// The number of the group that it is in.
    pub(crate) fn group_id(&self) -> u64 {
        FIRST_GROUP + self.group as u64
    }

    /// The topmost group.
    pub(crate) fn root(&self) -> &'static str {
        self.group_path.split('/').next().unwrap_or_default()
    }
}

/// The project that an address names.
pub(crate) enum Resolved {
    Found(&'static Project),
    /// Found by its earlier path.
    Moved(&'static Project),
    NotFound,
}

/// How many there are at least, and where nobody asked for more.
pub(crate) const USUAL: usize = 300;
/// How many there can be.
pub(crate) const MOST: usize = 10_000;

/// The number of the first group.
pub(crate) const FIRST_GROUP: u64 = 21;
const FIRST_ID: u64 = 101;
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// 2016-01-04, when the first one was created.
const BEGINNING: i64 = 1_451_865_600_000;
/// The project that was moved: its earlier path and its path.
const MOVED: (&str, &str) = ("shop/storefront", "shop/web/website");

static PROJECTS: LazyLock<Vec<Project>> = LazyLock::new(|| {
    let groups = names::GROUPS.iter().enumerate();
    let all =
        groups.flat_map(|(group, (path, names))| names.split(", ").map(move |name| (group, *path, name)));
    let all: Vec<_> = all.collect();
    let nth = |index: usize| {
        let (group, path, name) = all[index % all.len()];
        let name = match index / all.len() {
            0 => name.to_owned(),
            round => format!("{name} {}", round + 1),
        };
        project(index as u32, group, path, name)
    };
    (0..MOST).map(nth).collect()
});

fn project(index: u32, group: usize, group_path: &'static str, name: String) -> Project {
    let path = name.to_lowercase().replace(' ', "-");
    let groups = group_path.split('/').map(names::title).collect::<Vec<_>>().join(" / ");
    // Without a common divisor, so that neighbours differ.
    let archived = index % 43 == 17;
    let idle = i64::from(index * 191 % 719) * HOUR + i64::from(index * 47 % 60) * 60_000;
    Project {
        id: FIRST_ID + u64::from(index),
        full_path: format!("{group_path}/{path}"),
        full_name: format!("{groups} / {name}"),
        name,
        path,
        group,
        group_path,
        archived,
        created_at: BEGINNING + i64::from(index) * 12 * DAY + i64::from(index * 37 % 600) * 61_297,
        idle: if archived { 500 * DAY + idle } else { idle },
    }
}

/// The paths of the groups that have projects, in the order of their numbers.
pub(crate) fn groups() -> impl ExactSizeIterator<Item = &'static str> {
    names::GROUPS.iter().map(|(path, _)| *path)
}

/// The name of a group by the last part of its path.
pub(crate) fn group_name(path: &str) -> String {
    names::title(path)
}

/// The first so many of them, ordered by id.
pub(crate) fn first(count: usize) -> &'static [Project] {
    &PROJECTS[..count.min(MOST)]
}

/// The one with this number, however many there are.
pub(crate) fn find(id: u64) -> Option<&'static Project> {
    PROJECTS.get(usize::try_from(id.checked_sub(FIRST_ID)?).ok()?)
}

/// The project with this number or this path, in any case, among the first so many. A path has a group, and so a slash.
pub(crate) fn resolve(named: &str, count: usize) -> Resolved {
    let among = first(count);
    if !named.is_empty() && named.bytes().all(|byte| byte.is_ascii_digit()) {
        let found = among.iter().find(|project| named.parse() == Ok(project.id));
        return found.map_or(Resolved::NotFound, Resolved::Found);
    }
    let at = |path: &str| among.iter().find(|project| project.full_path.eq_ignore_ascii_case(path));
    if let Some(project) = at(named) {
        return Resolved::Found(project);
    }
    let (before, now) = MOVED;
    let moved = named.eq_ignore_ascii_case(before).then(|| at(now)).flatten();
    moved.map_or(Resolved::NotFound, Resolved::Moved)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_has_a_path_of_its_own_in_nested_groups() {
        let paths: HashSet<_> = first(MOST).iter().map(|project| &project.full_path).collect();
        assert_eq!((first(MOST).len(), paths.len()), (MOST, MOST));
        let usual = first(USUAL);
        let paths: HashSet<_> = usual.iter().map(|project| &project.full_path).collect();
        let depths: HashSet<_> = paths.iter().map(|path| path.matches('/').count()).collect();
        assert_eq!(depths, HashSet::from([2, 3]));
        assert_eq!(usual.iter().filter(|project| project.archived).count(), 7);
        let plain = |path: &str| path.bytes().all(|byte| byte.is_ascii_lowercase() || b"/-".contains(&byte));
        assert!(usual.iter().all(|project| plain(&project.full_path)));
    }

    #[test]
    fn a_number_and_a_path_find_the_same_project() {
        let Resolved::Found(project) = resolve("101", USUAL) else { panic!("101 is not there") };
        assert_eq!(project.full_name, "Shop / Web / Website");
        for path in ["shop/web/website", "Shop/Web/Website"] {
            assert!(matches!(resolve(path, USUAL), Resolved::Found(found) if found.id == 101), "{path}");
        }
        assert!(matches!(resolve("shop/storefront", USUAL), Resolved::Moved(found) if found.id == 101));
        for path in ["", "website", "100", "401", "shop%2Fweb%2Fwebsite", "101x", "99999999999999999999"] {
            assert!(matches!(resolve(path, USUAL), Resolved::NotFound), "{path}");
        }
        assert!(matches!(resolve("401", USUAL + 1), Resolved::Found(found) if found.name == "Website 2"));
        assert_eq!(find(401).map(|project| project.full_path.as_str()), Some("shop/web/website-2"));
        assert!(find(100).is_none() && find(FIRST_ID + MOST as u64).is_none());
    }
}

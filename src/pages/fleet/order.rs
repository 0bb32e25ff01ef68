//! In which order the rows are, and which group each is in. Plain logic, no page.

use super::asked::Sort;
use super::fleet::{Entry, Fleet};
use patchbay_model::gitlab::Level;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Sorts names in the reader's language: their indexes in that order.
pub type Collate = dyn Fn(&mut dyn Iterator<Item = String>) -> Vec<usize>;

/// A group that something in the table is in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Namespace {
    /// Its full path; empty for what is in none.
    pub path: String,
    /// Its full name, such as `Shop / Web`.
    pub name: String,
    /// How many projects are in it.
    pub projects: usize,
    place: usize,
}

/// The places of all rows by name, made once for many orders.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The groups, in the order in which they were found.
    pub namespaces: Vec<Namespace>,
    /// For each entry, the index of its group.
    pub namespace_of: Vec<usize>,
    /// For each entry, its place by name.
    name_place: Vec<usize>,
}

impl Places {
    /// The places of all entries.
    pub fn of(fleet: &Fleet, collate: &Collate) -> Self {
        let mut known: HashMap<&str, usize> = HashMap::new();
        let mut namespaces: Vec<Namespace> = Vec::new();
        let mut namespace_of = Vec::with_capacity(fleet.entries.len());
        for Entry { home, .. } in &fleet.entries {
            let path = home.namespace();
            let at = *known.entry(path).or_insert_with(|| {
                let name = match home.level {
                    Level::Group => Some(home.full_name.as_str()),
                    // Without its own name at the end.
                    Level::Project => home.full_name.rsplit_once(" / ").map(|(name, _)| name),
                };
                let name = name.unwrap_or(path).to_owned();
                namespaces.push(Namespace { path: path.to_owned(), name, projects: 0, place: 0 });
                namespaces.len() - 1
            });
            namespaces[at].projects += usize::from(home.level == Level::Project);
            namespace_of.push(at);
        }
        let order = collate(&mut namespaces.iter().map(|namespace| namespace.name.clone()));
        for (place, at) in order.into_iter().enumerate() {
            if let Some(namespace) = namespaces.get_mut(at) {
                namespace.place = place;
            }
        }
        let mut name_place = vec![usize::MAX; fleet.entries.len()];
        let order = collate(&mut fleet.entries.iter().map(|entry| entry.home.name.clone()));
        for (place, at) in order.into_iter().enumerate() {
            if let Some(slot) = name_place.get_mut(at) {
                *slot = place;
            }
        }
        Self { namespaces, namespace_of, name_place }
    }

    /// By group, the group itself before what is in it, then by name. What has no place yet comes last.
    fn key(&self, fleet: &Fleet, at: usize) -> (usize, bool, usize, u64) {
        let namespace = self.namespace_of.get(at).and_then(|at| self.namespaces.get(*at));
        let place = namespace.map_or(usize::MAX, |namespace| namespace.place);
        let name = self.name_place.get(at).copied().unwrap_or(usize::MAX);
        let home = fleet.entries.get(at).map(|entry| &entry.home);
        let is_project = home.is_some_and(|home| home.level == Level::Project);
        (place, is_project, name, home.map_or(0, |home| home.id))
    }

    /// The indexes of all entries in this order.
    pub fn order(&self, fleet: &Fleet, sort: Sort, descending: bool) -> Vec<usize> {
        let keys: Vec<_> = (0..fleet.entries.len()).map(|at| self.key(fleet, at)).collect();
        let turned = |order: Ordering| if descending { order.reverse() } else { order };
        let compare = |left: usize, right: usize| -> Ordering {
            let (one, other) = (&fleet.entries[left], &fleet.entries[right]);
            let by = match sort {
                Sort::Place => {
                    let ((place, is_project, name, _), other) = (keys[left], keys[right]);
                    // The group heads what is in it, either way.
                    let in_it = is_project.cmp(&other.1).then_with(|| turned(name.cmp(&other.2)));
                    return turned(place.cmp(&other.0)).then(in_it);
                }
                // ISO 8601 in universal time: as text in the order of time.
                Sort::Active => one.home.active_at.cmp(&other.home.active_at),
                Sort::Count => one.active().len().cmp(&other.active().len()),
            };
            turned(by)
        };
        let mut order: Vec<usize> = (0..fleet.entries.len()).collect();
        order.sort_unstable_by(|&left, &right| {
            compare(left, right).then_with(|| keys[left].cmp(&keys[right]))
        });
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use patchbay_model::gitlab::{Home, wire};
    use serde_json::json;

    fn by_letters(names: &mut dyn Iterator<Item = String>) -> Vec<usize> {
        let names: Vec<String> = names.collect();
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|at| names[*at].to_lowercase());
        order
    }

    fn home(level: Level, id: u64, path: &str, name: &str, day: u32) -> Home {
        let answer = json!({"id": id, "name": name.rsplit(" / ").next(), "path_with_namespace": path, "full_path": path,
            "name_with_namespace": name, "full_name": name, "last_activity_at": format!("2026-11-{day:02}T08:15:00.000Z")});
        wire::home(answer, level).unwrap()
    }

    fn fleet() -> Fleet {
        let mut fleet = Fleet::default();
        for home in [
            home(Level::Project, 1, "shop/web/website", "Shop / Web / website", 5),
            home(Level::Project, 2, "shop/api", "Shop / API", 7),
            home(Level::Project, 3, "shop/web/checkout", "Shop / Web / Checkout", 6),
            home(Level::Group, 9, "shop/web", "Shop / Web", 1),
        ] {
            fleet.take_home(home);
        }
        fleet
    }

    #[test]
    fn a_group_comes_before_what_is_in_it() {
        let fleet = fleet();
        let places = Places::of(&fleet, &by_letters);
        let ids = |sort, descending| {
            let order = places.order(&fleet, sort, descending);
            order.into_iter().map(|at| fleet.entries[at].home.id).collect::<Vec<_>>()
        };
        assert_eq!(ids(Sort::Place, false), [2, 9, 3, 1]);
        assert_eq!(ids(Sort::Place, true), [9, 1, 3, 2]);
        assert_eq!(ids(Sort::Active, true), [2, 3, 1, 9]);
        assert_eq!(ids(Sort::Count, true), [2, 9, 3, 1]);
    }

    #[test]
    fn groups_are_named_in_full_and_count_their_own_projects() {
        let places = Places::of(&fleet(), &by_letters);
        let told: Vec<_> = places
            .namespaces
            .iter()
            .map(|one| (one.path.as_str(), one.name.as_str(), one.projects))
            .collect();
        assert_eq!(told, [("shop/web", "Shop / Web", 2), ("shop", "Shop", 1)]);
        assert_eq!(places.namespace_of, [0, 1, 0, 0]);
    }

    #[test]
    fn what_was_found_since_comes_last() {
        let mut fleet = fleet();
        let places = Places::of(&fleet, &by_letters);
        fleet.take_home(home(Level::Project, 4, "a/b", "A / B", 2));
        assert_eq!(places.order(&fleet, Sort::Place, false).last(), Some(&4));
    }
}

//! What was read of many projects and groups: which there are, and which integrations are active in each. Plain data.

use crate::api::Error;
use crate::browser::case::lower;
use patchbay_model::Listed;
use patchbay_model::gitlab::{Home, Integration, Level};
use patchbay_scan::haystack;
use std::collections::HashMap;
use std::sync::Arc;

/// An integration that something in the table has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name in addresses, such as `slack`.
    pub slug: String,
    /// Its title on this server.
    pub title: String,
}

impl Known {
    /// What it is called where there is little room: "Slack" for "Slack notifications".
    pub fn label(&self) -> &str {
        self.title.strip_suffix(" notifications").unwrap_or(&self.title)
    }
}

/// An integration that is active in a project or group: four bytes, because there may be ten thousand of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Active {
    /// Index in [`Fleet::known`].
    pub which: u16,
    /// Whether its settings come from a group above or from the instance; `None` where GitLab does not report it.
    pub inherited: Option<bool>,
}

/// A project or group, with what was read of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The project or group.
    pub home: Home,
    /// Name, path and number in lower case.
    pub haystack: String,
    /// What is active in it; `None` until it is read.
    pub active: Option<Arc<[Active]>>,
    /// How many of its integrations could not be read, because GitLab sent something odd.
    pub odd: usize,
    /// Why reading it failed the last time. What was read before stays.
    pub failed: Option<Error>,
    /// When it was read, in epoch milliseconds.
    pub read_at: Option<f64>,
    /// In which round of reading all it was last found.
    round: u32,
}

impl Entry {
    fn new(home: Home, round: u32) -> Self {
        let id = format!("#{}", home.id);
        let haystack = haystack(&[&home.name, &home.path, &id], lower);
        Self { home, haystack, active: None, odd: 0, failed: None, read_at: None, round }
    }

    /// What it is known by among projects and groups, which GitLab counts separately.
    pub fn key(&self) -> u64 {
        key(&self.home)
    }

    /// What is active in it; nothing until it is read.
    pub fn active(&self) -> &[Active] {
        self.active.as_deref().unwrap_or_default()
    }

    /// The integration with this index in [`Fleet::known`], if it is active here.
    pub fn find(&self, which: u16) -> Option<Active> {
        self.active().iter().find(|active| active.which == which).copied()
    }
}

/// What a project or group is known by in the table.
pub fn key(home: &Home) -> u64 {
    key_of(home.level, home.id)
}

/// The same by its level and its number.
pub fn key_of(level: Level, number: u64) -> u64 {
    number * 2 + u64::from(level == Level::Group)
}

/// How many have an integration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// In how many projects and groups it is active.
    pub active: usize,
    /// In how many of these its settings come from a group above or from the instance.
    pub inherited: usize,
}

/// All that is in the table.
#[derive(Clone, Debug, Default)]
pub struct Fleet {
    /// The projects and groups in the order in which they were found.
    pub entries: Vec<Entry>,
    /// The integrations that any of them has, in the order in which they were found.
    pub known: Vec<Known>,
    places: HashMap<u64, usize>,
    round: u32,
    /// Another number whenever there are other projects and groups.
    pub members: u64,
}

impl Fleet {
    /// Nothing but integrations.
    #[cfg(test)]
    pub fn knowing(known: Vec<Known>) -> Self {
        Self { known, ..Self::default() }
    }

    /// The index of the project or group with this key.
    pub fn place(&self, key: u64) -> Option<usize> {
        self.places.get(&key).copied()
    }

    /// The project or group with this key.
    pub fn entry(&self, key: u64) -> Option<&Entry> {
        self.entries.get(self.place(key)?)
    }

    /// All are read anew: what is not found again until [`Self::end_round`] is not there any more.
    pub fn begin_round(&mut self) {
        self.round += 1;
    }

    /// Takes a project or group that was found. Says its key where this round did not have it yet.
    pub fn take_home(&mut self, home: Home) -> Option<u64> {
        let key = key(&home);
        self.members += 1;
        match self.place(key).and_then(|at| self.entries.get_mut(at)) {
            Some(entry) if entry.round == self.round => None,
            Some(entry) => {
                let Entry { active, odd, failed, read_at, .. } = entry.clone();
                *entry = Entry { active, odd, failed, read_at, ..Entry::new(home, self.round) };
                Some(key)
            }
            None => {
                self.places.insert(key, self.entries.len());
                self.entries.push(Entry::new(home, self.round));
                Some(key)
            }
        }
    }

    /// Takes what was read of the project or group with this key at `now`, in epoch milliseconds.
    pub fn take_active(&mut self, key: u64, listed: Listed<Integration>, now: f64) {
        let mut active: Vec<Active> = Vec::new();
        for one in listed.read.into_iter().filter(|one| one.active) {
            let inherited = one.inherited;
            let which = self.know(one);
            // GitLab may list one twice: it is active in one project all the same.
            if active.iter().all(|other| other.which != which) {
                active.push(Active { which, inherited });
            }
        }
        if let Some(entry) = self.place(key).and_then(|at| self.entries.get_mut(at)) {
            entry.active = Some(active.into());
            entry.odd = listed.odd.len();
            entry.failed = None;
            entry.read_at = Some(now);
        }
    }

    /// Takes note of why the project or group with this key could not be read.
    pub fn take_failure(&mut self, key: u64, error: Error) {
        if let Some(entry) = self.place(key).and_then(|at| self.entries.get_mut(at)) {
            entry.failed = Some(error);
        }
    }

    /// Forgets what this round did not find, because the lists were read to their ends. Says whether there was any.
    pub fn end_round(&mut self) -> bool {
        let (before, round) = (self.entries.len(), self.round);
        self.entries.retain(|entry| entry.round == round);
        if self.entries.len() == before {
            return false;
        }
        self.places = self.entries.iter().enumerate().map(|(at, entry)| (entry.key(), at)).collect();
        self.members += 1;
        true
    }

    /// The index of the integration with this slug, if anything has it.
    pub fn which(&self, slug: &str) -> Option<u16> {
        self.known.iter().position(|known| known.slug == slug).map(|at| at as u16)
    }

    fn know(&mut self, one: Integration) -> u16 {
        self.which(&one.slug).unwrap_or_else(|| {
            self.known.push(Known { slug: one.slug, title: one.title });
            (self.known.len() - 1) as u16
        })
    }

    /// How many have each integration, in the order of [`Self::known`].
    pub fn tallies(&self) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.known.len()];
        for active in self.entries.iter().flat_map(|entry| entry.active()) {
            if let Some(tally) = tallies.get_mut(usize::from(active.which)) {
                tally.active += 1;
                tally.inherited += usize::from(active.inherited == Some(true));
            }
        }
        tallies
    }

    /// How many projects and how many groups there are.
    pub fn counts(&self) -> (usize, usize) {
        let groups = self.entries.iter().filter(|entry| entry.home.level == Level::Group).count();
        (self.entries.len() - groups, groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use patchbay_model::gitlab::wire;
    use serde_json::{Value, json};

    fn home(level: Level, id: u64) -> Home {
        let path = format!("shop/web-{id}");
        let answer = json!({"id": id, "name": "Web", "path_with_namespace": path, "full_path": path});
        wire::home(answer, level).unwrap()
    }

    fn listed(slugs: &[(&str, Value)]) -> Listed<Integration> {
        let one = |(slug, inherited): &(&str, Value)| json!({"slug": slug, "title": slug, "active": true, "inherited": inherited});
        wire::list(slugs.iter().map(one).collect::<Vec<_>>().into()).unwrap()
    }

    #[test]
    fn projects_and_groups_with_the_same_number_are_two() {
        let mut fleet = Fleet::default();
        assert_eq!(fleet.take_home(home(Level::Project, 7)), Some(14));
        assert_eq!(fleet.take_home(home(Level::Group, 7)), Some(15));
        assert_eq!(fleet.take_home(home(Level::Project, 7)), None);
        assert_eq!((fleet.counts(), fleet.place(15)), ((1, 1), Some(1)));
    }

    #[test]
    fn counts_what_is_active_and_what_comes_from_above() {
        let mut fleet = Fleet::default();
        for id in [1, 2, 3] {
            fleet.take_home(home(Level::Project, id));
        }
        fleet.take_active(2, listed(&[("slack", json!(null)), ("jira", json!(true))]), 5.0);
        fleet.take_active(4, listed(&[("jira", json!(false))]), 6.0);
        fleet.take_active(99, listed(&[("jira", json!(false))]), 6.0);
        let slugs: Vec<&str> = fleet.known.iter().map(|known| known.slug.as_str()).collect();
        assert_eq!(slugs, ["slack", "jira"]);
        let tally = |active, inherited| Tally { active, inherited };
        assert_eq!(fleet.tallies(), [tally(1, 0), tally(2, 1)]);
        let read: Vec<_> = fleet.entries.iter().map(|entry| (entry.read_at, entry.active().len())).collect();
        assert_eq!(read, [(Some(5.0), 2), (Some(6.0), 1), (None, 0)]);
        assert_eq!(fleet.entries[0].find(1).map(|active| active.inherited), Some(Some(true)));
    }

    #[test]
    fn what_is_not_found_again_is_gone_and_what_is_keeps_what_was_read() {
        let mut fleet = Fleet::default();
        fleet.take_home(home(Level::Project, 1));
        fleet.take_home(home(Level::Project, 2));
        fleet.take_active(4, listed(&[("slack", json!(null))]), 5.0);
        assert!(!fleet.end_round());
        fleet.begin_round();
        assert_eq!(fleet.take_home(home(Level::Project, 2)), Some(4));
        assert_eq!(fleet.entries[1].active().len(), 1);
        assert!(fleet.end_round());
        assert_eq!((fleet.entries.len(), fleet.place(4), fleet.place(2)), (1, Some(0), None));
    }
}

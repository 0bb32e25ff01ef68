//! The projects and groups of a server that were opened last, in this browser.

use crate::browser::storage;
use patchbay_model::gitlab::{Home, Level};

/// How many are remembered.
const KEPT: usize = 8;

/// A project or group that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Its number.
    pub id: u64,
    /// Its full path when it was opened.
    pub path: String,
}

/// The projects or groups of the server at this place, the last one first.
pub fn recents(place: &str, level: Level) -> Vec<Recent> {
    read(&storage::get(&key(place, level)).unwrap_or_default())
}

/// Remembers that it was opened.
pub fn remember(place: &str, home: &Home) {
    let opened = Recent { id: home.id, path: home.path.clone() };
    let all = with(recents(place, home.level), opened);
    storage::set(&key(place, home.level), &write(&all));
}

/// Forgets them all.
pub fn forget(place: &str, level: Level) {
    storage::remove(&key(place, level));
}

fn key(place: &str, level: Level) -> String {
    format!("gitlab-{}s.{place}", level.noun())
}

/// One a line: the number, a blank, the path, which has none.
fn read(text: &str) -> Vec<Recent> {
    let one = |line: &str| {
        let (id, path) = line.split_once(' ')?;
        Some(Recent { id: id.parse().ok()?, path: path.to_owned() })
    };
    text.lines().filter_map(one).take(KEPT).collect()
}

fn write(recents: &[Recent]) -> String {
    recents.iter().map(|recent| format!("{} {}\n", recent.id, recent.path)).collect()
}

fn with(mut recents: Vec<Recent>, opened: Recent) -> Vec<Recent> {
    recents.retain(|recent| recent.id != opened.id);
    recents.insert(0, opened);
    recents.truncate(KEPT);
    recents
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(id: u64) -> Recent {
        Recent { id, path: format!("group/project-{id}") }
    }

    #[test]
    fn the_last_one_opened_stands_first_and_only_once() {
        let all = with(vec![project(1), project(2)], project(2));
        assert_eq!(all, [project(2), project(1)]);
    }

    #[test]
    fn eight_are_remembered() {
        let all = (1..=9).fold(Vec::new(), |all, id| with(all, project(id)));
        assert_eq!(all.iter().map(|recent| recent.id).collect::<Vec<_>>(), [9, 8, 7, 6, 5, 4, 3, 2]);
    }

    #[test]
    fn reads_what_it_wrote_and_passes_over_what_it_did_not() {
        let all = [project(3), project(4)];
        assert_eq!(read(&write(&all)), all);
        assert_eq!(read("3 group/project-3\nnonsense\nx y\n\n4 group/project-4"), all);
    }
}

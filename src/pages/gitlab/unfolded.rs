//! What was unfolded in the tree of groups, so that it is so again when somebody comes back to it. It ends with the tab.

use std::cell::RefCell;

/// Of the groups of one server.
#[derive(Default)]
struct Unfolded {
    /// Numbers of groups whose subgroups are shown.
    open: Vec<u64>,
    /// How many pages were read of the groups in this one, where it is more than the first; without one, of those in none.
    pages: Vec<(Option<u64>, u32)>,
}

thread_local! {
    /// By the place of the server.
    static ALL: RefCell<Vec<(String, Unfolded)>> = const { RefCell::new(Vec::new()) };
}

fn of<T>(place: &str, change: impl FnOnce(&mut Unfolded) -> T) -> T {
    ALL.with_borrow_mut(|all| {
        let at = all.iter().position(|(other, _)| other == place).unwrap_or_else(|| {
            all.push((place.to_owned(), Unfolded::default()));
            all.len() - 1
        });
        change(&mut all[at].1)
    })
}

/// Whether the subgroups of this group are shown.
pub fn is_open(place: &str, group: u64) -> bool {
    of(place, |unfolded| unfolded.open.contains(&group))
}

/// Shows them, or no longer.
pub fn set_open(place: &str, group: u64, open: bool) {
    of(place, |unfolded| {
        unfolded.open.retain(|other| *other != group);
        if open {
            unfolded.open.push(group);
        }
    });
}

/// How many pages are read of the groups in `parent`: at least one.
pub fn pages(place: &str, parent: Option<u64>) -> u32 {
    of(place, |unfolded| {
        let found = unfolded.pages.iter().find(|(other, _)| *other == parent);
        found.map_or(1, |(_, pages)| *pages)
    })
}

/// Remembers that so many were read.
pub fn set_pages(place: &str, parent: Option<u64>, pages: u32) {
    of(place, |unfolded| {
        unfolded.pages.retain(|(other, _)| *other != parent);
        unfolded.pages.push((parent, pages));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_server_and_each_group_has_its_own() {
        assert_eq!((is_open("a", 1), pages("a", None)), (false, 1));
        set_open("a", 1, true);
        set_open("a", 2, true);
        set_pages("a", None, 3);
        set_pages("a", Some(1), 2);
        assert_eq!((is_open("a", 1), is_open("a", 2), is_open("b", 1)), (true, true, false));
        assert_eq!(
            (pages("a", None), pages("a", Some(1)), pages("a", Some(2)), pages("b", None)),
            (3, 2, 1, 1)
        );
        set_open("a", 1, false);
        set_pages("a", None, 1);
        assert_eq!((is_open("a", 1), is_open("a", 2), pages("a", None)), (false, true, 1));
    }
}

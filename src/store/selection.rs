//! Which rows of a long table are chosen, such as the integrations of a Jira, for what is done with many at once. By id, so
//! that the choice stays while the list is searched, filtered, sorted and read again, and on other pages of the same server.

use leptos::prelude::*;

/// Those that are chosen; copies are the same.
#[derive(Clone, Copy)]
pub struct Selection(
    /// In ascending order, each once: eight bytes for each, found by halving.
    RwSignal<Vec<u64>>,
);

impl Selection {
    /// None.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// The ids of those that are chosen, in ascending order. Not followed.
    pub fn ids(self) -> Vec<u64> {
        self.0.get_untracked()
    }

    /// How many are chosen; followed.
    pub fn count(self) -> usize {
        self.0.read().len()
    }

    /// Whether the one with this id is chosen; followed.
    pub fn is_chosen(self, id: u64) -> bool {
        self.0.read().binary_search(&id).is_ok()
    }

    /// How many of these are chosen; followed.
    pub fn count_among(self, ids: &mut dyn Iterator<Item = u64>) -> usize {
        let chosen = self.0.read();
        ids.filter(|id| chosen.binary_search(id).is_ok()).count()
    }

    /// Chooses exactly these.
    pub fn set(self, ids: impl Iterator<Item = u64>) {
        let mut ids: Vec<u64> = ids.collect();
        ids.sort_unstable();
        ids.dedup();
        self.put(ids);
    }

    /// Chooses this one too, or not any more.
    pub fn choose(self, id: u64, on: bool) {
        let mut ids = self.ids();
        match ids.binary_search(&id) {
            Ok(at) if !on => drop(ids.remove(at)),
            Err(at) if on => ids.insert(at, id),
            Ok(_) | Err(_) => {}
        }
        self.put(ids);
    }

    /// Chooses none.
    pub fn clear(self) {
        self.put(Vec::new());
    }

    /// Chooses none but those of these that `keeps` lets pass.
    pub fn retain(self, keeps: &dyn Fn(u64) -> bool) {
        let mut ids = self.ids();
        ids.retain(|id| keeps(*id));
        self.put(ids);
    }

    /// Tells only of what is another choice.
    fn put(self, ids: Vec<u64>) {
        if *self.0.read_untracked() != ids {
            self.0.set(ids);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_each_id_once_and_in_order() {
        let owner = Owner::new();
        owner.set();
        let selection = Selection::new();
        selection.set([9, 2, 9, 5].into_iter());
        assert_eq!(selection.ids(), [2, 5, 9]);
        for (id, on, then) in [
            (5, true, vec![2, 5, 9]),
            (5, false, vec![2, 9]),
            (5, false, vec![2, 9]),
            (1, true, vec![1, 2, 9]),
            (10, true, vec![1, 2, 9, 10]),
        ] {
            selection.choose(id, on);
            assert_eq!(selection.ids(), then, "{id} {on}");
            assert_eq!((selection.count(), selection.is_chosen(id)), (then.len(), on));
        }
        assert_eq!(selection.count_among(&mut [10, 11, 1, 3].into_iter()), 2);
        selection.retain(&|id| id % 2 == 0);
        assert_eq!(selection.ids(), [2, 10]);
        selection.clear();
        assert_eq!((selection.count(), selection.is_chosen(2)), (0, false));
    }
}

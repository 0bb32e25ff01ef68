//! What pressing a checkbox chooses: plain logic, no page.

use super::pick::Pick;
use std::collections::HashSet;

/// How many of the rows that are shown are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// None.
    None,
    /// Some, but not all.
    Some,
    /// All.
    All,
}

/// What so many of so many rows are.
pub fn ticked(chosen: usize, shown: usize) -> Ticked {
    match chosen {
        0 => Ticked::None,
        chosen if chosen == shown => Ticked::All,
        _ => Ticked::Some,
    }
}

/// Whether each of `shown` is chosen; both are ids, and those that are chosen in ascending order.
fn are_all(shown: &[u64], chosen: &[u64]) -> bool {
    shown.iter().all(|id| chosen.binary_search(id).is_ok())
}

/// Which rows are meant after a checkbox was pressed, by their ids, and whether they are chosen now or not any more. `shown`
/// are the ids of the rows that are shown, in their order, `chosen` those that were chosen before, in ascending order, and
/// `last` is the row that was pressed last: where a range begins, as long as it is shown.
pub fn meant(shown: &[u64], chosen: &[u64], last: Option<u64>, pick: Pick) -> (Vec<u64>, bool) {
    match pick.id {
        None => (shown.to_vec(), !are_all(shown, chosen)),
        Some(id) => {
            let range = last.filter(|_| pick.is_range).and_then(|last| between(shown, last, id));
            (range.unwrap_or_else(|| vec![id]), chosen.binary_search(&id).is_err())
        }
    }
}

/// The ids that are chosen once these are, or are not any more.
pub fn together(chosen: Vec<u64>, ids: Vec<u64>, on: bool) -> HashSet<u64> {
    let mut now: HashSet<u64> = chosen.into_iter().collect();
    if on {
        now.extend(ids);
    } else {
        for id in ids {
            now.remove(&id);
        }
    }
    now
}

/// The ids from one to the other, both included, whichever comes first.
fn between(shown: &[u64], one: u64, other: u64) -> Option<Vec<u64>> {
    let place = |id: u64| shown.iter().position(|shown| *shown == id);
    let (one, other) = (place(one)?, place(other)?);
    shown.get(one.min(other)..=one.max(other)).map(<[u64]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Not in the order of their ids, as a list that is sorted by name is not.
    const SHOWN: [u64; 5] = [50, 10, 40, 20, 30];

    #[track_caller]
    fn check(chosen: &[u64], last: Option<u64>, press: (Option<u64>, bool), then: &[u64]) {
        let (id, is_range) = press;
        let (ids, on) = meant(&SHOWN, chosen, last, Pick { id, is_range });
        let mut now: Vec<u64> = together(chosen.to_vec(), ids, on).into_iter().collect();
        now.sort_unstable();
        assert_eq!(now, then, "{press:?} after {last:?}, {chosen:?}");
    }

    #[test]
    fn one_is_chosen_or_not_any_more() {
        check(&[], None, (Some(10), false), &[10]);
        check(&[10, 20], Some(20), (Some(10), false), &[20]);
        check(&[99], None, (Some(10), false), &[10, 99]);
    }

    #[test]
    fn a_range_goes_from_the_last_one_in_the_order_that_is_shown() {
        check(&[10], Some(10), (Some(20), true), &[10, 20, 40]);
        check(&[20], Some(20), (Some(10), true), &[10, 20, 40]);
        // What the last one of it becomes, all become.
        check(&[10, 20, 30, 40], Some(10), (Some(20), true), &[30]);
        check(&[20, 99], Some(50), (Some(30), true), &[10, 20, 30, 40, 50, 99]);
    }

    #[test]
    fn a_range_without_a_beginning_is_one_row() {
        check(&[], None, (Some(20), true), &[20]);
        // It is filtered away, or does not exist any more.
        check(&[99], Some(99), (Some(20), true), &[20, 99]);
    }

    #[test]
    fn all_are_those_that_are_shown() {
        check(&[], None, (None, false), &[10, 20, 30, 40, 50]);
        check(&[10, 99], None, (None, false), &[10, 20, 30, 40, 50, 99]);
        check(&[10, 20, 30, 40, 50, 99], None, (None, false), &[99]);
    }

    #[test]
    fn the_head_is_ticked_for_all_and_half_for_some() {
        for (chosen, shown, then) in [
            (0, 0, Ticked::None),
            (0, 5, Ticked::None),
            (1, 5, Ticked::Some),
            (4, 5, Ticked::Some),
            (5, 5, Ticked::All),
        ] {
            assert_eq!(ticked(chosen, shown), then, "{chosen} of {shown}");
        }
    }
}

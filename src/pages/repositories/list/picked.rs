//! What pressing a checkbox chooses: plain logic, no page.

/// Which are chosen once a checkbox was pressed. `shown` are the ids of the rows that are shown, in their order, `chosen`
/// those that were chosen before, in ascending order; `pressed` is the row, none for that of all rows; a range goes on from
/// `last`, as long as that is shown.
pub fn picked(shown: &[u64], mut chosen: Vec<u64>, pressed: Option<u64>, last: Option<u64>) -> Vec<u64> {
    let is_chosen = |id: &u64| chosen.binary_search(id).is_ok();
    let (meant, on) = match pressed {
        None => (shown.to_vec(), !shown.iter().all(is_chosen)),
        Some(id) => {
            let place = |id: u64| shown.iter().position(|shown| *shown == id);
            let range = last.and_then(|last| Some((place(last)?, place(id)?)));
            let range = range.map(|(one, other)| shown[one.min(other)..=one.max(other)].to_vec());
            (range.unwrap_or_else(|| vec![id]), !is_chosen(&id))
        }
    };
    if on {
        chosen.extend(meant);
    } else {
        let mut meant = meant;
        meant.sort_unstable();
        chosen.retain(|id| meant.binary_search(id).is_err());
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_a_range_or_all_that_are_shown() {
        // Not in the order of their ids, as a list that is sorted by name is not.
        let shown = [50, 10, 40, 20, 30];
        for (chosen, pressed, last, then) in [
            (&[][..], Some(10), None, &[10][..]),
            (&[10], Some(10), None, &[]),
            (&[10], Some(20), Some(10), &[10, 20, 40]),
            (&[20], Some(10), Some(20), &[10, 20, 40]),
            (&[10, 20, 40], Some(40), Some(10), &[20]),
            (&[], Some(20), Some(99), &[20]),
            (&[99], None, None, &[10, 20, 30, 40, 50, 99]),
            (&[10, 20, 30, 40, 50, 99], None, None, &[99]),
            (&[10], None, None, &[10, 20, 30, 40, 50]),
        ] {
            assert_eq!(
                picked(&shown, chosen.to_vec(), pressed, last),
                then,
                "{chosen:?} {pressed:?} {last:?}"
            );
        }
    }
}

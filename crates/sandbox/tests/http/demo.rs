//! The demonstration data as the list shows it.

use std::collections::BTreeSet;

use patchbay_sandbox::Options;

use crate::running::Running;

#[test]
fn fills_an_empty_database_with_as_many_as_asked_for() {
    for demo in [0, 1, 25, 300] {
        assert_eq!(Running::with(Options { demo, ..Options::default() }).all().len(), demo as usize);
    }
}

#[test]
fn ten_thousand_are_listed_with_ids_of_their_own() {
    let all = Running::with(Options { demo: 10_000, ..Options::default() }).all();
    let ids: BTreeSet<_> = all.iter().map(|one| one["id"].as_i64().unwrap()).collect();
    assert_eq!((all.len(), ids.len()), (10_000, 10_000));
}

#[test]
fn the_ages_count_back_from_now() {
    let now = 1_790_000_000_000_i64;
    let all = Running::with(Options { demo: 25, clock: || 1_790_000_000_000, ..Options::default() }).all();
    assert_eq!(all[0]["lastIndexedDate"], now - 3 * 86_400_000);
    assert!(all[2].get("lastIndexedDate").is_none());
    assert!(all.iter().all(|one| one["initDate"].as_i64().unwrap() < now));
}

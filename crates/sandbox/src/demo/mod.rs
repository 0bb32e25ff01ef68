//! Demonstration integrations: the same ones every time, with ages that are counted back from now.

mod curated;
mod entry;
mod generated;
mod gitlab;
mod random;

use entry::Entry;

use crate::store::{Store, gitlab as projects, jira, never_had_a_row};

/// Fills a database that has never held an integration: `count` integrations of Jira, and some of GitLab's
/// first `of_projects` projects.
pub(crate) fn fill(store: &Store, count: u32, of_projects: usize, now: i64) -> rusqlite::Result<()> {
    if count == 0 {
        return Ok(());
    }
    store.write(|transaction| {
        if never_had_a_row(transaction, jira::TABLE)? {
            entries(count as usize)
                .try_for_each(|entry| jira::add(transaction, &entry.into_stored(now)).map(drop))?;
        }
        if never_had_a_row(transaction, projects::TABLE)? {
            gitlab::rows(of_projects, now).try_for_each(|row| projects::save(transaction, &row).map(drop))?;
        }
        Ok(())
    })
}

/// The 25 chosen integrations first, generated ones after them.
fn entries(count: usize) -> impl Iterator<Item = Entry> {
    curated::entries().into_iter().chain(generated::entries()).take(count)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use patchbay_model::Object;
    use patchbay_model::gij::{IntegrationType, server};
    use serde_json::Value;

    use super::*;
    use crate::store::jira::Stored;

    const NOW: i64 = 1_790_000_000_000;

    fn first(count: usize) -> Vec<Stored> {
        entries(count).map(|entry| entry.into_stored(NOW)).collect()
    }

    /// The request that would have made it.
    fn request(stored: &Stored) -> Object {
        let mut body = stored.settings.clone();
        let kind = body.shift_remove("integrationType").unwrap();
        if stored.credentials.pat {
            body.insert("pat".into(), Value::from("t0ken"));
        }
        if stored.credentials.password {
            body.insert("password".into(), Value::from("passw0rd"));
        }
        body.insert("type".into(), kind);
        body
    }

    #[test]
    fn the_server_would_have_accepted_each_of_them() {
        for stored in first(2_000) {
            assert_eq!(server::check_create(&request(&stored)).err(), None, "{:?}", stored.settings);
        }
    }

    #[test]
    fn the_first_25_have_every_type_and_every_state() {
        let chosen = first(25);
        let types: HashSet<_> = chosen
            .iter()
            .map(|stored| stored.settings["integrationType"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(types.len(), IntegrationType::all().count());
        assert!(chosen.iter().any(|stored| stored.settings["disabled"] == true));
        assert!(chosen.iter().any(|stored| stored.last_indexed_date.is_none()));
        assert!(
            chosen.iter().any(|stored| stored.last_indexed_date.is_some_and(|at| NOW - at > 7 * 86_400_000))
        );
        assert!(chosen.iter().any(|stored| stored.settings["global"] == false));
        assert!(chosen.iter().any(|stored| stored.settings.contains_key("apiFilter")));
    }

    #[test]
    fn they_are_the_same_every_time() {
        assert_eq!(first(500), first(500));
    }

    #[test]
    fn none_was_indexed_before_it_was_added_or_in_the_future() {
        for stored in first(2_000) {
            let indexed = stored.last_indexed_date.unwrap_or(NOW);
            assert!(stored.init_date <= indexed && indexed <= NOW, "{:?}", stored.settings);
        }
    }
}

//! The repositories that Jira tracks of a host: those that the last scan found.

use std::collections::HashMap;

use patchbay_model::Object;
use rusqlite::Connection;

use crate::host::{NOT_AUTHORIZED, OnHost, Reach, is_broken, scan};
use crate::store::jira;
use crate::store::repository::{self, Stored};

/// Stores the repositories of every integration that was indexed before anybody asked for them.
pub(crate) fn make_all_known(connection: &Connection, now: i64, size: Option<u32>) -> rusqlite::Result<()> {
    for integration in jira::list(connection, now)? {
        make_known(connection, &integration, size)?;
    }
    Ok(())
}

/// The same for one. Its host is looked at with the settings that it has now, so this comes before they change.
pub(crate) fn make_known(
    connection: &Connection,
    integration: &jira::Stored,
    size: Option<u32>,
) -> rusqlite::Result<()> {
    let (false, false, Some(at)) =
        (integration.is_tracked, integration.is_removed, integration.last_indexed_date)
    else {
        return Ok(());
    };
    jira::set_tracked(connection, integration.id)?;
    // It was reached then.
    let found = scan(&integration.settings, Reach::Whole, size_of(integration, size)).unwrap_or_default();
    for one in found {
        let fails = match integration.reach {
            Reach::Whole => false,
            Reach::Refused => true,
            Reach::InPart => is_broken(one.number),
        };
        let fault = fails.then(|| NOT_AUTHORIZED.to_owned());
        let row = row(integration.id, &one, integration.init_date);
        repository::save(connection, &Stored { last_indexed_date: Some(at), fault, ..row })?;
    }
    Ok(())
}

/// Looks what the host has now: stores what is new, removes what is gone, and gives what is to be indexed:
/// numbers and names.
pub(super) fn rescan(
    connection: &Connection,
    integration: &jira::Stored,
    now: i64,
    size: Option<u32>,
) -> rusqlite::Result<Result<Vec<(i64, String)>, String>> {
    make_known(connection, integration, size)?;
    let before = repository::of(connection, integration.id)?;
    let found = match scan(&integration.settings, integration.reach, size_of(integration, size)) {
        Ok(found) => found,
        Err(fault) => {
            for one in before {
                repository::set_indexed(connection, one.id, Err(&fault))?;
            }
            return Ok(Err(fault));
        }
    };
    jira::set_tracked(connection, integration.id)?;
    let mut known: HashMap<i64, Stored> = before.into_iter().map(|one| (one.id, one)).collect();
    let mut enabled = Vec::with_capacity(found.len());
    for one in found {
        let new = row(integration.id, &one, now);
        let is_disabled = match known.remove(&new.id) {
            // The same place of a list may be another repository, where a path was changed.
            Some(old) if old.origin == new.origin => old.disabled,
            Some(_) | None => {
                repository::save(connection, &new)?;
                false
            }
        };
        if !is_disabled {
            enabled.push((new.id, new.name));
        }
    }
    for gone in known.into_keys() {
        repository::remove(connection, gone)?;
    }
    Ok(Ok(enabled))
}

fn size_of(integration: &jira::Stored, size: Option<u32>) -> Option<u32> {
    size.filter(|_| integration.id == 1)
}

fn row(integration: i64, found: &OnHost, now: i64) -> Stored {
    Stored {
        id: repository::number(integration, found.number),
        integration: Some(integration),
        name: found.name.clone(),
        group: found.group.clone(),
        origin: found.origin.clone(),
        main_branch: found.main_branch().to_owned(),
        settings: Object::new(),
        disabled: false,
        init_date: now,
        last_indexed_date: None,
        fault: None,
    }
}

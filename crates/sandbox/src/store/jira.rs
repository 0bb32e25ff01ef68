//! Rows of Jira's integrations.

use patchbay_model::Object;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::json;
use crate::host::Reach;

/// Name of the table.
pub(crate) const TABLE: &str = "integration";

/// An integration as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    /// Set by `add`; ignored before that.
    pub(crate) id: i64,
    /// Everything except secrets, under the names on the wire.
    pub(crate) settings: Object,
    pub(crate) credentials: Credentials,
    /// When it was added, in epoch milliseconds.
    pub(crate) init_date: i64,
    /// When it was last indexed, in epoch milliseconds; `None` before the first time.
    pub(crate) last_indexed_date: Option<i64>,
    /// Whether it was removed and is still listed for a while.
    pub(crate) is_removed: bool,
    /// Whether the repositories that it tracks are stored. Those of one that was indexed before are found when they are
    /// asked for.
    pub(crate) is_tracked: bool,
    /// How its host behaves.
    pub(crate) reach: Reach,
}

impl Stored {
    /// Whether it is disabled.
    pub(crate) fn is_disabled(&self) -> bool {
        self.settings.get("disabled") == Some(&Value::Bool(true))
    }

    /// The name that it is listed with.
    pub(crate) fn name(&self) -> &str {
        self.settings.get("displayName").and_then(Value::as_str).unwrap_or_default()
    }
}

/// Which secrets are set. Their text is not stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Credentials {
    pub(crate) pat: bool,
    pub(crate) password: bool,
}

/// All that are listed at the time `now`, ordered by id.
pub(crate) fn list(connection: &Connection, now: i64) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached("SELECT * FROM integration WHERE gone_at IS NULL OR gone_at > ?1 ORDER BY id")?
        .query_map([now], read)?
        .collect()
}

/// The one with this id, if it is listed at the time `now`.
pub(crate) fn find(connection: &Connection, id: i64, now: i64) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached("SELECT * FROM integration WHERE id = ?1 AND (gone_at IS NULL OR gone_at > ?2)")?
        .query_row([id, now], read)
        .optional()
}

/// The one with this id, unless it was removed. A removed one may still be listed, but cannot be changed.
pub(crate) fn find_to_change(connection: &Connection, id: i64, now: i64) -> rusqlite::Result<Option<Stored>> {
    Ok(find(connection, id, now)?.filter(|stored| !stored.is_removed))
}

/// Adds one and returns its id. No id is used twice.
pub(crate) fn add(connection: &Connection, new: &Stored) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO integration (settings, pat_set, password_set, init_date, last_indexed_date, reach)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .insert(params![
            json::write(&new.settings)?,
            new.credentials.pat,
            new.credentials.password,
            new.init_date,
            new.last_indexed_date,
            reach_name(new.reach)
        ])
}

/// Writes the settings and credentials of the one with this id.
pub(crate) fn change(connection: &Connection, changed: &Stored) -> rusqlite::Result<()> {
    let written = connection
        .prepare_cached(
            "UPDATE integration SET settings = ?2, pat_set = ?3, password_set = ?4, reach = ?5 WHERE id = ?1",
        )?
        .execute(params![
            changed.id,
            json::write(&changed.settings)?,
            changed.credentials.pat,
            changed.credentials.password,
            reach_name(changed.reach)
        ])?;
    if written == 1 { Ok(()) } else { Err(rusqlite::Error::StatementChangedRows(written)) }
}

/// Removes the one with this id at the time `gone_at`; until then it is listed as disabled. Also deletes the rows whose
/// time has passed by `now`.
pub(crate) fn remove(
    connection: &Connection,
    removed: &Stored,
    gone_at: i64,
    now: i64,
) -> rusqlite::Result<()> {
    let mut settings = removed.settings.clone();
    settings.insert("disabled".into(), Value::Bool(true));
    connection.execute(
        "UPDATE integration SET settings = ?2, gone_at = ?3 WHERE id = ?1",
        params![removed.id, json::write(&settings)?, gone_at],
    )?;
    connection.execute("DELETE FROM integration WHERE gone_at <= ?1", [now])?;
    connection.execute("DELETE FROM repository WHERE integration_id = ?1", [removed.id])?;
    Ok(())
}

/// Notes that its repositories are stored.
pub(crate) fn set_tracked(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE integration SET is_tracked = 1 WHERE id = ?1")?.execute([id]).map(drop)
}

/// Notes that it was indexed at this time.
pub(crate) fn set_indexed(connection: &Connection, id: i64, at: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE integration SET last_indexed_date = ?2 WHERE id = ?1")?
        .execute([id, at])
        .map(drop)
}

fn reach_name(reach: Reach) -> &'static str {
    match reach {
        Reach::Whole => "whole",
        Reach::Refused => "refused",
        Reach::InPart => "part",
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        settings: json::read(row, "settings")?,
        credentials: Credentials { pat: row.get("pat_set")?, password: row.get("password_set")? },
        init_date: row.get("init_date")?,
        last_indexed_date: row.get("last_indexed_date")?,
        is_removed: row.get::<_, Option<i64>>("gone_at")?.is_some(),
        is_tracked: row.get("is_tracked")?,
        reach: match row.get_ref("reach")?.as_str()? {
            "refused" => Reach::Refused,
            "part" => Reach::InPart,
            _ => Reach::Whole,
        },
    })
}

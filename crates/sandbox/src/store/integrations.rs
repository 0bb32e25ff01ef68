//! Rows of integrations: written, found, listed and removed.

use patchbay_model::Object;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

/// An integration as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    /// Given by `add`; what it is before that does not matter.
    pub(crate) id: i64,
    /// Everything but secrets, under the names on the wire.
    pub(crate) settings: Object,
    pub(crate) credentials: Credentials,
    /// When it was added, in epoch milliseconds.
    pub(crate) init_date: i64,
    /// When it was last indexed, in epoch milliseconds; nothing before the first time.
    pub(crate) last_indexed_date: Option<i64>,
    /// Whether it was removed and is only listed for a while yet.
    pub(crate) is_going: bool,
}

/// Which secrets are set. Their text is kept nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Credentials {
    pub(crate) pat: bool,
    pub(crate) password: bool,
}

/// All that are listed at the moment `now`, in the order of their ids.
pub(crate) fn list(connection: &Connection, now: i64) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached("SELECT * FROM integration WHERE gone_at IS NULL OR gone_at > ?1 ORDER BY id")?
        .query_map([now], read)?
        .collect()
}

/// The one with this id, if it is listed at the moment `now`.
pub(crate) fn find(connection: &Connection, id: i64, now: i64) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached("SELECT * FROM integration WHERE id = ?1 AND (gone_at IS NULL OR gone_at > ?2)")?
        .query_row([id, now], read)
        .optional()
}

/// Adds one and gives its id; ids are never used twice.
pub(crate) fn add(connection: &Connection, new: &Stored) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO integration (settings, pat_set, password_set, init_date, last_indexed_date)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .insert(params![
            json(&new.settings),
            new.credentials.pat,
            new.credentials.password,
            new.init_date,
            new.last_indexed_date
        ])
}

/// Writes the settings and credentials of the one with this id.
pub(crate) fn change(connection: &Connection, changed: &Stored) -> rusqlite::Result<()> {
    let written = connection
        .prepare_cached(
            "UPDATE integration SET settings = ?2, pat_set = ?3, password_set = ?4 WHERE id = ?1",
        )?
        .execute(params![
            changed.id,
            json(&changed.settings),
            changed.credentials.pat,
            changed.credentials.password
        ])?;
    if written == 1 { Ok(()) } else { Err(rusqlite::Error::StatementChangedRows(written)) }
}

/// Removes the one with this id at the moment `gone_at`: until then it is listed as disabled. Also clears away those
/// whose moment has passed by `now`.
pub(crate) fn remove(
    connection: &Connection,
    going: &Stored,
    gone_at: i64,
    now: i64,
) -> rusqlite::Result<()> {
    let mut settings = going.settings.clone();
    settings.insert("disabled".into(), Value::Bool(true));
    connection.execute(
        "UPDATE integration SET settings = ?2, gone_at = ?3 WHERE id = ?1",
        params![going.id, json(&settings), gone_at],
    )?;
    connection.execute("DELETE FROM integration WHERE gone_at <= ?1", [now])?;
    Ok(())
}

/// Whether the database never held an integration.
pub(super) fn never_had_any(connection: &Connection) -> rusqlite::Result<bool> {
    never_had_a_row(connection, "integration")
}

/// Whether this table with counted ids was always empty.
pub(super) fn never_had_a_row(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    let had = connection
        .query_row("SELECT 1 FROM sqlite_sequence WHERE name = ?1", [table], |_| Ok(()))
        .optional()?;
    Ok(had.is_none())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let settings = serde_json::from_str(row.get_ref("settings")?.as_str()?)
        .map_err(|fault| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, Box::new(fault)))?;
    Ok(Stored {
        id: row.get("id")?,
        settings,
        credentials: Credentials { pat: row.get("pat_set")?, password: row.get("password_set")? },
        init_date: row.get("init_date")?,
        last_indexed_date: row.get("last_indexed_date")?,
        is_going: row.get::<_, Option<i64>>("gone_at")?.is_some(),
    })
}

pub(super) fn json(settings: &Object) -> String {
    // Writes exactly what Value would: a map with text keys cannot fail to be JSON.
    Value::Object(settings.clone()).to_string()
}

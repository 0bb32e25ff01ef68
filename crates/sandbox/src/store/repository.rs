//! Rows of the repositories that Jira tracks.

use patchbay_model::Object;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::json;

/// A repository as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    pub(crate) id: i64,
    /// The integration that tracks it; `None` for one that was added on its own.
    pub(crate) integration: Option<i64>,
    pub(crate) name: String,
    /// Organization, group or project; empty for none.
    pub(crate) group: String,
    pub(crate) origin: String,
    pub(crate) main_branch: String,
    /// What differs from the settings of its integration, under the names on the wire; never a secret.
    pub(crate) settings: Object,
    pub(crate) disabled: bool,
    /// When it was added, in epoch milliseconds.
    pub(crate) init_date: i64,
    /// When it was last indexed, in epoch milliseconds; `None` before the first time.
    pub(crate) last_indexed_date: Option<i64>,
    /// Why its last indexing failed.
    pub(crate) fault: Option<String>,
}

/// The first number of those that were added on their own.
const FIRST_ALONE: i64 = 50_000;

/// The number of a repository of an integration. Integrations and repositories share one range of numbers, as one table
/// of the plugin most likely holds both: integrations have the low ones.
pub(crate) fn number(integration: i64, on_host: u32) -> i64 {
    100_000 + integration * 10_000 + i64::from(on_host)
}

/// Which of its host's repositories has this number.
pub(crate) fn on_host(number: i64) -> u32 {
    u32::try_from((number - 100_000).rem_euclid(10_000)).unwrap_or_default()
}

/// All of them, ordered by id.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Stored>> {
    connection.prepare_cached("SELECT * FROM repository ORDER BY id")?.query_map([], read)?.collect()
}

/// Those of this integration, ordered by id.
pub(crate) fn of(connection: &Connection, integration: i64) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached("SELECT * FROM repository WHERE integration_id = ?1 ORDER BY id")?
        .query_map([integration], read)?
        .collect()
}

/// Those that were added on their own.
pub(crate) fn alone(connection: &Connection) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached("SELECT * FROM repository WHERE integration_id IS NULL ORDER BY id")?
        .query_map([], read)?
        .collect()
}

/// The one with this id.
pub(crate) fn find(connection: &Connection, id: i64) -> rusqlite::Result<Option<Stored>> {
    connection.prepare_cached("SELECT * FROM repository WHERE id = ?1")?.query_row([id], read).optional()
}

/// The number of the next one that is added on its own.
pub(crate) fn next_alone(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row(
        "SELECT coalesce(max(id), ?1) + 1 FROM repository WHERE integration_id IS NULL",
        [FIRST_ALONE],
        |row| row.get(0),
    )
}

/// Adds it, or writes it over the one with its id.
pub(crate) fn save(connection: &Connection, row: &Stored) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO repository
                (id, integration_id, name, group_name, origin, main_branch, settings, disabled, init_date,
                 last_indexed_date, fault)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            row.id,
            row.integration,
            row.name,
            row.group,
            row.origin,
            row.main_branch,
            json::write(&row.settings)?,
            row.disabled,
            row.init_date,
            row.last_indexed_date,
            row.fault
        ])
        .map(drop)
}

/// Notes how its indexing ended: at this time, or with this fault.
pub(crate) fn set_indexed(
    connection: &Connection,
    id: i64,
    ended: Result<i64, &str>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "UPDATE repository SET last_indexed_date = coalesce(?2, last_indexed_date), fault = ?3 WHERE id = ?1",
        )?
        .execute(params![id, ended.ok(), ended.err()])
        .map(drop)
}

/// Removes the one with this id.
pub(crate) fn remove(connection: &Connection, id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM repository WHERE id = ?1")?.execute([id]).map(drop)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        integration: row.get("integration_id")?,
        name: row.get("name")?,
        group: row.get("group_name")?,
        origin: row.get("origin")?,
        main_branch: row.get("main_branch")?,
        settings: json::read(row, "settings")?,
        disabled: row.get("disabled")?,
        init_date: row.get("init_date")?,
        last_indexed_date: row.get("last_indexed_date")?,
        fault: row.get("fault")?,
    })
}

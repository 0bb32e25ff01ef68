//! Rows of GitLab's project integrations: written, found and listed.

use patchbay_model::Object;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value;

use super::integrations::{json, never_had_a_row};

/// An integration of a project as it is kept. Switched off is not gone: what was set up once stays a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    /// Given by `save`; what it is before that does not matter.
    pub(crate) id: i64,
    pub(crate) project: u64,
    pub(crate) slug: String,
    pub(crate) active: bool,
    /// Whether it follows the default of its group.
    pub(crate) inherited: bool,
    /// Everything but secrets, under the names on the wire.
    pub(crate) settings: Object,
    /// Names of the secrets that are set. Their text is kept nowhere.
    pub(crate) secrets: Vec<String>,
    /// In epoch milliseconds.
    pub(crate) created_at: i64,
    /// In epoch milliseconds.
    pub(crate) updated_at: i64,
}

/// Those of this project that are switched on, in the order in which they were set up.
pub(crate) fn active(connection: &Connection, project: u64) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached("SELECT * FROM gitlab_integration WHERE project_id = ?1 AND active ORDER BY id")?
        .query_map([project as i64], read)?
        .collect()
}

/// The one with this slug, switched on or off, if it was ever set up.
pub(crate) fn find(connection: &Connection, project: u64, slug: &str) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached("SELECT * FROM gitlab_integration WHERE project_id = ?1 AND slug = ?2")?
        .query_row(params![project as i64, slug], read)
        .optional()
}

/// Adds it, or writes it over the one with the same project and slug; gives its id.
pub(crate) fn save(connection: &Connection, row: &Stored) -> rusqlite::Result<i64> {
    let secrets = Value::from(row.secrets.clone()).to_string();
    connection
        .prepare_cached(
            "INSERT INTO gitlab_integration
                (project_id, slug, active, inherited, settings, secrets, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (project_id, slug) DO UPDATE SET active = ?3, inherited = ?4, settings = ?5, secrets = ?6,
                updated_at = ?8
             RETURNING id",
        )?
        .query_row(
            params![
                row.project as i64,
                row.slug,
                row.active,
                row.inherited,
                json(&row.settings),
                secrets,
                row.created_at,
                row.updated_at
            ],
            |row| row.get(0),
        )
}

/// Whether no project ever had an integration.
pub(super) fn never_had_any(connection: &Connection) -> rusqlite::Result<bool> {
    never_had_a_row(connection, "gitlab_integration")
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        project: row.get::<_, i64>("project_id")?.unsigned_abs(),
        slug: row.get("slug")?,
        active: row.get("active")?,
        inherited: row.get("inherited")?,
        settings: parsed(row.get_ref("settings")?.as_str()?)?,
        secrets: parsed(row.get_ref("secrets")?.as_str()?)?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text)
        .map_err(|fault| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(fault)))
}

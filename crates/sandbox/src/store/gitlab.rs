//! Rows of GitLab's project integrations.

use patchbay_model::Object;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::json;

/// Name of the table.
pub(crate) const TABLE: &str = "gitlab_integration";

/// An integration of a project as it is stored. Disabling keeps the row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    /// Set by `save`; ignored before that.
    pub(crate) id: i64,
    pub(crate) project: u64,
    pub(crate) slug: String,
    pub(crate) active: bool,
    /// Whether it uses the settings of its group.
    pub(crate) inherited: bool,
    /// Everything except secrets, under the names on the wire.
    pub(crate) settings: Object,
    /// Names of the secrets that are set. Their text is not stored.
    pub(crate) secrets: Vec<String>,
    /// In epoch milliseconds.
    pub(crate) created_at: i64,
    /// In epoch milliseconds.
    pub(crate) updated_at: i64,
}

impl Stored {
    /// An active row without settings, made at the time `now`.
    pub(crate) fn new(project: u64, slug: &str, now: i64) -> Self {
        Self {
            id: 0,
            project,
            slug: slug.to_owned(),
            active: true,
            inherited: false,
            settings: Object::new(),
            secrets: Vec::new(),
            created_at: now,
            updated_at: now,
        }
    }
}

/// The active ones of this project, in the order in which they were set up.
pub(crate) fn active(connection: &Connection, project: u64) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached("SELECT * FROM gitlab_integration WHERE project_id = ?1 AND active ORDER BY id")?
        .query_map([project as i64], read)?
        .collect()
}

/// The one with this slug, active or not, if it was ever set up.
pub(crate) fn find(connection: &Connection, project: u64, slug: &str) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached("SELECT * FROM gitlab_integration WHERE project_id = ?1 AND slug = ?2")?
        .query_row(params![project as i64, slug], read)
        .optional()
}

/// Adds it, or writes it over the one with the same project and slug; returns its id.
pub(crate) fn save(connection: &Connection, row: &Stored) -> rusqlite::Result<i64> {
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
                json::write(&row.settings)?,
                json::write(&row.secrets)?,
                row.created_at,
                row.updated_at
            ],
            |row| row.get(0),
        )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        project: row.get::<_, i64>("project_id")?.unsigned_abs(),
        slug: row.get("slug")?,
        active: row.get("active")?,
        inherited: row.get("inherited")?,
        settings: json::read(row, "settings")?,
        secrets: json::read(row, "secrets")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

//! Rows of GitLab's integrations, of projects and of groups, and what is still to be passed on from groups.

use patchbay_model::Object;
use patchbay_model::gitlab::Level;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::json;

/// Name of the table.
pub(crate) const TABLE: &str = "gitlab_integration";

/// What an integration belongs to, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Holder {
    Project(u64),
    Group(u64),
}

impl Holder {
    /// What the catalogue calls the place.
    pub(crate) fn level(self) -> Level {
        match self {
            Self::Project(_) => Level::Project,
            Self::Group(_) => Level::Group,
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Self::Project(_) => "project",
            Self::Group(_) => "group",
        }
    }

    fn number(self) -> i64 {
        let (Self::Project(number) | Self::Group(number)) = self;
        number as i64
    }
}

/// An integration as it is stored. Disabling keeps the row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stored {
    /// Set by `save`; ignored before that.
    pub(crate) id: i64,
    pub(crate) holder: Holder,
    pub(crate) slug: String,
    pub(crate) active: bool,
    /// Whether it uses the settings of a group above.
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
    pub(crate) fn new(holder: Holder, slug: &str, now: i64) -> Self {
        Self {
            id: 0,
            holder,
            slug: slug.to_owned(),
            active: true,
            inherited: false,
            settings: Object::new(),
            secrets: Vec::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// Takes everything that is inherited from `default`.
    pub(crate) fn inherit(&mut self, default: &Self, now: i64) {
        self.inherited = true;
        self.active = default.active;
        self.settings.clone_from(&default.settings);
        self.secrets.clone_from(&default.secrets);
        self.updated_at = now;
    }
}

/// The active ones of this holder, in the order in which they were set up.
pub(crate) fn active(connection: &Connection, holder: Holder) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached(
            "SELECT * FROM gitlab_integration WHERE holder = ?1 AND holder_id = ?2 AND active ORDER BY id",
        )?
        .query_map(params![holder.kind(), holder.number()], read)?
        .collect()
}

/// The one with this slug, active or not, if it was ever set up.
pub(crate) fn find(connection: &Connection, holder: Holder, slug: &str) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(
            "SELECT * FROM gitlab_integration WHERE holder = ?1 AND holder_id = ?2 AND slug = ?3",
        )?
        .query_row(params![holder.kind(), holder.number(), slug], read)
        .optional()
}

/// Adds it, or writes it over the one with the same holder and slug; returns its id.
pub(crate) fn save(connection: &Connection, row: &Stored) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO gitlab_integration
                (holder, holder_id, slug, active, inherited, settings, secrets, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (holder, holder_id, slug) DO UPDATE SET active = ?4, inherited = ?5, settings = ?6,
                secrets = ?7, updated_at = ?9
             RETURNING id",
        )?
        .query_row(
            params![
                row.holder.kind(),
                row.holder.number(),
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

/// Adds to the queue that the integration `slug` of this group is to be passed on, at the time `due_at`.
pub(crate) fn enqueue(connection: &Connection, group: u64, slug: &str, due_at: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO gitlab_propagation (group_id, slug, due_at) VALUES (?1, ?2, ?3)")?
        .execute(params![group as i64, slug, due_at])
        .map(drop)
}

/// Whether something is to be passed on at the time `now`.
pub(crate) fn has_due(connection: &Connection, now: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM gitlab_propagation WHERE due_at <= ?1)")?
        .query_row([now], |row| row.get(0))
}

/// Takes out of the queue what is to be passed on at the time `now`: groups and slugs, in their order.
pub(crate) fn take_due(connection: &Connection, now: i64) -> rusqlite::Result<Vec<(u64, String)>> {
    let due = connection
        .prepare_cached("SELECT group_id, slug FROM gitlab_propagation WHERE due_at <= ?1 ORDER BY id")?
        .query_map([now], |row| Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    connection.prepare_cached("DELETE FROM gitlab_propagation WHERE due_at <= ?1")?.execute([now])?;
    Ok(due)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let number = row.get::<_, i64>("holder_id")?.unsigned_abs();
    let is_group = row.get_ref("holder")?.as_str()? == "group";
    Ok(Stored {
        id: row.get("id")?,
        holder: if is_group { Holder::Group(number) } else { Holder::Project(number) },
        slug: row.get("slug")?,
        active: row.get("active")?,
        inherited: row.get("inherited")?,
        settings: json::read(row, "settings")?,
        secrets: json::read(row, "secrets")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
    })
}

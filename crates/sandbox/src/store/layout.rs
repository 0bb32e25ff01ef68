//! The tables, and how a database of an older layout becomes one of the present.

use std::path::Path;

use rusqlite::Connection;

use crate::Error;

/// Marks the file as ours ("PBSX"), as SQLite's `application_id` is meant to.
const APPLICATION: i64 = 0x5042_5358;

/// Step n brings layout n to layout n + 1; what was released is never changed, only added to.
///
/// Settings are one JSON text: which fields there are and what they may hold is the model's business, and repeating its
/// tables as columns would only make two places that can disagree.
const STEPS: [&str; 2] = [
    "
    CREATE TABLE integration (
        id                INTEGER PRIMARY KEY AUTOINCREMENT,
        settings          TEXT    NOT NULL CHECK (json_valid(settings)),
        pat_set           INTEGER NOT NULL CHECK (pat_set IN (0, 1)),
        password_set      INTEGER NOT NULL CHECK (password_set IN (0, 1)),
        init_date         INTEGER NOT NULL,
        last_indexed_date INTEGER,
        gone_at           INTEGER
    ) STRICT;
    CREATE INDEX integration_gone_at ON integration (gone_at) WHERE gone_at IS NOT NULL;
",
    // `secrets` names those that are set; their text is kept nowhere. Ids are never used twice.
    "
    CREATE TABLE gitlab_integration (
        id         INTEGER PRIMARY KEY AUTOINCREMENT,
        project_id INTEGER NOT NULL,
        slug       TEXT    NOT NULL,
        active     INTEGER NOT NULL CHECK (active IN (0, 1)),
        inherited  INTEGER NOT NULL CHECK (inherited IN (0, 1)),
        settings   TEXT    NOT NULL CHECK (json_valid(settings)),
        secrets    TEXT    NOT NULL CHECK (json_valid(secrets)),
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        UNIQUE (project_id, slug)
    ) STRICT;
",
];

/// Runs the steps that the database has not had yet, all of them or none.
pub(super) fn bring_up_to_date(connection: &mut Connection, file: Option<&Path>) -> Result<(), Error> {
    let failed = |cause| Error::Database { file: file.map(Path::to_path_buf), cause };
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(failed)?;
    let application: i64 =
        connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(failed)?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(failed)?;
    if application != APPLICATION && (application != 0 || tables > 0) {
        return Err(Error::ForeignDatabase(file.map(Path::to_path_buf).unwrap_or_default()));
    }
    let done = usize::try_from(found).unwrap_or(usize::MAX);
    if done > STEPS.len() {
        return Err(Error::NewerDatabase { found, known: STEPS.len() as i64 });
    }
    run(connection, done).map_err(failed)
}

fn run(connection: &mut Connection, done: usize) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for step in &STEPS[done..] {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", STEPS.len() as i64)?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_the_layout_once_and_leaves_it_alone_afterwards() {
        let mut connection = Connection::open_in_memory().unwrap();
        bring_up_to_date(&mut connection, None).unwrap();
        bring_up_to_date(&mut connection, None).unwrap();
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 2);
    }

    #[test]
    fn brings_a_database_of_the_first_layout_up_to_date_and_keeps_what_it_holds() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(STEPS[0]).unwrap();
        connection
            .execute_batch(
                "INSERT INTO integration VALUES (7, '{\"displayName\": \"kept\"}', 1, 0, 5, NULL, NULL)",
            )
            .unwrap();
        connection.pragma_update(None, "application_id", APPLICATION).unwrap();
        connection.pragma_update(None, "user_version", 1).unwrap();
        bring_up_to_date(&mut connection, None).unwrap();
        let kept: (i64, String) = connection
            .query_row("SELECT id, settings ->> 'displayName' FROM integration", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(kept, (7, "kept".to_owned()));
        let rows: i64 =
            connection.query_row("SELECT count(*) FROM gitlab_integration", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 0);
    }

    #[test]
    fn refuses_a_database_of_another_program() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
        let error = bring_up_to_date(&mut connection, Some(Path::new("recipes.db"))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "recipes.db is a database of another program: name a new file or one that the sandbox made."
        );
    }

    #[test]
    fn refuses_a_database_of_a_newer_patchbay() {
        let mut connection = Connection::open_in_memory().unwrap();
        bring_up_to_date(&mut connection, None).unwrap();
        connection.pragma_update(None, "user_version", 9).unwrap();
        let error = bring_up_to_date(&mut connection, None).unwrap_err();
        assert_eq!(
            error.to_string(),
            "The database has layout 9, but this sandbox knows layouts up to 2: use a newer sandbox or another file."
        );
    }
}

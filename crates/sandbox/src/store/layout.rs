//! The tables, and how a database with an older layout gets the present one.

use std::path::Path;

use rusqlite::Connection;

use crate::error::Error;

/// Marks the file as ours ("PBSX"), as SQLite's `application_id` is meant to.
const APPLICATION: i64 = 0x5042_5358;

/// Step n turns layout n into layout n + 1. A released step never changes; a new layout adds one.
///
/// Settings are one JSON text: the model alone says which fields there are, so a new field needs no new column.
const STEPS: [&str; 4] = [
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
    // `secrets` names those that are set; their text is not stored. No id is used twice.
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
    // Groups have integrations as well. What a change of one means for those below it is done a little later.
    "
    CREATE TABLE gitlab_integration_of_holder (
        id         INTEGER PRIMARY KEY AUTOINCREMENT,
        holder     TEXT    NOT NULL CHECK (holder IN ('project', 'group')),
        holder_id  INTEGER NOT NULL,
        slug       TEXT    NOT NULL,
        active     INTEGER NOT NULL CHECK (active IN (0, 1)),
        inherited  INTEGER NOT NULL CHECK (inherited IN (0, 1)),
        settings   TEXT    NOT NULL CHECK (json_valid(settings)),
        secrets    TEXT    NOT NULL CHECK (json_valid(secrets)),
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        UNIQUE (holder, holder_id, slug)
    ) STRICT;
    INSERT INTO gitlab_integration_of_holder
        SELECT id, 'project', project_id, slug, active, inherited, settings, secrets, created_at, updated_at
        FROM gitlab_integration ORDER BY id;
    DROP TABLE gitlab_integration;
    ALTER TABLE gitlab_integration_of_holder RENAME TO gitlab_integration;
    CREATE TABLE gitlab_propagation (
        id       INTEGER PRIMARY KEY AUTOINCREMENT,
        group_id INTEGER NOT NULL,
        slug     TEXT    NOT NULL,
        due_at   INTEGER NOT NULL
    ) STRICT;
",
    // What Jira tracks. `is_tracked` is 0 while nobody asked for the repositories of an integration that was indexed:
    // then they are found first. `settings` are what differs from the integration; `fault` is why the last indexing failed.
    "
    ALTER TABLE integration ADD COLUMN is_tracked INTEGER NOT NULL DEFAULT 0 CHECK (is_tracked IN (0, 1));
    ALTER TABLE integration ADD COLUMN reach TEXT NOT NULL DEFAULT 'whole' CHECK (reach IN ('whole', 'refused', 'part'));
    CREATE TABLE repository (
        id                INTEGER PRIMARY KEY,
        integration_id    INTEGER,
        name              TEXT    NOT NULL,
        group_name        TEXT    NOT NULL,
        origin            TEXT    NOT NULL,
        main_branch       TEXT    NOT NULL,
        settings          TEXT    NOT NULL CHECK (json_valid(settings)),
        disabled          INTEGER NOT NULL CHECK (disabled IN (0, 1)),
        init_date         INTEGER NOT NULL,
        last_indexed_date INTEGER,
        fault             TEXT
    ) STRICT;
    CREATE INDEX repository_integration_id ON repository (integration_id, id);
",
];

/// Runs the steps that the database has not had, all of them or none.
pub(super) fn update(connection: &mut Connection, file: Option<&Path>) -> Result<(), Error> {
    let failed = |cause| Error::database(file, cause);
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
        let file = file.map(Path::to_path_buf);
        return Err(Error::NewerDatabase { file, found, known: STEPS.len() as i64 });
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
    fn makes_the_layout_once_and_does_not_change_it_again() {
        let mut connection = Connection::open_in_memory().unwrap();
        update(&mut connection, None).unwrap();
        update(&mut connection, None).unwrap();
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 4);
    }

    #[test]
    fn updates_a_database_of_the_first_layout_and_keeps_what_it_holds() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(STEPS[0]).unwrap();
        connection
            .execute_batch(
                "INSERT INTO integration VALUES (7, '{\"displayName\": \"kept\"}', 1, 0, 5, NULL, NULL)",
            )
            .unwrap();
        connection.pragma_update(None, "application_id", APPLICATION).unwrap();
        connection.pragma_update(None, "user_version", 1).unwrap();
        update(&mut connection, None).unwrap();
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
    fn updates_a_database_of_the_second_layout_and_keeps_the_integrations_of_projects() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(STEPS[0]).unwrap();
        connection.execute_batch(STEPS[1]).unwrap();
        connection
            .execute_batch(
                "INSERT INTO gitlab_integration VALUES (7, 101, 'slack', 1, 0, '{\"channel\": \"kept\"}', '[\"webhook\"]', 5, 6)",
            )
            .unwrap();
        connection.pragma_update(None, "application_id", APPLICATION).unwrap();
        connection.pragma_update(None, "user_version", 2).unwrap();
        update(&mut connection, None).unwrap();
        let kept: (i64, String, i64, String) = connection
            .query_row("SELECT id, holder, holder_id, settings FROM gitlab_integration", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .unwrap();
        assert_eq!(kept, (7, "project".to_owned(), 101, "{\"channel\": \"kept\"}".to_owned()));
        // No number is given twice, and the demonstration is not added to it.
        assert!(!crate::store::never_had_a_row(&connection, "gitlab_integration").unwrap());
    }

    #[test]
    fn updates_a_database_of_the_third_layout_and_finds_repositories_of_what_it_holds() {
        let mut connection = Connection::open_in_memory().unwrap();
        for step in &STEPS[..3] {
            connection.execute_batch(step).unwrap();
        }
        connection.execute_batch("INSERT INTO integration VALUES (7, '{}', 1, 0, 5, 6, NULL)").unwrap();
        connection.pragma_update(None, "application_id", APPLICATION).unwrap();
        connection.pragma_update(None, "user_version", 3).unwrap();
        update(&mut connection, None).unwrap();
        let kept: (i64, i64, String) = connection
            .query_row("SELECT id, is_tracked, reach FROM integration", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .unwrap();
        assert_eq!(kept, (7, 0, "whole".to_owned()));
    }

    #[test]
    fn refuses_a_database_of_another_program() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
        let error = update(&mut connection, Some(Path::new("recipes.db"))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "recipes.db is a database of another program. Choose a new file, or one that the sandbox made."
        );
    }

    #[test]
    fn refuses_a_database_of_a_newer_patchbay() {
        let mut connection = Connection::open_in_memory().unwrap();
        update(&mut connection, None).unwrap();
        connection.pragma_update(None, "user_version", 9).unwrap();
        let error = update(&mut connection, Some(Path::new("box.db"))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "The database box.db has layout 9, and this sandbox reads layouts up to 4. Update the sandbox, or choose \
             another file."
        );
    }
}

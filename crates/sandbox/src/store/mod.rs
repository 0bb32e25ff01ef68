//! The integrations in SQLite: one connection, every change in one transaction.
//!
//! Secrets are never stored: callers pass only whether one is set.

pub(crate) mod gitlab;
pub(crate) mod jira;
mod json;
mod layout;
pub(crate) mod repository;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use crate::error::Error;

/// The open database.
pub(crate) struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the database, in memory without a file, and updates its layout.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self, Error> {
        let mut connection = connect(file).map_err(|cause| Error::database(file, cause))?;
        layout::update(&mut connection, file)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Reads; sees the state between two changes.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        work(&self.lock())
    }

    /// Changes: all of `work` happens, or nothing of it when it returns an error.
    pub(crate) fn write<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.lock();
        // Immediate: another program that uses the file waits here, not half-way through.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A transaction that a panic interrupted was rolled back when it was dropped.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether this table has never held a row. SQLite counts ids, so removed rows are remembered.
pub(crate) fn never_had_a_row(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    let had = connection
        .query_row("SELECT 1 FROM sqlite_sequence WHERE name = ?1 AND seq > 0", [table], |_| Ok(()))
        .optional()?;
    Ok(had.is_none())
}

fn connect(file: Option<&Path>) -> rusqlite::Result<Connection> {
    let Some(file) = file else { return Connection::open_in_memory() };
    let connection = Connection::open(file)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // Readers of the file, such as the sqlite3 program, do not stop the sandbox from writing.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

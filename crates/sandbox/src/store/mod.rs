//! The integrations in SQLite: one connection, every change in one transaction.
//!
//! A secret never gets here: callers store only whether one is set.

pub(crate) mod gitlab;
mod integrations;
mod layout;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{Database, Error, Options, demo};

pub(crate) use integrations::{Credentials, Stored, add, change, find, list, remove};

/// The open database.
pub(crate) struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the database, brings its layout up to date and fills it if it never held an integration.
    pub(crate) fn open(options: &Options) -> Result<Self, Error> {
        let file = match &options.database {
            Database::Memory => None,
            Database::File(file) => Some(file.as_path()),
        };
        let failed = |cause| Error::Database { file: file.map(Path::to_path_buf), cause };
        let mut connection = connect(file).map_err(failed)?;
        layout::bring_up_to_date(&mut connection, file)?;
        let store = Self { connection: Mutex::new(connection) };
        store
            .write(|transaction| {
                // Not when a person has removed them all: AUTOINCREMENT remembers that there were some.
                if options.demo > 0 && integrations::never_had_any(transaction)? {
                    demo::fill(transaction, options.demo, (options.clock)())?;
                }
                if options.demo > 0 && gitlab::never_had_any(transaction)? {
                    demo::fill_gitlab(transaction, (options.clock)())?;
                }
                Ok(())
            })
            .map_err(failed)?;
        Ok(store)
    }

    /// Reads; sees the state between two changes.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        work(&self.lock())
    }

    /// Changes: all of `work` happens, or, when it gives an error, nothing of it.
    pub(crate) fn write<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.lock();
        // Immediate: another program on the same file waits here, not half-way through.
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

fn connect(file: Option<&Path>) -> rusqlite::Result<Connection> {
    let Some(file) = file else { return Connection::open_in_memory() };
    let connection = Connection::open(file)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // Readers of the file, such as the sqlite3 program, do not stop the sandbox from writing.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

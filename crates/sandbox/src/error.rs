//! Why a sandbox could not be opened or served.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why a sandbox could not be opened or served.
#[derive(Debug)]
pub enum Error {
    /// `auto_sign_in` was asked for on an address that other machines can reach.
    AutoSignInBeyondLoopback(SocketAddr),
    /// The database could not be opened, read or filled.
    Database {
        /// The file, or nothing for a database in memory.
        file: Option<PathBuf>,
        /// What SQLite said.
        cause: rusqlite::Error,
    },
    /// The file is a SQLite database, but one of another program.
    ForeignDatabase(PathBuf),
    /// The database was written by a newer Patchbay.
    NewerDatabase {
        /// The layout version of the file.
        found: i64,
        /// The newest layout version that this program knows.
        known: i64,
    },
    /// The plugin for Jira cannot be served.
    Jar {
        /// The file.
        file: PathBuf,
        /// What is wrong with it, as a sentence.
        fault: String,
    },
    /// The address cannot be listened on.
    Listen {
        /// The address that was asked for.
        listen: SocketAddr,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The network refused.
    Io(std::io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AutoSignInBeyondLoopback(address) => write!(
                f,
                "Automatic sign-in would make everyone who can reach {address} an administrator: use it with a loopback \
                 address such as 127.0.0.1, or leave it out."
            ),
            Self::Database { file: Some(file), cause } => {
                write!(f, "The database {} cannot be used: {cause}.", file.display())
            }
            Self::Database { file: None, cause } => {
                write!(f, "The database in memory cannot be used: {cause}.")
            }
            Self::ForeignDatabase(file) => write!(
                f,
                "{} is a database of another program: name a new file or one that the sandbox made.",
                file.display()
            ),
            Self::NewerDatabase { found, known } => write!(
                f,
                "The database has layout {found}, but this sandbox knows layouts up to {known}: use a newer sandbox or \
                 another file."
            ),
            Self::Jar { file, fault } => {
                write!(f, "{} cannot be served as a plugin for Jira. {fault}", file.display())
            }
            Self::Listen { listen, cause } => {
                write!(
                    f,
                    "{listen} cannot be listened on: {cause}. Choose another address or port with --listen."
                )
            }
            Self::Io(cause) => write!(f, "The network refused: {cause}."),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Database { cause, .. } => Some(cause),
            Self::Listen { cause, .. } | Self::Io(cause) => Some(cause),
            Self::AutoSignInBeyondLoopback(_)
            | Self::ForeignDatabase(_)
            | Self::NewerDatabase { .. }
            | Self::Jar { .. } => None,
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(cause: std::io::Error) -> Self {
        Self::Io(cause)
    }
}

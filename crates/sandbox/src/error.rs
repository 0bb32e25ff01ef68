//! Why a sandbox cannot be opened or served.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Why a sandbox cannot be opened or served.
#[derive(Debug)]
pub enum Error {
    /// `auto_sign_in` was asked for on an address that other machines can reach.
    AutoSignInBeyondLoopback(SocketAddr),
    /// The database could not be opened, read or filled.
    Database {
        /// The file; `None` for a database in memory.
        file: Option<PathBuf>,
        /// SQLite's error.
        cause: rusqlite::Error,
    },
    /// The file is a SQLite database of another program.
    ForeignDatabase(PathBuf),
    /// The database was written by a newer Patchbay.
    NewerDatabase {
        /// The file; `None` for a database in memory.
        file: Option<PathBuf>,
        /// The layout version of the file.
        found: i64,
        /// The newest layout version that this program reads.
        known: i64,
    },
    /// The plugin for Jira cannot be served.
    Jar {
        /// The file.
        file: PathBuf,
        /// What is wrong with it: a sentence.
        fault: String,
    },
    /// The address cannot be used.
    Listen {
        /// The address that was asked for.
        listen: SocketAddr,
        /// The system's error.
        cause: std::io::Error,
    },
    /// The network or the system failed.
    Io(std::io::Error),
}

impl Error {
    pub(crate) fn database(file: Option<&Path>, cause: rusqlite::Error) -> Self {
        Self::Database { file: file.map(Path::to_path_buf), cause }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AutoSignInBeyondLoopback(address) => write!(
                f,
                "Automatic sign-in on {address} would make everyone who can reach that address an administrator. Use a \
                 loopback address such as 127.0.0.1, or start without automatic sign-in."
            ),
            Self::Database { file, cause } => {
                write!(f, "The database {} cannot be used: {cause}.", name(file.as_deref()))
            }
            Self::ForeignDatabase(file) => write!(
                f,
                "{} is a database of another program. Choose a new file, or one that the sandbox made.",
                file.display()
            ),
            Self::NewerDatabase { file, found, known } => write!(
                f,
                "The database {} has layout {found}, and this sandbox reads layouts up to {known}. Update the sandbox, or \
                 choose another file.",
                name(file.as_deref())
            ),
            Self::Jar { file, fault } => {
                write!(f, "{} cannot be served as a plugin for Jira. {fault}", file.display())
            }
            Self::Listen { listen, cause } => write!(
                f,
                "The sandbox cannot listen on {listen}: {cause}. Choose another address or port with --listen."
            ),
            Self::Io(cause) => write!(f, "The sandbox cannot run: {cause}."),
        }
    }
}

fn name(file: Option<&Path>) -> std::path::Display<'_> {
    file.unwrap_or(Path::new(":memory:")).display()
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

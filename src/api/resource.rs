//! What can be read, written, switched and removed, whichever server keeps it.

use super::error::Error;
use super::server::Server;
use patchbay_model::gitlab::{Home, Level};
use patchbay_model::{Object, Problem, Schema, gij, gitlab};
use std::pin::Pin;

/// What a GitLab integration belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The project with this number.
    Project(u64),
    /// The group with this number.
    Group(u64),
}

impl Holder {
    /// The project or group with this number.
    pub fn new(level: Level, number: u64) -> Self {
        match level {
            Level::Project => Self::Project(number),
            Level::Group => Self::Group(number),
        }
    }
}

impl From<&Home> for Holder {
    fn from(home: &Home) -> Self {
        Self::new(home.level, home.id)
    }
}

/// An integration of a server, or a repository that one tracks.
#[derive(Clone, Debug, PartialEq)]
pub enum Resource {
    /// A Git integration of Jira; without an id it is one that does not exist yet.
    Jira {
        /// The Jira.
        server: Server,
        /// Its number.
        id: Option<u64>,
    },
    /// A repository that a Git integration of Jira tracks.
    Repository {
        /// The Jira.
        server: Server,
        /// The number of the integration.
        integration: u64,
        /// Its number.
        id: u64,
    },
    /// An integration of GitLab, set up or not.
    GitLab {
        /// The GitLab.
        server: Server,
        /// What it belongs to.
        holder: Holder,
        /// Its name in addresses.
        slug: String,
    },
}

impl Resource {
    /// The integration of a Jira with this number.
    pub fn jira(server: Server, id: u64) -> Self {
        Self::Jira { server, id: Some(id) }
    }

    /// The server that keeps it.
    pub fn server(&self) -> Server {
        match self {
            Self::Jira { server, .. } | Self::Repository { server, .. } | Self::GitLab { server, .. } => {
                *server
            }
        }
    }
}

/// A resource as its server describes it, without secrets.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// Of Jira.
    Jira(gij::Integration),
    /// A repository that one of them tracks.
    Repository(gij::Repository),
    /// Of GitLab.
    GitLab(gitlab::Integration),
}

impl Record {
    /// Its settings under their names on the wire.
    pub fn settings(&self) -> &Object {
        match self {
            Self::Jira(integration) => &integration.settings,
            Self::Repository(repository) => &repository.settings,
            Self::GitLab(integration) => &integration.settings,
        }
    }

    /// Whether it is enabled (Jira) or active (GitLab).
    pub fn is_on(&self) -> bool {
        match self {
            Self::Jira(integration) => !integration.is_disabled(),
            Self::Repository(repository) => !repository.is_disabled(),
            Self::GitLab(integration) => integration.active,
        }
    }
}

/// What reading a resource finds.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The server has it.
    Present(Record),
    /// The server does not have it: not yet, or not any more.
    Absent,
    /// The server does not offer integrations of this kind here.
    NotOffered,
}

/// What a server said about the values of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Of Jira.
    Jira(gij::wire::Refusal),
    /// Of GitLab.
    GitLab(gitlab::wire::Refusal),
}

impl Refusal {
    /// As problems of the form: at their fields, or of the form as a whole.
    pub fn problems(&self, schema: &Schema) -> Vec<Problem> {
        match self {
            Self::Jira(refusal) => refusal.problems(schema),
            Self::GitLab(refusal) => refusal.problems(schema),
        }
    }
}

/// Why a write failed.
#[derive(Clone, Debug, PartialEq)]
pub struct WriteError {
    /// What went wrong.
    pub error: Error,
    /// What the server said about the values, when it refused those.
    pub refusal: Option<Refusal>,
    /// The holder has another number by now (GitLab).
    pub moved: bool,
}

impl From<Error> for WriteError {
    fn from(error: Error) -> Self {
        Self { error, refusal: None, moved: false }
    }
}

/// An answer that is waited for.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The requests about a resource. They give facts; `model::edit` judges them.
///
/// A trait object and not a `match` over the vendors, because what the list of Jira's integrations calls is in the
/// first file that a visit loads: a `match` would pull GitLab's whole catalogue in there.
pub trait Endpoints: Sync {
    /// Reads it.
    fn read<'a>(&'a self, of: &'a Resource) -> Pending<'a, Result<Found, Error>>;

    /// Enables or disables it.
    fn switch<'a>(&'a self, of: &'a Resource, on: bool) -> Pending<'a, Result<(), Error>>;

    /// Removes it. `delete_files`: with the server's copies of its repositories (Jira).
    fn remove<'a>(&'a self, of: &'a Resource, delete_files: bool) -> Pending<'a, Result<(), Error>>;
}

/// The requests that write settings, which only the forms need: they are in a later file.
pub trait Writing: Endpoints {
    /// Writes these settings: creates it if it does not exist. Returns the server's settings afterwards if the answer
    /// contains them; if not, they have to be read.
    fn write<'a>(
        &'a self,
        of: &'a Resource,
        body: &'a Object,
    ) -> Pending<'a, Result<Option<Record>, WriteError>>;

    /// All that could be the one that `body` asked for: after a write that made something new and was not answered.
    /// None where new ones have their place before they are made.
    fn candidates<'a>(
        &'a self,
        _of: &'a Resource,
        _body: &'a Object,
    ) -> Pending<'a, Result<Vec<Record>, Error>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

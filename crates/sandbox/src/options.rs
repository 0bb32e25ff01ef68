//! How a sandbox behaves.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::clock::{Clock, system_clock};
use crate::context::ContextPath;
use crate::faults::Faults;
use crate::gij::Gij;
use crate::gitlab::projects::data::USUAL;
use crate::gitlab::server::GitLab;
use crate::serve::PATIENCE;

/// Where the integrations are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// In memory: gone when the sandbox is dropped.
    Memory,
    /// In this SQLite file, which is created if it does not exist.
    File(PathBuf),
}

impl Database {
    pub(crate) fn file(&self) -> Option<&Path> {
        match self {
            Self::Memory => None,
            Self::File(file) => Some(file),
        }
    }
}

/// How a sandbox behaves. By default it is empty, in memory, and on a free port of 127.0.0.1.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address that the listener is bound to. It decides which `Host` headers are answered and whether
    /// `auto_sign_in` is allowed. Port 0 means any free port.
    pub listen: SocketAddr,
    /// Where the integrations are stored.
    pub database: Database,
    /// How many demonstration integrations are added to a database that has never held an integration.
    pub demo: u32,
    /// How many projects its GitLab has: 300 by default, 10,000 at most.
    pub projects: usize,
    /// The folder of the built app. Without it the start page explains how to build the app.
    pub dist: Option<PathBuf>,
    /// Whether opening the page begins an administrator's session. Allowed on loopback addresses only.
    pub auto_sign_in: bool,
    /// Whether a session must confirm the password before it may use the REST API for administrators.
    pub websudo: bool,
    /// For how long a removed integration is still listed as disabled ("Fixing reindex issues using Indexing queue viewer").
    pub linger: Duration,
    /// Which Git Integration for Jira answers.
    pub gij: Gij,
    /// How many repositories the host of the first integration has; the usual number without it.
    pub repositories: Option<u32>,
    /// How long it takes to index a repository; to scan a host takes five times as long.
    pub pace: Duration,
    /// Which GitLab answers under `/api/v4`.
    pub gitlab: GitLab,
    /// Requests to the REST APIs that go wrong.
    pub faults: Faults,
    /// The path that all addresses begin with, such as `/jira`.
    pub context_path: ContextPath,
    /// The jar of a plugin that is installed in this Jira.
    pub jira_jar: Option<PathBuf>,
    /// Whether all files of the plugin are sent with a charset, also wasm, as some Jira servers do.
    pub jar_charset: bool,
    /// The folder `dist/aui` of the npm package `@atlassian/aui`: without it the pages around the plugin have no styles.
    pub aui: Option<PathBuf>,
    /// How long a session lasts that is not used.
    pub idle: Duration,
    /// How long the next piece of a request's body may take; a whole body four times as long.
    pub patience: Duration,
    /// Where the sandbox reads the time.
    pub clock: Clock,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            database: Database::Memory,
            demo: 0,
            projects: USUAL,
            dist: None,
            auto_sign_in: false,
            websudo: false,
            linger: Duration::ZERO,
            gij: Gij::default(),
            repositories: None,
            pace: Duration::from_millis(20),
            gitlab: GitLab::default(),
            faults: Faults::default(),
            context_path: ContextPath::default(),
            jira_jar: None,
            jar_charset: false,
            aui: None,
            idle: Duration::from_hours(12),
            patience: PATIENCE,
            clock: system_clock,
        }
    }
}

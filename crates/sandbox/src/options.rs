//! What a sandbox can be told when it is opened.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::ContextPath;
use crate::clock::{Clock, system_clock};

/// Where the integrations are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// In memory: gone when the sandbox is dropped.
    Memory,
    /// In this SQLite file, which is made if it is not there.
    File(PathBuf),
}

/// Which GitLab the sandbox behaves as. They differ in what "GitLab Integrations API" says and what servers do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GitLab {
    /// 14.3: knows integrations by their old name `services` only.
    ServicesOnly,
    /// 14.8, the version of the manual: an integration that is switched off keeps its settings, refusals by a rule say
    /// no more than "400 Bad Request", and documented parameters that the server never read are dropped.
    #[default]
    Manual,
    /// 17.9: switching off clears all settings but the events, refusals name the field, settings can be inherited from a
    /// group, and Flowdock, Prometheus and the old Jenkins integration are gone.
    Newer,
}

/// What a sandbox can be told. The default is an empty one in memory on a free port of 127.0.0.1.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address that the listener is bound to. It decides which `Host` headers are answered and whether
    /// `auto_sign_in` is allowed. Port 0 stands for any.
    pub listen: SocketAddr,
    /// Where the integrations are kept.
    pub database: Database,
    /// How many demonstration integrations a database gets that never held one.
    pub demo: u32,
    /// The folder of the built app; without one the start page says how to build it.
    pub dist: Option<PathBuf>,
    /// Give whoever opens the page an administrator's session. Refused unless `listen` is a loopback address.
    pub auto_sign_in: bool,
    /// Ask sessions to confirm the password before they may use the administrator's REST API.
    pub websudo: bool,
    /// How long a removed integration stays listed as disabled ("Fixing reindex issues using Indexing queue viewer").
    pub linger: Duration,
    /// Which GitLab answers under `/api/v4`.
    pub gitlab: GitLab,
    /// The path below which everything is, such as `/jira`.
    pub context_path: ContextPath,
    /// A plugin that this Jira shall have installed.
    pub jira_jar: Option<PathBuf>,
    /// Whether the plugin's files all come with a charset, wasm as well, as some Jira servers send them.
    pub jar_charset: bool,
    /// The folder `dist/aui` of the npm package `@atlassian/aui`: without it the pages around the plugin are plain.
    pub aui: Option<PathBuf>,
    /// What time it is.
    pub clock: Clock,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            database: Database::Memory,
            demo: 0,
            dist: None,
            auto_sign_in: false,
            websudo: false,
            linger: Duration::ZERO,
            gitlab: GitLab::default(),
            context_path: ContextPath::default(),
            jira_jar: None,
            jar_charset: false,
            aui: None,
            clock: system_clock,
        }
    }
}

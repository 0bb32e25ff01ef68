//! A Jira and a GitLab to work against: the REST API of Git Integration for Jira, the parts of Jira's own that Patchbay
//! reads, and GitLab's project integrations, on SQLite. It also serves the built app, with strict security headers.
//!
//! `open` returns a [`Sandbox`]; `serve` answers on a listener. Tests can put their own layers around the router:
//!
//! ```no_run
//! # async fn start() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = patchbay_sandbox::open(patchbay_sandbox::Options { demo: 25, ..Default::default() })?;
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! patchbay_sandbox::serve(listener, sandbox.router(), std::future::pending()).await?;
//! # Ok(())
//! # }
//! ```

mod access;
mod body;
mod clock;
mod config;
mod context;
mod date;
mod demo;
mod error;
mod faults;
mod files;
mod gij;
mod gitlab;
mod guard;
mod headers;
mod host;
mod indexing;
mod jar;
mod openapi;
mod options;
mod pages;
mod patience;
mod plugin;
mod projects;
mod rest;
mod sandbox;
mod serve;
mod state;
mod store;

pub use clock::Clock;
pub use context::{ContextPath, NoContextPath};
pub use error::Error;
pub use faults::{BadFaults, Faults};
pub use gij::{Gij, NoSuchGij};
pub use gitlab::server::{GitLab, NoSuchGitLab};
pub use options::{Database, Options};
pub use sandbox::{Sandbox, open};
pub use serve::{serve, serve_within};

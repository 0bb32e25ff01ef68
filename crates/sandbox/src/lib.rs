//! A Jira to work against: the REST API of Git Integration for Jira and the parts of Jira's own that Patchbay reads, on
//! SQLite, serving the built app with the headers it has to live with.
//!
//! `open` gives a [`Sandbox`]; `serve` answers on a listener. Tests take the router and put their own layers around it:
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
mod clock;
mod demo;
mod error;
mod files;
mod guard;
mod headers;
mod options;
mod pages;
mod projects;
mod rest;
mod sandbox;
mod serve;
mod store;

pub use clock::{Clock, system_clock};
pub use error::Error;
pub use options::{Database, Options};
pub use sandbox::{Sandbox, open};
pub use serve::serve;

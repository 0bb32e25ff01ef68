//! What every browser test needs: a sandbox whose wire can be watched and cut, and a page in a real Chromium on which
//! everything is found as people find it, by role and accessible name.
//!
//! Everything blocks: a test reads as a list of what somebody does and sees.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "everything in here runs in tests, which fail by panicking"
)]

mod acting;
mod asking;
mod axe;
mod browser;
mod caddy;
pub mod clients;
mod command;
mod complaining;
mod console;
mod control;
mod downloads;
mod driver;
mod environment;
mod files;
mod front;
mod gitlab;
mod hosted;
mod jira;
mod keyboard;
mod locator;
mod looks;
mod navigation;
mod nginx;
mod page;
mod patience;
mod present;
mod reading;
mod running;
mod secrecy;
#[path = "../../src/sentences.rs"]
pub mod sentences;
mod server;
mod settling;
mod tabs;
mod wire;

pub use asking::Answer;
pub use caddy::Caddy;
pub use downloads::Downloads;
pub use front::Front;
pub use hosted::{Hosted, built};
pub use jira::{Aui, Theme};
pub use locator::Locator;
pub use looks::{Scheme, Width};
pub use nginx::{Nginx, NginxBuilder};
pub use page::Page;
pub use patchbay_sandbox::GitLab;
pub use present::{Present, Seen};
pub use server::{Server, ServerBuilder};
pub use wire::{Fault, Request};

/// Keys that are no letters, as WebDriver writes them.
pub mod keys {
    pub use fantoccini::key::Key::{
        Backspace, Control, Down, End, Enter, Escape, Home, Left, Meta, PageDown, PageUp, Right, Shift, Tab,
        Up,
    };
}

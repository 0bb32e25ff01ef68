//! A plan as code: one shell script that sends each step, and the same as a JSON document. Secrets are variables of the
//! environment in both; their text is in neither.

mod document;
mod reading;
mod secrets;
mod shell;
mod words;

pub use document::document;
pub use reading::reading;
pub use shell::shell;

use crate::object::Object;
use crate::vendor::Vendor;
use std::fmt;

/// What a script does.
#[derive(Clone, Copy, Debug)]
pub struct Script<'a> {
    /// What the plan is called.
    pub title: &'a str,
    /// When it was made, in words for people.
    pub made: &'a str,
    /// The vendor of the server.
    pub vendor: Vendor,
    /// The address of the server, without a trailing slash.
    pub server: &'a str,
    /// What the steps send, in order.
    pub requests: &'a [Request],
}

/// What one step of a plan sends. `Debug` prints only the names of what is in its body.
#[derive(Clone, PartialEq)]
pub struct Request {
    /// What it changes, in words for people, such as the name of the integration.
    pub title: String,
    /// `POST`, `PUT` or `DELETE`.
    pub method: &'static str,
    /// What follows the address of the server, beginning with a slash, with the query.
    pub path: String,
    /// What is sent. Secrets in it are never written: each that is not empty becomes a variable.
    pub body: Option<Object>,
    /// Steps of the same group take the same variable for the same field: one token for all integrations of a host. A step
    /// without a group has variables of its own.
    pub group: Option<usize>,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("title", &self.title)
            .field("method", &self.method)
            .field("path", &self.path)
            .field("body", &self.body.as_ref().map(|body| body.keys().collect::<Vec<_>>()))
            .field("group", &self.group)
            .finish()
    }
}

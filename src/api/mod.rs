//! The REST APIs: one function an endpoint. Pages call these and nothing else.

pub mod error;
pub mod gij;
pub mod gitlab;
mod gitlab_answer;
mod gitlab_change;
mod http;
pub mod jira;
pub mod probe;
pub mod server;

pub use error::{Error, Trouble};
pub use server::{Server, SignIn};

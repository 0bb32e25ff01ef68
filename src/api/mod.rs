//! The REST APIs: one function an endpoint. Nothing else fetches from a server.

mod error;
mod facts;
pub mod gitlab;
mod http;
pub mod jira;
mod loaded;
mod order;
pub mod probe;
mod redirect;
mod resource;
mod server;
mod stop;
mod tries;

pub use error::{Cause, Error};
pub use loaded::Loaded;
pub use resource::{Endpoints, Found, Holder, Pending, Record, Refusal, Resource, Writing};
pub use server::{Server, SignIn};
pub use stop::{Stop, is_stopped};

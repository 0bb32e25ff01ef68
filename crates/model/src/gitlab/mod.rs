//! Project integrations of GitLab, after its "Integrations API" document and what servers are seen to do.

mod catalogue;
mod event;
mod export;
mod integration;
mod kind;
mod param;
mod project;
mod readback;
mod refusal;
mod request;
mod ruby;
mod rules;
mod schema;
mod secrets;
pub mod server;
mod spec;
pub mod wire;

pub use crate::edit::{Conflict, Readback, conflicts};
pub use catalogue::{all, find};
pub use event::{EVENTS, Event, event};
pub use export::export;
pub use integration::Integration;
pub use kind::ParamKind;
pub use param::{Param, ParamStanding, Place, Start};
pub use project::Project;
pub use readback::readback;
pub use request::request_body;
pub use schema::schema;
pub use secrets::{is_secret, strip_secrets};
pub use spec::{Category, Spec, Standing};

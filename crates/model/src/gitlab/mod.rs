//! Project integrations of GitLab, after its "Integrations API" document and the behaviour of GitLab 14 to 17.

mod catalogue;
mod event;
mod export;
mod field;
mod integration;
mod param;
mod param_kind;
mod project;
mod readback;
mod refusal;
mod request;
mod ruby;
pub mod rules;
mod schema;
mod secrets;
pub mod server;
mod spec;
pub mod wire;

pub use crate::edit::{Conflict, Readback, conflicts};
pub use catalogue::{all, find};
pub use event::{EVENTS, Event, event};
pub use export::export;
pub use field::{ENTER_AGAIN, clears};
pub use integration::Integration;
pub use param::{Initial, Param, ParamStanding, Place};
pub use param_kind::ParamKind;
pub use project::Project;
pub use readback::readback;
pub use request::request_body;
pub use schema::{OTHER_EVENTS, REQUIRED_BY_GITLAB, UNKNOWN_INTEGRATION, schema};
pub(crate) use secrets::holds_secret;
pub use secrets::{is_secret, strip_secrets};
pub use spec::{Category, Spec, Standing};

//! The fields of an integration, one file for each section of the form. A field is written here and nowhere else: the
//! sandbox and the requests read this list.

mod connection;
mod credentials;
mod features;
mod mail;
mod projects;
mod regions;
mod repositories;

pub(super) use connection::connection;
pub use credentials::AUTH;
pub(super) use credentials::way_label;
pub(super) use features::features;
pub(super) use mail::mail;
pub(super) use projects::projects;
pub use regions::REGIONS;
pub(super) use repositories::repositories;

use crate::form::Kind;

/// A toggle that is on where the wire says `true`.
const TOGGLE: Kind = Kind::Toggle { inverted: false };

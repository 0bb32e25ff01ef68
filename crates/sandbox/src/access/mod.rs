//! Who is asking, and whether they may.

mod accounts;
mod identity;
mod middleware;
pub(crate) mod session;

pub(crate) use accounts::{Account, Role, administrator, sign_in};
pub(crate) use identity::{Identity, identify};
pub(crate) use middleware::{SignedIn, require_administrator, require_signed_in};
pub(crate) use session::Sessions;

//! Who sends a request.

pub(crate) mod accounts;
pub(crate) mod identity;
pub(crate) mod session;

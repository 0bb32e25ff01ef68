//! Redirects: when one is followed. A REST API redirects only a project that has moved (GitLab, GET); everything else that
//! redirects is a sign-on in front of the server.

use super::server::{Server, SignIn};
use gloo_net::http::Method;
use patchbay_model::Vendor;
use web_sys::{RequestMode, RequestRedirect};

/// What a request does with a redirect, and which origins it may reach.
pub type Policy = (RequestRedirect, RequestMode);

/// A redirect is reported, not followed.
pub const NEVER: Policy = (RequestRedirect::Manual, RequestMode::Cors);

/// Whether an answer with this status is a redirect, of which a browser tells nothing else.
pub fn is_one(status: u16) -> bool {
    status == 0
}

/// How a redirect is followed; `None` if it is not. A write would be repeated with its body. With a session, only an address
/// of the same origin can be the server's.
pub fn of(server: Server, method: &Method) -> Option<Policy> {
    let may_move = server.vendor() == Vendor::GitLab && *method == Method::GET;
    let mode = match server.sign_in() {
        SignIn::Session => RequestMode::SameOrigin,
        SignIn::Token => RequestMode::Cors,
    };
    may_move.then_some((RequestRedirect::Follow, mode))
}

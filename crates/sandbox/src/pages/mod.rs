//! The pages that the app links to or reads: Jira's for signing in and for confirming the password, GitLab's help.

mod avatar;
pub(crate) mod destination;
mod help;
pub(crate) mod html;
mod sign_in;
mod websudo;

use axum::Router;
use axum::routing::{get, post};

use crate::state::Shared;

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/secure/projectavatar", get(avatar::show))
        .route("/secure/useravatar", get(avatar::show))
        .route("/help", get(help::show))
        // GitLab's address for signing in.
        .route("/users/sign_in", get(|| async { destination::redirect("/login.jsp") }))
        .route("/login.jsp", get(sign_in::form).post(sign_in::submit))
        .route("/secure/admin/WebSudoAuthenticate!default.jspa", get(websudo::form))
        .route("/secure/admin/WebSudoAuthenticate.jspa", post(websudo::submit))
}

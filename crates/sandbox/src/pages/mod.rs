//! The few pages of Jira's own that the app links to: signing in, and confirming the password for administration.

mod avatar;
mod destination;
pub(crate) mod html;
mod sign_in;
mod websudo;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::sandbox::State;

pub(crate) fn router() -> Router<Arc<State>> {
    Router::new()
        .route("/secure/projectavatar", get(avatar::show))
        .route("/secure/useravatar", get(avatar::show))
        .route("/login.jsp", get(sign_in::form).post(sign_in::submit))
        .route("/secure/admin/WebSudoAuthenticate!default.jspa", get(websudo::form))
        .route("/secure/admin/WebSudoAuthenticate.jspa", post(websudo::submit))
}

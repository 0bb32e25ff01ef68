//! Signing in with a name and a password, at Jira's address.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{destination, html};
use crate::access::{accounts, session};
use crate::state::Shared;

/// With Jira's field names.
#[derive(Deserialize)]
pub(crate) struct Target {
    os_destination: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct SignIn {
    #[serde(default)]
    os_username: String,
    #[serde(default)]
    os_password: String,
    os_destination: Option<String>,
}

pub(crate) async fn form(Query(target): Query<Target>) -> Response {
    page(StatusCode::OK, "", target.os_destination.as_deref())
}

pub(crate) async fn submit(State(state): State<Shared>, Form(sign_in): Form<SignIn>) -> Response {
    let to = sign_in.os_destination.as_deref();
    let Some(account) = accounts::sign_in(&sign_in.os_username, &sign_in.os_password) else {
        let problem =
            "<p role=\"alert\">The user name or the password is wrong. Check both and try again.</p>\n";
        return page(StatusCode::UNAUTHORIZED, problem, to);
    };
    match state.sessions.begin(account).as_deref().and_then(session::cookie) {
        Some(cookie) => {
            ([(header::SET_COOKIE, cookie)], destination::redirect(destination::safe(to))).into_response()
        }
        None => {
            let problem = "<p role=\"alert\">The session could not be started. Try again.</p>\n";
            page(StatusCode::INTERNAL_SERVER_ERROR, problem, to)
        }
    }
}

fn page(status: StatusCode, notice: &str, to: Option<&str>) -> Response {
    let destination = html::escape(destination::safe(to));
    let body = format!(
        "{notice}<form method=\"post\" action=\"login.jsp\">\n\
         <p><label for=\"os_username\">User name</label><br>\n\
         <input id=\"os_username\" name=\"os_username\" autocomplete=\"username\" required autofocus></p>\n\
         <p><label for=\"os_password\">Password</label><br>\n\
         <input id=\"os_password\" name=\"os_password\" type=\"password\" autocomplete=\"current-password\" required></p>\n\
         <input type=\"hidden\" name=\"os_destination\" value=\"{destination}\">\n\
         <p><button type=\"submit\">Sign in</button></p>\n</form>\n\
         <p>To sign in as an administrator, use <code>admin</code> with the password <code>admin</code>; as a user without \
         administrator rights, use <code>user</code> with <code>user</code>.</p>"
    );
    html::page(status, "Sign in", &body)
}

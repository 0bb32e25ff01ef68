//! Confirming the password before administration ("WebSudo"), at the addresses where Jira has it.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{destination, html};
use crate::access::{accounts, session};
use crate::state::Shared;

/// Jira's own field names.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Wanted {
    web_sudo_destination: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Confirmation {
    #[serde(default)]
    web_sudo_password: String,
    web_sudo_destination: Option<String>,
}

pub(crate) async fn form(
    State(state): State<Shared>,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> Response {
    let wanted = wanted.web_sudo_destination.as_deref();
    match session::presented(&headers).filter(|id| state.sessions.account(id).is_some()) {
        Some(_) => page(StatusCode::OK, "", wanted),
        None => sign_in_first(wanted),
    }
}

pub(crate) async fn submit(
    State(state): State<Shared>,
    headers: HeaderMap,
    Form(confirmation): Form<Confirmation>,
) -> Response {
    let wanted = confirmation.web_sudo_destination.as_deref();
    let session = session::presented(&headers).and_then(|id| Some((id, state.sessions.account(id)?)));
    let Some((id, account)) = session else { return sign_in_first(wanted) };
    if accounts::sign_in(account.name, &confirmation.web_sudo_password).is_none() {
        let problem = "<p role=\"alert\">The password is wrong. Check it and try again.</p>\n";
        return page(StatusCode::UNAUTHORIZED, problem, wanted);
    }
    state.sessions.raise(id);
    // The header by which Jira's own scripts know that it worked.
    let passed = [(HeaderName::from_static("x-atlassian-websudo"), "Has-Authentication")];
    (passed, destination::redirect(destination::safe(wanted))).into_response()
}

/// After signing in the person comes back to where they wanted to go, and confirms from there.
fn sign_in_first(wanted: Option<&str>) -> Response {
    let wanted = destination::safe(wanted);
    // What would end the query or the value, or be read as a space.
    let quoted = wanted.replace('%', "%25").replace('#', "%23").replace('&', "%26").replace('+', "%2B");
    destination::redirect(&format!("/login.jsp?os_destination={quoted}"))
}

fn page(status: StatusCode, notice: &str, wanted: Option<&str>) -> Response {
    let destination = html::escape(destination::safe(wanted));
    let body = format!(
        "{notice}<p>This part of Jira is for administrators. Confirm your password to go on.</p>\n\
         <form method=\"post\" action=\"WebSudoAuthenticate.jspa\">\n\
         <p><label for=\"webSudoPassword\">Password</label><br>\n\
         <input id=\"webSudoPassword\" name=\"webSudoPassword\" type=\"password\" autocomplete=\"current-password\" \
         required autofocus></p>\n\
         <input type=\"hidden\" name=\"webSudoDestination\" value=\"{destination}\">\n\
         <p><button type=\"submit\">Confirm</button></p>\n</form>"
    );
    html::page(status, "Administrator access", &body)
}

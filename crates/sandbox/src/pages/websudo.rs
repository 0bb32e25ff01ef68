//! Confirming the password before administration ("WebSudo"), at Jira's addresses.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{destination, html};
use crate::access::{accounts, session};
use crate::state::Shared;

/// With Jira's field names.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Target {
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
    Query(target): Query<Target>,
) -> Response {
    let to = target.web_sudo_destination.as_deref();
    match session::presented(&headers).filter(|id| state.sessions.account(id).is_some()) {
        Some(_) => page(StatusCode::OK, "", to),
        None => sign_in_first(to),
    }
}

pub(crate) async fn submit(
    State(state): State<Shared>,
    headers: HeaderMap,
    Form(confirmation): Form<Confirmation>,
) -> Response {
    let to = confirmation.web_sudo_destination.as_deref();
    let session = session::presented(&headers).and_then(|id| Some((id, state.sessions.account(id)?)));
    let Some((id, account)) = session else { return sign_in_first(to) };
    if accounts::sign_in(account.name, &confirmation.web_sudo_password).is_none() {
        let problem = "<p role=\"alert\">The password is wrong. Check it and try again.</p>\n";
        return page(StatusCode::UNAUTHORIZED, problem, to);
    }
    state.sessions.confirm(id);
    // Jira's own scripts read this header.
    let passed = [(HeaderName::from_static("x-atlassian-websudo"), "Has-Authentication")];
    (passed, destination::redirect(destination::safe(to))).into_response()
}

/// After signing in, the person continues at the destination and confirms there.
fn sign_in_first(to: Option<&str>) -> Response {
    let to = destination::safe(to);
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("os_destination", to).finish();
    destination::redirect(&format!("/login.jsp?{query}"))
}

fn page(status: StatusCode, notice: &str, to: Option<&str>) -> Response {
    let destination = html::escape(destination::safe(to));
    let body = format!(
        "{notice}<p>This part of Jira is for administrators. Confirm your password to continue.</p>\n\
         <form method=\"post\" action=\"WebSudoAuthenticate.jspa\">\n\
         <p><label for=\"webSudoPassword\">Password</label><br>\n\
         <input id=\"webSudoPassword\" name=\"webSudoPassword\" type=\"password\" autocomplete=\"current-password\" \
         required autofocus></p>\n\
         <input type=\"hidden\" name=\"webSudoDestination\" value=\"{destination}\">\n\
         <p><button type=\"submit\">Confirm</button></p>\n</form>"
    );
    html::page(status, "Administrator access", &body)
}

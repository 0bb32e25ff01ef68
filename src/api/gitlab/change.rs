//! Changes on GitLab: with a session they need a CSRF token.

use crate::api::error::{Cause, Error};
use crate::api::http::{Body, Reply, exchange};
use crate::api::server::{Server, SignIn};
use gloo_net::http::Method;
use patchbay_model::Object;

/// Sends a change. With a session it needs a CSRF token (against forged requests), which every page of GitLab contains.
/// GitLab answers an old one with 401, so a new one is tried once.
pub async fn change(
    gitlab: Server,
    method: Method,
    path: &str,
    body: Option<&Object>,
) -> Result<Reply, Error> {
    let body = || body.map(|body| Body::new(gitlab, body));
    if gitlab.sign_in() == SignIn::Token {
        return exchange(gitlab, method, path, &[], body()).await;
    }
    let send =
        async |csrf: String| exchange(gitlab, method.clone(), path, &[("X-CSRF-Token", &csrf)], body()).await;
    if let Some(known) = gitlab.csrf() {
        let reply = send(known).await?;
        if reply.status != 401 {
            return Ok(reply);
        }
        gitlab.set_csrf(None);
    }
    let csrf = read_csrf(gitlab).await?;
    let reply = send(csrf.clone()).await?;
    // One that GitLab did not take, or that cannot even be sent, must not be used again.
    if reply.status != 401 {
        gitlab.set_csrf(Some(csrf));
    }
    Ok(reply)
}

async fn read_csrf(gitlab: Server) -> Result<String, Error> {
    let reply = exchange(gitlab, Method::GET, "/help", &[("Accept", "text/html")], None).await?;
    let token = reply.text.split_once("name=\"csrf-token\"").and_then(|(_, rest)| {
        let value = rest.split_once("content=\"")?.1;
        value.split('"').next()
    });
    match token.filter(|token| !token.is_empty()) {
        Some(token) => {
            // A page was asked for: that one came says nothing of a sign-on.
            gitlab.note("");
            Ok(token.to_owned())
        }
        None => Err(Error { server: gitlab, cause: Cause::NotSignedIn, facts: reply.facts }),
    }
}

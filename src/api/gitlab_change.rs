//! Changes of what GitLab holds, which a session has to prove to be its own.

use super::error::{Error, Trouble};
use super::http::{Reply, exchange};
use super::server::SignIn;
use crate::console::GitLab;
use gloo_net::http::Method;
use leptos::prelude::*;
use patchbay_model::Object;

/// Sends a change. A session needs a CSRF token (against forged requests) with it, which every page of GitLab holds; an old one
/// is taken for nobody, so a new one is tried once.
pub async fn change(
    gitlab: GitLab,
    method: Method,
    path: &str,
    body: Option<&Object>,
) -> Result<Reply, Error> {
    let server = gitlab.server;
    if server.sign_in() == SignIn::Token {
        return exchange(server, method, path, &[], body).await;
    }
    for is_last in [false, true] {
        let known = gitlab.csrf.get_untracked();
        let csrf = match known.clone() {
            Some(csrf) => csrf,
            None => read_csrf(gitlab).await?,
        };
        let reply = exchange(server, method.clone(), path, &[("X-CSRF-Token", &csrf)], body).await?;
        if reply.status != 401 || is_last || known.is_none() {
            return Ok(reply);
        }
        gitlab.csrf.set(None);
    }
    Err(Error { server, trouble: Trouble::NotSignedIn, facts: format!("{method} {}", server.url(path)) })
}

async fn read_csrf(gitlab: GitLab) -> Result<String, Error> {
    let reply = exchange(gitlab.server, Method::GET, "/help", &[("Accept", "text/html")], None).await?;
    let token = reply.text.split_once("name=\"csrf-token\"").and_then(|(_, rest)| {
        let value = rest.split_once("content=\"")?.1;
        value.split('"').next()
    });
    match token.filter(|token| !token.is_empty()) {
        Some(token) => {
            gitlab.csrf.set(Some(token.to_owned()));
            Ok(token.to_owned())
        }
        None => Err(Error { server: gitlab.server, trouble: Trouble::NotSignedIn, facts: reply.facts }),
    }
}

//! The only place that fetches: sends a request, checks status, content type and the `success` flag.

use super::error::{Error, Trouble};
use super::server::{Server, SignIn};
use gloo_net::http::{Method, RequestBuilder, Response};
use leptos::prelude::set_timeout_with_handle;
use patchbay_model::Object;
use patchbay_model::gij::wire::{self, Refusal};
use serde_json::Value;
use std::time::Duration;
use web_sys::{AbortController, RequestCache, RequestCredentials};

/// Generous: answers slow down while Jira indexes with several threads.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer that the server stands by, and what happened on the wire.
pub struct Answer {
    /// The JSON; null when the body was empty.
    pub json: Value,
    /// Method, address and status, for a bug report.
    pub facts: String,
}

/// Sends a request to `path` below the server's address.
pub async fn send(
    server: Server,
    method: Method,
    path: &str,
    body: Option<&Object>,
) -> Result<Answer, Error> {
    let url = server.url(path);
    let mut facts = format!("{method} {url}");
    let failed = |trouble, facts: &str| Error { trouble, facts: facts.to_owned() };

    let abort = AbortController::new().ok();
    let timer = abort.clone().and_then(|abort| set_timeout_with_handle(move || abort.abort(), PATIENCE).ok());
    let request = build(server, &method, &url, body, abort.as_ref());
    let answered = match request {
        Ok(request) => request.send().await,
        Err(error) => Err(error),
    };
    let read = match answered {
        Ok(response) => response.text().await.map(|text| (response, text)),
        Err(error) => Err(error),
    };
    if let Some(timer) = timer {
        timer.clear();
    }
    let Ok((response, text)) = read else {
        let timed_out = abort.is_some_and(|abort| abort.signal().aborted());
        return Err(failed(if timed_out { Trouble::TimedOut } else { Trouble::Offline }, &facts));
    };

    let content_type = response.headers().get("content-type").unwrap_or_default();
    facts.push_str(&format!("\n{} {} · {content_type}", response.status(), response.status_text()));
    match judge(&response, &content_type, &text) {
        Ok(json) => match wire::accepted(&json) {
            Ok(()) => Ok(Answer { json, facts }),
            Err(refused) => Err(Error::of_answer(refused, &facts)),
        },
        Err(Trouble::NotSignedIn) if server.token().is_some() => Err(failed(Trouble::TokenRefused, &facts)),
        Err(trouble) => Err(failed(trouble, &facts)),
    }
}

fn build(
    server: Server,
    method: &Method,
    url: &str,
    body: Option<&Object>,
    abort: Option<&AbortController>,
) -> Result<gloo_net::http::Request, gloo_net::Error> {
    let signal = abort.map(AbortController::signal);
    // gloo-net adds a stray `&` to an address that has a query already.
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let mut request = RequestBuilder::new(address)
        .query(query.split('&').filter_map(|pair| pair.split_once('=')))
        .method(method.clone())
        .cache(RequestCache::NoStore)
        .abort_signal(signal.as_ref())
        .header("Accept", "application/json");
    request = match server.sign_in() {
        SignIn::Session => request.credentials(RequestCredentials::SameOrigin),
        SignIn::Token => request.credentials(RequestCredentials::Omit),
    };
    if let Some(token) = server.token() {
        request = request.header("Authorization", &format!("Bearer {token}"));
    }
    if *method != Method::GET {
        // Jira's cross-site check wants it on some writes and ignores it on the others.
        request = request.header("X-Atlassian-Token", "no-check");
    }
    match body {
        Some(body) => request.header("Content-Type", "application/json").body(serde_json::to_string(body)?),
        None => request.build(),
    }
}

/// What status, content type and body say together.
fn judge(response: &Response, content_type: &str, text: &str) -> Result<Value, Trouble> {
    let json = if text.trim().is_empty() { Ok(Value::Null) } else { serde_json::from_str(text) };
    match response.status() {
        401 if text.contains("WebSudo") => Err(Trouble::NeedsSecureSession),
        401 => Err(Trouble::NotSignedIn),
        403 if text.contains("XSRF") => Err(Trouble::WrongOrigin),
        403 => Err(Trouble::Forbidden),
        404 if names_one(&response.url()) => Err(Trouble::NotFound),
        404 => Err(Trouble::NoSuchAddress),
        429 => Err(Trouble::TooMany(
            response.headers().get("retry-after").and_then(|after| after.trim().parse().ok()),
        )),
        400 | 409 | 413 | 415 | 422 => match json {
            Ok(json) => Err(Trouble::Refused(Refusal::read(&json))),
            Err(_) => Err(Trouble::Refused(Refusal::default())),
        },
        200..=299 if text.trim().is_empty() => Ok(Value::Null),
        // A sign-on page is often sent with status 200.
        200..=299 if content_type.contains("html") => Err(Trouble::NotJson),
        200..=299 => json.map_err(|_| Trouble::NotJson),
        _ => Err(Trouble::Server),
    }
}

/// Whether the address is that of one integration.
fn names_one(url: &str) -> bool {
    url.contains("/integration/") || url.contains("/repository/")
}

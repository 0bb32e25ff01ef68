//! The only place that fetches: sends a request and reads the whole answer. Each vendor's files interpret it.

use super::error::{Cause, Error};
use super::facts::Facts;
use super::server::{Server, SignIn};
use crate::browser::begun;
use crate::route::decode;
use gloo_net::http::{Headers, Method, RequestBuilder, Response};
use leptos::prelude::set_timeout_with_handle;
use patchbay_model::{Object, command};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials};

/// Generous: answers slow down while Jira indexes with several threads.
const PATIENCE: Duration = Duration::from_secs(60);

/// An answer, whatever its status.
pub struct Reply {
    /// Whether nothing was to be changed.
    pub is_read: bool,
    /// HTTP status.
    pub status: u16,
    /// Media type as sent.
    pub content_type: String,
    /// Headers that the browser lets us read: of another origin only a few.
    pub headers: Headers,
    /// Where it came from in the end.
    pub url: String,
    /// The body.
    pub text: String,
    /// For a bug report.
    pub facts: Facts,
}

/// Sends a request to `path` below the server's address, with `extra` headers.
pub async fn exchange(
    server: Server,
    method: Method,
    path: &str,
    extra: &[(&str, &str)],
    body: Option<Body>,
) -> Result<Reply, Error> {
    let url = server.url(path);
    let is_read = method == Method::GET;
    let mut facts = Facts::of(method.as_ref(), &url);
    let is_plain = is_read && extra.is_empty() && server.sign_in() == SignIn::Session;
    let (begun, abort) = match is_plain.then(|| begun::take(&url)).flatten() {
        Some((answer, abort)) => (Some(answer), Some(abort)),
        None => (None, AbortController::new().ok()),
    };
    let timer = abort.clone().and_then(|abort| set_timeout_with_handle(move || abort.abort(), PATIENCE).ok());
    let answered: Option<Response> = match begun {
        Some(answer) => JsFuture::from(answer)
            .await
            .ok()
            .map(|answer| answer.unchecked_into::<web_sys::Response>().into()),
        None => match build(server, &method, &url, extra, body.as_ref(), abort.as_ref()) {
            Ok(request) => request.send().await.ok(),
            Err(_) => None,
        },
    };
    let read = match answered {
        Some(response) => response.binary().await.ok().map(|bytes| (response, text_of(bytes))),
        None => None,
    };
    if let Some(timer) = timer {
        timer.clear();
    }
    let Some((response, text)) = read else {
        let timed_out = abort.is_some_and(|abort| abort.signal().aborted());
        let cause = if timed_out { Cause::TimedOut } else { Cause::Offline };
        return Err(Error { server, cause, facts });
    };
    let headers = response.headers();
    let content_type = headers.get("content-type").unwrap_or_default();
    facts.answered(response.status(), &response.status_text(), &content_type);
    if !response.ok() {
        let sent = body.map(|body| body.secrets).unwrap_or_default();
        let secrets: Vec<String> = sent.into_iter().chain(server.token()).collect();
        facts.said(&text, &secrets);
    }
    Ok(Reply { is_read, status: response.status(), content_type, headers, url: response.url(), text, facts })
}

/// The text of a body. As bytes it is copied once, and not from JavaScript's text as well.
fn text_of(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}

impl Reply {
    /// The number of seconds after which to try again, where the server says so and the browser lets us read it.
    pub fn retry_after(&self) -> Option<u32> {
        self.headers.get("retry-after").and_then(|after| after.trim().parse().ok())
    }
}

/// What is sent with a request.
pub struct Body {
    /// The JSON.
    text: String,
    /// The secrets in it: a server may repeat them when it complains.
    secrets: Vec<String>,
}

impl Body {
    /// An object as JSON.
    pub fn new(server: Server, object: &Object) -> Self {
        let is_secret = command::is_secret(server.vendor());
        let secrets = object.iter().filter(|(key, _)| is_secret(key));
        let texts = secrets.filter_map(|(_, value)| value.as_str().map(str::to_owned));
        Self {
            text: serde_json::to_string(object).unwrap_or_default(),
            secrets: texts.filter(|text| !text.is_empty()).collect(),
        }
    }
}

fn build(
    server: Server,
    method: &Method,
    url: &str,
    extra: &[(&str, &str)],
    body: Option<&Body>,
    abort: Option<&AbortController>,
) -> Result<gloo_net::http::Request, gloo_net::Error> {
    let signal = abort.map(AbortController::signal);
    // gloo-net adds a stray `&` to an address that has a query already, and encodes its arguments.
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let mut request = RequestBuilder::new(address)
        .query(pairs.map(|(name, value)| (name, decode(value))))
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
    for (name, value) in extra {
        request = request.header(name, value);
    }
    match body {
        Some(body) => request.header("Content-Type", "application/json").body(body.text.as_str()),
        None => request.build(),
    }
}

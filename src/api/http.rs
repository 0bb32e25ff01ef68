//! The only place that fetches: sends a request and reads the whole answer. Each vendor's files interpret it.

use super::error::{Cause, Error};
use super::facts::Facts;
use super::redirect;
use super::server::{Server, SignIn};
use super::stop;
use crate::browser::begun::{self, Begun};
use gloo_net::http::{Headers, Method, Response};
use js_sys::Uint8Array;
use leptos::prelude::{set_timeout_with_handle, window};
use patchbay_model::{Object, command};
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, RequestCache, RequestCredentials, RequestInit};

/// Generous: answers slow down while Jira indexes with several threads.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the bar says of a server that does not answer as it should.
const UNREACHABLE: &str = "cannot be reached";
const SIGN_IN: &str = "asks you to sign in";

/// An answer, whatever its status.
pub struct Reply {
    /// Whether nothing was to be changed.
    pub is_read: bool,
    /// Whether a redirect led to it.
    pub is_redirected: bool,
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
    let begun = is_plain.then(|| begun::take(&url)).flatten();
    let abort = match &begun {
        Some(begun) => Some(begun.abort.clone()),
        None => AbortController::new().ok(),
    };
    let timer = abort.clone().and_then(|abort| set_timeout_with_handle(move || abort.abort(), PATIENCE).ok());
    stop::note(abort.clone());
    let signal = abort.as_ref().map(AbortController::signal);
    let request = Request { server, method: &method, url: &url, extra, body: body.as_ref() };
    let read = request.answer(begun, signal.as_ref()).await;
    if let Some(timer) = timer {
        timer.clear();
    }
    let (response, text) = match read {
        Ok(read) => read,
        Err(cause) => {
            let timed_out = abort.is_some_and(|abort| abort.signal().aborted());
            let cause = if timed_out { Cause::TimedOut } else { cause };
            match cause {
                Cause::Unsendable => {}
                Cause::Redirected => server.note(SIGN_IN),
                _ => server.note(UNREACHABLE),
            }
            return Err(Error { server, cause, facts });
        }
    };
    let headers = response.headers();
    let content_type = headers.get("content-type").unwrap_or_default();
    facts.answered(response.status(), &response.status_text(), &content_type);
    if !response.ok() || content_type.contains("html") {
        let mut secrets = body.map(|body| body.secrets).unwrap_or_default();
        secrets.extend(server.token());
        facts.said(&content_type, &text, &secrets);
    }
    server.note(match response.status() {
        401 => SIGN_IN,
        502..=504 | 520..=530 => UNREACHABLE,
        // The page of a login or of a proxy.
        200..=299 if content_type.contains("html") => SIGN_IN,
        _ => "",
    });
    let (status, url, is_redirected) = (response.status(), response.url(), response.redirected());
    Ok(Reply { is_read, is_redirected, status, content_type, headers, url, text, facts })
}

/// Sends a request. gloo-net's own way adds a stray `&` to an address that has a query already.
pub(super) async fn fetch(url: &str, init: &RequestInit) -> Result<web_sys::Response, Cause> {
    let request = web_sys::Request::new_with_str_and_init(url, init).map_err(|_| Cause::Unsendable)?;
    let answer = JsFuture::from(window().fetch_with_request(&request)).await.map_err(|_| Cause::Offline)?;
    Ok(answer.unchecked_into())
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
    text: String,
    /// Its media type.
    media_type: &'static str,
    /// The secrets in it: a server may repeat them when it complains.
    secrets: Vec<String>,
}

impl Body {
    /// An object as JSON.
    pub fn new(server: Server, object: &Object) -> Self {
        let is_secret = command::is_secret(server.vendor());
        let secrets = object.iter().filter(|(key, value)| is_secret(key, value));
        let texts = secrets.filter_map(|(_, value)| value.as_str().map(str::to_owned));
        Self {
            text: serde_json::to_string(object).unwrap_or_default(),
            media_type: "application/json",
            secrets: texts.filter(|text| !text.is_empty()).collect(),
        }
    }

    /// A form without secrets, encoded as this media type says.
    pub fn form(media_type: &'static str, text: String) -> Self {
        Self { text, media_type, secrets: Vec::new() }
    }
}

/// A request, ready to be sent.
struct Request<'a> {
    server: Server,
    method: &'a Method,
    url: &'a str,
    extra: &'a [(&'a str, &'a str)],
    body: Option<&'a Body>,
}

impl Request<'_> {
    /// Sends it and reads the answer. A redirect is not followed blindly: the login page of a single sign-on would get
    /// the body, secrets included, and a page of another origin cannot be told from a broken network.
    async fn answer(
        &self,
        begun: Option<Begun>,
        signal: Option<&AbortSignal>,
    ) -> Result<(Response, String), Cause> {
        let (mut response, mut body): (web_sys::Response, _) = match begun {
            Some(begun) => {
                let answer = JsFuture::from(begun.answer).await.map_err(|_| Cause::Offline)?;
                (answer.unchecked_into(), Some(begun.body))
            }
            None => (self.send(redirect::NEVER, signal).await?, None),
        };
        if redirect::is_one(response.status()) {
            let follow = redirect::of(self.server, self.method).ok_or(Cause::Redirected)?;
            (response, body) = (self.send(follow, signal).await.map_err(|_| Cause::Redirected)?, None);
        }
        let body = body.or_else(|| response.array_buffer().ok()).ok_or(Cause::Offline)?;
        let bytes = JsFuture::from(body).await.map_err(|_| Cause::Offline)?;
        Ok((response.into(), text_of(Uint8Array::new(&bytes).to_vec())))
    }

    async fn send(
        &self,
        (redirect, mode): redirect::Policy,
        signal: Option<&AbortSignal>,
    ) -> Result<web_sys::Response, Cause> {
        let init = RequestInit::new();
        init.set_method(self.method.as_ref());
        let headers = self.headers().ok_or(Cause::Unsendable)?;
        init.set_headers(&headers);
        init.set_cache(RequestCache::NoStore);
        init.set_redirect(redirect);
        init.set_mode(mode);
        init.set_credentials(match self.server.sign_in() {
            SignIn::Session => RequestCredentials::SameOrigin,
            SignIn::Token => RequestCredentials::Omit,
        });
        init.set_signal(signal);
        if let Some(body) = self.body {
            init.set_body(&body.text.as_str().into());
        }
        fetch(self.url, &init).await
    }

    /// The headers; `None` if one of them has a character that HTTP does not allow. gloo-net's own `Headers` panic then.
    fn headers(&self) -> Option<web_sys::Headers> {
        let headers = web_sys::Headers::new().ok()?;
        headers.set("Accept", "application/json").ok()?;
        if let Some(body) = self.body {
            headers.set("Content-Type", body.media_type).ok()?;
        }
        if let Some(token) = self.server.token() {
            headers.set("Authorization", &format!("Bearer {token}")).ok()?;
        }
        for (name, value) in self.extra {
            headers.set(name, value).ok()?;
        }
        Some(headers)
    }
}

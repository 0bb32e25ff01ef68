//! Requests of the check of a connection. They only read, and when one fails they find out why as exactly as a browser
//! allows, which by itself says no more than "failed".

use super::error::{Cause, Error};
use super::http::{self, Reply, exchange};
use super::redirect;
use super::server::{Server, SignIn};
use crate::browser::pause::pause;
use crate::browser::policy::PolicyWatch;
use crate::browser::surroundings;
use gloo_net::http::{Method, Response};
use leptos::prelude::set_timeout_with_handle;
use patchbay_model::Vendor;
use std::time::Duration;
use web_sys::{AbortController, RequestCache, RequestCredentials, RequestInit, RequestMode, RequestRedirect};

/// How long the first answer may take.
const PATIENCE: Duration = Duration::from_secs(15);

/// The event about the policy comes so much later than the failure, at most.
const EVENT_DELAY: Duration = Duration::from_millis(100);

/// Why there is no answer that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// The page came by https, the server has http only: browsers do not even ask.
    Mixed,
    /// The page's own Content-Security-Policy does not allow it.
    Policy,
    /// Nothing came in time.
    TimedOut,
    /// Something answers, but the browser lets the page not read it: the server names no other origins (CORS).
    Unreadable,
    /// The answer sends to another address, which a request with a body must not follow.
    Redirected,
    /// Not even a request that reads nothing came through.
    Nothing,
}

/// What was answered, whatever it is.
pub struct Seen {
    /// HTTP status.
    pub status: u16,
    /// Media type as sent; only the type itself.
    pub content_type: String,
    /// The body.
    pub text: String,
    /// Method, address and status, for a bug report.
    pub facts: String,
}

/// A request without an answer.
pub struct Unseen {
    /// Why.
    pub silence: Silence,
    /// What was tried, for a bug report.
    pub facts: String,
}

/// Asks without a token, which a browser sends without asking the server first; so it fails only where nothing may be
/// read at all.
pub async fn ask_plainly(server: Server, path: &str) -> Result<Seen, Unseen> {
    let facts = format!("GET {}", server.url(path));
    if is_mixed(&surroundings::page(), &server.url("")) {
        return Err(Unseen { silence: Silence::Mixed, facts: format!("{facts}\nnot sent") });
    }
    let watch = PolicyWatch::start();
    match fetch(server, path, RequestMode::Cors).await {
        Ok((response, _)) if redirect::is_one(response.status()) => {
            Err(Unseen { silence: Silence::Redirected, facts: format!("{facts}\nredirected, not followed") })
        }
        Ok((response, text)) => Ok(seen(&response, text, &facts)),
        Err(true) => Err(Unseen { silence: Silence::TimedOut, facts: format!("{facts}\nno answer in 15 s") }),
        Err(false) => Err(explain(server, path, &facts, watch).await),
    }
}

/// The first request of a check, without a token: every server answers it, if only with a refusal.
pub fn opening(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Jira => "/rest/api/2/serverInfo",
        Vendor::GitLab => "/api/v4/version",
    }
}

/// Asks as the app does everywhere, with the token or the session. Browsers ask the server first whether a request with
/// a token is welcome from another origin: it may fail although [`ask_plainly`] does not.
pub async fn ask(server: Server, path: &str) -> Result<Seen, Unseen> {
    match exchange(server, Method::GET, path, &[], None).await {
        Ok(Reply { status, content_type, text, facts, .. }) => {
            Ok(Seen { status, content_type: bare(&content_type), text, facts: facts.to_string() })
        }
        Err(Error { cause: Cause::TimedOut, facts, .. }) => {
            Err(Unseen { silence: Silence::TimedOut, facts: format!("{facts}\nno answer in time") })
        }
        Err(Error { cause: Cause::Redirected, facts, .. }) => {
            Err(Unseen { silence: Silence::Redirected, facts: format!("{facts}\nredirected, not followed") })
        }
        Err(Error { facts, .. }) => {
            let facts = format!("{facts}\nno answer that can be read");
            if !server.is_elsewhere() {
                return Err(Unseen { silence: Silence::Nothing, facts });
            }
            // Finds out whether the token is the reason, or the connection was cut.
            let (silence, more) = match ask_plainly(server, opening(server.vendor())).await {
                Ok(seen) => (Silence::Unreadable, seen.facts),
                Err(unseen) => (unseen.silence, unseen.facts),
            };
            Err(Unseen { silence, facts: format!("{facts}\n{more}") })
        }
    }
}

async fn explain(server: Server, path: &str, facts: &str, watch: PolicyWatch) -> Unseen {
    let facts = format!("{facts}\nno answer that can be read");
    pause(EVENT_DELAY).await;
    if watch.has_blocked(&surroundings::origin_of(&server.url(""))) {
        return Unseen {
            silence: Silence::Policy,
            facts: format!("{facts}\nblocked by the Content-Security-Policy"),
        };
    }
    if !server.is_elsewhere() {
        return Unseen { silence: Silence::Nothing, facts };
    }
    let (silence, said) = match fetch(server, path, RequestMode::NoCors).await {
        Ok(_) => (Silence::Unreadable, "an answer came"),
        Err(_) => (Silence::Nothing, "no answer"),
    };
    Unseen { silence, facts: format!("{facts}\nthe same, reading nothing (no-cors)\n{said}") }
}

/// The answer, or whether it took too long.
async fn fetch(server: Server, path: &str, mode: RequestMode) -> Result<(Response, String), bool> {
    let abort = AbortController::new().ok();
    let timer = abort.clone().and_then(|abort| set_timeout_with_handle(move || abort.abort(), PATIENCE).ok());
    let signal = abort.as_ref().map(AbortController::signal);
    let cookies = match (server.sign_in(), mode) {
        (SignIn::Session, RequestMode::Cors) => RequestCredentials::SameOrigin,
        (SignIn::Session | SignIn::Token, _) => RequestCredentials::Omit,
    };
    let init = RequestInit::new();
    init.set_mode(mode);
    // Otherwise a login page of another origin cannot be told from a network that is down.
    init.set_redirect(match mode {
        RequestMode::Cors => RequestRedirect::Manual,
        _ => RequestRedirect::Follow,
    });
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(cookies);
    init.set_signal(signal.as_ref());
    if let Ok(headers) = web_sys::Headers::new() {
        headers.set("Accept", "application/json").ok();
        init.set_headers(&headers);
    }
    let answered = match http::fetch(&server.url(path), &init).await {
        Ok(response) => {
            let response = Response::from(response);
            response.text().await.map(|text| (response, text)).map_err(|_| Cause::Offline)
        }
        Err(cause) => Err(cause),
    };
    if let Some(timer) = timer {
        timer.clear();
    }
    answered.map_err(|_| abort.is_some_and(|abort| abort.signal().aborted()))
}

fn seen(response: &Response, text: String, facts: &str) -> Seen {
    let content_type = bare(&response.headers().get("content-type").unwrap_or_default());
    let facts = format!("{facts}\n{} {} · {content_type}", response.status(), response.status_text());
    Seen { status: response.status(), content_type, text, facts }
}

/// `application/json` of `application/json;charset=UTF-8`.
fn bare(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether others on the way can read what is sent there. This computer itself counts as safe.
pub fn is_in_clear(base: &str) -> bool {
    let base = base.to_ascii_lowercase();
    let Some(host) = base.strip_prefix("http://") else { return false };
    !["localhost", "127.", "[::1]"].iter().any(|name| host.starts_with(name))
}

/// Whether browsers refuse the request because the page is safer than the server.
fn is_mixed(page: &str, base: &str) -> bool {
    page.starts_with("https://") && is_in_clear(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safe_page_reaches_only_safe_servers_and_this_computer() {
        for (page, base, mixed) in [
            ("https://tools.example.com/patchbay/", "http://jira.example.com/jira", true),
            ("https://tools.example.com/patchbay/", "https://jira.example.com/jira", false),
            ("https://tools.example.com/", "http://localhost:8080", false),
            ("https://tools.example.com/", "http://127.0.0.1:8080/jira", false),
            ("http://tools.example.com/", "http://jira.example.com", false),
            ("https://tools.example.com/", "HTTP://Jira.example.com", true),
        ] {
            assert_eq!(is_mixed(page, base), mixed, "{page} {base}");
        }
    }

    #[test]
    fn a_media_type_is_told_without_its_parameters() {
        assert_eq!(bare("Application/JSON; charset=UTF-8"), "application/json");
        assert_eq!(bare(""), "");
    }
}

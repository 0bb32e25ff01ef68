//! What Jira's answers mean.

use crate::api::error::{Case, Cause, Error};
use crate::api::facts::Facts;
use crate::api::http::{Body, Reply, exchange};
use crate::api::server::Server;
use gloo_net::http::Method;
use patchbay_model::answer::Speaker;
use patchbay_model::gij::wire::{self, Refusal, WireError};
use patchbay_model::parse;
use serde_json::Value;

/// A usable answer, and what happened on the wire.
pub struct Answer {
    /// The JSON; null when the body was empty.
    pub json: Value,
    /// For a bug report.
    pub facts: Facts,
}

/// Why there is no usable answer.
pub struct Failed {
    /// What went wrong.
    pub error: Error,
    /// What Jira said about the values, when it refused those.
    pub refusal: Option<Refusal>,
}

/// Sends a request to Jira; checks status, content type and the `success` flag.
pub async fn send(jira: Server, method: Method, path: &str, body: Option<Body>) -> Result<Answer, Failed> {
    let reply = ask(jira, method, path, body).await?;
    usable(jira, reply)
}

/// Reads from Jira what is long: `quick` gets the text of a successful answer, and may leave it to the usual reading.
pub async fn send_and_read<T>(
    jira: Server,
    path: &str,
    quick: impl FnOnce(&str) -> Option<T>,
) -> Result<Result<T, Answer>, Failed> {
    let reply = ask(jira, Method::GET, path, None).await?;
    match quick(&reply.text).filter(|_| is_usual(&reply)) {
        Some(read) => Ok(Ok(read)),
        None => usable(jira, reply).map(Err),
    }
}

/// The text of a long answer, to be read in slices; `Ok(Err)` is one that has to be read as usual, by [`usable`].
pub async fn long_text(jira: Server, path: &str) -> Result<Result<Reply, Answer>, Failed> {
    let reply = ask(jira, Method::GET, path, None).await?;
    if is_usual(&reply) { Ok(Ok(reply)) } else { usable(jira, reply).map(Err) }
}

fn is_usual(reply: &Reply) -> bool {
    reply.status == 200 && !reply.content_type.contains("html")
}

/// Sends a request to Jira; gives its answer, whatever it says.
pub async fn ask(jira: Server, method: Method, path: &str, body: Option<Body>) -> Result<Reply, Error> {
    // Jira's cross-site check requires it for some changes and ignores it for others.
    let no_check = [("X-Atlassian-Token", "no-check")];
    let extra: &[(&str, &str)] = if method == Method::GET { &[] } else { &no_check };
    exchange(jira, method, path, extra, body).await
}

/// What a reply means that came through.
pub fn usable(jira: Server, reply: Reply) -> Result<Answer, Failed> {
    let answer = readable(jira, reply)?;
    wire::accepted(&answer.json).map_err(|error| failed(jira, error, &answer.facts))?;
    Ok(answer)
}

/// The same without a look at the `success` flag, which says something else in some answers.
pub fn readable(jira: Server, reply: Reply) -> Result<Answer, Failed> {
    match judge(jira, &reply) {
        Ok(json) => Ok(Answer { json, facts: reply.facts }),
        Err(Unusable::Refused(refusal)) => Err(refused(jira, refusal, &reply.facts)),
        Err(Unusable::Because(cause)) => Err(Error { server: jira, cause, facts: reply.facts }.into()),
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self { error, refusal: None }
    }
}

/// An answer that came through, but cannot be used.
pub fn failed(server: Server, error: WireError, facts: &Facts) -> Failed {
    match error {
        // Remove doc: an unknown id is refused with this sentence, without a status of its own.
        WireError::Refused(refusal)
            if refusal.error.starts_with("Repository with id=")
                && refusal.error.ends_with("does not exist") =>
        {
            Error { server, cause: Cause::NotFound, facts: facts.clone() }.into()
        }
        WireError::Refused(refusal) if refusal.error.contains("SessionTokenNotFoundException") => {
            Error { server, cause: Cause::Known(&NO_LICENSE), facts: facts.clone() }.into()
        }
        WireError::Refused(refusal) => refused(server, refusal, facts),
        WireError::Shape(sentence) => {
            Error { server, cause: Cause::Unexpected(sentence), facts: facts.clone() }.into()
        }
    }
}

fn refused(server: Server, refusal: Refusal, facts: &Facts) -> Failed {
    let error = Error { server, cause: Cause::Refused(refusal.to_string()), facts: facts.clone() };
    Failed { error, refusal: Some(refusal) }
}

enum Unusable {
    Refused(Refusal),
    Because(Cause),
}

impl From<Cause> for Unusable {
    fn from(cause: Cause) -> Self {
        Self::Because(cause)
    }
}

/// What status, content type and body say together.
fn judge(jira: Server, reply: &Reply) -> Result<Value, Unusable> {
    let text = &reply.text;
    let json = if text.trim().is_empty() { Ok(Value::Null) } else { parse(text) };
    let speaker = reply.facts.reason().speaker;
    Err(match reply.status {
        200..=299 if text.trim().is_empty() => return Ok(Value::Null),
        // A sign-on page is often sent with status 200.
        200..=299 if reply.content_type.contains("html") => Cause::NotJson.into(),
        200..=299 => return json.map_err(|_| Cause::of_unreadable(jira, text).into()),
        _ if text.contains("SessionTokenNotFoundException") => Cause::Known(&NO_LICENSE).into(),
        401 | 403 if asks_for_captcha(reply) => Cause::Known(&CAPTCHA).into(),
        401 if text.contains("WebSudo") => Cause::NeedsSecureSession.into(),
        401 if jira.token().is_some() => Cause::TokenRefused.into(),
        401 => Cause::NotSignedIn.into(),
        403 if text.contains("XSRF") => Cause::WrongOrigin.into(),
        408 => Cause::TimedOut.into(),
        429 => Cause::TooMany(reply.retry_after()).into(),
        404 if json.is_ok() && names_one(&reply.url) => Cause::NotFound.into(),
        404 => Cause::NoSuchAddress.into(),
        502..=504 | 520..=530 => Cause::Unavailable(reply.retry_after()).into(),
        status @ 511 => Cause::Intercepted(status).into(),
        status @ 400..=499 if speaker != Speaker::Server => Cause::Intercepted(status).into(),
        403 => Cause::Forbidden.into(),
        400..=499 => Unusable::Refused(json.map(|json| Refusal::read(&json)).unwrap_or_default()),
        _ => Cause::Server.into(),
    })
}

/// Too many failed sign-ins.
pub const CAPTCHA: Case = Case {
    title: "Jira asks for a CAPTCHA",
    text: "After several failed sign-ins, Jira accepts this account again only when it has signed in on Jira’s own page. Sign in there once, then try again.",
};
const NO_LICENSE: Case = Case {
    title: "Git Integration for Jira has no valid license",
    text: "Its license has probably expired: it then refuses all requests. Look in Jira under Manage apps, then try again.",
};

/// Jira's way to say that too many sign-ins have failed.
fn asks_for_captcha(reply: &Reply) -> bool {
    let reason = reply.headers.get("x-authentication-denied-reason").unwrap_or_default();
    reason.contains("CAPTCHA")
        || reply.text.contains("CAPTCHA_CHALLENGE")
        || reply.text.contains("AUTHENTICATION_DENIED")
}

/// Whether the address is that of one integration.
fn names_one(url: &str) -> bool {
    url.contains("/integration/") || url.contains("/repository/")
}

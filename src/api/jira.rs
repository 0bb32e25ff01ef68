//! What Jira's answers mean, and its own REST API as far as integrations need it.

use super::error::{Error, Trouble};
use super::http::{Reply, exchange};
use super::server::Server;
use crate::browser::surroundings;
use gloo_net::http::Method;
use patchbay_model::gij::wire::{self, Refusal};
use patchbay_model::{Object, Project};
use serde_json::Value;

/// An answer that Jira stands by, and what happened on the wire.
pub struct Answer {
    /// The JSON; null when the body was empty.
    pub json: Value,
    /// Method, address and status, for a bug report.
    pub facts: String,
}

/// Sends a request to Jira; checks status, content type and the `success` flag.
pub async fn send(jira: Server, method: Method, path: &str, body: Option<&Object>) -> Result<Answer, Error> {
    // Jira's cross-site check wants it on some writes and ignores it on the others.
    let no_check = [("X-Atlassian-Token", "no-check")];
    let extra: &[(&str, &str)] = if method == Method::GET { &[] } else { &no_check };
    let reply = exchange(jira, method, path, extra, body).await?;
    let failed = |trouble, facts| Error { server: jira, trouble, facts };
    match judge(&reply) {
        Ok(json) => match wire::accepted(&json) {
            Ok(()) => Ok(Answer { json, facts: reply.facts }),
            Err(refused) => Err(Error::of_answer(jira, refused, &reply.facts)),
        },
        Err(Trouble::NotSignedIn) if jira.token().is_some() => {
            Err(failed(Trouble::TokenRefused, reply.facts))
        }
        Err(trouble) => Err(failed(trouble, reply.facts)),
    }
}

/// What status, content type and body say together.
fn judge(reply: &Reply) -> Result<Value, Trouble> {
    let text = &reply.text;
    let json = if text.trim().is_empty() { Ok(Value::Null) } else { serde_json::from_str(text) };
    match reply.status {
        401 if text.contains("WebSudo") => Err(Trouble::NeedsSecureSession),
        401 => Err(Trouble::NotSignedIn),
        403 if text.contains("XSRF") => Err(Trouble::WrongOrigin),
        403 => Err(Trouble::Forbidden),
        404 if names_one(&reply.url) => Err(Trouble::NotFound),
        404 => Err(Trouble::NoSuchAddress),
        429 => Err(Trouble::TooMany(reply.retry_after())),
        400 | 409 | 413 | 415 | 422 => match json {
            Ok(json) => Err(Trouble::Refused(Refusal::read(&json))),
            Err(_) => Err(Trouble::Refused(Refusal::default())),
        },
        200..=299 if text.trim().is_empty() => Ok(Value::Null),
        // A sign-on page is often sent with status 200.
        200..=299 if reply.content_type.contains("html") => Err(Trouble::NotJson),
        200..=299 => json.map_err(|_| Trouble::NotJson),
        _ => Err(Trouble::Server),
    }
}

/// Whether the address is that of one integration.
fn names_one(url: &str) -> bool {
    url.contains("/integration/") || url.contains("/repository/")
}

/// The page on which Jira asks administrators for their password (WebSudo), and which leads back here.
pub fn confirmation(jira: Server) -> String {
    let here = surroundings::page();
    // It takes addresses without the context path.
    let back = here.strip_prefix(&jira.url("")).filter(|path| path.starts_with('/')).unwrap_or("/");
    jira.url(&format!("/secure/admin/WebSudoAuthenticate!default.jspa?webSudoDestination={back}"))
}

/// Who is signed in ("GET /rest/api/2/myself"): the display name. Asked first, because other addresses answer
/// nobody with less instead of refusing.
pub async fn myself(jira: Server) -> Result<String, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/myself", None).await?;
    let name = ["displayName", "name", "key"].iter().find_map(|key| answer.json.get(*key)?.as_str());
    Ok(name.unwrap_or("signed in").to_owned())
}

/// All projects the user may see ("GET /rest/api/2/project"), in the order in which Jira lists them.
pub async fn projects(jira: Server) -> Result<Vec<Project>, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/project", None).await?;
    // Jira sorts them by name; whoever shows them sorts them as needed.
    Ok(Project::read_list(&answer.json))
}

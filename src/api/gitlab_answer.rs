//! What GitLab's answers mean, in words that say what to do.

use super::error::{Error, Trouble};
use super::http::Reply;
use super::server::Server;
use patchbay_model::gij::wire::Refusal as Said;
use patchbay_model::gitlab::wire::Refusal;
use serde_json::Value;

/// The JSON of an answer that GitLab stands by, and the answer itself.
pub fn judge(server: Server, reply: Reply) -> Result<(Value, Reply), Error> {
    let text = reply.text.trim();
    let json = if text.is_empty() { Ok(Value::Null) } else { serde_json::from_str(text) };
    let trouble = match reply.status {
        200..=299 => match json {
            Ok(json) => return Ok((json, reply)),
            Err(_) => Trouble::NotJson,
        },
        401 if server.token().is_some() => Trouble::TokenRefused,
        401 => Trouble::NotSignedIn,
        403 if text.contains("insufficient_scope") && reply.is_read => told(
            "The token may not read this",
            "It lacks the scope read_api. Make a token with the scope api, sign out, and sign in with it.",
        ),
        403 if text.contains("insufficient_scope") => told(
            "The token may only read",
            "It lacks the scope api, which GitLab wants for changes. Make a token with that scope, sign out, and sign in with it.",
        ),
        403 => {
            let usual = "Integrations of a project belong to its maintainers and owners. Ask one of them, or sign in with another account.";
            told("You are not allowed to do this", &with_reason(&json, usual))
        }
        404 if text.contains("Project Not Found") => told(
            "This project does not exist",
            "It may have been removed, or you are not a member of it: GitLab does not tell the two apart.",
        ),
        404 if json.is_ok() => told(
            "GitLab does not offer this",
            "This server does not know the address that was asked for. It may be older or newer than what Patchbay knows.",
        ),
        404 => told(
            "GitLab does not answer here",
            "Something else answered at this address. Does config.json name the right GitLab, with its folder if it has one?",
        ),
        405 if text.contains("moved projects") => told(
            "This project has moved",
            "GitLab takes changes only at its new place. Search for the project again: nothing was changed.",
        ),
        405 => told("GitLab does not offer this", "This server has no integration of this name."),
        409 => told(
            "Somebody else is changing this",
            "GitLab has locked it for the moment. Try again: nothing was changed.",
        ),
        429 => Trouble::TooMany(reply.retry_after()),
        400..=499 => {
            let said = Refusal::read(reply.status, &reply.text).to_string();
            Trouble::Refused(Said { error: said, advice: String::new() })
        }
        _ => Trouble::Server,
    };
    Err(Error { server, trouble, facts: reply.facts })
}

/// What GitLab said about the values of a request, when it refused those.
pub fn refusal_of(reply: &Reply) -> Option<Refusal> {
    matches!(reply.status, 400 | 422).then(|| Refusal::read(reply.status, &reply.text))
}

/// GitLab's own reason, where it gives more than a number: "403 Forbidden - Your account has been blocked".
fn with_reason(json: &Result<Value, serde_json::Error>, usual: &str) -> String {
    let message = json.as_ref().ok().and_then(|json| json.get("message")).and_then(Value::as_str);
    match message.and_then(|message| message.split_once(" - ")) {
        Some((_, reason)) => format!("GitLab says: {reason}"),
        None => usual.to_owned(),
    }
}

fn told(title: &str, text: &str) -> Trouble {
    Trouble::Told { title: title.to_owned(), text: text.to_owned() }
}

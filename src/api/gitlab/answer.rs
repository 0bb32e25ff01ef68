//! What GitLab's answers mean, in words that say what to do.

use crate::api::error::{Case, Cause, Error};
use crate::api::http::Reply;
use crate::api::resource::Holder;
use crate::api::server::Server;
use crate::sentences;
use patchbay_model::answer::Speaker;
use patchbay_model::gitlab::wire::{Refusal, Shape};
use patchbay_model::parse;
use serde_json::Value;

const MAY_NOT_READ: Case = Case {
    title: "The token may not read this",
    text: "It lacks the scope read_api. Make a token with the scope api, sign out, and sign in with it.",
};
/// The scope `api` is missing.
pub const MAY_ONLY_READ: Case = Case {
    title: "The token may only read",
    text: "It lacks the scope api, which GitLab requires for changes. Make a token with that scope, sign out, and sign in with it.",
};
const NOT_A_MAINTAINER: Case = Case {
    title: sentences::NOT_ALLOWED,
    text: "Only maintainers and owners of a project can manage its integrations. Ask one of them, or sign in with another account.",
};
const NOT_AN_OWNER: Case = Case {
    title: sentences::NOT_ALLOWED,
    text: "Only owners of a group can manage its integrations. Ask one of them, or sign in with another account.",
};
const NO_GROUP: Case = Case {
    title: sentences::NO_SUCH_GROUP,
    text: "It may have been removed, or you may not see it: GitLab does not tell the two apart.",
};
const NO_PROJECT: Case = Case {
    title: sentences::NO_SUCH_PROJECT,
    text: "It may have been removed, or you are not a member of it: GitLab does not tell the two apart.",
};
const UNKNOWN_ADDRESS: Case = Case {
    title: "GitLab does not offer this",
    text: "This server does not know the address. It may be older or newer than the versions that Patchbay knows.",
};
const NOT_GITLAB: Case = Case {
    title: "GitLab does not answer here",
    text: "Something else answered at this address. Does config.json name the right GitLab, with its folder if it has one?",
};
const MOVED: Case = Case {
    title: sentences::PROJECT_HAS_MOVED,
    text: "GitLab accepts changes only at its new path. Search for the project again. Nothing was changed.",
};
const NO_SUCH_INTEGRATION: Case =
    Case { title: "GitLab does not offer this", text: "This server has no integration of this name." };
const READ_ONLY: Case = Case {
    title: "This GitLab takes no changes",
    text: "It is under maintenance, or a Geo secondary. Make the change on the primary GitLab, or when the maintenance is over. Nothing was changed.",
};
const LOCKED: Case = Case {
    title: "Somebody else is changing this",
    text: "GitLab has locked it for the moment. Try again. Nothing was changed.",
};

/// The JSON of a usable answer, and the answer itself.
pub fn judge(server: Server, reply: Reply) -> Result<(Value, Reply), Error> {
    let text = reply.text.trim();
    let json = if text.is_empty() { Ok(Value::Null) } else { parse(text) };
    let reason = reply.facts.reason();
    let said = || Some(reason.words.clone()).filter(|words| !words.is_empty());
    let cause = match reply.status {
        200..=299 => match json {
            Ok(json) => return Ok((json, reply)),
            // A project that has moved answers with JSON, a sign-on with its page.
            Err(_) if reply.is_redirected => Cause::Redirected,
            Err(_) => Cause::of_unreadable(server, text),
        },
        401 if server.token().is_some() && reason.speaker != Speaker::Proxy => Cause::TokenRefused,
        401 if server.token().is_none() => Cause::NotSignedIn,
        404 if text.contains("Project Not Found") => Cause::Known(&NO_PROJECT),
        404 if text.contains("Group Not Found") => Cause::Known(&NO_GROUP),
        404 if json.is_ok() => Cause::Known(&UNKNOWN_ADDRESS),
        404 => Cause::Known(&NOT_GITLAB),
        405 if text.contains("moved projects") => Cause::Known(&MOVED),
        408 => Cause::TimedOut,
        429 => Cause::TooMany(reply.retry_after()),
        502..=504 | 520..=530 => Cause::Unavailable(reply.retry_after()),
        status @ 511 => Cause::Intercepted(status),
        status @ 400..=499 if reason.speaker != Speaker::Server => Cause::Intercepted(status),
        403 if text.contains("insufficient_granular_scope") => {
            said().map_or(Cause::Known(&MAY_ONLY_READ), Cause::NotAllowed)
        }
        403 if text.contains("insufficient_scope") && reply.is_read => Cause::Known(&MAY_NOT_READ),
        403 if text.contains("insufficient_scope") => Cause::Known(&MAY_ONLY_READ),
        403 if text.contains("read-only instance") => Cause::Known(&READ_ONLY),
        403 => said().map_or(Cause::Known(&NOT_A_MAINTAINER), Cause::NotAllowed),
        405 => Cause::Known(&NO_SUCH_INTEGRATION),
        409 => Cause::Known(&LOCKED),
        400..=499 => Cause::Refused(Refusal::read(reply.status, &reply.text).to_string()),
        _ => Cause::Server,
    };
    Err(Error { server, cause, facts: reply.facts })
}

/// The same for what a group has, which only its owners may manage.
pub fn judge_of(holder: Holder, server: Server, reply: Reply) -> Result<(Value, Reply), Error> {
    judge(server, reply).map_err(|mut error| {
        if matches!(holder, Holder::Group(_)) && error.cause == Cause::Known(&NOT_A_MAINTAINER) {
            error.cause = Cause::Known(&NOT_AN_OWNER);
        }
        error
    })
}

/// An answer of a shape that no document shows.
pub fn unexpected(server: Server, shape: Shape, reply: &Reply) -> Error {
    Error { server, cause: Cause::Unexpected(shape.0), facts: reply.facts.clone() }
}

/// What GitLab said about the values of a request, when it refused those.
pub fn refusal_of(reply: &Reply) -> Option<Refusal> {
    let is_its_own = reply.facts.reason().speaker == Speaker::Server;
    (is_its_own && matches!(reply.status, 400 | 422)).then(|| Refusal::read(reply.status, &reply.text))
}

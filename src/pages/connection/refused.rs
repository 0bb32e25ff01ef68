//! Outcomes of requests that got another answer than expected.

use super::outcome::Outcome;
use crate::api::Server;
use crate::sentences;
use patchbay_model::Vendor;
use patchbay_model::answer::{Reason, Speaker};

/// What to do about a token with too few rights.
pub const ANOTHER_TOKEN: &str =
    "Create another one in GitLab under Preferences, Access tokens, with the scope api, and enter it here.";

/// No token has been entered yet.
pub fn token_is_missing(server: Server) -> Outcome {
    let vendor = server.vendor().name();
    Outcome::doubtful(
        sentences::A_TOKEN_IS_NEEDED,
        format!("{vendor} answers. Enter a personal access token to check what you may do there."),
    )
    .wants_token()
}

/// 401. `said` is what GitLab says of the token, such as that it is expired.
pub fn not_signed_in(server: Server, said: Option<&str>) -> Outcome {
    let vendor = server.vendor().name();
    if server.token().is_some() {
        let why = said.unwrap_or("may be mistyped, expired or revoked");
        return Outcome::bad("The token is not accepted", format!("{vendor} answers, but the token {why}."))
            .todo([match server.vendor() {
                Vendor::Jira => {
                    "Create another one in Jira under Profile, Personal Access Tokens, and enter it here."
                }
                Vendor::GitLab => ANOTHER_TOKEN,
            }
            .to_owned()])
            .wants_token();
    }
    let page = match server.vendor() {
        Vendor::Jira => "/login.jsp",
        Vendor::GitLab => "/users/sign_in",
    };
    Outcome::bad(
        sentences::YOU_ARE_SIGNED_OUT,
        format!("{vendor} answers, but this browser has no session there."),
    )
    .todo([format!("Sign in to {vendor}, then check again.")])
    .door(format!("Sign in to {vendor}"), server.url(page))
}

/// The token can do less than Patchbay needs.
pub fn lacks_scope() -> Outcome {
    Outcome::bad(
        sentences::THE_TOKEN_HAS_TOO_FEW_RIGHTS,
        "GitLab accepts the token, but it lacks the scope api, which GitLab requires for integrations.",
    )
    .todo([ANOTHER_TOKEN.to_owned()])
    .wants_token()
}

/// A page instead of data.
pub fn something_else(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    Outcome::bad(
        format!("Something other than {vendor} answers"),
        format!("The answer from {place} is not from {vendor}’s REST API. It may be the page of a single sign-on or a proxy."),
    )
    .todo([
        format!("Open {vendor} in a new tab, sign in there, then check again."),
        format!("If that does not help, check whether config.json has {vendor}’s own address, with its folder if it has one."),
    ])
    .door(format!("Open {place}"), server.url("/"))
}

/// 404 for an address that every server of the vendor has.
pub fn wrong_address(server: Server) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    let folder = match server.vendor() {
        Vendor::Jira => "such as /jira (Jira calls it the context path)",
        Vendor::GitLab => "such as /gitlab (its relative URL root)",
    };
    Outcome::bad(
        format!("{vendor} is not at this address"),
        format!("A server answers at {place}, but it does not have an address that every {vendor} has."),
    )
    .todo([
        format!("Compare the address in config.json with the one that you use to open {vendor}."),
        format!("If {vendor} is in a folder, {folder}, the address must contain the folder."),
    ])
}

/// 5xx.
pub fn broken(server: Server, status: u16) -> Outcome {
    let (vendor, place) = (server.vendor().name(), server.place());
    Outcome::bad(
        format!("{vendor} has an internal error"),
        format!(
            "{place} answers with status {status}. The cause is {vendor} or the proxy in front of it, not \
             Patchbay."
        ),
    )
    .todo([
        format!("{vendor} may be restarting: check again in some minutes."),
        format!("If the error stays, check the log of {vendor} or of the proxy."),
    ])
}

/// An unexpected status, with the reason that was given.
pub fn unexpected(server: Server, status: u16, reason: &Reason) -> Outcome {
    let vendor = server.vendor().name();
    let todo = match status {
        429 => "Too many requests: wait some minutes, then check again.".to_owned(),
        403 => format!(
            "Open {vendor} in a new tab and sign in there: it may ask for a CAPTCHA after wrong passwords."
        ),
        _ => format!("Check the log of {vendor} or of the proxy in front of it."),
    };
    let title = match reason.speaker {
        Speaker::Server => format!("{vendor} refused the request"),
        Speaker::Proxy | Speaker::LoginPage => format!("Something in front of {vendor} refused the request"),
    };
    let said = match reason.words.as_str() {
        "" => String::new(),
        words => format!(" The answer says: “{words}”"),
    };
    Outcome::bad(title, format!("The answer has status {status}.{said}")).todo([todo])
}

/// Older than Patchbay supports.
pub fn too_old(server: Server, version: &str, needed: &str) -> Outcome {
    let vendor = server.vendor().name();
    Outcome::bad(
        format!("{vendor} is too old"),
        format!("{} runs {vendor} {version}. Patchbay needs {vendor} {needed}.", server.place()),
    )
    .todo([format!("Update {vendor}, or ask its administrator to do it.")])
}

//! Rights on a GitLab: the scopes of the token, and whether there is a project whose integrations can be read.

use super::check::{Check, json};
use super::outcome::Outcome;
use super::refused::{self, lacks_scope};
use crate::api::SignIn;
use crate::api::probe::Seen;
use crate::browser::{clock, dates};
use crate::sentences;
use leptos::prelude::*;
use serde_json::Value;

/// A token that expires within this time is worth a warning, in milliseconds: two weeks.
const SOON: f64 = 14.0 * 24.0 * 3_600_000.0;

/// Whether GitLab would accept changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changes {
    /// It would.
    Taken,
    /// It would not: the token is only for reading.
    Refused,
    /// Only a change would show it.
    Unknown,
}

/// Whether changes would be accepted, as far as that can be found out without one.
pub async fn may_change(check: Check) -> Result<Changes, Outcome> {
    match check.server.sign_in() {
        SignIn::Token => scopes(check).await,
        SignIn::Session => forgery_token(check).await.map(|()| Changes::Taken),
    }
}

/// "Personal access tokens API", since GitLab 15.5: what the token that asks may do, and until when.
async fn scopes(check: Check) -> Result<Changes, Outcome> {
    let seen = check.ask("/api/v4/personal_access_tokens/self").await?;
    let token = json(&seen).filter(|_| seen.status == 200);
    let scopes = token.as_ref().and_then(|token| token.get("scopes")?.as_array());
    let Some(scopes) = scopes else {
        check.doubtful(sentences::RIGHTS_OF_TOKEN_NOT_KNOWN, &seen.facts);
        return Ok(Changes::Unknown);
    };
    let names: Vec<&str> = scopes.iter().filter_map(Value::as_str).collect();
    let changes = if names.contains(&"api") {
        check.proved(sentences::TOKEN_MAY_CHANGE_INTEGRATIONS, &seen.facts);
        Changes::Taken
    } else if names.contains(&"read_api") {
        check.doubtful("The token may only read: it has the scope read_api, not api.", &seen.facts);
        Changes::Refused
    } else {
        check.failed(format!("The token has other scopes: {}.", names.join(", ")), &seen.facts);
        return Err(lacks_scope());
    };
    let end = token.as_ref().and_then(|token| dates::parse(token.get("expires_at")?.as_str()?));
    if let Some(end) = end.filter(|end| end - clock::now() < SOON) {
        check.doubtful(format!("The token expires on {}.", dates::day(end)), &seen.facts);
    }
    Ok(changes)
}

/// With a session, GitLab accepts changes only with the CSRF token that each of its pages contains.
async fn forgery_token(check: Check) -> Result<(), Outcome> {
    let seen = check.ask("/help").await?;
    if seen.text.contains("name=\"csrf-token\"") {
        check.proved("This page may send changes in your session.", &seen.facts);
        return Ok(());
    }
    check.failed("GitLab’s page has no CSRF token.", &seen.facts);
    Err(Outcome::bad(
        "Changes would be refused",
        "With a session, GitLab accepts changes only with a token that is in each of its pages. Patchbay reads it from the page \
         /help, but that page does not contain one.",
    )
    .todo([format!(
        "Make sure that /help of {} is GitLab’s own page, or set \"auth\": \"token\" for it in config.json.",
        check.server.place()
    )]))
}

/// Reads the integrations of a project where the user is a maintainer.
pub async fn integrations(check: Check) -> Result<(), Outcome> {
    // 40 is the number of maintainers ("Members API").
    let path = "/api/v4/projects?membership=true&min_access_level=40&simple=true&per_page=1";
    let seen = check.ask(path).await?;
    match seen.status {
        200 => {}
        _ if lacks_a_scope(&seen) => {
            check.failed("The token may not read projects.", &seen.facts);
            return Err(lacks_scope());
        }
        _ => return Err(check.refuse(&seen)),
    }
    let Some(Value::Array(projects)) = json(&seen) else { return Err(check.refuse_as_foreign(&seen)) };
    let Some(id) = projects.first().and_then(|project| project.get("id")?.as_u64()) else {
        check.failed("You are not a maintainer of any project.", &seen.facts);
        return Err(no_rights());
    };
    check.proved("You are a maintainer of a project.", &seen.facts);
    let seen = check.ask(&format!("/api/v4/projects/{id}/integrations")).await?;
    if is_list(&seen) {
        check.proved(sentences::PROJECT_CAN_BE_READ, &seen.facts);
        return Ok(());
    }
    match seen.status {
        404 => {}
        403 => {
            check.failed("You may not read integrations of a project.", &seen.facts);
            return Err(no_rights());
        }
        _ => return Err(check.refuse(&seen)),
    }
    // Until GitLab 14.4 they were called services.
    let seen = check.ask(&format!("/api/v4/projects/{id}/services")).await?;
    if !is_list(&seen) {
        check.failed("GitLab does not list integrations of a project.", &seen.facts);
        let version = check.version.get_untracked().unwrap_or_else(|| "of an unknown version".to_owned());
        return Err(refused::too_old(
            check.server,
            &version,
            "12.7 or later, which lists a project’s integrations",
        ));
    }
    check.proved("Integrations of a project can be read, under their old name “services”.", &seen.facts);
    Ok(())
}

/// Whether GitLab refuses because of what the token is for, not because of who it belongs to.
pub fn lacks_a_scope(seen: &Seen) -> bool {
    seen.status == 403 && seen.text.contains("insufficient_scope")
}

fn is_list(seen: &Seen) -> bool {
    seen.status == 200 && json(seen).is_some_and(|json| json.is_array())
}

fn no_rights() -> Outcome {
    Outcome::bad(
        sentences::YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS,
        "You are signed in, but only maintainers and owners of a project can see its integrations.",
    )
    .todo([
        "Ask an owner of the project to make you a maintainer, or sign in with another account.".to_owned()
    ])
}

//! The check of a GitLab: that it is one, who is signed in, what the token may do, and a project's integrations.

use super::check::{Check, json};
use super::gitlab_rights::{Changes, integrations, lacks_a_scope, may_change};
use super::outcome::Outcome;
use super::refused::{self, ANOTHER_TOKEN, lacks_scope};
use super::version::is_older;
use crate::api::probe::{Seen, opening};
use crate::sentences;
use patchbay_model::Vendor;
use serde_json::Value;

/// "List all active integrations" begins there ("GitLab Integrations API").
const OLDEST: (u32, u32) = (12, 7);

/// Runs the steps; the result is the outcome in both cases.
pub async fn check(check: Check) -> Result<Outcome, Outcome> {
    let first = check.reach().await?;
    looks_like_gitlab(check, &first)?;
    check.has_way_in()?;
    who(check).await?;
    version(check).await?;
    let changes = may_change(check).await?;
    integrations(check).await?;
    Ok(match changes {
        Changes::Taken => {
            Outcome::good("Works", sentences::GITLAB_HAS_EVERYTHING)
        }
        Changes::Refused => Outcome::doubtful(
            "Works for reading only",
            "Integrations can be read. GitLab refuses every change with this token: changes need the scope api.",
        )
        .todo([ANOTHER_TOKEN.to_owned()])
        .wants_token(),
        Changes::Unknown => Outcome::doubtful(
            sentences::WORKS_FOR_READING,
            "Integrations can be read. This GitLab does not say what the token may do, and a check changes nothing. The first change \
             shows whether the token has the scope api.",
        ),
    })
}

/// Without a token GitLab refuses with JSON; with a session it may answer.
fn looks_like_gitlab(check: Check, seen: &Seen) -> Result<(), Outcome> {
    let is_json = json(seen).is_some_and(|json| json.is_object());
    match seen.status {
        401 | 403 if is_json => Ok(()),
        200 if is_json => Ok(()),
        404 => {
            check.failed("The server that answers does not have GitLab’s REST API.", &seen.facts);
            Err(refused::wrong_address(check.server))
        }
        200 | 401 | 403 => Err(check.refuse_as_foreign(seen)),
        _ => Err(check.refuse(seen)),
    }
}

async fn who(check: Check) -> Result<(), Outcome> {
    let server = check.server;
    let seen = check.ask("/api/v4/user").await?;
    match seen.status {
        200 => {}
        401 => {
            let said =
                if server.token().is_some() { "GitLab refuses the token." } else { "Nobody is signed in." };
            check.failed(said, &seen.facts);
            return Err(refused::not_signed_in(server, said_of_token(&seen)));
        }
        _ if lacks_a_scope(&seen) => {
            check.failed("The token may not read who it belongs to.", &seen.facts);
            return Err(lacks_scope());
        }
        _ => return Err(check.refuse(&seen)),
    }
    let me = json(&seen);
    let name = me.as_ref().and_then(|me| ["name", "username"].iter().find_map(|key| me.get(*key)?.as_str()));
    let Some(name) = name else { return Err(check.refuse_as_foreign(&seen)) };
    check.set_user(name);
    let (said, unnamed) = match server.token() {
        Some(_) => (format!("The token belongs to {name}."), "The token belongs to somebody."),
        None => (format!("You are signed in as {name}."), "Somebody is signed in."),
    };
    check.proved_of(said, unnamed, &seen.facts);
    Ok(())
}

/// "Token is expired." and "Token was revoked.", as GitLab says it of tokens that it knows.
fn said_of_token(seen: &Seen) -> Option<&'static str> {
    let answer = json(seen)?;
    let said = answer.get("error_description")?.as_str()?;
    [("expired", "is expired"), ("revoked", "was revoked")]
        .into_iter()
        .find_map(|(word, ours)| said.contains(word).then_some(ours))
}

async fn version(check: Check) -> Result<(), Outcome> {
    let seen = check.ask(opening(Vendor::GitLab)).await?;
    let answer = json(&seen).filter(|_| seen.status == 200);
    let version = answer.as_ref().and_then(|answer| answer.get("version").and_then(Value::as_str));
    let Some(version) = version else {
        check.doubtful("GitLab does not say which version it is.", &seen.facts);
        return Ok(());
    };
    check.set_version(version);
    if is_older(version, OLDEST) {
        check.failed(format!("It is GitLab {version}."), &seen.facts);
        return Err(refused::too_old(
            check.server,
            version,
            "12.7 or later, which lists a project’s integrations",
        ));
    }
    check.proved(format!("It is GitLab {version}."), &seen.facts);
    Ok(())
}

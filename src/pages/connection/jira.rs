//! The check of a Jira: that it is one, who is signed in, with which rights, and that the app is installed.

use super::check::{Check, json};
use super::outcome::Outcome;
use super::refused;
use super::version::is_older;
use crate::api::SignIn;
use crate::api::jira::confirmation;
use crate::api::jira::integrations_path;
use crate::api::probe::{Seen, opening};
use crate::sentences;
use patchbay_model::Vendor;
use patchbay_model::gij::wire;
use serde_json::Value;

/// Personal access tokens begin there ("Using Personal Access Tokens"), and the REST API of the app requires it.
const OLDEST: (u32, u32) = (8, 14);

/// Runs the steps; the result is the outcome in both cases.
pub async fn check(check: Check) -> Result<Outcome, Outcome> {
    let server = check.server;
    let first = check.reach().await?;
    // Jira tells its version without a sign-in, unless an administrator has forbidden that.
    let known = recognise(check, &first)?;
    check.has_way_in()?;
    who(check).await?;
    if !known {
        let again = check.ask(opening(Vendor::Jira)).await?;
        if !recognise(check, &again)? {
            check.doubtful("Jira does not say which version it is.", &again.facts);
        }
    }
    let administers = administers(check).await?;
    list(check).await?;
    if administers == Some(false) {
        return Ok(Outcome::doubtful(
            "Works, with fewer rights",
            "Integrations can be read, but you are not a Jira administrator: Git Integration for Jira may refuse some or all \
             changes. Ask an administrator to make them, or sign in with an administrator’s account.",
        ));
    }
    if server.is_elsewhere() {
        return Ok(Outcome::doubtful(
            sentences::WORKS_FOR_READING,
            "Integrations can be read from this page. A check changes nothing, so one thing is unknown: Jira may refuse \
             changes from another origin (“XSRF check failed”). The first change shows it.",
        ));
    }
    Ok(Outcome::good("Works", sentences::JIRA_HAS_EVERYTHING))
}

/// Reads the version, if Jira tells it.
fn recognise(check: Check, seen: &Seen) -> Result<bool, Outcome> {
    match seen.status {
        200 => {}
        404 => {
            check.failed("The server that answers does not have Jira’s REST API.", &seen.facts);
            return Err(refused::wrong_address(check.server));
        }
        _ => return Ok(false),
    }
    let info = json(seen);
    let version = info.as_ref().and_then(|info| info.get("version")?.as_str());
    let Some(version) = version else { return Err(check.refuse_as_foreign(seen)) };
    check.set_version(version);
    if is_older(version, OLDEST) {
        check.failed(format!("It is Jira {version}."), &seen.facts);
        return Err(refused::too_old(check.server, version, "8.14 or later"));
    }
    check.proved(format!("It is Jira {version}."), &seen.facts);
    Ok(true)
}

async fn who(check: Check) -> Result<(), Outcome> {
    let server = check.server;
    let seen = check.ask("/rest/api/2/myself").await?;
    match seen.status {
        200 => {}
        401 => {
            let said =
                if server.token().is_some() { "Jira refuses the token." } else { "Nobody is signed in." };
            check.failed(said, &seen.facts);
            return Err(refused::not_signed_in(server, None));
        }
        404 => {
            check.failed("The server that answers does not have Jira’s REST API.", &seen.facts);
            return Err(refused::wrong_address(server));
        }
        _ => return Err(check.refuse(&seen)),
    }
    let me = json(&seen);
    let name =
        me.as_ref().and_then(|me| ["displayName", "name"].iter().find_map(|key| me.get(*key)?.as_str()));
    let Some(name) = name else { return Err(check.refuse_as_foreign(&seen)) };
    check.set_user(name);
    match server.token() {
        Some(_) => {
            let said = format!("The token belongs to {name}.");
            check.proved_of(said, "The token belongs to somebody.", &seen.facts);
        }
        None => {
            let said = format!("You are signed in as {name}.");
            check.proved_of(said, "Somebody is signed in.", &seen.facts);
        }
    }
    Ok(())
}

/// Whether the user is an administrator; `None` if Jira does not say.
async fn administers(check: Check) -> Result<Option<bool>, Outcome> {
    let seen = check.ask("/rest/api/2/mypermissions").await?;
    let all = json(&seen).filter(|_| seen.status == 200);
    let has = |key: &str| {
        let permission = all.as_ref()?.get("permissions")?.get(key)?;
        permission.get("havePermission").and_then(Value::as_bool)
    };
    let Some(administers) = has("ADMINISTER") else {
        check.doubtful("Jira does not say what you may do.", &seen.facts);
        return Ok(None);
    };
    if administers || has("SYSTEM_ADMIN") == Some(true) {
        check.proved(sentences::YOU_ARE_A_JIRA_ADMINISTRATOR, &seen.facts);
        return Ok(Some(true));
    }
    check.doubtful(sentences::YOU_ARE_NOT_A_JIRA_ADMINISTRATOR, &seen.facts);
    Ok(Some(false))
}

async fn list(check: Check) -> Result<(), Outcome> {
    let seen = check.ask(&integrations_path()).await?;
    let fail = |said: &str, outcome: Outcome| {
        check.failed(said, &seen.facts);
        Err(outcome)
    };
    match seen.status {
        200 => {}
        401 if seen.text.contains("WebSudo") => {
            return fail("Jira asks for a secure administrator session.", unconfirmed(check));
        }
        401 => {
            return fail(
                "Jira asks for a sign-in before it shows integrations.",
                refused::not_signed_in(check.server, None),
            );
        }
        403 => return fail("You may not read integrations.", forbidden()),
        404 => return fail("Git Integration for Jira does not answer.", not_installed()),
        _ => return Err(check.refuse(&seen)),
    }
    let Some(answer) = json(&seen) else { return Err(check.refuse_as_foreign(&seen)) };
    if wire::list(answer).is_err() {
        let said = "Git Integration for Jira answers, but not with a list of integrations.";
        return fail(said, refusing());
    }
    check.proved(sentences::JIRA_ANSWERS, &seen.facts);
    Ok(())
}

fn unconfirmed(check: Check) -> Outcome {
    let outcome = Outcome::bad(
        sentences::JIRA_ASKS_FOR_CONFIRMATION,
        "Everything else works. Jira asks for your password again before you can change settings.",
    );
    match check.server.sign_in() {
        SignIn::Session => outcome
            .todo(["Enter your password on Jira’s own page, then check again.".to_owned()])
            .door("Confirm in Jira", confirmation(check.server)),
        SignIn::Token => outcome.todo([
            "That needs a password, and a token is not enough. Use Patchbay inside Jira, or ask an administrator to switch off \
             Jira’s secure administrator sessions."
                .to_owned(),
        ]),
    }
}

fn forbidden() -> Outcome {
    Outcome::bad(sentences::YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS, "You are signed in, but Git Integration for Jira does not show you its integrations.").todo([
        "Ask a Jira administrator, or sign in with an administrator’s account: integrations are for administrators.".to_owned(),
        "Newer versions of the app have a global permission “Manage Git Integration for Jira”: an administrator can give you that."
            .to_owned(),
    ])
}

fn not_installed() -> Outcome {
    Outcome::bad(
        "Git Integration for Jira is not installed",
        "This is Jira, but the app’s REST API does not exist there.",
    )
    .todo([
        "Install or enable Git Integration for Jira in Jira under Administration, Manage apps."
            .to_owned(),
        "If it is installed and enabled, its licence may have expired, or its version may not have the REST API yet."
            .to_owned(),
    ])
}

fn refusing() -> Outcome {
    Outcome::bad(
        "Git Integration for Jira does not give its list",
        "The app answers, but not as documented. Its licence may have expired.",
    )
    .todo(["Open the app’s own page in Jira, and check whether it lists the integrations.".to_owned()])
}

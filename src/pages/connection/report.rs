//! Diagnostics as plain text: for a bug report that anybody may read. No tokens, no names of people, no integrations.

use super::check::Check;
use super::steps::word;
use crate::api::SignIn;
use crate::browser::{clock, dates, locale, surroundings};
use leptos::prelude::*;
use std::fmt::Write;

/// Of the app.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The text as things are now.
pub fn report(checks: &[Check]) -> String {
    let kind = if surroundings::is_in_jira() { "inside a page of Jira" } else { "a page of its own" };
    let mut text = format!(
        "Patchbay {VERSION}\nBuild: {}\nPage: {}, {kind}\nBrowser: {}\nLocale: {}\nTime: {}\n",
        surroundings::build().unwrap_or_else(|| "unknown".to_owned()),
        surroundings::page(),
        surroundings::browser(),
        locale::in_use(),
        dates::machine(clock::now()),
    );
    for check in checks {
        server(&mut text, *check);
    }
    text
}

fn server(text: &mut String, check: Check) {
    let server = check.server;
    let sign_in = match server.sign_in() {
        SignIn::Session => "session",
        SignIn::Token => "token",
    };
    let version = check.version.get().unwrap_or_else(|| "version unknown".to_owned());
    let result = match (check.outcome.get(), check.running.get()) {
        (Some(outcome), _) => outcome.title,
        (None, true) => "being checked".to_owned(),
        (None, false) => "not checked".to_owned(),
    };
    // Writing to a text does not fail.
    let _ = write!(
        text,
        "\n{} at {}, by {sign_in}, {version}\nResult: {result}\n",
        server.vendor().name(),
        server.url("/")
    );
    for step in check.steps.get() {
        let said = step.unnamed.unwrap_or(step.said);
        let facts = step.facts.replace('\n', "\n    ");
        let _ = write!(text, "- {}: {said}\n    {facts}\n", word(step.tone));
    }
}

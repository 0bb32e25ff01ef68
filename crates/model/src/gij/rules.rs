//! The rules between an integration's fields, and its warnings.

use crate::form::{Entry, Lookup, Rule};
use crate::text::pattern::{self, is_slow};
use crate::text::query::Query;

/// The sentence for a repository browser without projects.
pub const BROWSER_WITHOUT_PROJECT: &str =
    "The repository browser needs at least one project. Choose one, or associate all projects.";

/// The sentence for required user tokens without the repository browser.
pub const USER_TOKENS_WITHOUT_BROWSER: &str =
    "Users’ own tokens require the repository browser. Turn it on, or turn this off.";

/// The warning for a host whose certificate is not verified.
pub const UNVERIFIED: &str = "Without this check, anyone between Jira and the host can read the credentials.";

/// The warning for a pattern that keeps Java busy.
pub const SLOW_PATTERN: &str = "This pattern has so many ways to match that one name can keep Jira busy for a very long time. Repeat each part only once.";

/// Rules that keep an integration from being saved.
pub(super) const RULES: &[Rule] = &[
    Rule { at: "projectMappingIds", check: browser_needs_a_project },
    Rule { at: "requireUserPat", check: user_tokens_need_the_browser },
];

/// Warnings, which do not keep it from being saved.
pub(super) const WARNINGS: &[Rule] = &[
    Rule { at: "apiFilter", check: ambiguous_filter },
    Rule { at: "apiFilter", check: path_and_filter },
    Rule { at: "awsRegion", check: misprinted_region },
    Rule { at: "tagsFilter", check: slow },
    Rule { at: "prHideFilter", check: slow },
    Rule { at: "tagsFilter", check: hardly_meant },
    Rule { at: "prHideFilter", check: hardly_meant },
    Rule { at: "disableSslVerification", check: unverified },
];

// Update doc: with the repository browser on, at least one project must be associated.
fn browser_needs_a_project(form: &dyn Lookup, at: &str) -> Option<String> {
    let none = matches!(form.entry(at), Some(Entry::Projects(ids)) if ids.is_empty());
    (none && form.entry("global") == Some(Entry::Toggle(Some(false))) && form.is_on("gitViewerEnabled"))
        .then(|| BROWSER_WITHOUT_PROJECT.to_owned())
}

fn user_tokens_need_the_browser(form: &dyn Lookup, at: &str) -> Option<String> {
    (form.is_on(at) && form.entry("gitViewerEnabled") == Some(Entry::Toggle(Some(false))))
        .then(|| USER_TOKENS_WITHOUT_BROWSER.to_owned())
}

// Add doc: one sentence calls both mutually exclusive and says that they can be used together.
fn path_and_filter(form: &dyn Lookup, at: &str) -> Option<String> {
    (!form.text(at).is_empty() && !form.text("apiPath").is_empty()).then(|| {
        "An API path is set too. The vendor’s documents disagree on whether both work together.".to_owned()
    })
}

fn ambiguous_filter(form: &dyn Lookup, at: &str) -> Option<String> {
    Query::parse(&form.text(at)).ok()?.lint()
}

fn misprinted_region(form: &dyn Lookup, at: &str) -> Option<String> {
    (form.text(at) == "ap-outh-1")
        .then(|| "The vendor’s documents misprint this region. Its code is “ap-south-1”.".to_owned())
}

fn slow(form: &dyn Lookup, at: &str) -> Option<String> {
    is_slow(&form.text(at)).then(|| SLOW_PATTERN.to_owned())
}

fn hardly_meant(form: &dyn Lookup, at: &str) -> Option<String> {
    pattern::lint(&form.text(at))
}

fn unverified(form: &dyn Lookup, at: &str) -> Option<String> {
    (form.entry(at) == Some(Entry::Toggle(Some(false)))).then(|| UNVERIFIED.to_owned())
}

//! The rules between an integration's fields, and what deserves a second look.

use crate::form::Rule;
use crate::form::{Entry, Lookup};
use crate::text::pattern::may_take_for_ever;
use crate::text::query::Query;

/// Rules that an integration must keep.
pub(super) const RULES: &[Rule] = &[
    Rule { at: "pat", check: tokens_have_no_blanks },
    Rule { at: "projectMappingIds", check: browser_needs_a_project },
    Rule { at: "requireUserPat", check: user_tokens_need_the_browser },
];

/// Things worth a second look.
pub(super) const WARNINGS: &[Rule] = &[
    Rule { at: "apiFilter", check: path_and_filter },
    Rule { at: "apiFilter", check: not_without_brackets },
    Rule { at: "awsRegion", check: misprinted_region },
    Rule { at: "tagsFilter", check: |form| slow(&form.text("tagsFilter")) },
    Rule { at: "prHideFilter", check: |form| slow(&form.text("prHideFilter")) },
    Rule { at: "disableSslVerification", check: unverified },
];

// A blank comes along easily when a token is copied, and the host would refuse it much later.
fn tokens_have_no_blanks(form: &dyn Lookup) -> Option<String> {
    let Some(Entry::Secret(secret)) = form.entry("pat") else { return None };
    secret
        .to_send()?
        .contains(char::is_whitespace)
        .then(|| "A token has no blanks: remove those before, within or after it.".to_owned())
}

// Update doc: with the repository browser on, at least one project must be associated.
fn browser_needs_a_project(form: &dyn Lookup) -> Option<String> {
    let none = matches!(form.entry("projectMappingIds"), Some(Entry::Projects(ids)) if ids.is_empty());
    (none && form.entry("global") == Some(Entry::Toggle(Some(false))) && form.is_on("gitViewerEnabled")).then(
        || {
            "The repository browser needs a project: choose at least one, or associate with all projects."
                .to_owned()
        },
    )
}

fn user_tokens_need_the_browser(form: &dyn Lookup) -> Option<String> {
    (form.is_on("requireUserPat") && form.entry("gitViewerEnabled") == Some(Entry::Toggle(Some(false)))).then(
        || "Users’ own tokens need the repository browser: switch it on, or switch this off.".to_owned(),
    )
}

// Add doc: called mutually exclusive and, in the same sentence, usable together.
fn path_and_filter(form: &dyn Lookup) -> Option<String> {
    (!form.text("apiFilter").is_empty() && !form.text("apiPath").is_empty()).then(|| {
        "An API path is set as well. The vendor’s documents disagree on whether both work together."
            .to_owned()
    })
}

fn not_without_brackets(form: &dyn Lookup) -> Option<String> {
    Query::parse(&form.text("apiFilter")).ok()?.lint()
}

fn misprinted_region(form: &dyn Lookup) -> Option<String> {
    (form.text("awsRegion") == "ap-outh-1")
        .then(|| "The vendor’s documents misprint this region: it is called “ap-south-1”.".to_owned())
}

fn slow(pattern: &str) -> Option<String> {
    may_take_for_ever(pattern).then(|| {
        "This repeats something that is itself repeated, as “(a+)+” does. It can take Jira extremely long, so it is not tried here."
            .to_owned()
    })
}

fn unverified(form: &dyn Lookup) -> Option<String> {
    (form.entry("disableSslVerification") == Some(Entry::Toggle(Some(false))))
        .then(|| "Without this check, anyone between Jira and the host can read the credentials.".to_owned())
}

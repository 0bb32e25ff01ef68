//! Trying a filter and a pattern before they are saved.

use patchbay_model::gij::rules::SLOW_PATTERN;
use patchbay_model::text::pattern::TrialError;
use patchbay_tests::Server;
use patchbay_tests::sentences;
use serde_json::json;

const MOBILE: &str = "/rest/gitplugin/1.0/integration/2";

#[test]
fn tries_a_filter_on_samples_that_can_be_edited() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("JMESPath filter").fill("[?contains(name, 'zebra')]");
    page.sees("keeps 0, drops ");
    page.role("summary").named(sentences::EDIT_THE_SAMPLE_REPOSITORIES).click();
    let sample = page.field("Sample, as the host’s REST API lists repositories");
    sample.fill(r#"[{"name": "zebra-crossing"}, {"name": "lion"}]"#);
    page.sees("Tried on 2 sample repositories: keeps 1, drops 1.");
    page.sees("Kept · 1 zebra-crossing");
    page.sees("Dropped · 1 lion");
    page.button("Restore the sample").click();
    page.sees("keeps 0, drops ");
    assert_eq!(server.writes(), []);
}

#[test]
fn tries_a_pattern_on_names_that_can_be_edited() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Tag filter (show only matching)").fill("v[0-9]+");
    let names = page.role("summary").named(sentences::TRY_IT_ON_OTHER_NAMES).click();
    page.field("Names, one a line").fill("v12\nv1.2\nnightly");
    page.sees("Shown · 1 v12");
    let shown = page.sees("Shown · 1");
    page.sees("Hidden · 2");
    page.sees("matches in part only");
    page.field("Tag filter (show only matching)").fill("v(?");
    shown.vanishes();
    page.field("Tag filter (show only matching)").fill("");
    names.vanishes();
}

#[test]
fn opens_a_form_whose_stored_filter_and_patterns_would_never_end() {
    let server = Server::demo();
    let filter = ["[@,@][]"; 26].join("|");
    let hostile =
        json!({ "apiFilter": filter, "tagsFilter": "(a+)+?[0-9]{9}", "prHideFilter": r"(\w?\w?){30}X" });
    server.ask("PUT", MOBILE, Some(&hostile));
    let page = server.open("/integrations/2");
    page.heading("mobile").appears();
    page.sees("This filter is too costly to try here");
    page.sees(SLOW_PATTERN);
    page.field("JMESPath filter").holds(&filter).fill("[?contains(name, 'zebra')]");
    page.sees("keeps 0, drops ");
    page.role("summary").named(sentences::TRY_IT_ON_OTHER_NAMES).are(2);
}

#[test]
fn says_what_is_too_costly_and_what_cannot_be_tried() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let pattern = page.field("Pull request filter (hide matching)");
    pattern.fill(&format!("{}{}", r"(\w?\w?\s?-?_?){40}".repeat(2), "!"));
    let costly = page.sees(&TrialError::Costly.to_string());
    pattern.fill(r"\X");
    costly.vanishes();
    page.sees(&TrialError::Untried(r"\X".to_owned()).to_string());
    // Java reads it, no browser does.
    pattern.fill(r"(?i)\Atest-1 \Qpr_\E[\d-.]++\z");
    page.sees("Hidden · 5");
}

#[test]
fn takes_refspecs_on_several_lines() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let field = page.field("More references to fetch");
    field.fill("+refs/meta/*:refs/meta/*\nrefs/notes/review");
    field.holds("+refs/meta/*:refs/meta/*\nrefs/notes/review");
    page.button("Save 1 change").click();
    page.role("status").shows("is saved.");
    let body = json!({ "refSpecCustom": "+refs/meta/*:refs/meta/*, refs/notes/review" });
    assert_eq!(server.writes(), [(format!("PUT {MOBILE}"), body)]);
}

//! The fields of a new integration: what is asked of them, and how problems lead to them.

use patchbay_model::form::check::required;
use patchbay_model::gij::rules;
use patchbay_model::text::pattern;
use patchbay_model::text::query::Query;
use patchbay_tests::Server;
use patchbay_tests::sentences;
use serde_json::json;

#[test]
fn leads_from_each_problem_to_its_field() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB_SERVER");
    page.heading("Add GitHub Enterprise integration").appears().without_text("is required.");
    page.button(sentences::ADD_INTEGRATION).click();
    let summary = page.alert("2 settings need attention");
    summary.has_focus();
    assert!(page.title().starts_with("Error: Add GitHub Enterprise integration"));
    page.button(&required("Host URL")).click();
    let host = page.field("Host URL");
    host.has_focus().has("aria-invalid", "true");
    page.button(&required("Personal access token")).click();
    page.field("Personal access token").has_focus().fill("t0ken");
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).appears();
    let alert = page.alert("need").appears();
    host.fill("github.acme.example");
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("button").named_like("Host URL: ").shows("http");
    host.fill("https://github.acme.example");
    alert.vanishes();
    assert_eq!(server.writes(), []);
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("was added.");
}

#[test]
fn names_the_character_that_is_wrong() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Tag filter (show only matching)").fill("^[mq-bot].*");
    page.field("JMESPath filter").fill("[?name = 'git']");
    page.sees(&pattern::check("^[mq-bot].*").unwrap_err().to_string());
    page.field("Personal access token").fill("t0ken");
    page.sees(&Query::parse("[?name = 'git']").unwrap_err().to_string());
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert("2 settings need attention").has_focus();
    assert_eq!(server.writes(), []);
}

#[test]
fn picks_projects_by_key_and_name() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token")
        .fill("t0ken")
        .without(&page.role("searchbox").named(sentences::SEARCH_PROJECTS));
    page.switch("Associate with all projects").click();
    page.role("group").named("Projects · 0 chosen").appears();
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(rules::BROWSER_WITHOUT_PROJECT);
    let search = page.role("searchbox").named(sentences::SEARCH_PROJECTS);
    search.fill("mobi");
    page.role("option").named("MOB Mobile").click();
    search.fill("IOS");
    page.role("option").named("IOS iOS app").click();
    page.role("group").named("Projects · 2 chosen").appears();
    page.button("Remove MOB").click();
    search.has_focus();
    page.role("group").named("Projects · 1 chosen").appears();
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("was added.");
    let (_, body) = server.writes().remove(0);
    assert_eq!(body["global"], false);
    assert_eq!(body["projectMappingIds"], json!([10_001]));
}

#[test]
fn keeps_rules_between_fields() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill("t0ken");
    page.switch("Require users’ own tokens").click();
    page.switch("Repository browser").click();
    page.sees(rules::USER_TOKENS_WITHOUT_BROWSER);
    page.button(sentences::ADD_INTEGRATION).click();
    let alert = page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).appears();
    page.switch("Repository browser").click();
    alert.vanishes();
    page.switch("Verify SSL certificates").click();
    page.sees(rules::UNVERIFIED);
    let oldest = page.field("Oldest commit to mail about").appears();
    page.switch("Commit emails").click();
    oldest.vanishes();
    assert_eq!(server.writes(), []);
}

#[test]
fn sends_a_token_of_team_foundation_server_as_all() {
    let server = Server::demo();
    let page = server.open("/integrations/new/TFS_SERVER");
    page.field("Host URL").fill("https://tfs.test.example/tfs");
    let user = page.field("User name").fill("not sent");
    page.role("radio").named("Personal access token").click();
    user.vanishes();
    page.field("Personal access token").fill("t0ken");
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("was added.");
    let (_, body) = server.writes().remove(0);
    assert_eq!((&body["username"], &body["pat"]), (&json!("all"), &json!("t0ken")));
    assert_eq!(body.get("password"), None);
}

//! Jira: the password required again, transition numbers, and a second address.

use patchbay_model::form::check::required;
use patchbay_model::gitlab::find;
use patchbay_model::gitlab::rules::jira::NOT_TRANSITIONS;
use patchbay_model::gitlab::wire::NO_REASON;
use patchbay_model::text::url::SCHEME;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::json;

use super::form::{PROJECT, only_put, open_form, saved};

#[track_caller]
fn open(server: &Server) -> Page<'_> {
    let page = server.open("/gitlab");
    open_form(&page, server, find("jira").unwrap());
    page
}

#[test]
fn sends_the_address_the_user_and_the_password_again() {
    let server = Server::demo();
    let page = open(&server);
    page.field("Jira URL").holds("https://jira.example.com");
    page.field("User name").holds("gitlab-shop");
    page.field("Password").holds("");
    page.field("API URL").fill("https://jira-api.test.example");
    page.field("Password").fill("n3w");
    server.forget();
    saved(&page, "Jira");
    let sent = only_put(&server, "jira");
    assert_eq!(sent["url"], "https://jira.example.com");
    assert_eq!(sent["username"], "gitlab-shop");
    assert_eq!(sent["password"], "n3w");
    assert_eq!(sent["api_url"], "https://jira-api.test.example");
    assert!(!sent.contains_key("jira_issue_transition_id") && !sent.contains_key("active"), "{sent:?}");
    for toggle in [
        "commit_events",
        "merge_requests_events",
        "comment_on_event_enabled",
        "jira_issue_transition_automatic",
    ] {
        assert!(sent.get(toggle).is_some_and(serde_json::Value::is_boolean), "{toggle}: {sent:?}");
    }
    assert_eq!(
        server.integration_of(PROJECT, "jira")["properties"]["api_url"],
        "https://jira-api.test.example"
    );
}

#[test]
fn transition_ids_are_numbers_and_only_for_moving_by_hand() {
    let server = Server::demo();
    let page = open(&server);
    let ids = page.field("Transition IDs");
    let ids = ids.holds("31, 41");
    ids.fill("31, done");
    page.field("Password").fill("n3w");
    page.role("button").named_like("Save").click();
    let alert = page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(NOT_TRANSITIONS);
    ids.has("aria-invalid", "true");
    ids.fill("31; 51");
    alert.vanishes();
    page.switch("Change the status of closed issues automatically").click();
    ids.vanishes();
    page.switch("Change the status of closed issues automatically").click();
    ids.holds("31; 51");
    server.forget();
    saved(&page, "Jira");
    assert_eq!(only_put(&server, "jira")["jira_issue_transition_id"], "31; 51");
}

#[test]
fn addresses_must_be_whole() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Jira URL").fill("jira.example.com");
    page.field("API URL").fill("ftp://jira.example.com");
    page.button(sentences::SET_UP).click();
    let summary = page.alert("4 settings need attention");
    summary
        .has_focus()
        .shows(&format!("Jira URL: {SCHEME}"))
        .shows(&format!("API URL: {SCHEME}"))
        .shows(&required("User name"))
        .shows(&required("Password"));
    assert_eq!(server.writes(), []);
}

#[test]
fn an_address_in_a_private_network_is_refused_without_a_reason() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Jira URL").fill("http://192.168.0.7");
    page.field("User name").fill("svc");
    page.field("Password").fill("n3w");
    page.button(sentences::SET_UP).click();
    page.alert("GitLab refused the request").shows(NO_REASON);
    page.field("Jira URL").holds("http://192.168.0.7").fill("https://jira.test.example");
    page.field("Password").holds("n3w");
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Jira is set up");
    assert_eq!(
        server.integration_of(PROJECT, "jira")["properties"]["url"],
        json!("https://jira.test.example")
    );
}

//! Who may do what: tokens that may only read, that are over, of somebody who may not, and sessions with their token
//! against forged requests.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

use super::form::WEBSITE;

/// Signed in with this token, at this page of GitLab.
#[track_caller]
fn with_token<'s>(server: &'s Server, token: &str, page: &str) -> Page<'s> {
    let config = json!({ "jira": { "url": "" }, "gitlab": { "url": "", "auth": "token" } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    let page = server.open(&server.at_gitlab(page));
    give(&page, server, token);
    page
}

#[track_caller]
fn give(page: &Page<'_>, server: &Server, token: &str) {
    page.field(&format!("Personal access token for {}", server.place())).fill(token);
    page.button(sentences::SIGN_IN).click();
}

#[test]
fn a_developer_sees_the_project_but_not_its_integrations() {
    let server = Server::demo();
    let page = with_token(&server, "developer-token", WEBSITE);
    page.heading("Shop / Web / Website").appears();
    page.alert(sentences::NOT_ALLOWED)
        .shows("Only maintainers and owners of a project can manage its integrations.")
        .without(&page.link("Slack notifications"));
}

#[test]
fn a_token_that_may_only_read_shows_all_and_saves_nothing() {
    let server = Server::demo();
    let page = with_token(&server, "read-token", &format!("{WEBSITE}/emails-on-push"));
    page.switch("Omit diffs").click();
    page.button("Save 1 change").click();
    page.alert("Saving failed: the token may only read")
        .shows("It lacks the scope api, which GitLab requires for changes.");
    page.switch("Omit diffs").has("aria-checked", "false");
}

#[test]
fn a_token_that_is_over_is_replaced_in_place() {
    let server = Server::demo();
    let page = with_token(&server, "maintainer-token", &format!("{WEBSITE}/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    let over = json!({ "error": "invalid_token", "error_description": "Token is expired." });
    server.disturb("PUT /api/v4/projects/101/integrations/emails-on-push", Fault::Answer(401, over));
    page.button("Save 1 change").click();
    page.alert("Saving failed: GitLab did not accept the token").appears();
    page.field("Recipients").holds("typed@with.care");
    server.heal();
    give(&page, &server, "maintainer-token");
    page.role("status").shows("Emails on push is saved");
    page.field("Recipients").holds("typed@with.care");
}

#[test]
fn a_session_proves_that_a_change_comes_from_the_page() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.switch("Omit diffs").click();
    server.forget();
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved");
    for request in server.requests().iter().filter(|request| request.line.contains(" /api/")) {
        let proven = request.text.contains("\"x-csrf-token\"");
        assert_eq!(proven, request.line.starts_with("PUT "), "{}", request.text);
        assert_eq!(request.authorization, None);
    }
    let asked =
        |server: &Server| server.requests().iter().filter(|request| request.line == "GET /help").count();
    assert_eq!(asked(&server), 1);
    // The next change needs no new one.
    page.switch("Omit diffs").click();
    page.button("Save 1 change").click();
    page.becomes("two changes", || server.writes().len() == 2);
    assert_eq!(asked(&server), 1);
}

#[test]
fn a_proof_that_is_out_of_date_is_fetched_anew() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.field("Recipients").fill("typed@with.care");
    let old = Fault::Text("<meta name=\"csrf-token\" content=\"0ld\" />".to_owned());
    server.disturb("GET /help", old);
    page.button("Save 1 change").click();
    page.alert("Saving failed: you are signed out of GitLab").appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("Emails on push is saved");
    assert_eq!(
        server.writes().last().map(|(_, body)| body["recipients"].clone()),
        Some(Value::from("typed@with.care"))
    );
}

#[test]
fn a_session_that_ends_while_a_form_is_open_is_begun_anew_in_another_tab() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.field("Recipients").fill("typed@with.care");
    server.sandbox().end_all_sessions();
    page.button("Save 1 change").click();
    page.alert("Saving failed: you are signed out of GitLab").appears();
    page.link("Sign in to GitLab (opens a new tab)").click();
    page.in_the_new_tab(|page| {
        page.field("User name").fill("admin");
        page.field("Password").fill("admin");
        page.button(sentences::SIGN_IN).click();
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    });
    page.field("Recipients").holds("typed@with.care");
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("Emails on push is saved");
}

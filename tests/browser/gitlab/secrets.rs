//! A secret of an integration, and the token that signs in, go where they must and nowhere else.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use super::form::{WEBSITE, only_put, saved, set_up};

const CANARY: &str = "canary-9b1d-s3cret";

#[track_caller]
fn open<'s>(server: &'s Server, slug: &str) -> Page<'s> {
    server.open(&server.at_gitlab(&format!("{WEBSITE}/{slug}")))
}

/// Fails when the page shows what was typed into this secret field, or keeps it anywhere.
#[track_caller]
fn is_hidden(page: &Page<'_>, label: &str) {
    page.field(label).has("type", "password");
    for tab in ["JSON", "curl"] {
        page.role("tab").named(tab).click();
        let shown = page.role("tabpanel").named(tab).text();
        assert!(!shown.contains(CANARY), "{shown}");
    }
    assert!(!page.text().contains(CANARY));
    page.keeps_nowhere(CANARY);
}

/// Fails unless exactly one request carried the canary, in its body under this key.
#[track_caller]
fn was_sent_once(page: &Page<'_>, server: &Server, slug: &str, key: &str) {
    let carrying: Vec<_> =
        server.requests().into_iter().filter(|request| request.text.contains(CANARY)).collect();
    assert_eq!(carrying.len(), 1, "{carrying:?}");
    assert!(!carrying[0].line.contains(CANARY));
    let sent = only_put(server, slug);
    assert!(sent[key].as_str().is_some_and(|value| value.contains(CANARY)), "{sent:?}");
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
}

#[test]
fn a_webhook_of_a_new_integration() {
    let server = Server::new().start();
    let page = open(&server, "slack");
    page.field("Webhook").fill(&format!("https://hooks.test.example/{CANARY}"));
    page.button("Show").click();
    page.field("Webhook").has("type", "text");
    page.button("Show").click();
    is_hidden(&page, "Webhook");
    server.forget();
    set_up(&page, "Slack notifications");
    was_sent_once(&page, &server, "slack", "webhook");
}

#[test]
fn two_keys_of_a_new_integration() {
    let server = Server::new().start();
    let page = open(&server, "pushover");
    page.field("API key").fill("harmless");
    page.field("User key").fill(CANARY);
    is_hidden(&page, "User key");
    server.forget();
    set_up(&page, "Pushover");
    was_sent_once(&page, &server, "pushover", "user_key");
}

#[test]
fn a_replaced_password() {
    let server = Server::demo();
    let page = open(&server, "jenkins");
    page.button("Replace the password").click();
    page.field("Password").fill(CANARY);
    is_hidden(&page, "Password");
    server.forget();
    saved(&page, "Jenkins");
    was_sent_once(&page, &server, "jenkins", "password");
}

#[test]
fn a_secret_that_no_table_knows() {
    let server = Server::demo();
    let project = server.project("platform/observability/alert-rules");
    let page = server.open(&server.at_gitlab(&format!("{project}/alerts")));
    page.field("severity").fill("low");
    page.button("Save 1 change").click();
    page.field("token").fill(CANARY);
    is_hidden(&page, "token");
    server.forget();
    saved(&page, "Alerts endpoint");
    assert_eq!(server.writes()[0].1["token"], CANARY);
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
}

#[test]
fn a_secret_of_a_save_that_failed_or_was_refused() {
    let server = Server::demo();
    let page = open(&server, "jira");
    let put = "PUT /api/v4/projects/101/integrations/jira";
    page.field("Password").fill(CANARY);
    for (fault, title) in [
        (
            Fault::Answer(500, json!({ "message": "500 Internal Server Error" })),
            "Saving failed: GitLab had an internal error",
        ),
        (Fault::Answer(400, json!({ "message": "400 Bad Request" })), "GitLab refused the request"),
        (Fault::Cut, "Saving failed: GitLab cannot be reached"),
    ] {
        server.disturb(put, fault);
        page.button("Save 1 change").click();
        page.alert(title).appears();
        is_hidden(&page, "Password");
        server.heal();
    }
    page.field("Password").holds(CANARY);
    saved(&page, "Jira");
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
}

#[test]
fn a_secret_of_a_form_that_was_left() {
    let server = Server::demo();
    let page = open(&server, "slack");
    page.field("Webhook").fill(&format!("https://hooks.test.example/{CANARY}"));
    page.link("← shop/web/website").click();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.heading("Shop / Web / Website").appears();
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
    page.back();
    page.field("Webhook").holds("");
    assert!(!server.requests().iter().any(|request| request.text.contains(CANARY)));
}

#[test]
fn a_webhook_that_an_old_server_returns_is_neither_shown_nor_exported() {
    let server = Server::demo();
    let told = json!({
        "id": 1, "slug": "slack", "title": "Slack notifications", "active": true, "push_events": true,
        "properties": { "channel": "news", "webhook": format!("https://hooks.test.example/{CANARY}"), "api_token": CANARY },
    });
    server.disturb("GET /api/v4/projects/101/integrations/slack", Fault::Answer(200, told));
    let page = open(&server, "slack");
    page.field("Default channel").holds("news");
    page.field("Webhook").holds("");
    page.role("tab").named("JSON").click();
    page.role("tabpanel").named("JSON").shows("\"channel\": \"news\"");
    page.shows_nowhere(CANARY);
    page.button("Disable…").click();
    let downloads = page.keeps_downloads();
    page.button(sentences::DOWNLOAD_SETTINGS).click();
    let file = downloads.json("shop-web-website-slack.json");
    assert!(!file.to_string().contains(CANARY), "{file}");
    assert_eq!(file["settings"]["channel"], "news");
    page.shows_nowhere(CANARY);
    page.keeps_nowhere(CANARY);
}

//! Slack: 28 parameters of the manual, twelve events and one that GitLab turns on by itself, ten channels, and a webhook that GitLab wants with every change.

use patchbay_model::form::check::required;
use patchbay_model::gitlab::{ENTER_AGAIN, event, find};
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

use super::form::{PROJECT, only_put, open_form, saved, set_up};

const TITLE: &str = "Slack notifications";
const WEBHOOK: &str = "https://hooks.slack.test.example/services/T0/B0/c4nary";
/// What people read of an event.
fn title(key: &str) -> &'static str {
    event(key).unwrap().title
}

fn channel(key: &str) -> String {
    format!("Channel for “{}”", title(key))
}

#[track_caller]
fn open<'s>(server: &'s Server) -> Page<'s> {
    let page = server.open("/gitlab");
    open_form(&page, server, find("slack").unwrap());
    page
}

#[test]
fn is_set_up_with_channels_for_its_events() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Webhook").fill(WEBHOOK);
    page.field("Default channel").fill("news");
    page.switch(title("confidential_issues_events"))
        .has("aria-checked", "false")
        .without(&page.field(&channel("confidential_issues_events")));
    page.switch(title("deployment_events")).click();
    page.field(&channel("deployment_events")).fill("releases");
    page.field(&channel("push_events")).fill("commits");
    let notes = page.field(&channel("note_events")).appears();
    page.switch(title("note_events")).click();
    notes.vanishes();
    page.role("radio").named("All branches").click();
    server.forget();
    set_up(&page, TITLE);
    let expected = json!({
        "webhook": WEBHOOK, "channel": "news", "branches_to_be_notified": "all", "notify_only_broken_pipelines": true,
        "push_events": true, "push_channel": "commits", "tag_push_events": true, "issues_events": true,
        "confidential_issues_events": false, "merge_requests_events": true, "note_events": false,
        "confidential_note_events": false, "pipeline_events": true, "wiki_page_events": true,
        "deployment_events": true, "deployment_channel": "releases", "commit_events": false, "job_events": false,
        "alert_events": false,
    });
    assert_eq!(Value::Object(only_put(&server, "slack")), expected);
    // This server knows neither of the first two, and does not tell of the third.
    let outcome = page.role("alert").with_text("A commit: asked for off, but it is on");
    outcome.shows("A job changes its status: asked for off, but it is on").shows(title("deployment_events"));
    let there = server.integration_of(PROJECT, "slack");
    assert_eq!(
        (&there["active"], &there["push_events"], &there["note_events"]),
        (&json!(true), &json!(true), &json!(false))
    );
    assert_eq!(there["properties"]["push_channel"], "commits");
    page.field(&channel("push_events")).holds("commits");
    // Not known to be off: its channel stays in sight.
    page.field(&channel("deployment_events")).holds("releases");
    page.field("Webhook").holds("");
}

#[test]
fn shows_what_will_be_sent_without_the_webhook() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Webhook").fill(WEBHOOK);
    page.field("Default channel").fill("it’s news");
    page.role("tab").named("JSON").click();
    let panel = page.role("tabpanel").named("JSON");
    panel.shows("\"webhook\": \"$WEBHOOK\"").shows("\"confidential_issues_events\": false");
    assert!(!panel.text().contains("c4nary") && !panel.text().contains("\"active\""), "{}", panel.text());
    page.role("tab").named("curl").click();
    let panel = page.role("tabpanel").named("curl");
    panel
        .shows(&format!("curl -X PUT '{}/api/v4/projects/101/integrations/slack'", server.origin()))
        .shows("PRIVATE-TOKEN: $GITLAB_TOKEN")
        .shows("\"webhook\": \"'\"$WEBHOOK\"'\"");
    assert!(!panel.text().contains("c4nary") && !panel.text().contains("Atlassian"), "{}", panel.text());
}

#[test]
fn all_events_are_turned_off_and_on_at_once() {
    let server = Server::new().start();
    let page = open(&server);
    // One more switch of this form is no event.
    let on = "return document.querySelectorAll('[role=switch][aria-checked=true]').length";
    let off = page.button("Turn all off").click();
    page.becomes("all events off", || page.run(on, Vec::new()) == 1);
    let channels = page.role("textbox").named_like("Channel for");
    off.without(&channels);
    page.button(sentences::TURN_ALL_ON).click();
    page.becomes("all events on", || page.run(on, Vec::new()) == 14);
    channels.are(10);
}

#[test]
fn wants_its_webhook_again_for_every_change() {
    let server = Server::demo();
    let page = open(&server);
    page.field("Webhook").holds("");
    page.sees(ENTER_AGAIN)
        .without(&page.role("button").named_like("Replace the"))
        .without(&page.role("button").named_like("Keep the stored"));
    page.switch(title("note_events")).click();
    server.forget();
    page.role("button").named_like("Save").click();
    let alert = page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).has_focus().shows(&required("Webhook"));
    assert_eq!(server.writes(), []);
    page.field("Webhook").fill(WEBHOOK);
    alert.vanishes();
    saved(&page, TITLE);
    let sent = only_put(&server, "slack");
    assert_eq!(
        (&sent["webhook"], &sent["note_events"], &sent["push_events"]),
        (&json!(WEBHOOK), &json!(true), &json!(true))
    );
    // Nobody touched these: they stay as they are without being sent.
    for key in
        ["channel", "username", "push_channel", "pipeline_channel", "branches_to_be_notified", "active"]
    {
        assert!(!sent.contains_key(key), "{key} is sent: {sent:?}");
    }
    let there = server.integration_of(PROJECT, "slack");
    assert_eq!(
        (&there["note_events"], &there["properties"]["push_channel"]),
        (&json!(true), &json!("shop-commits"))
    );
    page.field("Webhook").holds("");
}

#[test]
fn switches_stored_as_text_are_read_as_switches() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("shop%2Fweb%2Fcheckout"));
    page.link(TITLE).click();
    page.switch("Only broken pipelines").has("aria-checked", "true");
    page.role("radio").named("All branches").appears();
    page.sees(sentences::NOTHING_HAS_BEEN_CHANGED_YET);
}

//! Enabling and disabling in the row: by its own endpoint, verified, and honest when it did not work.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Server};
use serde_json::{Value, json};

const MOBILE: &str = "/rest/gitplugin/1.0/integration/2";
const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";

#[test]
fn uses_its_own_endpoint_and_reads_back() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let switch = page.switch("Enabled: mobile");
    switch.has("aria-checked", "true");
    server.forget();
    switch.click();
    let switch = page.switch("Disabled: mobile");
    switch.has("aria-checked", "false");
    page.role("status").shows("mobile is disabled.");
    page.sees("5 disabled");
    assert_eq!(
        server.rest_lines(),
        [format!("GET {MOBILE}"), format!("{SWITCH}?disable=true"), format!("GET {MOBILE}")]
    );
    assert_eq!(server.writes(), [(format!("{SWITCH}?disable=true"), Value::Null)]);
    assert_eq!(server.named("mobile")["disabled"], true);

    server.forget();
    switch.click();
    page.switch("Enabled: mobile").has("aria-checked", "true");
    page.role("status").shows("mobile is enabled.");
    assert_eq!(server.writes(), [(format!("{SWITCH}?disable=false"), Value::Null)]);
    assert_eq!(server.named("mobile")["disabled"], false);
}

#[test]
fn tells_when_the_server_says_yes_and_does_nothing() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(SWITCH, Fault::Answer(200, json!({ "success": true })));
    page.switch("Enabled: mobile").click();
    page.role("status")
        .shows("Jira accepted the request, but mobile is not disabled. Try again in a minute.");
    page.switch("Enabled: mobile").has("aria-checked", "true");
}

#[test]
fn tells_why_it_failed_and_tries_again() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(SWITCH, Fault::Answer(500, json!({ "message": "oops" })));
    page.switch("Enabled: mobile").click();
    page.alert("Disabling mobile failed: Jira had an internal error").appears();
    let alert = page.alert("Disabling mobile failed").appears();
    page.switch("Enabled: mobile").has("aria-checked", "true");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("mobile is disabled.");
    page.switch("Disabled: mobile").has("aria-checked", "false");
    alert.vanishes();
}

#[test]
fn works_on_the_page_of_one_integration() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Disable").click();
    page.role("status").shows("mobile is disabled.");
    page.button("Enable").appears();
    page.sees("· disabled");
    assert_eq!(server.writes(), [(format!("{SWITCH}?disable=true"), Value::Null)]);
}

/// The word stands in the switch: it turns it, and whoever speaks to the page can say it.
#[test]
fn is_turned_and_named_by_its_word() {
    let server = Server::demo();
    let page = server.open("/integrations");
    for (name, word, then) in [
        ("mobile", "Enabled", "Disabled"),
        ("mobile", "Disabled", "Enabled"),
        ("data-warehouse", "Disabled", "Enabled"),
    ] {
        let switch = page.switch(&format!("{word}: {name}"));
        switch.shows(word);
        let press = "
            const row = document.querySelector(`[aria-label='Actions for ${arguments[0]}']`).closest('tr');
            [...row.querySelectorAll('[role=switch] *')].find((one) => one.innerText === arguments[1]).click();";
        page.run(press, vec![json!(name), json!(word)]);
        page.switch(&format!("{then}: {name}"))
            .shows(then)
            .has("aria-checked", if then == "Enabled" { "true" } else { "false" });
    }
    assert_eq!(server.writes().len(), 3);
}

#[test]
fn is_undone_from_its_message() {
    let server = Server::demo();
    for is_left in [false, true] {
        let page = server.open("/integrations");
        page.switch("Enabled: mobile").click();
        page.role("status").shows("mobile is disabled.");
        if is_left {
            page.link(sentences::GITLAB).click();
            page.heading(sentences::GITLAB_PROJECTS).appears();
        }
        server.forget();
        page.button(sentences::UNDO).click();
        page.role("status").shows("mobile is enabled.").without_text("mobile is disabled.");
        assert_eq!(server.writes(), [(format!("{SWITCH}?disable=false"), Value::Null)]);
        assert_eq!(server.named("mobile")["disabled"], false);
    }
}

#[test]
fn that_an_undoing_fails_is_told_wherever_one_is() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.switch("Enabled: mobile").click();
    page.role("status").shows("mobile is disabled.");
    server.disturb(SWITCH, Fault::Answer(500, json!({})));
    page.link(sentences::GITLAB).click();
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.button(sentences::UNDO).click();
    page.role("status").shows("Enabling mobile failed. ");
    server.heal();
}

//! The focus is never lost: what goes away hands it to something that stays.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server, keys};
use serde_json::json;

/// Waits until something has the focus; a page that lost it has it on its body.
#[track_caller]
fn is_somewhere(page: &Page<'_>, after: &str) {
    // The element that went away may be gone a moment before its successor gets the focus.
    page.becomes(&format!("the focus to be somewhere after {after}"), || {
        page.run("return document.activeElement !== document.body", Vec::new()) == true
    });
}

#[test]
fn when_filters_are_cleared() {
    let server = Server::demo();
    let page = server.open("/integrations?q=mobile");
    page.button(sentences::CLEAR_FILTERS).press(keys::Enter).vanishes();
    is_somewhere(&page, "clearing filters");
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("nowhere");
    page.button(sentences::SHOW_ALL_INTEGRATIONS).press(keys::Enter);
    page.link("mobile").appears();
    is_somewhere(&page, "showing all integrations");
    page.link("7 not indexed in 24 h").press(keys::Enter);
    page.button(sentences::CLEAR_FILTERS).appears();
    is_somewhere(&page, "showing the stale ones");
}

#[test]
fn when_all_types_are_shown_again() {
    let server = Server::demo();
    let page = server.open("/integrations/new");
    page.role("searchbox").named(sentences::SEARCH_TYPES).fill("subversion");
    page.button(sentences::SHOW_ALL_TYPES).press(keys::Enter).vanishes();
    is_somewhere(&page, "showing all types");
}

#[test]
fn when_trying_again_works() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    server.disturb("GET /rest/gitplugin/1.0/integration", Fault::Answer(500, json!({})));
    page.button("Refresh").click();
    let alert = page.alert("Jira had an internal error").appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).press(keys::Enter);
    alert.vanishes();
    is_somewhere(&page, "reading the list again");
}

#[test]
fn when_changes_are_discarded() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("half typed");
    page.button("Discard").press(keys::Enter).vanishes();
    is_somewhere(&page, "discarding");
}

#[test]
fn when_saving_fails_and_then_works() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    let put = "PUT /rest/gitplugin/1.0/integration/2";
    server.disturb(put, Fault::Answer(500, json!({})));
    page.button("Save 1 change").press(keys::Enter);
    let alert = page.alert(sentences::SAVING_FAILED).appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).press(keys::Enter);
    page.role("status").shows("mobile apps is saved.");
    alert.vanishes();
    is_somewhere(&page, "saving at the second try");
}

#[test]
fn when_an_integration_is_removed() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let row = page.role("row").named_like("mobile").appears();
    page.button("Actions for mobile").press(keys::Enter);
    page.role("menuitem").named("Edit").has_focus();
    page.press(keys::End);
    page.press(keys::Enter);
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).press(keys::Enter);
    row.vanishes();
    is_somewhere(&page, "removing");
}

#[test]
fn when_a_toast_is_dismissed() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.switch("Enabled: mobile").press(keys::Enter);
    page.role("status").shows("mobile is disabled.");
    page.button("Dismiss").press(keys::Enter).vanishes();
    is_somewhere(&page, "dismissing a toast");
}

#[test]
fn when_somebody_signs_in_and_out() {
    let server = Server::demo();
    server.disturb("GET /config.json", Fault::Answer(200, json!({ "jira": { "auth": "token" } })));
    let page = server.open("");
    let host = server.origin().replace("http://", "");
    page.field(&format!("Personal access token for {host}")).fill("admin-token");
    page.button(sentences::SIGN_IN).press(keys::Enter);
    page.link("mobile").appears();
    is_somewhere(&page, "signing in");
    page.open_server_menu(&server);
    page.role("menuitem").named(sentences::CHECK_THE_CONNECTION).has_focus();
    page.press(keys::End);
    page.press(keys::Enter);
    page.role("heading").named_like("Sign in to").appears();
    is_somewhere(&page, "signing out");
}

#[test]
fn while_an_integration_is_added() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill("t0ken");
    server.disturb("POST /rest/gitplugin/1.0/integration", Fault::Held);
    page.field("Personal access token").press(keys::Enter);
    page.sees("Adding…");
    is_somewhere(&page, "sending");
    server.heal();
    page.role("status").shows("was added.");
    page.role("heading").named("https://api.github.com/*").has_focus();
}

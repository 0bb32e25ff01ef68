//! Somebody else changed the integration meanwhile: shown field by field, before anything is overwritten.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::json;

const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";

/// Both change the name; only the other one changes the tag filter. Ends at the open dialog.
#[track_caller]
fn conflicting(server: &Server) -> Page<'_> {
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mine");
    page.field("API path").fill("/api/v4/mine");
    server.change(2, &json!({ "displayName": "theirs", "tagsFilter": "^v.*" }));
    page.button("Save 2 changes").click();
    page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.heading(sentences::SOMEBODY_ELSE_CHANGED_IT).has_focus();
    assert_eq!(server.writes(), []);
    page
}

#[test]
fn shows_both_and_keeps_mine() {
    let server = Server::demo();
    let page = conflicting(&server);
    let row = |name| page.role("row").named_like(name);
    assert_eq!(row("Display name").text(), "Display name mobile theirs mine");
    row("Tag filter").shows("^v.*").shows("not changed");
    page.button(sentences::SAVE_MINE_OVER_THEIRS).click();
    page.role("status").shows("mine is saved.");
    let body = json!({ "displayName": "mine", "apiPath": "/api/v4/mine" });
    assert_eq!(server.writes(), [(PUT.to_owned(), body)]);
    assert_eq!(server.named("mine")["tagsFilter"], "^v.*");
    page.field("Tag filter (show only matching)").holds("^v.*");
}

#[test]
fn takes_theirs_and_keeps_what_only_i_changed() {
    let server = Server::demo();
    let page = conflicting(&server);
    page.button(sentences::TAKE_THEIRS).click();
    page.field("Display name").holds("theirs");
    page.field("Tag filter (show only matching)").holds("^v.*");
    page.field("API path").holds("/api/v4/mine");
    page.heading("theirs").appears();
    assert_eq!(server.writes(), []);
    page.button("Save 1 change").click();
    page.role("status").shows("theirs is saved.");
    assert_eq!(server.writes(), [(PUT.to_owned(), json!({ "apiPath": "/api/v4/mine" }))]);
}

#[test]
fn goes_back_to_the_form_with_nothing_lost() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.button(sentences::BACK_TO_THE_FORM).click();
    dialog.vanishes();
    page.button("Save 2 changes").has_focus();
    page.field("Display name").holds("mine");
    assert_eq!(server.writes(), []);
}

#[test]
fn asks_nothing_where_only_they_changed_what_i_did_not() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mine");
    server.change(2, &json!({ "tagsFilter": "^v.*" }));
    page.button("Save 1 change").click();
    page.role("row").named_like("Tag filter").shows("not changed");
    page.button("Keep theirs and save mine").click();
    page.role("status").shows("mine is saved.");
    assert_eq!(server.writes(), [(PUT.to_owned(), json!({ "displayName": "mine" }))]);
    assert_eq!(server.named("mine")["tagsFilter"], "^v.*");
}

//! Every state of the table by the rules of axe-core, and all of it by keyboard.

use patchbay_tests::{Fault, Server, keys, sentences};
use serde_json::json;

use super::{is_read, open_group, row, today};

#[test]
fn the_table_and_what_is_chosen() {
    let server = today();
    server.disturb(
        "GET /api/v4/projects/103/integrations",
        Fault::Answer(403, json!({ "message": "403 Forbidden" })),
    );
    server.disturb("GET /api/v4/projects/104/integrations", Fault::Answer(500, json!({ "message": "500" })));
    let page = open_group(&server, "shop/web");
    page.is_accessible("a fleet");
    page.role("checkbox").named("Select Website").click();
    page.sees("1 of 13 selected");
    page.is_accessible("a fleet with one that is chosen");
    page.button("Lacks").click();
    page.role("dialog").appears();
    page.is_accessible("a facet of the fleet");
    page.press(keys::Escape);
    page.button(sentences::COLUMNS).click();
    page.role("dialog").appears();
    page.is_accessible("the columns of the fleet");
    page.press(keys::Escape);
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).fill("nothing like it");
    page.heading(sentences::NO_PROJECT_MATCHES).appears();
    page.is_accessible("a fleet of which nothing matches");
}

#[test]
fn the_way_to_it() {
    let server = today();
    let page = server.open(&server.at_gitlab("fleet"));
    page.field(sentences::PROJECTS_AND_GROUPS_TO_READ).appears();
    page.is_accessible("what is to be in the fleet");
    page.go(&server.at_gitlab("fleet?list=nowhere%2Fat-all,words"));
    page.heading(sentences::NO_PROJECTS_IN_THE_TABLE).appears();
    page.is_accessible("a fleet of nothing");
    page.go("/gitlab/elsewhere.example/fleet");
    page.alert("Patchbay does not know elsewhere.example").appears();
}

#[test]
fn while_it_is_read() {
    let server = today();
    server.disturb("GET /api/v4/projects/101/integrations", Fault::TooMany(30));
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    page.sees("Continuing in 30 s.");
    page.is_accessible("a fleet that waits");
    server.heal();
    server.disturb("GET /api/v4/projects/101/integrations", Fault::Answer(401, json!({})));
    page.button(sentences::STOP_READING).click();
    page.button(sentences::CONTINUE_READING).click();
    page.alert("Reading stopped").appears();
    page.is_accessible("a fleet that has stopped");
}

#[test]
fn settings_side_by_side() {
    let server = today();
    let page = open_group(&server, "shop/web");
    page.link("Jira (compare its settings)").click();
    is_read(&page);
    page.is_accessible("settings side by side");
    page.button(sentences::ONLY_WHAT_DIFFERS).click();
    page.is_accessible("all settings side by side");
}

#[test]
fn all_of_it_by_keyboard() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("groups/shop%2Fweb"));
    page.tab_to("link", sentences::ALL_PROJECTS_OF_THIS_GROUP);
    page.press(keys::Enter);
    page.heading("Projects of Shop / Web").has_focus();
    is_read(&page);
    page.types("/");
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).has_focus();
    page.types("website");
    page.becomes("one row", || page.address().ends_with("q=website"));
    page.tab_to("checkbox", "Select Website");
    page.types(" ");
    page.press(keys::Enter);
    page.link("Set up…").has_focus();
    page.tab_to("button", sentences::READ_AGAIN);
    page.press(keys::Enter);
    is_read(&page);
    row(&page, "Website").appears();
    page.tab_to("button", sentences::CLEAR_SELECTION);
    page.press(keys::Enter);
    page.role("checkbox").named("Select all 1").has_focus();
}

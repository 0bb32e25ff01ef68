//! One integration of many: its settings side by side.

use patchbay_tests::{Fault, sentences};
use serde_json::json;

use super::{is_read, open_group, row, today};

#[test]
fn what_differs_is_a_column_and_the_rest_is_named_once() {
    let server = today();
    let page = open_group(&server, "shop/web");
    page.link("Slack (compare its settings)").click();
    page.heading("Slack side by side").appears().has_focus();
    is_read(&page);
    page.sees("The same everywhere");
    page.sees("Not compared, because GitLab never shows secrets: Webhook.");
    row(&page, "Website").shows("default");
    row(&page, "Checkout").shows("all");
    page.sees("A push to the repository: channel: shop-commits");
    page.shows_nowhere("hooks.slack.com/services");
    page.button(sentences::ONLY_WHAT_DIFFERS).click();
    assert!(page.address().ends_with("settings=all"), "{}", page.address());
    row(&page, "Website").shows("A push to the repository: on");
    page.link("Website").click();
    page.heading("Slack notifications").appears();
    server.forget();
    page.back();
    page.heading("Slack side by side").appears();
    row(&page, "Website").appears();
    assert!(server.api_lines().iter().all(|line| !line.ends_with("/slack")), "{:?}", server.api_lines());
    page.link("Back to all integrations of these projects").click();
    page.heading("Projects of Shop / Web").appears();
}

#[test]
fn one_that_cannot_be_read_is_tried_again() {
    let server = today();
    server.disturb(
        "GET /api/v4/projects/101/integrations/slack",
        Fault::Answer(500, json!({ "message": "500" })),
    );
    // Opened by its address: the projects are read first.
    let page = server.open(&server.at_gitlab("fleet/slack?group=21"));
    let alert = page.alert("The settings of 1 project or group could not be read").appears();
    row(&page, "Website").shows("could not be read");
    row(&page, "Checkout").appears();
    server.heal();
    page.button("Try those again").click();
    alert.vanishes();
    is_read(&page);
    row(&page, "Website").appears().without_text("could not be read");
}

#[test]
fn what_nothing_has_says_so() {
    let server = today();
    let page = server.open(&server.at_gitlab("fleet/bugzilla?group=21"));
    page.heading("None of them has Bugzilla").appears();
}

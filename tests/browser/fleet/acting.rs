//! From the comparison to plans: others get the settings of one, or one field is set in those that are chosen.

use patchbay_tests::{Locator, Page, Server, keys, sentences};
use serde_json::{Value, json};

use super::{is_read, open_group, today};

const WEBHOOK: &str = "https://hooks.slack.com/services/T0/B0/alike-5d1e-s3cret";

/// Why the button cannot be used.
#[track_caller]
fn refuses(page: &Page<'_>, button: &str, reason: &str) {
    let button = page.button(button);
    button.has("aria-disabled", "true");
    let id = button.attribute("aria-describedby").unwrap();
    let said = page.run("return tree.querySelector(`#${arguments[0]}`).textContent", vec![json!(id)]);
    assert_eq!(said, reason);
}

/// The comparison of Slack in three projects that have it, each with its own channel, and none else.
#[track_caller]
fn compared(server: &Server) -> (Page<'_>, Vec<u64>) {
    let ids: Vec<u64> = ["website", "checkout", "search-page"]
        .map(|name| server.project(&format!("shop/web/{name}")))
        .to_vec();
    for (id, channel) in ids.iter().zip(["model", "one", "two"]) {
        server.put_integration(*id, "slack", &json!({ "webhook": WEBHOOK, "channel": channel }));
    }
    let list: Vec<String> = ids.iter().map(u64::to_string).collect();
    let page = server.open(&server.at_gitlab(&format!("fleet/slack?list={}", list.join(","))));
    page.heading("Slack side by side").appears();
    is_read(&page);
    server.forget();
    (page, ids)
}

fn tick<'p>(page: &'p Page<'_>, name: &str) -> Locator<'p> {
    page.role("checkbox").named(&format!("Select {name}"))
}

/// The channel with which the form begins.
#[track_caller]
fn begins_with(page: &Page<'_>, channel: &str) {
    page.becomes(channel, || page.field("Default channel").value() == channel);
}

fn channel(server: &Server, id: u64) -> Value {
    server.integration_of(id, "slack")["properties"]["channel"].clone()
}

/// Which projects were written to, and the channel that each got.
fn written(server: &Server) -> Vec<(String, Value)> {
    let writes = server.writes().into_iter().map(|(line, body)| (line, body["channel"].clone()));
    let mut writes: Vec<_> = writes.collect();
    writes.sort_by(|one, other| one.0.cmp(&other.0));
    writes
}

fn puts(ids: &[u64], channel: &str) -> Vec<(String, Value)> {
    let mut lines: Vec<_> = ids
        .iter()
        .map(|id| (format!("PUT /api/v4/projects/{id}/integrations/slack"), json!(channel)))
        .collect();
    lines.sort_by(|one: &(String, Value), other| one.0.cmp(&other.0));
    lines
}

#[track_caller]
fn applied(page: &Page<'_>) {
    page.button("Apply to 2").click();
    page.button("Continue with 1").click();
    page.becomes("the end of the run", || page.text().contains("Close plan"));
}

#[test]
fn the_others_that_are_shown_get_the_settings_of_the_one_that_is_chosen() {
    let server = today();
    let (page, ids) = compared(&server);
    refuses(
        &page,
        sentences::MAKE_THESE_LIKE_THIS_ONE,
        "Choose the project or group that is the model with the box before its name. The others get its settings.",
    );
    tick(&page, "Website").click();
    page.sees("Website is the model for the 2 others that are shown.");
    page.is_accessible("a comparison with a model");
    page.tab_to("button", sentences::MAKE_THESE_LIKE_THIS_ONE);
    page.press(keys::Enter);
    page.heading("Make Slack notifications alike").appears();
    page.sees("shop/web/website is the model. 2 projects chosen to get its settings.");
    begins_with(&page, "model");
    page.is_accessible("making many like one");
    // No answer of GitLab has it, so it is asked for once.
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees(sentences::ONE_SETTING_NEEDS_ATTENTION);
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Make Slack notifications in 2 projects like in shop/web/website").appears();
    page.sees("2 to change");
    page.sees(&format!("Slack notifications · #{}", ids[1])).without_text("integrations/slack");
    assert_eq!(server.writes(), []);
    applied(&page);
    assert_eq!(written(&server), puts(&ids[1..], "model"));
    assert_eq!(channel(&server, ids[2]), "model");
    page.shows_nowhere("alike-5d1e");
    page.keeps_nowhere("alike-5d1e");
    // Back to what was compared, not to the table.
    page.button("Close plan").click();
    page.heading("Slack side by side").appears();
}

#[test]
fn of_several_that_are_chosen_another_one_can_be_the_model_and_the_rest_stays() {
    let server = today();
    let (page, ids) = compared(&server);
    tick(&page, "Website").click();
    tick(&page, "Checkout").click();
    // The first in the order of the rows.
    page.sees("Checkout is the model for the other one that is chosen.");
    page.button(sentences::MAKE_THESE_LIKE_THIS_ONE).click();
    page.sees("1 project chosen to get its settings.");
    let script = "
        const list = tree.querySelector(`[id='${arguments[0]}']`);
        list.value = [...list.options].find((one) => one.label === arguments[1]).value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    let model = page.role("combobox").named("Model").attribute("id").unwrap();
    page.run(script, vec![json!(model), json!("shop/web/website")]);
    page.sees("shop/web/website is the model.");
    begins_with(&page, "model");
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 1").click();
    page.becomes("the end of the run", || page.text().contains("Close plan"));
    assert_eq!(written(&server), puts(&ids[1..2], "model"));
    assert_eq!(channel(&server, ids[2]), "two");
}

#[test]
fn one_field_is_set_in_those_that_are_chosen() {
    let server = today();
    let (page, ids) = compared(&server);
    refuses(
        &page,
        sentences::SET_THIS_FIELD_ON_THOSE,
        "Choose the projects and groups that get it with the boxes before their names.",
    );
    tick(&page, "Checkout").click();
    tick(&page, "Search page").click();
    assert_eq!(page.role("combobox").named(sentences::FIELD_TO_SET).value(), "channel");
    page.tab_to("button", sentences::SET_THIS_FIELD_ON_THOSE);
    page.press(keys::Enter);
    page.heading("Change Slack notifications").appears();
    page.sees("2 projects chosen.");
    page.role("region").named("Default channel").appears();
    page.field("Default channel").fill("same");
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Change Slack notifications in 2 projects").appears();
    applied(&page);
    assert_eq!(written(&server), puts(&ids[1..], "same"));
    assert_eq!(channel(&server, ids[0]), "model");
}

#[test]
fn a_single_one_has_none_to_be_like_it_and_the_way_back_keeps_the_search() {
    let server = today();
    let page = open_group(&server, "shop/web");
    page.link("Slack (compare its settings)").click();
    is_read(&page);
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).fill("website");
    page.becomes("one row", || page.address().ends_with("q=website"));
    tick(&page, "Website").click();
    refuses(
        &page,
        sentences::MAKE_THESE_LIKE_THIS_ONE,
        "No other project or group that has it is shown, so none can get its settings.",
    );
    page.sees("1 of 1 selected");
    page.link("Change…").click();
    page.heading("Change Slack notifications").appears();
    page.link(sentences::BACK_TO_THE_TABLE).click();
    page.heading("Slack side by side").appears();
    assert!(page.address().ends_with("q=website"), "{}", page.address());
}

//! Removing: what is said, what is asked, and what is sent.

use patchbay_tests::sentences;
use std::time::Duration;

use patchbay_tests::{Fault, Page, Server, keys};
use serde_json::{Value, json};

#[track_caller]
fn ask(page: &Page<'_>, name: &str) {
    page.button(&format!("Actions for {name}")).click();
    page.role("menuitem").named("Remove…").click();
    page.role("alertdialog").named(&format!("Remove {name}?")).appears();
}

#[test]
fn asks_for_the_name_and_keeps_files_unless_told() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let row = page.role("row").named_like("mobile").appears();
    ask(&page, "mobile");
    page.sees("Issues of 5 projects no longer show its commits, branches and pull requests.");
    let confirm = page.field("Type mobile to confirm");
    confirm.has_focus();
    let remove = page.button(sentences::REMOVE_INTEGRATION);
    remove.has("aria-disabled", "true");
    remove.click();
    confirm.fill("mobil");
    remove.has("aria-disabled", "true");
    page.sees("Type the name exactly as it is written above.");
    assert_eq!(server.writes(), []);
    confirm.fill("mobile");
    remove.click();
    page.role("status").shows("mobile was removed.");
    row.vanishes();
    page.sees("24 integrations");
    let line = "DELETE /rest/gitplugin/1.0/integration/2?deleteFiles=false".to_owned();
    assert_eq!(server.writes(), [(line, Value::Null)]);
    assert_eq!(server.all().len(), 24);
}

#[test]
fn deletes_the_copies_when_told() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Remove…").click();
    page.role("checkbox").named_like("Also delete Jira’s copies of the repositories").click();
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.is_at("/integrations");
    let line = "DELETE /rest/gitplugin/1.0/integration/2?deleteFiles=true".to_owned();
    assert_eq!(server.writes(), [(line, Value::Null)]);
}

#[test]
fn never_offers_to_delete_a_tracked_folder() {
    let server = Server::demo();
    let page = server.open("/integrations");
    ask(&page, "/jira/repos/*");
    page.sees("The repositories in the folder /jira/repos/* stay where they are.")
        .without(&page.role("checkbox").within(page.role("alertdialog")));
    page.field("Type /jira/repos/* to confirm").fill("/jira/repos/*");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.sees("24 integrations");
    let line = "DELETE /rest/gitplugin/1.0/integration/13?deleteFiles=false".to_owned();
    assert_eq!(server.writes(), [(line, Value::Null)]);
}

#[test]
fn shows_what_lingers_as_being_removed() {
    let server = Server::new().demo(25).linger(Duration::from_secs(3)).start();
    let page = server.open("/integrations");
    ask(&page, "mobile");
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).click();
    let row = page.role("row").named_like("mobile").shows(sentences::BEING_REMOVED);
    row.without(&page.switch("Enabled: mobile")).without(&page.switch("Disabled: mobile"));
    page.button("Actions for mobile").click();
    let remove = page.role("menuitem").named_like("Remove…");
    remove.has("aria-disabled", "true").shows("mobile is being removed.");
    page.press(keys::Escape);
    page.runs_its_clock();
    row.vanishes();
}

#[test]
fn tells_why_it_failed_and_stays_open() {
    let server = Server::demo();
    let page = server.open("/integrations");
    ask(&page, "mobile");
    let line = "DELETE /rest/gitplugin/1.0/integration/2";
    let refusal =
        json!({ "success": false, "error": "The queue is full", "advice": "Wait until it is shorter." });
    server.disturb(line, Fault::Answer(400, refusal));
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.alert("Removing failed: Jira refused the request")
        .shows("The queue is full. Wait until it is shorter.");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.sees("24 integrations");
}

#[test]
fn gives_the_focus_back_when_cancelled() {
    let server = Server::demo();
    let page = server.open("/integrations");
    ask(&page, "mobile");
    page.button("Cancel").click();
    page.button("Actions for mobile").has_focus();
    assert_eq!(server.writes(), []);
}

//! A slow server and impatient people: nothing is sent twice, and what comes too late harms nobody.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server, keys};
use serde_json::json;

const ONE: &str = "/rest/gitplugin/1.0/integration/2";

#[test]
fn saves_once_however_often_one_clicks() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    server.disturb(&format!("PUT {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").has("aria-busy", "true").click();
    page.field("Display name").press(keys::Enter);
    server.heal();
    page.role("status").shows("mobile apps is saved.");
    assert_eq!(server.writes().len(), 1, "{:?}", server.writes());
}

#[test]
fn adds_once_however_often_one_clicks() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill("t0ken");
    server.disturb("POST /rest/gitplugin/1.0/integration", Fault::Held);
    page.button(sentences::ADD_INTEGRATION).click();
    page.sees("Adding…");
    // The form may be closed to people meanwhile, but not to what they have pressed already.
    page.run("document.querySelector('form').requestSubmit()", Vec::new());
    server.heal();
    page.role("status").shows("was added.");
    assert_eq!(server.all().len(), 26);
}

#[test]
fn turns_a_switch_once() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb("PUT /rest/gitplugin/1.0/repository/2/disable", Fault::Held);
    let switch = page.switch("Enabled: mobile");
    switch.click();
    switch.has("aria-busy", "true").click();
    page.role("row").named_like("mobile").shows("Disabling…");
    server.heal();
    page.role("status").shows("mobile is disabled.");
    assert_eq!(server.writes().len(), 1);
}

#[track_caller]
fn leave_while_saving(page: &Page<'_>) {
    page.button("Saving…").appears();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.button("Leave").click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
}

#[test]
fn an_answer_to_a_page_that_was_left_harms_nobody() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(&format!("GET {ONE}"), Fault::Held);
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    server.heal();
    page.link("mobile").click();
    page.field("Display name").holds("mobile");
    page.field("Display name").fill("saved after all");
    // Left while it is read once more, before anything is sent.
    server.disturb(&format!("GET {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    leave_while_saving(&page);
    server.heal();
    // What was begun is done, and told where one is by then.
    page.role("status").shows("saved after all is saved.");
    page.link("saved after all").appears();
    page.link("platform-core").click();
    page.field("Display name").holds("platform-core");
    assert_eq!(server.writes().len(), 1);
}

#[test]
fn a_page_may_be_left_while_it_is_saved() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("saved on the way out");
    server.disturb(&format!("PUT {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    page.becomes("the change to be on its way", || server.writes().len() == 1);
    leave_while_saving(&page);
    server.heal();
    page.becomes("the change to be there", || {
        server.all().iter().any(|one| one["displayName"] == "saved on the way out")
    });
    page.role("status").shows("saved on the way out is saved.");
    page.link("saved on the way out").click();
    page.field("Display name").holds("saved on the way out");
}

#[test]
fn what_is_typed_while_saving_stays() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("first");
    server.disturb(&format!("PUT {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.field("Display name").fill("first and more");
    server.heal();
    page.role("status").shows("first is saved.");
    page.field("Display name").holds("first and more");
    page.button("Save 1 change").click();
    page.role("status").shows("first and more is saved.");
}

#[test]
fn names_from_the_server_are_text_and_nothing_else() {
    let server = Server::demo();
    let name = "<img src=x onerror=alert(1)><b>bold</b> {{x}} & “quoted” \u{202e}backwards";
    server.change(2, &json!({ "displayName": name, "tagsFilter": "<script>alert(2)</script>" }));
    let page = server.open("/integrations");
    page.link(name).click();
    page.heading(name).appears();
    page.field("Display name").holds(name);
    page.field("Tag filter (show only matching)").holds("<script>alert(2)</script>");
    page.button("Remove…").click();
    page.role("alertdialog").named(&format!("Remove {name}?")).appears();
    assert_eq!(page.run("return document.querySelectorAll('img, main b script').length", Vec::new()), 0);
}

//! A secret goes where it must and nowhere else.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

const CANARY: &str = "canary-7f3a-s3cret";

/// Fills in a form with the canary in the secret field, and sends it.
#[track_caller]
fn sends_it_once(page: &Page<'_>, server: &Server, label: &str, button: &str, key: &str, done: &str) {
    page.field(label).fill(CANARY);
    page.field(label).has("type", "password");
    page.button("Show").click();
    page.field(label).has("type", "text");
    page.button("Show").click();
    page.field(label).has("type", "password");
    for tab in ["JSON", "curl"] {
        page.role("tab").named(tab).click();
        let shown = page.role("tabpanel").named(tab).text();
        assert!(!shown.contains(CANARY), "{shown}");
    }
    assert!(!page.text().contains(CANARY));
    page.keeps_nowhere(CANARY);
    server.forget();
    page.button(button).click();
    page.role("status").shows(done);
    let carrying: Vec<_> =
        server.requests().into_iter().filter(|request| request.text.contains(CANARY)).collect();
    assert_eq!(carrying.len(), 1, "{carrying:?}");
    assert_eq!(carrying[0].body[key], CANARY);
    assert!(!carrying[0].line.contains(CANARY));
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
}

#[test]
fn a_token_of_a_new_integration() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    sends_it_once(&page, &server, "Personal access token", sentences::ADD_INTEGRATION, "pat", "was added.");
}

#[test]
fn a_password_of_a_new_integration() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GERRIT");
    page.field("Host URL").fill("https://gerrit.test.example");
    page.field("User name").fill("svc");
    sends_it_once(&page, &server, "Password", sentences::ADD_INTEGRATION, "password", "was added.");
}

#[test]
fn a_secret_key_of_a_new_integration() {
    let server = Server::demo();
    let page = server.open("/integrations/new/AWS");
    page.field("Access key ID").fill("AKIAIOSFODNN7EXAMPLE");
    page.role("combobox").named("AWS region").fill("eu-west-1");
    sends_it_once(&page, &server, "Secret access key", sentences::ADD_INTEGRATION, "password", "was added.");
}

#[test]
fn a_replaced_token() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Replace the personal access token").click();
    sends_it_once(&page, &server, "Personal access token", "Save 1 change", "pat", "mobile is saved.");
}

#[test]
fn a_replaced_password() {
    let server = Server::demo();
    let page = server.open("/integrations/12");
    page.role("radio").named("User name and password").click();
    page.field("User name").fill("svc");
    sends_it_once(&page, &server, "Password", "Save 2 changes", "password", "firmware is saved.");
}

#[test]
fn a_token_of_a_form_that_was_left() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill(CANARY);
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
    page.back();
    page.heading("Add GitHub.com integration").appears();
    page.field("Personal access token").holds("");
    assert!(!server.requests().iter().any(|request| request.text.contains(CANARY)));
}

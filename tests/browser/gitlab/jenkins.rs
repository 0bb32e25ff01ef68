//! Jenkins: a password that may stay as it is, and is forgotten when the address changes.

use patchbay_model::form::diff::KEPT;
use patchbay_model::gitlab::rules::jenkins::NO_USER_NAME;
use patchbay_model::gitlab::{clears, find};
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

use super::form::{only_put, open_form, saved};

/// The sentence at a changed URL.
fn deletes_the_password() -> String {
    format!("Changing “Jenkins URL” {}", clears("password"))
}

#[track_caller]
fn open(server: &Server) -> Page<'_> {
    let page = server.open("/gitlab");
    open_form(&page, server, find("jenkins").unwrap());
    page
}

#[test]
fn keeps_its_password_unless_a_new_one_is_entered() {
    let server = Server::demo();
    let page = open(&server);
    page.sees(KEPT);
    page.sees("GitLab never returns the password, so nothing is sent unless you replace it.");
    page.switch("A tag is created or deleted").click();
    server.forget();
    saved(&page, "Jenkins");
    let sent = only_put(&server, "jenkins");
    assert!(!sent.contains_key("password") && !sent.contains_key("username"), "{sent:?}");
    assert_eq!(
        (&sent["jenkins_url"], &sent["project_name"]),
        (&"https://jenkins.example.com".into(), &"website".into())
    );
    assert_eq!((&sent["tag_push_events"], &sent["push_events"]), (&true.into(), &true.into()));
    page.button("Replace the password").click();
    page.field("Password").has_focus().fill("n3w");
    server.forget();
    saved(&page, "Jenkins");
    assert_eq!(only_put(&server, "jenkins")["password"], "n3w");
    page.sees(KEPT);
}

#[test]
fn another_address_costs_the_stored_password() {
    let server = Server::demo();
    let page = open(&server);
    page.field("Jenkins URL").appears().without_text(&deletes_the_password());
    page.field("Jenkins URL").fill("https://builds.test.example");
    let warning = page.sees(&deletes_the_password());
    page.button("Discard").click();
    warning.vanishes();
    page.field("Jenkins URL").holds("https://jenkins.example.com");
}

#[test]
fn a_password_needs_a_user_name() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Jenkins URL").fill("https://builds.test.example");
    page.field("Project name").fill("app");
    page.field("Password").fill("n3w");
    page.button(sentences::SET_UP).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(NO_USER_NAME);
    page.field("User name").fill("gitlab");
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Jenkins is set up");
}

//! What a check tells of a Jira.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use super::{at, card, enter, open_about, sign_in_as_user};

const INFO: &str = "GET /rest/api/2/serverInfo";
const LIST: &str = "GET /rest/gitplugin/1.0/integration";

#[test]
fn each_trouble_is_told_from_the_others() {
    let server = Server::demo();
    let page = open_about(&server, "jira", "", "session");
    let place = server.place();
    card(&page, "Jira", &place).shows("Works");
    let old = json!({ "version": "8.13.27", "baseUrl": server.origin() });
    for (line, fault, title, step) in [
        (INFO, Fault::Html, "Something other than Jira answers", "Open Jira in a new tab, sign in there"),
        (
            INFO,
            Fault::Answer(404, json!({})),
            "Jira is not at this address",
            "Compare the address in config.json",
        ),
        (INFO, Fault::Answer(503, json!({})), "Jira has an internal error", "check again in some minutes"),
        (
            INFO,
            Fault::Answer(200, old),
            "Jira is too old",
            "runs Jira 8.13.27. Patchbay needs Jira 8.14 or later.",
        ),
        (LIST, Fault::Answer(404, json!({})), "Git Integration for Jira is not installed", "Manage apps"),
        (LIST, Fault::Html, "Something other than Jira answers", ""),
        (
            LIST,
            Fault::Answer(200, json!({ "success": false })),
            "does not give its list",
            "licence may have expired",
        ),
        (LIST, Fault::TooMany(30), "Jira refused the request", "wait some minutes, then check again"),
    ] {
        server.disturb(line, fault);
        page.button(sentences::CHECK_AGAIN).click();
        card(&page, "Jira", &place).shows(title).shows(step).shows("Fails");
        server.heal();
    }
    page.is_accessible("a connection that fails");
    page.button(sentences::CHECK_AGAIN).click();
    card(&page, "Jira", &place).shows("Works");
}

#[test]
fn a_wrong_token_is_asked_for_again() {
    let server = Server::demo();
    let page = open_about(&server, "jira", "", "token");
    let place = server.place();
    enter(&page, &place, sentences::ENTER_A_TOKEN, "wrong");
    card(&page, "Jira", &place)
        .shows("Jira refuses the token.")
        .shows("The token is not accepted")
        .shows("Jira answers, but the token may be mistyped, expired or revoked.");
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "admin-token");
    card(&page, "Jira", &place).shows("The token belongs to Ada Administrator.").shows("Works");
}

#[test]
fn a_token_of_somebody_without_rights_is_told_from_a_wrong_one() {
    let server = Server::demo();
    let page = open_about(&server, "jira", "", "token");
    enter(&page, &server.place(), sentences::ENTER_A_TOKEN, "user-token");
    card(&page, "Jira", &server.place())
        .shows("The token belongs to Uli User.")
        .shows(sentences::YOU_ARE_NOT_A_JIRA_ADMINISTRATOR)
        .shows(sentences::YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS)
        .shows("Ask a Jira administrator");
}

#[test]
fn what_jira_wants_of_a_session_is_told() {
    let server = Server::demo();
    let page = open_about(&server, "jira", "", "session");
    let place = server.place();
    card(&page, "Jira", &place).shows("Works");
    server.sandbox().require_websudo(true);
    page.button(sentences::CHECK_AGAIN).click();
    card(&page, "Jira", &place)
        .shows(sentences::JIRA_ASKS_FOR_CONFIRMATION)
        .shows("Enter your password on Jira’s own page");
    page.link("Confirm in Jira (opens a new tab)").appears();
    server.sandbox().end_all_sessions();
    page.button(sentences::CHECK_AGAIN).click();
    card(&page, "Jira", &place)
        .shows(sentences::YOU_ARE_SIGNED_OUT)
        .shows("Sign in to Jira, then check again.");
    page.link("Sign in to Jira (opens a new tab)").appears();
}

#[test]
fn who_is_no_administrator_is_told_so() {
    let server = Server::new().demo(3).signed_out().start();
    let page = Page::blank(&server);
    sign_in_as_user(&page, &server);
    page.go(&at(&server));
    card(&page, "Jira", &server.place())
        .shows("You are signed in as Uli User.")
        .shows(sentences::YOU_ARE_NOT_A_JIRA_ADMINISTRATOR)
        .shows(sentences::YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS);
}

#[test]
fn who_is_no_administrator_but_may_read_is_told_that() {
    let server = Server::demo();
    let none = json!({ "permissions": { "ADMINISTER": { "havePermission": false } } });
    server.disturb("GET /rest/api/2/mypermissions", Fault::Answer(200, none));
    let page = open_about(&server, "jira", "", "session");
    card(&page, "Jira", &server.place())
        .shows(sentences::YOU_ARE_NOT_A_JIRA_ADMINISTRATOR)
        .shows("Works, with fewer rights");
}

#[test]
fn a_jira_that_hides_its_version_from_strangers_tells_it_later() {
    let server = Server::demo();
    server.disturb(INFO, Fault::Answer(401, json!({})));
    let page = open_about(&server, "jira", "", "session");
    card(&page, "Jira", &server.place()).shows("Jira does not say which version it is.").shows("Works");
}

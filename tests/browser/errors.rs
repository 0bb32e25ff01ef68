//! Errors between the page and Jira: each has its own state with the next step, and what was typed stays.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";

/// A form in which something was typed.
#[track_caller]
fn typed(server: &Server) -> Page<'_> {
    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed with care");
    page.button("Save 1 change").appears();
    page
}

#[track_caller]
fn nothing_is_lost(page: &Page<'_>) {
    page.field("Display name").holds("typed with care");
    page.button("Save 1 change").appears();
}

#[test]
fn an_ended_session_is_begun_anew_in_another_tab() {
    let server = Server::demo();
    let page = typed(&server);
    server.sandbox().end_all_sessions();
    page.button("Save 1 change").click();
    page.alert("Saving failed: you are signed out of Jira").shows(sentences::SESSION_ENDED);
    nothing_is_lost(&page);
    page.link("Sign in to Jira (opens a new tab)").click();
    page.in_the_new_tab(|page| {
        page.field("User name").fill("admin");
        page.field("Password").fill("admin");
        page.button(sentences::SIGN_IN).click();
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    });
    nothing_is_lost(&page);
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("typed with care is saved.");
}

#[test]
fn a_secure_session_is_confirmed_in_another_tab() {
    let server = Server::demo();
    let page = typed(&server);
    server.sandbox().require_websudo(true);
    page.button("Save 1 change").click();
    page.alert("Saving failed: Jira asks you to confirm that you are an administrator").appears();
    nothing_is_lost(&page);
    page.link("Confirm in Jira (opens a new tab)").click();
    page.in_the_new_tab(|page| {
        page.field("Password").fill("admin");
        page.button("Confirm").click();
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    });
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("typed with care is saved.");
}

#[test]
fn says_what_happened_to_the_list_and_reads_it_again() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    let forbidden = json!({ "success": false, "error": "You are no administrator" });
    for (fault, title, sentence) in [
        (
            Fault::Answer(401, json!({})),
            "You are signed out of Jira",
            "Sign in, then try again: this page stays as it is.",
        ),
        (
            Fault::WebSudo,
            sentences::JIRA_ASKS_FOR_CONFIRMATION,
            "Enter your password on Jira’s own page, then try again",
        ),
        (
            Fault::Answer(403, forbidden),
            sentences::NOT_ALLOWED,
            "Only administrators of Jira can manage integrations.",
        ),
        (
            Fault::Html,
            "Something other than Jira answered",
            "Open Jira in another tab, sign in there, then try again.",
        ),
        (Fault::Cut, "Jira cannot be reached", "Try again when the connection is back."),
        (Fault::TooMany(30), "Jira asks you to slow down", "Too many requests. Try again in 30 seconds."),
        (
            Fault::Answer(500, json!({})),
            "Jira had an internal error",
            "Try again. If it happens again, look in Jira’s log.",
        ),
        (Fault::Answer(200, json!({ "success": true })), "Jira’s answer could not be read", ""),
    ] {
        server.disturb(LIST, fault);
        page.button("Refresh").click();
        let alert = page.alert(title).appears();
        alert.shows(sentence).shows(sentences::DETAILS_FOR_A_BUG_REPORT);
        // What was read stays.
        page.link("mobile").appears();
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        alert.vanishes();
    }
}

#[test]
fn opens_on_trouble_and_recovers() {
    let server = Server::demo();
    server.disturb("GET /rest/api/2/myself", Fault::Cut);
    let page = server.open("/integrations");
    page.alert("Jira cannot be reached").appears();
    server.heal();
    server.disturb(LIST, Fault::Answer(500, Value::Null));
    page.button(sentences::TRY_AGAIN).click();
    page.alert("Jira had an internal error").appears();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.link("mobile").appears();
}

#[test]
fn keeps_what_was_typed_through_every_failure_of_saving() {
    let server = Server::demo();
    let page = typed(&server);
    for (fault, title) in [
        (Fault::Answer(403, json!({})), "Saving failed: you are not allowed to do this"),
        (Fault::Html, "Saving failed: something other than Jira answered"),
        (Fault::Cut, "Saving failed: Jira cannot be reached"),
        (Fault::TooMany(5), "Saving failed: Jira asks you to slow down"),
        (Fault::Answer(503, json!({})), "Saving failed: Jira is not available at the moment"),
        (Fault::Answer(500, json!({})), "Saving failed: Jira had an internal error"),
    ] {
        server.disturb(PUT, fault);
        page.button("Save 1 change").click();
        page.alert(title).appears();
        nothing_is_lost(&page);
        server.heal();
    }
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("typed with care is saved.");
}

#[test]
fn is_honest_when_reading_back_fails() {
    let server = Server::demo();
    let page = typed(&server);
    // The second reading of one save is the one that reads back.
    server.disturb_after(PUT, "GET /rest/gitplugin/1.0/integration/2", Fault::Answer(500, json!({})));
    page.button("Save 1 change").click();
    page.alert("It is saved, but reading it back failed").shows("Jira had an internal error.");
    server.heal();
    server.forget();
    page.button(sentences::READ_IT_BACK).click();
    page.heading("typed with care").appears();
    page.button("Save").has("aria-disabled", "true");
    assert_eq!(server.writes(), []);
}

#[test]
fn says_that_somebody_removed_it_meanwhile() {
    let server = Server::demo();
    let page = typed(&server);
    server.ask("DELETE", "/rest/gitplugin/1.0/integration/2", None);
    page.button("Save 1 change").click();
    page.alert(sentences::IT_DOES_NOT_EXIST_ANY_MORE).shows("Somebody removed it meanwhile.");
    nothing_is_lost(&page);
    assert_eq!(server.writes(), []);
}

#[test]
fn looks_whether_a_failed_adding_has_worked() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill("t0ken");
    server.disturb("POST /rest/gitplugin/1.0/integration", Fault::Answer(502, Value::Null));
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert("Adding failed: Jira is not available at the moment").appears();
    page.sees("Jira does not list it. What you entered is still here.");
    page.field("Personal access token").holds("t0ken");
}

#[test]
fn says_that_an_integration_or_a_page_does_not_exist() {
    let server = Server::demo();
    let page = server.open("/integrations/4711");
    page.alert("Integration 4711 does not exist").appears();
    page.link("Go to all Git integrations").click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.go("/nowhere/at/all");
    page.heading(sentences::NO_SUCH_PAGE).appears();
    page.sees("The address “/nowhere/at/all” leads nowhere.");
    page.go("/integrations/new/BITBUCKET");
    page.heading(sentences::NO_SUCH_TYPE).appears();
}

#[test]
fn a_person_without_rights_is_told_so() {
    let server = Server::new().demo(3).signed_out().start();
    let page = Page::blank(&server);
    page.visit(&format!("{}/login.jsp", server.origin()));
    page.field("User name").fill("user");
    page.field("Password").fill("user");
    page.button(sentences::SIGN_IN).click();
    page.alert(sentences::NOT_ALLOWED).appears();
    page.sees("Uli User").without_text("platform-core");
}

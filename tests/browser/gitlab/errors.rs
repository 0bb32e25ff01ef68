//! Errors while a form is saved: each has its own sentence, and what was typed stays.

use patchbay_model::gitlab::wire::{NO_REASON, NOT_ACCEPTED, not_sent};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

use super::form::{PROJECT, WEBSITE};

const PUT: &str = "PUT /api/v4/projects/101/integrations/emails-on-push";
const GET: &str = "GET /api/v4/projects/101/integrations/emails-on-push";

/// The form of Emails on push, which has no secret, with something typed.
#[track_caller]
fn typed(server: &Server) -> Page<'_> {
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.field("Recipients").fill("typed@with.care");
    page.button("Save 1 change").appears();
    page
}

#[track_caller]
fn nothing_is_lost(page: &Page<'_>) {
    page.field("Recipients").holds("typed@with.care");
    page.button("Save 1 change").appears();
}

#[track_caller]
fn is_saved(page: &Page<'_>, server: &Server) {
    page.role("status").shows("Emails on push is saved");
    assert_eq!(
        server.integration_of(PROJECT, "emails-on-push")["properties"]["recipients"],
        "typed@with.care"
    );
}

#[test]
fn keeps_what_was_typed_through_every_failure() {
    let server = Server::demo();
    let page = typed(&server);
    for (fault, title) in [
        (
            Fault::Answer(403, json!({ "message": "403 Forbidden" })),
            "Saving failed: you are not allowed to do this",
        ),
        (
            Fault::Answer(429, json!({ "message": "429 Too Many Requests" })),
            "Saving failed: GitLab asks you to slow down",
        ),
        (
            Fault::Answer(404, json!({ "message": "404 Project Not Found" })),
            "Saving failed: this project does not exist",
        ),
        (
            Fault::Answer(409, json!({ "message": "409 Conflict: Resource lock" })),
            "Saving failed: somebody else is changing this",
        ),
    ] {
        server.disturb(PUT, fault);
        page.button("Save 1 change").click();
        page.alert(title).appears();
        nothing_is_lost(&page);
        server.heal();
    }
    page.button(sentences::TRY_AGAIN).click();
    is_saved(&page, &server);
}

/// Saves, and is told that it failed, because GitLab has what it had before.
#[track_caller]
fn is_not_saved(page: &Page<'_>, why: &str) {
    page.button("Save 1 change").click();
    page.alert(&format!("Saving failed: {why}"))
        .shows("GitLab has it as it was before. What you entered is still here.");
    nothing_is_lost(page);
}

/// Saves while neither the change nor reading it back is answered.
#[track_caller]
fn is_left_in_doubt(server: &Server, page: &Page<'_>, fault: Fault, what: &str) {
    server.disturb(PUT, fault);
    server.disturb_after(PUT, GET, Fault::Cut);
    page.button("Save 1 change").click();
    page.alert("It is not known yet whether it was saved").shows(&format!(
        "{what}. GitLab may have saved it anyway. Read back what it has before you try again."
    ));
    nothing_is_lost(page);
    server.heal();
    server.forget();
}

#[test]
fn reads_back_by_itself_when_no_answer_came() {
    let server = Server::demo();
    let page = typed(&server);
    for (fault, what) in [
        (Fault::Half, "GitLab cannot be reached"),
        (Fault::Answer(502, Value::Null), "GitLab is not available at the moment"),
        (Fault::Html, "something other than GitLab answered"),
        (Fault::Answer(200, json!([])), "GitLab’s answer could not be read"),
    ] {
        server.disturb(PUT, fault);
        is_not_saved(&page, what);
        server.heal();
        assert_eq!(server.writes().len(), 1, "it is sent once");
        server.forget();
    }
    page.button("Save 1 change").click();
    is_saved(&page, &server);
}

#[test]
fn says_that_it_is_not_known_until_it_can_be_read_back() {
    let server = Server::demo();
    let page = typed(&server);
    is_left_in_doubt(&server, &page, Fault::Cut, "GitLab cannot be reached");
    page.button(sentences::READ_IT_BACK).click();
    page.alert("Saving failed: GitLab cannot be reached").shows("GitLab has it as it was before.");
    nothing_is_lost(&page);
    assert_eq!(server.writes(), []);
    page.button("Save 1 change").click();
    is_saved(&page, &server);
}

#[test]
fn finds_out_that_it_was_saved_although_no_answer_came() {
    let server = Server::demo();
    let page = typed(&server);
    is_left_in_doubt(&server, &page, Fault::Cut, "GitLab cannot be reached");
    server.put_integration(PROJECT, "emails-on-push", &json!({ "recipients": "typed@with.care" }));
    page.button(sentences::READ_IT_BACK).click();
    page.role("status").shows("Emails on push is saved in ");
    page.field("Recipients").holds("typed@with.care");
    page.sees(sentences::NOTHING_HAS_BEEN_CHANGED_YET);
}

#[test]
fn what_is_not_known_is_looked_at_before_it_is_sent_again() {
    let server = Server::demo();
    let page = typed(&server);
    is_left_in_doubt(&server, &page, Fault::Cut, "GitLab cannot be reached");
    server.put_integration(PROJECT, "emails-on-push", &json!({ "recipients": "typed@with.care" }));
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved in ");
    assert_eq!(server.writes(), []);
}

#[test]
fn what_somebody_else_saved_is_not_taken_for_ones_own() {
    let server = Server::demo();
    let page = typed(&server);
    is_left_in_doubt(&server, &page, Fault::Cut, "GitLab cannot be reached");
    server.put_integration(PROJECT, "emails-on-push", &json!({ "recipients": "theirs@test.example" }));
    server.forget();
    page.button(sentences::READ_IT_BACK).click();
    page.alert("GitLab does not have what you entered").shows("Somebody else may have changed it meanwhile");
    nothing_is_lost(&page);
    assert_eq!(server.writes(), []);
    page.button("Save 1 change").click();
    is_saved(&page, &server);
}

#[test]
fn gives_up_waiting_after_a_minute() {
    let server = Server::demo();
    let page = typed(&server);
    // A minute takes an eighth of a second on this page.
    let script =
        "const real = setTimeout; window.setTimeout = (act, wait) => real(act, wait > 50_000 ? 125 : wait);";
    page.run(script, Vec::new());
    server.disturb(PUT, Fault::Held);
    is_not_saved(&page, "GitLab did not answer in time");
    server.heal();
}

#[test]
fn a_refusal_without_a_reason_is_given_one() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Answer(400, json!({ "message": "400 Bad Request" })));
    page.button("Save 1 change").click();
    page.alert("GitLab refused the request").shows(NO_REASON);
    nothing_is_lost(&page);
}

#[test]
fn a_refusal_stands_at_the_field_that_it_is_about() {
    let server = Server::demo();
    let page = typed(&server);
    let missing = not_sent("Recipients");
    for (body, sentence) in [
        (json!({ "error": "recipients is missing" }), missing.as_str()),
        (json!({ "error": "recipients is invalid" }), NOT_ACCEPTED),
        (json!({ "message": { "recipients": ["are too many"] } }), "Recipients are too many."),
        (
            json!({ "message": "Failed to update integration. {:recipients=>[\"can't be blank\"]}" }),
            "Recipients can't be blank.",
        ),
        (
            json!({ "message": "Failed to update integration. {recipients: [\"is invalid\"]}" }),
            "Recipients is invalid.",
        ),
    ] {
        server.disturb(PUT, Fault::Answer(400, body));
        page.button("Save 1 change").click();
        let alert = page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).has_focus().shows(sentence);
        page.field("Recipients").has("aria-invalid", "true").holds("typed@with.care");
        server.heal();
        page.field("Recipients").fill("typed@again");
        alert.vanishes();
        page.field("Recipients").fill("typed@with.care");
    }
    page.button("Save 1 change").click();
    is_saved(&page, &server);
}

#[test]
fn a_project_that_moves_meanwhile_is_found_again() {
    let server = Server::demo();
    let page = typed(&server);
    let there = server.integration_of(PROJECT, "emails-on-push");
    let mut same = there["properties"].clone();
    same["push_events"] = there["push_events"].clone();
    same["tag_push_events"] = there["tag_push_events"].clone();
    server.put_integration(102, "emails-on-push", &same);
    server.disturb(
        PUT,
        Fault::Answer(405, json!({ "message": "Non GET methods are not allowed for moved projects" })),
    );
    let now = server.ask_gitlab("GET", "/projects/102", None);
    server.disturb("GET /api/v4/projects/101", Fault::Answer(200, now));
    page.button("Save 1 change").click();
    page.alert(sentences::PROJECT_HAS_MOVED).shows("It is now shop/web/checkout, number 102.");
    nothing_is_lost(&page);
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved in ");
    assert_eq!(server.integration_of(102, "emails-on-push")["properties"]["recipients"], "typed@with.care");
}

#[test]
fn errors_of_reading_are_told_and_tried_again() {
    let server = Server::demo();
    server.disturb(GET, Fault::Answer(500, json!({})));
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.alert("GitLab had an internal error").appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.field("Recipients").holds("shop@example.com\nwebsite@example.com");
    page.go(&server.at_gitlab("4711/slack"));
    page.alert(sentences::NO_SUCH_PROJECT).appears();
}

#[test]
fn html_in_the_place_of_json_is_named() {
    let server = Server::demo();
    server.disturb(GET, Fault::Html);
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.alert("Something other than GitLab answered").appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.field("Recipients").appears();
}

//! Somebody else changed an integration meanwhile: shown field by field, before anything is overwritten.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use super::form::{PROJECT, WEBSITE, only_put};

/// Both change the recipients; only the other one switches pushes off. Ends at the open dialog.
#[track_caller]
fn conflicting(server: &Server) -> Page<'_> {
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.field("Recipients").fill("mine@test.example");
    page.switch("Omit diffs").click();
    server.put_integration(
        PROJECT,
        "emails-on-push",
        &json!({ "recipients": "theirs@test.example", "push_events": false }),
    );
    server.forget();
    page.button("Save 2 changes").click();
    page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.heading(sentences::SOMEBODY_ELSE_CHANGED_IT).has_focus();
    assert_eq!(server.writes(), []);
    page
}

#[test]
fn mine_is_saved_over_theirs() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT);
    dialog.shows("A push to the repository\nWhen you opened it: on\nTheirs, which stays: off");
    page.role("radio").named("Theirs: theirs@test.example").appears();
    page.role("radio").named("Yours: mine@test.example").click();
    page.button(sentences::SAVE_WHAT_I_CHOSE).click();
    page.role("status").shows("Emails on push is saved");
    let sent = only_put(&server, "emails-on-push");
    assert_eq!(sent["recipients"], "mine@test.example");
    assert_eq!((&sent["push_events"], &sent["disable_diffs"]), (&json!(false), &json!(false)));
}

#[test]
fn theirs_is_taken_and_what_only_i_changed_stays() {
    let server = Server::demo();
    let page = conflicting(&server);
    page.role("radio").named("Theirs: theirs@test.example").click();
    page.button(sentences::PUT_WHAT_I_CHOSE_INTO_THE_FORM).click();
    page.field("Recipients").holds("theirs@test.example");
    page.switch("A push to the repository").has("aria-checked", "false");
    page.switch("Omit diffs").has("aria-checked", "false");
    assert_eq!(server.writes(), []);
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved");
    assert_eq!(only_put(&server, "emails-on-push")["recipients"], "theirs@test.example");
}

#[test]
fn back_at_the_form_nothing_is_lost() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.button(sentences::BACK_TO_THE_FORM).click();
    dialog.vanishes();
    page.field("Recipients").holds("mine@test.example");
    assert_eq!(server.writes(), []);
}

#[test]
fn each_conflict_says_since_when() {
    let server = Server::demo();
    let page = conflicting(&server);
    let dialog = page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT);
    let change = |recipients: &str| {
        server.put_integration(PROJECT, "emails-on-push", &json!({ "recipients": recipients }));
    };
    let recipients = || page.role("group").named("Recipients");
    page.role("radio").named("Yours: mine@test.example").click();
    page.button(sentences::PUT_WHAT_I_CHOSE_INTO_THE_FORM).click();
    change("again@test.example");
    page.button("Save 2 changes").click();
    dialog.shows("no longer as they were when you last decided about them");
    recipients().shows("When you last decided: theirs@test.example");
    page.role("radio").named("Yours: mine@test.example").click();
    page.button(sentences::SAVE_WHAT_I_CHOSE).click();
    page.role("status").shows("Emails on push is saved");
    page.field("Recipients").fill("last@test.example");
    change("theirs@test.example");
    page.button("Save 1 change").click();
    dialog.shows("no longer as they were when you saved them last");
    recipients().shows("After you saved it last: mine@test.example");
    // The form is drawn anew after disabling, with what was typed, and with what GitLab had then.
    page.button(sentences::BACK_TO_THE_FORM).click();
    page.button("Disable…").click();
    page.button("Disable").click();
    page.role("status").shows("is disabled in shop/web/website.");
    change("at_last@test.example");
    page.field("Recipients").holds("last@test.example");
    page.role("button").named_like("Save").click();
    dialog.appears();
    recipients().shows("When it was read again: theirs@test.example");
}

#[test]
fn nothing_is_saved_while_it_is_being_disabled() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.field("Recipients").fill("mine@test.example");
    server.disturb("DELETE /api/v4/projects/101/integrations/emails-on-push", Fault::Held);
    page.button("Disable…").click();
    let dialog = page.role("alertdialog").named("Disable Emails on push in shop/web/website?").appears();
    page.button("Disable").click();
    dialog.shows("Disabling continues when you close this.");
    page.button("Do not wait").click();
    dialog.vanishes();
    page.button("Save 1 change").has("aria-disabled", "true");
    page.sees("It is being disabled.");
    server.heal();
    page.role("status").shows("Emails on push is disabled in shop/web/website.");
    page.field("Recipients").holds("mine@test.example");
    page.button(sentences::SAVE_AND_ACTIVATE).click();
    page.role("status").shows("Emails on push is saved and active in ");
    let lines: Vec<_> = server.writes().into_iter().map(|(line, _)| line).collect();
    let address = "/api/v4/projects/101/integrations/emails-on-push";
    assert_eq!(lines, [format!("DELETE {address}"), format!("PUT {address}")]);
}

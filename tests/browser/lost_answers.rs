//! Answers that are lost, cut or wrong although the server did what it was asked, or did nothing: what is said is true,
//! nothing is sent twice unasked, and the list shows it without Refresh.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const POST: &str = "POST /rest/gitplugin/1.0/integration";
const GET: &str = "GET /rest/gitplugin/1.0/integration/2";
const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";
const DELETE: &str = "DELETE /rest/gitplugin/1.0/integration/2";
const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";

/// Every kind of answer that does not say what was done.
fn lost() -> Vec<(&'static str, Fault)> {
    vec![
        ("half an answer", Fault::Half),
        ("an error of the server", Fault::Answer(500, json!({ "message": "oops" }))),
        ("a gateway's error", Fault::Answer(502, Value::Null)),
        ("a gateway's timeout", Fault::Answer(504, Value::Null)),
        ("a page", Fault::Html),
        ("too many requests", Fault::TooMany(5)),
        ("text that is not JSON", Fault::Text("{ \"success\": tr".to_owned())),
    ]
}

/// Sends what the page sends, as the server that did it would have, and loses its answer.
fn done_but_lost(server: &Server, line: &str, fault: Fault) {
    server.disturb(line, Fault::Done(Box::new(fault)));
}

#[test]
fn what_was_added_without_an_answer_is_found_and_not_added_twice() {
    for (kind, fault) in lost().into_iter().chain([
        ("an empty success", Fault::Answer(200, Value::Null)),
        ("an answer of another shape", Fault::Answer(200, json!({ "success": true, "id": "x" }))),
    ]) {
        let server = Server::demo();
        let page = server.open("/integrations");
        page.link(sentences::ADD_INTEGRATION).click();
        page.role("link").named_like("GitHub.com").click();
        page.field("Display name").fill("new one");
        page.field("Personal access token").fill("t0ken");
        done_but_lost(&server, POST, fault);
        server.forget();
        page.button(sentences::ADD_INTEGRATION).click();
        page.heading("new one").appears();
        page.role("status").shows("new one was added.");
        assert_eq!(server.writes().len(), 1, "{kind}");
        let added = server.all().into_iter().filter(|one| one["displayName"] == "new one").count();
        assert_eq!(added, 1, "{kind}");
    }
}

#[test]
fn what_was_not_added_is_said_and_added_when_asked_again() {
    for (kind, fault) in lost() {
        let server = Server::demo();
        let page = server.open("/integrations/new/GITHUB");
        page.field("Display name").fill("new one");
        page.field("Personal access token").fill("t0ken");
        server.disturb(POST, fault);
        page.button(sentences::ADD_INTEGRATION).click();
        page.role("alert")
            .with_text(sentences::ADDING_FAILED)
            .shows("Jira does not list it. What you entered is still here.");
        page.field("Personal access token").holds("t0ken");
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.heading("new one").appears();
        let added = server.all().into_iter().filter(|one| one["displayName"] == "new one").count();
        assert_eq!(added, 1, "{kind}");
    }
}

/// The proxy did not wait as long as Jira took, and Jira was done after it was looked for.
#[test]
fn what_comes_late_is_found_before_it_is_added_again() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("new one");
    page.field("Personal access token").fill("t0ken");
    server.disturb(POST, Fault::Page(504, "text/html", "<h1>Timeout</h1>".to_owned(), None));
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("alert").with_text(sentences::ADDING_FAILED).appears();
    let (_, sent) = server.writes().remove(0);
    server.heal();
    server.ask("POST", "/rest/gitplugin/1.0/integration", Some(&sent));
    server.forget();
    page.button(sentences::TRY_AGAIN).click();
    page.heading("new one").appears();
    assert_eq!(server.writes(), []);
}

#[test]
fn while_the_list_cannot_be_read_adding_again_looks_first() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("new one");
    page.field("Personal access token").fill("t0ken");
    done_but_lost(&server, POST, Fault::Half);
    server.disturb_after(POST, LIST, Fault::Cut);
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert("It is not known yet whether it was added").appears();
    server.heal();
    server.forget();
    page.button(sentences::ADD_INTEGRATION).click();
    page.heading("new one").appears();
    assert_eq!(server.writes(), []);
}

fn typed(server: &Server) -> Page<'_> {
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.button("Save 1 change").appears();
    page
}

#[test]
fn what_was_changed_without_an_answer_is_read_back() {
    for (kind, fault) in lost() {
        let server = Server::demo();
        let page = typed(&server);
        done_but_lost(&server, PUT, fault);
        server.forget();
        page.button("Save 1 change").click();
        page.role("status").shows("mobile apps is saved.");
        page.heading("mobile apps").appears();
        page.button("Save").has("aria-disabled", "true");
        assert_eq!(server.writes().len(), 1, "{kind}");
        page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
        page.link("mobile apps").appears();
    }
}

#[test]
fn what_was_not_changed_is_said_and_stays_in_the_form() {
    for (_, fault) in lost() {
        let server = Server::demo();
        let page = typed(&server);
        server.disturb(PUT, fault);
        page.button("Save 1 change").click();
        page.role("alert")
            .with_text(sentences::SAVING_FAILED)
            .shows("Jira has it as it was before. What you entered is still here.");
        page.field("Display name").holds("mobile apps");
        server.heal();
        page.button("Save 1 change").click();
        page.role("status").shows("mobile apps is saved.");
    }
}

#[test]
fn a_token_that_was_sent_without_an_answer_cannot_be_known() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Replace the personal access token").click();
    page.field("Personal access token").fill("glpat-new");
    server.disturb(PUT, Fault::Cut);
    page.button("Save 1 change").click();
    page.alert("It is not known whether it was saved")
        .shows("Jira never shows secrets, so reading back cannot tell. Save again to be sure.");
    server.heal();
    page.button("Save again").click();
    page.role("status").shows("mobile is saved.");
}

#[test]
fn the_same_value_on_both_sides_sends_nothing() {
    let server = Server::demo();
    let page = typed(&server);
    server.change(2, &json!({ "displayName": "mobile apps" }));
    server.forget();
    page.button("Save 1 change").click();
    page.role("status").shows("mobile apps already has these values. Nothing was sent.");
    assert_eq!(server.writes(), []);
    page.button("Save").has("aria-disabled", "true");
}

#[test]
fn what_was_switched_without_an_answer_is_read_back() {
    for (kind, fault) in lost() {
        let server = Server::demo();
        let page = server.open("/integrations");
        done_but_lost(&server, SWITCH, fault);
        server.forget();
        page.switch("Enabled: mobile").click();
        page.role("status").shows("mobile is disabled.");
        page.switch("Disabled: mobile").has("aria-checked", "false");
        assert_eq!(server.writes().len(), 1, "{kind}");
    }
}

#[test]
fn what_was_switched_and_cannot_be_read_back_is_shown_as_the_server_says() {
    for (_, fault) in lost() {
        let server = Server::demo();
        let page = server.open("/integrations");
        server.disturb_after(SWITCH, GET, fault);
        page.switch("Enabled: mobile").click();
        page.alert("mobile is disabled, but reading it back failed").appears();
        page.switch("Disabled: mobile").has("aria-checked", "false");
        server.heal();
        server.forget();
        page.button(sentences::READ_IT_BACK).click();
        page.role("status").shows("mobile is disabled.");
        assert_eq!(server.writes(), []);
    }
}

#[test]
fn what_was_removed_without_an_answer_is_gone() {
    for (kind, fault) in lost() {
        let server = Server::demo();
        let page = server.open("/integrations");
        page.button("Actions for mobile").click();
        page.role("menuitem").named("Remove…").click();
        page.field("Type mobile to confirm").fill("mobile");
        done_but_lost(&server, DELETE, fault);
        server.forget();
        page.button(sentences::REMOVE_INTEGRATION).click();
        page.role("status").shows("mobile was removed.");
        page.sees("24 integrations");
        assert_eq!(server.writes().len(), 1, "{kind}");
    }
}

#[test]
fn a_removal_that_the_server_accepts_and_does_not_do_is_told() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    server.disturb(DELETE, Fault::Answer(200, json!({ "success": true })));
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.role("status").shows("Jira accepted the request, but mobile is still there. Try again in a minute.");
}

#[test]
fn a_removal_that_failed_asks_for_the_name_again() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    server.disturb(DELETE, Fault::Answer(403, json!({})));
    page.button(sentences::REMOVE_INTEGRATION).click();
    let alert = page.alert("Removing failed: you are not allowed to do this").appears();
    server.heal();
    page.field("Type mobile to confirm").fill("another");
    server.forget();
    page.button(sentences::TRY_AGAIN).click();
    page.button(sentences::TRY_AGAIN).click();
    alert.appears();
    assert_eq!(server.writes(), []);
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("mobile was removed.");
    assert_eq!(server.writes().len(), 1);
}

#[test]
fn an_integration_that_was_renamed_meanwhile_is_not_removed_by_its_old_name() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    server.change(2, &json!({ "displayName": "payments" }));
    server.forget();
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.role("status").shows("mobile was not removed: somebody renamed it. Confirm its new name.");
    assert_eq!(server.writes(), []);
    page.field("Type payments to confirm").fill("payments");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.role("status").shows("payments was removed.");
}

#[test]
fn what_came_of_a_save_is_told_on_the_next_page() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.role("dialog")
        .named(sentences::LEAVE_WHILE_IT_IS_BEING_SAVED_QUESTION)
        .shows("Your changes are being saved. If you leave, the next page tells you the result.");
    page.button("Leave").click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.role("row").named_like("mobile").shows("Saving…");
    server.heal();
    page.role("status").shows("mobile apps is saved.");
    page.link("mobile apps").appears();
}

#[test]
fn a_save_that_fails_after_leaving_is_told_as_well() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Late(Box::new(Fault::Answer(403, json!({})))));
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.button("Leave").click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    server.heal();
    page.role("status").shows("mobile was not saved. You are not allowed to do this.");
}

#[test]
fn nothing_else_is_begun_while_a_save_is_under_way() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.button("Disable").has("aria-disabled", "true");
    page.button("Disable").click();
    page.sees("It is being saved.");
    server.heal();
    page.role("status").shows("mobile apps is saved.");
    page.button("Disable").click();
    page.role("status").shows("mobile apps is disabled.");
}

#[test]
fn what_somebody_else_changed_between_check_and_write_is_named() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.becomes("the change is on its way", || !server.writes().is_empty());
    server.change(2, &json!({ "tagsFilter": "^theirs" }));
    server.heal();
    page.alert(sentences::SAVED_BUT_DIFFERENT)
        .shows("Tag filter (show only matching): it was")
        .shows("and is ^theirs now, which you did not ask for. Somebody else may have changed it.");
    page.field("Tag filter (show only matching)").holds("^theirs");
}

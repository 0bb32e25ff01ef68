//! What others, the server and the person do while a change is under way, and what a later look shows: what is said
//! stays true, and nothing that was typed by anybody is overwritten unseen.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const GET: &str = "GET /rest/gitplugin/1.0/integration/2";
const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";
const POST: &str = "POST /rest/gitplugin/1.0/integration";
const DELETE: &str = "DELETE /rest/gitplugin/1.0/integration/2";
const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";

fn broken() -> Fault {
    Fault::Answer(500, json!({ "message": "oops" }))
}

fn gone() -> Fault {
    Fault::Answer(404, json!({ "success": false, "error": "gone" }))
}

fn typed(server: &Server) -> Page<'_> {
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.button("Save 1 change").appears();
    page
}

/// The integration `mobile` with these settings, as Jira would give it.
fn mobile_with(server: &Server, settings: Value) -> Fault {
    let mut mobile = server.named("mobile");
    for (key, value) in settings.as_object().unwrap() {
        mobile[key] = value.clone();
    }
    Fault::Answer(200, mobile)
}

fn asked_to_remove(server: &Server) -> Page<'_> {
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    page
}

#[test]
fn what_is_gone_after_a_change_is_told() {
    for answer in [None, Some(broken()), Some(Fault::Html)] {
        let server = Server::demo();
        let page = typed(&server);
        if let Some(lost) = answer {
            server.disturb(PUT, Fault::Done(Box::new(lost)));
        }
        server.disturb_after(PUT, GET, gone());
        page.button("Save 1 change").click();
        page.alert(sentences::IT_DOES_NOT_EXIST_ANY_MORE)
            .shows("Somebody removed it meanwhile. Your changes went with it.");
        page.field("Display name").holds("mobile apps");
    }
}

#[test]
fn what_is_gone_after_it_was_switched_is_told_and_leaves_the_list() {
    for answer in [None, Some(broken())] {
        let server = Server::demo();
        let page = server.open("/integrations");
        page.switch("Enabled: mobile").appears();
        if let Some(lost) = answer {
            server.disturb(SWITCH, Fault::Done(Box::new(lost)));
        }
        server.disturb_after(SWITCH, GET, gone());
        page.switch("Enabled: mobile").click();
        page.role("status").shows("mobile does not exist any more.");
        page.sees("24 integrations");
    }
}

#[test]
fn what_was_added_and_is_gone_at_once_is_told() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("short-lived");
    page.field("Personal access token").fill("t0ken");
    server.disturb_after(POST, "GET /rest/gitplugin/1.0/integration/26", gone());
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert(sentences::IT_DOES_NOT_EXIST_ANY_MORE).shows("Your changes went with it.");
    page.field("Display name").holds("short-lived");
}

#[test]
fn the_servers_word_counts_after_a_read_that_failed() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Replace the personal access token").click();
    page.field("Personal access token").fill("glpat-new");
    server.disturb_after(PUT, GET, broken());
    page.button("Save 1 change").click();
    page.alert("It is saved, but reading it back failed").appears();
    server.heal();
    server.forget();
    page.button(sentences::READ_IT_BACK).click();
    page.role("status").shows("mobile is saved.");
    assert_eq!(server.writes(), []);
}

#[test]
fn a_removal_that_was_accepted_is_not_sent_again_after_a_read_that_failed() {
    let server = Server::demo();
    server.change(2, &json!({ "disabled": true }));
    let page = asked_to_remove(&server);
    server.disturb(DELETE, Fault::Answer(200, json!({ "success": true })));
    server.disturb_after(DELETE, GET, broken());
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.alert("mobile is removed, but the list could not be read").appears();
    server.heal();
    server.forget();
    page.button(sentences::READ_IT_BACK).click();
    page.role("status").shows("Jira is removing mobile.");
    assert_eq!(server.writes(), []);
}

#[test]
fn whether_a_disabled_one_is_queued_for_removal_is_not_known_without_an_answer() {
    let server = Server::demo();
    server.change(2, &json!({ "disabled": true }));
    let page = asked_to_remove(&server);
    server.disturb(DELETE, broken());
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.alert("It is not known yet whether mobile was removed").appears();
}

#[test]
fn what_jira_counts_by_itself_is_no_sign_of_a_change() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.button("Replace the personal access token").click();
    page.field("Personal access token").fill("glpat-new");
    server.disturb(PUT, broken());
    server.disturb_after(PUT, GET, mobile_with(&server, json!({ "lastIndexedDate": 1_900_000_000_000_u64 })));
    page.button("Save 1 change").click();
    page.alert("It is not known whether it was saved").appears();

    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, broken());
    server.disturb_after(PUT, GET, mobile_with(&server, json!({ "lastIndexedDate": 1_900_000_000_000_u64 })));
    page.button("Save 1 change").click();
    page.role("alert")
        .with_text(sentences::SAVING_FAILED)
        .shows("Jira has it as it was before. What you entered is still here.");
}

#[test]
fn what_was_done_without_an_answer_is_saved_also_where_something_else_changed() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Done(Box::new(broken())));
    let now = mobile_with(&server, json!({ "displayName": "mobile apps", "tagsFilter": "^theirs" }));
    server.disturb_after(PUT, GET, now);
    page.button("Save 1 change").click();
    page.alert(sentences::SAVED_BUT_DIFFERENT)
        .shows("Tag filter (show only matching): it was")
        .shows("and is ^theirs now, which you did not ask for.");
    page.button("Save").has("aria-disabled", "true");
}

#[test]
fn what_others_changed_is_not_taken_back_after_a_lost_answer() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, broken());
    server.disturb_after(PUT, GET, mobile_with(&server, json!({ "tagsFilter": "^theirs" })));
    page.button("Save 1 change").click();
    page.alert("Jira does not have what you entered").appears();
    page.field("Tag filter (show only matching)").holds("^theirs");
    page.field("Display name").holds("mobile apps");
    server.heal();
    server.change(2, &json!({ "tagsFilter": "^theirs" }));
    server.forget();
    page.button("Save 1 change").click();
    page.role("status").shows("mobile apps is saved.");
    assert_eq!(server.writes(), [(PUT.to_owned(), json!({ "displayName": "mobile apps" }))]);
}

#[test]
fn the_question_before_leaving_follows_what_comes_of_the_save() {
    let saving = |server: &Server, fault: Fault, expect: &dyn Fn(&Page<'_>)| {
        let page = typed(server);
        server.disturb(PUT, fault);
        page.button("Save 1 change").click();
        page.button("Saving…").appears();
        page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
        let dialog = page.role("dialog").named(sentences::LEAVE_WHILE_IT_IS_BEING_SAVED_QUESTION).appears();
        server.heal();
        dialog.vanishes();
        expect(&page);
    };
    let server = Server::demo();
    saving(&server, Fault::Late(Box::new(Fault::Answer(403, json!({})))), &|page| {
        page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
        page.button(sentences::STAY_HERE).click();
        page.field("Display name").holds("mobile apps");
    });
    let server = Server::demo();
    saving(&server, Fault::Held, &|page| {
        page.role("status").shows("mobile apps is saved.");
        page.heading("mobile apps").appears();
        page.is_at("/integrations/2");
    });
}

#[test]
fn the_page_of_a_new_one_asks_nothing_that_was_asked_while_it_was_added() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("new one");
    page.field("Personal access token").fill("t0ken");
    server.disturb(POST, Fault::Held);
    page.button(sentences::ADD_INTEGRATION).click();
    page.becomes("it is on its way", || server.writes().len() == 1);
    page.link(sentences::CHOOSE_ANOTHER_TYPE).click();
    let dialog = page.role("dialog").named(sentences::LEAVE_WHILE_IT_IS_BEING_SAVED_QUESTION).appears();
    server.heal();
    dialog.vanishes();
    page.field("Display name").holds("new one").without(&page.role("dialog"));
}

#[test]
fn another_one_is_added_while_the_first_is_on_its_way() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("first");
    page.field("Personal access token").fill("t0ken");
    server.disturb(POST, Fault::Held);
    page.button(sentences::ADD_INTEGRATION).click();
    page.becomes("it is on its way", || server.writes().len() == 1);
    page.link(sentences::CHOOSE_ANOTHER_TYPE).click();
    page.button("Leave").click();
    page.role("link").named_like("GitHub.com").click();
    page.field("Display name").fill("second");
    page.field("Personal access token").fill("t0ken");
    page.button(sentences::ADD_INTEGRATION).click();
    page.becomes("both are on their way", || server.writes().len() == 2);
    server.heal();
    page.heading("second").appears();
    let names: Vec<Value> = server.all().into_iter().map(|one| one["displayName"].clone()).collect();
    assert!(names.contains(&json!("first")) && names.contains(&json!("second")), "{names:?}");
}

#[test]
fn a_page_that_is_opened_again_while_its_save_is_under_way_says_so() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.button("Leave").click();
    page.link("mobile").click();
    page.field("Display name").fill("another");
    page.button("Save 1 change").has("aria-disabled", "true").click();
    page.sees("It is being saved.");
    page.button("Discard").click();
    page.button("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).has("aria-disabled", "true");
    server.heal();
    page.role("status").shows("mobile apps is saved.");
}

#[test]
fn a_switch_that_fails_after_the_list_was_left_gives_the_reason() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(SWITCH, Fault::Late(Box::new(Fault::Answer(403, json!({})))));
    page.switch("Enabled: mobile").click();
    page.becomes("the change is on its way", || !server.writes().is_empty());
    page.link(sentences::GITLAB).click();
    page.heading(sentences::GITLAB_PROJECTS).appears();
    server.heal();
    page.role("status")
        .shows("Disabling mobile failed. Only administrators of Jira can manage integrations.");
}

#[test]
fn a_list_of_gitlab_that_was_read_before_the_change_ended_is_read_again() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("shop%2Fweb%2Fwebsite/irker"));
    page.field("Recipients").fill("irc://irc.test.example/#app");
    server.disturb("PUT /api/v4/projects/101/integrations/irker", Fault::Held);
    page.button(sentences::SET_UP).click();
    page.becomes("the change is on its way", || !server.writes().is_empty());
    page.link("← shop/web/website").click();
    page.button("Leave").click();
    page.heading("Shop / Web / Website").appears();
    let active = page.role("region").named("Active");
    active.shows("Emails on push").without(&page.link("irker (IRC gateway)"));
    server.heal();
    active.shows("irker (IRC gateway)");
}

#[test]
fn a_failure_goes_away_with_the_changes_that_it_was_about() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(PUT, Fault::Answer(403, json!({})));
    page.button("Save 1 change").click();
    let alert = page.role("alert").with_text("Saving failed").appears();
    page.button("Discard").click();
    alert.vanishes();
    page.field("Display name").holds("mobile");
}

#[test]
fn what_is_typed_after_an_adding_that_is_not_known_yet_stays() {
    let list = "GET /rest/gitplugin/1.0/integration";
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("new one");
    page.field("Personal access token").fill("t0ken");
    server.disturb(POST, Fault::Done(Box::new(broken())));
    server.disturb_after(POST, list, broken());
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert("It is not known yet whether it was added").appears();
    page.field("API path").fill("/orgs/acme/repos");
    server.heal();
    server.forget();
    page.button(sentences::ADD_INTEGRATION).click();
    page.heading("new one").appears();
    page.field("API path").holds("/orgs/acme/repos");
    page.button("Save 1 change").appears();
    assert_eq!(server.writes(), []);
}

#[test]
fn what_is_typed_after_a_set_up_that_is_not_known_yet_stays() {
    let one = "/api/v4/projects/101/integrations/irker";
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("shop%2Fweb%2Fwebsite/irker"));
    page.field("Recipients").fill("irc://irc.test.example/#app");
    server.disturb(&format!("PUT {one}"), Fault::Done(Box::new(broken())));
    server.disturb_after(&format!("PUT {one}"), &format!("GET {one}"), broken());
    page.button(sentences::SET_UP).click();
    page.alert("It is not known yet whether it was saved").appears();
    page.field("irker host").fill("irker.test.example");
    server.heal();
    server.forget();
    page.button(sentences::SET_UP).click();
    page.role("status").shows("irker (IRC gateway) is set up in ");
    page.field("irker host").holds("irker.test.example");
    page.button("Save 1 change").appears();
    assert_eq!(server.writes(), []);
}

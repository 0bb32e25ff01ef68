//! Impatient people: a form is left with changes in it, saved twice, changed while it is saved, left while it is saved.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server, keys};

use super::form::{PROJECT, WEBSITE};

const ONE: &str = "/api/v4/projects/101/integrations/emails-on-push";

#[track_caller]
fn typed(server: &Server) -> Page<'_> {
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.link("Emails on push").click();
    page.field("Recipients").fill("typed@with.care");
    page.button("Save 1 change").appears();
    page
}

#[test]
fn changes_are_not_left_without_being_asked() {
    let server = Server::demo();
    let page = typed(&server);
    assert!(page.is_guarded());
    let stays = || {
        let dialog = page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
        page.button(sentences::STAY_HERE).click();
        dialog.vanishes();
        page.field("Recipients").holds("typed@with.care");
    };
    page.back();
    stays();
    page.link(sentences::GIT_INTEGRATIONS).click();
    stays();
    page.link("← shop/web/website").click();
    stays();
    page.link("← shop/web/website").click();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.heading("Shop / Web / Website").appears();
    page.link("Emails on push").has_focus();
    assert!(!page.is_guarded());
    assert_eq!(server.writes(), []);
}

#[test]
fn it_is_saved_once_however_often_one_clicks() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(&format!("PUT {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").has("aria-busy", "true").click();
    server.heal();
    page.role("status").shows("Emails on push is saved in ");
    assert_eq!(server.writes().len(), 1, "{:?}", server.writes());
}

#[test]
fn it_is_set_up_once_however_often_one_clicks() {
    let server = Server::new().start();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/irker")));
    page.field("Recipients").fill("irc://irc.test.example/#app");
    let put = "PUT /api/v4/projects/101/integrations/irker";
    server.disturb(put, Fault::Held);
    page.field("irker host").press(keys::Enter);
    page.becomes("the change to be on its way", || server.writes().len() == 1);
    page.run("document.querySelector('form').requestSubmit()", Vec::new());
    server.heal();
    page.role("status").shows("irker (IRC gateway) is set up in ");
    assert_eq!(server.writes().len(), 1, "{:?}", server.writes());
}

#[test]
fn what_is_typed_while_saving_stays() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(&format!("PUT {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    page.button("Saving…").appears();
    page.field("Recipients").fill("typed@with.care and@more");
    server.heal();
    page.role("status").shows("Emails on push is saved in ");
    page.field("Recipients").holds("typed@with.care and@more");
    page.button("Save 1 change").click();
    page.becomes("both to be there", || {
        server.integration_of(PROJECT, "emails-on-push")["properties"]["recipients"]
            == "typed@with.care and@more"
    });
}

#[test]
fn a_page_may_be_left_while_it_is_saved() {
    let server = Server::demo();
    let page = typed(&server);
    server.disturb(&format!("PUT {ONE}"), Fault::Held);
    page.button("Save 1 change").click();
    page.becomes("the change to be on its way", || server.writes().len() == 1);
    page.link("← shop/web/website").click();
    page.role("dialog").named(sentences::LEAVE_WHILE_IT_IS_BEING_SAVED_QUESTION).appears();
    page.button("Leave").click();
    page.heading("Shop / Web / Website").appears();
    server.heal();
    page.role("status").shows("Emails on push is saved in ");
    page.link("Emails on push").click();
    page.field("Recipients").holds("typed@with.care");
}

#[test]
fn names_from_the_server_are_text_and_nothing_else() {
    let server = Server::demo();
    let evil = "<img src=x onerror=alert(1)><b>bold</b> {{x}} & “quoted”";
    let project = serde_json::json!({
        "id": 101, "name": evil, "name_with_namespace": evil, "path_with_namespace": "a/<b>x</b>",
        "web_url": "javascript:alert(1)",
    });
    server.disturb("GET /api/v4/projects/101", Fault::Answer(200, project));
    let list = serde_json::json!([{ "slug": "evil", "title": evil, "active": true, "push_events": true }]);
    server.disturb("GET /api/v4/projects/101/integrations", Fault::Answer(200, list));
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.heading(evil).appears();
    page.link(evil).appears().without(&page.link("Open in GitLab (opens a new tab)"));
    page.button(&format!("Disable {evil}…")).click();
    page.role("alertdialog").named_like("Disable <img").appears();
    assert_eq!(page.run("return document.querySelectorAll('img, main b b').length", Vec::new()), 0);
}

//! Leaving a form with unsaved changes: asked first, in the app and by the browser.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

#[track_caller]
fn change_something(page: &Page<'_>) {
    page.field("Display name").fill("half typed");
    page.button("Save 1 change").appears();
}

#[track_caller]
fn stay(page: &Page<'_>) {
    let dialog = page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    page.button(sentences::STAY_HERE).has_focus().click();
    dialog.vanishes();
    page.is_at("/integrations/2");
    page.field("Display name").holds("half typed");
}

#[test]
fn by_a_link_asks_first() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    change_something(&page);
    page.link(sentences::GIT_INTEGRATIONS).click();
    stay(&page);
    page.link("Clone").click();
    stay(&page);
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.is_at("/integrations");
    page.link("mobile").has_focus();
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.field("Display name").holds("mobile");
    assert_eq!(server.writes(), []);
}

#[test]
fn by_back_asks_first() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").click();
    change_something(&page);
    page.back();
    stay(&page);
    page.back();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.is_at("/integrations");
}

#[test]
fn asks_nothing_when_nothing_changed() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    change_something(&page);
    page.button("Discard").click();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.link("mobile").click();
    change_something(&page);
    page.button("Save 1 change").click();
    page.role("status").shows("half typed is saved.");
    page.back();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    assert!(!page.is_guarded());
}

#[test]
fn by_closing_the_tab_has_the_browser_ask() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    change_something(&page);
    assert!(page.is_guarded());
    page.field("Display name").holds("half typed");
    page.button("Discard").click();
    page.button("Save").has("aria-disabled", "true");
    assert!(!page.is_guarded());
    page.heading("mobile").appears();
}

#[test]
fn from_a_new_integration_asks_first() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.link(sentences::CHOOSE_ANOTHER_TYPE).click();
    page.heading(sentences::ADD_INTEGRATION).appears();
    page.back();
    page.field("Personal access token").fill("t0ken");
    page.link(sentences::CHOOSE_ANOTHER_TYPE).click();
    page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    page.button(sentences::STAY_HERE).click();
    page.field("Personal access token").holds("t0ken");
}

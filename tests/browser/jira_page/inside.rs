//! Everything that leaves the flow of the page works from within the shadow root: dialogs, popovers, the focus, news;
//! and axe-core finds nothing.

use patchbay_tests::sentences;
use patchbay_tests::{Server, Theme, keys};

use crate::list::lists;

#[test]
fn dialogs_take_the_focus_and_give_it_back() {
    let server = Server::jira();
    let page = server.open("/integrations/2");
    let remove = page.button("Remove…");
    remove.press(keys::Enter);
    let confirm = page.field("Type mobile to confirm");
    confirm.has_focus();
    let dialog = page.role("alertdialog").named("Remove mobile?").appears();
    for _ in 0..8 {
        page.press(keys::Tab);
        let inside = "return document.activeElement === document.body || tree.activeElement.closest('dialog') !== null";
        assert_eq!(page.run(inside, Vec::new()), true, "the focus is never on what is behind");
    }
    page.is_accessible("remove dialog");
    confirm.press(keys::Escape);
    dialog.vanishes();
    remove.has_focus();
}

#[test]
fn menus_open_beside_their_buttons_and_toasts_in_the_window() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    page.button("Actions for mobile").press(keys::Enter);
    page.role("menuitem").named("Edit").has_focus();
    let beside = "
        const menu = tree.querySelector('[popover]:popover-open').getBoundingClientRect();
        const { top, bottom, left, right } = tree.querySelector('[aria-label=\"Actions for mobile\"]').getBoundingClientRect();
        return menu.left < right + 8 && menu.right > left - 8 && menu.top < bottom + 16 && menu.bottom > top - 16";
    page.becomes("the menu beside its button", || page.run(beside, Vec::new()) == true);
    page.press(keys::Escape);
    page.button("Actions for mobile").has_focus();
    page.press(keys::Enter);
    page.role("menuitem").named("Edit").has_focus();
    page.is_accessible("menu");
    page.press(keys::Escape);
    page.switch("Enabled: mobile").click();
    page.role("status").shows("mobile is disabled.");
    let seen = "
        const { top, bottom, right } = tree.querySelector('.toast').getBoundingClientRect();
        return top > 0 && bottom <= innerHeight && right <= innerWidth";
    page.becomes("the toast in the window", || page.run(seen, Vec::new()) == true);
    page.is_accessible("list with a toast");
}

#[test]
fn each_page_begins_at_its_heading() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    page.link("mobile").press(keys::Enter);
    page.heading("mobile").appears().has_focus();
    page.is_accessible("integration");
    page.back();
    lists(&page, 25);
    page.link("mobile").has_focus();
    page.choose_in_jira(Theme::Original);
    page.is_accessible("list in a Jira of the original looks");
}

#[test]
fn one_works_from_the_keyboard_from_jiras_menu_on() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    page.run("document.getElementById('patchbay-full-page').focus()", Vec::new());
    page.tab_to("link", sentences::ADD_INTEGRATION);
    page.press(keys::Enter);
    page.heading(sentences::ADD_INTEGRATION).appears().has_focus();
}

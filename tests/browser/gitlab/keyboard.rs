//! Everything from the keyboard: from the list of projects to an integration that is set up and disabled again.

use patchbay_model::gitlab::{Level, find};
use patchbay_tests::sentences;
use patchbay_tests::{Server, keys};

#[test]
fn an_integration_is_set_up_and_disabled_without_a_mouse() {
    let server = Server::new().start();
    let page = server.open("/integrations");
    page.heading(sentences::NO_INTEGRATIONS_YET).appears();
    page.tab_to("link", sentences::GITLAB);
    page.press(keys::Enter);
    page.heading(sentences::GITLAB_PROJECTS).appears().has_focus();
    page.tab_to("searchbox", sentences::SEARCH_PROJECTS_OF_GITLAB);
    page.types("handbook");
    page.link("Handbook").appears();
    page.tab_to("link", "Handbook");
    page.press(keys::Enter);
    page.heading("Company / Tools / Handbook").appears().has_focus();
    page.tab_to("searchbox", sentences::SEARCH_AVAILABLE_INTEGRATIONS);
    page.types("emails on push");
    let spec = find("emails-on-push").expect("in the catalogue");
    page.tab_to("link", &format!("{} {}", spec.title, spec.about(Level::Project)));
    page.press(keys::Enter);
    page.heading("Emails on push").appears().has_focus();
    page.tab_to("textbox", "Recipients");
    page.types("ann@test.example");
    page.tab_to("switch", "Omit diffs");
    page.types(" ");
    page.switch("Omit diffs").has("aria-checked", "true");
    page.tab_to("button", sentences::SET_UP);
    page.press(keys::Enter);
    page.role("status").shows("Emails on push is set up in ");
    page.heading("Emails on push").has_focus();
    page.tab_to("button", "Disable…");
    page.press(keys::Enter);
    let dialog =
        page.role("alertdialog").named("Disable Emails on push in company/tools/handbook?").appears();
    page.tab_to("button", "Disable");
    page.press(keys::Enter);
    page.role("status").shows("Emails on push is disabled in company/tools/handbook.");
    dialog.vanishes();
    page.heading("Emails on push").has_focus();
    page.sees(sentences::IT_IS_NOT_ACTIVE);
}

#[test]
fn the_dialog_of_disabling_keeps_the_focus_and_gives_it_back() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101"));
    let disable = page.button("Disable Jira…");
    disable.press(keys::Enter);
    let dialog = page.role("alertdialog").named("Disable Jira in shop/web/website?").appears();
    for _ in 0..8 {
        page.press(keys::Tab);
        let script = "
            const has = document.activeElement;
            return has === document.body || has.closest('dialog') !== null";
        assert_eq!(page.run(script, Vec::new()), true);
    }
    page.press(keys::Escape);
    dialog.vanishes();
    disable.has_focus();
}

#[test]
fn the_focus_is_never_lost() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101?q=nothing"));
    let is_somewhere = |after: &str| {
        page.becomes(&format!("the focus to be somewhere after {after}"), || {
            page.run("return document.activeElement !== document.body", Vec::new()) == true
        });
    };
    page.button(sentences::CLEAR_SEARCH).press(keys::Enter).vanishes();
    is_somewhere("clearing the search");
    page.button("Refresh").press(keys::Enter);
    page.button("Refresh").appears();
    is_somewhere("reading anew");
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).press(keys::Enter);
    page.button(sentences::LOOK_AGAIN).has_focus();
    page.go(&server.at_gitlab("101/emails-on-push"));
    page.switch("Omit diffs").click();
    page.button("Discard").press(keys::Enter).vanishes();
    is_somewhere("discarding");
    page.go(&server.at_gitlab("101/prometheus"));
    page.button(sentences::SET_IT_UP_ANYWAY).press(keys::Enter);
    page.field("Prometheus URL").appears();
    is_somewhere("insisting");
}

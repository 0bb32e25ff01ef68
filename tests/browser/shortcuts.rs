//! Keys that work everywhere in the app, their list, and how they are switched off.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, keys};
use serde_json::json;

#[test]
fn the_first_tab_stop_leads_past_the_bar() {
    let server = Server::demo();
    let page = server.open("");
    for (address, heading) in [
        ("/integrations".to_owned(), sentences::GIT_INTEGRATIONS.to_owned()),
        ("/integrations/2".to_owned(), "mobile".to_owned()),
        ("/gitlab".to_owned(), sentences::GITLAB_PROJECTS.to_owned()),
        ("/nowhere".to_owned(), sentences::NO_SUCH_PAGE.to_owned()),
    ] {
        page.go(&address);
        page.reload();
        page.heading(&heading).appears();
        page.press(keys::Tab);
        let link = page.link(sentences::SKIP_TO_THE_CONTENT).has_focus();
        let seen = "const { top, bottom, height } = tree.activeElement.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight && height > 20";
        assert_eq!(page.run(seen, Vec::new()), true);
        link.press(keys::Enter);
        page.heading(&heading).has_focus();
        page.is_at(&address);
    }
}

#[test]
fn a_slash_leads_to_the_search() {
    let server = Server::demo();
    let page = server.open("");
    for (address, search) in [
        ("/integrations".to_owned(), sentences::SEARCH_NAME_URL_OR_ID),
        ("/integrations/new".to_owned(), sentences::SEARCH_TYPES),
        ("/integrations/2".to_owned(), sentences::SEARCH_PROJECTS),
        ("/gitlab".to_owned(), sentences::SEARCH_PROJECTS_OF_GITLAB),
        (server.at_gitlab("101"), sentences::SEARCH_AVAILABLE_INTEGRATIONS),
    ] {
        page.go(&address);
        let search = page.role("searchbox").named(search).appears();
        page.types("/");
        search.has_focus().holds("");
        // There it is a letter.
        page.types("a/");
        search.holds("a/");
    }
}

#[test]
fn ctrl_s_and_ctrl_enter_save() {
    let server = Server::demo();
    let page = server.open("");
    for (held, key) in [
        (keys::Control, 's'),
        (keys::Control, char::from(keys::Enter)),
        (keys::Meta, 's'),
        (keys::Meta, char::from(keys::Enter)),
    ] {
        for (address, field, saved) in [
            ("/integrations/2".to_owned(), "Display name", "is saved."),
            (server.at_gitlab("101/emails-on-push"), "Recipients", "is saved in "),
        ] {
            page.go(&address);
            page.reload();
            page.field(field).fill(&format!("{}{}@test.example", u32::from(key), char::from(held) as u32));
            server.forget();
            page.chord(held, key);
            page.role("status").shows(saved);
            assert_eq!(server.writes().len(), 1, "{key:?}");
            // Nothing is sent when nothing has changed, and it says why not.
            server.forget();
            page.chord(held, key);
            page.sees("Nothing has been changed.");
            assert_eq!(server.writes(), []);
        }
    }
}

/// Also from a search within the form, in which Enter alone takes the only match.
#[test]
fn ctrl_enter_saves_from_a_search_in_the_form() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).click();
    page.chord(keys::Control, char::from(keys::Enter));
    page.role("status").shows("mobile apps is saved.");
}

/// Where there is nothing to save, or a dialog asks something else, the keys are the browser's.
#[test]
fn ctrl_s_is_taken_only_where_something_can_be_saved() {
    let server = Server::demo();
    let page = server.open("");
    let is_taken = || {
        page.run(
            "onkeydown = (event) => setTimeout(() => (window.taken = event.defaultPrevented))",
            Vec::new(),
        );
        page.chord(keys::Control, 's');
        page.run("return window.taken", Vec::new())
    };
    page.go("/integrations");
    page.link("mobile").appears();
    assert_eq!(is_taken(), false);
    page.go("/integrations/2");
    page.heading("mobile").appears();
    assert_eq!(is_taken(), true);
    page.button("Remove…").click();
    page.role("alertdialog").named("Remove mobile?").appears();
    assert_eq!(is_taken(), false);
    assert_eq!(server.writes(), []);
}

#[test]
fn enter_in_a_search_takes_the_only_match() {
    let server = Server::demo();
    let page = server.open("");
    for (address, search, several, only, heading) in [
        ("/integrations".to_owned(), sentences::SEARCH_NAME_URL_OR_ID, "m", "firmware", "firmware"),
        ("/integrations/new".to_owned(), sentences::SEARCH_TYPES, "git", "subversion gerrit", ""),
        ("/integrations/new".to_owned(), sentences::SEARCH_TYPES, "git", "gerrit", "Add Gerrit integration"),
        ("/gitlab".to_owned(), sentences::SEARCH_PROJECTS_OF_GITLAB, "shop", "handbook", ""),
        (server.at_gitlab("101"), sentences::SEARCH_AVAILABLE_INTEGRATIONS, "a", "bugzilla", "Bugzilla"),
    ] {
        page.go(&address);
        let search = page.role("searchbox").named(search).appears();
        for text in [several, only] {
            search.fill(text);
            let before = page.address();
            search.press(keys::Enter);
            if text == several {
                assert_eq!(page.address(), before, "{text} finds several");
            }
        }
        if !heading.is_empty() {
            page.heading(heading).appears();
        }
    }
    page.go("/integrations");
    page.button("Projects").within(page.role("search").named("Integrations")).click();
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill("android");
    page.press(keys::Enter);
    page.becomes("that one ticked", || page.address().contains("?project="));
}

#[track_caller]
fn shortcuts<'p>(page: &'p Page<'p>) -> patchbay_tests::Locator<'p> {
    page.role("dialog").named(sentences::KEYBOARD_SHORTCUTS)
}

#[test]
fn a_question_mark_lists_them() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").press(keys::Tab);
    page.types("?");
    let dialog = shortcuts(&page).appears();
    dialog.shows("Ctrl+S or Ctrl+Enter").shows("Go to the search");
    page.heading(sentences::KEYBOARD_SHORTCUTS).has_focus();
    page.is_accessible("shortcuts");
    page.press(keys::Escape);
    dialog.vanishes();
    let search = page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID);
    search.fill("what?");
    search.holds("what?").without(&shortcuts(&page));
}

/// WCAG 2.1.4: software that speaks letters, or reads pages with them, must not trip over ours.
#[test]
fn they_can_be_switched_off_for_good() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let switch_it = |page: &Page<'_>, now: &str| {
        page.open_server_menu(&server);
        page.role("menuitem").named(sentences::KEYBOARD_SHORTCUTS).click();
        page.switch(sentences::USE_KEYBOARD_SHORTCUTS).click();
        page.switch(sentences::USE_KEYBOARD_SHORTCUTS).has("aria-checked", now);
        page.press(keys::Escape);
        page.heading(sentences::GIT_INTEGRATIONS).appears().without(&shortcuts(page));
    };
    let search = page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).appears();
    let has_focus = || page.run("return tree.activeElement.id === 'search'", Vec::new());
    switch_it(&page, "false");
    for _ in 0..2 {
        for keys in ["/", "?"] {
            page.types(keys);
            assert_eq!(has_focus(), json!(false), "{keys}");
            search.holds("").without(&shortcuts(&page));
        }
        page.reload();
        search.appears();
    }
    page.go("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.chord(keys::Control, 's');
    page.button("Save 1 change").appears();
    assert_eq!(server.writes(), []);
    page.button("Discard").click();
    page.go("/integrations");
    switch_it(&page, "true");
    page.types("/");
    search.has_focus();
}

/// Inside Jira the keys are Jira's, unless the focus is in the app.
#[test]
fn inside_jira_each_page_has_its_own() {
    let server = Server::jira();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    let search = page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID);
    page.run("document.activeElement.blur()", Vec::new());
    page.types("/?");
    assert_eq!(page.run("return tree.activeElement === null", Vec::new()), true);
    page.link("mobile").appears().without(&shortcuts(&page));
    page.run("tree.querySelector('h1').focus()", Vec::new());
    page.types("/");
    search.has_focus();
    page.run("tree.querySelector('h1').focus()", Vec::new());
    page.types("?");
    shortcuts(&page).appears();
}

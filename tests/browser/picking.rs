//! Choosing projects: one list box, which is one Tab stop with arrow keys.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, keys};
use serde_json::{Value, json};

/// Opens the form of a new integration with the list of projects, and reaches the list by Tab.
#[track_caller]
fn at_the_list(server: &Server) -> Page<'_> {
    let page = server.open("/integrations/new/GITHUB");
    page.switch("Associate with all projects").click();
    page.role("listbox").named(sentences::PROJECTS_TO_CHOOSE_FROM).appears();
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).press(keys::Tab);
    page.role("listbox").named(sentences::PROJECTS_TO_CHOOSE_FROM).has_focus();
    page
}

/// The options in their order: what is written, whether chosen, whether reached.
#[track_caller]
fn options(page: &Page<'_>) -> Vec<(String, bool, bool)> {
    let script = "
        const list = tree.querySelector('[role=listbox]');
        const active = list.getAttribute('aria-activedescendant');
        return [...list.children].map((one) => [one.textContent, one.ariaSelected === 'true', one.id === active])";
    let options = page.run(script, Vec::new());
    let option = |one: &Value| (one[0].as_str().unwrap().to_owned(), one[1] == true, one[2] == true);
    options.as_array().unwrap().iter().map(option).collect()
}

#[track_caller]
fn reached(page: &Page<'_>) -> usize {
    let reached = options(page).iter().position(|(.., is_reached)| *is_reached);
    reached.unwrap()
}

#[track_caller]
fn chosen(page: &Page<'_>) -> usize {
    options(page).iter().filter(|(_, is_chosen, _)| *is_chosen).count()
}

#[test]
fn arrows_move_and_space_chooses() {
    let server = Server::demo();
    let page = at_the_list(&server);
    let last = options(&page).len() - 1;
    assert!(last > 3, "{last} are hardly a list");
    assert_eq!(reached(&page), 0);
    for (key, to) in [
        (keys::Down, 1),
        (keys::Down, 2),
        (keys::Up, 1),
        (keys::End, last),
        (keys::Down, last),
        (keys::Home, 0),
        (keys::Up, 0),
    ] {
        page.press(key);
        assert_eq!(reached(&page), to, "{key:?}");
    }
    page.types(" ");
    page.press(keys::Down);
    page.press(keys::Enter);
    page.role("group").named("Projects · 2 chosen").appears();
    page.types(" ");
    page.role("group").named("Projects · 1 chosen").appears();
    assert_eq!(server.writes(), []);
}

#[test]
fn what_is_reached_can_be_seen() {
    let server = Server::demo();
    let page = at_the_list(&server);
    let seen = "
        const list = tree.querySelector('[role=listbox]');
        const one = tree.getElementById(list.getAttribute('aria-activedescendant')).getBoundingClientRect();
        const { top, bottom } = list.getBoundingClientRect();
        return one.top >= top - 1 && one.bottom <= bottom + 1";
    for key in [keys::End, keys::Up, keys::Home, keys::Down, keys::End, keys::Home] {
        page.press(key);
        assert_eq!(page.run(seen, Vec::new()), true, "{key:?}");
    }
}

#[test]
fn all_that_are_shown_are_chosen_at_once() {
    let server = Server::demo();
    let page = at_the_list(&server);
    let all = options(&page).len();
    page.button(sentences::SELECT_ALL_SHOWN).click();
    assert_eq!(chosen(&page), all);
    page.button(sentences::SELECT_NONE_SHOWN).click();
    assert_eq!(chosen(&page), 0);
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill("a");
    let shown = options(&page).len();
    assert!(shown > 1 && shown < all, "{shown} of {all}");
    page.press(keys::Tab);
    page.chord(keys::Control, 'a');
    assert_eq!(chosen(&page), shown);
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill("");
    assert_eq!(chosen(&page), shown);
    // They come first now.
    assert!(options(&page)[..shown].iter().all(|(_, is_chosen, _)| *is_chosen));
}

#[test]
fn the_chosen_come_first_and_stay_where_they_are() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.role("listbox").named(sentences::PROJECTS_TO_CHOOSE_FROM).appears();
    let before = options(&page);
    let count = before.iter().filter(|(_, is_chosen, _)| *is_chosen).count();
    assert!(count > 0 && before[..count].iter().all(|(_, is_chosen, _)| *is_chosen), "{before:?}");
    let name = before[count].0.clone();
    page.role("option").named(&name).click();
    let texts = |all: Vec<(String, bool, bool)>| all.into_iter().map(|(text, ..)| text).collect::<Vec<_>>();
    assert_eq!(texts(options(&page)), texts(before), "nothing moves away under the pointer");
}

#[test]
fn enter_in_the_search_takes_the_only_match() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.switch("Associate with all projects").click();
    let search = page.role("searchbox").named(sentences::SEARCH_PROJECTS).appears();
    for (typed, count) in [("IOS", 1), ("mobi", 2), ("a", 2), ("nowhere", 2), ("IOS", 1)] {
        search.fill(typed);
        search.press(keys::Enter);
        page.role("group").named(&format!("Projects · {count} chosen")).appears();
    }
    search.press(keys::Down);
    page.role("listbox").named(sentences::PROJECTS_TO_CHOOSE_FROM).has_focus();
    assert_eq!(server.writes(), []);
}

/// It was 71 when each project was a stop.
#[test]
fn few_tabs_lead_from_the_filter_to_save() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("JMESPath filter").press(keys::Home);
    let tabs = page.tabs_until("[type=submit]");
    assert!(tabs <= 30, "{tabs} Tabs");
    assert_eq!(
        page.run("return tree.querySelectorAll('[role=option]').length > 10", Vec::new()),
        json!(true)
    );
}

//! Everything from the keyboard: adding one from the list to saved, and where the focus goes.

use patchbay_model::gij::IntegrationType;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, Width, keys};
use serde_json::Value;

#[test]
fn adds_an_integration_without_a_mouse() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("platform-core").appears();
    page.tab_to("link", sentences::ADD_INTEGRATION);
    page.press(keys::Enter);
    page.heading(sentences::ADD_INTEGRATION).appears().has_focus();
    page.tab_to("searchbox", sentences::SEARCH_TYPES);
    page.types("gitlab.com");
    let spec = IntegrationType::all().find(|spec| spec.name == "GITLAB").expect("one of the twelve");
    page.tab_to("link", &format!("{} {} {}", spec.label, spec.about, spec.name));
    page.press(keys::Enter);
    page.heading("Add GitLab.com integration").appears().has_focus();
    page.tab_to("textbox", "Display name");
    page.types("by hand");
    page.tab_to("textbox", "Personal access token");
    page.types("glpat-1");
    page.tab_to("switch", "Smart commits");
    page.types(" ");
    page.switch("Smart commits").has("aria-checked", "false");
    page.tab_to("button", sentences::ADD_INTEGRATION);
    page.press(keys::Enter);
    page.heading("by hand").appears().has_focus();
    let (_, body) = server.writes().remove(0);
    assert_eq!(
        (&body["displayName"], &body["smartCommitsEnabled"]),
        (&"by hand".into(), &Value::Bool(false))
    );
}

#[test]
fn submits_by_enter() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.field("Display name").press(keys::Enter);
    page.role("status").shows("mobile apps is saved.");
}

#[test]
fn dialogs_take_the_focus_and_give_it_back() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let remove = page.button("Remove…");
    remove.press(keys::Enter);
    let confirm = page.field("Type mobile to confirm");
    confirm.has_focus();
    let dialog = page.role("alertdialog").named("Remove mobile?").appears();
    // Round and round: never to what is behind.
    for _ in 0..8 {
        page.press(keys::Tab);
        let script = "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null";
        assert_eq!(page.run(script, Vec::new()), true);
    }
    confirm.press(keys::Escape);
    dialog.vanishes();
    remove.has_focus();
}

/// One menu serves all rows: it is no neighbour of the button that opened it.
#[test]
fn leaving_a_menu_by_tab_goes_on_from_its_button() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let actions = page.button("Actions for platform-core");
    for key in [keys::Enter, keys::Up] {
        actions.press(key);
        let menu = page.role("menu").appears();
        page.press(keys::Tab);
        menu.vanishes();
        let script =
            "const at = document.activeElement; return at.closest('tr')?.textContent ?? at.textContent";
        let next = page.run(script, Vec::new());
        assert!(next.as_str().is_some_and(|row| row.contains("security-tools")), "{next}");
    }
}

#[test]
fn tabs_are_one_stop_with_arrow_keys() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let tab = |name| page.role("tab").named(name);
    tab("Changes · 0").press(keys::Right);
    tab("JSON").has_focus().has("aria-selected", "true").press(keys::Right);
    tab("curl").has_focus().press(keys::Right);
    tab("Changes · 0").has_focus().press(keys::Left);
    tab("curl").has_focus().press(keys::Tab);
    page.role("tabpanel").named("curl").has_focus();
}

#[track_caller]
fn opens_with_focus_on(page: &Page<'_>, link: &str, heading: &str) {
    page.link(link).press(keys::Enter);
    page.heading(heading).appears().has_focus();
}

#[test]
fn each_page_begins_at_its_heading() {
    let server = Server::demo();
    let page = server.open("/integrations");
    opens_with_focus_on(&page, "mobile", "mobile");
    opens_with_focus_on(&page, "Clone", "Clone mobile");
    opens_with_focus_on(&page, sentences::GIT_INTEGRATIONS, sentences::GIT_INTEGRATIONS);
    opens_with_focus_on(&page, sentences::ADD_INTEGRATION, sentences::ADD_INTEGRATION);
    opens_with_focus_on(&page, sentences::BACK_TO_GIT_INTEGRATIONS, sentences::GIT_INTEGRATIONS);
}

/// WCAG 2.2, 2.4.11: what has the focus is not hidden by what sticks to the edges.
#[test]
fn the_focus_is_never_under_a_bar() {
    let server = Server::demo();
    for width in [Width::Wide, Width::Narrow] {
        let page = server.open("/integrations/2");
        page.show_at(width);
        page.field("Display name").fill("mobile apps");
        let covered = "
            const has = document.activeElement;
            const { left, top, width, height } = has.getBoundingClientRect();
            const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
            const free = !over || has.contains(over) || over.contains(has);
            return free ? null : `${has.outerHTML.slice(0, 150)} under ${over.outerHTML.slice(0, 150)}`;";
        for _ in 0..60 {
            page.press(keys::Tab);
            assert_eq!(page.run(covered, Vec::new()), serde_json::Value::Null, "{width:?}");
        }
    }
}

//! Choosing rows of the list: one by one, in a row, all that match; and the bar that says so.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Locator, Page, Server, Width, keys};
use serde_json::json;

fn checkbox<'p>(page: &'p Page<'_>, name: &str) -> Locator<'p> {
    page.role("checkbox").named(&format!("Select {name}"))
}

fn dock<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("region").named("Selected integrations")
}

/// Waits until the bar counts so.
#[track_caller]
fn counts(page: &Page<'_>, words: &str) {
    dock(page).shows(words);
}

/// The names of the rows in view whose checkboxes are ticked.
#[track_caller]
fn ticked(page: &Page<'_>) -> Vec<String> {
    let script =
        "return [...tree.querySelectorAll('.rows tr')].filter((row) => row.querySelector('input:checked'))
        .map((row) => row.querySelector('a').innerText)";
    let names = page.run(script, Vec::new());
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// Clicks where it is while Shift is held down.
#[track_caller]
fn shift_click(page: &Page<'_>, target: &Locator<'_>) {
    let name = target.attribute("aria-label").unwrap();
    let place = "const box = [...tree.querySelectorAll('[aria-label]')].find((one) => one.ariaLabel === arguments[0]);
        box.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = box.getBoundingClientRect();
        return [x + width / 2, y + height / 2]";
    let place = page.run(place, vec![name.into()]);
    for kind in ["mousePressed", "mouseReleased"] {
        let press = json!({ "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
            "modifiers": 8 });
        page.devtools("Input.dispatchMouseEvent", &press);
    }
    page.settles();
}

/// How the checkbox in the head is: ticked, half ticked.
#[track_caller]
fn head(page: &Page<'_>, all: bool, some: bool) {
    let script = "const { checked, indeterminate } = tree.querySelector('thead input'); return [checked, indeterminate]";
    page.becomes("the head as it should be", || page.run(script, Vec::new()) == json!([all, some]));
}

#[test]
fn are_counted_in_a_bar_that_does_not_move_the_table() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let top = "return tree.querySelector('tbody.rows').getBoundingClientRect().top + scrollY";
    let before = page.role("row").named_like("mobile").appears();
    before.without(&dock(&page));
    let at = page.run(top, Vec::new());
    checkbox(&page, "mobile").click();
    counts(&page, "1 of 25 selected");
    page.sees("1 selected");
    assert_eq!(page.run(top, Vec::new()), at);
    assert_eq!(ticked(&page), ["mobile"]);
    head(&page, false, true);
    checkbox(&page, "payments").click();
    counts(&page, "2 of 25 selected");
    page.is_accessible("rows that are selected");
    let bar = dock(&page).appears();
    checkbox(&page, "payments").click();
    checkbox(&page, "mobile").click();
    bar.vanishes();
    page.sees("None selected");
    head(&page, false, false);
    assert_eq!(page.run(top, Vec::new()), at);
    // The name is still the way to the page.
    page.link("mobile").click();
    page.heading("mobile").appears();
}

#[test]
fn are_chosen_by_keyboard_and_escape_keeps_them() {
    let server = Server::demo();
    let page = server.open("/integrations");
    checkbox(&page, "analytics-frankfurt").press(keys::Tab);
    page.link("analytics-frankfurt").has_focus();
    page.tab_to("checkbox", "Select android-platform");
    page.types(" ");
    counts(&page, "1 of 25 selected");
    checkbox(&page, "android-platform").has_focus();
    page.tab_to("checkbox", "Select data-warehouse");
    page.chord(keys::Shift, ' ');
    counts(&page, "4 of 25 selected");
    assert_eq!(
        ticked(&page),
        ["android-platform", "archive of the old monolith", "customer-relations", "data-warehouse"]
    );
    page.press(keys::Escape);
    counts(&page, "4 of 25 selected");
    page.types(" ");
    counts(&page, "3 of 25 selected");
    // From the middle of the table to the plan and through it, without the pointer.
    page.press(keys::Enter);
    page.link("Enable").within(dock(&page)).has_focus();
    page.tab_to("link", "Disable");
    page.press(keys::Enter);
    page.heading("Disable 3 integrations").has_focus();
    page.tab_to("button", "Apply to 2");
    page.press(keys::Enter);
    page.sees("2 done");
    page.tab_to("link", sentences::PLAN_THE_REVERSE);
    page.press(keys::Enter);
    page.heading("Reverse: Disable 3 integrations").has_focus();
}

#[test]
fn a_range_is_what_is_shown_between() {
    let server = Server::demo();
    let page = server.open("/integrations?sort=-name");
    checkbox(&page, "web-shop").click();
    counts(&page, "1 of 25 selected");
    shift_click(&page, &checkbox(&page, "platform-core"));
    counts(&page, "4 of 25 selected");
    assert_eq!(ticked(&page), ["web-shop", "warehouse-classic", "security-tools", "platform-core"]);
    // What the end of it becomes, all become; and that is where the next one begins.
    shift_click(&page, &checkbox(&page, "warehouse-classic"));
    counts(&page, "1 of 25 selected");
    shift_click(&page, &checkbox(&page, "partner-exchange"));
    counts(&page, "6 of 25 selected");
    assert_eq!(page.run("return String(getSelection())", Vec::new()), "", "text is selected");
}

#[test]
fn all_are_those_that_match() {
    let server = Server::demo();
    let page = server.open("/integrations?q=gitlab.acme");
    lists(&page, 3);
    page.role("checkbox").named("Select all 3").click();
    counts(&page, "3 of 3 selected");
    head(&page, true, false);
    // There is nothing more to select.
    dock(&page).appears().without(&page.button("Select all 3"));
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("");
    counts(&page, "3 of 25 selected");
    head(&page, false, true);
    page.role("checkbox").named("Select all 25").click();
    counts(&page, "25 of 25 selected");
    page.role("checkbox").named("Select all 25").click();
    page.sees("None selected");
    head(&page, false, false);
    checkbox(&page, "mobile").click();
    page.button("Select all 25").click();
    counts(&page, "25 of 25 selected");
    page.button(sentences::CLEAR_SELECTION).has_focus();
    page.button(sentences::CLEAR_SELECTION).click();
    page.role("checkbox").named("Select all 25").has_focus();
    assert_eq!(ticked(&page), [""; 0]);
}

#[test]
fn are_kept_while_the_list_is_searched_sorted_read_and_left() {
    let server = Server::demo();
    let page = server.open("/integrations");
    checkbox(&page, "mobile").click();
    checkbox(&page, "payments").click();
    checkbox(&page, "platform-core").click();
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("mobile");
    counts(&page, "1 of 1 selected");
    counts(&page, "and 2 that the filters hide");
    head(&page, true, false);
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("");
    counts(&page, "3 of 25 selected");
    page.button("Name").within(page.role("columnheader").named("Name")).click();
    counts(&page, "3 of 25 selected");
    assert_eq!(ticked(&page), ["platform-core", "payments", "mobile"]);
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.back();
    counts(&page, "3 of 25 selected");
    page.becomes("ticked", || ticked(&page) == ["platform-core", "payments", "mobile"]);
    // One that is gone leaves the choice.
    server.ask(
        "DELETE",
        &format!("/rest/gitplugin/1.0/integration/{}?deleteFiles=false", server.id("payments")),
        None,
    );
    page.button("Refresh").click();
    counts(&page, "2 of 24 selected");
    assert_eq!(ticked(&page), ["platform-core", "mobile"]);
    page.reload();
    page.link("mobile").appears().without(&dock(&page));
}

#[test]
fn ten_thousand_are_chosen_at_once() {
    let server = Server::new().demo(10_000).start();
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 10,000").click();
    counts(&page, "10,000 of 10,000 selected");
    head(&page, true, false);
    page.run("scrollTo(0, document.documentElement.scrollHeight)", Vec::new());
    let last = "return tree.querySelector('tr[aria-rowindex=\"10001\"] input')?.checked ?? null";
    page.becomes("the last one ticked", || page.run(last, Vec::new()) == true);
    page.run("tree.querySelector('tr[aria-rowindex=\"10001\"] input').click()", Vec::new());
    counts(&page, "9,999 of 10,000 selected");
    head(&page, false, true);
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("archive of the old monolith");
    counts(&page, "1 of 1 selected");
    counts(&page, "and 9,998 that the filters hide");
}

#[test]
fn lead_to_plans() {
    let server = Server::demo();
    for (action, heading) in [
        ("Enable", "Enable 1 integration"),
        ("Disable", "Disable 1 integration"),
        ("Change settings…", "settings"),
        ("Projects…", "Associate with projects"),
        ("Replace credentials…", "credentials"),
        ("Export…", "Export"),
        ("Remove…", "Remove integrations"),
    ] {
        let page = server.open("/integrations");
        checkbox(&page, "mobile").click();
        page.link(action).within(dock(&page)).click();
        let heading = page.role("heading").named_like(heading).appears();
        heading.without(&dock(&page));
        assert!(page.address().contains("#/integrations/plan"), "{}", page.address());
    }
}

#[test]
fn what_has_the_focus_is_not_behind_the_bar() {
    let server = Server::demo();
    let page = server.open("/integrations");
    checkbox(&page, "/jira/repos/*").click();
    counts(&page, "1 of 25 selected");
    let covered = "
        const bar = tree.querySelector('.dock').getBoundingClientRect();
        const { top, bottom, left } = tree.activeElement.getBoundingClientRect();
        return tree.activeElement.closest('tbody') !== null && bottom > bar.top + 1 && top < bar.bottom";
    for _ in 0..60 {
        page.press(keys::Tab);
        assert_eq!(
            page.run(covered, Vec::new()),
            false,
            "{}",
            page.run("return tree.activeElement.outerHTML", Vec::new())
        );
    }
}

#[test]
fn what_can_be_done_stands_in_one_line() {
    let server = Server::new().demo(10_000).start();
    let page = server.open("/integrations");
    page.show_at(Width::Wide);
    page.run("tree.querySelector('tbody.rows input').click()", Vec::new());
    let lines =
        "return new Set([...tree.querySelectorAll('.dock .acts > a')].map((one) => one.offsetTop)).size";
    page.link("Remove…").within(dock(&page)).appears();
    assert_eq!(page.run(lines, Vec::new()), 1, "one of 10,000");
    page.button("Select all 10,000").click();
    assert_eq!(page.run(lines, Vec::new()), 1, "all of 10,000");
}

/// Neither what clears the choice nor news of what was done is where something else is.
#[test]
fn the_bar_keeps_its_cross_in_its_first_line_and_toasts_above() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 25").click();
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("e");
    page.sees("that the filters hide");
    let order = "return [...tree.querySelectorAll('.dock .acts a')].map((one) => one.innerText).slice(-2)";
    assert_eq!(page.run(order, Vec::new()), json!(["Reindex", "Remove…"]));
    for width in [Width::Wide, Width::Narrow] {
        page.show_at(width);
        page.fits_sideways();
        let is_first = "
            const middle = (one) => { const { top, bottom } = one.getBoundingClientRect(); return (top + bottom) / 2 };
            const { bottom } = tree.querySelector('.dock').firstElementChild.getBoundingClientRect();
            return middle(tree.querySelector('.dock > .end')) < bottom + 8";
        if width == Width::Wide {
            assert_eq!(page.run(is_first, Vec::new()), true, "✕ is in the first line");
        }
    }
    page.show_at(Width::Wide);
    page.switch("Enabled: mobile").click();
    page.sees("mobile is disabled.");
    let is_above = "
        const toast = tree.querySelector('.toast').getBoundingClientRect();
        const bar = tree.querySelector('.dock').getBoundingClientRect();
        return toast.bottom <= bar.top || toast.top >= bar.bottom";
    for width in [Width::Wide, Width::Narrow] {
        page.show_at(width);
        assert_eq!(page.run(is_above, Vec::new()), true, "the toast is above the bar, {width:?}");
    }
}

#[test]
fn can_be_cleared_where_the_filters_hide_them_all() {
    let server = Server::demo();
    for names in [&["mobile"][..], &["payments", "platform-core"]] {
        let page = server.open("/integrations");
        for name in names {
            checkbox(&page, name).click();
        }
        page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("nowhere");
        page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
        counts(&page, &format!("and {} that the filters hide", names.len()));
        page.button(sentences::CLEAR_SELECTION).click();
        page.heading(sentences::GIT_INTEGRATIONS).has_focus().without(&dock(&page));
    }
}

/// Until the bar is there nothing is chosen: if it does not come, nothing looks so.
#[test]
fn are_not_chosen_when_the_bar_does_not_come() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.devtools("Network.enable", &json!({}));
    page.devtools("Network.setBlockedURLs", &json!({ "urls": ["*.wasm"] }));
    checkbox(&page, "mobile").click();
    page.sees("A part of Patchbay could not be fetched.");
    assert_eq!(ticked(&page), [""; 0]);
    page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
    checkbox(&page, "mobile").click();
    counts(&page, "1 of 25 selected");
    page.complains_of(&["Failed to fetch"]);
}

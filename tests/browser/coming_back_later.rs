//! A list is where it was left although much happened in between: the page was loaded again, somebody signed in again,
//! saved, or scrolled.

use crate::coming_back::{follow, many, pages, place, scroll, show_at};
use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, keys};
use serde_json::{Value, json};

/// Whether the page is where it was, give or take a row: what stands above the list may come later than it.
#[track_caller]
fn is_near(page: &Page<'_>, address: &str, y: &Value) {
    let now = page.run("return scrollY", Vec::new());
    let far = (now.as_f64().unwrap() - y.as_f64().unwrap()).abs();
    assert!(far < 60.0, "{address}: at {now}, it was at {y}");
}

/// A page that is loaded again is where it was, and knows where one came from.
#[test]
fn loading_the_page_again_loses_no_place() {
    let server = many();
    let page = server.open("/connection");
    show_at(&page, (1_000, 600));
    // Those are read again first: the table, and on Health the card that stands above all others.
    let is_read_again = |address: &str| address.contains("/fleet") || address == "/health";
    for (address, y, back) in pages(&server).iter().filter(|(address, ..)| !is_read_again(address)) {
        scroll(&page, address, *y);
        let before = page.run("return scrollY", Vec::new());
        page.reload();
        page.is_at(address);
        is_near(&page, address, &before);
        // From a page that was loaded again, the way back leads to the same place.
        let left = follow(&page, address, 0.4);
        page.reload();
        match back {
            Some(back) => drop(page.link(back).press(keys::Enter)),
            None => page.back(),
        }
        page.is_at(address);
        is_near(&page, address, &left[1]);
    }
}

/// Who opens a page by its address sees its top.
#[test]
fn a_page_that_is_opened_by_its_address_begins_at_its_top() {
    let server = many();
    let page = server.open("/integrations?q=e");
    scroll(&page, "/integrations?q=e", 1_500);
    page.visit("about:blank");
    page.go("/integrations?q=e");
    lists(&page, 192);
    assert_eq!(page.run("return scrollY", Vec::new()), 0);
}

#[test]
fn signing_in_again_loses_no_place() {
    let server = many();
    server.disturb(
        "GET /config.json",
        Fault::Answer(200, json!({ "jira": { "auth": "token" }, "gitlab": { "auth": "token" } })),
    );
    let page = server.open("/integrations");
    let sign_in = || {
        page.role("textbox").named_like("Personal access token").fill("admin-token");
        page.button(sentences::SIGN_IN).click();
    };
    sign_in();
    for (address, y) in [
        ("/integrations?q=e&sort=-name", 2_000),
        ("/integrations?q=a&cols=smartCommitsEnabled,apiFilter", 1_700),
        ("/integrations/1/repositories", 6_001),
        ("/integrations?status=enabled&indexed=fresh", 900),
    ] {
        scroll(&page, address, y);
        let left = follow(&page, address, 0.5);
        page.sign_out(&server);
        page.role("heading").named_like("Sign in to").appears();
        sign_in();
        page.back();
        assert_eq!(place(&page), left, "{address}");
    }
}

/// What is saved changes the row, and perhaps its place; the focus goes there with it.
#[test]
fn after_saving_the_row_is_found_where_it_is_by_then() {
    let server = many();
    let page = server.open("/integrations?q=e");
    show_at(&page, (1_000, 600));
    for (at, (name, is_near)) in [("", true), ("zzz e", false), ("AAA e", false)].into_iter().enumerate() {
        let address = "/integrations?q=e";
        scroll(&page, address, 1_200 + 400 * at as u32);
        let left = follow(&page, address, 0.5);
        if is_near {
            page.field("Tag filter (show only matching)").fill("^new.*");
        } else {
            page.field("Display name").fill(name);
        }
        page.button("Save 1 change").click();
        page.role("status").shows("is saved.");
        page.link(sentences::BACK_TO_GIT_INTEGRATIONS).press(keys::Enter);
        page.is_at(address);
        let place = place(&page);
        assert_eq!(place[0], left[0], "{name}");
        assert_eq!(place[1] == left[1], is_near, "{name}: left at {left}, now at {place}");
        let is_seen = "
            const { top, bottom } = (tree.activeElement ?? document.activeElement).getBoundingClientRect();
            return top > 0 && bottom < innerHeight";
        assert_eq!(page.run(is_seen, Vec::new()), true, "{name}");
    }
}

/// Who scrolls while what is listed still comes is not taken back.
#[test]
fn who_scrolls_meanwhile_stays_there() {
    let server = many();
    let page = server.open("/connection");
    show_at(&page, (1_000, 600));
    scroll(&page, "/integrations/1/repositories", 6_001);
    follow(&page, "/integrations/1/repositories", 0.5);
    page.back();
    page.is_at("/integrations/1/repositories");
    page.becomes("back", || page.run("return scrollY", Vec::new()) == 6_001);
    let wheel = json!({ "type": "mouseWheel", "x": 500, "y": 300, "deltaX": 0, "deltaY": 900 });
    page.devtools("Input.dispatchMouseEvent", &wheel);
    page.becomes("scrolled on", || page.run("return scrollY", Vec::new()) == 6_901);
    page.button("Refresh").press(keys::Enter);
    page.settles();
    page.run("scrollTo(0, 3000)", Vec::new());
    page.settles();
    assert_eq!(page.run("return scrollY", Vec::new()), 3_000);
    page.role("searchbox").named_like("Search name").appears();
    page.run("dispatchEvent(new Event('resize'))", Vec::new());
    page.settles();
    assert_eq!(page.run("return scrollY", Vec::new()), 3_000);
}

//! That the tests themselves would notice: planted faults must be found.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Scheme, Server, Width};
use serde_json::json;

#[test]
#[should_panic(expected = "color-contrast")]
fn axe_finds_what_cannot_be_read() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run("document.querySelector('h1').style.color = '#888'", Vec::new());
    page.is_accessible("planted");
}

#[test]
#[should_panic(expected = "Content Security Policy")]
fn the_console_tells_violated_policies() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run(
        "document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))",
        Vec::new(),
    );
}

#[test]
#[should_panic(expected = "planted")]
fn the_console_tells_errors() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run("setTimeout(() => { throw new Error('planted') }, 0)", Vec::new());
}

#[test]
#[should_panic(expected = "sideways")]
fn what_stands_out_sideways_is_noticed() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.run("document.querySelector('h1').style.width = '1400px'", Vec::new());
    page.fits_sideways();
}

/// What a page could leave behind for the next one in the same browser.
#[track_caller]
fn found(page: &Page<'_>) -> serde_json::Value {
    let script = "
        return [
          document.cookie, localStorage.length, sessionStorage.length, innerWidth, history.length,
          matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion)').matches,
          new Intl.NumberFormat().resolvedOptions().locale, new Intl.DateTimeFormat().resolvedOptions().timeZone,
        ]";
    page.run(script, Vec::new())
}

#[test]
fn a_page_finds_nothing_of_the_one_before_it() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    let at_first = found(&page);
    page.run(
        "document.cookie = 'left=behind'; localStorage.left = sessionStorage.left = 'behind';
         console.error('left behind')",
        Vec::new(),
    );
    page.show_at(Width::Narrow);
    page.show_in(Scheme::Dark);
    page.devtools("Emulation.setLocaleOverride", &json!({ "locale": "ar-EG" }));
    page.devtools("Emulation.setTimezoneOverride", &json!({ "timezoneId": "Asia/Tokyo" }));
    page.reload();
    assert_ne!(found(&page), at_first);
    page.complains_of(&["left behind"]);
    drop(page);
    // The next test of this thread, and so this page, gets the same browser.
    let page = server.open("/integrations");
    page.link("mobile").appears();
    assert_eq!(found(&page), at_first);
    page.complains_of(&[]);
}

/// The list answers after a pause in typing and a request: without any waiting in the test, its answer is there.
#[test]
fn what_is_done_next_meets_the_answer_to_what_was_done_before() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    let rows = "return document.querySelectorAll('tbody tr').length";
    assert_eq!(page.run(rows, Vec::new()), 20);
    page.role("searchbox").named_like(sentences::SEARCH_PROJECTS).fill("handbook");
    assert_eq!(page.run(rows, Vec::new()), 1);
}

#[test]
#[should_panic(expected = "is there")]
fn what_is_said_to_be_missing_is_looked_for() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.heading(sentences::GIT_INTEGRATIONS).appears().without(&page.link("mobile"));
}

#[test]
#[should_panic(expected = "can be seen")]
fn a_text_that_is_said_to_be_missing_is_looked_for() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.heading(sentences::GIT_INTEGRATIONS).appears().without_text("platform-core");
}

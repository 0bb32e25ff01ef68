//! A list of 10,000 integrations: all of it to a screen reader, a screenful of it in the page.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Server, keys};

const ROWS: &str = "return document.querySelectorAll('tbody:not([aria-hidden]) tr').length";

#[test]
fn stays_a_whole_table_of_few_rows() {
    let server = Server::new().demo(10_000).start();
    let page = server.open("/integrations");
    page.sees("10,000 integrations");
    lists(&page, 10_000);
    let drawn = page.run(ROWS, Vec::new()).as_u64().unwrap();
    assert!((20..60).contains(&drawn), "{drawn} rows are drawn");

    page.run("scrollTo(0, document.documentElement.scrollHeight)", Vec::new());
    let last =
        "return document.querySelector('tr[aria-rowindex=\"10001\"]')?.getBoundingClientRect().bottom ?? 1e9";
    page.becomes("the last row in view", || page.run(last, Vec::new()).as_f64().unwrap() <= 900.0);
    let drawn = page.run(ROWS, Vec::new()).as_u64().unwrap();
    assert!((10..60).contains(&drawn), "{drawn} rows are drawn at the end");

    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("archive of the old monolith");
    page.sees("1 of 10,000");
    lists(&page, 1);
    page.link("archive of the old monolith").appears();
}

#[test]
fn is_walked_through_by_tab() {
    let server = Server::new().demo(10_000).start();
    let page = server.open("/integrations");
    page.link("/jira/repos/*").press(keys::Tab);
    let row = "return Number(document.activeElement.closest('tr')?.ariaRowIndex ?? 0)";
    let mut last = 0;
    // Four stops a row: far beyond the rows that were drawn at first.
    for _ in 0..200 {
        let now = page.run(row, Vec::new()).as_u64().unwrap_or_default();
        assert!(now == last || now == last + 1 || last == 0, "from row {last} to row {now}");
        last = now;
        page.press(keys::Tab);
    }
    assert!(last > 45, "Tab came to row {last} only");
}

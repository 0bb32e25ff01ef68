//! The list: what it shows, how it is searched and sorted, and that the address says all of it.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::json;

/// Waits until the rows begin with these names.
#[track_caller]
fn begins_with(page: &Page<'_>, names: &[&str]) {
    let script = "return [...document.querySelectorAll('tbody th a')].map((one) => one.innerText)";
    page.becomes(&format!("rows that begin with {names:?}"), || {
        let rows = page.run(script, Vec::new());
        let rows = rows.as_array().unwrap();
        rows.len() >= names.len() && names.iter().zip(rows).all(|(name, row)| row == name)
    });
}

/// Waits until exactly so many integrations are listed.
#[track_caller]
pub fn lists(page: &Page<'_>, count: usize) {
    page.role("table").named(sentences::GIT_INTEGRATIONS).has("aria-rowcount", &(count + 1).to_string());
}

#[test]
fn shows_all_integrations_with_their_counts() {
    let server = Server::demo();
    let page = server.open("");
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.sees("25 integrations · 4 disabled · 7 not indexed in 24 h · 3 with other problems · read ");
    lists(&page, 25);
    let row = page.role("row").named_like("platform-core");
    row.shows("https://github.acme.example · #1")
        .shows("GitHub Enterprise")
        .shows("Enabled")
        .shows("All projects")
        .shows("3 days ago");
    page.role("row").named_like("mobile").shows("MOB, IOS, AND +2");
    page.role("row").named_like("data-warehouse").shows("Disabled").shows("never");
    assert_eq!(page.title(), "Git integrations – Patchbay");
}

#[test]
fn finds_by_name_origin_and_id() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let search = page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID);
    for (typed, found) in [
        ("MONOLITH archive", "archive of the old monolith"),
        ("oldco.example", "gitlab 9 of the acquired company"),
        ("#17", "open source"),
    ] {
        search.fill(typed);
        page.sees("1 of 25");
        // For those who hear the page.
        page.sees("1 integration found");
        lists(&page, 1);
        begins_with(&page, &[found]);
    }
    let some = page.sees("of 25");
    search.fill("");
    lists(&page, 25);
    some.vanishes();
}

#[test]
fn keeps_search_and_order_in_the_address() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("gitlab.acme");
    page.button("Name").click();
    page.is_at("/integrations?q=gitlab.acme&sort=-name");
    begins_with(&page, &["mobile", "machine-learning", "infrastructure"]);
    page.reload();
    begins_with(&page, &["mobile", "machine-learning", "infrastructure"]);
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).holds("gitlab.acme");
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.back();
    page.is_at("/integrations?q=gitlab.acme&sort=-name");
    begins_with(&page, &["mobile", "machine-learning", "infrastructure"]);
}

#[test]
fn sorts_by_each_column_both_ways() {
    let server = Server::demo();
    let page = server.open("/integrations");
    begins_with(&page, &["/jira/repos/*", "analytics-frankfurt", "android-platform"]);
    page.role("columnheader").named("Name").has("aria-sort", "ascending");
    let by = |column| page.button(column).within(page.role("columnheader").named(column));
    by("Type").click();
    begins_with(&page, &["analytics-frankfurt", "device-cloud", "erp-and-finance"]);
    page.role("columnheader").named("Type").has("aria-sort", "ascending");
    assert_eq!(page.role("columnheader").named("Name").attribute("aria-sort"), None);
    by("Type").click();
    page.role("columnheader").named("Type").has("aria-sort", "descending");
    begins_with(&page, &["partner-exchange", "/jira/repos/*"]);
    by("Status").click();
    by("Status").click();
    begins_with(
        &page,
        &["archive of the old monolith", "data-warehouse", "gitlab 9 of the acquired company"],
    );
    by("Last indexed").click();
    begins_with(&page, &["data-warehouse", "design-system", "gitlab hashed storage"]);
    by("Last indexed").click();
    begins_with(&page, &["open source", "web-shop"]);
}

#[test]
fn says_that_nothing_matches_and_leads_back() {
    let server = Server::demo();
    let page = server.open("/integrations?q=nowhere");
    page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
    page.button(sentences::SHOW_ALL_INTEGRATIONS).click();
    lists(&page, 25);
    page.is_at("/integrations");
}

#[test]
fn says_that_there_is_none_yet_and_how_to_begin() {
    let server = Server::new().start();
    let page = server.open("/integrations");
    page.heading(sentences::NO_INTEGRATIONS_YET).appears();
    let count = page.sees("0 integrations");
    // There is nothing to search and to filter.
    count.without(&page.role("searchbox")).without(&page.role("search")).without(&page.button("Type"));
    page.link("Add the first integration").click();
    page.is_at("/integrations/new");
    page.heading(sentences::ADD_INTEGRATION).appears();
}

#[test]
fn reads_again_without_losing_the_place() {
    let server = Server::demo();
    let page = server.open("/integrations");
    lists(&page, 25);
    page.run("scrollTo(0, 300)", Vec::new());
    page.becomes("scrolled", || page.run("return scrollY", Vec::new()) == 300);
    server.change(server.id("mobile"), &json!({ "displayName": "mobile apps" }));
    // Clicked by script: WebDriver would scroll the button into view first.
    page.run(
        "[...document.querySelectorAll('button')].find((one) => one.innerText === 'Refresh').click()",
        Vec::new(),
    );
    page.role("row").named_like("mobile apps").appears();
    assert_eq!(page.run("return scrollY", Vec::new()), 300);
}

#[test]
fn comes_back_to_where_it_was_left() {
    let server = Server::demo();
    let page = server.open("/integrations");
    lists(&page, 25);
    page.run("scrollTo(0, 400)", Vec::new());
    page.becomes("scrolled", || page.run("return scrollY", Vec::new()) == 400);
    page.link("firmware").click();
    page.heading("firmware").appears().has_focus();
    page.back();
    page.becomes("scrolled as before", || page.run("return scrollY", Vec::new()) == 400);
}

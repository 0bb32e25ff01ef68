//! The facets above the list: their values, their counts, and what they leave.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Server, keys};

#[test]
fn narrow_by_type_with_counts() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.button("Type").within(page.role("search").named("Integrations")).click();
    let facet = page.role("dialog").named("Type").appears();
    page.role("checkbox").named("AWS CodeCommit 2").has_focus();
    page.role("checkbox").named("GitHub.com 3").click();
    lists(&page, 3);
    page.is_at("/integrations?type=GITHUB");
    page.role("checkbox").named("GitHub Enterprise 3").click();
    lists(&page, 6);
    page.press(keys::Escape);
    facet.vanishes();
    page.button("Type: GitHub.com, GitHub Enterprise").has_focus();
    page.button("Clear type").click();
    lists(&page, 25);
    page.is_at("/integrations");
}

#[test]
fn count_what_the_others_leave() {
    let server = Server::demo();
    let page = server.open("/integrations?type=FILESPACE");
    lists(&page, 3);
    page.button("Status").within(page.role("search").named("Integrations")).click();
    page.role("checkbox").named("Enabled 2").appears();
    page.role("checkbox").named("Disabled 1").click();
    lists(&page, 1);
    page.is_at("/integrations?type=FILESPACE&status=disabled");
    page.button("Indexed").click();
    page.role("checkbox").named("More than 24 h ago 1").appears();
    page.role("checkbox").named("Within 24 h 0").appears();
    page.role("checkbox").named("Never 0").click();
    page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
    page.button(sentences::CLEAR_FILTERS).click();
    lists(&page, 25);
}

#[test]
fn narrow_by_staleness_and_project() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("7 not indexed in 24 h").click();
    lists(&page, 7);
    page.is_at("/integrations?status=enabled&indexed=stale,never");
    page.button(sentences::CLEAR_FILTERS).click();
    page.button("Projects").click();
    let all = page.role("checkbox").named("All projects 7").appears();
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill("android");
    all.vanishes();
    // Two name it, and seven are associated with all projects.
    page.role("checkbox").named("AND · Android app 9").click();
    lists(&page, 9);
    page.reload();
    lists(&page, 9);
    page.button("Projects: AND · Android app").appears();
}

#[test]
fn take_an_old_address_as_it_is() {
    let server = Server::demo();
    let page = server.open("/integrations?type=BITBUCKET&sort=size&stale=banana");
    page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
    page.button("Type: BITBUCKET").appears();
    page.button("Clear type").click();
    lists(&page, 25);
    page.is_at("/integrations");
}

#[test]
fn are_taken_back_by_back() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("7 not indexed in 24 h").click();
    lists(&page, 7);
    page.button("Type").within(page.role("columnheader").named("Type")).click();
    page.is_at("/integrations?status=enabled&indexed=stale,never&sort=type");
    page.back();
    page.is_at("/integrations?status=enabled&indexed=stale,never");
    page.back();
    page.is_at("/integrations");
    lists(&page, 25);
}

//! Indexing: told to Jira, followed gently, found again, and said in Jira's words.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Locator, Page, Server};
use serde_json::{Value, json};
use std::time::Duration;

const START: &str = "POST /rest/gitplugin/2.0/reindex";
const OLDER: &str = "POST /rest/gitplugin/1.0/index";
const PROGRESS: &str = "GET /rest/gitplugin/1.0/index.json";

fn row<'p>(page: &'p Page<'_>, name: &'p str) -> Locator<'p> {
    page.role("row").named_like(name)
}

/// Jira gets done with whatever it was told.
fn gets_done(server: &Server) {
    server.sandbox().index_for(Duration::from_hours(100_000));
}

fn asked(server: &Server) -> usize {
    server.rest_lines().iter().filter(|line| line.starts_with(PROGRESS)).count()
}

/// How often Jira was told to index something.
fn started(server: &Server) -> Vec<Value> {
    server.writes().into_iter().filter(|(line, _)| line == START).map(|(_, body)| body).collect()
}

#[test]
fn of_one_from_its_row_with_progress_and_the_new_time() {
    let server = Server::new().demo(25).pace(Duration::from_hours(1)).start();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Reindex").click();
    page.heading("Reindex mobile").has_focus();
    assert_eq!(server.writes(), []);
    page.button("Reindex mobile").click();
    row(&page, "mobile").shows("Indexing 0 %").shows("Scanning mobile");
    // What it would do is still said, and why it cannot.
    page.button("Reindex mobile").has("aria-disabled", "true");
    assert_eq!(started(&server), [json!({ "repoId": server.id("mobile") })]);
    server.sandbox().index_for(Duration::from_mins(150));
    page.passes_time();
    row(&page, "mobile").shows("Indexing 50 %");
    page.is_accessible("indexing");
    gets_done(&server);
    page.passes_time();
    // What Jira said last, while it was under way, is no news any more.
    row(&page, "mobile").shows("✓ Indexed").shows("ago");
    assert_eq!(page.run("return tree.querySelector('tbody .said').textContent.trim()", Vec::new()), "");
    page.role("status").shows("Jira has indexed mobile.");
    // Nothing is asked any more.
    let before = asked(&server);
    page.passes_time();
    assert_eq!(asked(&server), before);
}

#[test]
fn of_25_of_which_two_fail() {
    let server = Server::new().demo(25).pace(Duration::from_hours(1)).start();
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 25").click();
    page.link("Reindex").click();
    page.heading(sentences::REINDEX_INTEGRATIONS).appears();
    // Four are disabled.
    page.button("Reindex 21 integrations").click();
    page.sees("21 under way");
    page.button("Reindex 21 integrations").has("aria-disabled", "true");
    assert_eq!(started(&server).len(), 21);
    gets_done(&server);
    page.passes_time();
    page.sees("19 indexed · 2 failed");
    page.role("status").shows("Indexing has ended: 2 of 21 integrations did not work.");
    row(&page, "security-tools").shows("▲ Failed");
    row(&page, "https://gitlab.com · #4").shows("▲ Failed").shows("Not authorized");
    page.is_accessible("indexing that failed in part");
    // Those again, and no others.
    server.forget();
    page.button("Try the 2 that failed again").click();
    page.sees("19 indexed · 2 under way");
    assert_eq!(started(&server).len(), 2);
    gets_done(&server);
    page.passes_time();
    page.sees("19 indexed · 2 failed");
    // What failed needs attention.
    page.link(sentences::HEALTH).click();
    page.role("region").named_like("with errors in the last indexing").shows("security-tools");
}

#[test]
fn stops_asking_when_the_page_is_left_and_finds_it_again() {
    let server = Server::new().demo(5).pace(Duration::from_hours(1)).start();
    let page = server.open(&format!("/integrations/{}/reindex", server.id("mobile")));
    page.button("Reindex mobile").click();
    row(&page, "mobile").shows("Indexing 0 %");
    page.link("← mobile").click();
    page.field("Display name").appears();
    server.forget();
    page.passes_time();
    assert_eq!(asked(&server), 0);
    gets_done(&server);
    page.link("Reindex").click();
    row(&page, "mobile").shows("✓ Indexed");
    // Not only while the page is loaded.
    page.button("Reindex mobile").click();
    row(&page, "mobile").shows("Indexing 0 %");
    page.reload();
    row(&page, "mobile").shows("Indexing 0 %");
    assert_eq!(started(&server).len(), 1);
    gets_done(&server);
    page.passes_time();
    row(&page, "mobile").shows("✓ Indexed");
}

#[test]
fn an_older_server_is_told_for_each_repository() {
    let server = Server::new().demo(5).gij("4.16").start();
    let page = server.open(&format!("/integrations/{}/reindex", server.id("mobile")));
    page.button("Reindex mobile").click();
    page.sees("Jira does not index an integration as a whole");
    let lines: Vec<String> = server.writes().into_iter().map(|(line, _)| line).collect();
    assert!(lines.iter().filter(|line| *line == OLDER).count() > 30, "{lines:?}");
    assert_eq!(lines.iter().filter(|line| *line == START).count(), 1, "asked once what it does not have");
    gets_done(&server);
    page.passes_time();
    row(&page, "mobile").shows("✓ Indexed");
}

/// Of one whose repositories are indexed one by one: an error of one of them is said, and the others are waited for.
#[test]
fn one_of_many_repositories_that_fails_is_said_when_all_are_over() {
    let server = Server::new().demo(5).gij("4.16").pace(Duration::from_hours(1)).start();
    let page = server.open(&format!("/integrations/{}/reindex", server.id("mobile")));
    page.button("Reindex mobile").click();
    page.sees("Jira does not index an integration as a whole");
    let failed =
        json!({ "success": false, "finished": true, "errors": { "Fetching app": "Not authorized" } });
    server.disturb(PROGRESS, Fault::Answer(200, failed));
    page.passes_time();
    row(&page, "mobile").shows("▲ Failed").shows("Fetching app: Not authorized").shows("more");
    page.role("status").shows("Indexing mobile failed.");
}

#[test]
fn a_server_without_the_endpoints_says_so_and_offers_nothing() {
    let server = Server::demo();
    let page = server.open("/integrations/2/reindex");
    for line in [START, OLDER] {
        server.disturb(line, Fault::Page(404, "text/html", "<title>Not found</title>".to_owned(), None));
    }
    let button = page.button("Reindex mobile").click();
    page.alert(sentences::NO_REINDEX_ENDPOINT).appears();
    button.vanishes();
    page.is_accessible("no endpoint that indexes");
}

#[test]
fn a_session_that_ends_meanwhile_stops_the_asking_until_somebody_is_signed_in() {
    let server = Server::new().demo(5).pace(Duration::from_hours(1)).start();
    let page = server.open("/integrations/2/reindex");
    page.button("Reindex mobile").click();
    row(&page, "mobile").shows("Indexing 0 %");
    server.disturb(PROGRESS, Fault::Answer(401, json!({})));
    page.passes_time();
    page.alert("Patchbay cannot read how far Jira is").appears();
    server.forget();
    page.passes_time();
    assert_eq!(asked(&server), 0);
    server.heal();
    gets_done(&server);
    page.button(sentences::TRY_AGAIN).click();
    row(&page, "mobile").shows("✓ Indexed");
}

#[test]
fn a_start_without_an_answer_is_looked_for_and_not_sent_again() {
    let server = Server::new().demo(5).pace(Duration::from_hours(1)).start();
    let page = server.open("/integrations/2/reindex");
    server.disturb(START, Fault::Done(Box::new(Fault::Answer(500, json!({ "message": "oops" })))));
    page.button("Reindex mobile").click();
    row(&page, "mobile").shows("Indexing 0 %");
    assert_eq!(started(&server).len(), 1);
}

#[test]
fn a_server_that_asks_to_slow_down_is_waited_for() {
    let server = Server::demo();
    let page = server.open("/integrations/2/reindex");
    server.disturb(START, Fault::TooMany(1));
    page.button("Reindex mobile").click();
    page.sees("Jira asks to slow down");
    server.heal();
    page.runs_its_clock();
    gets_done(&server);
    row(&page, "mobile").shows("✓ Indexed");
}

#[test]
fn is_offered_after_a_save_that_changes_what_is_found() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("phones");
    page.button("Save 1 change").click();
    page.role("status").shows("phones is saved.").without(&page.link(sentences::REINDEX_NOW));
    page.field("JMESPath filter").fill("[?contains(name, 'app')]");
    page.button("Save 1 change").click();
    page.alert(sentences::TAKES_EFFECT_WITH_INDEXING).appears();
    page.is_accessible("saved, with the way to indexing");
    page.link(sentences::REINDEX_NOW).click();
    page.heading("Reindex phones").appears();
}

#[test]
fn a_disabled_one_is_enabled_first() {
    let server = Server::demo();
    let page = server.open(&format!("/integrations/{}/reindex", server.id("data-warehouse")));
    page.heading("It is disabled").appears();
    page.go("/integrations/reindex");
    page.heading(sentences::NO_INTEGRATION_IS_CHOSEN).appears();
}

#[test]
fn works_by_keyboard() {
    let server = Server::demo();
    let page = server.open("/integrations/2/reindex");
    page.button("Reindex mobile").appears();
    page.tab_to("button", "Reindex mobile");
    page.press(patchbay_tests::keys::Enter);
    gets_done(&server);
    page.passes_time();
    row(&page, "mobile").shows("✓ Indexed");
}

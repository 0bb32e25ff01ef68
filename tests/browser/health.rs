//! Health: what needs attention in all Jiras, and what can be done about it.

use crate::list::lists;
use crate::several_jiras::Two;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Locator, Page, Server};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
pub(crate) const REPOSITORIES: &str = "GET /rest/gitplugin/1.0/repository";

pub(crate) fn concern<'p>(page: &'p Page<'_>, title: &'p str) -> Locator<'p> {
    page.role("region").named_like(title)
}

/// What the headline of the list says of those that need attention for another reason than their indexing.
fn others<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("link").named_like(sentences::WITH_OTHER_PROBLEMS)
}

fn say(count: usize) -> String {
    format!("{count} {}", sentences::WITH_OTHER_PROBLEMS)
}

#[test]
fn counts_in_the_list_from_the_first_view_and_shows_what_needs_attention() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.sees("7 not indexed in 24 h");
    others(&page).shows(&say(3));
    // The list alone tells it: nothing else was asked for.
    assert_eq!(server.rest_lines().iter().filter(|line| line.starts_with(REPOSITORIES)).count(), 0);
    assert_eq!(server.rest_lines().iter().filter(|line| *line == LIST).count(), 1);
    page.is_accessible("the list with its counts");
    others(&page).click();
    page.heading(sentences::HEALTH).has_focus();
    page.link(sentences::HEALTH).has("aria-current", "page");
    page.sees("25 integrations");
    concern(&page, "not indexed in 24 h").shows("platform-core").shows("mobile");
    concern(&page, "that share their name with another").shows("https://gitlab.com/*");
    concern(&page, "of a type that is no longer supported").shows("gitlab 9 of the acquired company");
    // Only the repositories tell it.
    concern(&page, "with errors in the last indexing").appears();
    page.is_accessible("health");
    assert_eq!(server.writes(), []);
    page.link(sentences::GIT_INTEGRATIONS).click();
    others(&page).shows(&say(4));
}

fn fine(id: u64) -> Value {
    json!({ "id": id, "displayName": format!("no. {id}"), "integrationType": "GITHUB", "disabled": false,
        "origin": format!("https://git{id}.example"), "lastIndexedDate": 1e15, "global": true })
}

fn with(mut one: Value, over: &Value) -> Value {
    for (key, value) in over.as_object().unwrap() {
        one[key] = value.clone();
    }
    one
}

#[test]
fn counts_in_the_list_whatever_the_list_tells() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let same = json!({ "origin": "https://same.example" });
    let filtered = json!({ "origin": "https://same.example", "apiFilter": "[?contains(name, 'a')]" });
    let idle = json!({ "requireUserPat": true, "gitViewerEnabled": false });
    let default = json!({ "displayName": "https://github.com/*" });
    let legacy = json!({ "integrationType": "GITLAB_SERVER_LEGACY" });
    let late = json!({ "lastIndexedDate": 1_000 });
    for (overs, count) in [
        (vec![&same, &same], 2),
        (vec![&same, &filtered], 0),
        (vec![&idle], 1),
        (vec![&default, &default, &default], 3),
        (vec![&legacy], 1),
        (vec![&late], 0),
        (vec![&same, &same, &idle, &default, &default, &legacy, &late], 6),
    ] {
        let odd = overs.iter().enumerate().map(|(at, over)| with(fine(at as u64 + 1), over));
        let all: Vec<Value> = odd.chain([fine(100), fine(101)]).collect();
        let total = format!("{} integrations", all.len());
        server.disturb(LIST, Fault::Answer(200, json!({ "success": true, "integrations": all })));
        page.button("Refresh").click();
        let list = page.sees(&total);
        if count == 0 {
            list.without(&others(&page));
        } else {
            others(&page).shows(&say(count));
        }
    }
}

#[test]
fn counts_in_the_list_what_health_found_out_besides() {
    let server = Server::demo();
    let page = server.open("/health");
    page.heading(sentences::HEALTH).appears();
    let id = server.id("mobile");
    let broken = json!({ "success": true, "repositories": [
        { "id": 900, "displayName": "broken", "trackedFolderId": id, "state": "ERROR" },
    ]});
    server.disturb(REPOSITORIES, Fault::Answer(200, broken));
    page.button("Refresh").click();
    concern(&page, "with errors in the last indexing").shows("mobile");
    page.link(sentences::GIT_INTEGRATIONS).click();
    others(&page).shows(&say(4));
    page.button("Refresh").click();
    others(&page).shows(&say(4));
    // It is known of those that are enabled only.
    page.switch("Enabled: mobile").click();
    page.sees("mobile is disabled.");
    others(&page).shows(&say(3));
}

/// A list without its counts is a list.
#[test]
fn the_list_is_there_without_what_counts() {
    let server = Server::demo();
    let page = server.open("/integrations");
    others(&page).appears();
    let is_it = |line: &&String| line.starts_with("GET /patchbay-attention-");
    let lines: Vec<String> = server.requests().iter().map(|request| request.line.clone()).collect();
    let part = lines.iter().find(is_it).unwrap().clone();
    let page = Page::blank(&server);
    server.disturb(&part, Fault::Answer(503, json!({})));
    server.forget();
    page.go("/integrations");
    lists(&page, 25);
    page.becomes("the part to be asked for", || server.requests().iter().any(|request| request.line == part));
    page.sees("7 not indexed in 24 h").without(&others(&page)).without(&page.role("alert"));
    // The next list tries again.
    server.heal();
    page.button("Refresh").click();
    others(&page).shows(&say(3));
    page.complains_of(&["Error", "Failed to load resource"]);
}

#[test]
fn finds_what_contradicts_itself_and_what_is_there_twice() {
    let server = Server::new().demo(5).start();
    server.change(server.id("mobile"), &json!({ "requireUserPat": true, "gitViewerEnabled": true }));
    let page = server.open("/health");
    page.heading(sentences::HEALTH).appears();
    let integrations = json!({ "success": true, "integrations": [
        { "id": 1, "displayName": "a", "integrationType": "GITHUB", "origin": "https://h", "lastIndexedDate": 1e15,
          "requireUserPat": true, "gitViewerEnabled": false },
        { "id": 2, "displayName": "b", "integrationType": "GITHUB", "origin": "https://H/", "lastIndexedDate": 1e15 },
    ]});
    server.disturb(LIST, Fault::Answer(200, integrations));
    page.button("Refresh").click();
    concern(&page, "users’ own tokens while the repository browser is off").shows("a");
    let twins = concern(&page, "with the same origin and the same filter");
    twins.shows("a").shows("b");
    page.button("Disable all but the first…").within(twins).appears();
}

#[test]
fn leads_to_the_plan_to_indexing_and_to_the_list() {
    let server = Server::demo();
    let page = server.open("/health");
    let late = || concern(&page, "not indexed in 24 h");
    page.button("Disable 5…").within(late()).click();
    page.heading("Disable 5 integrations").appears();
    assert_eq!(server.writes(), []);
    page.go("/health");
    page.button("Reindex 5").within(late()).click();
    page.heading(sentences::REINDEX_INTEGRATIONS).appears();
    page.button("Reindex 5 integrations").appears();
    page.go("/health");
    page.link("Show in the list").within(late()).click();
    page.sees("5 of 25");
}

#[test]
fn says_that_a_repository_has_an_error_and_leads_to_it() {
    let server = Server::demo();
    let page = server.open("/health");
    page.heading(sentences::HEALTH).appears();
    let id = server.id("mobile");
    let repositories = json!({ "success": true, "repositories": [
        { "id": 900, "displayName": "broken", "trackedFolderId": id, "state": "ERROR" },
        { "id": 901, "displayName": "fine", "trackedFolderId": id, "state": "UPDATED" },
    ]});
    server.disturb(REPOSITORIES, Fault::Answer(200, repositories));
    page.button("Refresh").click();
    concern(&page, "with errors in the last indexing").shows("mobile");
    page.link("1 repository with an error").click();
    page.is_at(&format!("/integrations/{id}/repositories?state=ERROR"));
    page.sees("1 of 2");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_shown() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(REPOSITORIES, Fault::Answer(403, json!({})));
    page.link(sentences::HEALTH).click();
    page.alert("Reading repositories failed").appears();
    concern(&page, "not indexed in 24 h").shows("platform-core");
    server.disturb(LIST, Fault::Answer(403, json!({})));
    page.button("Refresh").click();
    page.alert(sentences::NOT_ALLOWED).appears();
    server.heal();
    page.button("Refresh").click();
    concern(&page, "not indexed in 24 h").appears();
}

#[test]
fn a_jira_that_wants_a_sign_in_says_so_and_the_other_is_shown() {
    let two = Two::start();
    let page = two.open("/integrations");
    two.sign_in(&page, "/one", "admin-token");
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.link(sentences::HEALTH).click();
    page.heading(sentences::HEALTH).appears();
    let section = |path: &str| two.place(path);
    let (one, two_) = (section("/one"), section("/two"));
    page.role("region").named(&one).shows("not indexed in 24 h");
    page.role("region").named(&two_).shows("You are not signed in there");
    page.is_accessible("health of two Jiras");
    page.link(sentences::SIGN_IN).click();
    two.sign_in(&page, "/two", "admin-token");
    page.link(sentences::HEALTH).click();
    page.role("region").named(&two_).shows("not indexed in 24 h");
}

#[test]
fn where_nothing_is_wrong_it_says_so() {
    let server = Server::new().start();
    let page = server.open("/health");
    page.sees(sentences::NOTHING_NEEDS_ATTENTION);
}

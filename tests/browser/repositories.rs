//! The repositories of an integration: found, enabled and disabled, changed, and tried filters on.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Locator, Page, Server, Width};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/repository";
const SEARCH: &str = "Search name, address, group or branch";

fn row<'p>(page: &'p Page<'_>, name: &'p str) -> Locator<'p> {
    page.role("row").named_like(name)
}

/// The repositories of an integration, as Jira lists them.
fn of(server: &Server, integration: i64) -> Vec<Value> {
    let answer = server.ask("GET", "/rest/gitplugin/1.0/repository", None);
    let all = answer["repositories"].as_array().unwrap().iter();
    all.filter(|one| one["trackedFolderId"] == integration).cloned().collect()
}

fn name(one: &Value) -> String {
    one["displayName"].as_str().unwrap().to_owned()
}

/// The first few by name that are enabled.
fn enabled(server: &Server, integration: i64) -> Vec<Value> {
    let all = of(server, integration).into_iter();
    all.filter(|one| one["disabled"] == false).collect()
}

/// Those whose rows are drawn, in their order.
fn seen(server: &Server, page: &Page<'_>, integration: i64) -> Vec<Value> {
    page.role("table").named("Repositories").appears();
    let script = "return [...document.querySelectorAll('tbody th a')].map((one) => one.innerText)";
    let (drawn, all) = (page.run(script, Vec::new()), of(server, integration));
    let names = drawn.as_array().unwrap().iter();
    names.map(|name| all.iter().find(|one| one["displayName"] == *name).unwrap().clone()).collect()
}

fn open<'s>(server: &'s Server, query: &str) -> (Page<'s>, i64) {
    let id = server.id("mobile");
    let page = server.open(&format!("/integrations/{id}/repositories{query}"));
    page.heading("Repositories of mobile").appears();
    (page, id)
}

/// Columns that have no room are lines below the name, and the choice above the table sorts by them.
#[test]
fn are_sorted_and_read_on_a_phone() {
    let server = Server::demo();
    let (page, id) = open(&server, "");
    page.role("columnheader").named("Main branch").appears().without(&page.role("combobox").named("Sort by"));
    page.show_at(Width::Narrow);
    let first = seen(&server, &page, id).remove(0);
    row(&page, &name(&first)).shows(first["mainBranch"].as_str().unwrap());
    let sort = "
        const sort = tree.querySelector('.sort-by select');
        sort.value = arguments[0];
        sort.dispatchEvent(new Event('change', { bubbles: true }));";
    for word in ["branch", "status", "state", "indexed"] {
        page.run(sort, vec![json!(word)]);
        page.is_at(&format!("/integrations/{id}/repositories?sort={word}"));
        page.role("checkbox").named("Descending").click();
        page.is_at(&format!("/integrations/{id}/repositories?sort=-{word}"));
    }
    page.is_accessible("repositories on a phone");
    page.fits_sideways();
}

#[test]
fn are_listed_with_what_jira_says_of_them() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Repositories").click();
    page.heading("Repositories of mobile").has_focus();
    let all = of(&server, server.id("mobile"));
    page.sees(&format!("{} repositories", all.len()));
    page.is_accessible("repositories");
    let first = &all[0];
    page.role("searchbox").named(SEARCH).fill(&name(first));
    row(&page, &name(first)).shows(first["mainBranch"].as_str().unwrap()).shows("Enabled");
    page.link("← mobile").click();
    page.link("Repositories").click();
    page.heading("Repositories of mobile").appears();
}

#[test]
fn are_searched_filtered_and_sorted_by_the_address() {
    let server = Server::demo();
    let (page, id) = open(&server, "");
    let all = of(&server, id);
    let one = name(&all[3]);
    page.role("searchbox").named(SEARCH).fill(&one);
    page.sees(&format!("of {}", all.len()));
    row(&page, &one).appears();
    page.button("Last indexed").click();
    page.role("columnheader").named("Last indexed").has("aria-sort", "ascending");
    page.reload();
    page.role("searchbox").named(SEARCH).holds(&one);
    page.role("columnheader").named("Last indexed").has("aria-sort", "ascending");
    page.button(sentences::CLEAR_FILTERS).click();
    page.is_at(&format!("/integrations/{id}/repositories?sort=indexed"));
    page.button("Status").within(page.role("search").named("Repositories")).click();
    page.role("checkbox").named_like("Enabled").click();
    page.is_at(&format!("/integrations/{id}/repositories?status=enabled&sort=indexed"));
    page.role("searchbox").named(SEARCH).fill("nowhere at all");
    page.heading("No repository matches").appears();
    page.is_accessible("no repository matches");
    page.button("Show all repositories").click();
    page.sees(&format!("{} repositories", all.len()));
}

#[test]
fn one_is_disabled_by_its_switch_and_read_back() {
    let server = Server::demo();
    let (page, id) = open(&server, "");
    let one = enabled(&server, id).swap_remove(0);
    let (number, name) = (one["id"].as_i64().unwrap(), name(&one));
    page.role("searchbox").named(SEARCH).fill(&format!("#{number}"));
    server.forget();
    page.switch(&format!("Enabled: {name}")).click();
    page.role("status").shows(&format!("{name} is disabled."));
    page.switch(&format!("Disabled: {name}")).has("aria-checked", "false");
    let switch = format!("PUT /rest/gitplugin/1.0/repository/{number}/disable?disable=true");
    assert_eq!(server.rest_lines(), [LIST, &switch, LIST]);
    assert_eq!(
        of(&server, id).iter().filter(|one| one["id"] == number && one["disabled"] == true).count(),
        1
    );
}

/// What is read back is about the one that was switched: nothing else begins before, so that it is not told as another.
#[test]
fn while_one_is_read_back_no_others_begin() {
    let server = Server::demo();
    let (page, id) = open(&server, "?status=enabled");
    let seen = seen(&server, &page, id);
    let [one, two, three, ..] = &seen[..] else { panic!("three that are enabled") };
    let line = format!("PUT /rest/gitplugin/1.0/repository/{}/disable", one["id"]);
    server.disturb_after(&line, "GET /rest/gitplugin/1.0/repository", Fault::Held);
    page.switch(&format!("Enabled: {}", name(one))).click();
    page.becomes("sent", || server.writes().len() == 1);
    for other in [two, three] {
        page.role("checkbox").named(&format!("Select {}", name(other))).click();
    }
    let disable = page.button("Disable");
    disable.has("aria-disabled", "true");
    server.heal();
    page.role("status").shows(&format!("{} is disabled.", name(one)));
    disable.click();
    page.role("status").shows("2 repositories are disabled.");
    assert_eq!(server.writes().len(), 3);
}

#[test]
fn many_are_disabled_and_what_fails_is_named_and_tried_again() {
    let server = Server::demo();
    let (page, id) = open(&server, "?status=enabled");
    let some = seen(&server, &page, id);
    for one in &some[..3] {
        page.role("checkbox").named(&format!("Select {}", name(one))).click();
    }
    page.role("region").named("Selected repositories").shows("3 of ");
    let broken = &some[1];
    let line = format!("PUT /rest/gitplugin/1.0/repository/{}/disable", broken["id"]);
    server.disturb(&line, Fault::Answer(400, json!({ "success": false, "error": "It is locked." })));
    server.forget();
    page.button("Disable").click();
    let alert = page.alert(&format!("{} is not disabled", name(broken)));
    alert.shows("It is locked.");
    page.is_accessible("repositories of which one was not disabled");
    assert_eq!(server.writes().len(), 3);
    assert_eq!(server.rest_lines().iter().filter(|line| *line == LIST).count(), 2);
    server.heal();
    server.forget();
    let gone = alert.appears();
    page.button(sentences::TRY_AGAIN).click();
    gone.vanishes();
    assert_eq!(server.writes().len(), 1);
    let off = of(&server, id);
    for one in &some[..3] {
        assert!(off.iter().any(|now| now["id"] == one["id"] && now["disabled"] == true), "{one}");
    }
}

#[test]
fn a_number_that_an_integration_has_too_is_never_sent() {
    let server = Server::demo();
    let id = server.id("mobile");
    let twin = json!({ "success": true, "repositories": [
        { "id": 7, "displayName": "twin", "trackedFolderId": id, "disabled": false },
    ]});
    server.disturb(LIST, Fault::Answer(200, twin));
    let page = server.open(&format!("/integrations/{id}/repositories"));
    page.switch("Enabled: twin").click();
    page.alert("twin is not disabled").shows("An integration has the same number");
    assert_eq!(server.writes(), []);
}

#[test]
fn a_session_that_ends_in_the_middle_stops_and_goes_on() {
    let server = Server::demo();
    let (page, id) = open(&server, "?status=enabled");
    let some = enabled(&server, id);
    page.role("checkbox").named_like("Select all").click();
    for one in &some[4..] {
        let line = format!("PUT /rest/gitplugin/1.0/repository/{}/disable", one["id"]);
        server.disturb(&line, Fault::Answer(401, json!({})));
    }
    page.button("Disable").click();
    page.alert("you are signed out of Jira").appears();
    let sent = server.writes().len();
    assert!(sent < some.len(), "{sent}");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("disabled.");
    assert_eq!(of(&server, id).iter().filter(|one| one["disabled"] == false).count(), 0);
}

#[test]
fn what_a_repository_lets_one_change_is_saved_and_the_rest_says_why_not() {
    let server = Server::demo();
    let (page, id) = open(&server, "");
    let one = enabled(&server, id).swap_remove(0);
    let (number, title) = (one["id"].as_i64().unwrap(), name(&one));
    page.go(&format!("/integrations/{id}/repositories/{number}"));
    page.heading(&title).appears();
    page.sees("Jira ignores changes of this setting in a repository that an integration tracks.");
    page.is_accessible("a repository");
    server.forget();
    page.field("Tag filter (show only matching)").fill("^v.*");
    page.button("Save 1 change").click();
    page.role("status").shows(&format!("{title} is saved."));
    assert_eq!(
        server.writes(),
        [("PUT /rest/gitplugin/1.0/repository".to_owned(), json!({ "id": number, "tagsFilter": "^v.*" }))]
    );
    let now = of(&server, id);
    assert!(now.iter().any(|now| now["id"] == number && now["tagsFilter"] == "^v.*"));
    // Somebody else changes the same.
    let theirs = json!({ "id": number, "tagsFilter": "^r.*" });
    server.ask("PUT", "/rest/gitplugin/1.0/repository", Some(&theirs));
    page.field("Tag filter (show only matching)").fill("^w.*");
    page.button("Save 1 change").click();
    page.role("dialog").named_like("Somebody else changed").appears();
    page.button(sentences::BACK_TO_THE_FORM).click();
    // Its switch does not take away what was typed.
    page.button("Disable").click();
    page.role("status").shows(&format!("{title} is disabled."));
    page.field("Tag filter (show only matching)").holds("^w.*");
    page.go(&format!("/integrations/{id}/repositories/999999"));
}

#[test]
fn one_that_is_not_tracked_says_so() {
    let server = Server::demo();
    let page = server.open("/integrations/2/repositories/999999");
    page.alert("This integration does not track repository 999999").appears();
    page.is_accessible("no such repository");
}

#[test]
fn what_cannot_be_read_is_said() {
    let server = Server::demo();
    server.disturb(LIST, Fault::Answer(403, json!({})));
    let page = server.open("/integrations/2/repositories");
    page.alert(sentences::NOT_ALLOWED).appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.sees(" repositories");
    server.disturb(LIST, Fault::Answer(200, json!({ "success": true, "repositories": [] })));
    page.button("Refresh").click();
    page.heading("No repositories").appears();
    page.is_accessible("no repositories");
}

#[test]
fn five_thousand_are_drawn_as_far_as_they_are_seen() {
    let server = Server::new().demo(1).repositories(5_000).start();
    let page = server.open("/integrations/1/repositories");
    page.role("table").named("Repositories").has("aria-rowcount", "5001");
    let drawn =
        page.run("return document.querySelectorAll('.repositories tbody.rows > tr').length", Vec::new());
    assert!(drawn.as_u64().unwrap() < 100, "{drawn}");
    page.role("checkbox").named("Select all 5,000").click();
    page.role("region").named("Selected repositories").shows("5,000 of 5,000 selected");
    page.role("searchbox").named(SEARCH).fill("api");
    page.role("region").named("Selected repositories").shows("that the filters hide");
}

#[test]
fn a_filter_is_tried_on_them_only_when_somebody_asks() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("JMESPath filter").fill("[?contains(name, 'api')]");
    let all = of(&server, 2);
    let kept = all.iter().filter(|one| name(one).contains("api")).count();
    assert!(!server.rest_lines().iter().any(|line| line == LIST));
    server.disturb(LIST, Fault::Answer(403, json!({})));
    let button = page.button(sentences::TRY_IT_ON_THE_REPOSITORIES);
    button.click();
    page.alert("The repositories could not be read.").appears();
    server.heal();
    button.click();
    page.sees(&format!("Tried on {} repositories: keeps {kept}, drops {}.", all.len(), all.len() - kept));
    page.sees(sentences::WHAT_IS_DROPPED_IS_NOT_LISTED);
    page.is_accessible("a filter tried on real repositories");
    page.role("summary").named(sentences::EDIT_THE_SAMPLE_REPOSITORIES).click();
    page.button("Restore the sample").click();
    page.sees("sample repositories: keeps").without_text(sentences::WHAT_IS_DROPPED_IS_NOT_LISTED);
    assert_eq!(server.writes(), []);
}

//! Finding a project: the search and its address, pages, what was opened last, and what leads straight to one.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Locator, Page, Server, keys};
use serde_json::json;

const PROJECTS: &str = "GET /api/v4/projects";

fn search<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("searchbox").named(sentences::SEARCH_PROJECTS_OF_GITLAB)
}

/// Waits until so many projects are listed.
#[track_caller]
fn lists(page: &Page<'_>, count: u64) {
    // The first row is the head.
    page.role("row").within(page.role("table").named("Projects")).are(count + 1);
}

#[test]
fn the_address_follows_the_search_and_back_takes_it_back() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.heading(sentences::YOUR_PROJECTS).appears();
    page.sees("1–20 of 300 projects");
    lists(&page, 20);
    search(&page).fill("orders api");
    page.heading("Projects found").appears();
    page.link("API").appears();
    page.sees("shop/backend/orders/api");
    page.sees("1 project");
    assert!(page.address().ends_with("?q=orders%20api"), "{}", page.address());
    page.reload();
    search(&page).holds("orders api");
    page.link("API").click();
    page.heading("Shop / Backend / Orders / API").appears().has_focus();
    page.back();
    page.heading(sentences::GITLAB_PROJECTS).appears();
    search(&page).holds("orders api");
    page.link("API").appears();
}

#[test]
fn asks_gitlab_only_when_nothing_is_typed_for_a_moment() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    server.forget();
    search(&page).click();
    page.types("style guide");
    page.link("Style guide").appears();
    page.sees("1 project");
    let asked: Vec<String> = server.api_lines();
    assert!(asked.len() < 5, "{asked:?}");
    assert!(asked.last().unwrap().contains("search=style%20guide"), "{asked:?}");
}

#[test]
fn an_older_answer_never_overtakes_a_newer_one() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    server.disturb(PROJECTS, Fault::Held);
    server.forget();
    search(&page).fill("handbook");
    page.becomes("the first question", || server.api_lines().len() == 1);
    search(&page).fill("onboarding");
    page.becomes("the second question", || server.api_lines().len() == 2);
    server.heal();
    let newer = page.link("Onboarding").appears();
    lists(&page, 1);
    newer.without(&page.link("Handbook"));
}

#[test]
fn pages_lead_on_and_back() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.sees("1–20 of 300 projects");
    page.button("Previous").has("aria-disabled", "true");
    page.button("Next").click();
    page.sees("21–40 of 300 projects");
    page.heading(sentences::YOUR_PROJECTS).has_focus();
    assert!(page.address().ends_with("?page=2"), "{}", page.address());
    page.button("Previous").click();
    page.sees("1–20 of 300 projects");
    page.back();
    page.sees("21–40 of 300 projects");
    page.go(&server.at_gitlab("?page=15"));
    page.sees("281–300 of 300 projects");
    page.button("Next").has("aria-disabled", "true");
    page.go(&server.at_gitlab("?page=99"));
    page.heading("There is no page 99").appears();
    page.button("Go to the first page").click();
    page.sees("1–20 of 300 projects");
    search(&page).has_focus();
}

#[test]
fn a_server_that_does_not_count_still_has_pages() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    let some: Vec<_> = (1..=20)
        .map(|id| json!({ "id": id, "name": format!("Part {id}"), "path_with_namespace": format!("parts/part-{id}") }))
        .collect();
    server.disturb(PROJECTS, Fault::Answer(200, json!(some)));
    search(&page).fill("part");
    page.link("Part 20").appears();
    page.sees("Page 1");
    page.button("Next").click();
    page.sees("Page 2");
    server.disturb(PROJECTS, Fault::Answer(200, json!(some[..3])));
    page.button("Next").click();
    page.sees("Page 3");
    page.button("Next").has("aria-disabled", "true");
}

#[test]
fn no_match_and_nothing_at_all_say_how_to_go_on() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    search(&page).fill("nowhere");
    page.heading(sentences::NO_PROJECT_MATCHES).appears();
    page.button(sentences::CLEAR_SEARCH).press(keys::Enter);
    page.sees("1–20 of 300 projects");
    search(&page).has_focus().holds("");
    server.disturb(PROJECTS, Fault::Answer(200, json!([])));
    page.reload();
    page.heading(sentences::NO_PROJECTS_YET).appears();
    page.sees("To open another project, type its full path or number above.");
}

#[test]
fn a_number_a_path_and_a_web_address_lead_straight_to_the_project() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    let place = server.place();
    for (typed, link) in [
        ("101", "Open project 101"),
        ("shop/web/website", "Open shop/web/website"),
        (&*format!("http://{place}/shop/web/website"), "Open shop/web/website"),
        (&*format!("http://{place}/shop/web/website/-/issues/7?x=y#note_1"), "Open shop/web/website"),
    ] {
        search(&page).fill(typed);
        page.link(link).click();
        page.heading("Shop / Web / Website").appears().has_focus();
        page.back();
        search(&page).holds(typed);
    }
    search(&page).fill("https://gitlab.elsewhere.example/a/b");
    page.sees("This is an address on gitlab.elsewhere.example, which the file config.json beside this page does not list as a GitLab server.");
}

#[test]
fn what_was_opened_last_is_offered_until_it_is_forgotten() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears().without(&page.heading(sentences::RECENT_PROJECTS));
    for id in 101..=109 {
        page.go(&server.at_gitlab(&id.to_string()));
        page.role("heading").named_like("Shop / Web / ").appears();
    }
    page.go("/gitlab");
    let recent = page.role("listitem").within(page.role("region").named(sentences::RECENT_PROJECTS));
    page.link("shop/web/landing-pages").appears().without(&page.link("shop/web/website"));
    recent.are(8);
    page.reload();
    page.link("shop/web/checkout").click();
    page.heading("Shop / Web / Checkout").appears();
    page.back();
    let recent = page.heading(sentences::RECENT_PROJECTS).appears();
    page.button("Forget recent projects").press(keys::Enter);
    recent.vanishes();
    search(&page).has_focus();
    page.reload();
    page.heading(sentences::YOUR_PROJECTS).appears().without(&page.heading(sentences::RECENT_PROJECTS));
}

#[test]
fn errors_of_the_search_are_told_and_tried_again() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    for (fault, title) in [
        (Fault::Cut, "GitLab cannot be reached"),
        (Fault::Html, "Something other than GitLab answered"),
        (
            Fault::Answer(500, json!({ "message": "500 Internal Server Error" })),
            "GitLab had an internal error",
        ),
        (Fault::Answer(429, json!({ "message": "429 Too Many Requests" })), "GitLab asks you to slow down"),
        (Fault::Answer(200, json!({})), "GitLab’s answer could not be read"),
    ] {
        server.disturb(PROJECTS, fault);
        search(&page).fill("handbook");
        let alert = page.alert(title).shows(sentences::DETAILS_FOR_A_BUG_REPORT);
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        alert.vanishes();
        page.link("Handbook").appears();
        search(&page).fill("");
        page.sees("1–20 of 300 projects");
    }
}

#[test]
fn a_dot_in_a_path_is_no_format() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("shop%2Fold.name"));
    page.alert(sentences::NO_SUCH_PROJECT).appears();
    // GitLab would take `.name` for a format, and lead who asks for a moved project to the wrong address.
    let asked = server.api_lines();
    assert!(asked.contains(&"GET /api/v4/projects/shop%2Fold%2Ename".to_owned()), "{asked:?}");
}

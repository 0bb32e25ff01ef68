//! Lists with odd entries: the rest is shown, what is odd is said, and nothing makes the page wider than the window.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server, Width};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const PROJECTS: &str = "GET /rest/api/2/project";

/// A server whose list of integrations has these entries.
fn listing(entries: Value) -> Server {
    let server = Server::demo();
    server.disturb(LIST, Fault::Answer(200, json!({ "success": true, "integrations": entries })));
    server
}

fn one(id: Value, name: &str) -> Value {
    json!({ "id": id, "displayName": name, "origin": "https://git.example", "integrationType": "GITHUB" })
}

/// The number of rows that are drawn.
fn drawn(page: &Page<'_>) -> u64 {
    page.run("return document.querySelectorAll('tbody:not([aria-hidden]) tr').length", Vec::new())
        .as_u64()
        .unwrap()
}

#[test]
fn an_odd_entry_hides_no_other_and_is_shown_as_json() {
    for (odd, sentence) in [
        (
            json!({"displayName": "lost", "pat": "s3cret-pat"}),
            "Jira sent an integration without a numeric id.",
        ),
        (
            json!({"id": "x7", "deep": [{"token": "s3cret-pat"}]}),
            "Jira sent an integration without a numeric id.",
        ),
        (json!({"id": 1.5}), "Jira sent an integration without a numeric id."),
        (json!(null), "Jira’s response does not contain an integration."),
        (json!([{"id": 9}]), "Jira’s response does not contain an integration."),
        (json!("nine"), "Jira’s response does not contain an integration."),
    ] {
        let server = listing(json!([one(json!(1), "alpha"), odd, one(json!("2"), "beta")]));
        let page = server.open("/integrations");
        page.sees("1 entry could not be read");
        page.sees(&format!("{sentence} Everything else is shown."));
        lists(&page, 2);
        page.link("alpha").appears();
        page.link("beta").appears();
        page.role("summary").named("Show what Jira sent").click();
        page.button("Copy JSON").appears();
        let json = page.run("return document.querySelector('pre').textContent", Vec::new());
        let json = json.as_str().unwrap();
        assert!(!json.contains("s3cret-pat") && serde_json::from_str::<Value>(json).is_ok(), "{json}");
    }
}

#[test]
fn where_no_entry_can_be_read_nobody_is_told_that_there_are_none() {
    let server = listing(json!([5, null, {"name": "x"}]));
    let page = server.open("/integrations");
    let said = page.sees("3 entries could not be read");
    said.without(&page.heading(sentences::NO_INTEGRATIONS_YET));
}

#[test]
fn entries_with_the_same_number_are_shown_apart_also_after_reading_again() {
    let mut entries: Vec<Value> = (1..=20).map(|id| one(json!(id), &format!("repo {id}"))).collect();
    entries.extend([
        one(json!(5), "five again"),
        one(json!("5"), "five for the third time"),
        one(json!(9), "repo 9"),
    ]);
    let server = listing(json!(entries));
    let page = server.open("/integrations");
    page.sees("23 integrations");
    page.sees("Some entries are listed more than once");
    page.sees("Jira lists these more than once: #5, #9.");
    for _ in 0..3 {
        lists(&page, 23);
        assert_eq!(drawn(&page), 23);
        page.role("row").named_like("repo 5").shows("#5 · entry 1 of 3 with this number");
        page.role("row").named_like("five again").shows("#5 · entry 2 of 3 with this number");
        page.role("row").named_like("five for the third time").shows("#5 · entry 3 of 3 with this number");
        page.role("row").named_like("repo 9").are(2);
        page.role("row").named_like("repo 7").appears().without_text("repo 7 · entry");
        page.button("Refresh").click();
    }
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("#5");
    page.sees("3 of 23");
    lists(&page, 3);
    assert_eq!(drawn(&page), 3);
}

#[test]
fn long_words_of_a_server_leave_the_page_as_wide_as_the_window() {
    let words = ["x", "wide word ", "語", "🙂", "<b>", "\u{202e}a", "a\n"];
    let lengths = [300, 10_000];
    let mut entries = Vec::new();
    for (at, word) in words.iter().enumerate() {
        for (then, length) in lengths.iter().enumerate() {
            let long = format!("{}needle{at}{then}", word.repeat(*length));
            entries.push(json!({ "id": at * 10 + then + 1, "displayName": long, "origin": long,
                "integrationType": long, "global": false, "projectMappingIds": [1, 2, 10_000] }));
        }
    }
    entries.push(one(json!(999), &"m".repeat(1_000_000)));
    let server = listing(json!(entries));
    let projects = json!([{"id": "1", "key": "K".repeat(10_000), "name": "N".repeat(10_000)},
        {"id": "2", "key": "TWO", "name": "word ".repeat(2_000)}]);
    server.disturb(PROJECTS, Fault::Answer(200, projects));
    let page = server.open("/integrations");
    lists(&page, 15);
    for width in [Width::Wide, Width::Narrow] {
        page.show_at(width);
        page.fits_sideways();
        let longest = "return Math.max(...[...document.querySelectorAll('tbody th, tbody td, h1')]
            .map((one) => [...one.textContent].length))";
        let longest = page.run(longest, Vec::new()).as_u64().unwrap();
        assert!(longest < 800, "{longest} characters are drawn in a cell");
    }
    page.show_at(Width::Wide);
    // What is cut is still found: the needle is in the middle of nothing that is drawn.
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("needle31");
    page.sees("1 of 15");
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("mmmmmmmm");
    page.sees("1 of 15");
    page.button("Type").within(page.role("search")).click();
    page.fits_sideways();
}

#[test]
fn the_pages_of_an_integration_with_a_long_name_fit_too() {
    let server = Server::demo();
    let (id, name) = (server.id("mobile"), "long".repeat(2_500));
    let path = format!("GET /rest/gitplugin/1.0/integration/{id}");
    let settings = json!({ "id": id, "displayName": name, "origin": format!("https://x.example/{name}"),
        "integrationType": "GITLAB_SERVER", "global": false, "projectMappingIds": [10_000] });
    server.disturb(&path, Fault::Answer(200, json!({ "success": "true", "integration": [settings] })));
    let page = server.open(&format!("/integrations/{id}"));
    // All of it is in its field.
    page.field("Display name").holds(&name);
    page.button("Remove…").click();
    page.role("alertdialog").appears();
    for width in [Width::Wide, Width::Narrow] {
        page.show_at(width);
        page.fits_sideways();
    }
}

#[test]
fn dates_out_of_range_are_said_in_a_few_words() {
    let dates = [
        (json!(1e300), "no valid date"),
        (json!(8.64e15 + 2.0), "no valid date"),
        (json!(1e16), "no valid date"),
        (json!(u64::MAX), "no valid date"),
        (json!("18446744073709551615"), "no valid date"),
        (json!(8.64e15), "in 27"),
        (json!(1), "years ago"),
        (json!(1_700_000_000), "years ago"),
        (json!(-1), "never"),
        (json!(-1e300), "never"),
        (json!(0), "never"),
        (json!("soon"), "never"),
        (json!(""), "never"),
        (json!(true), "never"),
        (json!([1]), "never"),
        (json!({}), "never"),
    ];
    let entries = dates.iter().enumerate().map(|(at, (date, _))| {
        let mut entry = one(json!(at + 1), &format!("date {at:02}"));
        entry["lastIndexedDate"] = date.clone();
        entry["initDate"] = date.clone();
        entry
    });
    let server = listing(json!(entries.collect::<Vec<_>>()));
    let page = server.open("/integrations");
    for (at, (date, words)) in dates.iter().enumerate() {
        let row = page.role("row").named_like(&format!("date {at:02}"));
        row.shows(words);
        let cell = page.run(
            "return [...document.querySelectorAll('tbody tr')].find((row) => row.textContent.includes(arguments[0]))
                .querySelector('.num').textContent.length",
            vec![json!(format!("date {at:02}"))],
        );
        assert!(cell.as_u64().unwrap() < 80, "{date}: {cell} characters");
    }
}

#[test]
fn json_nested_too_deeply_is_no_login_page() {
    let deep =
        |open: &str, close: &str, times: usize| format!("{}1{}", open.repeat(times), close.repeat(times));
    for text in [
        deep("[", "]", 5_000),
        deep("{\"a\":", "}", 5_000),
        deep("[{\"a\":", "}]", 100),
        format!(
            "{{\"success\": true, \"integrations\": [{{\"id\": 1, \"deep\": {}}}]}}",
            deep("[", "]", 200)
        ),
    ] {
        let server = Server::demo();
        server.disturb(LIST, Fault::Text(text));
        let page = server.open("/integrations");
        page.alert("Jira’s answer could not be read").appears();
        page.sees("more than 127 levels deep").without_text("login page");
    }
    for text in ["", "<html>", "{\"success\": tru", "[1, 2", "null null"] {
        let server = Server::demo();
        server.disturb(LIST, Fault::Text(text.to_owned()));
        let page = server.open("/integrations");
        page.role("alert").appears().without_text("levels deep");
    }
}

#[test]
fn the_picker_says_what_is_wrong_with_the_list_of_projects() {
    let mobile = json!({"id": "10000", "key": "MOB", "name": "Mobile"});
    let unread = "could not be read, so you cannot choose any";
    for (answer, sentence) in [
        (json!([]), "Jira lists no project"),
        (json!({}), unread),
        (json!({"values": [mobile]}), unread),
        (json!({"errorMessages": ["no"]}), unread),
        (json!(null), unread),
        (json!("x"), unread),
        (json!([null]), "1 entry of Jira’s list of projects could not be read"),
        (
            json!([mobile, {"key": "X"}, {"id": "1"}]),
            "2 entries of Jira’s list of projects could not be read",
        ),
        (json!([mobile, {"id": "10000", "key": "TWIN"}]), "(entry 2 of 2 with the number 10000)"),
    ] {
        let server = Server::demo();
        let id = server.id("mobile");
        server.disturb(PROJECTS, Fault::Answer(200, answer.clone()));
        let page = server.open(&format!("/integrations/{id}"));
        page.role("searchbox").named(sentences::SEARCH_PROJECTS).appears();
        page.sees(sentence);
        if sentence == unread {
            page.alert("Reading Jira’s projects failed").appears();
        }
    }
}

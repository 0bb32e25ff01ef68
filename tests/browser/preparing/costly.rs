//! Filters and patterns that would never end, typed, pasted, stored and in files: the page goes on, says that they are too
//! costly to try here, and sends them where that is wanted.

use super::{add, choose, what};
use patchbay_model::gij::rules::SLOW_PATTERN;
use patchbay_model::text::pattern::TrialError;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

const ROUTE: &str = "/integrations/plan/change";
const FILTER: &str = "JMESPath filter";
const TAGS: &str = "Tag filter (show only matching)";
const COSTLY_FILTER: &str = "This filter is too costly to try here";

/// Filters whose values multiply.
fn filters() -> [String; 3] {
    [
        ["[@,@][]"; 26].join("|"),
        ["to_string([@,@])"; 12].join("|"),
        format!("map(&{}, @)", ["[@,@,@][]"; 18].join("|")),
    ]
}

const PATTERNS: [&str; 3] = [r"(\w?\w?){30}X", r"(\w?\w?\w?){30}Y", "(a+)+?[0-9]{9}"];

/// As the clipboard gives it: all at once.
#[track_caller]
fn pastes(page: &Page<'_>, field: &str, text: &str) {
    page.field(field).fill("");
    page.run("document.execCommand('insertText', false, arguments[0])", vec![json!(text)]);
    page.field(field).holds(text);
}

/// The page hears what is done with it.
#[track_caller]
fn goes_on(page: &Page<'_>) {
    page.field(FILTER).fill("[?contains(name, 'zebra')]");
    page.sees("keeps 0, drops ");
}

#[test]
fn typed_and_pasted_into_a_plan() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "security-tools", "design-system"], ROUTE);
    add(&page, FILTER);
    for filter in filters() {
        page.field(FILTER).fill(&filter);
        page.sees(COSTLY_FILTER);
        page.sees("Changes 3 of 3 integrations.");
        goes_on(&page);
        pastes(&page, FILTER, &filter);
        page.sees(COSTLY_FILTER);
    }
    add(&page, TAGS);
    for pattern in PATTERNS {
        page.field(TAGS).fill(pattern);
        page.sees(SLOW_PATTERN);
        pastes(&page, TAGS, pattern);
        page.sees(SLOW_PATTERN);
    }
    page.field(TAGS).fill(&format!("{}!", r"(\w?\w?\s?-?_?){40}".repeat(2)));
    page.sees(&TrialError::Costly.to_string());
    page.field(TAGS).fill(PATTERNS[0]);
    let filter = filters()[0].clone();
    page.field(FILTER).fill(&filter);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("3 to change");
    page.button("Details of platform-core").click();
    page.sees(SLOW_PATTERN);
}

#[test]
fn stored_in_those_that_a_plan_replaces_text_in() {
    let server = Server::demo();
    for (id, filter) in [1, 7, 8].into_iter().zip(filters()) {
        server.change(id, &json!({ "apiFilter": filter, "tagsFilter": PATTERNS[1] }));
    }
    let page = choose(&server, &["platform-core"], ROUTE);
    add(&page, FILTER);
    what(&page, FILTER, "Replace text in");
    page.field(&format!("{FILTER}: text to replace")).fill("[@,@][]");
    page.field(&format!("{FILTER}: replace it with")).fill("[@,@,@][]");
    page.sees("Changes 1 of 1 integration");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("1 to change");
}

#[test]
fn in_a_file() {
    let server = Server::demo();
    let integrations: Vec<Value> = filters()
        .iter()
        .zip(PATTERNS)
        .enumerate()
        .map(|(at, (filter, pattern))| {
            json!({ "type": "GITHUB", "displayName": format!("costly {at}"), "pat": "ghp_0123456789abcdef0123456789abcdef0123",
                "apiFilter": filter, "tagsFilter": pattern, "prHideFilter": pattern, "projectMappingIds": [10000] })
        })
        .collect();
    let page = server.open("/integrations/plan/import");
    let text =
        json!({ "patchbay": "git-integrations", "version": 1, "integrations": integrations }).to_string();
    page.chooses_file("costly.json", &text);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("3 to change");
    page.button("Details of costly 1").click();
    page.sees(SLOW_PATTERN);
}

//! What boot.js asks while the app is on its way: only what the app would ask, of the right server, and once.

use crate::list::lists;
use crate::starting::named;
use patchbay_tests::{Fault, Page, Server, sentences};
use serde_json::{Value, json};

const CONFIG: &str = "GET /config.json";
const MYSELF: &str = "GET /rest/api/2/myself";
const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const PROJECTS: &str = "GET /rest/api/2/project";

/// What was asked, whatever came first.
fn asked(server: &Server) -> Vec<String> {
    let mut lines = server.rest_lines();
    lines.sort();
    lines
}

/// In the same order.
fn sorted<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let mut lines = lines.to_vec();
    lines.sort_unstable();
    lines
}

/// Keeps the app from arriving.
fn hold_the_app(server: &Server) {
    server.disturb(&format!("GET /{}", named(server, "data-wasm")), Fault::Held);
}

#[test]
fn who_it_is_and_the_list_are_asked_for_meanwhile() {
    let server = Server::demo();
    hold_the_app(&server);
    server.forget();
    let page = Page::blank(&server);
    page.go("/integrations");
    page.becomes("both to be asked for", || asked(&server) == sorted(&[MYSELF, LIST]));
    server.heal();
    lists(&page, 25);
    assert_eq!(asked(&server), sorted(&[MYSELF, LIST, PROJECTS]));
}

/// Megabytes are not sent before somebody reads them, and the app comes late.
#[test]
fn the_whole_list_comes_meanwhile() {
    let server = Server::demo();
    let list = json!({ "success": true, "integrations": server.all() });
    let padded = format!("{list}{}", " ".repeat(8_000_000));
    server.disturb(LIST, Fault::Text(padded));
    hold_the_app(&server);
    let page = Page::blank(&server);
    page.never_starts();
    page.go("/integrations");
    let is_there = "return performance.getEntriesByType('resource')
        .some(({ name, decodedBodySize }) => name.endsWith('/integration') && decodedBodySize > 8e6)";
    page.becomes("the list to be there", || page.run(is_there, Vec::new()) == true);
}

/// Each further one would be another answer to wait for before the app starts.
#[test]
fn a_first_visit_asks_for_these_files() {
    let server = Server::demo();
    server.forget();
    let page = server.open("/nowhere");
    page.heading(sentences::NO_SUCH_PAGE).appears();
    let lines = server.requests().into_iter().map(|request| request.line);
    let files = lines.filter_map(|line| Some(line.strip_prefix("GET /")?.to_owned()));
    let without_hash = |name: String| match name.split_once('-') {
        Some((stem, rest)) => format!("{stem}.{}", rest.rsplit('.').next().unwrap_or_default()),
        None => name,
    };
    let mut files: Vec<String> = files.map(without_hash).collect();
    files.sort();
    assert_eq!(
        files,
        ["", "boot.js", "config.json", "icon.svg", "patchbay.css", "patchbay.js", "patchbay.wasm"]
    );
}

/// With a slow server: neither answer waits for the other's request.
#[test]
fn the_app_itself_asks_for_both_at_once() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    server.forget();
    // A server that boot.js does not know has none of it begun.
    for line in [MYSELF, LIST] {
        server.disturb(line, Fault::Held);
    }
    page.run("delete globalThis.patchbayBegun", Vec::new());
    page.go("/integrations");
    page.reload();
    page.becomes("both to be asked for", || {
        let lines = server.rest_lines();
        [MYSELF, LIST].iter().all(|line| lines.iter().any(|other| other == line))
    });
    server.heal();
    lists(&page, 25);
}

#[test]
fn each_is_asked_for_once_wherever_one_begins() {
    let list = vec![MYSELF, LIST, PROJECTS];
    for (route, lines) in [
        ("", list.clone()),
        ("/", list.clone()),
        ("/integrations", list.clone()),
        ("/integrations?", list.clone()),
        ("/integrations?q=mobile&sort=-name", list.clone()),
        ("/integrations?q=https%3A%2F%2Fx", list.clone()),
        // A place in a page around the app.
        ("main-content", list),
        ("/integrations/2", vec![MYSELF, PROJECTS, "GET /rest/gitplugin/1.0/integration/2"]),
        ("/integrations/new", vec![MYSELF]),
        ("/integrationsx", vec![]),
        ("/nowhere", vec![]),
    ] {
        let server = Server::demo();
        let page = server.open(route);
        page.becomes("a page to be drawn", || {
            page.run("return document.querySelector('h1') !== null", Vec::new()) == true
        });
        assert_eq!(asked(&server), sorted(&lines), "{route}");
    }
}

#[test]
fn no_other_server_is_asked_and_none_that_wants_a_token() {
    let other = Server::demo();
    for (config, begun) in [
        (json!({}), true),
        (json!({ "jira": null }), true),
        (json!({ "jira": [] }), true),
        (json!({ "jira": { "url": "" } }), true),
        (json!({ "jira": { "auth": "session" } }), true),
        (json!({ "jira": { "url": "OWN" } }), true),
        (json!({ "jira": { "url": "OWN/" } }), true),
        (json!({ "jira": [{ "url": "OWN" }, { "url": "OTHER" }], "gitlab": { "url": "" } }), true),
        (json!({ "$schema": "x", "jira": { "url": "" } }), true),
        (json!({ "jira": { "auth": "token" } }), false),
        (json!({ "jira": { "url": "OWN", "auth": "token" } }), false),
        (json!({ "jira": { "url": "OTHER" } }), false),
        (json!({ "jira": { "url": "OTHER", "auth": "session" } }), false),
        (json!({ "jira": [{ "url": "OTHER" }, { "url": "OWN" }] }), false),
        (json!({ "jira": [null] }), false),
        (json!({ "jira": [], "gitlab": { "url": "" } }), false),
        (json!({ "gitlab": { "url": "OTHER" } }), false),
        (json!({ "gitlab": [{ "url": "" }] }), false),
        (json!({ "jira": { "auth": "magic" } }), false),
        (json!({ "jira": { "auth": null } }), false),
        (json!({ "jira": { "adress": "" } }), false),
        (json!({ "jria": { "url": "" } }), false),
        (json!({ "jira": { "url": 5 } }), false),
        (json!({ "jira": { "url": "no address" } }), false),
        (json!({ "jira": { "url": "ftp://x.example" } }), false),
        (json!({ "jira": { "url": "OWN?x=1" } }), false),
        (json!({ "jira": { "url": "OWN#x" } }), false),
        (json!({ "jira": "OWN" }), false),
        (json!([]), false),
        (json!(null), false),
        (json!("x"), false),
        (json!(5), false),
        (json!({ "jira": 5 }), false),
        (json!({ "jira": [[]] }), false),
        (json!({ "jira": true, "gitlab": [] }), false),
    ] {
        let server = Server::demo();
        let text = config.to_string().replace("OWN", &server.origin()).replace("OTHER", &other.origin());
        server.disturb(CONFIG, Fault::Text(text));
        hold_the_app(&server);
        server.forget();
        other.forget();
        let page = Page::blank(&server);
        page.never_starts();
        page.go("/integrations");
        page.becomes("config.json to be asked for", || {
            server.requests().iter().any(|request| request.line == CONFIG)
        });
        page.settles();
        let expected: &[&str] = if begun { &[MYSELF, LIST] } else { &[] };
        assert_eq!(asked(&server), sorted(expected), "{config}");
        assert!(other.requests().is_empty(), "{config}: {:?}", other.requests());
    }
}

/// The same sentence as for what the app asks itself.
#[test]
fn a_failure_is_told_as_any_other() {
    for fault in [
        Fault::Answer(500, json!({})),
        Fault::Answer(403, json!({})),
        Fault::Answer(404, json!({})),
        Fault::Answer(200, json!({ "success": false, "error": "No licence" })),
        Fault::Answer(200, json!({ "success": true })),
        Fault::Text("{\"success\": true, \"integrations\": [".to_owned()),
        Fault::Html,
        Fault::TooMany(7),
        Fault::WebSudo,
        Fault::Half,
        Fault::Cut,
    ] {
        let server = Server::demo();
        server.disturb(LIST, fault.clone());
        let page = server.open("/integrations");
        let first = page.role("alert").appears().text();
        page.button("Refresh").click();
        let again = page.role("alert").appears().text();
        assert_eq!(first, again, "{fault:?}");
        server.heal();
        page.button("Refresh").click();
        lists(&page, 25);
    }
}

/// Nobody is signed in: whatever the list says is not shown, and is read anew for who signs in.
#[test]
fn a_list_for_nobody_is_not_shown() {
    let server = Server::demo();
    server.disturb(MYSELF, Fault::Answer(401, Value::Null));
    let page = server.open("/integrations");
    page.role("alert").appears().without(&page.link("mobile"));
    server.heal();
    server.change(server.id("mobile"), &json!({ "displayName": "mobile apps" }));
    server.forget();
    page.button(sentences::TRY_AGAIN).click();
    page.link("mobile apps").appears();
    assert_eq!(asked(&server), sorted(&[MYSELF, LIST, PROJECTS]));
}

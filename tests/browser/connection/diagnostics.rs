//! Diagnostics: shown in full, exact, and without anything that is nobody's business.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

use super::{at, card, configure, enter};

#[track_caller]
fn text(page: &Page<'_>) -> String {
    let text = page.run("return tree.querySelector('.part > .facts').textContent", Vec::new());
    text.as_str().unwrap().to_owned()
}

/// Lets the page use the clipboard, which a person would be asked for.
#[track_caller]
fn allow_clipboard(page: &Page<'_>) {
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.devtools("Browser.grantPermissions", &permissions);
}

#[test]
fn are_exact_and_hold_no_names() {
    let server = Server::demo();
    configure(&server, json!({ "jira": { "auth": "token" } }));
    let page = server.open(&at(&server));
    let place = server.place();
    enter(&page, &place, sentences::ENTER_A_TOKEN, "admin-token");
    card(&page, "Jira", &place).shows("Works");
    let shown = text(&page);
    let (head, checks) = shown.split_once("\n\n").unwrap();
    let head: Vec<&str> = head.lines().collect();
    assert_eq!(head[0], concat!("Patchbay ", env!("CARGO_PKG_VERSION")));
    assert!(head[1].starts_with("Build: patchbay-") && head[1].ends_with("_bg.wasm"), "{}", head[1]);
    assert_eq!(head[2], format!("Page: {}/, a page of its own", server.origin()));
    assert!(head[3].starts_with("Browser: Mozilla/5.0 "), "{}", head[3]);
    let locale = page.run("return new Intl.NumberFormat().resolvedOptions().locale", Vec::new());
    assert_eq!(head[4], format!("Locale: {}, the browser’s own", locale.as_str().unwrap()));
    assert!(head[5].starts_with("Time: 20") && head[5].ends_with('Z'), "{}", head[5]);
    assert_eq!(head.len(), 6);
    let origin = server.origin();
    assert_eq!(
        checks,
        format!(
            "Jira at {origin}/, by token, 10.3.0\n\
             Result: Works\n\
             - Proved: Something answers at {place}.\n    GET {origin}/rest/api/2/serverInfo\n    401 Unauthorized · application/json\n\
             - Proved: The token belongs to somebody.\n    GET {origin}/rest/api/2/myself\n    200 OK · application/json\n\
             - Proved: It is Jira 10.3.0.\n    GET {origin}/rest/api/2/serverInfo\n    200 OK · application/json\n\
             - Proved: You are a Jira administrator.\n    GET {origin}/rest/api/2/mypermissions\n    200 OK · application/json\n\
             - Proved: Git Integration for Jira answers, and its integrations can be read.\n    \
             GET {origin}/rest/gitplugin/1.0/integration\n    200 OK · application/json\n"
        )
    );
    for secret in ["admin-token", "Ada", "Bearer", "platform-core"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    page.keeps_nowhere("admin-token");
}

#[test]
fn are_copied_as_they_are_shown() {
    let server = Server::demo();
    let page = server.open("/connection");
    page.heading("Diagnostics").appears();
    allow_clipboard(&page);
    let shown = text(&page);
    assert!(shown.contains(&format!(
        "Jira at {}/, by session, version unknown\nResult: not checked",
        server.origin()
    )));
    page.button(sentences::COPY_DIAGNOSTICS).click();
    page.button("Copied").has_focus();
    let copied = page.run("return navigator.clipboard.readText()", Vec::new());
    assert_eq!(copied, Value::from(shown));
}

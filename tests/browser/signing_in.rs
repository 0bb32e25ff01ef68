//! config.json and signing in with a token, which is kept in memory only.

use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const CONFIG: &str = "GET /config.json";

#[test]
fn a_broken_config_says_where() {
    let server = Server::demo();
    for (fault, sentence) in [
        (Fault::Text("{ \"jira\": \n nonsense".to_owned()), "config.json is not JSON: line 2, column "),
        (
            Fault::Answer(200, json!({ "jira": { "url": "ftp://jira", "auth": "magic" } })),
            "jira.auth must be \"session\" or \"token\".",
        ),
        (Fault::Answer(200, json!({ "jira": { "url": 5 } })), "jira.url must be text"),
    ] {
        server.disturb(CONFIG, fault);
        let page = server.open("");
        page.alert("The file config.json beside this page needs mending").shows(sentence);
        server.heal();
        page.reload();
        page.link("platform-core").appears();
    }
}

#[test]
fn a_missing_config_means_the_pages_own_origin() {
    let server = Server::demo();
    server.disturb(CONFIG, Fault::Answer(404, Value::Null));
    let page = server.open("");
    page.link("platform-core").appears();
}

#[track_caller]
fn open_with_token(server: &Server) -> Page<'_> {
    server.disturb(CONFIG, Fault::Answer(200, json!({ "jira": { "url": "", "auth": "token" } })));
    let page = server.open("");
    page.heading("Sign in").appears();
    page
}

#[track_caller]
fn give(page: &Page<'_>, server: &Server, token: &str) {
    let host = server.origin().replace("http://", "");
    page.field(&format!("Personal access token for {host}")).fill(token);
    page.button("Sign in").click();
}

#[test]
fn a_token_is_sent_as_bearer_and_kept_nowhere() {
    let server = Server::demo();
    let page = open_with_token(&server);
    page.button("Sign in").click();
    page.sees("Paste a token first.");
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
    page.sees("Ada Administrator");
    let rest = server.requests().into_iter().filter(|request| request.line.contains(" /rest/"));
    for request in rest {
        assert_eq!(request.authorization.as_deref(), Some("Bearer admin-token"), "{}", request.line);
        assert!(!request.text.contains("JSESSIONID"), "{}", request.text);
    }
    page.keeps_nowhere("admin-token");
    page.button("Sign out").click();
    page.heading("Sign in").appears();
    page.sees_no("platform-core");
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
    page.reload();
    page.heading("Sign in").appears();
}

#[test]
fn a_wrong_token_is_asked_for_again() {
    let server = Server::demo();
    let page = open_with_token(&server);
    give(&page, &server, "wrong");
    page.alert("Jira did not accept the token").appears();
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
}

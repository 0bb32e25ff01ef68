//! config.json and signing in with a token, which is kept in memory only.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

const CONFIG: &str = "GET /config.json";

#[test]
fn a_broken_config_says_where() {
    let server = Server::demo();
    for (fault, sentence) in [
        (
            Fault::Text("{ \"jira\": \n nonsense".to_owned()),
            "config.json is not JSON: expected ident at line 2 column ",
        ),
        (
            Fault::Answer(200, json!({ "jira": { "url": "ftp://jira", "auth": "magic" } })),
            "jira.auth must be \"session\" or \"token\".",
        ),
        (Fault::Answer(200, json!({ "jira": { "url": 5 } })), "jira.url must be text"),
    ] {
        server.disturb(CONFIG, fault);
        let page = server.open("");
        page.alert("The file config.json beside this page has errors").shows(sentence);
        server.heal();
        page.reload();
        page.link("platform-core").appears();
    }
}

#[test]
fn a_missing_config_says_where_it_belongs() {
    let server = Server::demo();
    for fault in [Fault::Answer(404, Value::Null), Fault::Html] {
        server.disturb(CONFIG, fault);
        let page = server.open("");
        page.alert("The file config.json beside this page is missing")
            .shows("config.json belongs in the folder of index.html.")
            .shows("A working file looks like this");
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.link("platform-core").appears();
    }
}

#[test]
fn a_config_that_could_not_be_fetched_is_fetched_again() {
    let server = Server::demo();
    for (fault, sentence) in [
        (Fault::Answer(503, Value::Null), "The server answered with status 503."),
        (Fault::Cut, "The server did not answer. Check the connection, then try again."),
    ] {
        server.disturb(CONFIG, fault);
        let page = server.open("");
        page.alert("The file config.json beside this page could not be read").shows(sentence);
        page.button(sentences::TRY_AGAIN).click();
        page.alert("The file config.json beside this page could not be read").appears();
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.link("platform-core").appears();
    }
}

#[test]
fn each_field_of_config_is_told_what_is_wrong_with_it() {
    let server = Server::demo();
    let known = "config.json has \"jira\" and \"gitlab\".";
    for (config, sentences) in [
        (
            json!([]),
            vec!["config.json must be an object such as { \"jira\": { \"url\": \"\" } }.".to_owned()],
        ),
        (json!({ "jirra": {} }), vec![format!("jirra is not a field. {known}")]),
        (
            json!({ "$schema": "a", "servers": 1, "jira": { "adress": "", "token": "x" }, "gitlab": [{}, { "uri": "" }] }),
            vec![
                format!("servers is not a field. {known}"),
                "jira.adress is not a field. jira has \"url\" and \"auth\".".to_owned(),
                "jira.token is not a field. jira has \"url\" and \"auth\".".to_owned(),
                "gitlab[1].uri is not a field. gitlab[1] has \"url\" and \"auth\".".to_owned(),
            ],
        ),
        (
            json!({ "jira": [{}, { "url": "https://jira.example", "auth": "session" }, { "url": "" }] }),
            vec![
                "jira[1].auth must be \"token\": a session is used at the page’s own origin only.".to_owned(),
                format!("jira: {} is listed twice.", server.place()),
            ],
        ),
        (
            json!({ "jira": { "url": "https://jira.example", "auth": "session" } }),
            vec!["jira.auth must be \"token\": a session is used at the page’s own origin only.".to_owned()],
        ),
    ] {
        server.disturb(CONFIG, Fault::Answer(200, config));
        let page = server.open("");
        let alert = page.alert("The file config.json beside this page has errors");
        for sentence in &sentences {
            alert.shows(sentence);
        }
        server.heal();
    }
}

#[test]
fn at_its_own_origin_a_server_may_be_written_out() {
    let server = Server::demo();
    // As the browser reckons origins, not by the letters.
    let own = server.origin().replace("http:", "HTTP:");
    let config = json!({ "$schema": "./config.schema.json", "jira": { "url": own } });
    server.disturb(CONFIG, Fault::Answer(200, config));
    let page = server.open("");
    page.link("platform-core").appears();
}

/// As with a single one: nothing about them stands in an address.
#[test]
fn a_list_may_hold_one_jira_or_none() {
    let server = Server::demo();
    for config in
        [json!({ "jira": [{ "url": "" }] }), json!({ "jira": [], "gitlab": [] }), json!({ "jira": null })]
    {
        server.disturb(CONFIG, Fault::Answer(200, config));
        let page = server.open("");
        page.link("platform-core").has("href", "#/integrations/1");
        server.heal();
    }
}

#[track_caller]
fn open_with_token(server: &Server) -> Page<'_> {
    server.disturb(CONFIG, Fault::Answer(200, json!({ "jira": { "url": "", "auth": "token" } })));
    let page = server.open("");
    page.role("heading").named_like("Sign in to").appears();
    page
}

#[track_caller]
fn give(page: &Page<'_>, server: &Server, token: &str) {
    let host = server.origin().replace("http://", "");
    page.field(&format!("Personal access token for {host}")).fill(token);
    page.button(sentences::SIGN_IN).click();
}

#[test]
fn a_token_is_sent_as_bearer_and_kept_nowhere() {
    let server = Server::demo();
    let page = open_with_token(&server);
    page.button(sentences::SIGN_IN).click();
    page.sees(sentences::PASTE_A_TOKEN_FIRST);
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
    page.sees("Ada Administrator");
    let rest = server.requests().into_iter().filter(|request| request.line.contains(" /rest/"));
    for request in rest {
        assert_eq!(request.authorization.as_deref(), Some("Bearer admin-token"), "{}", request.line);
        assert!(!request.text.contains("JSESSIONID"), "{}", request.text);
    }
    page.keeps_nowhere("admin-token");
    page.sign_out(&server);
    page.role("heading").named_like("Sign in to").appears().without_text("platform-core");
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
    page.reload();
    page.role("heading").named_like("Sign in to").appears();
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

#[test]
fn a_token_is_not_sent_for_a_password() {
    let server = Server::demo();
    let page = open_with_token(&server);
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
    server.disturb("GET /rest/gitplugin/1.0/integration", Fault::WebSudo);
    page.button("Refresh").click();
    page.alert(sentences::JIRA_ASKS_FOR_CONFIRMATION)
        .shows("Jira asks for a password here, which a token cannot replace.");
    page.button(sentences::TRY_AGAIN).appears().without(&page.link("Confirm in Jira (opens a new tab)"));
}

#[test]
fn what_cannot_be_a_token_is_refused_with_the_reason_and_never_sent() {
    let server = Server::demo();
    server.disturb(CONFIG, Fault::Answer(200, json!({ "jira": { "url": "", "auth": "token" } })));
    let page = server.open("");
    let field = || page.field(&format!("Personal access token for {}", server.place()));
    server.forget();
    for (typed, reason) in [
        (
            "ghp_\u{200B}SECRET",
            "The character at position 5 is invisible (U+200B, zero-width space). Delete it.",
        ),
        (
            "ghp_SECR\u{FEFF}ET",
            "The character at position 9 is invisible (U+FEFF, byte order mark). Delete it.",
        ),
        ("“SECRET”", "Tokens cannot contain quotation marks. Remove them."),
        ("Bearer SECRET", "Remove “Bearer” from the beginning. Enter only the token."),
        ("ghp_••••••", "These are placeholder dots, not the secret itself."),
        ("ghp_SECRЕT", "“Е” at position 9 is U+0415. Copy the token again."),
        ("ghp_SEC😀RET", "U+1F600"),
        ("SEC…", "The token is shortened. Copy the whole token."),
        ("two SECRETS", "Tokens cannot contain spaces. Remove them."),
    ] {
        field().fill(typed);
        page.button(sentences::SIGN_IN).click();
        page.sees(reason);
        field().holds(typed);
    }
    assert_eq!(server.requests().iter().filter(|request| request.line.contains("/rest/")).count(), 0);
    // What is only around it is taken off.
    field().fill("\u{FEFF} wrong\u{200B}\u{A0}");
    page.button(sentences::SIGN_IN).click();
    page.alert("Jira did not accept the token").appears();
    let sent: Vec<_> = server.requests().into_iter().filter_map(|request| request.authorization).collect();
    assert!(!sent.is_empty() && sent.iter().all(|header| header == "Bearer wrong"), "{sent:?}");
}

//! The connection page inside Jira's administration: it finds its Jira below the context path, and what one copies for
//! a bug report says where it was and in which language.

use patchbay_tests::sentences;
use patchbay_tests::{Locator, Page, Server};
use serde_json::{Value, json};

use super::CONFIRMATION;

/// The card of this Jira, which is named with its context path.
fn card<'p>(page: &'p Page<'p>, server: &Server) -> Locator<'p> {
    page.role("region").named(&format!("Jira on {}/jira", server.place()))
}

#[test]
fn what_works_is_proved_in_place() {
    let server = Server::jira();
    let page = server.open("/connection");
    page.heading("Connections").appears();
    server.forget();
    page.button("Check").within(card(&page, &server)).click();
    card(&page, &server)
        .shows(&format!("Something answers at {}/jira.", server.place()))
        .shows("It is Jira 10.3.0.")
        .shows("You are signed in as Ada Administrator.")
        .shows(sentences::YOU_ARE_A_JIRA_ADMINISTRATOR)
        .shows(sentences::JIRA_ANSWERS)
        .shows(sentences::JIRA_HAS_EVERYTHING);
    assert_eq!(server.writes(), []);
    let lines = server.rest_lines();
    assert!(lines.iter().all(|line| line.starts_with("GET /jira/rest/")), "{lines:?}");
    page.is_accessible("a connection inside Jira");
    let place = server.place().replace(':', "%3A");
    page.go(&format!("/connection/{place}%2Fjira"));
    page.heading(&format!("Connection to {}/jira", server.place())).appears().has_focus();
    card(&page, &server).shows("Works");
    server.sandbox().require_websudo(true);
    page.button(sentences::CHECK_AGAIN).click();
    card(&page, &server).shows(sentences::JIRA_ASKS_FOR_CONFIRMATION);
    let door = page.link("Confirm in Jira (opens a new tab)");
    door.has("href", &server.at(CONFIRMATION));
}

#[test]
fn diagnostics_name_version_place_and_language_and_nobody() {
    let server = Server::jira();
    let page = Page::blank(&server);
    page.visit(&format!("{}?locale=de_DE#/connection", server.home()));
    page.button("Check").within(card(&page, &server)).click();
    card(&page, &server).shows("You are signed in as Ada Administrator.").shows("Works");
    page.devtools(
        "Browser.grantPermissions",
        &json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
    );
    page.button(sentences::COPY_DIAGNOSTICS).click();
    page.button("Copied").has_focus();
    let copied = page.run("return navigator.clipboard.readText()", Vec::new());
    let text = copied.as_str().unwrap();
    assert_eq!(
        page.run("return tree.querySelector('.part > .facts').textContent", Vec::new()),
        Value::from(text),
        "what is copied is what is shown"
    );
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], concat!("Patchbay ", env!("CARGO_PKG_VERSION")));
    assert!(lines[1].starts_with("Build: patchbay-") && lines[1].ends_with("_bg.wasm"), "{}", lines[1]);
    // Without the query, which may say more than a bug report should.
    assert_eq!(lines[2], format!("Page: {}, inside a page of Jira", server.home()));
    assert_eq!(lines[4], "Locale: de-DE, as Jira’s page says");
    assert!(lines.contains(&&*format!("Jira at {}/, by session, 10.3.0", server.at(""))), "{text}");
    assert!(
        lines.contains(&"Result: Works") && lines.contains(&"- Proved: Somebody is signed in."),
        "{text}"
    );
    for private in ["Ada", "platform-core", "SESSIONID", "de_DE", "?"] {
        assert!(!text.contains(private), "{private}: {text}");
    }
}

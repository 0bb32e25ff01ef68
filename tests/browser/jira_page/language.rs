//! Dates, numbers and the order of names are as the Jira user's language has them, whatever the browser's own is.

use patchbay_tests::{Page, Server};
use serde_json::json;

use crate::locale::{LANGUAGES, is_followed, server};

#[test]
fn the_language_of_the_person_in_jira_is_followed() {
    let server = server(|count| Server::new().demo(count).in_jira("/jira").start());
    let page = Page::blank(&server);
    // Of all that is tried this is none.
    page.devtools("Emulation.setLocaleOverride", &json!({ "locale": "fr-FR" }));
    for language in LANGUAGES {
        // As Java writes it.
        page.visit(&format!("{}?locale={}", server.home(), language.replace('-', "_")));
        is_followed(&page, language);
    }
}

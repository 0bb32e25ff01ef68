//! Where no page of Jira says a language, the browser's own counts.

use patchbay_tests::{Page, Server};
use serde_json::json;

use super::{LANGUAGES, is_followed, server};

#[test]
fn its_own_language_is_followed() {
    let server = server(|count| Server::new().demo(count).start());
    let page = Page::blank(&server);
    for language in LANGUAGES {
        speaks(&page, language);
        page.go("");
        is_followed(&page, language);
    }
}

/// Makes it a browser that was installed in this language: what `Intl` takes when it is told none.
#[track_caller]
fn speaks(page: &Page<'_>, language: &str) {
    page.devtools("Emulation.setLocaleOverride", &json!({}));
    page.devtools("Emulation.setLocaleOverride", &json!({ "locale": language }));
    assert_eq!(page.run("return new Intl.NumberFormat().resolvedOptions().locale", Vec::new()), language);
}

/// What is loaded later writes its numbers in the same way.
#[test]
fn counts_of_forms_and_of_gitlab_follow_it() {
    let server = Server::demo();
    let page = Page::blank(&server);
    speaks(&page, "ar-EG");
    page.go("/integrations/1");
    page.role("tab").named("Changes · ٠").appears();
    page.field("Display name").fill("platform");
    page.role("tab").named("Changes · ١").appears();
    page.button("Save ١ change").appears();
    page.button("Discard").click();
    page.role("tab").named("Changes · ٠").appears();
    page.go(&server.at_gitlab("101"));
    page.heading("Shop / Web / Website").appears();
    page.sees("That takes ٣٢ requests");
    page.button("Chat ١١").appears();
    page.go("/connection");
    page.sees("Locale: ar-EG, the browser’s own");
    assert_eq!(page.run("return document.documentElement.scrollWidth <= innerWidth", Vec::new()), true);
}

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

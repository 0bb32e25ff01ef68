//! That something is read, and that it was, is said once.

use crate::announcing::{heard, listens};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Page, Server, keys};
use serde_json::json;

/// As (page, what is read anew).
fn refreshed(server: &Server) -> Vec<(String, &'static str)> {
    let list = "GET /rest/gitplugin/1.0/integration";
    vec![
        ("/integrations".to_owned(), list),
        ("/integrations?q=mobile".to_owned(), list),
        ("/integrations/1/repositories".to_owned(), "GET /rest/gitplugin/1.0/repository"),
        ("/health".to_owned(), list),
        ("/health".to_owned(), "GET /rest/gitplugin/1.0/repository"),
        (server.at_gitlab("101"), "GET /api/v4/projects/101/integrations"),
    ]
}

#[test]
fn refreshing_says_that_it_reads_and_that_it_has() {
    let server = Server::new().demo(25).gitlab(GitLab::V19_5).start();
    let page = server.open("");
    for (address, line) in refreshed(&server) {
        page.go(&address);
        page.button("Refresh").appears();
        listens(&page);
        server.disturb(line, Fault::Held);
        page.button("Refresh").press(keys::Enter);
        page.button(sentences::REFRESHING).has("aria-disabled", "true");
        page.becomes("said", || page.run("return window.heard.length", Vec::new()) == 1);
        assert_eq!(heard(&page), [sentences::REFRESHING], "{address}");
        server.heal();
        page.button("Refresh").has_focus();
        assert_eq!(heard(&page), [sentences::REFRESHED], "{address}");
        // What is read by itself is not said, and neither is it that what failed was read.
        server.disturb(line, Fault::Answer(500, json!({})));
        page.button("Refresh").press(keys::Enter);
        page.role("alert").appears();
        let heard = heard(&page);
        assert!(!heard.iter().any(|text| text == sentences::REFRESHED), "{address}: {heard:?}");
        server.heal();
    }
}

/// Notes each element that is added as a message and says that something is loading, in every document to come.
const LOADING: &str = "
    window.loading = [];
    const isIt = (one) => one.matches?.('[role=status]') && one.textContent.includes('Loading');
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        const all = [node, ...(node.querySelectorAll?.('[role=status]') ?? [])];
        window.loading.push(...all.filter(isIt).map((one) => one.textContent));
      }
    }).observe(document, { childList: true, subtree: true });";

/// The app, the part with a page, who is signed in and what the page shows are waited for one after the other.
#[test]
fn that_it_loads_is_said_once_a_page() {
    let server = Server::new().demo(25).gitlab(GitLab::V19_5).start();
    let page = Page::blank(&server);
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": LOADING }));
    let said = || page.run("return window.loading.splice(0).length", Vec::new());
    let addresses = [
        "/integrations".to_owned(),
        "/integrations/2".to_owned(),
        "/integrations/1/repositories".to_owned(),
        "/integrations/new".to_owned(),
        "/health".to_owned(),
        server.at_gitlab("101"),
        server.at_gitlab("101/emails-on-push"),
        server.at_gitlab("groups"),
    ];
    for address in &addresses {
        page.visit("about:blank");
        page.go(address);
        page.role("heading").named_like("").within(page.role("main"));
        assert_eq!(said(), 1, "{address}");
    }
    // Their parts are there by now, what they show is not.
    let mut count = 0;
    for address in addresses.iter().chain(&addresses) {
        page.run("location.hash = arguments[0]", vec![json!(address)]);
        page.is_at(address);
        let said = said().as_u64().unwrap();
        assert!(said <= 1, "{address}: {said}");
        count += said;
    }
    assert!(count > 4, "{count} were waited for");
}

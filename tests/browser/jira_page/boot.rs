//! Before there is an app in Jira's page: words at any time, and a guest that decides nothing for its host.

use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use crate::list::lists;
use crate::starting::{FORBIDDEN, INCOMPLETE, TOO_OLD, WITHOUT_WASM, first_runs, has_policy, named};
use crate::stopping::{ALL_LOST, STOPPED, TYPED, traps};

/// What loader.js says.
pub const NOT_LOADED: &str = "Patchbay could not start: a file of it did not load.";

fn file(server: &Server, attribute: &str) -> String {
    format!("GET /jira/download/resources/patchbay.jira:app/{}", named(server, attribute))
}

/// Whether the words of the page can be seen: they are not in the app's own tree.
#[track_caller]
fn words_can_be_seen(page: &Page<'_>) -> bool {
    let script = "
        const words = document.querySelector('#patchbay-jira > p');
        return words.textContent.includes('Patchbay is starting.') && words.checkVisibility()";
    page.run(script, Vec::new()) == true
}

#[test]
fn the_words_of_the_page_stay_until_the_app_is_drawn() {
    // The page itself waits for the two files before these, and no test can look at it meanwhile.
    for attribute in ["data-js", "data-wasm"] {
        let server = Server::jira();
        server.disturb(&file(&server, attribute), Fault::Held);
        let page = server.open("");
        page.becomes("the words to be seen", || words_can_be_seen(&page));
        server.heal();
        lists(&page, 25);
        assert!(!words_can_be_seen(&page), "{attribute}");
    }
}

/// As in a page of its own, and Jira's page around it stays.
#[test]
fn after_a_trap_the_app_stops_in_its_shadow_root() {
    let server = Server::jira();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed before the trap");
    page.field("Display name").holds("typed before the trap");
    traps(&page, "new WebAssembly.RuntimeError('unreachable')");
    page.alert(STOPPED).shows(ALL_LOST);
    assert!(page.field(TYPED).value().contains("Display name: typed before the trap\n"));
    let around = page.run("return Boolean(document.querySelector('#patchbay-jira').shadowRoot)", Vec::new());
    assert_eq!(around, true);
    page.button("Reload").click();
    page.field("Display name").holds("mobile");
}

#[test]
fn a_policy_without_webassembly_is_named_with_what_it_lacks() {
    let server = Server::jira();
    let page = Page::blank(&server);
    has_policy(&page, &format!("{WITHOUT_WASM} 'unsafe-inline'"));
    page.go("");
    page.alert(FORBIDDEN).appears();
    assert!(!words_can_be_seen(&page));
}

#[test]
fn a_missing_file_is_told() {
    for (attribute, told) in [
        ("data-css", NOT_LOADED),
        ("data-boot", NOT_LOADED),
        ("data-js", INCOMPLETE),
        ("data-wasm", INCOMPLETE),
    ] {
        let server = Server::jira();
        server.disturb(&file(&server, attribute), Fault::Answer(404, json!({})));
        let page = server.open("");
        page.alert("Patchbay could not start: ").shows(told);
        assert!(!words_can_be_seen(&page), "{attribute}");
    }
}

#[test]
fn a_browser_that_would_draw_a_broken_page_is_told() {
    let server = Server::jira();
    let page = Page::blank(&server);
    first_runs(&page, "delete HTMLElement.prototype.popover");
    page.go("");
    page.alert(TOO_OLD).appears();
}

/// One default policy is all that a document can have, and it decides over everybody's strings.
#[test]
fn the_policy_of_the_page_around_is_left_alone() {
    let server = Server::jira();
    let page = Page::blank(&server);
    first_runs(&page, "trustedTypes.createPolicy('default', { createHTML: (html) => html });");
    page.go("");
    lists(&page, 25);
}

#[test]
fn a_guest_makes_no_policy_for_the_page_around() {
    let server = Server::jira();
    let page = server.open("/integrations/2");
    page.field("Display name").holds("mobile");
    assert_eq!(page.run("return trustedTypes.defaultPolicy", Vec::new()), json!(null));
}

#[test]
fn the_full_page_is_its_own_host() {
    let server = Server::new().demo(25).in_jira("/jira").full_page().start();
    let page = server.open("");
    lists(&page, 25);
    assert_eq!(page.run("return trustedTypes.defaultPolicy.name", Vec::new()), "default");
}

/// Jira may put its scripts off until the page is parsed.
#[test]
fn a_loader_that_comes_late_starts_it_all_the_same() {
    let server = Server::jira();
    let batch = "/jira/download/contextbatch/js/atl.admin/batch.js";
    server.disturb(&format!("GET {batch}"), Fault::Text(String::new()));
    let page = Page::blank(&server);
    page.never_starts();
    page.go("");
    page.sees("Patchbay is starting.");
    assert_eq!(page.run("return document.readyState", Vec::new()), "complete");
    server.heal();
    let script = "
        const late = document.createElement('script');
        late.src = `${arguments[0]}?late`;
        document.head.append(late);";
    page.run(script, vec![json!(batch)]);
    lists(&page, 25);
}

/// A proxy that enforces them without a policy that lets scripts be added leaves the way out that the words name.
#[test]
fn where_trusted_types_are_enforced_the_words_lead_to_the_full_page() {
    let server = Server::jira();
    let page = Page::blank(&server);
    has_policy(&page, "require-trusted-types-for 'script'");
    page.never_starts();
    page.go("");
    let is_closed = "return document.getElementById('patchbay-jira').style.display === 'block'";
    page.becomes("the loader to have done what it can", || page.run(is_closed, Vec::new()) == true);
    page.becomes("the words to be seen", || words_can_be_seen(&page));
    page.complains_of(&["requires 'TrustedScriptURL' assignment"]);
}

//! Starting: in the administration and as a full page, wherever Jira is, whatever types its server gives.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

use crate::list::lists;

use super::CONFIRMATION;

/// What the browser asked for, without its query.
fn paths(server: &Server) -> Vec<String> {
    let line = |line: String| line.split('?').next().unwrap_or_default().to_owned();
    server.requests().into_iter().map(|request| line(request.line)).collect()
}

#[test]
fn in_the_administration_of_a_jira_with_and_without_a_context_path() {
    for context in ["/jira", ""] {
        let server = Server::new().demo(25).in_jira(context).start();
        let page = server.open("");
        lists(&page, 25);
        assert_eq!(page.title(), "Git integrations – Patchbay");
        let paths = paths(&server);
        assert!(paths.iter().all(|path| path.starts_with(&format!("GET {context}/"))), "{paths:?}");
        assert!(paths.contains(&format!("GET {context}/rest/gitplugin/1.0/integration")), "{paths:?}");
        let config = format!("GET {context}/download/resources/patchbay.jira:app/config.json");
        assert!(paths.contains(&config), "{paths:?}");
    }
}

#[test]
fn as_a_full_page() {
    let server = Server::new().demo(25).in_jira("/jira").full_page().start();
    let page = server.open("");
    lists(&page, 25);
    page.link("mobile").click();
    page.field("Display name").holds("mobile");
    assert!(paths(&server).contains(&"GET /jira/rest/gitplugin/1.0/integration/2".to_owned()));
}

#[test]
fn with_the_parts_out_of_the_plugin() {
    let server = Server::jira();
    let page = server.open("/integrations");
    page.link("mobile").click();
    page.is_at("/integrations/2");
    page.field("Display name").holds("mobile");
    let part = "GET /jira/download/resources/patchbay.jira:app/patchbay-jira-";
    assert!(paths(&server).iter().any(|path| path.starts_with(part)), "{:?}", paths(&server));
}

/// Streaming takes `application/wasm` alone; both modules are then compiled from their bytes.
#[test]
fn where_wasm_comes_with_a_charset() {
    let server = Server::new().demo(25).in_jira("/jira").with_charset().start();
    let page = server.open("/integrations/2");
    page.field("Display name").holds("mobile");
    let kind = page.run_async(
        "const done = arguments[arguments.length - 1];
        const name = document.getElementById('patchbay-jira').dataset.wasm;
        fetch(`/jira/download/resources/patchbay.jira:app/${name}`).then(({ headers }) => done(headers.get('content-type')));",
    );
    assert_eq!(kind, "application/wasm;charset=UTF-8");
}

#[test]
fn after_signing_in_to_jira() {
    let server = Server::new().demo(25).in_jira("/jira").signed_out().start();
    let page = server.open("");
    page.field("User name").fill("admin");
    page.role("textbox").named("Password").fill("admin");
    page.button(sentences::SIGN_IN).click();
    lists(&page, 25);
}

#[track_caller]
fn leads_to(page: &Page<'_>, link: &str, address: &str) {
    let href = page.role("link").named_like(link).attribute("href");
    assert_eq!(href.as_deref(), Some(address));
}

#[test]
fn the_ways_to_sign_in_again_are_those_of_this_jira() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    server.sandbox().end_all_sessions();
    page.button("Refresh").click();
    leads_to(&page, "Sign in to Jira", &server.at("/login.jsp"));
    page.reload();
    lists(&page, 25);
    server.sandbox().require_websudo(true);
    page.button("Refresh").click();
    leads_to(&page, "Confirm in Jira", &server.at(CONFIRMATION));
}

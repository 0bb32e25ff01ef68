//! Jira through the site's own origin: what the ready files let through, and what not.

use patchbay_tests::sentences;
use patchbay_tests::{Caddy, Hosted, Nginx, Server};
use serde_json::json;

const TOKEN: (&str, &str) = ("Authorization", "Bearer admin-token");
/// What a browser adds by itself where the site asks for a password: `admin:admin`.
const PASSWORD: (&str, &str) = ("Authorization", "Basic YWRtaW46YWRtaW4=");

#[track_caller]
fn lets_through_what_patchbay_asks_and_nothing_else(hosted: &Hosted<'_>, server: &Server) {
    let status = |path: &str, headers: &[(&str, &str)]| {
        server.fetch(&format!("{}{path}", hosted.origin()), headers).status
    };
    for path in [
        "/rest/api/2/myself",
        "/rest/api/2/serverInfo",
        "/rest/gitplugin/1.0/integration",
        "/rest/gitplugin/1.0/integration/2",
        "/rest/api/2/project",
    ] {
        assert_eq!(status(path, &[TOKEN]), 200, "{path}");
    }
    server.forget();
    for path in ["/rest/api/2/serverInfo", "/rest/gitplugin/1.0/integration"] {
        assert_eq!(status(path, &[]), 401, "{path} of nobody");
        assert_eq!(status(path, &[PASSWORD]), 401, "{path} with a password");
        assert_eq!(status(path, &[("Cookie", "JSESSIONID=1")]), 401, "{path} with a session");
        let both = status(path, &[PASSWORD, TOKEN]);
        assert!(matches!(both, 400 | 401), "{path} with a password and a token: {both}");
    }
    for path in [
        "/rest/auth/1/session",
        "/rest/api/latest/myself",
        "/rest/gitplugin/1.0",
        "/rest/api/2/../../auth/1/session",
        "/rest/api/2/..;/..;/auth/1/session",
        "/rest/api/2/%2e%2e/%2e%2e/auth/1/session",
        "/rest/api/2/..%2f..%2fauth/1/session",
        "/rest/api/2/myself;x",
        "/rest/api/2/Z/..;/../..;/../rest/auth/1/session",
        "/secure/../rest/api/2/myself",
        "/rest/api/2/my%73elf",
        "/rest/api/2/a%2fb",
        "/rest/api/2/myself?os_username=admin&os_password=admin",
        "/rest/gitplugin/1.0/integration?os_username=admin",
    ] {
        let status = status(path, &[TOKEN]);
        assert!(matches!(status, 400 | 404), "{path}: {status}");
    }
    assert_eq!(server.requests().len(), 0, "{:?}", server.requests());
}

#[test]
fn nginx_lets_through_what_patchbay_asks_and_nothing_else() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({}));
    lets_through_what_patchbay_asks_and_nothing_else(&nginx, &server);
}

#[test]
fn caddy_lets_through_what_patchbay_asks_and_nothing_else() {
    let server = Server::demo();
    let caddy = Caddy::start(&server, &json!({}));
    lets_through_what_patchbay_asks_and_nothing_else(&caddy, &server);
}

/// The check's first request brings no token along, and is refused by the site itself.
#[test]
fn a_check_before_signing_in_asks_for_a_token() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({ "jira": { "url": "", "auth": "token" } }));
    // The browser reports the answer 401, and the sandbox must count it as one of its own.
    server.fetch(&format!("{}/no-such-file", server.origin()), &[]);
    let place = nginx.origin().replace("http://", "");
    let page = nginx.open(&format!("/connection/{}", place.replace(':', "%3A")));
    page.role("region").named(&format!("Jira on {place}")).shows(sentences::A_TOKEN_IS_NEEDED);
    page.button(sentences::ENTER_A_TOKEN).click();
    page.field(&format!("Personal access token for {place}")).fill("admin-token");
    page.button(sentences::SIGN_IN).click();
    let jira = page.role("region").named(&format!("Jira on {place}"));
    jira.shows("It is Jira 10.3.0.").shows("This Jira has everything that Patchbay needs.");
}

//! Redirects of what is read of a GitLab, with a session and with a token: nothing goes to another origin, and the sentence
//! is true.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

const EMAILS: &str = "/api/v4/projects/101/integrations/emails-on-push";
const SESSION: &str = sentences::SESSION_ENDED;

/// Elsewhere and on this server, as sign-ons answer.
fn faults(sign_on: &Server) -> [Fault; 4] {
    [
        Fault::RedirectWith(302, format!("{}/login?from=gitlab", sign_on.origin())),
        Fault::RedirectWith(303, "/users/sign_in".to_owned()),
        Fault::RedirectWith(307, format!("{}/saml", sign_on.origin())),
        Fault::RedirectWith(308, format!("//{}/x", sign_on.origin().replace("http://", ""))),
    ]
}

#[track_caller]
fn asked_nothing(sign_on: &Server) {
    assert!(sign_on.requests().is_empty(), "{:?}", sign_on.requests());
}

#[track_caller]
fn signed_in<'s>(own: &'s Server, other: &Server) -> Page<'s> {
    own.lets_reach(other);
    own.disturb("GET /config.json", Fault::Answer(200, json!({ "gitlab": { "url": other.origin() } })));
    let page = own.open(&other.at_gitlab("101"));
    page.field(&format!("Personal access token for {}", other.place())).fill("maintainer-token");
    page.button(sentences::SIGN_IN).click();
    page.heading("Shop / Web / Website").appears();
    page
}

/// Whatever a page reads first or later.
#[test]
fn with_a_session() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    for fault in faults(&sign_on) {
        // What the browser refuses to follow, it says.
        let refused = |page: &Page| {
            if !matches!(&fault, Fault::RedirectWith(_, place) if place.starts_with("/users")) {
                page.complains_of(&["Unsafe attempt to load URL"]);
            }
        };
        for (route, line) in [
            ("", "GET /api/v4/projects"),
            ("101", "GET /api/v4/projects/101"),
            ("101", "GET /api/v4/projects/101/integrations"),
            ("101/emails-on-push", &format!("GET {EMAILS}")),
            ("fleet?mine=all", "GET /api/v4/projects"),
        ] {
            server.disturb(line, fault.clone());
            let page = server.open(&server.at_gitlab(route));
            page.alert("signed out of GitLab").shows(SESSION);
            server.heal();
            refused(&page);
        }
        // Who was not signed in yet has no session that ended.
        server.disturb("GET /api/v4/user", fault.clone());
        let page = server.open(&server.at_gitlab("101"));
        page.alert("Sign in to GitLab").appears().without_text(SESSION);
        server.heal();
        refused(&page);
    }
    asked_nothing(&sign_on);
}

/// A token has no session that ends: what is asked for is to look where the server sends one.
#[test]
fn with_a_token() {
    let (own, other, sign_on) = (Server::demo(), Server::demo(), Server::demo());
    let page = signed_in(&own, &other);
    for fault in faults(&sign_on) {
        other.disturb(&format!("GET {EMAILS}"), fault.clone());
        page.go(&other.at_gitlab("101/emails-on-push"));
        page.alert("GitLab").appears();
        let text = page.text();
        assert!(!text.contains(SESSION), "{text}");
        assert!(
            text.contains("redirect") || text.contains("another address") || text.contains("sends"),
            "{text}"
        );
        page.go(&other.at_gitlab("101"));
        other.heal();
        page.heading("Shop / Web / Website").appears();
    }
    page.complains_of(&["Content Security Policy", "CORS policy", "Failed to load"]);
    asked_nothing(&sign_on);
}

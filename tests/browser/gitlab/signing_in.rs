//! Signing in to GitLab: by a token, which is kept in memory only, or by the session of the page.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Present, Request, Server};
use serde_json::json;

#[track_caller]
fn open_with_token<'s>(server: &'s Server, page: &str) -> Page<'s> {
    let config = json!({ "jira": { "url": "" }, "gitlab": { "url": "", "auth": "token" } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    let page = server.open(page);
    asks_for_a_token(&page, server);
    page
}

#[track_caller]
fn asks_for_a_token<'p>(page: &'p Page<'_>, server: &Server) -> Present<'p> {
    page.heading(&format!("Sign in to {}", server.place())).appears()
}

#[track_caller]
fn give(page: &Page<'_>, server: &Server, token: &str) {
    page.field(&format!("Personal access token for {}", server.place())).fill(token);
    page.button(sentences::SIGN_IN).click();
}

fn of_the_api(server: &Server) -> Vec<Request> {
    server.requests().into_iter().filter(|request| request.line.contains(" /api/")).collect()
}

#[test]
fn a_token_is_sent_as_bearer_without_a_cookie_and_kept_nowhere() {
    let server = Server::demo();
    let page = open_with_token(&server, "/gitlab");
    assert!(server.api_lines().is_empty());
    page.button(sentences::SIGN_IN).click();
    page.sees(sentences::PASTE_A_TOKEN_FIRST);
    give(&page, &server, "maintainer-token");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("Mara Maintainer");
    page.go(&server.at_gitlab("101"));
    page.heading("Shop / Web / Website").appears();
    let requests = of_the_api(&server);
    assert!(requests.len() > 3, "{requests:?}");
    for request in requests {
        assert_eq!(request.authorization.as_deref(), Some("Bearer maintainer-token"), "{}", request.line);
        assert!(!request.text.contains("\"cookie\""), "{}", request.text);
        assert!(!request.line.contains("maintainer-token"), "{}", request.line);
    }
    page.keeps_nowhere("maintainer-token");
    page.shows_nowhere("maintainer-token");
    page.sign_out(&server);
    asks_for_a_token(&page, &server).without_text("Shop / Web / Website");
    give(&page, &server, "maintainer-token");
    page.heading("Shop / Web / Website").appears();
    page.reload();
    asks_for_a_token(&page, &server);
}

#[test]
fn a_token_that_gitlab_refuses_is_asked_for_again() {
    let server = Server::demo();
    let page = open_with_token(&server, "/gitlab");
    for (token, reason) in [
        ("wrong", "It may be mistyped, expired or revoked."),
        ("expired-token", "GitLab says: “Token is expired."),
        ("revoked-token", "GitLab says: “Token was revoked."),
    ] {
        give(&page, &server, token);
        page.alert("GitLab did not accept the token")
            .shows(reason)
            .shows("Enter another one: this page stays as it is.");
        page.shows_nowhere(token);
    }
    let alert = page.alert("GitLab did not accept the token").appears();
    give(&page, &server, "maintainer-token");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    alert.vanishes();
}

#[test]
fn jira_and_gitlab_have_tokens_of_their_own() {
    let server = Server::demo();
    let config = json!({ "jira": { "auth": "token" }, "gitlab": { "auth": "token" } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    let page = server.open("/integrations");
    page.role("heading").named_like("Sign in to").appears();
    give(&page, &server, "admin-token");
    page.link("platform-core").appears();
    page.link(sentences::GITLAB).click();
    asks_for_a_token(&page, &server);
    assert!(server.api_lines().is_empty(), "{:?}", server.api_lines());
    give(&page, &server, "maintainer-token");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("Mara Maintainer");
    page.sign_out(&server);
    asks_for_a_token(&page, &server);
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.link("platform-core").appears();
    page.sees("Ada Administrator");
    for request in server.requests() {
        let vendor = if request.line.contains(" /api/") { "maintainer-token" } else { "admin-token" };
        let bearer = request.authorization.unwrap_or_default();
        assert!(bearer.is_empty() || bearer == format!("Bearer {vendor}"), "{}: {bearer}", request.line);
    }
}

#[test]
fn a_session_that_is_over_is_begun_anew_in_another_tab() {
    let server = Server::new().demo(1).signed_out().start();
    let page = server.open("/gitlab");
    page.alert("Sign in to GitLab").shows(sentences::NOBODY_YET).without_text("Your session has ended");
    page.link("Sign in to GitLab (opens a new tab)").click();
    page.in_the_new_tab(|page| {
        page.field("User name").fill("admin");
        page.field("Password").fill("admin");
        page.button(sentences::SIGN_IN).click();
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    });
    page.button(sentences::TRY_AGAIN).click();
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("Olga Owner");
}

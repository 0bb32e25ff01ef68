//! What a check tells of a server on another origin.

use patchbay_tests::sentences;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use patchbay_tests::{Fault, GitLab, Page, Server};
use serde_json::{Value, json};

use super::{at_place, card, configure, enter};

/// The connection page of a server elsewhere, from a page whose policy lets it connect to anything.
#[track_caller]
fn open_free<'s>(server: &'s Server, config: Value, place: &str) -> Page<'s> {
    configure(server, config);
    let page = Page::blank(server);
    page.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
    page.go(&at_place(place));
    page
}

#[test]
fn gitlab_lets_other_origins_in_with_a_token() {
    let (server, other) = (Server::demo(), Server::demo());
    let page = open_free(&server, json!({ "gitlab": { "url": other.origin() } }), &other.place());
    let gitlab = card(&page, "GitLab", &other.place());
    gitlab.shows(sentences::ALLOWS_OTHER_ORIGINS).shows(sentences::A_TOKEN_IS_NEEDED);
    enter(&page, &other.place(), sentences::ENTER_A_TOKEN, "maintainer-token");
    gitlab
        .shows("The token belongs to Mara Maintainer.")
        .shows(sentences::PROJECT_CAN_BE_READ)
        .shows(sentences::WORKS_FOR_READING);
    page.complains_of(&["401 (Unauthorized)", "404 (Not Found)"]);
}

/// Answers every request with what this makes of its head, or cuts the connection. Gives its place.
fn answering(answer: impl Fn(&str) -> Option<String> + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let lines = BufReader::new(&stream).lines().map_while(Result::ok);
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            if let Some(answer) = answer(&head.join("\n").to_lowercase()) {
                let rest =
                    "Content-Type: application/json\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
                // A browser that has gone away is none of our business.
                let _ = write!(&stream, "HTTP/1.1 {answer}\r\n{rest}");
            }
        }
    });
    place
}

fn has_token(head: &str) -> bool {
    head.contains("\nauthorization:")
}

fn open_to_all(status: &str) -> String {
    format!("{status}\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: *, Authorization")
}

/// As a Jira does: without a word about other origins.
fn closed_mouthed() -> String {
    answering(|_| Some("200 OK".to_owned()))
}

/// As a proxy does that adds the headers of CORS to all but refusals.
fn forgetful() -> String {
    answering(|head| {
        Some(if has_token(head) { "401 Unauthorized".to_owned() } else { open_to_all("200 OK") })
    })
}

#[test]
fn jira_answers_but_cors_keeps_the_answer() {
    let (server, place) = (Server::demo(), closed_mouthed());
    let config = json!({ "jira": { "url": format!("http://{place}"), "auth": "token" } });
    let page = open_free(&server, config, &place);
    card(&page, "Jira", &place)
        .shows(&format!("Something answers at {place}."))
        .shows("The browser does not let this page read the answer.")
        .shows(sentences::BLOCKED_BY_CORS)
        .shows(&format!("it does not allow pages of {} to read its answers", server.origin()))
        .shows("This is almost certain")
        .shows("The sure way: deliver Patchbay and Jira from one origin.")
        .shows(&format!("Access-Control-Allow-Origin: {}", server.origin()))
        .shows("Jira’s own allowlist is not enough");
    page.is_accessible("blocked by CORS");
    page.complains_of(&["blocked by CORS policy", "Failed to load resource"]);
}

#[test]
fn a_gitlab_behind_something_that_takes_its_headers_away() {
    let (server, place) = (Server::demo(), closed_mouthed());
    let page = open_free(&server, json!({ "gitlab": { "url": format!("http://{place}") } }), &place);
    card(&page, "GitLab", &place)
        .shows(sentences::BLOCKED_BY_CORS)
        .shows("GitLab lets pages of every origin use its REST API with a token.")
        .shows(&format!("it must pass on OPTIONS and Access-Control-* for http://{place}/api/ unchanged"));
    page.complains_of(&["blocked by CORS policy", "Failed to load resource"]);
}

#[test]
fn a_newer_gitlab_elsewhere_works_altogether() {
    let (server, other) = (Server::demo(), Server::new().demo(3).gitlab(GitLab::V17_9).start());
    let page = open_free(&server, json!({ "gitlab": { "url": other.origin() } }), &other.place());
    enter(&page, &other.place(), sentences::ENTER_A_TOKEN, "maintainer-token");
    card(&page, "GitLab", &other.place())
        .shows(sentences::ALLOWS_OTHER_ORIGINS)
        .shows("It is GitLab 17.9.0-ee.")
        .shows(sentences::TOKEN_MAY_CHANGE_INTEGRATIONS)
        .shows(sentences::GITLAB_HAS_EVERYTHING);
    page.complains_of(&["401 (Unauthorized)"]);
}

/// A Jira whose allowlist lets pages read what anybody may, but that does not answer what browsers ask before a token.
#[test]
fn a_jira_that_no_token_gets_through_to() {
    let (server, other) = (Server::demo(), Server::demo());
    let info = json!({ "version": "10.3.0", "baseUrl": other.origin() });
    other.disturb("GET /rest/api/2/serverInfo", Fault::Answer(200, info));
    let config = json!({ "jira": { "url": other.origin(), "auth": "token" } });
    let page = open_free(&server, config, &other.place());
    enter(&page, &other.place(), sentences::ENTER_A_TOKEN, "admin-token");
    card(&page, "Jira", &other.place())
        .shows("It is Jira 10.3.0.")
        .shows(sentences::REQUEST_IS_BLOCKED)
        .shows(sentences::THE_TOKEN_IS_BLOCKED_BY_CORS)
        .shows(&format!("whether pages of {} may send the header Authorization", server.origin()))
        .shows("The sure way: deliver Patchbay and Jira from one origin.")
        .shows("Jira’s own allowlist is not enough");
    page.complains_of(&["blocked by CORS policy", "Failed to load resource"]);
}

#[test]
fn a_token_that_no_preflight_lets_pass_is_told() {
    let (server, other) = (Server::demo(), Server::demo());
    other.disturb("OPTIONS /api/v4/user", Fault::Answer(403, json!({})));
    let page = open_free(&server, json!({ "gitlab": { "url": other.origin() } }), &other.place());
    enter(&page, &other.place(), sentences::ENTER_A_TOKEN, "maintainer-token");
    card(&page, "GitLab", &other.place())
        .shows(sentences::REQUEST_IS_BLOCKED)
        .shows(sentences::THE_TOKEN_IS_BLOCKED_BY_CORS)
        .shows("it must pass on OPTIONS and Access-Control-*")
        .shows("If another token works, this one was refused, and the refusal came without the headers");
    page.complains_of(&["401 (Unauthorized)", "blocked by CORS policy", "Failed to load resource"]);
}

#[test]
fn a_refusal_without_the_headers_of_cors_may_be_the_tokens_fault() {
    let (server, place) = (Server::demo(), forgetful());
    let page = open_free(&server, json!({ "gitlab": { "url": format!("http://{place}") } }), &place);
    enter(&page, &place, sentences::ENTER_A_TOKEN, "maintainer-token");
    card(&page, "GitLab", &place)
        .shows(sentences::ALLOWS_OTHER_ORIGINS)
        .shows(sentences::THE_TOKEN_IS_BLOCKED_BY_CORS)
        .shows("Most likely the browser asks first")
        .shows("If another token works, this one was refused");
    page.complains_of(&["blocked by CORS policy", "Failed to load resource"]);
}

#[test]
fn a_connection_that_breaks_off_is_no_matter_of_cors() {
    let cut = AtomicBool::new(false);
    let place = answering(move |head| {
        cut.fetch_or(has_token(head), Ordering::Relaxed);
        (!cut.load(Ordering::Relaxed)).then(|| open_to_all("200 OK"))
    });
    let server = Server::demo();
    let page = open_free(&server, json!({ "gitlab": { "url": format!("http://{place}") } }), &place);
    enter(&page, &place, sentences::ENTER_A_TOKEN, "maintainer-token");
    card(&page, "GitLab", &place)
        .shows(sentences::NEXT_REQUEST_NOT_ANSWERED)
        .shows(sentences::CANNOT_BE_REACHED);
    page.complains_of(&["Failed to load resource"]);
}

#[test]
fn nothing_at_a_closed_port() {
    let server = Server::demo();
    // Bound and given back: nobody else gets it so soon.
    let place = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let page = open_free(&server, json!({ "gitlab": { "url": format!("http://{place}") } }), &place);
    card(&page, "GitLab", &place)
        .shows(&format!("Nothing answers at {place}."))
        .shows(sentences::CANNOT_BE_REACHED)
        .shows("This is likely, not certain")
        .shows("A warning about the certificate");
    page.link(&format!("Open {place} (opens a new tab)")).has("href", &format!("http://{place}/"));
    configure(&server, json!({ "jira": { "url": format!("http://{place}"), "auth": "token" } }));
    page.reload();
    card(&page, "Jira", &place)
        .shows(&format!("Nothing answers at {place}."))
        .shows(sentences::CANNOT_BE_REACHED)
        .shows("Otherwise serve Patchbay from the origin of Jira.");
    page.complains_of(&["ERR_CONNECTION_REFUSED"]);
}

#[test]
fn the_pages_own_policy_is_told_from_a_network_that_is_down() {
    let (server, other) = (Server::demo(), Server::demo());
    configure(&server, json!({ "gitlab": { "url": other.origin() } }));
    let page = server.open(&at_place(&other.place()));
    card(&page, "GitLab", &other.place())
        .shows("This page’s own policy forbids the request.")
        .shows("Blocked by this page’s own Content-Security-Policy")
        .shows(&format!("Add {} to connect-src", other.origin()));
    assert_eq!(other.api_lines(), Vec::<String>::new());
    page.complains_of(&["Content Security Policy"]);
}

//! GitLab's lists with odd entries, and numbers that agree with what is shown.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Server, Width};
use serde_json::{Value, json};

use super::form::WEBSITE;

const ACTIVE: &str = "GET /api/v4/projects/101/integrations";
const PROJECTS: &str = "GET /api/v4/projects";

fn active(entries: Value) -> Server {
    let server = Server::demo();
    server.disturb(ACTIVE, Fault::Answer(200, entries));
    server
}

#[test]
fn an_integration_that_cannot_be_read_hides_no_other() {
    for odd in [
        json!({"id": 5, "title": "Lost", "token": "s3cret-token"}),
        json!({"slug": null, "properties": {"webhook": "https://x.example/s3cret-token"}}),
        json!({"slug": 7}),
        json!({"slug": ""}),
        json!(null),
        json!("jira"),
        json!([{"slug": "jira", "password": "s3cret-token"}]),
    ] {
        let jira = json!({"slug": "jira", "title": "Jira", "active": true});
        let server = active(json!([odd, jira, {"slug": "discord", "active": true}]));
        let page = server.open(&server.at_gitlab(WEBSITE));
        let part = page.role("region").named("Active");
        part.shows("2 integrations").shows("1 entry could not be read").shows("Discord");
        page.role("summary").named("Show what GitLab sent").click();
        let json = page.run("return document.querySelector('pre').textContent", Vec::new());
        let json = json.as_str().unwrap();
        assert!(!json.contains("s3cret-token") && serde_json::from_str::<Value>(json).is_ok(), "{json}");
    }
}

#[test]
fn entries_with_the_same_name_are_shown_apart_also_after_reading_again() {
    let slack = json!({"slug": "slack", "title": "Slack", "active": true});
    let other = json!({"slug": "slack", "title": "Slack", "active": true, "push_events": true});
    let server = active(json!([slack, {"slug": "jira"}, other, slack]));
    let page = server.open(&server.at_gitlab(WEBSITE));
    for _ in 0..3 {
        let part = page.role("region").named("Active");
        part.shows("4 integrations")
            .shows("entry 1 of 3 with this name")
            .shows("entry 2 of 3 with this name")
            .shows("entry 3 of 3 with this name");
        let lines = page.run("return document.querySelectorAll('ul.lines > li').length", Vec::new());
        assert_eq!(lines, 4);
        page.button("Refresh").click();
    }
}

#[test]
fn an_answer_that_nests_too_deeply_is_no_login_page() {
    let server = Server::demo();
    let deep = format!("[{{\"slug\": \"jira\", \"x\": {}{}}}]", "[".repeat(5_000), "]".repeat(5_000));
    server.disturb(ACTIVE, Fault::Text(deep));
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.alert("GitLab’s answer could not be read").appears();
    page.sees("more than 127 levels deep").without_text("login page");
}

#[test]
fn numbers_agree_with_what_is_listed() {
    let app = json!({"id": 7, "name": "App", "path_with_namespace": "acme/app"});
    for (answer, number, said) in [
        (json!([]), "0 projects", sentences::NO_PROJECT_MATCHES),
        (json!([app]), "1 project", "acme/app"),
        (json!([app, {"name": "no number"}, null]), "1 project", "2 entries could not be read"),
        (json!([{"name": "no number"}]), "0 projects", "1 entry could not be read"),
        (json!([app, app]), "2 projects", "GitLab lists these more than once: #7."),
    ] {
        let server = Server::demo();
        server.disturb(PROJECTS, Fault::Answer(200, answer.clone()));
        let page = server.open("/gitlab?q=app");
        page.sees(said);
        let text = page.text();
        assert!(text.contains(number), "{answer}: {text}");
        let is_odd = said.contains("could not be read");
        assert!(!(is_odd && text.contains(sentences::NO_PROJECT_MATCHES)), "{answer}: {text}");
    }
}

#[test]
fn long_names_fit() {
    let (word, words) = ("x".repeat(10_000), "word ".repeat(2_000));
    let entry = |id: u64, name: &str| {
        json!({"id": id, "name": name, "path_with_namespace": name,
        "name_with_namespace": name})
    };
    let server = Server::demo();
    server.disturb(
        PROJECTS,
        Fault::Answer(200, json!([entry(7, &word), entry(8, &words), entry(9, &"y".repeat(1_000_000))])),
    );
    server.disturb("GET /api/v4/projects/7", Fault::Answer(200, entry(7, &word)));
    let list = json!([{"slug": "new-one", "title": word}, {"slug": word, "title": words}]);
    server.disturb("GET /api/v4/projects/7/integrations", Fault::Answer(200, list));
    let page = server.open("/gitlab");
    for route in ["/gitlab", "7", "/gitlab"] {
        let route = if route == "/gitlab" { route.to_owned() } else { server.at_gitlab("7") };
        page.go(&route);
        page.sees("xxxxxxxx");
        for width in [Width::Wide, Width::Narrow] {
            page.show_at(width);
            page.fits_sideways();
        }
        page.show_at(Width::Wide);
    }
}

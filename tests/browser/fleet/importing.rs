//! Looking for the projects of a file: four at a time, as GitLab asks, and until it is stopped.

use patchbay_tests::{Fault, Page, Server, sentences};
use serde_json::json;

use super::today;

/// The paths in the file.
const PATHS: [&str; 6] = ["website", "checkout", "search-page", "account-pages", "nowhere", "nothing"];

/// The requests that look for a project.
fn looked_for(server: &Server) -> usize {
    let is_project =
        |line: &String| line.starts_with("GET /api/v4/projects/") && !line.contains("/integrations");
    server.api_lines().into_iter().filter(is_project).count()
}

/// A file that names these projects by their paths is compared.
#[track_caller]
fn compare(page: &Page<'_>) {
    let home = |name: &&str| {
        json!({ "level": "project", "path": format!("shop/web/{name}"),
            "integrations": [{ "slug": "slack", "active": true, "settings": { "channel": "imported" } }] })
    };
    let projects: Vec<_> = PATHS.iter().map(home).collect();
    let file = json!({ "patchbay": "gitlab-integrations", "version": 1, "homes": projects });
    page.field(sentences::OR_PASTE_ITS_TEXT).fill(&file.to_string());
    page.button(sentences::COMPARE_WITH_GITLAB).click();
}

#[test]
fn four_are_looked_for_at_a_time_and_it_can_be_stopped() {
    let server = today();
    for name in PATHS {
        server.disturb(&format!("GET /api/v4/projects/shop%2Fweb%2F{name}"), Fault::Held);
    }
    let page = server.open(&server.at_gitlab("plan/import"));
    server.forget();
    compare(&page);
    page.sees("Projects and groups looked for: 0 of 6");
    page.becomes("four requests on their way", || looked_for(&server) == 4);
    page.is_accessible("looking for the projects of a file");
    page.button("Stop").click();
    server.heal();
    page.sees("Projects and groups looked for: 4 of 6");
    assert_eq!(looked_for(&server), 4);
    page.button("Continue").click();
    // Two are not here.
    page.sees("2 entries of the file could not be compared.");
    assert_eq!(looked_for(&server), 6);
}

#[test]
fn a_busy_gitlab_is_waited_for_as_long_as_it_says() {
    for (fault, wait) in [
        (Fault::TooMany(90), "GitLab asks to slow down. Continuing in 90 s."),
        (Fault::Answer(429, json!({})), "GitLab asks to slow down. Continuing in 1 s."),
        (Fault::Answer(503, json!({})), "GitLab is not available at the moment. Continuing in 1 s."),
    ] {
        let server = today();
        server.disturb("GET /api/v4/projects/shop%2Fweb%2Fwebsite", fault);
        let page = server.open(&server.at_gitlab("plan/import"));
        compare(&page);
        page.sees(wait);
        server.heal();
        page.button("Stop").click();
        page.button("Continue").click();
        page.sees("2 entries of the file could not be compared.");
    }
}

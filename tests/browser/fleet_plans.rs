//! Plans for many GitLab projects and groups: one integration is set up, changed, disabled and told to inherit in all of them.

use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Page, Server};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const WEBHOOK: &str = "https://hooks.slack.com/services/T0/B0/canary-5d1e-s3cret";

/// Chooses these in the table, then what is done with them.
#[track_caller]
fn choose<'s>(server: &'s Server, ids: &[u64], what: &str) -> Page<'s> {
    let list: Vec<String> = ids.iter().map(u64::to_string).collect();
    let page = server.open(&server.at_gitlab(&format!("fleet?list={}", list.join(","))));
    page.button(sentences::READ_ALL_AGAIN).appears();
    page.role("checkbox").named(sentences::SELECT_ALL_SHOWN).click();
    page.link(what).click();
    page
}

/// The numbers of projects that a maintainer may change.
#[track_caller]
fn projects(server: &Server, count: usize) -> Vec<u64> {
    let path = format!("/projects?membership=true&min_access_level=40&archived=false&per_page={count}");
    let list = server.ask_gitlab("GET", &path, None);
    let ids: Vec<u64> = list.as_array().unwrap().iter().map(|one| one["id"].as_u64().unwrap()).collect();
    assert_eq!(ids.len(), count);
    ids
}

/// The end of a run.
#[track_caller]
fn ends(page: &Page<'_>) {
    page.becomes("the end of the run", || page.text().contains("Close plan"));
}

#[track_caller]
fn report(page: &Page<'_>) -> Value {
    let downloads = page.keeps_downloads();
    page.button("Download report").click();
    page.role("menuitem").named("As JSON").click();
    downloads.json("patchbay-report.json")
}

/// Each step of the report says what the server has. Gives how many were not done.
#[track_caller]
fn agrees(server: &Server, report: &Value, ids: &[u64], channel: &str) -> usize {
    let steps = report["steps"].as_array().unwrap();
    let mut failed = 0;
    let mut seen = BTreeSet::new();
    for step in steps {
        let parts: Vec<&str> = step["key"].as_str().unwrap().split('/').collect();
        assert_eq!((parts[0], parts[2], parts[3]), ("projects", "integrations", "slack"), "{step}");
        let id: u64 = parts[1].parse().unwrap();
        assert!(seen.insert(id), "{step}");
        let has = server.active_in(id).iter().any(|slug| slug == "slack")
            && server.integration_of(id, "slack")["properties"]["channel"] == channel;
        match step["state"].as_str().unwrap() {
            "done" => assert!(has, "{step}"),
            "failed" => {
                assert!(!has, "{step}");
                failed += 1;
            }
            other => panic!("{other}: {step}"),
        }
    }
    assert_eq!(seen, ids.iter().copied().collect());
    failed
}

/// 120 projects on servers of three versions, each of which fails at one change in twenty: refused, done but answered with
/// an error, or done without an answer. What failed is done again until nothing is left.
#[test]
fn slack_is_set_up_in_a_hundred_and_twenty_projects_of_three_versions() {
    for version in [GitLab::V14_8, GitLab::V17_9, GitLab::V19_5] {
        let fault = |every: u32, more: (&str, Value)| {
            json!({ "api": "gitlab", "method": "PUT", "path": "/projects/*/integrations/*", "every": every, more.0: more.1,
                "status": 500 })
        };
        let faults = json!([
            fault(20, ("body", json!({ "message": "500 Internal Server Error" }))),
            fault(33, ("done", json!(true))),
        ]);
        let server = Server::new().gitlab(version).faults(&faults).start();
        let ids = projects(&server, 40);
        let page = choose(&server, &ids, "Set up…");
        page.link("Slack notifications").click();
        page.field("Webhook").fill(WEBHOOK);
        page.field("Default channel").fill("fleet");
        page.button(sentences::SHOW_THE_PLAN).click();
        page.heading("Set up Slack notifications in 40 projects").appears();
        page.sees("nothing was sent yet");
        page.sees("Goes first");
        let apply = page.role("button").named_like("Apply to");
        assert_eq!(server.writes(), []);
        apply.click();
        page.role("button").named_like("Continue with").click();
        ends(&page);
        let mut failed = agrees(&server, &report(&page), &ids, "fleet");
        assert!(failed > 0, "no fault was met");
        let mut times = 0;
        while failed > 0 {
            page.role("button").named_like("Retry").click();
            ends(&page);
            failed = agrees(&server, &report(&page), &ids, "fleet");
            times += 1;
            assert!(times < 10, "{failed} are left");
        }
        page.shows_nowhere("canary-5d1e");
        page.keeps_nowhere("canary-5d1e");
        page.complains_of(&["500"]);
    }
}

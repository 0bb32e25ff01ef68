//! Plans for many GitLab projects and groups: one integration is set up, changed, disabled and told to inherit in all of them.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Page, Server};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const WEBHOOK: &str = "https://hooks.slack.com/services/T0/B0/canary-5d1e-s3cret";

/// Chooses these in the table, then what is done with them.
#[track_caller]
fn choose<'s>(server: &'s Server, ids: &[u64], what: &str) -> Page<'s> {
    let list: Vec<String> = ids.iter().map(u64::to_string).collect();
    let page = server.open(&server.at_gitlab(&format!("fleet?list={}", list.join(","))));
    page.button(sentences::READ_ALL_AGAIN).appears();
    page.role("checkbox").named_like("Select all").click();
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

/// The channel that Slack posts to, by project, of the rows in the database in which it is active.
fn stored(database: &Path) -> BTreeMap<u64, String> {
    let connection = Connection::open(database).unwrap();
    let mut rows = connection
        .prepare(
            "SELECT holder_id, coalesce(settings ->> 'channel', '') FROM gitlab_integration
             WHERE holder = 'project' AND slug = 'slack' AND active",
        )
        .unwrap();
    let rows = rows.query_map([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Each step of the report says what the database has, row by row. Gives how many were not done.
#[track_caller]
fn agrees(database: &Path, report: &Value, ids: &[u64], channel: &str) -> usize {
    let rows = stored(database);
    let mut failed = 0;
    let mut seen = BTreeSet::new();
    for step in report["steps"].as_array().unwrap() {
        let parts: Vec<&str> = step["key"].as_str().unwrap().split('/').collect();
        assert_eq!((parts[0], parts[2], parts[3]), ("projects", "integrations", "slack"), "{step}");
        let id: u64 = parts[1].parse().unwrap();
        assert!(seen.insert(id), "{step}");
        let has = rows.get(&id).is_some_and(|posts_to| posts_to == channel);
        if step["state"] == "failed" {
            // Without an answer, and with what GitLab ignores: neither as before nor as asked.
            assert!(!has || step["result"] == "Different", "{step}");
            failed += 1;
        } else {
            // GitLab 14.8 ignores some events, and the report says so.
            assert!(step["state"] == "done" || step["state"] == "done, but different", "{step}");
            assert!(has, "{step}");
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
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("sandbox.sqlite");
        let server = Server::new().gitlab(version).faults(&faults).database(&database).start();
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
        let mut failed = agrees(&database, &report(&page), &ids, "fleet");
        assert!(failed > 0, "no fault was met");
        let mut times = 0;
        while failed > 0 {
            page.role("button").named_like("Retry").click();
            ends(&page);
            failed = agrees(&database, &report(&page), &ids, "fleet");
            times += 1;
            assert!(times < 10, "{failed} are left");
        }
        page.shows_nowhere("canary-5d1e");
        page.keeps_nowhere("canary-5d1e");
        page.complains_of(&["404", "500"]);
    }
}

/// Slack in these projects, with this channel.
#[track_caller]
fn set_up(server: &Server, ids: &[u64], channel: &str) {
    for id in ids {
        server.put_integration(*id, "slack", &json!({ "webhook": WEBHOOK, "channel": channel }));
    }
    server.forget();
}

fn channel(server: &Server, id: u64) -> Value {
    server.integration_of(id, "slack")["properties"]["channel"].clone()
}

/// Adds a setting on the page that changes settings, and what is done with it.
#[track_caller]
fn add(page: &Page<'_>, setting: &str, what: &str) {
    let select = |list: &str, option: &str| {
        let id = page.role("combobox").named(list).attribute("id").unwrap();
        let script = "
            const list = tree.querySelector(`[id='${arguments[0]}']`);
            list.value = [...list.options].find((one) => one.label === arguments[1]).value;
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        page.run(script, vec![json!(id), json!(option)]);
    };
    select(sentences::SETTING_TO_CHANGE, setting);
    page.button(sentences::ADD_SETTING).click();
    page.role("region").named(setting).appears();
    select(&format!("What to do with {setting}"), what);
}

/// A GitLab of today.
fn today() -> Server {
    Server::new().gitlab(GitLab::V19_5).start()
}

#[test]
fn a_channel_is_changed_where_it_is_and_changed_back() {
    let server = today();
    let ids = projects(&server, 4);
    set_up(&server, &ids[..2], "old");
    set_up(&server, &ids[2..3], "other");
    let page = choose(&server, &ids, "Change…");
    page.link("Slack notifications").click();
    page.sees("4 projects chosen.");
    page.is_accessible("changing one integration in many");
    add(&page, "Default channel", "Replace text in");
    page.field("Default channel: text to replace").fill("old");
    page.field("Default channel: replace it with").fill("new");
    page.field("Webhook").fill(WEBHOOK);
    page.sees("Changes 2 of 4 integrations. 2 stay as they are.");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Change Slack notifications in 4 projects").appears();
    page.sees("2 to change · 2 unchanged");
    assert_eq!(server.writes(), []);
    page.button("Apply to 2").click();
    page.alert("is done").shows(sentences::GITLAB_CANNOT_TEST_SECRETS);
    page.button("Continue with 1").click();
    ends(&page);
    let now: Vec<Value> = ids[..3].iter().map(|id| channel(&server, *id)).collect();
    assert_eq!(now, [json!("new"), json!("new"), json!("other")]);
    page.shows_nowhere("canary-5d1e");

    // GitLab has forgotten nothing but tells no secret: it is asked for once, for both.
    page.link(sentences::PLAN_THE_REVERSE).click();
    page.heading(sentences::PLAN_THE_REVERSE).appears();
    page.sees("For 2 projects and groups.");
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Reverse: Change Slack notifications in 4 projects").appears();
    page.button("Apply to 2").click();
    page.button("Continue with 1").click();
    ends(&page);
    let now: Vec<Value> = ids[..3].iter().map(|id| channel(&server, *id)).collect();
    assert_eq!(now, [json!("old"), json!("old"), json!("other")]);
    page.keeps_nowhere("canary-5d1e");
}

#[test]
fn what_is_disabled_is_set_up_again_by_the_way_back() {
    let server = today();
    let ids = projects(&server, 3);
    set_up(&server, &ids[..2], "ops");
    let page = choose(&server, &ids, "Disable…");
    page.link("Slack notifications").click();
    page.sees("It is active in 2 of them.");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Disable Slack notifications in 3 projects").appears();
    page.sees("2 to change · 1 unchanged");
    page.button("Apply to 2").click();
    ends(&page);
    assert!(ids.iter().all(|id| !server.active_in(*id).contains(&"slack".to_owned())));
    page.link(sentences::PLAN_THE_REVERSE).click();
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 2").click();
    page.button("Continue with 1").click();
    ends(&page);
    assert_eq!(
        ids[..2].iter().map(|id| channel(&server, *id)).collect::<Vec<_>>(),
        [json!("ops"), json!("ops")]
    );
    assert!(!server.active_in(ids[2]).contains(&"slack".to_owned()));
}

#[test]
fn a_project_with_its_own_settings_uses_those_of_its_group_again() {
    let server = Server::new().demo(1).gitlab(GitLab::V19_5).start();
    let id = server.project("platform/cloud/base-images");
    let own = json!({ "webhook": WEBHOOK, "channel": "own-channel", "use_inherited_settings": false });
    server.put_integration(id, "slack", &own);
    let page = choose(&server, &[id], "Use inherited settings…");
    page.link("Slack notifications").click();
    page.sees("It has settings of its own in 1 of them.");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 1").click();
    ends(&page);
    assert_eq!(server.integration_of(id, "slack")["inherited"], true);
}

#[test]
fn what_cannot_be_changed_is_a_problem_before_anything_is_sent() {
    let server = today();
    let list = server.ask_gitlab("GET", "/projects?membership=true&archived=true&per_page=1", None);
    let archived = list[0]["id"].as_u64().unwrap();
    let mut ids = projects(&server, 2);
    ids.push(archived);
    let page = choose(&server, &ids, "Set up…");
    page.link("Slack notifications").click();
    page.field("Webhook").fill(WEBHOOK);
    page.is_accessible("setting up one integration in many");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("2 to change · 1 with a problem");
    page.sees("▲ Problem");
    page.is_accessible("a plan for GitLab");
    page.button("Apply to 2").click();
    page.button("Continue with 1").click();
    ends(&page);
    assert!(!server.writes().iter().any(|(line, _)| line.contains(&format!("/projects/{archived}/"))));
}

/// Who may not change them is told before a form is filled in.
#[test]
fn what_cannot_be_read_is_told_before_there_is_a_form() {
    let server = today();
    let ids = projects(&server, 3);
    let refused = Fault::Answer(403, json!({ "message": "403 Forbidden" }));
    for id in &ids[1..] {
        server.disturb(&format!("GET /api/v4/projects/{id}/integrations/slack"), refused.clone());
    }
    let page = choose(&server, &ids, "Set up…");
    page.link("Slack notifications").click();
    page.sees("2 projects cannot be changed");
    page.sees("You are not allowed to do this");
    page.sees("3 projects chosen.");
    page.field("Webhook").fill(WEBHOOK);
    page.is_accessible("a form for those that can be read");
    server.disturb(&format!("GET /api/v4/projects/{}/integrations/slack", ids[0]), refused);
    let page = choose(&server, &ids, "Set up…");
    page.link("Slack notifications").click();
    page.sees("3 projects cannot be changed");
    page.role("main").appears().without(&page.button(sentences::SHOW_THE_PLAN));
    page.is_accessible("none that can be read");
}

#[test]
fn an_export_is_compared_and_applied() {
    let server = today();
    let ids = projects(&server, 3);
    set_up(&server, &ids, "ops");
    let page = choose(&server, &ids, "Export…");
    page.sees("3 active integrations are read.");
    let downloads = page.keeps_downloads();
    page.button("Save file").click();
    page.becomes("a saved file", || page.text().contains("3 integrations saved in"));
    let name =
        page.text().split("saved in ").nth(1).unwrap().split(".json").next().unwrap().to_owned() + ".json";
    let file = downloads.text(&name);
    assert!(!file.contains("s3cret"));

    page.link(sentences::IMPORT_A_FILE).click();
    page.field(sentences::OR_PASTE_ITS_TEXT).fill(&file);
    page.button(sentences::COMPARE_WITH_GITLAB).click();
    page.alert("All 3 integrations are as in the file.").appears();

    server.put_integration(ids[1], "slack", &json!({ "webhook": WEBHOOK, "channel": "drifted" }));
    server.forget();
    page.field(sentences::OR_PASTE_ITS_TEXT).fill(&file);
    page.button(sentences::COMPARE_WITH_GITLAB).click();
    page.alert("1 of 3 differs from the file.").appears();
    page.is_accessible("a file of a fleet");
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("1 to change · 2 unchanged");
    page.button("Apply to 1").click();
    ends(&page);
    assert_eq!(channel(&server, ids[1]), json!("ops"));

    // A file with a mistake is used in no part.
    page.go(&server.at_gitlab("plan/import"));
    page.field(sentences::OR_PASTE_ITS_TEXT).fill("{\"patchbay\": 7}");
    page.button(sentences::COMPARE_WITH_GITLAB).click();
    page.alert(sentences::THE_FILE_CANNOT_BE_USED)
        .shows("Line 1, column 14: This is a file of something else.");
}

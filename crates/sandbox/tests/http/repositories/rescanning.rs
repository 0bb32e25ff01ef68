//! What a change of the settings that say where an integration looks does at the next indexing, and not before.

use serde_json::{Value, json};

use super::{at_once, id};
use crate::running::{INTEGRATION, Running};

fn names(server: &Running, integration: i64) -> Vec<String> {
    let tracked = server.tracked(integration);
    tracked.iter().map(|one| one["displayName"].as_str().unwrap().to_owned()).collect()
}

fn put(server: &Running, integration: i64, body: &Value) {
    let answer = server.ask("PUT", &format!("{INTEGRATION}/{integration}")).json(body).send();
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[test]
fn a_new_integration_tracks_nothing_until_it_is_indexed() {
    let server = at_once();
    let added = server.add("one");
    assert_eq!(server.repositories(), Vec::<Value>::new());
    let thread = server.reindex(added);
    assert_eq!(server.progress(&thread)["finished"], true);
    let tracked = server.tracked(added);
    assert!(tracked.len() >= 30 && tracked.iter().all(|one| one["lastIndexedDate"].is_i64()));
    assert!(server.one(added)["lastIndexedDate"].is_i64());
}

#[test]
fn a_filter_drops_repositories_and_gives_them_back() {
    let server = at_once();
    let added = server.add("one");
    server.reindex(added);
    let all = names(&server, added);
    let git: Vec<String> = all.iter().filter(|name| name.contains("or")).cloned().collect();
    assert!(!git.is_empty() && git.len() < all.len());
    put(&server, added, &json!({ "apiFilter": "[?contains(name, 'or')]" }));
    assert_eq!(names(&server, added), all, "nothing happens before the next indexing");
    server.reindex(added);
    assert_eq!(names(&server, added), git);
    put(&server, added, &json!({ "apiFilter": "" }));
    server.reindex(added);
    assert_eq!(names(&server, added), all);
}

#[test]
fn what_was_set_of_a_repository_survives_a_scan_that_finds_it() {
    let server = at_once();
    let added = server.add("one");
    server.reindex(added);
    let number = id(&server.tracked(added)[2]);
    server.disable(number, true);
    server.reindex(added);
    let same = server.tracked(added).into_iter().find(|one| id(one) == number).unwrap();
    assert_eq!(same["disabled"], true);
}

#[test]
fn another_path_of_the_api_tracks_other_repositories() {
    let server = at_once();
    let added = server.add("one");
    server.reindex(added);
    let before = server.tracked(added);
    put(&server, added, &json!({ "apiPath": "/orgs/other/repos" }));
    server.reindex(added);
    let after = server.tracked(added);
    assert!(after.iter().all(|one| one["group"] == "other"));
    assert!(before.iter().all(|one| one["group"] == "acme"));
}

#[test]
fn a_filter_that_gives_no_repositories_fails_and_drops_none() {
    let server = at_once();
    let added = server.add("one");
    server.reindex(added);
    let before = names(&server, added);
    put(&server, added, &json!({ "apiFilter": "[].name" }));
    let thread = server.reindex(added);
    let over = server.progress(&thread);
    let why = over["errors"]["Scanning one"].as_str().unwrap();
    assert!(why.starts_with("apiFilter: "), "{why}");
    assert_eq!(names(&server, added), before);
    assert!(server.tracked(added).iter().all(|one| one["state"] == "ERROR"));
}

#[test]
fn what_was_tracked_before_a_change_is_what_the_settings_of_then_found() {
    let server = Running::with(patchbay_sandbox::Options { demo: 2, ..patchbay_sandbox::Options::default() });
    // Nobody has asked for its repositories yet.
    put(&server, 1, &json!({ "apiPath": "/orgs/other/repos" }));
    assert!(server.tracked(1).iter().all(|one| one["group"] == "platform"));
}

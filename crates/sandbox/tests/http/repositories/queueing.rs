//! The queue: its order, what is dropped, and what stops it.

use patchbay_sandbox::Gij;
use serde_json::{Value, json};

use super::{REINDEX, id, running};
use crate::running::{INTEGRATION, Running};

fn start(server: &Running, body: &Value) -> String {
    server.ask("POST", REINDEX).json(body).send().json()["threadId"].as_str().unwrap().to_owned()
}

#[test]
fn what_waits_already_is_not_queued_twice() {
    let server = running(Gij::V6_1, 3);
    let running = server.reindex(1);
    assert_eq!(server.progress(&running)["finished"], false);
    let waiting = server.reindex(2);
    assert_eq!(server.reindex(2), waiting);
    // The one that runs has begun with what was there before, so it may be asked for again.
    let again = server.reindex(1);
    assert_ne!(again, running);
    assert_eq!(server.reindex(1), again);
}

#[test]
fn one_after_the_other_and_the_highest_priority_first() {
    let server = running(Gij::V6_1, 8);
    let own: Vec<i64> = server.tracked(1).iter().map(id).take(4).collect();
    let first = start(&server, &json!({ "repoId": own[0] }));
    server.progress(&first);
    let low = start(&server, &json!({ "repoId": own[1], "priority": 1 }));
    let usual = start(&server, &json!({ "repoId": own[2] }));
    let high = start(&server, &json!({ "repoId": own[3], "priority": 25 }));
    let mut ended = Vec::new();
    for _ in 0..4 {
        server.paces(1);
        for (name, thread) in [("first", &first), ("low", &low), ("usual", &usual), ("high", &high)] {
            if server.progress(thread)["finished"] == true && !ended.contains(&name) {
                ended.push(name);
            }
        }
    }
    assert_eq!(ended, ["first", "high", "usual", "low"]);
}

#[test]
fn removing_an_integration_stops_it() {
    let server = running(Gij::V6_1, 3);
    let running = server.reindex(1);
    server.paces(7);
    server.progress(&running);
    let next = server.reindex(2);
    assert_eq!(server.ask("DELETE", &format!("{INTEGRATION}/1")).send().status, 200);
    let over = server.progress(&running);
    let errors: Vec<&Value> = over["errors"].as_object().unwrap().values().collect();
    assert_eq!((&over["finished"], errors), (&json!(true), vec![&json!("Canceled")]));
    assert_eq!(server.tracked(1), Vec::<Value>::new());
    // The next one begins right then.
    server.paces(1);
    assert_eq!(server.progress(&next)["messages"], json!({ "Scanning mobile": 20.0 }));
    assert_eq!(server.ask("DELETE", &format!("{INTEGRATION}/2")).send().status, 200);
    assert_eq!(server.progress(&next)["finished"], true);
}

#[test]
fn disabling_stops_it_since_4_23_and_not_before() {
    let server = running(Gij::V5_2, 2);
    let thread = server.reindex(1);
    server.paces(7);
    server.progress(&thread);
    server.disable(1, true);
    let over = server.progress(&thread);
    assert_eq!(over["finished"], true);
    assert!(over["errors"].as_object().unwrap().values().all(|why| why == "Canceled"));

    let server = running(Gij::V4_16, 2);
    let own = id(&server.tracked(1)[0]);
    server.ask("POST", "/rest/gitplugin/1.0/index").form(&format!("repoId={own}")).send();
    server.get(super::PROGRESS);
    server.disable(1, true);
    server.paces(1);
    let over = server.get(&format!("{}?repoId={own}", super::PROGRESS)).json();
    assert_eq!((&over["finished"], &over["errors"]), (&json!(true), &json!({})));
    assert_eq!(over["messages"].as_object().unwrap().len(), 1);
}

#[test]
fn what_is_disabled_is_passed_over() {
    let server = running(Gij::V6_1, 3);
    let disabled = server.all().into_iter().find(|one| one["disabled"] == true).unwrap();
    let thread = server.reindex(id(&disabled));
    server.paces(1);
    let over = server.progress(&thread);
    assert_eq!(
        (&over["finished"], &over["messages"], &over["errors"]),
        (&json!(true), &json!({}), &json!({}))
    );
    let own = id(&server.tracked(1)[0]);
    server.disable(own, true);
    let thread = server.reindex(1);
    server.paces(1_000);
    assert_eq!(server.progress(&thread)["finished"], true);
    let tracked = server.tracked(1);
    assert!(tracked[1]["lastIndexedDate"].as_i64() > tracked[0]["lastIndexedDate"].as_i64());
    assert_eq!(tracked[0]["disabled"], true);
}

#[test]
fn nothing_is_indexed_in_the_future() {
    let server = Running::with(patchbay_sandbox::Options {
        demo: 2,
        clock: || 1_790_000_000_000,
        pace: super::PACE,
        ..patchbay_sandbox::Options::default()
    });
    server.reindex(1);
    server.paces(1_000);
    assert_eq!(server.one(1)["lastIndexedDate"], 1_790_000_000_000_i64);
    assert_eq!(server.tracked(1)[0]["lastIndexedDate"], 1_790_000_000_000_i64);
}

//! Removing, at once or lingering as in a Jira whose indexing queue is long.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use patchbay_sandbox::Options;
use serde_json::json;

use crate::running::{INTEGRATION, Running};

#[test]
fn removes_at_once_with_or_without_its_files() {
    let server = Running::empty();
    for query in ["", "?deleteFiles=true", "?deleteFiles=false"] {
        let id = server.add("one");
        let answer = server.ask("DELETE", &format!("{INTEGRATION}/{id}{query}")).send();
        assert_eq!((answer.status, answer.json()), (200, json!({ "success": true })), "{query}");
        assert_eq!(server.get(&format!("{INTEGRATION}/{id}")).status, 404);
    }
    assert_eq!(server.all().len(), 0);
}

#[test]
fn never_uses_an_id_twice() {
    let server = Running::empty();
    let first = server.add("one");
    server.ask("DELETE", &format!("{INTEGRATION}/{first}")).send();
    assert_ne!(server.add("two"), first);
}

#[test]
fn answers_an_unknown_id_in_the_words_of_the_document() {
    let server = Running::empty();
    let answer = server.ask("DELETE", &format!("{INTEGRATION}/5?deleteFiles=true")).send();
    assert_eq!(answer.status, 404);
    let expected = json!({
        "success": false,
        "error": "Repository with id=5 does not exist",
        "advice": "Please try again with an existing repository id."
    });
    assert_eq!(answer.json(), expected);
}

#[test]
fn lingers_as_disabled_until_its_time_is_over() {
    static NOW: AtomicI64 = AtomicI64::new(1_000_000);
    let server = Running::with(Options {
        linger: Duration::from_secs(30),
        clock: || NOW.load(Ordering::SeqCst),
        ..Options::default()
    });
    let going = server.add("going");
    let staying = server.add("staying");
    assert_eq!(
        server.ask("DELETE", &format!("{INTEGRATION}/{going}")).send().json(),
        json!({ "success": true })
    );
    assert_eq!(server.one(going)["disabled"], true);
    assert_eq!(server.all().len(), 2);
    // For every change it is gone already.
    let enable = format!("/rest/gitplugin/1.0/repository/{going}/disable?disable=false");
    assert_eq!(server.ask("PUT", &enable).send().status, 404);
    assert_eq!(server.ask("PUT", &format!("{INTEGRATION}/{going}")).json(&json!({})).send().status, 404);
    assert_eq!(server.ask("DELETE", &format!("{INTEGRATION}/{going}")).send().status, 404);
    NOW.fetch_add(30_000, Ordering::SeqCst);
    assert_eq!(server.get(&format!("{INTEGRATION}/{going}")).status, 404);
    assert_eq!(server.all().iter().map(|one| one["id"].as_i64().unwrap()).collect::<Vec<_>>(), [staying]);
}

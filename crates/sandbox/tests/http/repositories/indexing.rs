//! "Reindex POST API" and "Reindex GET API": what is answered while something is indexed.

use patchbay_model::gij::reindex::read_progress;
use patchbay_sandbox::Gij;
use serde_json::json;

use super::{PROGRESS, REINDEX, id, refused, running};

#[test]
fn an_integration_is_scanned_and_its_repositories_are_indexed_one_by_one() {
    let server = running(Gij::V6_1, 2);
    let before = server.tracked(1);
    let answer = server.ask("POST", REINDEX).json(&json!({ "repoId": 1 })).send().json();
    assert_eq!((&answer["success"], &answer["finished"]), (&json!(true), &json!(false)));
    let thread = answer["threadId"].as_str().unwrap();
    assert_eq!(thread.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
    let first = server.progress(thread);
    assert_eq!((&first["finished"], &first["errors"]), (&json!(false), &json!({})));
    assert!(first["threadId"].is_u64(), "a number, as in the document: {first}");
    server.paces(1);
    let scanning = server.progress(thread);
    assert_eq!(scanning["messages"]["Scanning platform-core"], 20.0);
    assert_eq!(scanning["lastOperationPercent"], 20.0);
    server.paces(6);
    let indexing = server.progress(thread);
    let messages = indexing["messages"].as_object().unwrap();
    assert_eq!((messages.len(), &messages["Scanning platform-core"]), (4, &json!(100.0)));
    let name = |at: usize| format!("Indexing {}", before[at]["displayName"].as_str().unwrap());
    assert_eq!(
        (&messages[&name(0)], &messages[&name(1)], &messages[&name(2)]),
        (&json!(100.0), &json!(100.0), &json!(0.0))
    );
    let tracked = server.tracked(1);
    let states: Vec<&str> = tracked.iter().take(4).map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["UPDATED", "UPDATED", "SCANNING", "QUEUED"]);
    assert!(tracked[1]["lastIndexedDate"].as_i64() > before[1]["lastIndexedDate"].as_i64());
    assert_eq!(tracked[2]["lastIndexedDate"], before[2]["lastIndexedDate"]);
    let was = server.one(1)["lastIndexedDate"].as_i64();
    server.paces(1_000);
    let over = server.progress(thread);
    assert_eq!((&over["finished"], &over["lastOperationPercent"]), (&json!(true), &json!(100.0)));
    assert!(read_progress(&over).unwrap().went_well());
    assert!(server.one(1)["lastIndexedDate"].as_i64() > was);
    assert_eq!(server.tracked(1).len(), before.len());
}

#[test]
fn a_repository_alone_is_indexed_without_a_scan() {
    let server = running(Gij::V6_1, 2);
    let before = server.tracked(1);
    let was = server.one(1)["lastIndexedDate"].clone();
    let thread = server.reindex(id(&before[4]));
    server.paces(1);
    let over = server.progress(&thread);
    let text = format!("Indexing {}", before[4]["displayName"].as_str().unwrap());
    assert_eq!((&over["finished"], &over["messages"]), (&json!(true), &json!({ text: 100.0 })));
    let after = server.tracked(1);
    let changed: Vec<usize> = (0..before.len()).filter(|at| before[*at] != after[*at]).collect();
    assert_eq!((changed, server.one(1)["lastIndexedDate"].clone()), (vec![4], was));
}

#[test]
fn without_a_number_everything_that_is_enabled_is_indexed() {
    let server = running(Gij::V6_1, 25);
    let answer = server.ask("POST", REINDEX).send();
    assert_eq!(answer.status, 200);
    let thread = answer.json()["threadId"].as_str().unwrap().to_owned();
    server.paces(100_000);
    let over = read_progress(&server.progress(&thread)).unwrap();
    assert!(over.finished);
    // One host refuses, one has repositories that cannot be read.
    let refused = server.all().iter().filter(|one| one["disabled"] == false).count();
    assert!(refused > 15);
    assert!(
        over.errors.iter().any(|one| one.text == "Scanning https://gitlab.com/*: Not authorized"),
        "{:?}",
        over.errors
    );
    assert!(over.errors.len() > 1 && over.errors.iter().all(|one| one.text.ends_with(": Not authorized")));
    let never: Vec<_> = server
        .all()
        .into_iter()
        .filter(|one| one["disabled"] == false && one.get("lastIndexedDate").is_none())
        .collect();
    assert_eq!(never, Vec::<serde_json::Value>::new());
}

#[test]
fn a_reindex_of_25_fails_for_two() {
    let server = running(Gij::V6_1, 30);
    let enabled: Vec<i64> =
        server.all().iter().filter(|one| one["disabled"] == false).map(id).take(25).collect();
    assert_eq!(enabled.len(), 25);
    let threads: Vec<String> = enabled.iter().map(|one| server.reindex(*one)).collect();
    server.paces(100_000);
    let failed: Vec<i64> = threads
        .iter()
        .zip(&enabled)
        .filter(|(thread, _)| read_progress(&server.progress(thread)).unwrap().has_failed())
        .map(|(_, one)| *one)
        .collect();
    let names: Vec<String> =
        failed.iter().map(|one| server.one(*one)["displayName"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names, ["https://gitlab.com/*", "security-tools"]);
}

#[test]
fn a_refused_host_is_reached_again_with_a_new_token() {
    let server = running(Gij::V6_1, 25);
    let refusing = server.all().into_iter().find(|one| one["displayName"] == "https://gitlab.com/*").unwrap();
    let number = id(&refusing);
    let tracked = server.tracked(number);
    assert!(!tracked.is_empty() && tracked.iter().all(|one| one["state"] == "ERROR"));
    let thread = server.reindex(number);
    server.paces(1_000);
    let over = server.progress(&thread);
    assert_eq!(over["errors"], json!({ "Scanning https://gitlab.com/*": "Not authorized" }));
    assert_eq!(server.one(number)["lastIndexedDate"], refusing["lastIndexedDate"]);
    server
        .ask("PUT", &format!("/rest/gitplugin/1.0/integration/{number}"))
        .json(&json!({ "pat": "new" }))
        .send();
    let thread = server.reindex(number);
    server.paces(1_000);
    assert!(read_progress(&server.progress(&thread)).unwrap().went_well());
    assert!(server.tracked(number).iter().all(|one| one["state"] == "UPDATED"));
    assert_ne!(server.one(number)["lastIndexedDate"], refusing["lastIndexedDate"]);
}

#[test]
fn some_repositories_fail_and_the_others_do_not() {
    let server = running(Gij::V6_1, 25);
    let partly = server.all().into_iter().find(|one| one["displayName"] == "security-tools").unwrap();
    let thread = server.reindex(id(&partly));
    server.paces(1_000);
    let over = server.progress(&thread);
    let tracked = server.tracked(id(&partly));
    let failed: Vec<&str> = tracked
        .iter()
        .filter(|one| one["state"] == "ERROR")
        .map(|one| one["displayName"].as_str().unwrap())
        .collect();
    assert!(!failed.is_empty() && failed.len() < tracked.len());
    let expected: serde_json::Map<_, _> =
        failed.iter().map(|name| (format!("Indexing {name}"), json!("Not authorized"))).collect();
    assert_eq!(over["errors"], serde_json::Value::Object(expected));
    assert_ne!(server.one(id(&partly))["lastIndexedDate"], partly["lastIndexedDate"]);
}

#[test]
fn progress_is_told_by_thread_by_either_name_by_number_and_of_all() {
    let server = running(Gij::V6_1, 2);
    let own = id(&server.tracked(1)[0]);
    assert_eq!(
        server.get(PROGRESS).json(),
        json!({ "success": true, "finished": true, "messages": {}, "errors": {}, "lastOperationPercent": 0.0 })
    );
    let thread = server.reindex(1);
    server.paces(1);
    let told = server.progress(&thread);
    for query in [
        format!("threadID={thread}"),
        format!("threadId={}", told["threadId"]),
        format!("threadId={thread}&repoId=1"),
        "repoId=1".to_owned(),
        String::new(),
    ] {
        assert_eq!(server.get(&format!("{PROGRESS}?{query}")).json(), told, "{query}");
    }
    // A repository that was never asked for has nothing to tell.
    assert_eq!(server.get(&format!("{PROGRESS}?repoId={own}")).json()["finished"], true);
    refused(&server.get(&format!("{PROGRESS}?threadId=none")), 404, "Thread with id=none does not exist");
    refused(&server.get(&format!("{PROGRESS}?repoId=x")), 400, "repoId is \"x\", but must be a number.");
}

#[test]
fn wrong_requests_start_nothing() {
    let server = running(Gij::V6_1, 2);
    let post = |body: &str| server.ask("POST", REINDEX).text(body).send();
    refused(&post("{\"repoId\": 999}"), 404, "Repository with id=999 does not exist");
    refused(&post("{\"repoId\": \"1\"}"), 400, "repoId: Send a whole number of at least 1.");
    refused(&post("{\"repoId\": 1, \"priority\": 0}"), 400, "priority: Send a whole number of at least 1.");
    refused(&post("[1]"), 400, "The request body is an array, but must be a JSON object.");
    let form = server.ask("POST", REINDEX).form("repoId=1").send();
    assert_eq!(form.status, 415);
    assert_eq!(server.get(PROGRESS).json()["finished"], true);
}

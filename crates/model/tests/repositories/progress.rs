//! How far indexing is: both shapes, and what belongs to neither.

use patchbay_model::gij::reindex::{Indexed, ReindexProgress, ReindexStarted, read_progress, read_started};
use patchbay_model::gij::wire::WireError;
use serde_json::{Value, json};

fn progress(answer: Value) -> ReindexProgress {
    read_progress(&answer).unwrap()
}

fn said(messages: &[Indexed]) -> Vec<(&str, Option<u8>)> {
    messages.iter().map(|one| (&*one.text, one.percent)).collect()
}

// "Reindex GET API", example: a number for the thread that the request names by its UUID.
#[test]
fn reads_the_example_of_the_document() {
    let read = progress(json!({
        "success": true, "finished": true, "threadId": 172,
        "messages": {"Indexing test-repo": 100.0}, "errors": {}, "lastOperationPercent": 100.0,
    }));
    assert_eq!(said(&read.messages), [("Indexing test-repo", Some(100))]);
    assert_eq!((read.thread.as_deref(), read.percent, read.errors_count), (Some("172"), Some(100), 0));
    assert!(read.went_well());
}

#[test]
fn reads_errors_as_map_and_as_list() {
    for (errors, expected) in [
        (json!({}), vec![]),
        (json!([]), vec![]),
        (json!(null), vec![]),
        (json!({"Fetching acme": "Not authorized"}), vec!["Fetching acme: Not authorized"]),
        (json!({"Fetching acme": 12.0}), vec!["Fetching acme"]),
        (json!({"Fetching acme": null}), vec!["Fetching acme"]),
        (json!(["Not authorized", ""]), vec!["Not authorized"]),
        (
            json!([{"message": "Fetching acme", "details": "Not authorized"}]),
            vec!["Fetching acme Not authorized"],
        ),
        (json!("Not authorized"), vec!["Not authorized"]),
    ] {
        let read = progress(json!({"success": true, "finished": true, "messages": {}, "errors": errors}));
        let texts: Vec<&str> = read.errors.iter().map(|one| &*one.text).collect();
        assert_eq!(texts, expected, "{errors}");
        assert_eq!(
            (read.errors_count, read.went_well()),
            (expected.len() as u64, expected.is_empty()),
            "{errors}"
        );
    }
}

// The Java API: a list of objects.
#[test]
fn reads_messages_as_a_list() {
    let read = progress(json!({
        "success": true, "finished": false, "threadId": "18cc6873-2b75-45b3-ab86-a6b1d09f6c9f",
        "messages": [
            {"message": "Fetching acme", "error": false, "details": "", "insertionTime": 1_780_000_000_000_u64},
            {"message": "Indexing acme", "error": "true", "details": "Not authorized"},
            {"message": "Indexing other", "error": "Timeout"},
            "Plain text",
            {"other": 1}, 5,
        ],
        "completionPercentage": 41.7, "errorsCount": 3, "lastOperationPercent": 90,
    }));
    assert_eq!(said(&read.messages), [("Fetching acme", None), ("Plain text", None)]);
    assert_eq!(read.messages[0].at, Some(1_780_000_000_000.0));
    assert_eq!(
        said(&read.errors),
        [("Indexing acme Not authorized", None), ("Indexing other Timeout", None)]
    );
    // The server counts one that it does not list.
    assert_eq!((read.percent, read.errors_count), (Some(41), 3));
    assert!(!read.went_well() && !read.has_failed());
}

#[test]
fn reads_percentages_in_any_form() {
    for (value, expected) in [
        (json!(0), Some(0)),
        (json!(99.9), Some(99)),
        (json!("42"), Some(42)),
        (json!("42.5"), Some(42)),
        (json!("42 %"), Some(42)),
        (json!(-3), Some(0)),
        (json!(140), Some(100)),
        (json!(null), None),
        (json!("x"), None),
        (json!([1]), None),
    ] {
        let read = progress(json!({"finished": false, "lastOperationPercent": value}));
        assert_eq!(read.percent, expected, "{value}");
    }
}

#[test]
fn a_run_may_be_over_and_have_failed() {
    for (answer, went_well, failed) in [
        (json!({"success": true, "finished": false}), false, false),
        (json!({"success": true, "finished": true}), true, false),
        (json!({"finished": "true", "messages": {}}), true, false),
        (json!({"success": false, "finished": true, "messages": {}}), false, true),
        (json!({"success": "false", "finished": true}), false, true),
        (json!({"success": true, "finished": true, "errorsCount": 2}), false, true),
        (json!({"success": true, "finished": true, "error": "Repository removed"}), false, true),
    ] {
        let read = progress(answer.clone());
        assert_eq!((read.went_well(), read.has_failed()), (went_well, failed), "{answer}");
    }
}

#[test]
fn what_tells_of_no_run_is_a_refusal_or_another_answer() {
    let refused = json!({"success": false, "error": "No thread.", "advice": "Start one."});
    assert!(
        matches!(read_progress(&refused), Err(WireError::Refused(said)) if said.to_string() == "No thread. Start one.")
    );
    for answer in [json!(null), json!({}), json!({"success": true}), json!([1]), json!({"finished": null})] {
        assert!(matches!(read_progress(&answer), Err(WireError::Shape(_))), "{answer}");
    }
}

#[test]
fn reads_that_indexing_was_started() {
    let started =
        |finished, thread: Option<&str>| ReindexStarted { finished, thread: thread.map(str::to_owned) };
    for (answer, expected) in [
        (json!({"success": true, "finished": false, "threadId": "c39-477"}), started(false, Some("c39-477"))),
        (json!({"success": true, "finished": true, "threadId": 172}), started(true, Some("172"))),
        (json!({"success": "true", "threadID": "x"}), started(false, Some("x"))),
        (json!({"success": true, "thread_id": 5}), started(false, Some("5"))),
        (json!({"success": true, "threadId": " "}), started(false, None)),
        (json!(null), started(false, None)),
    ] {
        assert_eq!(read_started(&answer), Ok(expected), "{answer}");
    }
    assert!(matches!(read_started(&json!({"success": false, "error": "No."})), Err(WireError::Refused(_))));
    assert!(matches!(read_started(&json!([1])), Err(WireError::Shape(_))));
}

//! What an answer wraps: success, a list, one integration, projects.

use crate::{ids, refused, shape};
use patchbay_model::Project;
use patchbay_model::gij::wire;
use serde_json::json;

// Add, Update and Retrieve-one documents write "true", the others true.
#[test]
fn takes_success_as_boolean_or_text() {
    for (answer, success) in [
        (json!({"success": true}), Some(true)),
        (json!({"success": "true"}), Some(true)),
        (json!({"success": "TRUE "}), Some(true)),
        (json!({"success": false}), Some(false)),
        (json!({"success": "false"}), Some(false)),
        (json!({"success": ""}), Some(false)),
        (json!({"success": "no"}), Some(false)),
        (json!({"success": null}), None),
        (json!({"success": 1}), None),
        (json!({}), None),
        (json!([]), None),
        (json!("true"), None),
    ] {
        assert_eq!(wire::success(&answer), success, "{answer}");
        assert_eq!(wire::accepted(&answer).is_ok(), success != Some(false), "{answer}");
    }
}

#[test]
fn finds_the_list_under_any_name() {
    let (one, two) = (json!({"id": 1}), json!({"id": 2}));
    for (answer, expected) in [
        (json!({"success": true, "integrations": [one, two]}), vec![1, 2]),
        (json!({"success": "true", "integrations": [one]}), vec![1]),
        (json!({"integration": [one, two]}), vec![1, 2]),
        (json!({"integration": one}), vec![1]),
        (json!({"integrations": one}), vec![1]),
        (json!([two, one]), vec![2, 1]),
        (json!({"success": true, "integrations": []}), vec![]),
        (json!({"success": true, "integrations": null}), vec![]),
        (json!([]), vec![]),
    ] {
        assert_eq!(ids(wire::list(answer.clone())), Ok(expected), "{answer}");
    }
}

#[test]
fn says_what_a_list_lacks() {
    let no_list = || shape("Jira’s response does not contain a list of integrations.");
    for (answer, error) in [
        (json!({"success": true}), no_list()),
        (json!({"success": true, "integrations": "none"}), no_list()),
        (json!({"success": true, "repositories": []}), no_list()),
        (json!(null), no_list()),
        (json!("<html>"), no_list()),
        (json!({"success": false, "error": "No licence"}), refused("No licence", "")),
        (json!({"success": "false", "integrations": [{"id": 1}]}), refused("", "")),
    ] {
        assert_eq!(ids(wire::list(answer.clone())), Err(error), "{answer}");
    }
}

// The Retrieve document wraps one integration in an array, which was called "integrations" until 2023.
#[test]
fn finds_one_under_any_name() {
    let (one, two) = (json!({"id": 1}), json!({"id": "2"}));
    for answer in [
        json!({"success": "true", "integration": [two]}),
        json!({"success": "true", "integration": [one, two]}),
        json!({"success": "true", "integration": two}),
        json!({"success": true, "integrations": [one, two]}),
        json!({"success": true, "integrations": two}),
        json!([one, two]),
        two.clone(),
    ] {
        let found = wire::one(answer.clone(), Some(2)).map(|integration| integration.id);
        assert_eq!(found, Ok(2), "{answer}");
    }
    let first = wire::one(json!({"integration": [one, two]}), None).map(|integration| integration.id);
    assert_eq!(first, Ok(1));
}

#[test]
fn says_what_is_wrong_with_one() {
    let none = || shape("Jira’s response does not contain an integration.");
    let other = || shape("Jira’s response does not contain the requested integration.");
    for (answer, error) in [
        (json!({"success": "true"}), none()),
        (json!({"success": "true", "integration": null}), none()),
        (json!({"success": "true", "integration": "2"}), none()),
        (json!(true), none()),
        (json!({"success": "true", "integration": []}), other()),
        (json!({"success": "true", "integration": [{"id": 1}]}), other()),
        (json!({"integration": {"name": "x"}}), shape("Jira sent an integration without a numeric id.")),
        (
            json!({"success": false, "error": "Repository with id=2 does not exist", "advice": "Try again."}),
            refused("Repository with id=2 does not exist", "Try again."),
        ),
    ] {
        let read = wire::one(answer.clone(), Some(2)).map(|integration| integration.id);
        assert_eq!(read, Err(error), "{answer}");
    }
}

#[test]
fn reads_projects_of_jira() {
    let answer = json!([
        {"id": "10000", "key": "MOB", "name": "Mobile", "avatarUrls": {}},
        {"id": 10_100, "key": "WEB"},
        {"id": "x", "key": "BAD"}, {"key": "NOID"}, {"id": "1"}, null, 5,
    ]);
    let project = |id, key: &str, name: &str| Project { id, key: key.to_owned(), name: name.to_owned() };
    let listed = Project::read_list(answer).expect("a list");
    assert_eq!(listed.read, [project(10_000, "MOB", "Mobile"), project(10_100, "WEB", "WEB")]);
    assert_eq!(listed.odd.len(), 5);
    let no_list = shape("Jira’s response does not contain a list of projects.");
    assert_eq!(Project::read_list(json!({"values": []})), Err(no_list));
}

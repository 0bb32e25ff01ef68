//! "Update Existing Repository", "Update Nested Repository API", "Add New Repository", "Delete Existing Repository" and
//! "Enable/disable existing repository".

use patchbay_sandbox::Gij;
use serde_json::{Value, json};

use super::{REPOSITORY, id, refused, running};
use crate::running::{Answer, Running};

fn put(server: &Running, body: &Value) -> Answer {
    server.ask("PUT", REPOSITORY).json(body).send()
}

#[test]
fn a_change_is_answered_by_the_bare_repository_and_kept() {
    let server = running(Gij::V6_1, 2);
    let before = server.tracked(1).remove(0);
    let answer =
        put(&server, &json!({ "id": id(&before), "maxMinsToCommitEmail": 1441, "gitViewerEnabled": false }));
    assert_eq!(answer.status, 200);
    let mut expected = before.clone();
    expected["maxMinsToCommitEmail"] = json!(1441);
    expected["gitViewerEnabled"] = json!(false);
    assert_eq!(answer.json(), expected);
    assert_eq!(server.tracked(1)[0], expected);
    // The integration has what it had.
    assert_eq!(server.one(1)["maxMinsToCommitEmail"], 1440);
}

#[test]
fn what_is_read_only_is_ignored_without_a_word() {
    let server = running(Gij::V6_1, 2);
    let before = server.tracked(1).remove(0);
    for (key, value) in [
        ("mainBranch", json!("other")),
        ("enableFetches", json!(false)),
        ("hosted", json!(true)),
        ("username", json!("other")),
        ("encryptedPassword", json!("s3cret")),
        ("encryptedPat", json!("s3cret")),
        ("requireUserPat", json!("true")),
        ("disableSslVerification", json!(true)),
        ("commitsValidationRequired", json!(true)),
        ("refSpecHeads", json!(false)),
        ("refSpecTags", json!(false)),
        ("state", json!(3)),
        ("lastIndexedDate", json!(1)),
        ("colour", json!("green")),
    ] {
        let answer = put(&server, &json!({ "id": id(&before), key: value }));
        assert_eq!((answer.status, answer.json()), (200, before.clone()), "{key}");
    }
}

#[test]
fn wrong_values_are_refused_and_change_nothing() {
    let server = running(Gij::V6_1, 2);
    let before = server.tracked(1).remove(0);
    let number = id(&before);
    for (body, error) in [
        (json!({ "displayName": "x" }), "id: It is required. Send the number of a repository."),
        (json!({ "id": "x" }), "id: It is required. Send the number of a repository."),
        (json!({ "id": number, "global": "yes" }), "global: Send true or false, not text."),
        (
            json!({ "id": number, "maxMinsToCommitEmail": "x" }),
            "maxMinsToCommitEmail: Send a whole number, not text.",
        ),
        (
            json!({ "id": number, "global": false }),
            "projectMappingIds: The repository browser needs at least one project. Choose one, or associate all projects.",
        ),
        (
            json!({ "id": number, "global": false, "projectMappingIds": [7] }),
            "projectMappingIds: There is no project with the id 7.",
        ),
    ] {
        refused(&put(&server, &body), 400, error);
    }
    let fault = put(&server, &json!({ "id": number, "tagsFilter": "[" }));
    assert!(fault.status == 400 && fault.json()["error"].as_str().unwrap().starts_with("tagsFilter: "));
    refused(&put(&server, &json!({ "id": 999 })), 404, "Repository with id=999 does not exist");
    assert_eq!(server.tracked(1)[0], before);
}

#[test]
fn its_own_projects_are_kept_until_it_is_for_all_again() {
    let server = running(Gij::V6_1, 2);
    let number = id(&server.tracked(1)[0]);
    let one =
        put(&server, &json!({ "id": number, "global": false, "projectMappingIds": [10_000, 10_001] })).json();
    assert_eq!((&one["global"], &one["projectMappingIds"]), (&json!(false), &json!([10_000, 10_001])));
    let one = put(&server, &json!({ "id": number, "global": true })).json();
    assert_eq!((&one["global"], &one["projectMappingIds"]), (&json!(true), &json!([])));
}

#[test]
fn a_repository_is_disabled_and_enabled_and_nothing_else_is() {
    let server = running(Gij::V6_1, 2);
    let before = server.repositories();
    let number = id(&before[3]);
    server.disable(number, true);
    let disabled = server.repositories();
    let differ: Vec<i64> =
        disabled.iter().zip(&before).filter(|(now, then)| now != then).map(|(now, _)| id(now)).collect();
    assert_eq!((differ, &disabled[3]["disabled"]), (vec![number], &json!(true)));
    assert!(server.all().iter().all(|one| one["disabled"] == false));
    server.disable(number, false);
    assert_eq!(server.repositories(), before);
    let unknown = server.ask("PUT", &format!("{REPOSITORY}/99999/disable?disable=true")).send();
    refused(&unknown, 404, "Repository with id=99999 does not exist");
    let unclear = server.ask("PUT", &format!("{REPOSITORY}/{number}/disable?disable=maybe")).send();
    refused(&unclear, 400, "disable is \"maybe\", but must be true or false.");
}

#[test]
fn one_on_its_own_is_added_changed_and_removed() {
    let server = running(Gij::V6_1, 2);
    let body =
        json!({ "origin": "https://git.example/alone.git", "realRoot": "alone", "absoluteRoot": false });
    let answer = server.ask("POST", REPOSITORY).json(&body).send();
    assert_eq!(answer.status, 200);
    let added = answer.json();
    assert!(added.get("trackedFolderId").is_none() && added.get("success").is_none());
    assert_eq!(
        (&added["displayName"], &added["mainBranch"], &added["realRoot"]),
        (&json!("alone"), &json!("master"), &json!("alone"))
    );
    let number = id(&added);
    assert_eq!(server.repositories().iter().find(|one| id(one) == number), Some(&added));
    // The address with an ending, as the documents write it.
    let renamed = server
        .ask("PUT", "/rest/gitplugin/1.0/repository.json")
        .json(&json!({ "id": number, "displayName": "b" }));
    assert_eq!(renamed.send().json()["displayName"], "b");
    let removed = server.ask("DELETE", &format!("{REPOSITORY}?id={number}&deleteFiles=true")).send();
    assert_eq!((removed.status, removed.json()), (200, json!({ "success": true })));
    assert!(server.repositories().iter().all(|one| id(one) != number));
}

#[test]
fn what_cannot_be_added_or_removed_is_refused() {
    let server = running(Gij::V6_1, 2);
    let post = |body: Value| server.ask("POST", REPOSITORY).json(&body).send();
    refused(
        &post(json!({ "realRoot": "a" })),
        400,
        "origin: It is required. Send text. absoluteRoot: It is required. Send true or false.",
    );
    let delete = |query: &str| server.ask("DELETE", &format!("{REPOSITORY}{query}")).send();
    refused(&delete("?id=5"), 404, "Repository with id=5 does not exist");
    refused(&delete(""), 400, "The address does not say which repository to remove.");
    refused(&delete("?id=x"), 400, "The address does not say which repository to remove.");
    let number = id(&server.repositories()[0]);
    refused(
        &delete(&format!("?id={number}&deleteFiles=1")),
        400,
        "deleteFiles is \"1\", but must be true or false.",
    );
}

#[test]
fn one_of_an_integration_that_was_removed_is_found_again() {
    let server = running(Gij::V6_1, 2);
    let before = server.tracked(1);
    let number = id(&before[0]);
    assert_eq!(server.ask("DELETE", &format!("{REPOSITORY}?id={number}")).send().status, 200);
    assert_eq!(server.tracked(1).len(), before.len() - 1);
    server.reindex(1);
    server.paces(1_000);
    assert_eq!(
        server.tracked(1).iter().map(id).collect::<Vec<_>>(),
        before.iter().map(id).collect::<Vec<_>>()
    );
}

#[test]
fn what_an_integration_is_set_to_reaches_those_without_settings_of_their_own() {
    let server = running(Gij::V6_1, 2);
    let [own, other] = [0, 1].map(|at| id(&server.tracked(1)[at]));
    put(&server, &json!({ "id": own, "smartCommitsEnabled": true, "displayName": "mine" }));
    put(&server, &json!({ "id": own, "smartCommitsEnabled": false }));
    server.ask("PUT", "/rest/gitplugin/1.0/integration/1").json(&json!({ "sendCommitEmails": false })).send();
    let tracked = server.tracked(1);
    let of = |number: i64| tracked.iter().find(|one| id(one) == number).unwrap();
    assert_eq!(
        (&of(own)["smartCommitsEnabled"], &of(own)["displayName"], &of(own)["sendCommitEmails"]),
        (&json!(false), &json!("mine"), &json!(false))
    );
    assert_eq!(
        (&of(other)["smartCommitsEnabled"], &of(other)["sendCommitEmails"]),
        (&json!(true), &json!(false))
    );
}

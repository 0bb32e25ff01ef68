//! Changing, enabling and disabling.

use serde_json::{Value, json};

use crate::running::{Answer, INTEGRATION, Running};

fn put(server: &Running, id: i64, body: &Value) -> Answer {
    server.ask("PUT", &format!("{INTEGRATION}/{id}")).json(body).send()
}

fn without(mut integration: Value, keys: &[&str]) -> Value {
    for key in keys {
        integration.as_object_mut().unwrap().shift_remove(*key);
    }
    integration
}

#[test]
fn changes_only_what_is_sent() {
    let server = Running::empty();
    let id = server.add("before");
    let before = server.one(id);
    assert_eq!(put(&server, id, &json!({ "displayName": "after" })).status, 200);
    let after = server.one(id);
    assert_eq!(after["displayName"], "after");
    assert_eq!(without(after, &["displayName"]), without(before, &["displayName"]));
}

#[test]
fn answers_as_the_document_does_without_require_user_pat() {
    let server = Running::empty();
    let id = server.add("one");
    let answer = put(&server, id, &json!({ "smartCommitsEnabled": false })).json();
    assert_eq!(answer["success"], "true");
    assert!(answer["integration"].get("requireUserPat").is_none());
    assert_eq!(answer["integration"], without(server.one(id), &["requireUserPat"]));
}

#[test]
fn takes_the_documented_update_with_its_integration_type_and_id() {
    let server = Running::empty();
    let id = server.add_from(&json!({ "type": "GITLAB", "pat": "t" }));
    let answer = put(
        &server,
        id,
        &json!({
            "id": 99, "displayName": "MY GITLAB", "origin": "https://gitlab.com", "disabled": false,
            "sendCommitEmails": true, "maxMinsToCommitEmail": 1440, "global": true, "pat": "thisisthepatofyourgithost",
            "revisionIndexing": true, "gitViewerEnabled": true, "disableSslVerification": false,
            "smartCommitsEnabled": true, "requireUserPat": false, "projectMappingIds": [], "integrationType": "GITLAB",
            "sourcesDiffViewEnabled": true, "refSpecNotes": true, "refSpecChanges": false, "trustFolderStat": false
        }),
    );
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.json()["integration"]["id"], id);
    assert_eq!(server.one(id)["displayName"], "MY GITLAB");
}

#[test]
fn refuses_another_type_and_accepts_the_same() {
    let server = Running::empty();
    let id = server.add("one");
    for key in ["type", "integrationType"] {
        assert_eq!(put(&server, id, &json!({ key: "GITHUB" })).status, 200, "{key}");
        let refused = put(&server, id, &json!({ key: "GITLAB" }));
        assert_eq!(refused.status, 400, "{key}");
        assert_eq!(refused.json()["success"], false);
    }
    assert_eq!(server.one(id)["integrationType"], "GITHUB");
}

#[test]
fn restricts_to_projects_and_back() {
    let server = Running::empty();
    let id = server.add("one");
    assert_eq!(
        put(&server, id, &json!({ "global": false, "projectMappingIds": [10000, 10003] })).status,
        200
    );
    let restricted = server.one(id);
    assert_eq!(
        (&restricted["global"], &restricted["projectMappingIds"]),
        (&json!(false), &json!([10000, 10003]))
    );
    assert_eq!(put(&server, id, &json!({ "global": true })).status, 200);
    let global = server.one(id);
    assert_eq!((&global["global"], &global["projectMappingIds"]), (&json!(true), &json!([])));
}

#[test]
fn an_empty_text_clears_a_filter() {
    let server = Running::empty();
    let id = server.add_from(&json!({ "type": "GITHUB", "pat": "t", "tagsFilter": "^release.*" }));
    assert_eq!(put(&server, id, &json!({ "tagsFilter": "" })).status, 200);
    let cleared = server.one(id);
    assert!(cleared.get("tagsFilter").is_none());
    assert_eq!(cleared["showAllTags"], true);
}

#[test]
fn an_empty_body_changes_nothing() {
    let server = Running::empty();
    let id = server.add("one");
    let before = server.one(id);
    assert_eq!(put(&server, id, &json!({})).status, 200);
    assert_eq!(server.one(id), before);
}

#[test]
fn a_password_may_take_the_place_of_a_token_and_the_reverse() {
    let server = Running::empty();
    let id =
        server.add_from(&json!({ "type": "AZURE_DEVOPS", "origin": "https://devops.example", "pat": "t" }));
    for body in [json!({ "username": "u", "password": "p" }), json!({ "pat": "t2" })] {
        let answer = put(&server, id, &body);
        assert_eq!(answer.status, 200, "{body}: {}", answer.text);
    }
    assert_eq!(put(&server, id, &json!({ "pat": "t3", "username": "u", "password": "p" })).status, 400);
}

#[test]
fn disables_and_enables_through_its_own_endpoint() {
    let server = Running::empty();
    let id = server.add("one");
    let before = server.one(id);
    for (disable, state) in [("true", true), ("true", true), ("false", false)] {
        let answer = server
            .ask("PUT", &format!("/rest/gitplugin/1.0/repository/{id}/disable?disable={disable}"))
            .send();
        assert_eq!((answer.status, answer.json()), (200, json!({ "success": true })));
        assert_eq!(server.one(id)["disabled"], state);
    }
    assert_eq!(server.one(id), before);
}

#[test]
fn disabling_ignores_a_body_that_says_otherwise() {
    let server = Running::empty();
    let id = server.add("one");
    let path = format!("/rest/gitplugin/latest/repository/{id}/disable?disable=true");
    assert_eq!(server.ask("PUT", &path).json(&json!({ "disabled": false })).send().status, 200);
    assert_eq!(server.one(id)["disabled"], true);
}

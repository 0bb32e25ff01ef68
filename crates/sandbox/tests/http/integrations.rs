//! Adding, listing and retrieving: the shapes of the documents to the letter.

use serde_json::{Value, json};

use crate::running::{INTEGRATION, Running};

/// The request of the "Add New Integration" document.
fn documented_request() -> Value {
    json!({
        "displayName": "MyGitHub", "origin": "https://api.github.com", "type": "GITHUB",
        "pat": "thisisthepatofyourgithost", "disabled": false, "sendCommitEmails": true, "maxMinsToCommitEmail": 1440,
        "global": true, "revisionIndexing": true, "gitViewerEnabled": true, "disableSslVerification": false,
        "smartCommitsEnabled": true, "requireUserPat": false, "projectMappingIds": [], "sourcesDiffViewEnabled": true,
        "refSpecNotes": true, "refSpecChanges": false, "trustFolderStat": false
    })
}

#[test]
fn adds_what_the_document_shows_and_answers_as_it_does() {
    let server = Running::empty();
    let answer = server.ask("POST", INTEGRATION).json(&documented_request()).send();
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    let mut answer = answer.json();
    assert_eq!(answer["success"], "true");
    let added = answer["integration"].as_object_mut().unwrap();
    assert!(added.shift_remove("initDate").unwrap().is_i64());
    // The document's own example was indexed already; a new one was not, and newer versions add showAllTags.
    let expected = json!({
        "id": 1, "displayName": "MyGitHub", "origin": "https://api.github.com", "disabled": false,
        "sendCommitEmails": true, "maxMinsToCommitEmail": 1440, "global": true, "revisionIndexing": true,
        "gitViewerEnabled": true, "disableSslVerification": false, "smartCommitsEnabled": true, "requireUserPat": false,
        "projectMappingIds": [], "integrationType": "GITHUB", "sourcesDiffViewEnabled": true, "refSpecNotes": true,
        "refSpecChanges": false, "trustFolderStat": false, "showAllTags": true
    });
    assert_eq!(Value::Object(added.clone()), expected);
}

#[test]
fn retrieves_one_as_an_array_and_says_success_as_a_text() {
    let server = Running::empty();
    let id = server.add("one");
    let answer = server.get(&format!("{INTEGRATION}/{id}")).json();
    assert_eq!(answer["success"], "true");
    assert_eq!(answer["integration"].as_array().unwrap().len(), 1);
    assert_eq!(answer["integration"][0]["displayName"], "one");
}

#[test]
fn lists_all_by_id_and_says_success_as_a_flag() {
    let server = Running::empty();
    assert_eq!(server.get(INTEGRATION).json(), json!({ "success": true, "integrations": [] }));
    server.add("one");
    server.add("two");
    let answer = server.get(INTEGRATION).json();
    assert_eq!(answer["success"], true);
    let names: Vec<_> =
        answer["integrations"].as_array().unwrap().iter().map(|one| &one["displayName"]).collect();
    assert_eq!(names, ["one", "two"]);
}

#[test]
fn answers_under_latest_as_well() {
    let server = Running::empty();
    let id = server.add("one");
    let latest = server.get(&format!("/rest/gitplugin/latest/integration/{id}")).json();
    assert_eq!(latest["integration"][0], server.one(id));
}

#[test]
fn takes_all_twelve_types_with_only_what_each_requires() {
    let server = Running::empty();
    for (body, name) in [
        (json!({ "type": "GITHUB", "pat": "t" }), "https://api.github.com/*"),
        (
            json!({ "type": "GITHUB_SERVER", "pat": "t", "origin": "https://ghe.example" }),
            "https://ghe.example/*",
        ),
        (json!({ "type": "GITLAB", "pat": "t" }), "https://gitlab.com/*"),
        (
            json!({ "type": "GITLAB_SERVER", "pat": "t", "origin": "https://gl.example/" }),
            "https://gl.example/*",
        ),
        (
            json!({ "type": "GITLAB_SERVER_LEGACY", "username": "u", "password": "p", "origin": "https://old.example" }),
            "https://old.example/*",
        ),
        (json!({ "type": "FILESPACE", "origin": "/jira/repos/*" }), "/jira/repos/*"),
        (json!({ "type": "AZURE", "pat": "t" }), "https://dev.azure.com/*"),
        (json!({ "type": "VSTS", "pat": "t" }), "https://visualstudio.com/*"),
        (
            json!({ "type": "AZURE_DEVOPS", "pat": "t", "origin": "https://devops.example" }),
            "https://devops.example/*",
        ),
        (
            json!({ "type": "TFS_SERVER", "username": "all", "pat": "t", "origin": "https://tfs.example/tfs" }),
            "https://tfs.example/tfs/*",
        ),
        (
            json!({ "type": "AWS", "username": "AKIA", "password": "k", "awsRegion": "eu-west-1" }),
            "https://git-codecommit.eu-west-1.amazonaws.com/*",
        ),
        (
            json!({ "type": "GERRIT", "username": "u", "password": "p", "origin": "https://gerrit.example" }),
            "https://gerrit.example/*",
        ),
    ] {
        let added = server.one(server.add_from(&body));
        assert_eq!(added["integrationType"], body["type"]);
        assert_eq!(added["displayName"], name, "{body}");
        assert!(added.get("lastIndexedDate").is_none(), "{body}");
    }
    assert_eq!(server.all().len(), 12);
}

#[test]
fn a_folder_without_a_depth_is_one_level_deep() {
    let server = Running::empty();
    let id = server.add_from(&json!({ "type": "FILESPACE", "origin": "/jira/repos/*" }));
    assert_eq!(server.one(id)["folderDepth"], 1);
}

#[test]
fn shows_optional_texts_only_when_they_are_set() {
    let server = Running::empty();
    let bare = server.one(server.add("bare"));
    let full = server.add_from(&json!({
        "type": "GITHUB", "pat": "t", "apiPath": "/orgs/acme/repos", "apiFilter": "[?contains(name, 'git')]",
        "tagsFilter": "^release.*", "prHideFilter": "^wip.*", "refSpecCustom": "+refs/meta/*:refs/meta/*"
    }));
    let full = server.one(full);
    for key in ["apiPath", "apiFilter", "tagsFilter", "prHideFilter", "refSpecCustom"] {
        assert!(bare.get(key).is_none(), "{key}");
        assert!(full[key].is_string(), "{key}");
    }
    assert_eq!((&bare["showAllTags"], &full["showAllTags"]), (&json!(true), &json!(false)));
}

#[test]
fn ignores_fields_that_no_document_names() {
    let server = Running::empty();
    let id = server.add_from(
        &json!({ "type": "GITHUB", "pat": "t", "limitGitData": true, "colour": "green", "id": 77 }),
    );
    assert_eq!(id, 1);
    let added = server.one(id);
    assert!(added.get("limitGitData").is_none() && added.get("colour").is_none());
}

#[test]
fn never_answers_a_secret_or_a_user_name() {
    let server = Running::empty();
    let added = server.ask("POST", INTEGRATION).json(&json!({
        "type": "GERRIT", "origin": "https://gerrit.example", "username": "svc-jira", "password": "s3cret-password"
    }));
    let answers =
        [added.send().text, server.get(INTEGRATION).text, server.get(&format!("{INTEGRATION}/1")).text];
    for answer in answers {
        assert!(!answer.contains("s3cret-password") && !answer.contains("svc-jira"), "{answer}");
        assert!(!answer.contains("\"password\"") && !answer.contains("\"pat\""), "{answer}");
    }
}

#[test]
fn a_new_one_can_be_disabled_from_the_start() {
    let server = Running::empty();
    let id = server.add_from(&json!({ "type": "GITHUB", "pat": "t", "disabled": true }));
    assert_eq!(server.one(id)["disabled"], true);
}

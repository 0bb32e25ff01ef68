//! What changes by "Update Existing Integration": what is sent, and nothing else.

use crate::support::{merged, names, object, stored};
use crate::{sentences, update};
use patchbay_model::gij::server;
use serde_json::{Value, json};

#[test]
fn changes_only_what_is_sent() {
    for (name, sent, changes) in [
        ("GITHUB", json!({}), json!({})),
        ("GITHUB", json!({"displayName": "New"}), json!({"displayName": "New"})),
        ("GITHUB", json!({"displayName": " New "}), json!({"displayName": "New"})),
        ("GITHUB", json!({"displayName": null, "origin": null, "global": null}), json!({})),
        ("GITHUB", json!({"apiFilter": ""}), json!({})),
        ("GITHUB", json!({"global": true, "gitViewerEnabled": true}), json!({})),
        ("GITHUB", json!({"sendCommitEmails": false}), json!({"sendCommitEmails": false})),
        ("GITHUB", json!({"disabled": true}), json!({"disabled": true})),
        // The number in the address counts, not the one in the body; dates are the server’s.
        ("GITHUB", json!({"id": 99, "initDate": 5, "lastIndexedDate": 5, "showAllTags": false}), json!({})),
        ("GITHUB", json!({"type": "GITHUB", "integrationType": "GITHUB"}), json!({})),
        (
            "GITHUB",
            json!({"global": false, "projectMappingIds": [10_000]}),
            json!({"global": false, "projectMappingIds": [10_000]}),
        ),
        // "If set to true, the projectMappingIds parameter is ignored."
        ("GITHUB", json!({"projectMappingIds": [10_000]}), json!({})),
        ("FILESPACE", json!({"folderDepth": 5}), json!({"folderDepth": 5})),
        ("AWS", json!({"awsRegion": ""}), json!({})),
    ] {
        assert_eq!(update(name, sent.clone()).map(Value::from), Ok(changes), "{name} {sent}");
    }
}

#[test]
fn clears_what_is_sent_empty() {
    let mut full = stored("GITHUB");
    full.extend(object(json!({
        "displayName": "GitHub", "apiFilter": "[]", "apiPath": "/user/repos", "tagsFilter": "v.*", "prHideFilter": "x",
        "refSpecCustom": "refs/x/*",
    })));
    for key in ["displayName", "apiFilter", "apiPath", "tagsFilter", "prHideFilter", "refSpecCustom"] {
        let sent = object(json!({key: ""}));
        assert_eq!(server::check_update(&full, &sent), Ok(sent), "{key}");
    }
    let origin = server::check_update(&full, &object(json!({"origin": ""})));
    assert_eq!(sentences(origin), ["origin: Host URL is required."]);
}

#[test]
fn a_blank_secret_keeps_what_is_stored() {
    for name in names() {
        let sent = json!({"pat": "", "password": ""});
        assert_eq!(update(name, sent).map(Value::from), Ok(json!({})), "{name}");
        let sent = json!({"pat": null, "password": null});
        assert_eq!(update(name, sent).map(Value::from), Ok(json!({})), "{name}");
    }
}

#[test]
fn replaces_credentials() {
    const USER: &str = "username: User name is required.";
    const ALL: &str = "username: With a token, Team Foundation Server accepts only the user name “all”.";
    for (name, sent, changes) in [
        ("GITHUB", json!({"pat": "new"}), Ok(json!({"pat": "new"}))),
        ("GITHUB", json!({"pat": "new", "username": ""}), Ok(json!({"pat": "new", "username": ""}))),
        (
            "GITHUB",
            json!({"username": "jira", "password": "new"}),
            Ok(json!({"username": "jira", "password": "new"})),
        ),
        ("GITHUB", json!({"password": "new"}), Err(USER)),
        // The stored user name stands.
        ("GERRIT", json!({"password": "new"}), Ok(json!({"password": "new"}))),
        ("GERRIT", json!({"username": "", "password": "new"}), Err(USER)),
        ("GERRIT", json!({"username": " other "}), Ok(json!({"username": "other"}))),
        ("GITLAB_SERVER", json!({"username": "other"}), Ok(json!({"username": "other"}))),
        ("TFS_SERVER", json!({"pat": "new"}), Err(ALL)),
        (
            "TFS_SERVER",
            json!({"pat": "new", "username": "all"}),
            Ok(json!({"pat": "new", "username": "all"})),
        ),
    ] {
        let result = update(name, sent.clone());
        match changes {
            Ok(changes) => assert_eq!(result.map(Value::from), Ok(changes), "{name} {sent}"),
            Err(sentence) => assert_eq!(sentences(result), [sentence], "{name} {sent}"),
        }
    }
}

#[test]
fn a_stored_all_is_enough_for_a_new_token() {
    let mut stored = stored("TFS_SERVER");
    stored.insert("username".into(), json!("all"));
    let changes = server::check_update(&stored, &object(json!({"pat": "new"})));
    assert_eq!(changes.map(Value::from), Ok(json!({"pat": "new", "username": "all"})));
}

#[test]
fn what_was_wrong_before_is_not_held_against_it() {
    let mut stored = stored("GITHUB");
    stored.extend(object(json!({
        "apiPath": "user/repos", "global": false, "projectMappingIds": [], "refSpecCustom": "nonsense",
    })));
    for (sent, expected) in [
        (json!({"displayName": "x"}), vec![]),
        (json!({"apiPath": null}), vec![]),
        (json!({"apiPath": "/user/repos"}), vec![]),
        (json!({"apiPath": ""}), vec![]),
        (json!({"gitViewerEnabled": false}), vec![]),
        // The same mistake once more is this request’s.
        (json!({"apiPath": "orgs/acme/repos"}), vec!["apiPath: The API path must begin with “/”."]),
        (json!({"apiPath": "user/repos"}), vec!["apiPath: The API path must begin with “/”."]),
        (
            json!({"projectMappingIds": []}),
            vec![
                "projectMappingIds: The repository browser needs at least one project. Choose one, or associate all projects.",
            ],
        ),
        // And so is a new one.
        (
            json!({"gitViewerEnabled": false, "requireUserPat": true}),
            vec![
                "requireUserPat: Users’ own tokens require the repository browser. Turn it on, or turn this off.",
            ],
        ),
    ] {
        let result = server::check_update(&stored, &object(sent.clone()));
        assert_eq!(sentences(result), expected, "{sent}");
    }
}

#[test]
fn one_problem_refuses_the_whole_request() {
    let result = update("GITHUB", json!({"displayName": "fine", "apiPath": "wrong"}));
    assert_eq!(sentences(result), ["apiPath: The API path must begin with “/”."]);
}

#[test]
fn leaves_alone_what_no_document_names() {
    for name in names() {
        let mut before = stored(name);
        before.insert("groupName".into(), json!("acme"));
        before.insert("lastIndexedDate".into(), json!(5));
        let patch = server::check_update(&before, &object(json!({"displayName": "x"}))).expect("accepted");
        let mut after = before.clone();
        after.insert("displayName".into(), json!("x"));
        assert_eq!(merged(&before, &patch), after, "{name}");
    }
}

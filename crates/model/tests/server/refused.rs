//! What is refused in both requests, whatever else they hold.

use crate::support::{least, names, object, stored};
use crate::{body, create, sentences, update};
use patchbay_model::gij::server;
use serde_json::{Value, json};

/// Both requests get the same sentences.
#[track_caller]
fn both(cases: &[(&str, Value, &[&str])]) {
    for (name, sent, expected) in cases {
        assert_eq!(sentences(create(name, sent.clone())), *expected, "add {name} {sent}");
        assert_eq!(sentences(update(name, sent.clone())), *expected, "change {name} {sent}");
    }
}

#[test]
fn values_of_another_json_type() {
    both(&[
        ("GITHUB", json!({"displayName": 5}), &["displayName: Send text, not the number 5."]),
        ("GITHUB", json!({"displayName": true}), &["displayName: Send text, not true."]),
        ("GITHUB", json!({"displayName": ["x"]}), &["displayName: Send text, not a list."]),
        ("GITHUB", json!({"origin": {}}), &["origin: Send text, not an object."]),
        ("GITHUB", json!({"global": "true"}), &["global: Send true or false, not text."]),
        ("GITHUB", json!({"global": 1}), &["global: Send true or false, not the number 1."]),
        ("GITHUB", json!({"disabled": "false"}), &["disabled: Send true or false, not text."]),
        (
            "GITHUB",
            json!({"disableSslVerification": []}),
            &["disableSslVerification: Send true or false, not a list."],
        ),
        (
            "GITHUB",
            json!({"maxMinsToCommitEmail": "60"}),
            &["maxMinsToCommitEmail: Send a whole number, not text."],
        ),
        (
            "GITHUB",
            json!({"maxMinsToCommitEmail": 1.5}),
            &["maxMinsToCommitEmail: Send a whole number, not the number 1.5."],
        ),
        (
            "GITHUB",
            json!({"projectMappingIds": "10000"}),
            &["projectMappingIds: Send a list of numeric project IDs, not text."],
        ),
        (
            "GITHUB",
            json!({"projectMappingIds": ["10000"]}),
            &["projectMappingIds: Send a list of numeric project IDs, not a list."],
        ),
        (
            "GITHUB",
            json!({"projectMappingIds": [-1]}),
            &["projectMappingIds: Send a list of numeric project IDs, not a list."],
        ),
        ("GITLAB", json!({"username": 5}), &["username: Send text, not the number 5."]),
        ("GERRIT", json!({"username": 5}), &["username: Send text, not the number 5."]),
        ("FILESPACE", json!({"folderDepth": "3"}), &["folderDepth: Send a whole number, not text."]),
        ("AWS", json!({"awsRegion": 5}), &["awsRegion: Send text, not the number 5."]),
    ]);
}

#[test]
fn a_secret_is_never_repeated() {
    for (secret, sentence) in [
        (json!(5_551_234), "pat: Send it as text."),
        (json!(["hunter2"]), "pat: Send it as text."),
        (json!({"a": "hunter2"}), "pat: Send it as text."),
        (json!("hunter\n2"), "pat: Remove the line break or control character from the secret."),
        (json!("hunter 2"), "pat: Tokens cannot contain spaces. Remove them."),
    ] {
        assert_eq!(sentences(update("GITLAB", json!({"pat": secret}))), [sentence]);
    }
}

#[test]
fn settings_of_other_types() {
    let sentence =
        |key: &str, name: &str| format!("{key}: {name} integrations do not have this setting. Remove it.");
    for (name, sent) in [
        ("AZURE", json!({"apiPath": "/x"})),
        ("GERRIT", json!({"apiPath": "/x"})),
        ("AWS", json!({"apiFilter": "[]"})),
        ("GITHUB", json!({"tfsCollection": "DefaultCollection"})),
        ("AZURE", json!({"tfsCollection": "DefaultCollection"})),
        ("GITHUB", json!({"awsRegion": "eu-west-1"})),
        ("GITHUB", json!({"folderDepth": 1})),
        ("GERRIT", json!({"requireUserPat": true})),
        ("FILESPACE", json!({"requireUserPat": true})),
        ("FILESPACE", json!({"prHideFilter": ".*"})),
        ("FILESPACE", json!({"pat": "t0ken"})),
        ("FILESPACE", json!({"password": "s3cret"})),
        ("FILESPACE", json!({"username": "jira"})),
    ] {
        let (key, _) = object(sent.clone()).into_iter().next().expect("one");
        both(&[(name, sent, &[&sentence(&key, name)])]);
    }
    for (name, sent) in [
        ("GITLAB", json!({"password": "s3cret"})),
        ("GERRIT", json!({"pat": "t0ken"})),
        ("AWS", json!({"pat": "t0ken"})),
    ] {
        let (key, _) = object(sent.clone()).into_iter().next().expect("one");
        assert!(sentences(update(name, sent)).contains(&sentence(&key, name)), "{name}");
    }
}

#[test]
fn empty_settings_of_other_types_are_not() {
    for name in names() {
        let empty = json!({
            "apiPath": "", "apiFilter": "", "tfsCollection": "", "awsRegion": null, "folderDepth": null,
            "requireUserPat": false, "prHideFilter": "",
        });
        assert_eq!(sentences(update(name, empty.clone())), [""; 0], "{name}");
        let mut body = body(name, empty);
        for (key, value) in least(name) {
            body.insert(key, value);
        }
        assert_eq!(sentences(server::check_create(&body)), [""; 0], "{name}");
    }
}

#[test]
fn settings_that_break_a_rule() {
    const PROJECTS: &str =
        "projectMappingIds: Projects are not accepted when global is true. Send only one of them.";
    const DEPTH: &str = "folderDepth: Enter a number from 1 to 5.";
    both(&[
        ("FILESPACE", json!({"folderDepth": 0}), &[DEPTH]),
        ("FILESPACE", json!({"folderDepth": 6}), &[DEPTH]),
        ("FILESPACE", json!({"folderDepth": 3}), &[]),
        (
            "GITHUB",
            json!({"origin": "github.com"}),
            &["origin: The URL must begin with https:// or http://."],
        ),
        ("GITHUB", json!({"apiPath": "user/repos"}), &["apiPath: The API path must begin with “/”."]),
        ("GITHUB", json!({"maxMinsToCommitEmail": -1}), &["maxMinsToCommitEmail: Enter 0 or more."]),
        (
            "GITHUB",
            json!({"maxMinsToCommitEmail": -1, "sendCommitEmails": false}),
            &["maxMinsToCommitEmail: Enter 0 or more."],
        ),
        (
            "GITHUB",
            json!({"displayName": "a\u{0}b"}),
            &["displayName: Remove the line break or control character."],
        ),
        ("GITLAB", json!({"username": "a\nb"}), &["username: Remove the line break or control character."]),
        (
            "AWS",
            json!({"awsRegion": "Frankfurt"}),
            &["awsRegion: “Frankfurt” is not a region code. Example: “eu-west-1”."],
        ),
        ("GITHUB", json!({"global": true, "projectMappingIds": [10_000]}), &[PROJECTS]),
        ("GITHUB", json!({"global": true, "projectMappingIds": []}), &[]),
        (
            "GITHUB",
            json!({"global": false}),
            &[
                "projectMappingIds: The repository browser needs at least one project. Choose one, or associate all projects.",
            ],
        ),
        ("GITHUB", json!({"global": false, "gitViewerEnabled": false}), &[]),
        (
            "GITHUB",
            json!({"requireUserPat": true, "gitViewerEnabled": false}),
            &[
                "requireUserPat: Users’ own tokens require the repository browser. Turn it on, or turn this off.",
            ],
        ),
        // Several at once, in the order of the form, one sentence a field.
        (
            "GITHUB",
            json!({"tagsFilter": 5, "origin": "x", "displayName": 5, "maxMinsToCommitEmail": -1}),
            &[
                "displayName: Send text, not the number 5.",
                "tagsFilter: Send text, not the number 5.",
                "origin: The URL must begin with https:// or http://.",
                "maxMinsToCommitEmail: Enter 0 or more.",
            ],
        ),
    ]);
}

#[test]
fn two_ways_to_sign_in_at_once() {
    const PASSWORD: &str = "password: Send either pat or username and password, not both.";
    const USER: &str = "username: Send either pat or username and password, not both.";
    const ALL: &str = "username: With a token, Team Foundation Server accepts only the user name “all”.";
    let cases: [(&str, Value, &[&str]); 8] = [
        ("GITHUB", json!({"pat": "t", "username": "u", "password": "p"}), &[PASSWORD]),
        ("GITHUB", json!({"pat": "t", "username": "u"}), &[USER]),
        ("GITHUB", json!({"pat": "t", "username": "", "password": ""}), &[]),
        ("GITHUB", json!({"pat": "", "username": "u", "password": "p"}), &[]),
        ("TFS_SERVER", json!({"pat": "t", "username": "u", "password": ""}), &[ALL]),
        ("TFS_SERVER", json!({"pat": "t", "username": "all", "password": ""}), &[]),
        // GitLab’s own wizard asks for a user name beside the token.
        ("GITLAB_SERVER", json!({"pat": "t", "username": "u"}), &[]),
        ("AZURE_DEVOPS", json!({"pat": "t", "password": "p"}), &[PASSWORD]),
    ];
    both(&cases);
}

#[test]
fn an_unknown_type_is_named() {
    let all = "GITHUB, GITHUB_SERVER, GITLAB, GITLAB_SERVER, GITLAB_SERVER_LEGACY, AZURE, AZURE_DEVOPS, VSTS, \
               TFS_SERVER, AWS, GERRIT, FILESPACE";
    for (sent, sentence) in [
        (json!({}), format!("type: The type is required. Use one of {all}.")),
        (json!({"type": null}), format!("type: The type is required. Use one of {all}.")),
        (json!({"integrationType": "GITHUB"}), format!("type: The type is required. Use one of {all}.")),
        (json!({"type": "GITEA"}), format!("type: “GITEA” is not an integration type. Use one of {all}.")),
        (json!({"type": "github"}), format!("type: “github” is not an integration type. Use one of {all}.")),
        (json!({"type": 5}), "type: Send text, not the number 5.".to_owned()),
    ] {
        assert_eq!(sentences(server::check_create(&object(sent.clone()))), [sentence], "{sent}");
    }
    let unknown = object(json!({"id": 1, "integrationType": "GITHUB_APP"}));
    let refusal = sentences(server::check_update(&unknown, &object(json!({"displayName": "x"}))));
    assert_eq!(refusal, ["type: “GITHUB_APP” is not an integration type."]);
}

#[test]
fn another_type_than_the_stored_one() {
    let sentence = |key: &str| format!("{key}: The type cannot be changed. This is a GITHUB integration.");
    for (sent, expected) in [
        (json!({"type": "GITHUB"}), vec![]),
        (json!({"integrationType": "GITHUB", "type": null}), vec![]),
        (json!({"type": "GITLAB"}), vec![sentence("type")]),
        (json!({"integrationType": "GITLAB"}), vec![sentence("integrationType")]),
        (json!({"type": "GITHUB", "integrationType": "GITLAB"}), vec![sentence("integrationType")]),
        (json!({"type": "github"}), vec![sentence("type")]),
        (json!({"type": ""}), vec![sentence("type")]),
        (json!({"type": 5}), vec![sentence("type")]),
    ] {
        assert_eq!(sentences(update("GITHUB", sent.clone())), expected, "{sent}");
    }
    assert!(stored("GITHUB").contains_key("integrationType"));
}

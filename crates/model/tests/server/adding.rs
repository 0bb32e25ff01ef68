//! What is stored of "Add New Integration".

use crate::support::{documented, least, names, object, stored};
use crate::{create, sentences};
use patchbay_model::gij::server;
use serde_json::{Value, json};

/// The one setting `key` of what is stored; null when it is not.
#[track_caller]
fn kept(name: &str, more: Value, key: &str) -> Value {
    match create(name, more.clone()) {
        Ok(mut settings) => settings.remove(key).unwrap_or_default(),
        Err(problems) => panic!("{name} {more} was refused: {problems:?}"),
    }
}

#[test]
fn requires_what_the_type_needs() {
    const HOST: &str = "origin: Host URL is required.";
    const TOKEN: &str = "pat: Personal access token is required.";
    const USER: &str = "username: User name is required.";
    const PASSWORD: &str = "password: Password is required.";
    let cases: [(&str, &[&str]); 12] = [
        ("GITHUB", &[TOKEN]),
        ("GITHUB_SERVER", &[HOST, TOKEN]),
        ("GITLAB", &[TOKEN]),
        ("GITLAB_SERVER", &[HOST, TOKEN]),
        ("GITLAB_SERVER_LEGACY", &[HOST, USER, PASSWORD]),
        ("AZURE", &[TOKEN]),
        ("AZURE_DEVOPS", &[HOST, TOKEN]),
        ("VSTS", &[TOKEN]),
        ("TFS_SERVER", &[HOST, USER, PASSWORD]),
        (
            "AWS",
            &[
                "username: Access key ID is required.",
                "password: Secret access key is required.",
                "awsRegion: AWS region is required.",
            ],
        ),
        ("GERRIT", &[HOST, USER, PASSWORD]),
        ("FILESPACE", &["origin: Folder on the Jira server is required."]),
    ];
    for (name, expected) in cases {
        assert_eq!(sentences(server::check_create(&object(json!({"type": name})))), expected, "{name}");
        // Blank is none: the document says to leave credentials blank.
        let blank =
            json!({"type": name, "origin": " ", "pat": "", "username": "", "password": "", "awsRegion": ""});
        assert_eq!(sentences(server::check_create(&object(blank))), expected, "{name}, blank");
    }
}

#[test]
fn half_of_a_user_and_password_is_not_enough() {
    for (name, more, expected) in [
        ("GITHUB", json!({"pat": "", "username": "jira"}), "password: Password is required."),
        ("GITHUB", json!({"pat": "", "password": "s3cret"}), "username: User name is required."),
        ("GERRIT", json!({"username": ""}), "username: User name is required."),
        ("AWS", json!({"password": null}), "password: Secret access key is required."),
    ] {
        assert_eq!(sentences(create(name, more.clone())), [expected], "{name} {more}");
    }
}

#[test]
fn fills_in_what_is_left_out() {
    let settings = server::check_create(&least("GITHUB")).expect("accepted");
    assert_eq!(
        Value::from(documented(settings)),
        json!({
            "origin": "https://api.github.com", "pat": "t0ken", "disableSslVerification": false, "disabled": false,
            "refSpecNotes": true, "refSpecChanges": false, "global": true, "projectMappingIds": [],
            "gitViewerEnabled": true, "requireUserPat": false, "sourcesDiffViewEnabled": true,
            "smartCommitsEnabled": true, "revisionIndexing": true, "sendCommitEmails": true,
            "maxMinsToCommitEmail": 1440, "trustFolderStat": false, "integrationType": "GITHUB",
        })
    );
    let settings = server::check_create(&least("FILESPACE")).expect("accepted");
    assert_eq!(
        Value::from(documented(settings)),
        json!({
            "origin": "/jira/repos/*", "folderDepth": 1, "disabled": false, "global": true, "projectMappingIds": [],
            "gitViewerEnabled": true, "sourcesDiffViewEnabled": true, "smartCommitsEnabled": true,
            "revisionIndexing": true, "sendCommitEmails": true, "maxMinsToCommitEmail": 1440,
            "trustFolderStat": false, "integrationType": "FILESPACE",
        })
    );
}

#[test]
fn keeps_what_is_sent() {
    for (name, more, key, expected) in [
        ("GITHUB", json!({"disabled": true}), "disabled", json!(true)),
        ("GITHUB", json!({"disableSslVerification": true}), "disableSslVerification", json!(true)),
        ("GITHUB", json!({"displayName": "  GitHub "}), "displayName", json!("GitHub")),
        ("GITHUB", json!({"displayName": ""}), "displayName", json!(null)),
        ("GITHUB", json!({"origin": null}), "origin", json!("https://api.github.com")),
        ("GITHUB", json!({"origin": ""}), "origin", json!("https://api.github.com")),
        ("GITHUB", json!({"origin": "https://ghe.example.org"}), "origin", json!("https://ghe.example.org")),
        ("AWS", json!({}), "origin", json!(null)),
        ("FILESPACE", json!({"folderDepth": 3}), "folderDepth", json!(3)),
        ("FILESPACE", json!({"folderDepth": null}), "folderDepth", json!(1)),
        ("GERRIT", json!({}), "refSpecChanges", json!(true)),
        ("GERRIT", json!({"refSpecChanges": false}), "refSpecChanges", json!(false)),
        ("TFS_SERVER", json!({"tfsCollection": "Default"}), "tfsCollection", json!("Default")),
        // A user name beside a token, where only tokens are taken.
        ("GITLAB_SERVER", json!({"username": "jira"}), "username", json!("jira")),
        ("GITHUB", json!({"pat": "", "username": "jira", "password": "p"}), "pat", json!(null)),
        ("GITHUB", json!({"pat": "", "username": "jira", "password": "p"}), "password", json!("p")),
        // Team Foundation Server’s literal user name.
        ("TFS_SERVER", json!({"pat": "t", "username": "all", "password": ""}), "username", json!("all")),
        // The age of commits to mail about is kept also while no mail is sent.
        (
            "GITHUB",
            json!({"sendCommitEmails": false, "maxMinsToCommitEmail": 60}),
            "maxMinsToCommitEmail",
            json!(60),
        ),
        // "Equivalent to unchecking the Associate to All Projects checkbox".
        ("GITHUB", json!({"projectMappingIds": [10_000, 10_100]}), "global", json!(false)),
        (
            "GITHUB",
            json!({"projectMappingIds": [10_000, 10_100]}),
            "projectMappingIds",
            json!([10_000, 10_100]),
        ),
        ("GITHUB", json!({"projectMappingIds": [10_000], "global": null}), "global", json!(false)),
        ("GITHUB", json!({"projectMappingIds": []}), "global", json!(true)),
        (
            "GITHUB",
            json!({"projectMappingIds": [10_000], "global": false}),
            "projectMappingIds",
            json!([10_000]),
        ),
        // Not the request’s to say.
        ("GITHUB", json!({"id": 99}), "id", json!(null)),
        ("GITHUB", json!({"initDate": 5, "limitGitData": true}), "limitGitData", json!(null)),
        ("GITHUB", json!({"integrationType": "GITLAB"}), "integrationType", json!("GITHUB")),
    ] {
        assert_eq!(kept(name, more.clone(), key), expected, "{name} {more}");
    }
}

#[test]
fn may_leave_the_origin_out_where_there_is_a_default() {
    for (name, origin) in [
        ("GITHUB", Some("https://api.github.com")),
        ("GITLAB", Some("https://gitlab.com")),
        ("AZURE", Some("https://dev.azure.com")),
        ("VSTS", Some("https://visualstudio.com")),
        ("AWS", None),
    ] {
        assert_eq!(stored(name).get("origin").and_then(Value::as_str), origin, "{name}");
    }
}

#[test]
fn what_is_stored_is_taken_back_without_a_change() {
    for name in names() {
        let stored = stored(name);
        assert_eq!(
            server::check_update(&stored, &stored),
            Ok(object(json!({"disabled": false}))).map(|mut patch| {
                patch.extend(stored.get("username").map(|user| ("username".to_owned(), user.clone())));
                patch
            }),
            "{name}"
        );
    }
}

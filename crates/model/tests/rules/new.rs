//! What a new integration of each type needs and begins with.

use crate::support::{form, kind, names};
use crate::{problems, typed};
use patchbay_model::Entry;
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::{self, server};
use serde_json::json;

#[test]
fn accepts_the_least_of_every_type() {
    for name in names() {
        assert_eq!(problems(name, Create, json!({})), [""; 0], "{name}");
        assert_eq!(problems(name, Edit, json!({})), [""; 0], "{name}");
    }
}

#[test]
fn requires_of_a_new_one_what_its_type_needs() {
    const TOKEN: &str = "pat: Personal access token is required.";
    const HOST: &str = "origin: Host URL is required.";
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
    assert!(names().eq(cases.iter().map(|case| case.0)));
    for (name, expected) in cases {
        let form = form(name, Create);
        let problems = form.problems(&form.defaults());
        let problems: Vec<_> =
            problems.iter().map(|problem| format!("{}: {problem}", problem.field)).collect();
        assert_eq!(problems, expected, "{name}");
    }
}

#[test]
fn begins_with_the_default_origin() {
    for (name, origin) in [
        ("GITHUB", "https://api.github.com"),
        ("GITHUB_SERVER", ""),
        ("GITLAB", "https://gitlab.com"),
        ("GITLAB_SERVER", ""),
        ("GITLAB_SERVER_LEGACY", ""),
        ("AZURE", "https://dev.azure.com"),
        ("AZURE_DEVOPS", ""),
        ("VSTS", "https://visualstudio.com"),
        ("TFS_SERVER", ""),
        ("AWS", ""),
        ("GERRIT", ""),
        ("FILESPACE", ""),
    ] {
        let default = form(name, Create).field("origin").map(|field| field.default.clone());
        assert_eq!(default, Some(Entry::from(origin)), "{name}");
    }
}

#[test]
fn begins_with_the_documents_defaults() {
    for name in names() {
        let form = form(name, Create);
        for (key, default) in [
            ("disabled", Entry::Toggle(Some(true))), // The label says "Enabled".
            ("disableSslVerification", Entry::Toggle(Some(true))), // "Verify SSL certificates".
            ("global", Entry::Toggle(Some(true))),
            ("gitViewerEnabled", Entry::Toggle(Some(true))),
            ("requireUserPat", Entry::Toggle(Some(false))),
            ("sourcesDiffViewEnabled", Entry::Toggle(Some(true))),
            ("smartCommitsEnabled", Entry::Toggle(Some(true))),
            ("revisionIndexing", Entry::Toggle(Some(true))),
            ("sendCommitEmails", Entry::Toggle(Some(true))),
            ("maxMinsToCommitEmail", Entry::from("1440")),
            ("trustFolderStat", Entry::Toggle(Some(false))),
            ("refSpecNotes", Entry::Toggle(Some(true))),
            ("refSpecChanges", Entry::Toggle(Some(name == "GERRIT"))),
            ("folderDepth", Entry::from("1")),
            ("projectMappingIds", Entry::Projects(vec![])),
        ] {
            let Some(field) = form.field(key) else { continue };
            assert_eq!(field.default, default, "{name} {key}");
        }
    }
}

#[test]
fn what_the_form_sends_for_the_least_is_accepted() {
    for name in names() {
        let (form, values) = typed(name, Create, json!({}));
        let body = gij::request_body(&kind(name), &form, &values);
        assert!(server::check_create(&body).is_ok(), "{name}");
    }
}

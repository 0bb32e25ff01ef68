//! The form of a repository that an integration tracks.

use crate::support::{fill, kind, names, object};
use patchbay_model::Kind;
use patchbay_model::gij::{
    IntegrationType, Reason, Repository, read_repository, repository_form, repository_patch,
};
use serde_json::{Value, json};

fn repository(settings: Value) -> Repository {
    let mut settings = object(settings);
    settings.insert("id".into(), json!(3));
    read_repository(Value::Object(settings), Some(3)).unwrap()
}

/// "Update Nested Repository": such values are silently ignored.
const READ_ONLY: [&str; 12] = [
    "mainBranch",
    "enableFetches",
    "hosted",
    "username",
    "encryptedPassword",
    "encryptedPat",
    "requireUserPat",
    "disableSslVerification",
    "commitsValidationRequired",
    "refSpecHeads",
    "refSpecTags",
    "state",
];

#[test]
fn no_type_offers_what_jira_ignores_or_what_the_scan_sets() {
    let types = names().map(kind).chain([IntegrationType::parse("GITHUB_APP"), IntegrationType::parse("")]);
    let mut seen = 0;
    for kind in types {
        let form = repository_form(&kind, &repository(json!({}))).schema;
        let keys: Vec<&str> = form.fields().map(|field| &*field.key).collect();
        for key in READ_ONLY.iter().chain(&[
            "origin",
            "root",
            "realRoot",
            "absoluteRoot",
            "id",
            "trackedFolderId",
            "disabled",
            "apiFilter",
            "apiPath",
            "folderDepth",
        ]) {
            assert!(!keys.contains(key), "{}: {key}", kind.name());
        }
        for key in [
            "displayName",
            "global",
            "projectMappingIds",
            "tagsFilter",
            "smartCommitsEnabled",
            "changesetFormat",
        ] {
            assert!(keys.contains(&key), "{}: {key}", kind.name());
        }
        assert!(form.fields().all(|field| field.kind != Kind::Secret && field.consequence.is_empty()));
        seen += 1;
    }
    assert_eq!(seen, 14);
}

#[test]
fn has_the_fields_of_its_integrations_type() {
    for (name, key, has) in [
        ("GITLAB", "prHideFilter", true),
        ("FILESPACE", "prHideFilter", false),
        ("FILESPACE", "refSpecCustom", false),
        ("GERRIT", "refSpecChanges", true),
    ] {
        let form = repository_form(&kind(name), &repository(json!({}))).schema;
        assert_eq!(form.field(key).is_some(), has, "{name}: {key}");
    }
    // The repository's own word counts where the integration's type is unknown.
    let own = repository(json!({"integrationType": "FILESPACE"}));
    assert!(repository_form(&IntegrationType::parse("NEW"), &own).schema.field("prHideFilter").is_none());
}

#[test]
fn shows_what_is_fixed_with_the_reason() {
    let form = repository_form(
        &kind("GITLAB"),
        &repository(json!({
            "origin": "https://h.example/a.git", "mainBranch": "main", "root": "/jira/home/3_a", "absoluteRoot": false,
            "hosted": false, "disableSslVerification": true, "username": "", "refSpecHeads": null, "group": "acme",
            "groupName": "acme", "encryptedPat": "s3cret", "commitsValidationRequired": true,
        })),
    );
    let shown: Vec<(&str, Reason, &str)> =
        form.fixed.iter().map(|fixed| (fixed.key, fixed.reason, &*fixed.value)).collect();
    assert_eq!(
        shown,
        [
            ("origin", Reason::Scanned, "https://h.example/a.git"),
            ("group", Reason::Scanned, "acme"),
            ("root", Reason::Scanned, "/jira/home/3_a"),
            ("absoluteRoot", Reason::Scanned, "off"),
            ("mainBranch", Reason::Ignored, "main"),
            ("disableSslVerification", Reason::Ignored, "off"),
            ("commitsValidationRequired", Reason::Ignored, "on"),
            ("hosted", Reason::Reported, "off"),
        ]
    );
    assert!(shown.iter().all(|(_, reason, _)| reason.sentence().ends_with('.')));
}

#[test]
fn sends_its_id_and_what_changes() {
    let stored = json!({
        "displayName": "acme", "global": true, "projectMappingIds": [], "gitViewerEnabled": true,
        "maxMinsToCommitEmail": 1440, "sendCommitEmails": true,
    });
    for (given, expected) in [
        (json!({}), json!({"id": 3})),
        (
            json!({"maxMinsToCommitEmail": "1441", "gitViewerEnabled": false}),
            json!({"id": 3, "maxMinsToCommitEmail": 1441, "gitViewerEnabled": false}),
        ),
        (
            json!({"global": false, "projectMappingIds": [10000]}),
            json!({"id": 3, "global": false, "projectMappingIds": [10000]}),
        ),
        (json!({"displayName": ""}), json!({"id": 3, "displayName": ""})),
    ] {
        let repository = repository(stored.clone());
        let form = repository_form(&kind("GITLAB"), &repository).schema;
        let before = form.read(&repository.settings);
        let mut after = before.clone();
        fill(&form, &mut after, given.clone());
        assert_eq!(Value::Object(repository_patch(3, &form, &before, &after)), expected, "{given}");
    }
}

#[test]
fn asks_for_a_project_as_the_integration_does() {
    let repository = repository(json!({"global": false, "projectMappingIds": [], "gitViewerEnabled": true}));
    let form = repository_form(&kind("GITLAB"), &repository).schema;
    let values = form.read(&repository.settings);
    let problems = form.problems(&values);
    assert_eq!(problems.iter().map(|problem| &*problem.field).collect::<Vec<_>>(), ["projectMappingIds"]);
}

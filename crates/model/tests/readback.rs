//! Before saving: what somebody else changed meanwhile. After saving: what the server made of the request.

mod support;

use patchbay_model::Mode::Edit;
use patchbay_model::gij::{Conflict, IntegrationType, conflicts, readback, schema};
use patchbay_model::{Change, Object};
use serde_json::{Value, json};
use support::{fill, form, object};

fn project(id: u64) -> String {
    format!("P{id}")
}

fn opened() -> Object {
    object(json!({
        "id": 1, "integrationType": "GITHUB", "displayName": "GitHub", "origin": "https://api.github.com",
        "disabled": false, "global": false, "projectMappingIds": [1, 2], "gitViewerEnabled": true,
        "sendCommitEmails": true, "maxMinsToCommitEmail": 1440, "disableSslVerification": false, "tagsFilter": "v.*",
    }))
}

fn with(changes: Value) -> Object {
    let mut settings = opened();
    settings.extend(object(changes));
    settings
}

/// Each conflict as `label: base -> theirs`, with `| mine` where the form changes the field too.
fn met(theirs: Value, mine: Value) -> Vec<String> {
    let form = form("GITHUB", Edit);
    let base = form.read(&opened());
    let theirs = form.read(&with(theirs));
    let mut edited = base.clone();
    fill(&form, &mut edited, mine);
    conflicts(&form, &base, &theirs, &edited, &project)
        .into_iter()
        .map(|Conflict { label, base, theirs, mine, .. }| {
            format!(
                "{label}: {base} -> {theirs}{}",
                mine.map_or_else(String::new, |mine| format!(" | {mine}"))
            )
        })
        .collect()
}

#[test]
fn shows_what_somebody_else_changed() {
    let cases: [(Value, Value, &[&str]); 15] = [
        (json!({}), json!({}), &[]),
        (json!({}), json!({"displayName": "Mine"}), &[]),
        (json!({"displayName": "Theirs"}), json!({}), &["Display name: GitHub -> Theirs"]),
        (
            json!({"displayName": "Theirs"}),
            json!({"displayName": "Mine"}),
            &["Display name: GitHub -> Theirs | Mine"],
        ),
        (json!({"displayName": "Same"}), json!({"displayName": "Same"}), &[]),
        (json!({"displayName": " GitHub "}), json!({}), &[]),
        (json!({"tagsFilter": ""}), json!({}), &["Tag filter (show only matching): v.* -> (none)"]),
        (json!({"apiFilter": "[]"}), json!({}), &["JMESPath filter: (none) -> []"]),
        (json!({"disableSslVerification": true}), json!({}), &["Verify SSL certificates: on -> off"]),
        (
            json!({"maxMinsToCommitEmail": "60"}),
            json!({}),
            &["Oldest commit to mail about: 1440 minutes -> 60 minutes"],
        ),
        (json!({"projectMappingIds": [2, 1, 1]}), json!({}), &[]),
        (
            json!({"projectMappingIds": [1, 3]}),
            json!({"projectMappingIds": [1]}),
            &["Projects: P1, P2 -> P1, P3 | P1"],
        ),
        (json!({"requireUserPat": true}), json!({}), &["Require users’ own tokens: (not reported) -> on"]),
        // Another way: switched on and off, indexed, and fields that no form has.
        (json!({"disabled": true, "lastIndexedDate": 5, "groupName": "x", "id": 1}), json!({}), &[]),
        // In the order of the form.
        (
            json!({"tagsFilter": "x", "displayName": "y", "global": true}),
            json!({"pat": "t0ken"}),
            &[
                "Display name: GitHub -> y",
                "Associate with all projects: off -> on",
                "Tag filter (show only matching): v.* -> x",
            ],
        ),
    ];
    for (theirs, mine, expected) in cases {
        assert_eq!(met(theirs.clone(), mine.clone()), expected, "{theirs} {mine}");
    }
}

fn change(key: &str, label: &str, before: &str, after: &str) -> Change {
    Change { key: key.into(), label: label.into(), before: before.into(), after: after.into() }
}

#[test]
fn is_content_when_the_server_did_as_asked() {
    for (asked, after) in [
        (json!({}), json!({})),
        (json!({"displayName": "New"}), json!({"displayName": "New"})),
        (json!({"displayName": "New"}), json!({"displayName": "New ", "lastIndexedDate": 5})),
        (json!({"tagsFilter": ""}), json!({"tagsFilter": ""})),
        (json!({"tagsFilter": ""}), json!({"tagsFilter": null})),
        (json!({"apiFilter": ""}), json!({})),
        (json!({"projectMappingIds": []}), json!({"projectMappingIds": null})),
        (json!({"projectMappingIds": [1, 3]}), json!({"projectMappingIds": [3, "1"]})),
        (json!({"maxMinsToCommitEmail": 60}), json!({"maxMinsToCommitEmail": "60"})),
        (json!({"maxMinsToCommitEmail": 60}), json!({"maxMinsToCommitEmail": 60.0})),
        (json!({"global": true}), json!({"global": "True"})),
        (json!({"disableSslVerification": true}), json!({"disableSslVerification": true})),
        // Secrets are never returned, and the type is not a setting.
        (json!({"pat": "t0ken", "password": "s3cret", "type": "GITHUB"}), json!({})),
        (json!({"noSuchField": 5}), json!({"noSuchField": 6})),
    ] {
        let result =
            readback(&form("GITHUB", Edit), &opened(), &object(asked.clone()), &with(after), &project);
        assert!(result.is_as_asked() && result.unverified.is_empty(), "{asked}: {result:?}");
    }
}

#[test]
fn shows_what_the_server_ignored() {
    for (asked, after, expected) in [
        (json!({"displayName": "New"}), json!({}), change("displayName", "Display name", "New", "GitHub")),
        (
            json!({"tagsFilter": ""}),
            json!({}),
            change("tagsFilter", "Tag filter (show only matching)", "(none)", "v.*"),
        ),
        (
            json!({"disableSslVerification": true}),
            json!({}),
            change("disableSslVerification", "Verify SSL certificates", "off", "on"),
        ),
        (
            json!({"projectMappingIds": [1]}),
            json!({}),
            change("projectMappingIds", "Projects", "P1", "P1, P2"),
        ),
        (
            json!({"projectMappingIds": []}),
            json!({}),
            change("projectMappingIds", "Projects", "(none)", "P1, P2"),
        ),
        (
            json!({"maxMinsToCommitEmail": 60}),
            json!({"maxMinsToCommitEmail": "soon"}),
            change("maxMinsToCommitEmail", "Oldest commit to mail about", "60 minutes", "soon minutes"),
        ),
        (
            json!({"displayName": "New"}),
            json!({"displayName": {"a": 1}}),
            change("displayName", "Display name", "New", "{\"a\":1}"),
        ),
    ] {
        let result =
            readback(&form("GITHUB", Edit), &opened(), &object(asked.clone()), &with(after), &project);
        assert_eq!(result.ignored, [expected], "{asked}");
        assert!(!result.is_as_asked());
    }
}

#[test]
fn does_not_vouch_for_what_the_server_does_not_report() {
    for (asked, after, expected) in [
        (json!({"requireUserPat": true}), json!({}), vec!["Require users’ own tokens"]),
        (
            json!({"requireUserPat": false}),
            json!({"requireUserPat": null}),
            vec!["Require users’ own tokens"],
        ),
        (
            json!({"username": "jira", "refSpecCustom": "refs/x/*"}),
            json!({}),
            vec!["User name", "More references to fetch"],
        ),
    ] {
        let result =
            readback(&form("GITHUB", Edit), &opened(), &object(asked.clone()), &with(after), &project);
        assert_eq!(result.unverified, expected, "{asked}");
        assert!(result.is_as_asked(), "nothing contradicts it");
    }
}

// The documents say that a blank `disabled` means false, so any change might switch an integration on.
#[test]
fn notices_when_the_server_switched_it() {
    for (before, after, switched) in [
        (json!(false), json!(false), None),
        (json!(true), json!(false), Some(true)),
        (json!(false), json!(true), Some(false)),
        (json!("true"), json!("FALSE"), Some(true)),
        (json!("true"), json!(true), None),
        (json!(null), json!(true), None),
        (json!(true), json!(null), None),
    ] {
        let (before, after) = (with(json!({"disabled": before})), with(json!({"disabled": after})));
        let result = readback(&form("GITHUB", Edit), &before, &Object::new(), &after, &project);
        assert_eq!(result.switched, switched);
        assert_eq!(result.is_as_asked(), switched.is_none());
    }
}

#[test]
fn names_what_changed_though_nobody_asked_for_it() {
    let label = "Tag filter (show only matching)";
    for (asked, after, others) in [
        (json!({"displayName": "New"}), json!({"displayName": "New"}), vec![]),
        // Asked for: that is another list.
        (json!({"tagsFilter": "w.*"}), json!({"tagsFilter": "x.*"}), vec![]),
        (
            json!({"displayName": "New"}),
            json!({"displayName": "New", "tagsFilter": "w.*"}),
            vec![change("tagsFilter", label, "v.*", "w.*")],
        ),
        (
            json!({}),
            json!({"gitViewerEnabled": false, "projectMappingIds": [2, 1]}),
            vec![change("gitViewerEnabled", "Repository browser", "on", "off")],
        ),
        // Reported before only, or now only; no setting; the same in another writing.
        (json!({}), json!({"requireUserPat": true, "smartCommitsEnabled": null}), vec![]),
        // Servers leave out what is empty.
        (json!({}), json!({"tagsFilter": null}), vec![change("tagsFilter", label, "v.*", "(none)")]),
        (json!({}), json!({"apiFilter": "[]"}), vec![change("apiFilter", "JMESPath filter", "(none)", "[]")]),
        (json!({}), json!({"lastIndexedDate": 7, "maxMinsToCommitEmail": "1440"}), vec![]),
    ] {
        let result =
            readback(&form("GITHUB", Edit), &opened(), &object(asked.clone()), &with(after), &project);
        assert_eq!(result.others, others, "{asked}");
        assert_eq!(result.is_as_asked(), result.others.is_empty() && result.ignored.is_empty());
    }
}

#[test]
fn reads_back_types_that_no_table_knows() {
    let before = object(json!({"id": 1, "limits": {"a": [1, 2]}, "note": "x"}));
    let form = schema(&IntegrationType::parse("GITHUB_APP"), Edit, &before);
    let asked = object(json!({"limits": {"a": [2]}, "note": "y"}));
    let done = readback(&form, &before, &asked, &asked, &project);
    assert!(done.is_as_asked());
    let ignored = readback(&form, &before, &asked, &before, &project).ignored;
    assert_eq!(ignored[1], change("note", "note", "y", "x"));
    assert_eq!(ignored.len(), 2);
}

//! What fields take together, and what deserves a second look.

use crate::support::{fill, form, kind, stored};
use crate::{table, typed};
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::{self, rules::SLOW_PATTERN};
use patchbay_model::text::query::Query;
use serde_json::{Value, json};

#[test]
fn checks_fields_against_each_other() {
    const PROJECT: &[&str] = &[
        "projectMappingIds: The repository browser needs at least one project. Choose one, or associate all projects.",
    ];
    const BROWSER: &[&str] =
        &["requireUserPat: Users’ own tokens require the repository browser. Turn it on, or turn this off."];
    for mode in [Create, Edit] {
        table(&[
            ("GITHUB", mode, json!({"global": false}), PROJECT),
            ("GITHUB", mode, json!({"global": false, "projectMappingIds": [10_000]}), &[]),
            ("GITHUB", mode, json!({"global": false, "gitViewerEnabled": false}), &[]),
            ("GITHUB", mode, json!({"global": true, "projectMappingIds": [10_000]}), &[]),
            ("GITHUB", mode, json!({"requireUserPat": true}), &[]),
            ("GITHUB", mode, json!({"requireUserPat": true, "gitViewerEnabled": false}), BROWSER),
            ("GITHUB", mode, json!({"requireUserPat": false, "gitViewerEnabled": false}), &[]),
            // What the server did not say is not held against anybody.
            ("GITHUB", mode, json!({"requireUserPat": true, "gitViewerEnabled": null}), &[]),
            ("GITHUB", mode, json!({"global": false, "gitViewerEnabled": null}), &[]),
        ]);
    }
}

#[test]
fn never_sends_projects_of_an_integration_for_all() {
    let (form, values) = typed("GITHUB", Create, json!({"global": true, "projectMappingIds": [10_000]}));
    let body = gij::request_body(&kind("GITHUB"), &form, &values);
    assert_eq!((&body["global"], body.get("projectMappingIds")), (&json!(true), None));
}

#[test]
fn sends_the_projects_again_when_they_begin_to_count() {
    let mut before = stored("GITHUB");
    before.insert("projectMappingIds".into(), json!([10_000]));
    let form = form("GITHUB", Edit);
    let opened = form.read(&before);
    let mut edited = opened.clone();
    fill(&form, &mut edited, json!({"global": false}));
    let patch = gij::request_patch(&kind("GITHUB"), &form, &opened, &edited);
    assert_eq!(Value::from(patch), json!({"global": false, "projectMappingIds": [10_000]}));
}

#[test]
fn warns_of_what_deserves_a_second_look() {
    const BOTH: &str =
        "An API path is set too. The vendor’s documents disagree on whether both work together.";
    const REFERENCE: &str = "Names have no “refs/tags/” before them here. Remove it from the pattern.";
    const REGION: &str = "The vendor’s documents misprint this region. Its code is “ap-south-1”.";
    const UNVERIFIED: &str = "Without this check, anyone between Jira and the host can read the credentials.";
    for (name, given, at, expected) in [
        ("GITHUB", json!({"apiPath": "/user/repos"}), "apiFilter", None),
        ("GITHUB", json!({"apiFilter": "[?contains(name, 'a')]"}), "apiFilter", None),
        (
            "GITHUB",
            json!({"apiPath": "/user/repos", "apiFilter": "[?contains(name, 'a')]"}),
            "apiFilter",
            Some(BOTH),
        ),
        ("GITHUB", json!({"tagsFilter": "(a+)+?b"}), "tagsFilter", Some(SLOW_PATTERN)),
        ("GITHUB", json!({"prHideFilter": r"(\w?\w?){30}X"}), "prHideFilter", Some(SLOW_PATTERN)),
        ("GITHUB", json!({"tagsFilter": r"^\d+(\.\d+)*$"}), "tagsFilter", None),
        ("GITHUB", json!({"prHideFilter": r"^v?(\d+\.)+\d+$"}), "prHideFilter", None),
        ("GITHUB", json!({"tagsFilter": "refs/tags/v1"}), "tagsFilter", Some(REFERENCE)),
        ("GITHUB", json!({"prHideFilter": "refs/tags/v1"}), "prHideFilter", Some(REFERENCE)),
        ("AWS", json!({"awsRegion": "ap-outh-1"}), "awsRegion", Some(REGION)),
        ("AWS", json!({"awsRegion": "ap-south-1"}), "awsRegion", None),
        ("GITHUB", json!({"disableSslVerification": false}), "disableSslVerification", Some(UNVERIFIED)),
        ("GITHUB", json!({"disableSslVerification": true}), "disableSslVerification", None),
        ("GITHUB", json!({"disableSslVerification": null}), "disableSslVerification", None),
    ] {
        for mode in [Create, Edit] {
            let (form, values) = typed(name, mode, given.clone());
            let warning = form.warning(form.field(at).expect("the field"), &values);
            assert_eq!(warning.as_deref(), expected, "{name} {mode:?} {given}");
            assert_eq!(form.problems(&values), [], "a warning keeps nothing from being sent");
        }
    }
    let lint = Query::parse("[?!a && b]").expect("valid").lint();
    let (form, values) = typed("GITHUB", Create, json!({"apiFilter": "[?!a && b]"}));
    assert!(lint.is_some());
    assert_eq!(form.warning(form.field("apiFilter").expect("the field"), &values), lint);
    // One warning does not hide the other.
    let given = json!({"apiPath": "/user/repos", "apiFilter": "[?!a && b]"});
    let (form, values) = typed("GITHUB", Create, given);
    let all = [lint.unwrap_or_default().as_str(), BOTH].join(" ");
    assert_eq!(form.warning(form.field("apiFilter").expect("the field"), &values), Some(all));
}

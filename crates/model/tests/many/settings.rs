//! Which settings many integrations share, and what can be done with each.

use crate::support::names;
use crate::{edit, integration};
use patchbay_model::form::Field;
use patchbay_model::gij::Integration;
use patchbay_model::gij::plan::edits::fields_of;
use patchbay_model::plan::edits::{How, Way, ways};
use patchbay_model::{Entry, Kind};
use serde_json::json;

fn keys(fields: &[Field]) -> Vec<&str> {
    fields.iter().map(|field| field.key.as_ref()).collect()
}

fn shared(kinds: &[&str]) -> Vec<Field> {
    let all: Vec<Integration> = kinds.iter().map(|kind| integration(kind, json!({}))).collect();
    fields_of(&all.iter().collect::<Vec<_>>())
}

const COMMON: [&str; 9] = [
    "projectMappingIds",
    "gitViewerEnabled",
    "sourcesDiffViewEnabled",
    "smartCommitsEnabled",
    "revisionIndexing",
    "tagsFilter",
    "sendCommitEmails",
    "maxMinsToCommitEmail",
    "trustFolderStat",
];

fn between(first: &[&'static str], inner: &[&'static str], more: &[&'static str]) -> Vec<&'static str> {
    let (before, after) = COMMON.split_at(2);
    let (features, rest) = after.split_at(4);
    [first, &before[..1], &before[1..], inner, features, more, rest].concat()
}

#[test]
fn only_those_that_all_types_have_with_the_same_meaning() {
    let refspecs = ["refSpecNotes", "refSpecChanges", "refSpecCustom"];
    let hosted = |more: &[&'static str]| {
        let mut first = vec!["displayName", "origin"];
        first.extend(more);
        first.extend(refspecs);
        first
    };
    let github = between(
        &hosted(&["disableSslVerification", "apiPath", "apiFilter"]),
        &["requireUserPat"],
        &["prHideFilter"],
    );
    for (kinds, wanted) in [
        (vec!["GITHUB_SERVER"], github.clone()),
        (vec!["GITHUB_SERVER", "GITHUB", "GITHUB_SERVER"], github),
        // Each asks the host for another list of repositories.
        (
            vec!["GITHUB_SERVER", "GITLAB_SERVER"],
            between(&hosted(&["disableSslVerification", "apiPath"]), &["requireUserPat"], &["prHideFilter"]),
        ),
        (
            vec!["GITHUB", "AZURE"],
            between(&hosted(&["disableSslVerification"]), &["requireUserPat"], &["prHideFilter"]),
        ),
        (
            vec!["AZURE_DEVOPS", "TFS_SERVER"],
            between(
                &hosted(&["tfsCollection", "disableSslVerification", "apiFilter"]),
                &["requireUserPat"],
                &["prHideFilter"],
            ),
        ),
        (vec!["GITHUB", "GERRIT"], between(&hosted(&["disableSslVerification"]), &[], &["prHideFilter"])),
        // A folder's origin is a path.
        (vec!["GITHUB", "FILESPACE"], between(&["displayName"], &[], &[])),
        (vec!["AWS", "FILESPACE", "GERRIT"], between(&["displayName"], &[], &[])),
        (Vec::new(), Vec::new()),
    ] {
        assert_eq!(keys(&shared(&kinds)), wanted, "{kinds:?}");
    }
}

#[test]
fn all_twelve_types_share_what_jira_does_with_commits() {
    let all = names().collect::<Vec<_>>();
    assert_eq!(keys(&shared(&all)), between(&["displayName"], &[], &[]));
}

#[test]
fn credentials_are_never_among_them() {
    for name in names() {
        for field in shared(&[name]) {
            assert!(!["username", "password", "pat", "signIn", "global"].contains(&&*field.key), "{name}");
            assert_eq!(field.shown, None, "{name} {}", field.key);
        }
    }
}

#[test]
fn an_unknown_type_shares_what_it_was_reported_with() {
    let unknown = integration("GITHUB_SERVER", json!({ "integrationType": "GITHUB_APP", "novelty": "x" }));
    let known = integration("GITHUB_SERVER", json!({}));
    assert!(keys(&fields_of(&[&unknown])).contains(&"novelty"));
    let both = fields_of(&[&unknown, &known]);
    assert!(!keys(&both).contains(&"novelty"));
    // Its origin may be anything.
    assert!(!keys(&both).contains(&"origin"));
    assert!(keys(&both).contains(&"smartCommitsEnabled"));
    assert_eq!(keys(&fields_of(&[&known, &unknown])), keys(&both));
}

#[test]
fn what_differs_between_types_is_not_shown_as_if_it_did_not() {
    let field = |kinds: &[&str], key: &str| {
        shared(kinds).into_iter().find(|field| field.key == key).unwrap_or_else(|| panic!("{key}"))
    };
    assert_eq!(field(&["GITHUB", "GITLAB_SERVER"], "origin").placeholder, "");
    assert!(!field(&["GITLAB_SERVER"], "origin").placeholder.is_empty());
    // AWS may do without, GitHub may not.
    for kinds in [["AWS", "GITHUB"], ["GITHUB", "AWS"]] {
        assert!(!ways(&field(&kinds, "origin")).contains(&Way::Clear), "{kinds:?}");
    }
    assert!(ways(&field(&["AWS"], "origin")).contains(&Way::Clear));
}

#[test]
fn text_is_added_and_replaced_only_where_there_is_text() {
    use Way::{Add, All, Append, Clear, Prepend, Remove, Replace, Set};
    let text = vec![Set, Append, Prepend, Replace, Clear];
    for (kind, key, wanted) in [
        ("GITHUB_SERVER", "displayName", text.clone()),
        ("GITHUB_SERVER", "origin", vec![Set, Append, Prepend, Replace]),
        ("FILESPACE", "origin", vec![Set, Append, Prepend, Replace]),
        ("GITHUB_SERVER", "apiPath", text.clone()),
        ("GITHUB_SERVER", "apiFilter", text.clone()),
        ("AZURE_DEVOPS", "tfsCollection", text.clone()),
        ("GITHUB_SERVER", "tagsFilter", text.clone()),
        ("GITHUB_SERVER", "prHideFilter", text),
        ("GITHUB_SERVER", "refSpecCustom", vec![Set, Add, Remove, Replace, Clear]),
        ("GITHUB_SERVER", "projectMappingIds", vec![Add, Remove, Set, All]),
        ("GITHUB_SERVER", "smartCommitsEnabled", vec![Set]),
        ("GITHUB_SERVER", "maxMinsToCommitEmail", vec![Set]),
        ("FILESPACE", "folderDepth", vec![Set]),
        ("AWS", "awsRegion", vec![Set]),
    ] {
        let fields = shared(&[kind]);
        let field = fields.iter().find(|field| field.key == key).unwrap_or_else(|| panic!("{key}"));
        assert_eq!(ways(field), wanted, "{kind} {key}");
    }
    assert_eq!(ways(&Field::new("pat", "Token", Kind::Secret)), []);
}

#[test]
fn what_is_wrong_for_all_alike_is_said_before_any_is_looked_at() {
    let fields = shared(&["GITHUB_SERVER"]);
    let text = |text: &str| Entry::from(text);
    for (key, how, wanted) in [
        ("displayName", How::Set(text("x")), None),
        ("displayName", How::Set(text(" ")), Some("Enter a value.")),
        ("displayName", How::Clear, None),
        ("displayName", How::Append(" ".into()), Some("Enter the text to add.")),
        ("displayName", How::Prepend(String::new()), Some("Enter the text to add.")),
        (
            "displayName",
            How::Replace { text: String::new(), with: "x".into() },
            Some("Enter the text to replace."),
        ),
        ("displayName", How::Replace { text: " ".into(), with: String::new() }, None),
        (
            "maxMinsToCommitEmail",
            How::Set(text("soon")),
            Some("“soon” is not a whole number. Use digits only."),
        ),
        ("refSpecCustom", How::Add(text("")), Some("Enter what to add.")),
        ("refSpecCustom", How::Remove(text("")), Some("Enter what to remove.")),
        // One that is wrong may be there, to be removed.
        ("refSpecCustom", How::Remove(text("refs/..")), None),
        ("projectMappingIds", How::Add(Entry::Projects(vec![])), Some("Choose at least one project.")),
        ("projectMappingIds", How::Remove(Entry::Projects(vec![])), Some("Choose at least one project.")),
        ("projectMappingIds", How::Set(Entry::Projects(vec![])), None),
        ("projectMappingIds", How::All, None),
        ("smartCommitsEnabled", How::Set(Entry::Toggle(Some(true))), None),
    ] {
        let field = fields.iter().find(|field| field.key == key).unwrap_or_else(|| panic!("{key}"));
        let edit = edit(key, how);
        assert_eq!(edit.problem(field).as_deref(), wanted, "{edit:?}");
    }
    let wrong = edit("refSpecCustom", How::Add(text("refs/..")));
    let field = fields.iter().find(|field| field.key == "refSpecCustom").expect("it has refspecs");
    assert!(wrong.problem(field).is_some());
}

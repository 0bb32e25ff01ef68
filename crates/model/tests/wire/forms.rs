//! Settings in a form: values of any shape, and types that no table knows.

use crate::support::{form, object};
use patchbay_model::Mode::Edit;
use patchbay_model::gij::IntegrationType;
use patchbay_model::{Entry, Kind, Object, Secret, form, gij};
use serde_json::{Value, json};

// Optional texts are sometimes "", sometimes absent; requireUserPat is missing from the Update answer.
#[test]
fn does_not_take_absent_for_off() {
    let form = form("GITHUB", Edit);
    for (key, value, expected) in [
        ("requireUserPat", json!(null), Entry::Toggle(None)),
        ("requireUserPat", json!(true), Entry::Toggle(Some(true))),
        ("requireUserPat", json!("true"), Entry::Toggle(Some(true))),
        ("requireUserPat", json!("False "), Entry::Toggle(Some(false))),
        ("requireUserPat", json!("yes"), Entry::Toggle(None)),
        ("requireUserPat", json!(1), Entry::Toggle(None)),
        // The label says "Verify", the wire says "disable".
        ("disableSslVerification", json!(true), Entry::Toggle(Some(false))),
        ("disableSslVerification", json!("false"), Entry::Toggle(Some(true))),
        ("disableSslVerification", json!(null), Entry::Toggle(None)),
        ("tagsFilter", json!(""), Entry::from("")),
        ("tagsFilter", json!(null), Entry::from("")),
        ("tagsFilter", json!(["x"]), Entry::from("")),
        ("tagsFilter", json!("^v.*"), Entry::from("^v.*")),
        ("displayName", json!(2024), Entry::from("2024")),
        ("maxMinsToCommitEmail", json!(1440), Entry::from("1440")),
        ("maxMinsToCommitEmail", json!(1440.0), Entry::from("1440")),
        ("maxMinsToCommitEmail", json!("1440"), Entry::from("1440")),
        ("maxMinsToCommitEmail", json!(null), Entry::from("")),
        (
            "projectMappingIds",
            json!([10_000, "10100", " 7 ", "x", null]),
            Entry::Projects(vec![10_000, 10_100, 7]),
        ),
        ("projectMappingIds", json!(null), Entry::Projects(vec![])),
        ("projectMappingIds", json!("10000"), Entry::Projects(vec![])),
        ("pat", json!("a token"), Entry::Secret(Secret::Keep)),
    ] {
        let values = form.read(&object(json!({key: value})));
        assert_eq!(values.get(key), Some(&expected), "{key}: {value}");
    }
    for (key, entry) in [("requireUserPat", Entry::Toggle(None)), ("tagsFilter", Entry::from(""))] {
        assert_eq!(form.read(&Object::new()).get(key), Some(&entry), "{key} absent");
    }
}

#[test]
fn makes_a_form_for_a_type_that_no_table_knows() {
    let settings = object(json!({
        "id": 3, "integrationType": "GITHUB_APP", "type": "GITHUB_APP", "disabled": false, "initDate": 5,
        "displayName": "Our app", "origin": "app://acme", "global": false, "gitViewerEnabled": true,
        "projectMappingIds": [], "apiFilter": "repositories[]", "tagsFilter": null, "folderDepth": 9,
        "installationId": 42, "ratio": 1.5, "suspended": false, "note": "two\nlines", "limits": {"a": 1},
        "nothing": null, "huge": 18_446_744_073_709_551_615_u64, "disableSslVerification": true,
    }));
    let kind = IntegrationType::parse("GITHUB_APP");
    let form = gij::schema(&kind, Edit, &settings);
    let integer = Kind::Integer { min: i64::MIN, max: i64::MAX, unit: "" };
    for (key, label, expected) in [
        ("displayName", "Display name", Kind::Text),
        ("origin", "Host URL", Kind::Text),
        ("global", "Associate with all projects", Kind::Toggle { inverted: false }),
        ("projectMappingIds", "Projects", Kind::Projects),
        ("apiFilter", "JMESPath filter", Kind::Text),
        ("folderDepth", "Folder depth", integer.clone()),
        ("disableSslVerification", "Verify SSL certificates", Kind::Toggle { inverted: true }),
        ("installationId", "installationId", integer),
        ("ratio", "ratio", Kind::Json),
        ("suspended", "suspended", Kind::Toggle { inverted: false }),
        ("note", "note", Kind::Multiline),
        ("limits", "limits", Kind::Json),
        ("nothing", "nothing", Kind::Json),
        ("huge", "huge", Kind::Json),
    ] {
        let field = form.field(key).expect(key);
        assert_eq!((field.label.as_ref(), &field.kind), (label, &expected), "{key}");
    }
    for key in ["id", "integrationType", "type", "disabled", "initDate"] {
        assert_eq!(form.field(key), None, "{key} is not for editing");
    }
    // Whatever is there may stay: no rule of a known type stands in the way of renaming it.
    let opened = form.read(&settings);
    assert_eq!(form.problems(&opened), []);
    let mut renamed = opened.clone();
    renamed.set("displayName", Entry::from("Their app"));
    let patch = gij::request_patch(&kind, &form, &opened, &renamed);
    assert_eq!(Value::from(patch), json!({"displayName": "Their app"}));
}

#[test]
fn writes_what_it_read() {
    for (kind, value) in [
        (Kind::Text, json!("x")),
        (Kind::Toggle { inverted: true }, json!(true)),
        (Kind::Toggle { inverted: false }, json!(false)),
        (Kind::Integer { min: 0, max: 9, unit: "" }, json!(5)),
        (Kind::Projects, json!([10_000])),
        (Kind::Lines, json!(["APP", "WEB"])),
        (Kind::Lines, json!([])),
        (Kind::Json, json!({"a": [1, null, "x"]})),
        (Kind::Json, json!(18_446_744_073_709_551_615_u64)),
    ] {
        let entry = form::read_entry(&kind, &value).expect("it can be held");
        assert_eq!(form::write_entry(&kind, &entry), Some(value), "{kind:?}");
    }
}

#[test]
fn writes_refspecs_in_one_line() {
    let form = form("GITHUB", Edit);
    let before = form.defaults();
    for (typed, sent) in [
        ("+refs/meta/*:refs/meta/*\nrefs/notes/review", "+refs/meta/*:refs/meta/*, refs/notes/review"),
        ("refs/a,\r\nrefs/b\r\n", "refs/a, refs/b"),
        ("refs/a,refs/b", "refs/a,refs/b"),
    ] {
        let mut after = before.clone();
        after.set("refSpecCustom", Entry::from(typed));
        assert_eq!(
            form.problems(&after).iter().filter(|problem| problem.field == "refSpecCustom").count(),
            0
        );
        assert_eq!(form.patch(&before, &after)["refSpecCustom"], json!(sent), "{typed:?}");
    }
}

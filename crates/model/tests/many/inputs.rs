//! What a person enters for an edit, and what it becomes.

use crate::integration;
use patchbay_model::gij::Integration;
use patchbay_model::gij::plan::edits::fields_of;
use patchbay_model::plan::edits::{Edit, How, Way, ways};
use patchbay_model::plan::inputs::{edit, inputs, name, start};
use patchbay_model::{Entry, Field, Values};
use serde_json::{Value, json};

#[track_caller]
fn field(key: &str) -> Field {
    let fields = fields_of(&[&integration("GITHUB_SERVER", json!({}))]);
    fields.into_iter().find(|field| field.key == key).unwrap_or_else(|| panic!("{key}"))
}

#[test]
fn each_way_asks_for_what_it_needs() {
    for (key, way, wanted) in [
        ("displayName", Way::Set, vec![("displayName", "Display name")]),
        ("displayName", Way::Clear, vec![]),
        ("displayName", Way::Append, vec![("displayName-append", "Display name: text to append")]),
        ("displayName", Way::Prepend, vec![("displayName-prepend", "Display name: text to put in front")]),
        (
            "origin",
            Way::Replace,
            vec![("origin-find", "Host URL: text to replace"), ("origin-with", "Host URL: replace it with")],
        ),
        ("refSpecCustom", Way::Add, vec![("refSpecCustom-add", "More references to fetch: to add")]),
        ("refSpecCustom", Way::Remove, vec![("refSpecCustom-remove", "More references to fetch: to remove")]),
        ("projectMappingIds", Way::Add, vec![("projectMappingIds-add", "Projects: to add")]),
        ("projectMappingIds", Way::Set, vec![("projectMappingIds", "Projects")]),
        ("projectMappingIds", Way::All, vec![]),
    ] {
        let fields = inputs(&field(key), way);
        let found: Vec<(&str, &str)> =
            fields.iter().map(|field| (field.key.as_ref(), field.label.as_ref())).collect();
        assert_eq!(found, wanted, "{key} {way:?}");
    }
}

#[test]
fn every_way_of_every_setting_has_a_name_and_keys_of_its_own() {
    let fields = fields_of(&[&integration("GITHUB_SERVER", json!({}))]);
    let mut keys = Vec::new();
    for field in &fields {
        let mut names = Vec::new();
        for way in ways(field) {
            names.push(name(field, way));
            keys.extend(inputs(field, way).into_iter().map(|input| input.key.to_string()));
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{}", field.key);
    }
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn what_is_entered_becomes_the_edit() {
    let entered: Values = [
        ("displayName", Entry::from("core")),
        ("displayName-append", Entry::from(" (eu)")),
        ("displayName-prepend", Entry::from("eu ")),
        ("displayName-find", Entry::from(" ")),
        ("displayName-with", Entry::from("-")),
        ("refSpecCustom-add", Entry::from("refs/a/*")),
        ("projectMappingIds-remove", Entry::Projects(vec![3])),
        ("smartCommitsEnabled", Entry::Toggle(Some(false))),
    ]
    .into_iter()
    .map(|(key, entry)| (key.to_owned(), entry))
    .collect();
    for (key, way, wanted) in [
        ("displayName", Way::Set, How::Set(Entry::from("core"))),
        ("displayName", Way::Append, How::Append(" (eu)".into())),
        ("displayName", Way::Prepend, How::Prepend("eu ".into())),
        ("displayName", Way::Replace, How::Replace { text: " ".into(), with: "-".into() }),
        ("displayName", Way::Clear, How::Clear),
        ("refSpecCustom", Way::Add, How::Add(Entry::from("refs/a/*"))),
        ("projectMappingIds", Way::Remove, How::Remove(Entry::Projects(vec![3]))),
        ("projectMappingIds", Way::All, How::All),
        ("smartCommitsEnabled", Way::Set, How::Set(Entry::Toggle(Some(false)))),
        // What was not entered.
        ("origin", Way::Append, How::Append(String::new())),
        ("apiPath", Way::Set, How::Set(Entry::from(""))),
        ("projectMappingIds", Way::Add, How::Add(Entry::Projects(vec![]))),
    ] {
        assert_eq!(edit(&field(key), way, &entered), Edit { key: key.to_owned(), how: wanted });
    }
}

#[test]
fn a_setting_begins_with_what_all_have() {
    let all = |key: &str, values: [Value; 2]| -> Vec<Integration> {
        values.into_iter().map(|value| integration("GITHUB_SERVER", json!({ key: value }))).collect()
    };
    let off = Entry::Toggle(Some(false));
    let on = Entry::Toggle(Some(true));
    for (key, values, wanted) in [
        ("tagsFilter", [json!("^v"), json!("^v")], Entry::from("^v")),
        ("tagsFilter", [json!("^v"), json!("")], Entry::from("")),
        ("tagsFilter", [json!("^v"), Value::Null], Entry::from("")),
        ("maxMinsToCommitEmail", [json!(60), json!(60)], Entry::from("60")),
        // Nobody comes to set what is set.
        ("smartCommitsEnabled", [json!(true), json!(true)], off.clone()),
        ("smartCommitsEnabled", [json!(false), json!(false)], on.clone()),
        ("smartCommitsEnabled", [json!(true), json!(false)], on.clone()),
        ("smartCommitsEnabled", [Value::Null, Value::Null], on.clone()),
        ("disableSslVerification", [json!(true), json!(true)], on),
        ("disableSslVerification", [json!(false), json!(false)], off),
        ("projectMappingIds", [json!([1]), json!([1])], Entry::Projects(vec![])),
    ] {
        assert_eq!(start(&field(key), all(key, values).iter().map(|one| &*one.settings)), wanted, "{key}");
    }
}

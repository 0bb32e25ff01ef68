//! Rules between fields say of a change what they say of a stored integration with the same values, and of a new one, in a
//! form and in a plan: they read what the form holds, not what the server reported.

use crate::project;
use crate::support::{form, kind, names, stored};
use patchbay_model::gij::plan::change;
use patchbay_model::gij::{self, Integration};
use patchbay_model::{Mode, Object, Schema, Values};
use serde_json::{Value, json};

/// Settings that rules and conditions connect, with their values.
fn groups() -> Vec<Vec<(&'static str, Vec<Value>)>> {
    let both = || vec![json!(false), json!(true)];
    vec![
        vec![
            ("global", both()),
            ("gitViewerEnabled", both()),
            ("projectMappingIds", vec![json!([]), json!([10_000])]),
        ],
        vec![("requireUserPat", both()), ("gitViewerEnabled", both())],
        vec![
            ("apiPath", vec![json!(""), json!("/user/repos"), json!("user/repos")]),
            ("apiFilter", vec![json!(""), json!("[?archived]"), json!("[?!a && b]"), json!("[?")]),
        ],
        vec![("sendCommitEmails", both()), ("maxMinsToCommitEmail", vec![json!(0), json!(1440)])],
        vec![
            ("tagsFilter", vec![json!(""), json!("v*"), json!("(a+)+b"), json!("(")]),
            ("prHideFilter", vec![json!(""), json!("refs/tags/v1"), json!("[")]),
        ],
        vec![
            ("disableSslVerification", both()),
            ("origin", vec![json!("https://git.example.org"), json!("http://git.example.org"), json!("x")]),
        ],
        vec![
            ("awsRegion", vec![json!("ap-outh-1"), json!("eu-west-1"), json!("eu")]),
            ("displayName", vec![json!(""), json!("a")]),
        ],
        vec![("folderDepth", vec![json!(1), json!(9)]), ("origin", vec![json!("/a/*"), json!("/a")])],
    ]
}

/// All combinations.
fn combinations(group: &[(&'static str, Vec<Value>)]) -> Vec<Object> {
    group.iter().fold(vec![Object::new()], |all, (key, values)| {
        all.iter()
            .flat_map(|one| {
                values.iter().map(|value| {
                    let mut one = one.clone();
                    one.insert((*key).to_owned(), value.clone());
                    one
                })
            })
            .collect()
    })
}

fn said(form: &Schema, values: &Values, keys: &[&str]) -> Vec<[Option<String>; 2]> {
    let fields = keys.iter().filter_map(|key| form.field(key));
    fields.map(|field| [form.problem(field, values), form.warning(field, values)]).collect()
}

fn with(name: &str, given: &Object) -> Object {
    let mut settings = stored(name);
    settings.extend(given.clone());
    settings
}

#[test]
fn rules_read_what_the_form_holds() {
    let mut pairs = 0;
    // Of types that have the same fields a few are enough.
    for name in names()
        .filter(|name| !matches!(*name, "GITHUB_SERVER" | "GITLAB_SERVER" | "VSTS" | "AZURE" | "TFS_SERVER"))
    {
        let edit = form(name, Mode::Edit);
        let create = form(name, Mode::Create);
        for group in groups() {
            let here: Vec<_> = group.into_iter().filter(|(key, _)| edit.field(key).is_some()).collect();
            // A folder is no address, and the other way round.
            let is_of_folder = here.iter().any(|(key, _)| *key == "folderDepth");
            let has_origin = here.iter().any(|(key, _)| *key == "origin");
            if here.len() < 2 || (has_origin && (name == "FILESPACE") != is_of_folder) {
                continue;
            }
            let keys: Vec<&str> = here.iter().map(|(key, _)| *key).collect();
            let all = combinations(&here);
            for before in &all {
                let before = with(name, before);
                let schema = gij::schema(&kind(name), Mode::Edit, &before);
                let read = schema.read(&before);
                for after in &all {
                    pairs += 1;
                    let there = with(name, after);
                    let other = gij::schema(&kind(name), Mode::Edit, &there);
                    let wanted = other.read(&there);
                    let changed = schema.with(&read, &wanted);
                    assert_eq!(
                        said(&schema, &changed, &keys),
                        said(&other, &wanted, &keys),
                        "{name}\n{before:?}\n{after:?}"
                    );
                    // The rules of a new one are the same.
                    let new = create.with(&create.defaults(), &wanted);
                    for rule in &create.rules {
                        assert_eq!(
                            rule.problem(&new),
                            rule.problem(&changed),
                            "{name} {} {after:?}",
                            rule.at
                        );
                    }
                    let integration = Integration::read(before.clone()).expect("an integration");
                    let planned = change(integration, changed.clone(), None, &project);
                    for field in schema.fields().filter(|field| keys.contains(&field.key.as_ref())) {
                        let Some(problem) = schema.problem(field, &changed) else { continue };
                        let is_new = schema.problem(field, &read).as_ref() != Some(&problem);
                        let line = format!("{}: {problem}", field.label);
                        let is_said = planned.step.problems.contains(&line)
                            || schema.emptied(field, &read, &changed).is_some();
                        assert_eq!(
                            is_said,
                            is_new && planned.work.is_some(),
                            "{name} {line}\n{before:?}\n{after:?}"
                        );
                    }
                }
            }
        }
    }
    assert!(pairs > 1_500, "{pairs}");
    println!("{pairs} pairs");
}

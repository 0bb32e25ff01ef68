//! A setting that is emptied, in a form, in a plan or in a file, is cleared or refused with its reason: it is never taken for
//! no change.

use super::made::{changes, file, integration, try_import};
use super::support::{names, object, stored};
use patchbay_model::gij::plan::apply::apply;
use patchbay_model::gij::{self, Integration};
use patchbay_model::plan::edits::{Edit, How, Way, ways};
use patchbay_model::{Entry, Field, Kind, Mode, Schema, Values};
use serde_json::{Value, json};

/// A value of such a setting, as Jira reports it.
fn some(name: &str, field: &Field) -> Value {
    match field.key.as_ref() {
        "origin" if name == "FILESPACE" => json!("/jira/repos/*"),
        "origin" => json!("https://git.example.org"),
        "apiPath" => json!("/user/repos"),
        "apiFilter" => json!("[?archived]"),
        "awsRegion" => json!("eu-west-1"),
        "refSpecCustom" => json!("refs/a/*, refs/b/*"),
        "folderDepth" => json!(3),
        "maxMinsToCommitEmail" => json!(60),
        "projectMappingIds" => json!([10_000]),
        _ => json!("main"),
    }
}

/// An integration of this type in which this setting has a value.
fn with(name: &str, key: &str, value: &Value) -> Integration {
    let mut settings = stored(name);
    settings
        .extend(object(json!({"integrationType": name, "displayName": "core", "sendCommitEmails": true})));
    if key == "projectMappingIds" {
        settings.extend(object(json!({"global": false, "gitViewerEnabled": false})));
    }
    settings.insert(key.to_owned(), value.clone());
    integration(Value::Object(settings))
}

fn form(one: &Integration) -> (Schema, Values) {
    let form = gij::schema(&one.kind, Mode::Edit, &one.settings);
    let values = form.read(&one.settings);
    (form, values)
}

/// Every setting that can be emptied: the type, the integration, and the field.
fn all() -> Vec<(&'static str, Integration, Field)> {
    let mut all = Vec::new();
    for name in names() {
        let (schema, _) = form(&with(name, "displayName", &json!("core")));
        for field in schema.fields().filter(|field| field.on_wire) {
            if matches!(field.kind, Kind::Toggle { .. } | Kind::Secret | Kind::Choice { .. })
                || field.key == "username"
            {
                continue;
            }
            all.push((name, with(name, &field.key, &some(name, field)), field.clone()));
        }
    }
    assert!(all.len() > 90, "{}", all.len());
    all
}

#[test]
fn in_a_form() {
    for (name, one, field) in all() {
        let (form, before) = form(&one);
        let nothing = [Entry::from(""), Entry::from("  "), Entry::from("\u{200b}\n")];
        let empty: Vec<Entry> = match field.kind {
            Kind::Projects => vec![Entry::Projects(Vec::new())],
            _ => nothing.to_vec(),
        };
        for entry in empty {
            let mut after = before.clone();
            after.set(field.key.as_ref(), entry);
            let refused = form.emptied(&field, &before, &after).or_else(|| form.problem(&field, &after));
            let patch = gij::request_patch(&one.kind, &form, &before, &after);
            let is_sent =
                patch.get(field.key.as_ref()).is_some_and(|value| *value == json!("") || *value == json!([]));
            assert!(refused.is_some() || is_sent, "{name} {}: {patch:?}", field.key);
        }
    }
}

#[test]
fn in_a_plan() {
    let mut tried = 0;
    for (name, one, field) in all() {
        let text = match some(name, &field) {
            Value::String(text) => text,
            other => other.to_string(),
        };
        for way in ways(&field) {
            let how = match way {
                Way::Clear => How::Clear,
                Way::Replace => How::Replace { text: text.clone(), with: String::new() },
                Way::Remove if field.kind == Kind::Projects => How::Remove(Entry::Projects(vec![10_000])),
                Way::Remove => How::Remove(Entry::from(&*text)),
                Way::Set if field.kind == Kind::Projects => How::Set(Entry::Projects(Vec::new())),
                Way::Set => {
                    let edit = Edit { key: field.key.to_string(), how: How::Set(Entry::from(" ")) };
                    assert!(edit.problem(&field).is_some(), "{name} {}", field.key);
                    continue;
                }
                Way::Append | Way::Prepend | Way::Add | Way::All => continue,
            };
            tried += 1;
            let edit = Edit { key: field.key.to_string(), how };
            let planned = apply(&one, std::slice::from_ref(&edit), &|id| id.to_string());
            let is_cleared = planned.step.changes.iter().any(|change| change.after == "(none)");
            let is_refused = !planned.step.problems.is_empty();
            assert!(is_cleared || is_refused, "{name} {edit:?}: {:?}", planned.step);
        }
    }
    assert!(tried > 150, "{tried}");
}

#[test]
fn in_a_file() {
    for (name, one, field) in all() {
        let empty = match field.kind {
            Kind::Projects => vec![json!([]), json!(null)],
            _ => vec![json!(""), json!(" "), json!(null), json!([])],
        };
        for value in empty {
            let entry = json!([{"id": 7, "type": name, field.key.as_ref(): value}]);
            match try_import(&file(&entry), std::slice::from_ref(&one)) {
                Err(faults) => assert!(!faults.is_empty()),
                Ok(import) => {
                    let step = &import.steps[0].planned.step;
                    let is_cleared = changes(&import, 0).iter().any(|change| change.ends_with("-> (none)"));
                    assert!(
                        is_cleared || !step.problems.is_empty(),
                        "{name} {} {value}: {step:?}",
                        field.key
                    );
                }
            }
        }
    }
}

#[test]
fn the_user_name_in_a_file() {
    for name in ["GERRIT", "GITLAB_SERVER_LEGACY", "AWS", "GITHUB_SERVER", "AZURE_DEVOPS"] {
        let one = with(name, "username", &json!("ann"));
        for value in [json!(""), json!("  ")] {
            let entry = json!([{"id": 7, "type": name, "username": value}]);
            let import = try_import(&file(&entry), std::slice::from_ref(&one)).expect("a file");
            let problems = &import.steps[0].planned.step.problems;
            let wanted = "“username” cannot be empty. Leave it out to keep the stored one.";
            assert!(problems.iter().any(|problem| problem.ends_with(wanted)), "{name} {value}: {problems:?}");
        }
        // What is left out, or has none to lose, stays.
        for (one, entry) in [
            (one.clone(), json!([{"id": 7, "type": name}])),
            (with(name, "username", &json!("")), json!([{"id": 7, "type": name, "username": ""}])),
        ] {
            let import = try_import(&file(&entry), std::slice::from_ref(&one)).expect("a file");
            assert_eq!(import.steps[0].planned.step.problems, Vec::<String>::new(), "{name} {entry}");
        }
    }
}

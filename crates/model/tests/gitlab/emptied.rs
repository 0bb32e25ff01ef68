//! A field that was emptied is sent, or refused with its reason: no integration of any version takes it for no change.

use crate::versions::VERSIONS;
use patchbay_model::form::Entry;
use patchbay_model::gitlab::plan::{Existing, Opened, apply, set_up};
use patchbay_model::gitlab::{self, Level, Presence, Target, Tier, Version, file};
use patchbay_model::plan::Step;
use patchbay_model::plan::edits::{Edit, How, Way, ways};
use patchbay_model::{Change, Field, Kind, Lookup, Mode, Object, Values};
use serde_json::{Value, json};

#[test]
fn nothing_that_is_emptied_stays_silently() {
    let mut fields = 0;
    for (major, minor) in VERSIONS {
        for level in [Level::Project, Level::Group] {
            let target = Target { version: Some(Version::new(major, minor)), at_most: Tier::Ultimate, level };
            for spec in gitlab::all().filter(|spec| spec.presence(target) != Presence::No) {
                let keys: Vec<&str> = spec
                    .params
                    .iter()
                    .filter(|param| !param.kind.is_toggle())
                    .map(|param| param.key)
                    .collect();
                for value in [json!("1"), json!(["A"]), json!(1)] {
                    let settings: Object =
                        keys.iter().map(|key| ((*key).to_owned(), value.clone())).collect();
                    let form = gitlab::schema(target, spec.slug, Mode::Edit, &settings, &[]);
                    let before = form.read(&settings);
                    for field in form.fields().filter(|field| field.on_wire && field.is_shown(&before)) {
                        let Some(Entry::Text(text)) = before.get(&field.key) else { continue };
                        if text.is_empty() {
                            continue;
                        }
                        let mut after = before.clone();
                        after.set(field.key.as_ref(), Entry::from(""));
                        fields += 1;
                        let refused =
                            form.emptied(field, &before, &after).or_else(|| form.problem(field, &after));
                        let body = gitlab::request_body(spec.slug, &form, &before, &after, None);
                        let is_sent = match body.get(field.key.as_ref()) {
                            Some(Value::String(text)) => text.is_empty(),
                            Some(Value::Array(items)) => items.is_empty(),
                            _ => false,
                        };
                        let changes = form.changes(&before, &after, &|_| String::new());
                        assert!(
                            refused.is_some() || is_sent,
                            "{} {} {major}.{minor} {level:?}: {body:?}",
                            spec.slug,
                            field.key
                        );
                        assert!(
                            refused.is_some() || changes.len() == 1,
                            "{} {}: {changes:?}",
                            spec.slug,
                            field.key
                        );
                    }
                }
            }
        }
    }
    assert!(fields > 1_000, "{fields}");
    println!("{fields} fields");
}

/// What GitLab has of each integration with every text set, and the field that is emptied.
fn all_fields() -> Vec<(Opened, Field)> {
    let mut all = Vec::new();
    let home = json!({"id": 101, "name": "web", "path_with_namespace": "acme/web", "archived": false,
        "permissions": {"project_access": {"access_level": 40}}});
    let home = gitlab::wire::home(home, Level::Project).expect("a project");
    for version in ["14.8.0-ee", "17.3.0-ee", "19.5.0-ee"] {
        let target = Target::read(version, Level::Project);
        for spec in gitlab::all().filter(|spec| spec.presence(target) != Presence::No) {
            let mut settings = crate::least(spec);
            for param in spec.params.iter().filter(|param| !param.kind.is_toggle() && !param.kind.is_secret())
            {
                let value = match param.kind.wire_type() {
                    "array" => json!(["APP"]),
                    "integer" => json!(1),
                    _ => json!("1"),
                };
                settings.entry(param.key).or_insert(value);
            }
            let answer = json!({"id": 7, "slug": spec.slug, "title": "", "active": true, "inherited": false,
                "properties": Value::Object(settings)});
            let integration = Some(gitlab::wire::one(answer).expect("an integration"));
            let opened = Opened { home: home.clone(), slug: spec.slug.to_owned(), target, integration };
            let form = opened.form();
            let before = form.read(&opened.settings());
            for field in form.fields().filter(|field| field.on_wire && field.is_shown(&before)) {
                if before
                    .get(&field.key)
                    .is_some_and(|entry| matches!(entry, Entry::Text(_)) && !entry.text().is_empty())
                {
                    all.push((opened.clone(), field.clone()));
                }
            }
        }
    }
    all
}

/// Whether the step says that it is cleared, or what keeps it from that.
fn is_told(step: &Step, field: &Field) -> bool {
    let is_cleared = |change: &Change| change.key == field.key && change.after == "(none)";
    step.changes.iter().any(is_cleared) || step.problems.iter().any(|problem| problem.contains(&*field.label))
}

#[test]
fn in_a_plan_nothing_that_is_emptied_stays_silently() {
    let mut tried = 0;
    for (opened, field) in all_fields() {
        let text = opened.form().read(&opened.settings()).text(&field.key);
        for way in ways(&field) {
            let how = match way {
                Way::Clear => How::Clear,
                Way::Replace => How::Replace { text: text.clone(), with: String::new() },
                Way::Remove => How::Remove(Entry::from(&*text)),
                Way::Set => {
                    let edit = Edit { key: field.key.to_string(), how: How::Set(Entry::from("\u{a0}")) };
                    assert!(edit.problem(&field).is_some(), "{} {}", opened.slug, field.key);
                    continue;
                }
                Way::Append | Way::Prepend | Way::Add | Way::All => continue,
            };
            tried += 1;
            let edit = Edit { key: field.key.to_string(), how };
            let planned = apply(opened.clone(), std::slice::from_ref(&edit), &Values::default());
            assert!(is_told(&planned.step, &field), "{} {edit:?}: {:?}", opened.slug, planned.step);
        }
        // The form for many, over one that has a value.
        let form = gitlab::schema(opened.target, &opened.slug, Mode::Create, &Object::new(), &[]);
        if form.field(&field.key).is_some() {
            let mut values = form.with(&form.defaults(), &opened.form().read(&opened.settings()));
            values.set(field.key.as_ref(), Entry::from(""));
            tried += 1;
            let planned = set_up(opened.clone(), &form, &values, Existing::Change);
            assert!(is_told(&planned.step, &field), "{} {}: {:?}", opened.slug, field.key, planned.step);
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn in_a_file_nothing_that_is_emptied_stays_silently() {
    let mut tried = 0;
    for (opened, field) in all_fields() {
        for value in [json!(""), json!(" "), json!([]), json!(null)] {
            let file = json!({"patchbay": "gitlab-integrations", "version": 1, "gitlab": "https://gitlab.acme.example",
                "homes": [{"level": "project", "path": "acme/web", "integrations": [
                    {"slug": opened.slug, "active": true, "settings": {field.key.as_ref(): value}}]}]});
            let Ok(read) = file::read(&file.to_string()) else { continue };
            tried += 1;
            let planned = file::plan(opened.clone(), &read.homes[0].integrations[0]);
            let is_named = planned.step.problems.iter().any(|problem| problem.contains(&*field.key));
            assert!(
                is_told(&planned.step, &field) || is_named,
                "{} {} {value}: {:?}",
                opened.slug,
                field.key,
                planned.step
            );
        }
    }
    assert!(tried > 1_000, "{tried}");
}

#[test]
fn an_empty_secret_of_a_file_is_refused() {
    let mut tried = 0;
    for (opened, _) in all_fields() {
        for secret in opened.form().fields().filter(|field| field.kind == Kind::Secret) {
            let file = json!({"patchbay": "gitlab-integrations", "version": 1, "gitlab": "https://gitlab.acme.example",
                "homes": [{"level": "project", "path": "acme/web", "integrations": [
                    {"slug": opened.slug, "active": true, "settings": {secret.key.as_ref(): ""}}]}]});
            let read = file::read(&file.to_string()).expect("a file");
            let planned = file::plan(opened.clone(), &read.homes[0].integrations[0]);
            let wanted = "A secret cannot be empty. Leave it out to keep the stored one.";
            let is_said = planned.step.problems.iter().any(|problem| problem.ends_with(wanted));
            assert!(is_said, "{} {}: {:?}", opened.slug, secret.key, planned.step);
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

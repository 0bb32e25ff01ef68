//! What the model's form sends is what servers take, and what they answer is what the model reads.

use patchbay_model::form::read_entry;
use patchbay_model::gitlab::{Integration, readback, request_body, schema, wire};
use patchbay_model::{Entry, Mode, Object, Schema, Secret, Values};
use patchbay_sandbox::GitLab;
use serde_json::Value;

use super::{examples, get, put, running};
use crate::running::{Answer, Running};

/// A form filled in with the settings, secrets typed.
fn filled(schema: &Schema, mut values: Values, settings: &Object) -> Values {
    for (key, value) in settings {
        let Some(field) = schema.field(key) else { continue };
        let entry = match (read_entry(&field.kind, value), value) {
            (Some(entry), _) => entry,
            (None, Value::String(text)) => Entry::Secret(Secret::Replace(text.clone())),
            (None, other) => panic!("{key} cannot hold {other}"),
        };
        values.set(key.clone(), entry);
    }
    values
}

#[track_caller]
fn read(answer: &Answer) -> Integration {
    assert_eq!(answer.status, 200, "{}", answer.text);
    wire::one(answer.json()).unwrap()
}

/// Sends what turns `before` into `after` and gives what the server ignored.
fn save(
    server: &Running,
    slug: &str,
    form: (&Schema, &Values, &Values),
    inherited: Option<bool>,
) -> Vec<String> {
    let (schema, before, after) = form;
    let problems = schema.problems(after);
    assert!(problems.is_empty(), "{slug}: {problems:?}");
    let body = request_body(slug, schema, before, after, inherited);
    let answer = put(server, slug, &Value::Object(body.clone()));
    assert_eq!(answer.status, 200, "{slug}: {body:?}: {}", answer.text);
    let result = readback(schema, &Object::new(), &body, &read(&answer).settings);
    result.ignored.into_iter().map(|change| change.key).collect()
}

#[test]
fn each_integration_goes_through_the_form() {
    for gitlab in [GitLab::Manual, GitLab::Newer] {
        let server = running(gitlab);
        let mut ignored = Vec::new();
        for spec in examples::all().filter(|spec| spec.can_be_added()) {
            if gitlab == GitLab::Newer && spec.slug == "prometheus" {
                continue;
            }
            let new = schema(spec.slug, Mode::Create, &Object::new(), &[]);
            let (empty, body) = (new.defaults(), examples::whole(spec, 0));
            let values = filled(&new, empty.clone(), &body);
            ignored.extend(save(&server, spec.slug, (&new, &empty, &values), None));

            let there = read(&get(&server, spec.slug));
            let edit = schema(spec.slug, Mode::Edit, &there.settings, &[]);
            let before = edit.read(&there.settings);
            let after = filled(&edit, before.clone(), &examples::whole(spec, 1));
            ignored.extend(save(&server, spec.slug, (&edit, &before, &after), there.inherited));
        }
        ignored.sort();
        ignored.dedup();
        assert_eq!(ignored, ["commit_events", "job_events"], "{gitlab:?}");
    }
}

#[test]
fn each_goes_through_the_form_with_no_more_than_is_required() {
    for gitlab in [GitLab::Manual, GitLab::Newer] {
        let server = running(gitlab);
        for spec in examples::all().filter(|spec| spec.can_be_added()) {
            // The manual's server wants the optional service account each time, and a blank one would erase it.
            if spec.slug == "prometheus" {
                continue;
            }
            let required = |body: Object| -> Object {
                let wanted = |key: &str| spec.param(key).is_some_and(|param| param.required);
                body.into_iter().filter(|(key, _)| wanted(key)).collect()
            };
            let new = schema(spec.slug, Mode::Create, &Object::new(), &[]);
            let values = filled(&new, new.defaults(), &required(examples::whole(spec, 0)));
            save(&server, spec.slug, (&new, &new.defaults(), &values), None);

            let there = read(&get(&server, spec.slug));
            let edit = schema(spec.slug, Mode::Edit, &there.settings, &[]);
            let before = edit.read(&there.settings);
            let after = filled(&edit, before.clone(), &required(examples::whole(spec, 1)));
            save(&server, spec.slug, (&edit, &before, &after), there.inherited);
        }
    }
}

#[test]
fn lists_of_the_demonstration_are_read() {
    for gitlab in [GitLab::Manual, GitLab::Newer] {
        let server = super::with_demo(gitlab);
        let mut rows = 0;
        for page in 1..=3 {
            let path = format!("/api/v4/projects?per_page=100&page={page}");
            for project in wire::projects(server.ask_gitlab("GET", &path).send().json()).unwrap() {
                let list = format!("/api/v4/projects/{}/integrations", project.path.replace('/', "%2F"));
                let all = wire::list(server.ask_gitlab("GET", &list).send().json()).unwrap();
                assert!(all.iter().all(|one| one.active && one.updated_at.is_some()), "{list}");
                rows += all.len();
            }
        }
        println!("{gitlab:?}: {rows} active integrations in 300 projects");
        assert!(rows > 200, "{rows}");
    }
}

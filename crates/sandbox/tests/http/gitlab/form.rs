//! What the model's form sends is what servers take, and what they answer is what the model reads.

use patchbay_model::form::read_entry;
use patchbay_model::gitlab::{Integration, Level, Target, readback, request_body, schema, wire};
use patchbay_model::{Entry, Field, Mode, Object, Schema, Secret, Values};
use patchbay_sandbox::GitLab;
use serde_json::Value;

use super::{examples, get, put, running};
use crate::running::{Answer, Running};
use crate::walk::{another, emptied, sent, with};

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
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let server = running(gitlab);
        let mut ignored = Vec::new();
        for spec in examples::all().filter(|spec| spec.can_be_added()) {
            if gitlab == GitLab::V17_9 && spec.slug == "prometheus" {
                continue;
            }
            let new = schema(Target::MANUAL, spec.slug, Mode::Create, &Object::new(), &[]);
            let (empty, body) = (new.defaults(), examples::whole(spec, 0));
            let values = filled(&new, empty.clone(), &body);
            ignored.extend(save(&server, spec.slug, (&new, &empty, &values), None));

            let there = read(&get(&server, spec.slug));
            let edit = schema(Target::MANUAL, spec.slug, Mode::Edit, &there.settings, &[]);
            let before = edit.read(&there.settings);
            let after = filled(&edit, before.clone(), &examples::whole(spec, 1));
            ignored.extend(save(&server, spec.slug, (&edit, &before, &after), there.inherited));
        }
        ignored.sort();
        ignored.dedup();
        assert_eq!(ignored, ["commit_events", "job_events"], "{gitlab:?}");
    }
}

/// Parameters that GitLab 14.8 drops although its manual has them.
const DROPPED: [(&str, &[&str]); 10] = [
    ("bugzilla", &["title", "description"]),
    ("custom-issue-tracker", &["title", "description"]),
    ("hangouts-chat", &["notify_only_broken_pipelines"]),
    ("mattermost-slash-commands", &["username"]),
    ("mock-ci", &["enable_ssl_verification"]),
    ("pipelines-email", &["add_pusher"]),
    ("redmine", &["description"]),
    ("unify-circuit", &["branches_to_be_notified", "notify_only_broken_pipelines"]),
    ("webex-teams", &["branches_to_be_notified", "notify_only_broken_pipelines"]),
    ("youtrack", &["description"]),
];

/// Whether GitLab 14.8 returns this setting: not what it drops, not what is called a key, not flags of later versions.
fn is_returned(slug: &str, key: &str) -> bool {
    !DROPPED.iter().any(|(of, keys)| *of == slug && keys.contains(&key))
        && !key.contains("key")
        && key != "deployment_events"
}

/// Whether GitLab 14.8 reports it at all. A new form has this event too, because GitLab turns it on.
fn is_reported(key: &String) -> bool {
    key != "alert_events"
}

#[test]
fn each_field_of_each_integration_is_stored_and_returned() {
    let server = running(GitLab::V14_8);
    for spec in examples::all() {
        let (first, second) = (examples::whole(spec, 0), examples::whole(spec, 1));
        // The example where there is one: some fields hold only addresses of a certain service.
        let example = |settings: &Object, field: &Field, now: Option<&Entry>| {
            let value = settings.get(field.key.as_ref());
            match (value.and_then(|value| read_entry(&field.kind, value)), value) {
                (Some(entry), _) if Some(&entry) != now => entry,
                (None, Some(Value::String(text))) => Entry::Secret(Secret::Replace(text.clone())),
                _ => another(field, now),
            }
        };
        let new = schema(Target::MANUAL, spec.slug, Mode::Create, &Object::new(), &[]);
        let begin = filled(&new, new.defaults(), &first);
        let body = request_body(spec.slug, &new, &new.defaults(), &begin, None);
        read(&put(&server, spec.slug, &Value::Object(body)));
        for field in sent(&new).into_iter().map(|field| field.key.to_string()).filter(is_reported) {
            let there = read(&get(&server, spec.slug));
            let form = schema(Target::MANUAL, spec.slug, Mode::Edit, &there.settings, &[]);
            let before = form.read(&there.settings);
            let of = form.field(&field).unwrap_or_else(|| panic!("{}.{field} is not in the form", spec.slug));
            let entry = example(&second, of, before.get(&field));
            let mut after = with(&form, &before, (&field, entry), |field, now| example(&first, field, now));
            // The manual's server refuses a request without them; a person would have to type a secret again.
            for param in spec.params.iter().filter(|param| param.always_sent && param.key != field) {
                let of = form.field(param.key).unwrap_or_else(|| panic!("no {}", param.key));
                after.set(param.key, example(&first, of, None));
            }
            let body = request_body(spec.slug, &form, &before, &after, there.inherited);
            assert!(body.contains_key(&field), "{}.{field} is not in {body:?}", spec.slug);
            let answer = put(&server, spec.slug, &Value::Object(body.clone()));
            assert!(!answer.text.contains(examples::SECRET), "{}", answer.text);
            read(&answer);
            let answer = get(&server, spec.slug);
            assert!(!answer.text.contains(examples::SECRET), "{}", answer.text);
            let result = readback(&form, &there.settings, &body, &read(&answer).settings);
            let of = format!("{}.{field}: {result:?}", spec.slug);
            // Slack alone has these two in its form, and no server reads them.
            let is_read = |key: &str| !["commit_events", "job_events"].contains(&key);
            assert!(result.ignored.iter().all(|change| !is_read(&change.key)), "{of}");
            assert!(result.others.is_empty() && result.switched.is_none(), "{of}");
            let label = &form.field(&field).unwrap().label;
            if !spec.secrets().any(|secret| secret == field) {
                let is_there = !result.unverified.iter().chain(&result.dropped).any(|other| other == label);
                assert_eq!(is_there, is_returned(spec.slug, &field), "{of}");
            }
        }
    }
}

#[test]
fn each_goes_through_the_form_with_no_more_than_is_required() {
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let server = running(gitlab);
        for spec in examples::all().filter(|spec| spec.can_be_added()) {
            // The manual's server wants the optional service account each time, and a blank one would erase it.
            if spec.slug == "prometheus" {
                continue;
            }
            let required = |body: Object| -> Object {
                let is_kept = |key: &str| spec.param(key).is_some_and(|param| param.required);
                body.into_iter().filter(|(key, _)| is_kept(key)).collect()
            };
            let new = schema(Target::MANUAL, spec.slug, Mode::Create, &Object::new(), &[]);
            let values = filled(&new, new.defaults(), &required(examples::whole(spec, 0)));
            save(&server, spec.slug, (&new, &new.defaults(), &values), None);

            let there = read(&get(&server, spec.slug));
            let edit = schema(Target::MANUAL, spec.slug, Mode::Edit, &there.settings, &[]);
            let before = edit.read(&there.settings);
            let after = filled(&edit, before.clone(), &required(examples::whole(spec, 1)));
            save(&server, spec.slug, (&edit, &before, &after), there.inherited);
        }
    }
}

#[test]
fn lists_of_the_demonstration_are_read() {
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let server = super::with_demo(gitlab);
        let mut rows = 0;
        for page in 1..=3 {
            let path = format!("/api/v4/projects?per_page=100&page={page}");
            let answer = server.ask_gitlab("GET", &path).send().json();
            for project in wire::homes(answer, Level::Project).unwrap().read {
                let list = format!("/api/v4/projects/{}/integrations", project.path.replace('/', "%2F"));
                let all = wire::list(server.ask_gitlab("GET", &list).send().json()).unwrap().read;
                assert!(all.iter().all(|one| one.active && one.updated_at.is_some()), "{list}");
                rows += all.len();
            }
        }
        println!("{gitlab:?}: {rows} active integrations in 300 projects");
        assert!(rows > 200, "{rows}");
    }
}

#[test]
fn each_field_that_is_emptied_is_cleared_or_refused_with_the_reason() {
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let server = running(gitlab);
        let (mut cleared, mut refused, mut unread) = (0, 0, 0);
        for spec in examples::all().filter(|spec| spec.can_be_added()) {
            if gitlab == GitLab::V17_9 && spec.slug == "prometheus" {
                continue;
            }
            let whole = examples::whole(spec, 0);
            let new = schema(Target::MANUAL, spec.slug, Mode::Create, &Object::new(), &[]);
            let begin = filled(&new, new.defaults(), &whole);
            let first = Value::Object(request_body(spec.slug, &new, &new.defaults(), &begin, None));
            for key in sent(&new).into_iter().map(|field| field.key.to_string()).filter(is_reported) {
                read(&put(&server, spec.slug, &first));
                let there = read(&get(&server, spec.slug));
                let form = schema(Target::MANUAL, spec.slug, Mode::Edit, &there.settings, &[]);
                let field =
                    form.field(&key).unwrap_or_else(|| panic!("{}.{key} is not in the form", spec.slug));
                let Some(nothing) = emptied(field) else { continue };
                let before = form.read(&there.settings);
                let of = format!("{gitlab:?} {}.{key}", spec.slug);
                if before.get(&key) == Some(&nothing) {
                    unread += 1;
                    continue;
                }
                // Secrets and settings that the server hides are typed again, as everybody must.
                let required: Object = whole
                    .iter()
                    .filter(|(other, _)| {
                        **other != key && before.get(other).is_none_or(|entry| entry.text().is_empty())
                    })
                    .map(|(other, value)| (other.clone(), value.clone()))
                    .collect();
                let mut after = filled(&form, before.clone(), &required);
                after.set(key.clone(), nothing.clone());
                assert!(form.differs(field, &before, &after), "{of} counts as no change");
                if form.problem(field, &after).or_else(|| form.emptied(field, &before, &after)).is_some() {
                    refused += 1;
                    continue;
                }
                if !form.problems(&after).is_empty() {
                    // Another field needs this one.
                    refused += 1;
                    continue;
                }
                cleared += 1;
                let body = request_body(spec.slug, &form, &before, &after, there.inherited);
                assert!(body.contains_key(&key), "{of} is not in {body:?}");
                read(&put(&server, spec.slug, &Value::Object(body.clone())));
                let now = read(&get(&server, spec.slug));
                let mut result = readback(&form, &there.settings, &body, &now.settings);
                // The form of the manual has it; servers since 17.8 may drop it.
                let is_gone = |label: &String| {
                    spec.slug == "jira" && label.starts_with("Change the status of closed issues")
                };
                result.dropped.retain(|label| !is_gone(label) || gitlab == GitLab::V14_8);
                assert!(result.is_taken(), "{of}: {result:?}");
                assert_eq!(form.read(&now.settings).get(&key), Some(&nothing), "{of}");
            }
        }
        println!("{gitlab:?}: {cleared} cleared, {refused} refused, {unread} not returned");
        assert!(cleared >= 39 && refused >= 30, "{gitlab:?}: {cleared} cleared, {refused} refused");
    }
}

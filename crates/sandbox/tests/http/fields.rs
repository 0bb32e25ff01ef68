//! Every field of the forms of all twelve types: what the app's form sends is stored and returned. The sandbox knows no
//! field by name here, so one that is added to the model is walked as well.

use patchbay_model::gij::{
    Integration, IntegrationType, readback, request_body, request_patch, schema, wire,
};
use patchbay_model::{Entry, Kind, Mode, Object, Schema};
use serde_json::Value;

use crate::running::{Answer, INTEGRATION, Running};
use crate::walk::{SECRET, another, emptied, sent, with};

/// What no answer holds, so that nothing can be said of it.
const NOT_RETURNED: [&str; 2] = ["User name", "Access key ID"];

#[track_caller]
fn read(answer: &Answer) -> Integration {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert!(!answer.text.contains(SECRET), "{}", answer.text);
    wire::one(answer.json(), None).unwrap()
}

/// What is there now is what was sent, and `key` was part of it.
#[track_caller]
fn assert_as_sent(schema: &Schema, before: &Object, body: &Object, after: &Object, key: &str) {
    assert!(body.contains_key(key), "{key} is not in {body:?}");
    let result = readback(schema, before, body, after, &|id| id.to_string());
    assert!(result.is_as_asked(), "{key}: {result:?}");
    let is_secret =
        |label: &String| schema.fields().any(|field| field.label == *label && field.kind == Kind::Secret);
    let may_lack = |label: &String| NOT_RETURNED.contains(&label.as_str()) || is_secret(label);
    assert!(result.unverified.iter().all(may_lack), "{key}: {result:?}");
}

#[test]
fn each_field_of_a_new_integration_is_stored_and_returned() {
    let server = Running::empty();
    for spec in IntegrationType::all() {
        let kind = IntegrationType::parse(spec.name);
        let form = schema(&kind, Mode::Create, &Object::new());
        for field in sent(&form) {
            let entry = another(field, Some(&field.default));
            let values = with(&form, &form.defaults(), (&field.key, entry), another);
            let body = request_body(&kind, &form, &values);
            let made = read(&server.ask("POST", INTEGRATION).json(&Value::Object(body.clone())).send());
            let there = read(&server.get(&format!("{INTEGRATION}/{}", made.id)));
            assert_eq!(there.settings, made.settings, "{} {}", spec.name, field.key);
            assert_as_sent(&form, &Object::new(), &body, &there.settings, &field.key);
        }
    }
}

#[test]
fn each_field_that_is_changed_is_stored_and_returned() {
    let server = Running::empty();
    for spec in IntegrationType::all() {
        let kind = IntegrationType::parse(spec.name);
        let new = schema(&kind, Mode::Create, &Object::new());
        let values = with(&new, &new.defaults(), ("displayName", "first".into()), another);
        let first = Value::Object(request_body(&kind, &new, &values));
        let form = schema(&kind, Mode::Edit, &Object::new());
        for field in sent(&form) {
            let before = read(&server.ask("POST", INTEGRATION).json(&first).send());
            let path = format!("{INTEGRATION}/{}", before.id);
            let opened = form.read(&before.settings);
            let edited = with(&form, &opened, (&field.key, another(field, opened.get(&field.key))), another);
            let patch = request_patch(&kind, &form, &opened, &edited);
            read(&server.ask("PUT", &path).json(&Value::Object(patch.clone())).send());
            let after = read(&server.get(&path));
            assert_as_sent(&form, &before.settings, &patch, &after.settings, &field.key);
        }
    }
}

#[test]
fn each_field_that_is_emptied_is_cleared_or_refused_with_the_reason() {
    let server = Running::empty();
    let (mut cleared, mut refused) = (0, 0);
    for spec in IntegrationType::all() {
        let kind = IntegrationType::parse(spec.name);
        let new = schema(&kind, Mode::Create, &Object::new());
        let form = schema(&kind, Mode::Edit, &Object::new());
        for field in sent(&form) {
            let Some(nothing) = emptied(field) else { continue };
            // What the server has is what the form asked for, with a value in this field.
            let values = with(&new, &new.defaults(), (&field.key, another(field, None)), another);
            let first = Value::Object(request_body(&kind, &new, &values));
            let before = read(&server.ask("POST", INTEGRATION).json(&first).send());
            let opened = form.read(&before.settings);
            let mut edited = opened.clone();
            // Emptying the last project of a repository browser is refused by a rule of its own.
            edited.set("gitViewerEnabled", Entry::Toggle(Some(false)));
            edited.set("requireUserPat", Entry::Toggle(Some(false)));
            edited.set(field.key.as_ref(), nothing);
            let of = format!("{} {}", spec.name, field.key);
            if opened.get(&field.key).is_none_or(|entry| Some(entry) == emptied(field).as_ref()) {
                // What no answer holds cannot be emptied either.
                assert!(NOT_RETURNED.contains(&field.label.as_ref()), "{of} has no value");
                continue;
            }
            assert!(form.differs(field, &opened, &edited), "{of} counts as no change");
            let reason = form.problem(field, &edited).or_else(|| form.emptied(field, &opened, &edited));
            let patch = request_patch(&kind, &form, &opened, &edited);
            if reason.is_some() {
                refused += 1;
                continue;
            }
            cleared += 1;
            let path = format!("{INTEGRATION}/{}", before.id);
            read(&server.ask("PUT", &path).json(&Value::Object(patch.clone())).send());
            let after = read(&server.get(&path));
            assert_as_sent(&form, &before.settings, &patch, &after.settings, &field.key);
            assert_eq!(form.read(&after.settings).get(&field.key), emptied(field).as_ref(), "{of}");
        }
    }
    println!("{cleared} cleared, {refused} refused");
    assert!(cleared > 60 && refused > 20, "{cleared} cleared, {refused} refused");
}

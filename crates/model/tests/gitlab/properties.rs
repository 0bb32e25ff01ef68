//! What holds for every input: what the form accepts the server accepts, nothing unknown is lost, no secret shows.

use crate::arbitrary::{any_json, any_object, edited};
use crate::{home, least, new, stored};
use patchbay_model::gitlab::server::check_put;
use patchbay_model::gitlab::wire::Refusal;
use patchbay_model::gitlab::{self, Spec};
use patchbay_model::text::invisible::trim_text;
use patchbay_model::{Entry, Kind, Mode, Object, Schema, Secret, Values, Vendor, command};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn any_spec() -> impl Strategy<Value = &'static Spec> {
    select(gitlab::all().collect::<Vec<_>>())
}

/// Takes back what was typed into fields with a problem. What `back` holds has none.
fn mended(form: &Schema, mut values: Values, back: &Values) -> Values {
    // The name of a key's file comes with the key.
    for file in form.fields().filter_map(|field| field.file) {
        values.set(file.name_key, "key.p8".into());
    }
    let problems = form.problems(&values);
    for problem in &problems {
        if let Some(entry) = back.get(&problem.field) {
            values.set(&problem.field, entry.clone());
        }
    }
    // Rules between two fields: what is left is mended at the other one.
    if problems.is_empty() { values } else { mended_again(form, values, back) }
}

fn mended_again(form: &Schema, mut values: Values, back: &Values) -> Values {
    if !form.problems(&values).is_empty() {
        for key in [
            "password",
            "username",
            "default_irc_uri",
            "recipients",
            "api_url",
            "datadog_site",
            "jira_cloud_app_enable_deployment_gating",
        ] {
            if let Some(entry) = back.get(key) {
                values.set(key, entry.clone());
            }
        }
    }
    assert_eq!(form.problems(&values), []);
    values
}

/// Whether some versions refuse it, so that the form warns and the model's server refuses.
fn is_refused_by_some(spec: &Spec, values: &Values) -> bool {
    spec.refused_by_some.iter().any(|rule| rule.problem(values).is_some())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_new_form_accepts_is_taken_and_held((spec, typed) in any_spec().prop_flat_map(|spec| {
        let (form, values) = new(spec.slug, json!({}));
        (Just(spec), edited(&form, &values))
    })) {
        let (form, base) = new(spec.slug, json!({}));
        let values = mended(&form, typed, &base);
        prop_assume!(!is_refused_by_some(spec, &values));
        let body = gitlab::request_body(spec.slug, &form, &form.defaults(), &values, None);
        let settings = check_put(home(spec.slug), spec.slug, &body, true).map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?;
        let read = stored(spec.slug, &settings);
        let seen = gitlab::readback(&form, &Object::new(), &body, &read.settings);
        prop_assert!(seen.is_as_asked() && seen.unverified.is_empty(), "{seen:?}");
        // Every toggle that is drawn was said.
        for field in form.fields().filter(|field| matches!(field.kind, Kind::Toggle { .. })) {
            prop_assert!(body.contains_key(field.key.as_ref()), "{}", field.key);
        }
    }

    #[test]
    fn what_a_changed_form_accepts_is_taken_and_held((spec, typed) in any_spec().prop_flat_map(|spec| {
        let settings = check_put(home(spec.slug), spec.slug, &least(spec), true).expect("the least");
        let read = stored(spec.slug, &settings);
        let form = gitlab::schema(home(spec.slug), spec.slug, Mode::Edit, &read.settings, &[]);
        let before = form.read(&read.settings);
        (Just(spec), edited(&form, &before))
    })) {
        let settings = check_put(home(spec.slug), spec.slug, &least(spec), true).expect("the least");
        let read = stored(spec.slug, &settings);
        let form = gitlab::schema(home(spec.slug), spec.slug, Mode::Edit, &read.settings, &[]);
        let before = form.read(&read.settings);
        let mut again = before.clone();
        for secret in spec.secrets() {
            if let Some(text) = least(spec).get(secret).and_then(Value::as_str) {
                again.set(secret, Entry::Secret(Secret::Replace(text.to_owned())));
            }
        }
        let values = mended(&form, typed, &again);
        prop_assume!(!is_refused_by_some(spec, &values));
        let body = gitlab::request_body(spec.slug, &form, &before, &values, None);
        let sent = check_put(home(spec.slug), spec.slug, &body, false).map_err(|refused| TestCaseError::fail(format!("{refused:?}")))?;
        let mut after = settings.clone();
        after.extend(sent);
        let after = stored(spec.slug, &after);
        let seen = gitlab::readback(&form, &Object::new(), &body, &after.settings);
        prop_assert!(seen.is_as_asked() && seen.unverified.is_empty(), "{seen:?}");
        let reread = form.read(&after.settings);
        for field in form.fields().filter(|field| field.kind != Kind::Secret) {
            prop_assert!(!form.differs(field, &reread, &values), "{} is lost", field.key);
        }
    }

    #[test]
    fn no_secret_shows(slug in any_spec().prop_map(|spec| spec.slug), mut settings in any_object(), others in any_object()) {
        const SECRET: &str = "s3cret-s3cret";
        for key in ["token", "webhook", "api_key", "user_key", "password", "google_iap_service_account_json"] {
            settings.insert(key.to_owned(), json!(SECRET));
        }
        settings.insert("push_channel".to_owned(), json!(format!("https://discord.com/api/webhooks/{SECRET}")));
        let mut answer = Object::from_iter([("slug".to_owned(), json!(slug)), ("title".to_owned(), json!("T"))]);
        answer.extend(others.into_iter().filter(|(key, _)| !["slug", "title", "properties"].contains(&key.as_str())));
        answer.insert("properties".to_owned(), Value::Object(settings));
        let read = gitlab::wire::one(Value::Object(answer)).expect("it has a slug");
        let form = gitlab::schema(home(slug), slug, Mode::Edit, &read.settings, &[]);
        let values = form.read(&read.settings);
        let export = Value::Object(gitlab::export(&read)).to_string();
        let body = gitlab::request_body(slug, &form, &values, &values, read.inherited);
        let said = format!("{export} {read:?} {values:?} {body:?} {form:?}");
        prop_assert!(!said.contains(SECRET), "{said}");
    }

    #[test]
    fn no_typed_secret_shows((spec, secret) in (any_spec(), "[A-Za-z0-9]{12}")) {
        let (form, mut values) = new(spec.slug, json!({}));
        let text = format!("https://discord.com/{secret}");
        for key in spec.secrets() {
            values.set(key, Entry::Secret(Secret::Replace(text.clone())));
        }
        let body = gitlab::request_body(spec.slug, &form, &form.defaults(), &values, None);
        let command = command::curl(Vendor::GitLab, "PUT", "https://gitlab.example.org", Some(&body));
        let changes = form.changes(&form.defaults(), &values, &|_| String::new());
        let problems = form.problems(&values);
        let redacted = command::redact(Vendor::GitLab, &body);
        let said = format!("{values:?} {command} {changes:?} {problems:?} {redacted:?}");
        prop_assert!(!said.contains(&secret), "{said}");
    }

    #[test]
    fn unknown_properties_survive(slug in prop_oneof![any_spec().prop_map(|spec| spec.slug), Just("new-one")], extra in any_json()) {
        let read = stored(slug, &Object::from_iter([("brand_new".to_owned(), extra.clone())]));
        prop_assert!(read.settings.contains_key("brand_new"));
        let form = gitlab::schema(home(slug), slug, Mode::Edit, &read.settings, &[]);
        let field = form.field("brand_new").expect("a field by its shape");
        let values = form.read(&read.settings);
        let written = patchbay_model::form::write_entry(&field.kind, values.get("brand_new").expect("an entry"));
        match &read.settings["brand_new"] {
            // One line of text is trimmed, and nothing is an empty one.
            Value::String(text) => {
                prop_assert_eq!(written.as_ref().and_then(Value::as_str).map(trim_text), Some(trim_text(text)));
            }
            Value::Null => prop_assert_eq!(written, Some(json!(""))),
            other => prop_assert_eq!(written.as_ref(), Some(other)),
        }
        prop_assert!(gitlab::export(&read)["settings"].get("brand_new").is_some());
    }

    #[test]
    fn every_refusal_is_a_sentence(status in 400_u16..600, body in prop_oneof![any_json().prop_map(|json| json.to_string()), ".{0,60}", r#"\{"(error|message)":"[a-z_:=>\[\]", ]{0,40}"#]) {
        let refusal = Refusal::read(status, &body);
        let (form, _) = new("slack", json!({}));
        prop_assert!(!refusal.to_string().is_empty());
        prop_assert!(!refusal.problems(&form).is_empty());
        let _ = refusal.missing();
    }
}

//! The text of a secret shows nowhere: not in `Debug`, not in what is shown, copied, stored or refused.

use crate::arbitrary::{any_object, edited, known_name};
use crate::support::{form, least, stored};
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::{self, Integration, server, strip_secrets};
use patchbay_model::{Entry, Kind, Object, Schema, Secret, Values, Vendor, command};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use std::fmt::Debug;

const NAMES: [&str; 12] = [
    "pat",
    "password",
    "encryptedPat",
    "encryptedPassword",
    "githubAppClientSecret",
    "githubAppSecret",
    "githubAppPem",
    "githubAppWebhookSecret",
    "accessToken",
    "private_key",
    "userPat",
    "credentials",
];

/// Text that nothing else has in it: neither a name nor a sentence.
fn secret() -> impl Strategy<Value = String> {
    prop_oneof!["Q7z[0-9A-Z]{8}", "Q7z['\"$\\\\ \n;]{1,4}[0-9A-Z]{8}"]
}

fn shows(what: &impl Debug, secret: &str) -> bool {
    let tail = &secret[secret.len() - 8..];
    let texts = [format!("{what:?}"), format!("{what:#?}")];
    texts.iter().any(|text| text.contains(tail) || text.contains("Q7z"))
}

/// Every secret of the form replaced by `secret`.
fn with_secrets(form: &Schema, mut values: Values, secret: &str) -> Values {
    for field in form.fields().filter(|field| field.kind == Kind::Secret) {
        values.set(field.key.as_ref(), Entry::Secret(Secret::Replace(secret.to_owned())));
    }
    values
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_a_form(
        (name, mode, typed) in (known_name(), select(vec![Create, Edit])).prop_flat_map(|(name, mode)| {
            let form = form(name, mode);
            let typed = edited(&form, &form.read(&stored(name)));
            (Just(name), Just(mode), typed)
        }),
        secret in secret(),
    ) {
        let (kind, form) = (crate::support::kind(name), form(name, mode));
        let opened = form.read(&stored(name));
        let values = with_secrets(&form, typed, &secret);
        prop_assert!(!shows(&Secret::Replace(secret.clone()), &secret));
        prop_assert!(!shows(&Entry::Secret(Secret::Replace(secret.clone())), &secret));
        prop_assert!(!shows(&values, &secret));
        prop_assert!(!shows(&form.problems(&values), &secret));
        prop_assert!(!shows(&form.changes(&opened, &values, &|id| id.to_string()), &secret));
        prop_assert!(!shows(&gij::conflicts(&form, &opened, &values, &values, &|id| id.to_string()), &secret));

        let body = match mode {
            Create => gij::request_body(&kind, &form, &values),
            Edit => gij::request_patch(&kind, &form, &opened, &values),
        };
        prop_assert!(!shows(&command::redact(Vendor::Jira, &body), &secret));
        prop_assert!(!shows(&command::curl(Vendor::Jira, "POST", "https://jira.example.org", Some(&body)), &secret));
        prop_assert!(!shows(&gij::readback(&form, &opened_settings(name), &body, &Object::new(), &|id| id.to_string()), &secret));
    }

    #[test]
    fn of_a_refused_request(name in known_name(), secret in secret(), other in any_object(), shape in 0..4) {
        let hidden = match shape {
            0 => json!(secret),
            1 => json!([secret]),
            2 => json!({"deeper": secret}),
            _ => json!(format!("{secret} ")),
        };
        let mut body = least(name);
        body.extend(other);
        body.insert("type".into(), json!(name));
        for key in ["pat", "password"] {
            body.insert(key.into(), hidden.clone());
        }
        for result in [server::check_create(&body), server::check_update(&stored(name), &body)] {
            prop_assert!(!shows(&result.err(), &secret));
        }
    }

    #[test]
    fn of_an_answer(
        settings in any_object(),
        inner in any_object(),
        key in select(NAMES.to_vec()),
        secret in secret(),
        shape in 0..4,
    ) {
        let value = match shape {
            0 => json!(secret),
            1 => json!([5, secret]),
            2 => json!({"value": secret}),
            _ => json!({"a": [{"b": secret}]}),
        };
        let mut inner = inner;
        inner.insert(key.into(), value.clone());
        let mut settings = settings;
        settings.insert("id".into(), json!(1));
        settings.insert("deep".into(), json!([{"er": inner}]));
        settings.insert(key.into(), value);

        prop_assert!(!shows(&command::redact(Vendor::Jira, &settings), &secret));
        prop_assert!(!shows(&command::curl(Vendor::Jira, "PUT", "https://jira.example.org", Some(&settings)), &secret));
        let read = Integration::read(settings.clone()).expect("it has an id");
        prop_assert!(!shows(&read, &secret));
        strip_secrets(&mut settings);
        prop_assert!(!shows(&settings, &secret) && !Value::from(settings).to_string().contains("Q7z"));
    }
}

fn opened_settings(name: &str) -> Object {
    stored(name)
}

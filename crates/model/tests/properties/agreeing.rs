//! What a form accepts, the server accepts; and what it then holds is what the form said.

use crate::arbitrary::{edited, known_name, mended};
use crate::support::{fill, form, kind, least, merged, stored};
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::{self, AUTH, Integration, server};
use patchbay_model::{Kind, Lookup, Object, Values};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A new form filled in with the least.
fn least_typed(name: &str) -> Values {
    let form = form(name, Create);
    let mut values = form.defaults();
    let mut least = least(name);
    least.shift_remove("type");
    fill(&form, &mut values, Value::from(least));
    values
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_new_integrations(
        (name, typed) in known_name().prop_flat_map(|name| (Just(name), edited(&form(name, Create), &least_typed(name))))
    ) {
        let (kind, new) = (kind(name), form(name, Create));
        let values = mended(&new, typed, &least_typed(name));
        let body = gij::request_body(&kind, &new, &values);
        prop_assert!(!(body.contains_key("pat") && body.contains_key("password")));

        let mut settings = server::check_create(&body).map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        settings.insert("id".into(), json!(1));
        let read = Integration::read(settings.clone()).expect("it has an id");
        prop_assert_eq!(&read.kind, &kind);

        let edit = gij::schema(&read.kind, Edit, &read.settings);
        let opened = edit.read(&read.settings);
        prop_assert_eq!(edit.problems(&opened), []);
        prop_assert_eq!(gij::request_patch(&kind, &edit, &opened, &opened), Object::new());
        for field in new.fields().filter(|field| field.kind != Kind::Secret) {
            let default_host = field.key == "origin" && values.text("origin").is_empty();
            let reread = new.read(&read.settings);
            // An empty number is left to the server.
            let any_number = matches!(field.kind, Kind::Integer { .. }) && values.text(&field.key).is_empty();
            prop_assert!(default_host || any_number || !new.differs(field, &reread, &values), "{} is lost", field.key);
        }
    }

    #[test]
    fn on_changes(
        (name, typed) in known_name().prop_flat_map(|name| {
            let form = form(name, Edit);
            let typed = edited(&form, &form.read(&stored(name)));
            (Just(name), typed)
        })
    ) {
        let (kind, form, stored) = (kind(name), form(name, Edit), stored(name));
        let opened = form.read(&stored);
        let mut values = mended(&form, typed, &opened);
        for field in form.fields() {
            if form.emptied(field, &opened, &values).is_some() {
                values.set(field.key.as_ref(), opened.get(&field.key).expect("it was there").clone());
            }
        }
        let patch = gij::request_patch(&kind, &form, &opened, &values);
        prop_assert!(!(patch.contains_key("pat") && patch.contains_key("password")));
        let listed: Vec<_> = form.changes(&opened, &values, &|id| id.to_string()).into_iter().map(|change| change.key).collect();
        prop_assert!(listed.iter().all(|key| patch.contains_key(key)), "{listed:?} but {:?}", patch.keys());

        let accepted = server::check_update(&stored, &patch).map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        let after = merged(&stored, &accepted);
        let reread = form.read(&after);
        for field in form.fields().filter(|field| field.kind != Kind::Secret && field.key != AUTH) {
            prop_assert!(!form.differs(field, &reread, &values), "{} is lost", field.key);
        }
        for (key, value) in &stored {
            prop_assert!(patch.contains_key(key) || after.get(key) == Some(value), "{key} changed by itself");
        }
        let seen = gij::readback(&form, &stored, &patch, &after, &|id| id.to_string());
        prop_assert!(seen.is_as_asked() && seen.unverified.is_empty(), "{seen:?}");
    }
}

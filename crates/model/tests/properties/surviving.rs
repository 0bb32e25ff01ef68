//! Whatever a server sent, known or not, survives reading, editing and writing.

use crate::arbitrary::{any_settings, edited};
use patchbay_model::Mode::Edit;
use patchbay_model::gij::{self, Integration};
use patchbay_model::{Kind, Object};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_keeps_everything((kind, settings) in any_settings()) {
        let read = Integration::read(settings.clone()).expect("it has an id");
        prop_assert_eq!(&*read.settings, &settings);
        prop_assert_eq!(read.kind, kind);
    }

    #[test]
    fn nothing_changed_is_nothing_sent((kind, settings) in any_settings()) {
        let form = gij::schema(&kind, Edit, &settings);
        let opened = form.read(&settings);
        prop_assert_eq!(gij::request_patch(&kind, &form, &opened, &opened), Object::new());
        prop_assert_eq!(form.changes(&opened, &opened, &|id| id.to_string()), []);
    }

    #[test]
    fn a_patch_holds_what_was_edited_and_changes_nothing_else(
        (kind, settings, typed) in any_settings().prop_flat_map(|(kind, settings)| {
            let form = gij::schema(&kind, Edit, &settings);
            let typed = edited(&form, &form.read(&settings));
            (Just(kind), Just(settings), typed)
        })
    ) {
        let form = gij::schema(&kind, Edit, &settings);
        let opened = form.read(&settings);
        let patch = gij::request_patch(&kind, &form, &opened, &typed);
        let mut merged = settings.clone();
        merged.extend(patch.clone());

        // Nothing else changes.
        for (key, value) in &settings {
            if !patch.contains_key(key) {
                prop_assert_eq!(merged.get(key), Some(value));
            }
        }
        for key in patch.keys() {
            let goes_along = ["username", "projectMappingIds"].contains(&key.as_str());
            prop_assert!(opened.get(key) != typed.get(key) || goes_along, "{key} was not edited");
        }
        prop_assert!(!["id", "type", "integrationType", "disabled"].iter().any(|key| patch.contains_key(*key)));

        // What was edited, and is right, is there when read again.
        let reread = form.read(&merged);
        for field in form.fields().filter(|field| field.kind != Kind::Secret) {
            if form.problem(field, &typed).is_none() && form.emptied(field, &opened, &typed).is_none() {
                prop_assert!(!form.differs(field, &reread, &typed), "{} is lost", field.key);
            }
        }
    }
}

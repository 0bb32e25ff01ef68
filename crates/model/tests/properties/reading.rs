//! No JSON whatsoever makes reading panic, neither an answer nor a request.

use crate::arbitrary::{any_json, any_kind, any_object, any_settings};
use patchbay_model::Mode::{Create, Edit};
use patchbay_model::gij::wire::{self, Refusal};
use patchbay_model::gij::{self, Integration, server};
use patchbay_model::{Project, Schema, Vendor, command};
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_read_or_refused(answer in any_json(), id in any::<u64>()) {
        let _ = wire::success(&answer);
        let _ = wire::list(answer.clone());
        for answer in [answer.clone(), json!({"success": true, "integrations": [answer.clone()]}), json!([answer.clone()])] {
            if let Some(briefs) = gij::briefs(&answer.to_string()) {
                let whole = wire::list(answer).unwrap();
                prop_assert_eq!(briefs, whole.read.iter().map(gij::Brief::of).collect::<Vec<_>>());
            }
        }
        let _ = wire::one(answer.clone(), Some(id));
        let _ = wire::one(json!({"success": "true", "integration": [answer.clone()]}), None);
        let _ = Project::read_list(answer.clone());
        let _ = Project::read_list(json!([answer]));
    }

    #[test]
    fn a_list_of_any_settings_is_read_alike((_, settings) in any_settings(), id in any::<u64>()) {
        let mut settings = settings;
        settings.insert("id".to_owned(), json!(id));
        let answer = json!([settings]);
        let text = answer.to_string();
        let whole = wire::list(answer).unwrap();
        match gij::briefs(&text) {
            Some(briefs) => prop_assert_eq!(briefs, whole.read.iter().map(gij::Brief::of).collect::<Vec<_>>()),
            // A key may be written with an escape.
            None => prop_assert!(text.contains('\\')),
        }
    }

    #[test]
    fn integrations_are_shown(settings in any_object(), now in any::<f64>(), hours in any::<f64>()) {
        let mut settings = settings;
        settings.entry("id").or_insert(json!(1));
        if let Ok(integration) = Integration::read(settings) {
            prop_assert!(!integration.name().is_empty() && !integration.kind.label().is_empty());
            let _ = integration.staleness(now, hours);
            let _ = (integration.connected_at(), integration.projects(), integration.is_global());
            for mode in [Create, Edit] {
                let form = gij::schema(&integration.kind, mode, &integration.settings);
                let values = form.read(&integration.settings);
                let _ = (form.problems(&values), form.changes(&form.defaults(), &values, &|id| id.to_string()));
                prop_assert!(form.fields().all(|field| values.get(&field.key).is_some()));
            }
        }
    }

    #[test]
    fn refusals_are_said(error in any::<String>(), field in "(pat|origin|type): .{0,30}", advice in any::<String>(), kind in any_kind()) {
        for error in [error.clone(), field.clone(), format!("{error} {field}"), format!("{field}\n{error}. {field}")] {
            let refusal = Refusal::read(&json!({"error": error, "advice": advice}));
            let problems = refusal.problems(&gij::schema(&kind, Edit, &serde_json::Map::new()));
            prop_assert!(!refusal.to_string().is_empty() && !problems.is_empty());
        }
    }

    #[test]
    fn requests_are_taken_or_refused(body in any_object(), kind in any_kind(), (_, stored) in any_settings()) {
        let mut body = body;
        body.insert("type".into(), json!(kind.name()));
        for result in [server::check_create(&body), server::check_update(&stored, &body)] {
            if let Err(problems) = result {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.message.starts_with(&format!("{}: ", problem.field)), "{problem}");
                }
            }
        }
    }

    #[test]
    fn differences_are_shown((kind, before) in any_settings(), after in any_object(), patch in any_object()) {
        let form: Schema = gij::schema(&kind, Edit, &before);
        let (base, theirs) = (form.read(&before), form.read(&after));
        let _ = gij::conflicts(&form, &base, &theirs, &base, &|id| id.to_string());
        let _ = gij::readback(&form, &before, &patch, &after, &|id| id.to_string());
        // What a server took over to the letter is as asked, whatever it is.
        let mut merged = before.clone();
        merged.extend(patch.clone());
        let read = gij::readback(&form, &before, &patch, &merged, &|id| id.to_string());
        prop_assert_eq!(read.ignored, []);
    }

    #[test]
    fn what_is_accepted_is_stored_as_json_of_the_right_type(body in any_object(), name in crate::arbitrary::known_name()) {
        let mut all = crate::support::least(name);
        for (key, value) in body {
            all.entry(key).or_insert(value);
        }
        if let Ok(stored) = server::check_create(&all) {
            for field in gij::schema(&gij::IntegrationType::parse(name), Create, &stored).fields() {
                let Some(value) = stored.get(field.key.as_ref()) else { continue };
                prop_assert!(!value.is_null() && value != "", "{} is {value}", field.key);
            }
            prop_assert_eq!(&stored["integrationType"], name);
        }
    }

    #[test]
    fn commands_are_written(body in any_object()) {
        let shown = Value::from(command::redact(Vendor::Jira, &body));
        prop_assert!(!shown.is_null());
        prop_assert!(command::curl(Vendor::Jira, "PUT", "https://jira.example.org", Some(&body)).starts_with("curl -X PUT "));
    }
}

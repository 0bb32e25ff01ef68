//! A field that was emptied is sent, or refused with its reason: no integration of any version takes it for no change.

use crate::versions::VERSIONS;
use patchbay_model::form::Entry;
use patchbay_model::gitlab::{self, Level, Presence, Target, Tier, Version};
use patchbay_model::{Mode, Object};
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

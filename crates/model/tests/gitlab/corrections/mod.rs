//! What the form offers instead of what was typed, as a table.

mod lists;
mod pages;
mod recipients;
mod texts;

use crate::new;
use serde_json::json;

#[track_caller]
fn offers(slug: &str, key: &str, text: &str) -> Option<String> {
    let (form, values) = new(slug, json!({key: text}));
    let field = form.field(key).unwrap_or_else(|| panic!("{slug} has no {key}"));
    let found = form.correction(field, &values)?;
    // It is told: by the warning, or by the problem.
    let told = form.warning(field, &values).or_else(|| form.problem(field, &values));
    assert!(told.is_some(), "{slug} {key} {text}");
    // What is offered is right.
    let (form, values) = new(slug, json!({key: found.value}));
    assert!(found.value.is_empty() || form.problem(field, &values).is_none(), "{slug} {key} {found:?}");
    assert!(found.value.is_empty() || form.correction(field, &values).is_none(), "{slug} {key} {found:?}");
    Some(found.value)
}

/// Each line: integration, field, what is entered, and what is offered, which is empty where only a person can correct it.
#[test]
fn offers_what_is_meant_in_more_fields() {
    for line in include_str!("meant.txt").lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [slug, key, text, meant] = parts[..] else { panic!("{line} has not four parts") };
        let (text, meant) = (text.replace('⏎', "\n"), meant.replace('⏎', "\n"));
        assert_eq!(offers(slug, key, &text), Some(meant), "{slug} {key} {text}");
    }
}

#[test]
fn leaves_alone_more_that_is_right() {
    for line in include_str!("harmless.txt").lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [slug, key, text] = parts[..] else { panic!("{line} has not three parts") };
        let text = text.replace('⏎', "\n");
        let (form, values) = new(slug, json!({key: &text}));
        let field = form.field(key).unwrap_or_else(|| panic!("{slug} has no {key}"));
        assert_eq!(form.problem(field, &values), None, "{slug} {key} {text}");
        assert_eq!(offers(slug, key, &text), None, "{slug} {key} {text}");
    }
}

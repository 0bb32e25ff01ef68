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

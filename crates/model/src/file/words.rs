//! What files of both vendors have in common: values without credentials, and words for what stands in a file.

use crate::form::Kind;
use crate::object::Object;
use crate::text::pasted::{token, without_credentials};
use serde_json::Value;

/// The sentence for a secret that a file has as an empty text.
pub(crate) const EMPTY_SECRET: &str = "A secret cannot be empty. Leave it out to keep the stored one.";

/// A value without credentials, and its objects in the order of their keys.
pub(crate) fn plain_of(kind: &Kind, value: &Value) -> Value {
    match value {
        Value::String(text) => Value::from(hidden(kind, text)),
        value => plain(value),
    }
}

/// A value without credentials, and its objects in the order of their keys.
pub(crate) fn plain(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::from(hidden(&Kind::Text, text)),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(inner) => {
            let mut inner: Object = inner.iter().map(|(key, value)| (key.clone(), plain(value))).collect();
            inner.sort_keys();
            Value::Object(inner)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

/// `text` as it stands in a file: without credentials. Of an expression only known tokens are taken, because `?token=` may
/// be part of its syntax.
pub(crate) fn hidden(kind: &Kind, text: &str) -> String {
    match kind {
        Kind::Query { .. } | Kind::Pattern { .. } => {
            let mut clean = text.to_owned();
            while let Some(token) = token(&clean) {
                clean.replace_range(token, "");
            }
            clean
        }
        _ => without_credentials(text).unwrap_or_else(|| text.to_owned()),
    }
}

/// Whether a text stands for a secret: a variable, such as `$TOKEN`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    text.trim().strip_prefix('$').is_some_and(|name| {
        !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_')
    })
}

/// A value in words, without its text, which may be a misplaced secret.
pub(crate) fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "a number with a fraction",
        Value::Number(number) if !number.is_u64() => "a negative number",
        Value::Number(_) => "a number",
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The one of `names` that was most likely meant by `name`: the same but for upper and lower case, hyphens and underscores,
/// or at most two letters away.
pub(crate) fn meant<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |name: &str| name.to_lowercase().replace(['-', '_', ' '], "");
    let name = plain(name);
    // Long ones are no slip of the finger, and would be slow to compare.
    if name.is_empty() || name.len() > 60 {
        return None;
    }
    let (distance, nearest) =
        names.map(|other| (distance(&name, &plain(other)), other)).min_by_key(|(distance, _)| *distance)?;
    (distance <= 2 && distance * 2 < name.len()).then_some(nearest)
}

/// How many letters must be put in, left out or replaced.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = index + 1;
        for (at, other) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[right.len()]
}

/// “Did you mean …?”, or what else helps.
pub(crate) fn hint<'a>(name: &str, names: impl Iterator<Item = &'a str>, otherwise: &str) -> String {
    meant(name, names).map_or_else(|| otherwise.to_owned(), |meant| format!("Did you mean “{meant}”?"))
}

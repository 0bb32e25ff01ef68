//! The answers of the server, read in any of the shapes that its documents show.

use super::Integration;
use crate::{Object, Problem, Schema};
use serde_json::Value;
use std::fmt;

/// Why an answer gives no integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// The server said no: `success` is false.
    Refused(Refusal),
    /// The answer has none of the documented shapes; the sentence says what is missing.
    Shape(String),
}

/// What the server says when it refuses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, in the server's words; may be empty.
    pub error: String,
    /// What to do, in the server's words; may be empty.
    pub advice: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.error.is_empty(), self.advice.is_empty()) {
            (true, true) => f.write_str("The server refused without saying why."),
            (false, true) => f.write_str(&self.error),
            (true, false) => f.write_str(&self.advice),
            (false, false) => write!(f, "{} {}", sentence(&self.error), self.advice),
        }
    }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

impl Refusal {
    /// Reads `error` and `advice` out of an answer.
    pub fn read(answer: &Value) -> Self {
        let text = |key| answer.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        Self { error: text("error"), advice: text("advice") }
    }

    /// The refusal as problems of the form. Sentences that begin with a field's name and a colon belong to that field;
    /// where there are none, the refusal belongs to each field that it names, else to the form as a whole.
    pub fn problems(&self, schema: &Schema) -> Vec<Problem> {
        let is_field = |name: &str| schema.fields().any(|field| field.on_wire && field.key == name);
        let parts = parts(&self.error);
        if parts.iter().any(|(name, _)| is_field(name)) {
            let problem = |(name, rest): &(&str, &str)| match *name {
                name if is_field(name) => Problem::of(name, *rest),
                "" => Problem::general(*rest),
                name => Problem::general(format!("{name}: {rest}")),
            };
            return parts.iter().map(problem).collect();
        }
        let named: Vec<Problem> = schema
            .fields()
            .filter(|field| field.on_wire && names(&self.error, &field.key))
            .map(|field| Problem::of(field.key.as_ref(), self.to_string()))
            .collect();
        if named.is_empty() { vec![Problem::general(self.to_string())] } else { named }
    }
}

/// Cuts a text before each sentence that begins with a name and a colon. Gives the names, empty for what comes before
/// the first, and what follows each.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let (mut name, mut from) = ("", 0);
    for (at, _) in text.match_indices(": ") {
        let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let begin = at - word.len();
        let before = text[..begin].trim_end_matches(' ');
        let begins_sentence = before.is_empty() || before.ends_with(['.', '!', '?', '\n']);
        if begin >= from && begins_sentence && is_name(&text[begin..at]) {
            parts.push((name, text[from..begin].trim()));
            (name, from) = (&text[begin..at], at + 2);
        }
    }
    parts.push((name, text[from..].trim()));
    parts.retain(|(_, rest)| !rest.is_empty());
    parts
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether `text` has `key` as a word of its own.
fn names(text: &str, key: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == key)
}

/// The `success` flag: a boolean in some answers, text in others; `None` where there is none.
pub fn success(answer: &Value) -> Option<bool> {
    match answer.get("success")? {
        Value::Bool(success) => Some(*success),
        Value::String(text) => Some(text.trim().eq_ignore_ascii_case("true")),
        _ => None,
    }
}

/// Refuses an answer whose `success` is false.
pub fn accepted(answer: &Value) -> Result<(), WireError> {
    match success(answer) {
        Some(false) => Err(WireError::Refused(Refusal::read(answer))),
        Some(true) | None => Ok(()),
    }
}

/// Reads the answer of "Retrieve Integration List": `integrations`, `integration`, or a bare array.
pub fn list(answer: Value) -> Result<Vec<Integration>, WireError> {
    accepted(&answer)?;
    let items = match answer {
        Value::Array(items) => items,
        Value::Object(mut answer) => {
            match answer.remove("integrations").or_else(|| answer.remove("integration")) {
                Some(Value::Array(items)) => items,
                Some(one @ Value::Object(_)) => vec![one],
                Some(Value::Null) => Vec::new(),
                _ => return Err(shape("a list of integrations")),
            }
        }
        _ => return Err(shape("a list of integrations")),
    };
    items.into_iter().map(read).collect()
}

/// Reads the answer of "Retrieve an Integration", of Add and of Update: the integration under `integration` or
/// `integrations`, as an object or in an array, or either of them bare. Out of several the one with `id` is taken.
pub fn one(answer: Value, id: Option<u64>) -> Result<Integration, WireError> {
    accepted(&answer)?;
    let inner = match answer {
        Value::Object(mut answer) => {
            match answer.remove("integration").or_else(|| answer.remove("integrations")) {
                None if answer.contains_key("id") => Value::Object(answer),
                inner => inner.unwrap_or_default(),
            }
        }
        other => other,
    };
    match inner {
        Value::Array(items) => {
            let several = items.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
            several
                .into_iter()
                .find(|one| id.is_none_or(|id| one.id == id))
                .ok_or_else(|| shape("the integration asked for"))
        }
        one => read(one),
    }
}

fn read(value: Value) -> Result<Integration, WireError> {
    let settings: Object = match value {
        Value::Object(settings) => settings,
        _ => return Err(shape("an integration")),
    };
    Integration::read(settings).map_err(WireError::Shape)
}

fn shape(what: &str) -> WireError {
    WireError::Shape(format!("The server’s answer does not hold {what}."))
}

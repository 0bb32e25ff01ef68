//! The answer to a request that Jira refuses, and the fields of the form that it is about.

use crate::answer;
use crate::form::{Problem, Schema};
use crate::text::sentence;
use serde_json::Value;
use std::fmt;

/// The sentence for a refusal without `error` and `advice`.
pub const NO_REASON: &str = "Jira refused the request without giving a reason.";

/// What Jira says when it refuses a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// `error`, or `errorMessages` and `errors`: what is wrong, in Jira's words; may be empty.
    pub error: String,
    /// `advice`: what to do, in Jira's words; may be empty.
    pub advice: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.error.is_empty(), self.advice.is_empty()) {
            (true, true) => f.write_str(NO_REASON),
            (false, true) => f.write_str(&self.error),
            (true, false) => f.write_str(&self.advice),
            (false, false) => write!(f, "{} {}", sentence(&self.error), self.advice),
        }
    }
}

impl Refusal {
    /// Reads `error` and `advice` of a response, and what Jira itself uses in their place (`errorMessages`, `errors`,
    /// `message`). A text that is absent becomes empty.
    pub fn read(answer: &Value) -> Self {
        let advice = answer.get("advice").and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let mut rest = answer.clone();
        if let Some(fields) = rest.as_object_mut() {
            fields.remove("advice");
        }
        Self { error: answer::words(&rest), advice }
    }

    /// The refusal as problems of the form. A sentence that begins with a field's key and a colon belongs to that field.
    /// If there is none, the refusal belongs to each field whose key it contains, else to the form as a whole.
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

/// Splits a text before each sentence that begins with a name and a colon, into names and texts. The name is empty for
/// the text before the first one.
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

/// Whether `text` contains `key` as a whole word.
fn names(text: &str, key: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == key)
}

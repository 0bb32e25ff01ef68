//! The answer to a request that Jira refuses, and the fields of the form that it is about.

use crate::answer;
use crate::form::{Field, Problem, Schema};
use crate::text::{is_same, sentence};
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
        let mut rest = answer.clone();
        let advice = rest.as_object_mut().and_then(|fields| fields.remove("advice")).unwrap_or_default();
        Self { error: answer::words(&rest), advice: answer::words(&advice) }
    }

    /// The refusal as problems of the form, each once. A sentence that begins with a field's key or label and a colon
    /// belongs to that field. If there is none, the refusal belongs to the one field whose key it contains, else to the form
    /// as a whole. Advice about no field follows what it is about.
    pub fn problems(&self, schema: &Schema) -> Vec<Problem> {
        let mut problems: Vec<Problem> = Vec::new();
        let mut parts = parts(&self.error, schema);
        let advice = self::parts(&self.advice, schema);
        let is_named = |parts: &[Part<'_>]| parts.iter().any(|part| !part.field.is_empty());
        if !is_named(&parts) && !is_named(&advice) {
            let mut named = schema.fields().filter(|field| field.on_wire && names(&self.error, &field.key));
            let key = match (named.next(), named.next()) {
                (Some(field), None) => field.key.as_ref(),
                _ => "",
            };
            return vec![Problem::of(key, self.to_string())];
        }
        parts.extend(advice.iter().filter(|part| !part.field.is_empty()).cloned());
        for (at, part) in parts.iter().enumerate() {
            let others = parts.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, other)| other);
            let mut others = others.filter(|other| is_same(&other.text, &part.text));
            // What is said of a field need not be said of the form as well.
            let is_said =
                problems.iter().any(|one| one.field == part.field && is_same(&one.message, &part.text));
            if !is_said && (!part.field.is_empty() || others.all(|other| other.field.is_empty())) {
                problems.push(Problem::of(part.field, part.text.as_str()));
            }
        }
        if let Some(last) = problems.last_mut() {
            for part in advice.into_iter().filter(|part| part.field.is_empty()) {
                last.message = format!("{} {}", sentence(&last.message), part.text);
            }
        }
        problems
    }
}

/// What is said about one field.
#[derive(Clone)]
struct Part<'a> {
    /// The field's key; empty if it is about none.
    field: &'a str,
    text: String,
}

/// Splits a text before each name of a field that a colon follows. Other words with a colon at the beginning of a sentence
/// begin a part of their own as well.
fn parts<'a>(text: &str, schema: &'a Schema) -> Vec<Part<'a>> {
    let text = text.strip_prefix(['[', '{']).map_or(text, |inside| inside.trim_end_matches([']', '}']));
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut add = |field: &'a str, text: &str| {
        let text = text.trim().trim_end_matches([',', ';']);
        if text.contains(char::is_alphabetic) {
            parts.push(Part { field, text: text.to_owned() });
        }
    };
    let (mut field, mut from) = ("", 0);
    for (at, colon) in text.match_indices([':', '：']) {
        let after = at + colon.len();
        let ends = text[after..].chars().next().is_none_or(|next| next.is_whitespace() || colon != ":");
        let begins = ends.then(|| beginning(&text[from..at], schema)).flatten();
        let Some((begin, named)) = begins else { continue };
        add(field, &text[from..from + begin]);
        (field, from) = (named, if named.is_empty() { from + begin } else { after });
    }
    add(field, &text[from..]);
    parts
}

/// Where the name begins that `text` ends with, and the key of its field. The key is empty if it is no field's, and the name
/// is then a word at the beginning of a sentence after another one.
fn beginning<'a>(text: &str, schema: &'a Schema) -> Option<(usize, &'a str)> {
    let text = text.trim_end();
    let mut begins: Vec<usize> = text
        .char_indices()
        .filter(|(at, c)| !c.is_whitespace() && text[..*at].ends_with(BEFORE_NAME))
        .map(|(at, _)| at)
        .collect();
    if !text.is_empty() {
        begins.push(text.len() - text.trim_start().len());
    }
    begins.sort_unstable();
    for begin in begins {
        let before = text[..begin].trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
        let starts_sentence = before.is_empty() || before.ends_with(SENTENCE_ENDS);
        let (name, place) = text[begin..].split_once(['[', '.']).unwrap_or((&text[begin..], ""));
        let known = schema.fields().filter(|field| field.on_wire).find(|field| {
            field.key == name || (starts_sentence && place.is_empty() && is_called(field, name))
        });
        match known {
            Some(field) if starts_sentence || before.ends_with([',', '[', '{', '(', ')']) => {
                return Some((begin, field.key.as_ref()));
            }
            None if starts_sentence && !before.is_empty() && is_name(&text[begin..]) => {
                return Some((begin, ""));
            }
            _ => {}
        }
    }
    None
}

/// What stands right before a name.
const BEFORE_NAME: [char; 11] = [' ', '\n', '\t', '\u{200a}', '[', '{', '(', ';', '。', '！', '？'];
/// What a sentence ends with.
const SENTENCE_ENDS: [char; 8] = ['.', '!', '?', ';', '\n', '。', '！', '？'];

/// Whether this is the key or the label of the field, in small or in capital letters.
fn is_called(field: &Field, name: &str) -> bool {
    let bare = |text: &str| text.replace([' ', '_', '-'], "").to_lowercase();
    !name.is_empty() && (bare(&field.key) == bare(name) || bare(&field.label) == bare(name))
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether `text` contains `key` as a whole word.
fn names(text: &str, key: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == key)
}

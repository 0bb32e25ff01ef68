//! The answer to a request that GitLab refuses, in every format that its versions use.

use super::ruby;
use crate::answer;
use crate::form::{Field, Kind, Problem, Required, Schema};
use crate::text::pasted::without_credentials;
use crate::text::{is_same, sentence, short};
use serde_json::Value;
use std::fmt;

/// The most characters of one reason.
const LONGEST: usize = 300;

/// The sentence for a refusal without a reason.
pub const NO_REASON: &str = "GitLab refused the request without giving a reason. Usually a required value is empty, a value \
                             has the wrong format, or this GitLab server may not connect to a URL, for example in a \
                             private network.";

/// The sentence where there are no settings to inherit.
pub const NO_DEFAULT: &str = "No group above it and not the instance has settings of this integration, so there is \
                              nothing to follow. Nothing was changed.";

/// The sentence for a value that GitLab does not accept, at its field.
pub const NOT_ACCEPTED: &str = "GitLab does not accept this value.";

/// The sentence for a required value that was not sent, at its field.
pub fn not_sent(label: &str) -> String {
    format!("GitLab requires this in every change. Enter “{label}”.")
}

/// What GitLab says when it refuses a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// A required parameter was not sent.
    Missing(String),
    /// A parameter has the wrong type.
    Invalid(String),
    /// A parameter's key, and what is wrong with it, in GitLab's words.
    About(String, String),
    /// What is wrong, in GitLab's words.
    General(String),
}

impl Refusal {
    /// Reads the body of a response: JSON, plain text, HTML or nothing.
    pub fn read(status: u16, body: &str) -> Self {
        let body = body.trim();
        let mut read = Vec::new();
        match serde_json::from_str::<Value>(body) {
            Ok(answer) => read_message("", &answer, &mut read),
            Err(_) if body.starts_with('<') => {
                let words = answer::read("text/html", body).words;
                read.extend(Some(words).filter(|words| !words.is_empty()).map(Fault::General));
            }
            Err(_) => read_text("", body, &mut read),
        }
        let mut faults: Vec<Fault> = Vec::new();
        for fault in read.into_iter().map(Fault::cleaned) {
            if !faults.iter().any(|other| other.is_same(&fault)) {
                faults.push(fault);
            }
        }
        if faults.len() > 1 {
            let says_nothing =
                |fault: &Fault| matches!(fault, Fault::General(text) if general(status, text) == NO_REASON);
            faults.retain(|fault| !says_nothing(fault));
        }
        Self { status, faults }
    }

    /// Keys of the parameters that GitLab reports as missing.
    pub fn missing(&self) -> Vec<String> {
        self.faults
            .iter()
            .filter_map(|fault| match fault {
                Fault::Missing(key) => Some(key.clone()),
                Fault::Invalid(_) | Fault::About(..) | Fault::General(_) => None,
            })
            .collect()
    }

    /// The refusal as problems of the form: at their fields, or of the whole form if it has no such field.
    pub fn problems(&self, schema: &Schema) -> Vec<Problem> {
        if self.faults.is_empty() {
            return vec![Problem::general(self.to_string())];
        }
        let said = self.faults.iter().map(|fault| match fault.key().and_then(|key| schema.field(key)) {
            Some(field) => Problem::of(field.key.as_ref(), fault.at(field)),
            None => Problem::general(self.sentence(fault)),
        });
        let mut problems: Vec<Problem> = said.collect();
        // What is said of a field need not be said of the form as well.
        let at_fields: Vec<Problem> = problems.iter().filter(|one| !one.field.is_empty()).cloned().collect();
        let is_said = |one: &Problem| at_fields.iter().any(|other| is_same(&other.message, &one.message));
        problems.retain(|one| !one.field.is_empty() || !is_said(one));
        problems.dedup();
        problems
    }

    fn sentence(&self, fault: &Fault) -> String {
        match fault {
            Fault::Missing(key) => format!("GitLab requires “{key}”, which was not sent."),
            Fault::Invalid(key) => format!("GitLab does not accept the value of “{key}”."),
            Fault::About(key, text) => about_setting(key, key, text),
            Fault::General(text) => general(self.status, text),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.faults.is_empty() {
            return f.write_str(&general(self.status, ""));
        }
        for (place, fault) in self.faults.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&self.sentence(fault))?;
        }
        Ok(())
    }
}

impl Fault {
    /// Without credentials, as servers may repeat what was sent to them, and no longer than a page can bear.
    fn cleaned(self) -> Self {
        let clean = |text: String| short(&without_credentials(&text).unwrap_or(text), LONGEST);
        match self {
            Self::About(key, text) => Self::About(key, clean(text)),
            Self::General(text) => Self::General(clean(text)),
            other => other,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::About(key, text), Self::About(of, other)) => key == of && is_same(text, other),
            (Self::General(text), Self::General(other)) => is_same(text, other),
            _ => self == other,
        }
    }

    fn key(&self) -> Option<&str> {
        match self {
            Self::Missing(key) | Self::Invalid(key) | Self::About(key, _) => Some(key),
            Self::General(_) => None,
        }
    }

    /// The sentence at the field of the parameter.
    fn at(&self, field: &Field) -> String {
        match self {
            Self::Missing(_) if field.kind == Kind::Secret && field.required == Required::No => {
                "This GitLab server requires it in every change. Enter it again, or remove it.".to_owned()
            }
            Self::Missing(_) => not_sent(&field.label),
            Self::Invalid(_) => match field.kind {
                Kind::Integer { .. } => "GitLab accepts only a whole number here.".to_owned(),
                Kind::Toggle { .. } => "GitLab accepts only on or off here.".to_owned(),
                _ => NOT_ACCEPTED.to_owned(),
            },
            Self::About(key, text) => about_setting(&field.label, key, text),
            Self::General(text) => sentence(text),
        }
    }
}

/// GitLab's text about the setting with this key, as a sentence that names it once, by `name`. Some texts have no subject,
/// some are whole sentences, and some begin with the key.
fn about_setting(name: &str, key: &str, text: &str) -> String {
    let begins_before = |own: &str, next: &str| {
        text.get(..own.len()).is_some_and(|start| start.eq_ignore_ascii_case(own))
            && text[own.len()..].starts_with(next)
    };
    let begins = |own: &str| begins_before(own, " ");
    match text {
        text if begins_before(key, ": ") => about_setting(name, key, &text[key.len() + 2..]),
        text if begins_before(name, ": ") => about_setting(name, key, &text[name.len() + 2..]),
        text if key.contains('_') && begins(key) => sentence(&format!("{name}{}", &text[key.len()..])),
        text if text.starts_with(|c: char| c.is_ascii_uppercase()) => sentence(text),
        text if begins(name) => sentence(&format!("{name}{}", &text[name.len()..])),
        text if begins(&key.replace('_', " ")) => sentence(&format!("{name}{}", &text[key.len()..])),
        text => sentence(&format!("{name} {text}")),
    }
}

/// Adds the faults in a message: a text, or texts by key, or a list of these. `key` is the parameter that it is about; empty
/// if it is the whole request.
fn read_message(key: &str, message: &Value, faults: &mut Vec<Fault>) {
    match message {
        Value::String(text) => read_text(key, text, faults),
        Value::Array(items) => items.iter().for_each(|item| read_message(key, item, faults)),
        Value::Object(fields) if answer::KEYS.iter().any(|name| fields.contains_key(*name)) => {
            let key = fields.get("field").and_then(Value::as_str).unwrap_or(key);
            for name in answer::KEYS {
                // `error` is a code such as `invalid_token` where a description of it follows.
                let is_code =
                    name == "error" && fields.get("error_description").is_some_and(|text| *text != *"");
                if let Some(value) = fields.get(name).filter(|_| !is_code) {
                    read_message(key, value, faults);
                }
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                read_message(name, value, faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The fault for a text about a parameter. The key `base` means the whole request, and `properties.url` is `url`.
fn about(key: &str, text: &str) -> Fault {
    match (key, text) {
        ("" | "base", text) => Fault::General(text.to_owned()),
        (key, "") => Fault::Invalid(key.to_owned()),
        (key, text) => {
            Fault::About(key.strip_prefix("properties.").unwrap_or(key).to_owned(), text.to_owned())
        }
    }
}

/// Adds the faults in a text: a list such as “x is missing, y is invalid”, a printed Ruby hash, or a sentence.
fn read_text(key: &str, text: &str, faults: &mut Vec<Fault>) {
    let text = text.trim();
    let text = text.strip_prefix("400 Bad request - ").unwrap_or(text);
    if !matches!(key, "" | "base") {
        return faults.push(about(key, text));
    }
    let hash = ruby::pairs(text);
    if !hash.is_empty() {
        return faults.extend(hash.into_iter().map(|(key, text)| about(key, text.trim())));
    }
    let parts: Option<Vec<Fault>> = text.split(", ").map(about_parameter).collect();
    match parts {
        Some(parts) => faults.extend(parts),
        None if text.is_empty() => {}
        None => faults.push(Fault::General(text.to_owned())),
    }
}

fn about_parameter(text: &str) -> Option<Fault> {
    let (key, rest) = text.trim().split_once(' ')?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    match rest {
        _ if !is_key || key == "slug" => None,
        "is missing" | "is empty" => Some(Fault::Missing(key.to_owned())),
        "is invalid" | "does not have a valid value" => Some(Fault::Invalid(key.to_owned())),
        _ => None,
    }
}

/// GitLab's text as a sentence. Texts without information are replaced by ones with more.
fn general(status: u16, text: &str) -> String {
    let words = ["400 ", "422 "].iter().find_map(|status| text.strip_prefix(status)).unwrap_or(text).trim();
    match words.to_ascii_lowercase().as_str() {
        "bad request" | "unprocessable entity" | "unprocessable content" => return NO_REASON.to_owned(),
        _ => {}
    }
    match words {
        "" if status != 400 => {
            format!("GitLab refused the request with status {status} and without giving a reason.")
        }
        "" => NO_REASON.to_owned(),
        "Integration not available" => {
            "This integration is not available here, because of GitLab’s plan, an administrator’s setting or the \
             kind of project or group."
                .to_owned()
        }
        words if words.to_ascii_lowercase().contains("default integration not found") => {
            NO_DEFAULT.to_owned()
        }
        "slug does not have a valid value" => "This GitLab server does not have this integration.".to_owned(),
        words => sentence(words),
    }
}

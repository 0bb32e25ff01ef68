//! What GitLab says when it refuses, in any of the shapes that servers of several years use.

use super::ruby;
use crate::form::Required;
use crate::{Field, Kind, Problem, Schema};
use serde_json::Value;
use std::fmt;

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// A parameter that is not there.
    Missing(String),
    /// A parameter of the wrong type.
    Invalid(String),
    /// What is wrong with a parameter, in the server's words.
    About(String, String),
    /// What is wrong, in the server's words or in ours.
    General(String),
}

impl Refusal {
    /// Reads the body of an answer: JSON, plain text, HTML or nothing.
    pub fn read(status: u16, body: &str) -> Self {
        let body = body.trim();
        let faults = match serde_json::from_str::<Value>(body) {
            Ok(Value::Object(answer)) => {
                let mut faults = Vec::new();
                for key in ["error", "message", "error_description"] {
                    faults.extend(answer.get(key).map(spoken).unwrap_or_default());
                }
                // `invalid_token` and such are for programs; the description says the same to people.
                if answer.contains_key("error_description") && faults.len() > 1 {
                    faults.remove(0);
                }
                faults
            }
            Ok(Value::String(text)) => said(&text),
            Ok(_) => Vec::new(),
            Err(_) if body.starts_with('<') || body.len() > 500 => Vec::new(),
            Err(_) => said(body),
        };
        Self { status, faults }
    }

    /// Keys of the parameters that the server calls missing.
    pub fn missing(&self) -> Vec<String> {
        self.faults
            .iter()
            .filter_map(|fault| match fault {
                Fault::Missing(key) => Some(key.clone()),
                Fault::Invalid(_) | Fault::About(..) | Fault::General(_) => None,
            })
            .collect()
    }

    /// The refusal as problems of the form: at their fields, or of the form as a whole where it has no such field.
    pub fn problems(&self, schema: &Schema) -> Vec<Problem> {
        if self.faults.is_empty() {
            return vec![Problem::general(self.to_string())];
        }
        self.faults
            .iter()
            .map(|fault| match fault.key().and_then(|key| schema.field(key)) {
                Some(field) => Problem::of(field.key.as_ref(), fault.at(field)),
                None => Problem::general(self.sentence(fault)),
            })
            .collect()
    }

    fn sentence(&self, fault: &Fault) -> String {
        match fault {
            Fault::Missing(key) => format!("GitLab wants “{key}”, and it was not sent."),
            Fault::Invalid(key) => format!("GitLab does not take the value that was sent for “{key}”."),
            Fault::About(key, text) => sentence(&format!("{key} {text}")),
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
    fn key(&self) -> Option<&str> {
        match self {
            Self::Missing(key) | Self::Invalid(key) | Self::About(key, _) => Some(key),
            Self::General(_) => None,
        }
    }

    /// The sentence at the field that it is about.
    fn at(&self, field: &Field) -> String {
        match self {
            Self::Missing(_) if field.kind == Kind::Secret && field.required == Required::No => {
                "This GitLab wants it with every change: enter it again, or remove it.".to_owned()
            }
            Self::Missing(_) => format!("GitLab wants this with every change: enter {}.", named(field)),
            Self::Invalid(_) => match field.kind {
                Kind::Integer { .. } => "GitLab takes a whole number here.".to_owned(),
                Kind::Toggle { .. } => "GitLab takes only on or off here.".to_owned(),
                _ => "GitLab does not take this value.".to_owned(),
            },
            Self::About(_, text) => sentence(&format!("{} {text}", field.label)),
            Self::General(text) => sentence(text),
        }
    }
}

fn named(field: &Field) -> String {
    format!("“{}”", field.label)
}

/// What a message says: a text, or texts by field, or a list of either.
fn spoken(message: &Value) -> Vec<Fault> {
    match message {
        Value::String(text) => said(text),
        Value::Array(items) => items.iter().flat_map(spoken).collect(),
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, texts)| {
                let texts = match texts {
                    Value::Array(texts) => texts.iter().filter_map(Value::as_str).collect(),
                    Value::String(text) => vec![text.as_str()],
                    _ => Vec::new(),
                };
                texts.into_iter().map(move |text| about(key, text.to_owned()))
            })
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// What is said of a parameter; what `base` holds is about all of it.
fn about(key: &str, text: String) -> Fault {
    match key {
        "base" => Fault::General(text),
        key => Fault::About(key.to_owned(), text),
    }
}

/// What a text says: a list of “x is missing”, a printed Ruby hash, or just itself.
fn said(text: &str) -> Vec<Fault> {
    let text = text.trim();
    let hash = ruby::pairs(text);
    if !hash.is_empty() {
        return hash.into_iter().map(|(key, text)| about(key, text)).collect();
    }
    let parts: Option<Vec<Fault>> = text.split(", ").map(about_parameter).collect();
    match parts {
        Some(faults) => faults,
        None if text.is_empty() => Vec::new(),
        None => vec![Fault::General(text.to_owned())],
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

/// The server's general words as a whole sentence; those that say nothing in words that do.
fn general(status: u16, text: &str) -> String {
    let words = text.strip_prefix("400 ").unwrap_or(text).trim();
    match words {
        "" if status != 400 => format!("GitLab refused with the status {status} and did not say why."),
        "" | "Bad Request" => "GitLab refused without saying why. Usually a required value is blank, an address is \
             one that this GitLab may not call, such as one in a private network, or a value has a wrong format."
            .to_owned(),
        "Integration not available" => "GitLab does not offer this integration here: its plan, an administrator’s \
             setting or the kind of project rules it out."
            .to_owned(),
        "slug does not have a valid value" => "This GitLab does not know this integration.".to_owned(),
        words => sentence(words),
    }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

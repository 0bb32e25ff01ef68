//! The answer to a request that GitLab refuses, in every format that its versions use.

use super::ruby;
use crate::answer;
use crate::form::{Field, Kind, Problem, Required, Schema};
use crate::text::pasted::without_credentials;
use crate::text::sentence;
use serde_json::Value;
use std::fmt;

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
    /// Reads the body of a response: JSON, plain text, HTML or nothing. HTML and long texts are ignored.
    pub fn read(status: u16, body: &str) -> Self {
        let body = body.trim();
        let faults = match serde_json::from_str::<Value>(body) {
            Ok(Value::Object(answer)) => {
                let mut faults = Vec::new();
                for key in ["error", "message", "error_description"] {
                    faults.extend(answer.get(key).map(read_message).unwrap_or_default());
                }
                if faults.is_empty() {
                    // A proxy's or another API's way to say it.
                    faults.extend(
                        Some(answer::words(&Value::Object(answer.clone())))
                            .filter(|words| !words.is_empty())
                            .map(Fault::General),
                    );
                }
                // `error` is then a code such as `invalid_token`, and the description its text.
                if answer.contains_key("error_description") && faults.len() > 1 {
                    faults.remove(0);
                }
                faults
            }
            Ok(Value::String(text)) => read_text(&text),
            Ok(_) => Vec::new(),
            Err(_) if body.starts_with('<') || body.len() > 500 => Vec::new(),
            Err(_) => read_text(body),
        };
        let faults = faults.into_iter().map(Fault::without_credentials).collect();
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
    /// Servers may repeat what was sent to them.
    fn without_credentials(self) -> Self {
        let clean = |text: String| without_credentials(&text).unwrap_or(text);
        match self {
            Self::About(key, text) => Self::About(key, clean(text)),
            Self::General(text) => Self::General(clean(text)),
            other => other,
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
    let begins = |own: &str| {
        text.get(..own.len()).is_some_and(|start| start.eq_ignore_ascii_case(own))
            && text[own.len()..].starts_with(' ')
    };
    match text {
        text if key.contains('_') && begins(key) => sentence(&format!("{name}{}", &text[key.len()..])),
        text if text.starts_with(|c: char| c.is_ascii_uppercase()) => sentence(text),
        text if begins(name) => sentence(&format!("{name}{}", &text[name.len()..])),
        text if begins(&key.replace('_', " ")) => sentence(&format!("{name}{}", &text[key.len()..])),
        text => sentence(&format!("{name} {text}")),
    }
}

/// The faults in a message: a text, or texts by key, or a list of these.
fn read_message(message: &Value) -> Vec<Fault> {
    match message {
        Value::String(text) => read_text(text),
        Value::Array(items) => items.iter().flat_map(read_message).collect(),
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

/// The fault for a text about a parameter. The key `base` means the whole request.
fn about(key: &str, text: String) -> Fault {
    match key {
        "base" => Fault::General(text),
        key => Fault::About(key.to_owned(), text),
    }
}

/// The faults in a text: a list such as “x is missing, y is invalid”, a printed Ruby hash, or a sentence.
fn read_text(text: &str) -> Vec<Fault> {
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

/// GitLab's text as a sentence. Texts without information are replaced by ones with more.
fn general(status: u16, text: &str) -> String {
    let words = text.strip_prefix("400 ").unwrap_or(text).trim();
    match words {
        words if words.eq_ignore_ascii_case("bad request") => NO_REASON.to_owned(),
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

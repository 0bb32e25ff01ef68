//! What one field accepts, and the sentences for what it does not accept.

use super::field::{Field, Kind, Required};
use super::secret::Secret;
use super::values::Entry;
use crate::text::url::{self, UrlError};
use crate::text::{self, path, recipients, refspec};
use std::num::IntErrorKind;

/// The sentence for a line break or control character in one line of text.
pub const CONTROL: &str = "Remove the line break or control character.";

/// The sentence for a secret that is replaced by an empty text.
pub const EMPTY_SECRET: &str = "Enter a new value, or keep the stored one.";

/// The sentence for an empty field that must not be empty.
pub fn required(label: &str) -> String {
    format!("{label} is required.")
}

/// The sentence for a field that was emptied, of a setting that this server can replace but not clear.
pub fn cannot_be_cleared(server: &str, label: &str) -> String {
    format!("{server} can replace “{label}” but not clear it. Enter a value.")
}

/// The sentence for credentials in a URL that the form shows to everybody who may open it.
pub const VISIBLE: &str = "The URL must not contain a user name or password, because they would be visible.";

/// The sentence for JSON that was emptied.
pub const EMPTY_JSON: &str = "JSON cannot be empty. Enter [] for an empty list, or {} for an empty object.";

/// The sentence for text that is not a whole number.
pub fn not_a_number(text: &str) -> String {
    format!("“{text}” is not a whole number. Use digits only.")
}

/// The sentence for a number outside of a range that has both ends.
pub fn not_in_range(min: i64, max: i64) -> String {
    format!("Enter a number from {min} to {max}.")
}

impl Field {
    /// What is wrong with `entry`, regardless of other fields, as a sentence; `None` if nothing is.
    pub fn check(&self, entry: &Entry, creating: bool) -> Option<String> {
        let required = match self.required {
            Required::No => false,
            Required::OnCreate => creating,
            Required::Always => true,
        };
        match entry {
            Entry::Text(_) => {
                let text = entry.text();
                if text.is_empty() { required.then(|| self.missing()) } else { self.check_text(text) }
            }
            Entry::Secret(secret) => match self.secret_to_send(secret) {
                None => required.then(|| self.missing()),
                Some(text) if required && text.trim_matches(' ').is_empty() => Some(self.missing()),
                // An empty new secret would erase the stored one.
                Some("") if *secret != Secret::Clear && !creating => Some(EMPTY_SECRET.to_owned()),
                Some(text) => self.check_secret(text),
            },
            Entry::Toggle(_) => None,
            Entry::Projects(ids) => {
                (required && ids.is_empty()).then(|| "Choose at least one project.".to_owned())
            }
        }
    }

    /// What is sent of an entry; `None` if nothing is, because it is kept, unknown or not valid. A secret is sent without
    /// what was pasted along with it.
    pub fn write(&self, entry: &Entry) -> Option<serde_json::Value> {
        match entry {
            Entry::Secret(secret) => self.secret_to_send(secret).map(serde_json::Value::from),
            _ => super::write_entry(&self.kind, entry),
        }
    }

    /// The text to send for a secret, without what was pasted along: `None` keeps the stored secret, `Some("")` removes it.
    fn secret_to_send<'a>(&self, secret: &'a Secret) -> Option<&'a str> {
        let text = secret.to_send()?;
        if self.file.is_some() {
            return Some(text);
        }
        Some(text::secret::cleaned(&self.key, text))
    }

    fn check_secret(&self, text: &str) -> Option<String> {
        match self.file {
            Some(file) if !text.is_empty() => file.format.problem(text),
            _ if text::secret::is_token(&self.key) => text::secret::check_token(text),
            _ => text::secret::check(text),
        }
    }

    fn missing(&self) -> String {
        match self.kind {
            Kind::Choice { .. } => "Choose an option.".to_owned(),
            Kind::Recipients(_) => recipients::NO_RECIPIENT.to_owned(),
            Kind::Secret if self.file.is_some() => "Choose the key file.".to_owned(),
            _ => required(&self.label),
        }
    }

    fn check_text(&self, text: &str) -> Option<String> {
        match &self.kind {
            Kind::Text => text.chars().any(char::is_control).then(|| CONTROL.into()),
            Kind::Multiline | Kind::Lines => text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
                .then(|| "Remove the control character.".into()),
            Kind::Recipients(recipients) => recipients.check(text),
            Kind::Url => url::check_http_url(text).err().map(|error| match error {
                UrlError::Credentials => format!("{VISIBLE} Use the fields for credentials instead."),
                other => other.to_string(),
            }),
            Kind::WebAddress => url::check_web_address(text).err().map(|error| match error {
                UrlError::Credentials => VISIBLE.to_owned(),
                other => other.to_string(),
            }),
            Kind::ServerPath => path::check_server_path(text).err().map(|error| error.to_string()),
            Kind::ApiPath => path::check_api_path(text).err().map(|error| error.to_string()),
            Kind::Region { .. } => {
                (!is_region(text)).then(|| format!("“{text}” is not a region code. Example: “eu-west-1”."))
            }
            Kind::Integer { min, max, .. } => check_integer(text, *min, *max),
            Kind::Choice { options } => (!options.iter().any(|choice| choice.value == text))
                .then(|| format!("“{text}” is not one of the options.")),
            Kind::Pattern { check, .. } | Kind::Query { check, .. } => (check.0)(text),
            Kind::Refspecs => refspec::parse_list(text).err().map(|error| error.to_string()),
            Kind::Json => serde_json::from_str::<serde_json::Value>(text).err().map(|error| {
                format!("This is not valid JSON. See line {}, column {}.", error.line(), error.column())
            }),
            Kind::Toggle { .. } | Kind::Secret | Kind::Projects => None,
        }
    }
}

fn check_integer(text: &str, min: i64, max: i64) -> Option<String> {
    let number = text.parse::<i64>();
    let below = match &number {
        Ok(number) if (min..=max).contains(number) => return None,
        Ok(number) => *number < min,
        Err(error) => match error.kind() {
            IntErrorKind::NegOverflow => true,
            IntErrorKind::PosOverflow => false,
            _ => return Some(not_a_number(text)),
        },
    };
    Some(match (max == i64::from(i32::MAX), below) {
        (true, true) => format!("Enter {min} or more."),
        (true, false) => format!("Enter {max} or less."),
        (false, _) => not_in_range(min, max),
    })
}

/// Lower-case words and a final number, joined by hyphens: `us-gov-west-1`.
pub(crate) fn is_region(text: &str) -> bool {
    let mut parts: Vec<&str> = text.split('-').collect();
    let number = parts.pop().unwrap_or_default();
    parts.len() >= 2
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && parts.iter().all(|part| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

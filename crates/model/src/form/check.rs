//! What one field may hold.

use super::field::{Field, Kind, Required};
use super::secret::Secret;
use super::values::Entry;
use crate::text::{pattern, query, refspec, url};
use std::num::IntErrorKind;

impl Field {
    /// What is wrong with `entry` on its own, as a sentence; `None` when nothing is.
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
            Entry::Secret(secret) => match secret.to_send() {
                None => required.then(|| self.missing()),
                Some(text) if required && text.trim_matches(' ').is_empty() => Some(self.missing()),
                // A field opened for a new secret and left empty would erase the stored one.
                Some("") if *secret != Secret::Clear && !creating => {
                    Some("Enter a new one, or keep what is stored.".to_owned())
                }
                Some(text) => check_secret(text),
            },
            Entry::Toggle(_) => None,
            Entry::Projects(ids) => {
                (required && ids.is_empty()).then(|| "Choose at least one project.".to_owned())
            }
        }
    }

    fn missing(&self) -> String {
        match self.kind {
            Kind::Choice { .. } => "Choose one of the options.".to_owned(),
            Kind::Recipients(_) => "Enter at least one recipient.".to_owned(),
            _ => format!("{} is required.", self.label),
        }
    }

    fn check_text(&self, text: &str) -> Option<String> {
        match &self.kind {
            Kind::Text => text
                .chars()
                .any(char::is_control)
                .then(|| "Remove the line break or control character.".into()),
            Kind::Multiline => text
                .chars()
                .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
                .then(|| "Remove the control character.".into()),
            Kind::Recipients(recipients) => recipients.check(text),
            Kind::Url => url::check_http_url(text).err().map(|error| error.to_string()),
            Kind::WebAddress => url::check_web_address(text).err().map(|error| error.to_string()),
            Kind::ServerPath => url::check_server_path(text).err().map(|error| error.to_string()),
            Kind::ApiPath => url::check_api_path(text).err().map(|error| error.to_string()),
            Kind::Region { .. } => (!is_region(text))
                .then(|| format!("“{text}” is not a region code: it should look like “eu-west-1”.")),
            Kind::Integer { min, max, .. } => check_integer(text, *min, *max),
            Kind::Choice { options } => (!options.iter().any(|choice| choice.value == text))
                .then(|| format!("“{text}” is none of the choices.")),
            Kind::Pattern { .. } => pattern::check(text).err().map(|error| error.to_string()),
            Kind::Query(_) => query::Query::parse(text).err().map(|error| error.to_string()),
            Kind::Refspecs => refspec::parse_list(text).err().map(|error| error.to_string()),
            Kind::Json => serde_json::from_str::<serde_json::Value>(text).err().map(|error| {
                format!("This is not JSON: see line {}, column {}.", error.line(), error.column())
            }),
            Kind::Toggle { .. } | Kind::Secret | Kind::Projects => None,
        }
    }
}

/// Secrets travel in headers on the server's side, where a line break cannot stand.
fn check_secret(text: &str) -> Option<String> {
    text.chars()
        .any(char::is_control)
        .then(|| "Remove the line break or control character from the secret.".into())
}

fn check_integer(text: &str, min: i64, max: i64) -> Option<String> {
    let number = text.parse::<i64>();
    let below = match &number {
        Ok(number) if (min..=max).contains(number) => return None,
        Ok(number) => *number < min,
        Err(error) => match error.kind() {
            IntErrorKind::NegOverflow => true,
            IntErrorKind::PosOverflow => false,
            _ => return Some(format!("“{text}” is not a whole number: write digits only.")),
        },
    };
    Some(match (max == i64::from(i32::MAX), below) {
        (true, true) => format!("Enter {min} or more."),
        (true, false) => format!("Enter {max} or less."),
        (false, _) => format!("Enter a number from {min} to {max}."),
    })
}

/// Lower-case words joined by hyphens, with a number at the end: `us-gov-west-1`.
fn is_region(text: &str) -> bool {
    let mut parts: Vec<&str> = text.split('-').collect();
    let number = parts.pop().unwrap_or_default();
    parts.len() >= 2
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && parts.iter().all(|part| part.len() >= 2 && part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

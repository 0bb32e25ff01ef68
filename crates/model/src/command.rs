//! A request as a command to copy, with placeholders in place of secrets.

use crate::object::Object;
use crate::vendor::Vendor;
use crate::{gij, gitlab};
use serde_json::Value;
use std::borrow::Cow;

/// The shell variable for the token that authenticates the request.
pub const fn token_variable(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Jira => "$JIRA_TOKEN",
        Vendor::GitLab => "$GITLAB_TOKEN",
    }
}

/// Whether a setting holds a secret.
pub type IsSecret = fn(&str, &Value) -> bool;

/// The test for the names and values of this vendor's secrets.
pub fn is_secret(vendor: Vendor) -> IsSecret {
    match vendor {
        Vendor::Jira => |key, _| gij::is_secret(key),
        Vendor::GitLab => gitlab::holds_secret,
    }
}

/// The body with each secret, at any depth, replaced by its [`placeholder`]. Booleans stay: that a token is set is not a
/// secret.
pub fn redact(vendor: Vendor, body: &Object) -> Object {
    redact_all(body, is_secret(vendor))
}

fn redact_all(body: &Object, is_secret: IsSecret) -> Object {
    body.iter().map(|(key, value)| (key.clone(), redact_value(key, value, is_secret))).collect()
}

fn redact_value(key: &str, value: &Value, is_secret: IsSecret) -> Value {
    match value {
        Value::Bool(_) => value.clone(),
        _ if is_secret(key, value) => Value::String(placeholder(key).into_owned()),
        Value::Object(inner) => Value::Object(redact_all(inner, is_secret)),
        Value::Array(items) => items.iter().map(|item| redact_value("", item, is_secret)).collect(),
        other => other.clone(),
    }
}

/// The shell variable for the secret `key`: `$PASSWORD` for passwords; the name itself for other names in GitLab's style,
/// such as `$API_KEY` and `$WEBHOOK`; `$TOKEN` for all others.
pub fn placeholder(key: &str) -> Cow<'static, str> {
    let plain = |key: &str| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if key.to_ascii_lowercase().contains("password") {
        "$PASSWORD".into()
    } else if key == "webhook"
        || (key.contains('_') && key.starts_with(|c: char| c.is_ascii_lowercase()) && plain(key))
    {
        format!("${}", key.to_ascii_uppercase()).into()
    } else {
        "$TOKEN".into()
    }
}

/// A curl command for a POSIX shell that reads `url`. It contains no secret: the shell fills in [`token_variable`].
pub fn curl_get(vendor: Vendor, url: &str) -> String {
    start(vendor, "", url)
}

/// A curl command for a POSIX shell. It contains no secret: the shell fills in [`token_variable`] and the
/// [`placeholder`]s.
pub fn curl(vendor: Vendor, method: &str, url: &str, body: Option<&Object>) -> String {
    let flag = if method == "GET" { String::new() } else { format!(" -X {method}") };
    let mut text = start(vendor, &flag, url);
    if method != "GET" && vendor == Vendor::Jira {
        text.push_str(" \\\n  -H 'X-Atlassian-Token: no-check'");
    }
    if let Some(body) = body {
        text.push_str(" \\\n  -H 'Content-Type: application/json' \\\n  -d ");
        text.push_str(&quote_body(body, is_secret(vendor)));
    }
    text
}

/// The command up to the headers that every request has.
fn start(vendor: Vendor, flag: &str, url: &str) -> String {
    let sign_in = match vendor {
        Vendor::Jira => "Authorization: Bearer $JIRA_TOKEN",
        Vendor::GitLab => "PRIVATE-TOKEN: $GITLAB_TOKEN",
    };
    format!("curl{flag} {} \\\n  -H \"{sign_in}\" \\\n  -H 'Accept: application/json'", quote(url))
}

/// `text` in single quotes, in which a POSIX shell changes nothing.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The body in single quotes, which end before each placeholder and start again after it, so that the shell fills it in.
fn quote_body(body: &Object, is_secret: IsSecret) -> String {
    let lines: Vec<String> = body
        .iter()
        .map(|(key, value)| format!("    {}: {}", within(key), quote_value(key, value, is_secret)))
        .collect();
    if lines.is_empty() { "'{}'".to_owned() } else { format!("'{{\n{}\n  }}'", lines.join(",\n")) }
}

fn quote_value(key: &str, value: &Value, is_secret: IsSecret) -> String {
    match value {
        Value::Bool(on) => on.to_string(),
        _ if is_secret(key, value) => format!("\"'\"{}\"'\"", placeholder(key)),
        Value::Object(inner) => {
            let pairs = inner
                .iter()
                .map(|(key, value)| format!("{}: {}", within(key), quote_value(key, value, is_secret)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| quote_value("", item, is_secret));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        Value::String(text) => within(text),
        Value::Null | Value::Number(_) => value.to_string(),
    }
}

/// `text` as JSON, for use between single quotes.
fn within(text: &str) -> String {
    Value::from(text).to_string().replace('\'', r"'\''")
}

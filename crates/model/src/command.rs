//! A request as a command line to copy, with placeholders where secrets stand.

use crate::Object;
use serde_json::Value;

/// The body with each secret, at any depth, replaced by its placeholder: `$PASSWORD` for passwords, `$TOKEN` for
/// everything else. Booleans stay: that a token is set says nothing secret.
pub fn redact(body: &Object, is_secret: fn(&str) -> bool) -> Object {
    body.iter().map(|(key, value)| (key.clone(), redact_value(key, value, is_secret))).collect()
}

fn redact_value(key: &str, value: &Value, is_secret: fn(&str) -> bool) -> Value {
    match value {
        Value::Bool(_) => value.clone(),
        _ if is_secret(key) => Value::from(placeholder(key)),
        Value::Object(inner) => Value::Object(redact(inner, is_secret)),
        Value::Array(items) => items.iter().map(|item| redact_value("", item, is_secret)).collect(),
        other => other.clone(),
    }
}

/// The shell variable that stands for the secret `key`.
fn placeholder(key: &str) -> &'static str {
    if key.to_ascii_lowercase().contains("password") { "$PASSWORD" } else { "$TOKEN" }
}

/// A curl command for a POSIX shell. It reads Jira's token from `$JIRA_TOKEN` and the body's secrets from `$TOKEN` and
/// `$PASSWORD`: none is in the text itself.
pub fn curl(method: &str, url: &str, body: Option<&Object>, is_secret: fn(&str) -> bool) -> String {
    let mut text = String::from("curl");
    if method != "GET" {
        text.push_str(" -X ");
        text.push_str(method);
    }
    text.push(' ');
    text.push_str(&quote(url));
    text.push_str(" \\\n  -H \"Authorization: Bearer $JIRA_TOKEN\" \\\n  -H 'Accept: application/json'");
    if method != "GET" {
        text.push_str(" \\\n  -H 'X-Atlassian-Token: no-check'");
    }
    if let Some(body) = body {
        text.push_str(" \\\n  -H 'Content-Type: application/json' \\\n  -d ");
        text.push_str(&quote_body(body, is_secret));
    }
    text
}

/// Single quotes, inside which a POSIX shell reads every character as it stands.
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The body in single quotes, which are left and entered again around each placeholder so that the shell fills it in.
fn quote_body(body: &Object, is_secret: fn(&str) -> bool) -> String {
    let lines: Vec<String> = body
        .iter()
        .map(|(key, value)| format!("    {}: {}", within(key), quote_value(key, value, is_secret)))
        .collect();
    if lines.is_empty() { "'{}'".to_owned() } else { format!("'{{\n{}\n  }}'", lines.join(",\n")) }
}

fn quote_value(key: &str, value: &Value, is_secret: fn(&str) -> bool) -> String {
    match value {
        Value::Bool(on) => on.to_string(),
        _ if is_secret(key) => format!("\"'\"{}\"'\"", placeholder(key)),
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

/// Text as JSON, for a place between single quotes.
fn within(text: &str) -> String {
    Value::from(text).to_string().replace('\'', r"'\''")
}

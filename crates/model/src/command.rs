//! A request as a command line to copy, with placeholders where secrets stand.

use crate::Object;
use serde_json::Value;

/// The body with each secret replaced by its placeholder: `$PASSWORD` for passwords, `$TOKEN` for everything else.
pub fn redact(body: &Object, is_secret: fn(&str) -> bool) -> Object {
    body.iter()
        .map(|(key, value)| {
            let value = if is_secret(key) { Value::from(placeholder(key)) } else { value.clone() };
            (key.clone(), value)
        })
        .collect()
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
        .map(|(key, value)| {
            let name = Value::from(key.as_str()).to_string().replace('\'', r"'\''");
            let value = if is_secret(key) {
                format!("\"'\"{}\"'\"", placeholder(key))
            } else {
                value.to_string().replace('\'', r"'\''")
            };
            format!("    {name}: {value}")
        })
        .collect();
    if lines.is_empty() { "'{}'".to_owned() } else { format!("'{{\n{}\n  }}'", lines.join(",\n")) }
}

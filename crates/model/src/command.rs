//! A request as a command line to copy, with placeholders where secrets stand.

use crate::Object;
use serde_json::Value;
use std::borrow::Cow;

/// The server that a command talks to: each signs in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Jira, with a personal access token.
    Jira,
    /// GitLab, with a personal, project or group access token.
    GitLab,
}

impl Server {
    /// The shell variable that holds the token one signs in with.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Jira => "$JIRA_TOKEN",
            Self::GitLab => "$GITLAB_TOKEN",
        }
    }
}

/// The body with each secret, at any depth, replaced by its [`placeholder`]. Booleans stay: that a token is set says
/// nothing secret.
pub fn redact(body: &Object, is_secret: fn(&str) -> bool) -> Object {
    body.iter().map(|(key, value)| (key.clone(), redact_value(key, value, is_secret))).collect()
}

fn redact_value(key: &str, value: &Value, is_secret: fn(&str) -> bool) -> Value {
    match value {
        Value::Bool(_) => value.clone(),
        _ if is_secret(key) => Value::String(placeholder(key).into_owned()),
        Value::Object(inner) => Value::Object(redact(inner, is_secret)),
        Value::Array(items) => items.iter().map(|item| redact_value("", item, is_secret)).collect(),
        other => other.clone(),
    }
}

/// The shell variable that stands for the secret `key`: `$PASSWORD` for passwords; for other names in GitLab's manner
/// the name itself, as `$API_KEY` and `$WEBHOOK`; `$TOKEN` for everything else.
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

/// A curl command for a POSIX shell. It reads the token that signs in from [`Server::variable`] and the body's secrets
/// from their [`placeholder`]s: none is in the text itself.
pub fn curl(
    server: Server,
    method: &str,
    url: &str,
    body: Option<&Object>,
    is_secret: fn(&str) -> bool,
) -> String {
    let mut text = String::from("curl");
    if method != "GET" {
        text.push_str(" -X ");
        text.push_str(method);
    }
    text.push(' ');
    text.push_str(&quote(url));
    text.push_str(match server {
        Server::Jira => " \\\n  -H \"Authorization: Bearer $JIRA_TOKEN\"",
        Server::GitLab => " \\\n  -H \"PRIVATE-TOKEN: $GITLAB_TOKEN\"",
    });
    text.push_str(" \\\n  -H 'Accept: application/json'");
    if method != "GET" && server == Server::Jira {
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

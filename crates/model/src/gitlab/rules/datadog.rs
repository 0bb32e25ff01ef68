//! Settings of Datadog and Prometheus.

use super::token::to_send;
use crate::form::{Entry, Lookup};

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

// Seen on GitLab 14 to 16: only letters, digits and underscores.
pub(super) fn key(form: &dyn Lookup, at: &str) -> Option<String> {
    (!to_send(form, at).chars().all(is_word))
        .then(|| "Datadog API keys contain only letters and digits. Remove all other characters.".to_owned())
}

// Seen on GitLab 14 to 16: a host name that ends with letters, with or without a port.
pub(super) fn site(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let (host, port) = text.split_once(':').unwrap_or((&text, "443"));
    let end = host.rsplit('.').next().unwrap_or_default();
    let is_site = host.contains('.')
        && !host.starts_with('.')
        && host.chars().all(|c| is_word(c) || matches!(c, '.' | '-'))
        && (2..=5).contains(&end.len())
        && end.bytes().all(|byte| byte.is_ascii_alphabetic())
        && (1..=5).contains(&port.len())
        && port.bytes().all(|byte| byte.is_ascii_digit());
    (!text.is_empty() && !is_site)
        .then(|| format!("“{text}” is not a site. Enter only the host, such as “datadoghq.com”."))
}

/// The sentence for a Datadog account without an address.
pub const NO_SITE: &str = "Enter a site or an API URL.";

// A change that does not send both does not know what is stored.
pub(super) fn no_address(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_empty = |key: &str| form.entry(key).is_some_and(|entry| entry.text().is_empty());
    (is_empty(at) && is_empty("api_url")).then(|| NO_SITE.to_owned())
}

/// The sentence for logs without pipelines.
pub const LOGS_ALONE: &str =
    "Job logs are collected only with CI Visibility. Turn it on as well, or both off.";

// Servers before GitLab 18.1 may not have the switch.
pub(super) fn logs(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_off = form.entry("datadog_ci_visibility") == Some(Entry::Toggle(Some(false)));
    (is_off && form.is_on(at)).then(|| LOGS_ALONE.to_owned())
}

// Seen on GitLab 14 to 16: letters, digits, underscores and hyphens, a colon, and any text.
pub(super) fn tags(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| is_word(c) || c == '-');
    let is_tag = |line: &&str| {
        line.split_once(':').is_some_and(|(key, value)| is_key(key) && !value.trim().is_empty())
    };
    let wrong = text.lines().map(str::trim).filter(|line| !line.is_empty()).find(|line| !is_tag(line))?;
    Some(format!("“{wrong}” is not a tag. Enter one “key:value” per line."))
}

pub(super) fn service_account(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = to_send(form, at);
    let is_file = serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|file| file.is_object());
    (!text.is_empty() && !is_file)
        .then(|| "This does not look like the file, which begins with “{” and ends with “}”.".to_owned())
}

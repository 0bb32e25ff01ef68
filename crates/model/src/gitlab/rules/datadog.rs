//! What monitoring services want.

use crate::{Entry, Lookup};

fn secret(form: &dyn Lookup, key: &str) -> String {
    match form.entry(key) {
        Some(Entry::Secret(secret)) => secret.to_send().unwrap_or_default().to_owned(),
        Some(Entry::Text(_) | Entry::Toggle(_) | Entry::Projects(_)) | None => String::new(),
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

// Seen on GitLab 14 to 16: word characters only.
pub(super) fn key(form: &dyn Lookup) -> Option<String> {
    (!secret(form, "api_key").chars().all(is_word))
        .then(|| "A Datadog API key has only letters and digits: remove everything else.".to_owned())
}

// Seen on GitLab 14 to 16: word characters and dots.
pub(super) fn site(form: &dyn Lookup) -> Option<String> {
    let text = form.text("datadog_site");
    (!text.chars().all(|c| is_word(c) || c == '.'))
        .then(|| format!("“{text}” is not a site: write only its host, such as “datadoghq.com”."))
}

pub(super) fn tags(form: &dyn Lookup) -> Option<String> {
    let text = form.text("datadog_tags");
    let is_tag = |line: &&str| {
        line.split_once(':').is_some_and(|(key, value)| {
            !key.is_empty() && !key.contains(char::is_whitespace) && !value.trim().is_empty()
        })
    };
    let wrong = text.lines().map(str::trim).filter(|line| !line.is_empty()).find(|line| !is_tag(line))?;
    Some(format!("“{wrong}” is not a tag: write one “key:value” a line."))
}

pub(super) fn service_account(form: &dyn Lookup) -> Option<String> {
    let text = secret(form, "google_iap_service_account_json");
    let is_file = serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|file| file.is_object());
    (!text.is_empty() && !is_file)
        .then(|| "This does not look like the file: its text begins with “{” and ends with “}”.".to_owned())
}

//! Formats of the integrations that came after GitLab 14.8, as its code requires them.

use super::token::to_send;
use crate::form::Lookup;
use crate::text::pattern::re2;

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The sentence, if the text of this field is there and wrong.
fn unless(
    form: &dyn Lookup,
    at: &str,
    is_right: impl FnOnce(&str) -> bool,
    sentence: impl FnOnce(&str) -> String,
) -> Option<String> {
    let text = form.text(at);
    (!text.is_empty() && !is_right(&text)).then(|| sentence(&text))
}

pub(super) fn issuer(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_hex = |part: &str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_uuid = |text: &str| {
        let lengths: Vec<usize> = text.split('-').map(str::len).collect();
        lengths == [8, 4, 4, 4, 12] && text.split('-').all(is_hex)
    };
    unless(form, at, is_uuid, |text| {
        format!(
            "“{text}” is not an issuer ID. It is a UUID in lower case, such as 69a6de70-03db-47e3-e053-5b8c7c11a4d1."
        )
    })
}

pub(super) fn key_id(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_id = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && text.contains(|c: char| c.is_ascii_digit())
            && text.contains(|c: char| c.is_ascii_uppercase())
    };
    unless(form, at, is_id, |text| {
        format!("“{text}” is not a key ID. It has only capital letters and digits, and at least one of each.")
    })
}

pub(super) fn package(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let is_package = |text: &str| text.contains('.') && text.split('.').all(is_part);
    unless(form, at, is_package, |text| {
        format!("“{text}” is not the name of a package. Example: com.example.app.")
    })
}

pub(super) fn linear(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_workspace = |text: &str| {
        let name = text.strip_prefix("https://linear.app/").unwrap_or_default();
        let name = name.strip_suffix('/').unwrap_or(name);
        (3..=32).contains(&name.len()) && is_name(name)
    };
    unless(form, at, is_workspace, |_| {
        "GitLab accepts only URLs of a workspace. Example: https://linear.app/acme.".to_owned()
    })
}

pub(super) fn thread(form: &dyn Lookup, at: &str) -> Option<String> {
    unless(form, at, is_number, |text| format!("“{text}” is not the ID of a topic. Use digits only."))
}

pub(super) fn project_number(form: &dyn Lookup, at: &str) -> Option<String> {
    unless(form, at, is_number, |text| format!("“{text}” is not a project number. Use digits only."))
}

pub(super) fn harbor_project(form: &dyn Lookup, at: &str) -> Option<String> {
    let is_project = |text: &str| {
        let is_part = |part: &str| !part.is_empty() && is_name(part) && !part.contains('-');
        text.len() <= 255 && text.split(['.', '_', '-']).all(is_part)
    };
    unless(form, at, is_project, |text| {
        format!(
            "“{text}” is not the name of a Harbor project. It has lower-case letters, digits, and single . _ - between them."
        )
    })
}

pub(super) fn harbor_password(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = to_send(form, at);
    let is_masked = text.chars().count() >= 8 && !text.contains(char::is_whitespace);
    (!text.is_empty() && !is_masked).then(|| {
        "GitLab masks it in the logs of pipelines, so it needs at least 8 characters and no spaces."
            .to_owned()
    })
}

pub(super) fn git_guardian(form: &dyn Lookup, at: &str) -> Option<String> {
    unless(
        form,
        at,
        |text| text.starts_with("https://"),
        |_| "GitLab accepts only a URL that begins with https://.".to_owned(),
    )
}

pub(super) fn short_secret(form: &dyn Lookup, at: &str) -> Option<String> {
    too_long(&to_send(form, at))
}

/// A regular expression that GitLab runs with RE2, because people entered it.
pub(super) fn pattern(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    too_long(&text).or_else(|| re2::check(&text).err().map(|error| error.to_string()))
}

/// What a pattern for RE2 hardly means.
pub(super) fn hardly_meant(form: &dyn Lookup, at: &str) -> Option<String> {
    re2::lint(&form.text(at))
}

fn too_long(text: &str) -> Option<String> {
    (text.chars().count() > 255).then(|| "GitLab accepts at most 255 characters.".to_owned())
}

pub(super) fn jira_cloud_services(form: &dyn Lookup, at: &str) -> Option<String> {
    too_many(form.text(at).split(','), "services")
}

pub(super) fn jira_keys(form: &dyn Lookup, at: &str) -> Option<String> {
    too_many(form.text(at).lines(), "keys")
}

/// How many recipients newer versions of GitLab take for emails about pipelines.
const MOST_RECIPIENTS: usize = 30;

pub(super) fn pipeline_recipients(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let is_between = |c: char| c.is_whitespace() || c == ',';
    let count = text.split(is_between).filter(|one| !one.is_empty()).count();
    (count > MOST_RECIPIENTS).then(|| {
        format!("There are {count} recipients. Newer versions of GitLab accept at most {MOST_RECIPIENTS}.")
    })
}

fn too_many<'a>(items: impl Iterator<Item = &'a str>, what: &str) -> Option<String> {
    let count = items.filter(|item| !item.trim().is_empty()).count();
    (count > 100).then(|| format!("There are {count} {what}. GitLab accepts at most 100."))
}

//! URLs with a required format.

use crate::form::Lookup;
use crate::text::url;

// Seen on GitLab 14 to 16: a subdomain of atlassian.net, and a path that begins with /wiki.
pub(super) fn confluence(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let (host, path) = (url::host(&text), url::path(&text));
    let is_cloud = host.strip_suffix(".atlassian.net").is_some_and(|name| !name.is_empty());
    let is_wiki = path == "/wiki" || path.starts_with("/wiki/");
    let is_right = text.is_empty() || (is_cloud && is_wiki);
    (!is_right).then(|| {
        "GitLab accepts only Confluence Cloud URLs. Example: https://acme.atlassian.net/wiki.".to_owned()
    })
}

// The manual requires `:id` for one of the five trackers. The others also link all issues to the same page without it.
pub(super) fn has_id(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    (!text.is_empty() && !text.contains(":id"))
        .then(|| "The URL does not contain “:id”, so all issues link to the same page.".to_owned())
}

pub(super) fn repository(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let parts = url::path(&text).split('/').filter(|part| !part.is_empty()).count();
    (!text.is_empty() && parts != 2).then(|| {
        "This does not look like a repository URL, which has an owner and a name. Example: https://github.com/acme/app."
            .to_owned()
    })
}

// Seen on GitLab 15: letters, digits and hyphens, at most 63.
pub(super) fn subdomain(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    let is_name = text.len() <= 63
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (!text.is_empty() && !is_name).then(|| {
        format!("“{text}” is not a subdomain. Enter only the part before “.campfirenow.com”, such as “acme”.")
    })
}

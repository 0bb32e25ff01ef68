//! Addresses that must have a certain shape.

use crate::Lookup;
use crate::text::url;

// Seen on GitLab 14 to 16: a host below atlassian.net, and a path that begins with /wiki.
pub(super) fn confluence(form: &dyn Lookup) -> Option<String> {
    let text = form.text("confluence_url");
    let (host, path) = (url::host(&text), url::path(&text));
    let is_cloud = host.strip_suffix(".atlassian.net").is_some_and(|name| !name.is_empty());
    let is_wiki = path == "/wiki" || path.starts_with("/wiki/");
    let is_right = text.is_empty() || (is_cloud && is_wiki);
    (!is_right).then(|| {
        "GitLab takes only Confluence Cloud: an address such as https://acme.atlassian.net/wiki.".to_owned()
    })
}

// The manual asks for `:id` at one of the five trackers; the others link every issue to the same page without it.
pub(super) fn has_id(form: &dyn Lookup) -> Option<String> {
    let text = form.text("issues_url");
    (!text.is_empty() && !text.contains(":id"))
        .then(|| "Without “:id” where the number stands, all issues lead to this same page.".to_owned())
}

pub(super) fn repository(form: &dyn Lookup) -> Option<String> {
    let text = form.text("repository_url");
    let parts = url::path(&text).split('/').filter(|part| !part.is_empty()).count();
    (!text.is_empty() && parts != 2).then(|| {
        "This does not look like a repository: its address has an owner and a name, such as \
         https://github.com/acme/app."
            .to_owned()
    })
}

// Seen on GitLab 15: letters, digits and hyphens, at most 63.
pub(super) fn subdomain(form: &dyn Lookup) -> Option<String> {
    let text = form.text("subdomain");
    let is_name = text.len() <= 63
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (!text.is_empty() && !is_name).then(|| {
        format!(
            "“{text}” is not a subdomain: write only what stands before “.campfirenow.com”, such as “acme”."
        )
    })
}

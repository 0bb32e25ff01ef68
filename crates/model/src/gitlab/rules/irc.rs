//! IRC URLs, as irker requires them.

use crate::form::Lookup;

/// The sentence for a default IRC URL with the wrong format.
pub fn not_a_url(text: &str) -> String {
    format!("“{text}” is not an IRC URL. Example: “irc://irc.example.org:6697/”.")
}

/// The sentence for a recipient that needs a default IRC URL.
pub fn not_complete(recipient: &str) -> String {
    format!(
        "“{recipient}” is not a complete IRC URL. Enter one such as “irc://irc.example.org:6697/#channel”, or enter a \
         default IRC URL."
    )
}

fn is_irc_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let is_irc = ["irc", "ircs"].iter().any(|one| scheme.eq_ignore_ascii_case(one));
    is_irc && !rest.is_empty() && !rest.starts_with('/')
}

pub(super) fn default_url(form: &dyn Lookup, at: &str) -> Option<String> {
    let text = form.text(at);
    (!text.is_empty() && !is_irc_url(&text)).then(|| not_a_url(&text))
}

// Seen on GitLab 14 to 16: it refuses a request if no recipient is a complete URL.
pub(super) fn recipients(form: &dyn Lookup, at: &str) -> Option<String> {
    // A change that does not send the default URL does not know it.
    if !form.entry("default_irc_uri")?.text().is_empty() {
        return None;
    }
    let text = form.text(at);
    text.split_whitespace().find(|one| !is_irc_url(one)).map(not_complete)
}

//! IRC addresses, as irker wants them.

use crate::Lookup;

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("irc://").or_else(|| text.strip_prefix("ircs://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
}

pub(super) fn default_is_an_address(form: &dyn Lookup) -> Option<String> {
    let text = form.text("default_irc_uri");
    (!text.is_empty() && !is_address(&text))
        .then(|| format!("“{text}” is not an IRC URL. Example: “irc://irc.example.org:6697/”."))
}

// Seen on GitLab 14 to 16: a request none of whose recipients makes an address is refused.
pub(super) fn needs_addresses(form: &dyn Lookup) -> Option<String> {
    // What is not known cannot be missed: a request that changes something else leaves it out.
    if !form.entry("default_irc_uri")?.text().is_empty() {
        return None;
    }
    let text = form.text("recipients");
    let wrong = text.split_whitespace().find(|one| !is_address(one))?;
    Some(format!(
        "“{wrong}” is not a complete IRC URL. Enter one such as “irc://irc.example.org:6697/#channel”, or enter a default IRC URL."
    ))
}

//! Credentials in what people paste into a search, or open as an address: they must not go on into an address, a
//! request or a sentence.

use super::percent::decode;
use crate::form::{plain_name, says_secret};

/// The sentence for a text that [`without_credentials`] changed.
pub const REMOVED: &str = "A user name, password or token was removed from what was entered.";

/// `text` without the user names and passwords in its addresses (`https://user:password@host`, `user:token@host:path`),
/// without the values of parameters that name a secret (`?private_token=…`), and without tokens of GitLab, GitHub and
/// Slack; `None` if it has none. It may be percent-encoded: then the address is decoded. The user name `git` and email
/// addresses stay.
pub fn without_credentials(text: &str) -> Option<String> {
    let mut clean = String::with_capacity(text.len());
    let mut found = false;
    let mut rest = text;
    loop {
        let (word, after) = rest.split_at(rest.find(is_between).unwrap_or(rest.len()));
        match without_any(word) {
            Some(word) => {
                found = true;
                clean.push_str(&word);
            }
            None => clean.push_str(word),
        }
        let Some(between) = after.chars().next() else { break };
        clean.push(between);
        rest = &after[between.len_utf8()..];
    }
    found.then_some(clean)
}

/// Whether it stands between two addresses, and in none.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`' | '“' | '”' | '„')
}

/// The word as it is, or percent-decoded up to three times.
fn without_any(word: &str) -> Option<String> {
    let mut clean = without_plain(word);
    let mut decoded = clean.clone().unwrap_or_else(|| word.to_owned());
    for _ in 0..3 {
        let next = decode(&decoded);
        if next == decoded {
            break;
        }
        decoded = next;
        if let Some(plain) = without_plain(&decoded) {
            decoded.clone_from(&plain);
            clean = Some(plain);
        }
    }
    clean
}

fn without_plain(word: &str) -> Option<String> {
    let mut clean: Option<String> = None;
    for step in [without_user_info, without_parameters, without_tokens] {
        if let Some(next) = step(clean.as_deref().unwrap_or(word)) {
            clean = Some(next);
        }
    }
    clean
}

fn without_user_info(word: &str) -> Option<String> {
    let mut clean = String::new();
    let mut rest = word;
    let (mut found, mut is_address) = (false, false);
    while let Some(at) = authority(rest, !is_address) {
        is_address = true;
        clean.push_str(&rest[..at]);
        rest = &rest[at..];
        loop {
            match user_info(rest) {
                0 => break,
                length => {
                    found = true;
                    rest = &rest[length..];
                }
            }
        }
        if let Some(host) = unfinished(rest) {
            clean.push_str(host);
            return Some(clean);
        }
    }
    if is_address {
        clean.push_str(rest);
        found.then_some(clean)
    } else {
        without_login(word).map(str::to_owned)
    }
}

/// Where the next user info or host begins: behind `://`, with slashes of either kind, or behind `//` at the `start`.
fn authority(text: &str, start: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let slashes = |at: usize| {
        let is_slash = |at| matches!(bytes.get(at), Some(b'/' | b'\\'));
        is_slash(at) && is_slash(at + 1)
    };
    if start && slashes(0) {
        return Some(2);
    }
    text.match_indices(':').map(|(at, _)| at + 1).find(|at| slashes(*at)).map(|at| at + 2)
}

/// Length of the user info at the beginning of `text`, with its `@`.
fn user_info(text: &str) -> usize {
    let host = until_path(text);
    if let Some(at) = host.rfind('@') {
        // Every Git host has this user, who is no secret.
        return if &host[..at] == "git" { 0 } else { at + 1 };
    }
    // A password with a slash in it, not a port.
    match (password(host), text[host.len()..].find('@')) {
        (Some(_), Some(at)) => host.len() + at + 1,
        _ => 0,
    }
}

/// `user:` of an address that is still being typed, as far as `https://user:passw`: an address without an `@` whose port is
/// none. The colon stays, so that what is typed next goes as well.
fn unfinished(text: &str) -> Option<&str> {
    let host = until_path(text);
    // Also encoded, as in an address within an address.
    let goes_on = ["@", "%40", "%2540"].iter().any(|at| text.contains(at));
    password(host).filter(|_| !goes_on).map(|password| &host[..host.len() - password.len()])
}

/// What stands in the place of a port and is none.
fn password(host: &str) -> Option<&str> {
    let (_, port) = if host.starts_with('[') { host.split_once("]:")? } else { host.split_once(':')? };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let is_ipv6 = host.matches(':').count() > 1 && host.bytes().all(|b| b.is_ascii_hexdigit() || b == b':');
    let is_placeholder = port.starts_with(['{', '$']);
    let end = |c: char| matches!(c, ',' | '.' | ';' | ':' | ')' | ']' | '!' | '\'' | '’');
    let is_list = port.contains(',') && port.ends_with(':');
    (!is_ipv6 && !is_placeholder && !is_list && !is_port(port.trim_end_matches(end))).then_some(port)
}

fn until_path(text: &str) -> &str {
    let is_end = |c: char| matches!(c, '/' | '\\' | '?' | '#') || is_between(c);
    &text[..text.find(is_end).unwrap_or(text.len())]
}

/// `user:token@host:path` and `user:token@host/path`, as Git and curl take them, without user and token.
fn without_login(word: &str) -> Option<&str> {
    let (user, rest) = word.split_once(':')?;
    // An email address behind a scheme of its own.
    let is_mail = ["mailto", "acct", "sip", "sips", "xmpp"].iter().any(|one| user.eq_ignore_ascii_case(one));
    if user.is_empty() || user.contains(['/', '@', '?', '#', '=']) || is_mail {
        return None;
    }
    let at = rest.find('@').filter(|at| *at > 0)?;
    let after = &rest[at + 1..];
    let end = after.find(['/', '\\', '?', '#', ':']).unwrap_or(after.len());
    let host = after[..end].rfind('@').map_or(after, |more| &after[more + 1..]);
    let is_host = host.contains(['.', ':', '/', '\\', '[']) || host.eq_ignore_ascii_case("localhost");
    // An image of a container registry: `app:1.0@sha256:…`.
    (is_host && !host.starts_with("sha256:")).then_some(host)
}

/// Without the values of parameters that name a secret.
fn without_parameters(word: &str) -> Option<String> {
    let mut clean = word.to_owned();
    let mut at = 0;
    let mut found = false;
    while let Some((_, value)) = next_parameter(&clean, at) {
        found = true;
        at = value.start;
        clean.replace_range(value, "");
    }
    found.then_some(clean)
}

/// The name of the first parameter in an address that names a secret and has a value; `None` if there is none.
pub fn secret_parameter(text: &str) -> Option<&str> {
    next_parameter(text, 0).map(|(name, _)| &text[name])
}

/// Whether `text` has credentials in it, or is the address of a webhook, which is as good as a password.
pub(crate) fn holds_secret(text: &str) -> bool {
    let is_webhook = ["hooks.slack.com/services/T", "/api/webhooks/", "outlook.office.com/webhook/"];
    let is_workflow = text.contains(".webhook.office.com/") || text.contains("://hooks.");
    token(text).is_some() || is_workflow || is_webhook.iter().any(|part| text.contains(part))
}

type Range = std::ops::Range<usize>;

/// Where name and value of the next parameter are that names a secret.
fn next_parameter(text: &str, from: usize) -> Option<(Range, Range)> {
    let is_separator = |c: char| matches!(c, '?' | '&' | '#' | ';') || is_between(c);
    for (at, _) in text.match_indices(['?', '&', '#', ';']).filter(|(at, _)| *at + 1 > from) {
        let rest = &text[at + 1..];
        let Some(length) = rest.find('=') else { continue };
        let name = &rest[..length];
        let value = &rest[length + 1..];
        let value = &value[..value.find(is_separator).unwrap_or(value.len())];
        let is_name =
            name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'[' | b']'));
        if is_name && !value.is_empty() && says_secret(&plain_name(name), &[]) {
            let start = at + 1;
            let begin = start + length + 1;
            return Some((start..start + length, begin..begin + value.len()));
        }
    }
    None
}

/// How tokens of GitLab, GitHub and Slack begin.
const TOKENS: &[&str] = &[
    "glpat-",
    "gloas-",
    "gldt-",
    "glrt-",
    "glptt-",
    "glft-",
    "glsoat-",
    "glcbt-",
    "ghp_",
    "gho_",
    "ghu_",
    "ghs_",
    "ghr_",
    "github_pat_",
    "xoxb-",
    "xoxp-",
    "xapp-",
];

/// How many characters a token has at least behind its beginning.
const SHORTEST: usize = 16;

fn without_tokens(word: &str) -> Option<String> {
    let mut clean = word.to_owned();
    while let Some(token) = token(&clean) {
        clean.replace_range(token, "");
    }
    (clean != word).then_some(clean)
}

/// Where a token of GitLab, GitHub or Slack is in `text`.
pub(crate) fn token(text: &str) -> Option<Range> {
    TOKENS.iter().find_map(|begin| {
        let at = text.find(begin)?;
        let after = &text[at + begin.len()..];
        let is_token = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let length = after.find(|c| !is_token(c)).unwrap_or(after.len());
        (length >= SHORTEST).then(|| at..at + begin.len() + length)
    })
}

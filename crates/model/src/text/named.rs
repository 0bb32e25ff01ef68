//! Secrets behind their names, as people copy them from a shell, a script or a manual: headers, settings, and what curl is
//! told to sign in with.

use crate::form::{plain_name, says_secret};
use std::ops::Range;

/// Where the first value is that its name says to be a secret: `PRIVATE-TOKEN: …`, `Authorization: …`, `token=…`,
/// `"password": "…"`, `curl -u name:…`. Variables such as `$TOKEN` and `<token>` stay.
pub(super) fn value(text: &str) -> Option<Range<usize>> {
    text.bytes()
        .enumerate()
        .filter(|(_, byte)| matches!(byte, b':' | b'='))
        .find_map(|(at, _)| named(text, at).filter(|value| is_secret(&text[value.clone()])))
        .or_else(|| behind_scheme(text))
        .or_else(|| for_curl(text))
}

/// The value behind the colon or equals sign at `at`, if what stands before names a secret.
fn named(text: &str, at: usize) -> Option<Range<usize>> {
    let before = text[..at].trim_end_matches([' ', '"', '\'', '\\']);
    let is_quoted = text[before.len()..at].contains(['"', '\'']);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = &before[before.trim_end_matches(is_name).len()..];
    let plain = plain_name(name);
    let is_within = before.trim_end_matches(is_name).ends_with(['"', '\'']) && !is_quoted;
    let start = at + 1 + length(&text[at..], before.len() < at, is_within);
    let rest = &text[start..];
    let word = start..start + end(rest, &[' ', '\t', '&', ';', ',']);
    let is_header =
        |name: &str| matches!(name, "authorization" | "proxyauthorization" | "cookie" | "setcookie");
    if is_header(&plain) && text[at..].starts_with(':') {
        return Some(start..start + end(rest, &[]));
    }
    if !says_secret(&plain, &[]) {
        return None;
    }
    let is_spaced = text[at + 1..].starts_with([' ', '\t']);
    let is_known = matches!(plain.as_str(), "privatetoken" | "jobtoken" | "deploytoken" | "xgitlabtoken");
    let has_digit = text[word.clone()].contains(|c: char| c.is_ascii_digit());
    // A colon also stands in sentences, and between a host and its port.
    let is_meant = text[at..].starts_with('=') || is_quoted || is_known || (is_spaced && has_digit);
    is_meant.then_some(word)
}

/// How long is what stands between the sign at the beginning of `text` and the value: at most one space and one quotation
/// mark, so that nothing more is taken when the value is gone.
fn length(text: &str, is_spaced: bool, is_within: bool) -> usize {
    let after = &text[1..];
    let mut rest = after;
    if is_spaced || text.starts_with(':') {
        rest = rest.strip_prefix([' ', '\t']).unwrap_or(rest);
    }
    if !is_within {
        rest = rest.strip_prefix('\\').unwrap_or(rest);
        rest = rest.strip_prefix(['"', '\'']).unwrap_or(rest);
    }
    after.len() - rest.len()
}

/// Where a value ends: with the line, its quotation marks, or one of these.
fn end(text: &str, of: &[char]) -> usize {
    text.find(|c: char| matches!(c, '\n' | '\r' | '"' | '\'' | '\\' | '`' | '<' | '>') || of.contains(&c))
        .unwrap_or(text.len())
}

/// Whether it is a value, and not the variable that stands for one, an operator's second sign or the next address.
fn is_secret(value: &str) -> bool {
    let is_variable = value
        .strip_prefix('$')
        .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase() || matches!(c, '{' | '(')));
    !value.trim().is_empty() && !is_variable && !value.starts_with(['=', '~']) && !value.contains("://")
}

/// What follows `Bearer` or `Basic`, if it looks like no word.
fn behind_scheme(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    ["bearer ", "basic "].iter().find_map(|scheme| {
        let start = lower.find(scheme)? + scheme.len();
        let length = end(&text[start..], &[' ', '\t']);
        let value = &text[start..start + length];
        (length >= 16 && value.contains(|c: char| c.is_ascii_digit())).then_some(start..start + length)
    })
}

/// The password in `curl -u name:password`.
fn for_curl(text: &str) -> Option<Range<usize>> {
    let mut at = text.find("curl ")? + 5;
    let mut is_next = false;
    for word in text[at..].split_inclusive([' ', '\t', '\n']) {
        let login = ["--user=", "-u"].iter().find_map(|option| word.strip_prefix(option));
        if let Some(login) = login.or(is_next.then_some(word))
            && let Some((_, password)) = login.split_once(':')
        {
            let start = at + word.len() - password.len();
            let length = end(password, &[' ', '\t']);
            if is_secret(&password[..length]) {
                return Some(start..start + length);
            }
        }
        is_next = matches!(word.trim_end(), "-u" | "--user");
        at += word.len();
    }
    None
}

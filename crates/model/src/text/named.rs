//! Secrets behind their names, as people copy them from a shell, a script or a manual: headers, settings, and what curl is
//! told to sign in with. On bytes, because each of the standard library's own searches would be another function in the
//! first download.

use crate::form::{plain_name, says_secret};
use std::ops::Range;

/// Where the first value is that its name says to be a secret: `PRIVATE-TOKEN: …`, `Authorization: …`, `token=…`,
/// `"password": "…"`, `curl -u name:…`. Variables such as `$TOKEN` and `<token>` stay.
pub(super) fn value(text: &str) -> Option<Range<usize>> {
    (0..text.len()).find_map(|at| match text.as_bytes()[at] {
        b':' => named(text, at).or_else(|| of_login(text, at)),
        b'=' => named(text, at),
        b' ' => behind_scheme(text, at),
        _ => None,
    })
}

/// The value behind the colon or equals sign at `at`, if what stands before names a secret.
fn named(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let end = back(bytes, at, |byte| is_quote(byte) || byte == b' ');
    let begin = back(bytes, end, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let is_quoted = bytes[end..at].iter().any(|byte| is_quote(*byte));
    let is_colon = bytes[at] == b':';
    // At most one space and one quotation mark before the value, so that nothing more is taken when it is gone.
    let mut start = at + 1;
    let is_spaced = matches!(bytes.get(start), Some(b' ' | b'\t'));
    start += usize::from(is_spaced && (is_colon || end < at));
    if is_quoted || begin == 0 || !is_quote(bytes[begin - 1]) {
        start += usize::from(bytes.get(start) == Some(&b'\\'));
        start += usize::from(bytes.get(start).is_some_and(|byte| is_quote(*byte)));
    }
    let plain = plain_name(&text[begin..end]);
    if is_colon && matches!(plain.as_str(), "authorization" | "proxyauthorization" | "cookie" | "setcookie") {
        return secret(text, start, b"");
    }
    let word = secret(text, start, b" \t&;,").filter(|_| says_secret(&plain, &[]))?;
    let is_known = matches!(plain.as_str(), "privatetoken" | "jobtoken" | "deploytoken" | "xgitlabtoken");
    // A colon also stands in sentences, and between a host and its port.
    let is_meant = !is_colon || is_quoted || is_known || (is_spaced && has_digit(&text[word.clone()]));
    is_meant.then_some(word)
}

/// What follows `Bearer` or `Basic` before the space at `at`, if it looks like no word.
fn behind_scheme(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let scheme = &bytes[back(bytes, at, |byte| byte.is_ascii_alphabetic())..at];
    let is_scheme = scheme.eq_ignore_ascii_case(b"bearer") || scheme.eq_ignore_ascii_case(b"basic");
    let word = secret(text, at + 1, b" \t").filter(|_| is_scheme)?;
    (word.len() >= 16 && has_digit(&text[word.clone()])).then_some(word)
}

/// The password behind the colon at `at` in `curl -u name:password`.
fn of_login(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let begin = back(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b':');
    let (before, word) = (&bytes[..begin], &bytes[begin..at]);
    let is_login = word.starts_with(b"-u")
        || word.starts_with(b"--user=")
        || before.ends_with(b" -u ")
        || before.ends_with(b" --user ");
    secret(text, at + 1, b" \t").filter(|_| is_login)
}

/// Where what ends at `end` and consists of such bytes begins.
fn back(bytes: &[u8], end: usize, is_part: fn(u8) -> bool) -> usize {
    let mut begin = end;
    while begin > 0 && is_part(bytes[begin - 1]) {
        begin -= 1;
    }
    begin
}

fn is_quote(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'\\')
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The value from `start` to the end of the line, to a quotation mark or to one of these; `None` if it is a variable that
/// stands for one, an operator's second sign, the next address, or nothing.
fn secret(text: &str, start: usize, until: &[u8]) -> Option<Range<usize>> {
    let rest = text.as_bytes().get(start..)?;
    let ends = |byte: &u8| is_quote(*byte) || b"\r\n`<>".contains(byte) || until.contains(byte);
    let value = &rest[..rest.iter().position(ends).unwrap_or(rest.len())];
    let is_variable = value.first() == Some(&b'$')
        && value.get(1).is_some_and(|byte| byte.is_ascii_uppercase() || matches!(byte, b'{' | b'('));
    let is_nothing = value.iter().all(|byte| *byte == b' ');
    let is_other = is_variable
        || is_nothing
        || matches!(value[0], b'=' | b'~')
        || value.windows(3).any(|part| part == b"://");
    (!is_other).then_some(start..start + value.len())
}

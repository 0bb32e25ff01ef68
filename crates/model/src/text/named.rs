//! Secrets behind their names, as people copy them from a shell, a script or a manual: headers, settings, and what curl is
//! told to sign in with. On bytes, because each of the standard library's own searches would be another function in the
//! first download.

use crate::form::{plain_name, says_secret};
use std::ops::Range;

/// Where the first value is that its name says to be a secret: `PRIVATE-TOKEN: …`, `Authorization: …`, `token=…`,
/// `"password": "…"`, `curl -u name:…`, `docker login -p …`. Variables such as `$TOKEN` and `<token>` stay.
pub(super) fn value(text: &str) -> Option<Range<usize>> {
    (0..text.len()).find_map(|at| match text.as_bytes()[at] {
        b':' => named(text, at).or_else(|| of_login(text, at)),
        b'=' => named(text, at),
        b' ' => behind_word(text, at),
        _ => None,
    })
}

/// The value behind the colon or equals sign at `at`, if what stands before names a secret.
fn named(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    // Brackets as in `user[password]=…`.
    let end = back(bytes, at, |byte| is_quote(byte) || b" []".contains(&byte));
    let begin = back(bytes, end, |byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    // The user of an address, such as `x-access-token`; what follows goes with it.
    if bytes[..begin].ends_with(b"//") && bytes[at] == b':' {
        return None;
    }
    let is_quoted = bytes[end..at].iter().any(|byte| is_quote(*byte));
    let is_colon = bytes[at] == b':';
    // At most one space and one quotation mark before the value, so that nothing more is taken when it is gone.
    let mut start = at + 1;
    let is_spaced = matches!(bytes.get(start), Some(b' ' | b'\t'));
    start += usize::from(is_spaced && (is_colon || end < at));
    let may_be_quoted = is_quoted || begin == 0 || !is_quote(bytes[begin - 1]);
    let plain = plain_name(&text[begin..end]);
    if is_colon && (plain.ends_with("authorization") || plain.ends_with("cookie")) {
        return secret(text, start, may_be_quoted, b"");
    }
    let word = secret(text, start, may_be_quoted, b" \t&;,")?;
    let value = &text[word.clone()];
    let is_named = plain == "pass"
        || bytes[..end].ends_with(b"_PASS")
        || says_secret(&plain, &["passwd", "pwd"])
        || (!is_colon && is_signed(&plain, value));
    // Two words: `PRIVATE-TOKEN`.
    let is_header = plain.len() > 5 && plain.ends_with("token");
    // A colon also stands in sentences, and between a host and its port.
    let is_meant = !is_colon || is_quoted || is_header || (is_spaced && has_digit(value));
    (is_named && is_meant).then_some(word)
}

/// Whether a parameter lets everybody in who has its address: `sig=…`, and `key=…` and `code=…` if their value looks like
/// one that a service made.
pub(super) fn is_signed(plain: &str, value: &str) -> bool {
    let is_some_key = plain.ends_with("key") || plain == "code";
    plain == "sig" || plain == "jwt" || plain.ends_with("signature") || (is_some_key && is_random(value))
}

/// Whether a text looks made by a machine: 20 characters or more, among which capitals, small letters and digits take turns
/// more often than in words.
pub(super) fn is_random(text: &str) -> bool {
    // Digits, capitals and small letters differ in the upper three bits.
    let is_turn = |pair: &&[u8]| pair[0] >> 5 != pair[1] >> 5 && pair.iter().all(u8::is_ascii_alphanumeric);
    text.len() >= 20 && text.as_bytes().windows(2).filter(is_turn).count() >= 9
}

/// What follows the space at `at`, behind a word that says what it is: `Bearer …`, `--password …`, `docker login -p …`,
/// `mysql -p…`, `machine … login … password …` in a netrc file.
fn behind_word(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let word = &text[back(bytes, at, |byte| byte.is_ascii_alphabetic() || byte == b'-')..at];
    let is_glued = bytes[at..].starts_with(b" -p");
    let value = secret(text, if is_glued { at + 3 } else { at + 1 }, true, b" \t")?;
    let plain = plain_name(word);
    let is_netrc = plain == "password" && bytes.starts_with(b"machine ");
    let is_secret = if is_glued || is_netrc || word == "-p" {
        let is_login = ["login", "sshpass"].iter().any(|command| text.contains(command));
        is_login || (is_glued && text.contains("mysql"))
    } else if word.starts_with("--") {
        says_secret(&plain, &[]) && !plain.ends_with("stdin") && !plain.ends_with("file")
    } else {
        (plain == "bearer" || plain == "basic") && value.len() >= 16 && has_digit(&text[value.clone()])
    };
    is_secret.then_some(value)
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
    secret(text, at + 1, false, b" \t").filter(|_| is_login)
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

/// The value from `start`, or from the quotation mark there, to the next quotation mark, to the end of the line or, outside
/// quotation marks, to one of these; `None` if it is a variable that stands for one, an operator's second sign, the next
/// address, or nothing.
fn secret(text: &str, start: usize, may_be_quoted: bool, until: &[u8]) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is = |at: usize, is: fn(u8) -> bool| may_be_quoted && bytes.get(at).is_some_and(|byte| is(*byte));
    let mut begin = start;
    begin += usize::from(is(begin, |byte| byte == b'\\'));
    begin += usize::from(is(begin, is_quote));
    let until = if begin > start { b"" } else { until };
    let rest = bytes.get(begin..)?;
    let ends = |byte: &u8| is_quote(*byte) || b"\r\n`<>".contains(byte) || until.contains(byte);
    let value = &rest[..rest.iter().position(ends).unwrap_or(rest.len())];
    let is_variable = value.first() == Some(&b'$')
        && value.get(1).is_some_and(|byte| byte.is_ascii_uppercase() || matches!(byte, b'{' | b'('));
    let is_nothing = value.iter().all(|byte| *byte == b' ');
    let is_other = is_variable
        || is_nothing
        || matches!(value[0], b'=' | b'~')
        || value.windows(3).any(|part| part == b"://");
    (!is_other).then_some(begin..begin + value.len())
}

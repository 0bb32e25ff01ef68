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
    let is_quoted = bytes[end..at].iter().any(|byte| is_quote(*byte));
    let is_colon = bytes[at] == b':';
    // At most one space and one quotation mark before the value, so that nothing more is taken when it is gone.
    let mut start = at + 1;
    let is_spaced = matches!(bytes.get(start), Some(b' ' | b'\t'));
    start += usize::from(is_spaced && (is_colon || end < at));
    let may_be_quoted = is_quoted || begin == 0 || !is_quote(bytes[begin - 1]);
    let plain = plain_name(&text[begin..end]);
    if is_colon && matches!(plain.as_str(), "authorization" | "proxyauthorization" | "cookie" | "setcookie") {
        return secret(text, start, may_be_quoted, b"");
    }
    let word = secret(text, start, may_be_quoted, b" \t&;,")?;
    let (before, last) = bytes[begin..end].split_at((end - begin).saturating_sub(4));
    let is_pass = last.eq_ignore_ascii_case(b"pass") && !before.last().is_some_and(u8::is_ascii_alphanumeric);
    let is_named = is_pass
        || says_secret(&plain, &["passwd", "pwd"])
        || (!is_colon && is_signed(&plain, &text[word.clone()]));
    let is_known = matches!(plain.as_str(), "privatetoken" | "jobtoken" | "deploytoken" | "xgitlabtoken");
    // A colon also stands in sentences, and between a host and its port.
    let is_meant = !is_colon || is_quoted || is_known || (is_spaced && has_digit(&text[word.clone()]));
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
    let class = |byte: u8| match byte {
        b'0'..=b'9' => 1,
        b'A'..=b'Z' => 2,
        b'a'..=b'z' => 4,
        _ => 0,
    };
    let turns =
        text.as_bytes().windows(2).filter(|pair| matches!(class(pair[0]) | class(pair[1]), 3 | 5 | 6));
    text.len() >= 20 && turns.count() >= 9
}

/// What follows the space at `at`, behind a word that says what it is: `Bearer …`, `--password …`, `docker login -p …`,
/// `mysql -p…`, `login ann password …` in a netrc file.
fn behind_word(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_part = |byte: u8| byte.is_ascii_alphabetic() || byte == b'-';
    let begin = back(bytes, at, is_part);
    let (before, word) = (&bytes[..begin], &text[begin..at]);
    let has = |words: &[&[u8]]| bytes[..at].windows(5).any(|part| words.contains(&part));
    let is_glued = bytes[at..].starts_with(b" -p") && has(&[b"login", b"shpas", b"mysql"]);
    let value = secret(text, if is_glued { at + 3 } else { at + 1 }, true, b" \t")?;
    let is_scheme = word.eq_ignore_ascii_case("bearer") || word.eq_ignore_ascii_case("basic");
    let is_secret = match word {
        _ if is_glued => true,
        "-p" => has(&[b"login", b"shpas"]),
        "password" => {
            let end = back(before, begin, |byte| byte == b' ');
            let name = back(before, end, |byte| byte != b' ');
            name > b"machine login ".len()
                && bytes.starts_with(b"machine ")
                && bytes[..name].ends_with(b"login ")
        }
        _ if word.starts_with("--") => {
            let plain = plain_name(word);
            says_secret(&plain, &["passwd"]) && !plain.ends_with("stdin") && !plain.ends_with("file")
        }
        _ => is_scheme && value.len() >= 16 && has_digit(&text[value.clone()]),
    };
    // With the option, or what comes next would be taken for its value.
    let begin = if is_glued { at + 1 } else { value.start };
    is_secret.then_some(begin..value.end)
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

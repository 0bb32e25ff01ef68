//! Credentials in what people paste into a search, or open as an address: they must not go on into an address, a
//! request or a sentence.

use super::named;
use super::percent::decode;
use crate::form::{plain_name, says_secret};

/// The sentence for a text that [`without_credentials`] changed.
pub const REMOVED: &str = "A user name, password or token was removed from what was entered.";

/// `text` without the user names and passwords in its addresses (`https://user:password@host`, `user:token@host:path`),
/// without the values of parameters and headers that name a secret (`?private_token=…`, `PRIVATE-TOKEN: …`), without what
/// curl is told to sign in with, and without tokens that services give out; `None` if it has none. It may be
/// percent-encoded: then the address is decoded. The user name `git` and email addresses stay.
pub fn without_credentials(text: &str) -> Option<String> {
    let mut clean: Option<String> = None;
    // What is left may have a secret again, where one stood within another.
    while let Some(next) = without_some(clean.as_deref().unwrap_or(text)) {
        clean = Some(next);
    }
    clean
}

fn without_some(text: &str) -> Option<String> {
    if let Some(value) = named::value(text) {
        return Some(without(text, value));
    }
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

/// One secret of each kind; the others go in further turns.
fn without_plain(word: &str) -> Option<String> {
    let mut clean = without_user_info(word);
    for find in [named::value, token] {
        let left = clean.as_deref().unwrap_or(word);
        if let Some(secret) = find(left) {
            clean = Some(without(left, secret));
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

/// Where one of these ASCII characters is. One search for all of them: each of the standard library's own would be another
/// function in the first download.
fn find(text: &str, of: &[u8]) -> Option<usize> {
    text.bytes().position(|byte| of.contains(&byte))
}

/// `text` without this part of it.
fn without(text: &str, part: Range) -> String {
    [&text[..part.start], &text[part.end..]].concat()
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
    let at = (0..bytes.len()).find(|at| bytes[*at] == b':' && slashes(at + 1))? + 1;
    // Browsers pass over any number of them, and JSON writes two for each.
    let more = bytes[at..].iter().take_while(|byte| matches!(byte, b'/' | b'\\')).count();
    Some(at + more)
}

/// Length of the user info at the beginning of `text`, with its `@`.
fn user_info(text: &str) -> usize {
    let host = until_path(text);
    if let Some(at) = host.bytes().rposition(|byte| byte == b'@') {
        // Every Git host has this user, who is no secret.
        return if &host[..at] == "git" { 0 } else { at + 1 };
    }
    // A password with a slash in it, not a port.
    match (password(host), find(&text[host.len()..], b"@")) {
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
    let bracket = if host.starts_with('[') { find(host, b"]")? } else { 0 };
    let port = &host[bracket + find(&host[bracket..], b":")? + 1..];
    let is_ipv6 = find(port, b":").is_some() && host.bytes().all(|b| b.is_ascii_hexdigit() || b == b':');
    let is_placeholder = port.starts_with('{') || port.starts_with('$');
    let is_list = port.ends_with(':') && find(port, b",").is_some();
    // What follows an address in a sentence.
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit() || b",.;:)]!'".contains(&byte))
        && !port.starts_with(|c: char| c.is_ascii_punctuation());
    (!port.is_empty() && !is_ipv6 && !is_placeholder && !is_list && !is_port).then_some(port)
}

fn until_path(text: &str) -> &str {
    &text[..find(text, b"/\\?# \t\r\n\"<>`").unwrap_or(text.len())]
}

/// `user:token@host:path` and `user:token@host/path`, as Git and curl take them, without user and token.
fn without_login(word: &str) -> Option<&str> {
    let colon = find(word, b":")?;
    let (user, rest) = (&word[..colon], &word[colon + 1..]);
    // An email address behind a scheme of its own.
    let is_mail = ["mailto", "acct", "sip", "sips", "xmpp"].iter().any(|one| user.eq_ignore_ascii_case(one));
    if user.is_empty() || find(user, b"/@?#=").is_some() || is_mail {
        return None;
    }
    let at = find(rest, b"@").filter(|at| *at > 0)?;
    let after = &rest[at + 1..];
    let end = find(after, b"/\\?#:").unwrap_or(after.len());
    let host = after[..end].bytes().rposition(|byte| byte == b'@').map_or(after, |more| &after[more + 1..]);
    let is_host = find(host, b".:/\\[").is_some() || host.eq_ignore_ascii_case("localhost");
    // An image of a container registry: `app:1.0@sha256:…`.
    (is_host && !host.starts_with("sha256:")).then_some(host)
}

/// Names of parameters that are secrets in an address, where they are no words of a search.
const PARAMETERS: &[&str] =
    &["auth", "authkey", "pass", "pwd", "passwd", "sessionid", "jsessionid", "phpsessid", "accesskey"];

/// The name of the first parameter in an address, encoded or not, that names a secret and has a value; `None` if there is
/// none.
pub fn secret_parameter(text: &str) -> Option<String> {
    let decoded = decode(text);
    decoded.split(['?', '&', '#', ';']).skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.[]".contains(&byte));
        let plain = plain_name(name);
        let is_secret = says_secret(&plain, &[])
            || named::is_signed(&plain, value)
            || PARAMETERS.contains(&plain.as_str());
        (is_name && is_secret && !value.is_empty()).then(|| name.to_owned())
    })
}

/// Whether `text` has credentials in it, or is the address of a webhook, which is as good as a password.
pub(crate) fn holds_secret(text: &str) -> bool {
    let is_webhook = [
        "hooks.slack.com/services/T",
        "/api/webhooks/",
        "outlook.office.com/webhook/",
        "buildkite.com/deliver/",
    ];
    let is_workflow = text.contains(".webhook.office.com/") || text.contains("://hooks.");
    token(text).is_some() || is_workflow || is_webhook.iter().any(|part| text.contains(part))
}

type Range = std::ops::Range<usize>;

/// How tokens that services give out begin, and addresses that are as good as one. Behind `?` are beginnings that other words
/// have as well: what follows must look made by a machine.
const TOKENS: &str = "glpat- gloas- gldt- glrt- glrtr- glptt- glft- glsoat- glcbt- glimt- glagent- glffct- GR1348941 \
                      ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ xoxa- xoxb- xoxc- xoxd- xoxe- xoxe.xox xoxp- xoxr- xoxs- \
                      xapp- ATATT ATCTT ATBB BBDC- AIza eyJ :AA hooks.slack.com/services/T /api/webhooks/ \
                      .webhook.office.com/webhookb2/ \
                      ? npm_ sk- sk_ rk_ dapi hf_ shp do SG. pypi- ruby dckr_pat_ hvs. GOCSPX- ya29. sq gls sntry lin_ \
                      hooks/ incoming/";

/// How many characters a token has at least behind its beginning.
const SHORTEST: usize = 16;

/// Where a token that a service gives out is in `text`.
pub(crate) fn token(text: &str) -> Option<Range> {
    let bytes = text.as_bytes();
    let is_end = |byte: &u8| !byte.is_ascii_alphanumeric() && !b"-_.=+/@".contains(byte);
    (0..bytes.len()).find_map(|at| {
        let mut is_sure = true;
        TOKENS.as_bytes().split(|byte| *byte == b' ').find_map(|begin| {
            is_sure &= begin != b"?";
            let rest = bytes[at..].strip_prefix(begin)?;
            let length = rest.iter().position(is_end).unwrap_or(rest.len());
            let start = at + begin.len();
            let value = &text[start..start + length];
            // Not in a path, whose names together are no word.
            let first = &value[..find(value, b"/@").unwrap_or(length)];
            let is_inside = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
            let is_it = if is_sure { length >= SHORTEST } else { !is_inside && named::is_random(first) };
            is_it.then_some(at..start + length)
        })
    })
}

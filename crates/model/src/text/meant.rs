//! What was most likely meant by an address: the server of a page, an address without its scheme, the ASCII name of a host.

use super::punycode;
use super::url::{self, check_web_address};
use std::net::Ipv6Addr;

/// The server's part of a page's address: without query, fragment and the path from the first segment on that `is_page`
/// recognizes, which gets it in lower case. `None` if `text` is no address, or has no such segment.
pub fn server_of(text: &str, is_page: fn(&str) -> bool) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let page = rest.split(['?', '#']).next()?;
    let mut parts = page.split('/');
    let host = parts.next().filter(|host| !host.is_empty())?;
    let path: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let end = path.iter().position(|part| is_page(&part.to_ascii_lowercase()))?;
    let mut server = format!("{scheme}://{host}");
    for part in &path[..end] {
        server.push('/');
        server.push_str(part);
    }
    Some(server)
}

/// The segments of an address' path, or of a path; without query, fragment and empty ones.
pub fn segments(text: &str) -> Vec<&str> {
    let path = if text.contains("://") {
        url::path(text)
    } else {
        text.split(['?', '#']).next().unwrap_or_default()
    };
    path.split('/').filter(|part| !part.is_empty()).collect()
}

/// The address with what it lacks: `https://`, or brackets around an IPv6 address.
pub fn with_scheme(text: &str) -> Option<String> {
    if let Some(bracketed) = with_brackets(text) {
        return Some(bracketed);
    }
    let host = text.split(['/', '?', '#', ':']).next()?;
    let with = format!("https://{}", text.trim_start_matches("//"));
    let is_host = host.contains('.') || text.starts_with("//") || text.starts_with('[');
    (is_host && !text.contains("://") && check_web_address(&with).is_ok()).then_some(with)
}

fn with_brackets(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://").unwrap_or(("https", text));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let with = format!("{scheme}://[{host}]{path}");
    (host.parse::<Ipv6Addr>().is_ok() && check_web_address(&with).is_ok()).then_some(with)
}

/// The address with the ASCII name of its host; `None` if that is how it is written, or if there is no such name.
pub fn ascii_address(text: &str) -> Option<String> {
    check_web_address(text).ok()?;
    let (scheme, rest) = text.split_once("://")?;
    let end = rest.find([':', '/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let ascii = punycode::host(host)?;
    Some(format!("{scheme}://{ascii}{path}"))
}

/// A placeholder that was left in: `{org}`, `<org>`, `$ORG`, `YOUR_ORG`, an ellipsis.
pub fn placeholder(text: &str) -> Option<&str> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || b"_- .".contains(byte);
    for (open, close) in [("{", "}"), ("%7B", "%7D"), ("<", ">"), ("%3C", "%3E")] {
        let Some(at) = text.find(open) else { continue };
        let name = &text[at + open.len()..];
        let length = name.bytes().take_while(is_name).count();
        if length > 0 && name[length..].starts_with(close) {
            return Some(&text[at..at + open.len() + length + close.len()]);
        }
    }
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || b"_-$".contains(&byte);
    let mut begin = 0;
    for (end, byte) in text.bytes().chain([b'/']).enumerate() {
        if is_word(byte) {
            continue;
        }
        // Within a letter of another script there is no word.
        if let Some(word) = text.get(begin..end).filter(|word| stands_in(word)) {
            return Some(word);
        }
        begin = end + 1;
    }
    ["…", "..."].into_iter().find(|dots| text.contains(dots))
}

/// A placeholder as the documents of GitLab and GitHub write it in paths: `:id`.
pub fn variable(path: &str) -> Option<&str> {
    path.match_indices("/:").find_map(|(at, _)| {
        let name = &path[at + 1..];
        let name = &name[..name.find(['/', '?', '&']).unwrap_or(name.len())];
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        (name.len() > 1 && name[1..].chars().all(is_name)).then_some(name)
    })
}

/// Whether this word stands in for one that a person should know.
fn stands_in(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let is_variable = lower.len() > 1 && lower.starts_with('$') && !lower.as_bytes()[1].is_ascii_digit();
    let is_yours = ["your-", "your_", "my-org", "my_org"].iter().any(|begin| lower.starts_with(begin));
    let is_x = lower.len() >= 3 && lower.bytes().all(|byte| byte == b'x');
    is_variable
        || is_yours
        || is_x
        // As GitHub's documents write them.
        || matches!(word, "ORG" | "OWNER" | "REPO" | "USERNAME" | "GROUP" | "GROUP_ID" | "HOST" | "HOSTNAME" | "TOKEN")
        || matches!(lower.as_str(), "yourorg" | "yourcompany" | "changeme" | "placeholder")
}

//! What was most likely meant by an address: the server of a page, an address without its scheme, the ASCII name of a host.

use super::punycode;
use super::url::{self, check_web_address};

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

/// The address with `https://`, where only that is missing.
pub fn with_scheme(text: &str) -> Option<String> {
    let host = text.split(['/', '?', '#', ':']).next()?;
    let with = format!("https://{}", text.trim_start_matches("//"));
    let is_host = host.contains('.') || text.starts_with("//");
    (is_host && !text.contains("://") && check_web_address(&with).is_ok()).then_some(with)
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
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.');
    for (open, close) in [("${", '}'), ("{", '}'), ("%7B", '%'), ("<", '>'), ("%3C", '%')] {
        if let Some(at) = text.find(open) {
            let name = &text[at + open.len()..];
            let length = name.find(close).unwrap_or(0);
            let end = at + open.len() + length + if close == '%' { 3 } else { 1 };
            if length > 0 && name[..length].chars().all(is_name) {
                return text.get(at..end);
            }
        }
    }
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let mut words = text.split(|c: char| !is_word(c) && c != '$').filter(|word| !word.is_empty());
    let found = words.find(|word| {
        let lower = word.to_ascii_lowercase();
        let is_variable =
            word.strip_prefix('$').is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        let is_yours =
            ["your-", "your_", "my-org", "my_org", "<your"].iter().any(|begin| lower.starts_with(begin));
        let is_x = lower.len() >= 3 && lower.bytes().all(|byte| byte == b'x');
        is_variable
            || is_yours
            || is_x
            || matches!(lower.as_str(), "yourorg" | "yourcompany" | "changeme" | "placeholder")
    });
    let ellipsis = || ["…", "..."].into_iter().find(|dots| text.contains(dots));
    found.or_else(ellipsis)
}

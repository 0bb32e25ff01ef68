//! What was most likely meant by an address: the server of a page, an address without its scheme, the ASCII name of a host.

use super::pasted;
use super::punycode;
use super::url::{self, check_web_address};
use std::net::Ipv6Addr;

/// The server's part of a page's address: without query, fragment and the path from the first segment on that `is_page`
/// recognizes, which gets it in lower case. `None` if `text` is no address, or has neither such a segment nor a query.
pub fn server_of(text: &str, is_page: fn(&str) -> bool) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let page = rest.split(['?', '#']).next()?;
    let mut parts = page.split('/');
    let host = parts.next().filter(|host| !host.is_empty())?;
    let path: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let has_more = page.len() < rest.len();
    let end = path.iter().position(|part| is_page(&part.to_ascii_lowercase()));
    let end = end.or_else(|| has_more.then_some(path.len()))?;
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

/// The address in what is none, because something is missing, misspelt or around it: `git@host:path`, `https:/host`,
/// `"https://host"`, `git clone https://host`, `https://user@host`. `None` if it is one as it is, or if there is none in it.
pub fn as_address(text: &str) -> Option<String> {
    if check_web_address(text).is_ok() {
        return None;
    }
    const AROUND: [char; 15] = ['"', '\'', '`', '<', '>', '(', ')', '“', '”', '„', '‘', '’', '«', '»', ','];
    let is_one = |word: &str| word.contains("://") || (word.contains('@') && word.contains(':'));
    let mut words = text.split_whitespace().filter(|word| is_one(word));
    let word = match (words.next(), words.next()) {
        (Some(word), None) => word,
        _ if text.contains(char::is_whitespace) => return None,
        _ => text,
    };
    // Its blanks are within a placeholder.
    if word.len() < text.len() && placeholder(text).is_some() {
        return None;
    }
    // A placeholder has brackets of its own.
    let word =
        if placeholder(word).is_some() { word } else { word.trim_matches(AROUND).trim_end_matches(';') };
    let word = without_login(word);
    let fixed = repaired(&word).unwrap_or_else(|| word.clone());
    if fixed != text && check_web_address(&fixed).is_ok() {
        return Some(fixed);
    }
    with_scheme(&word)
}

/// Without the user name and password before the host.
fn without_login(word: &str) -> String {
    let Some((scheme, rest)) = word.split_once("://") else { return word.to_owned() };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest[..end].rfind('@') {
        Some(at) => format!("{scheme}://{}", &rest[at + 1..]),
        None => pasted::without_credentials(word).unwrap_or_else(|| word.to_owned()),
    }
}

/// With the scheme that is misspelt or that only Git knows.
fn repaired(word: &str) -> Option<String> {
    if let Some((user, rest)) = word.split_once('@')
        && let Some((host, path)) = rest.split_once(':')
        && !user.contains([':', '/'])
        && !host.contains('/')
    {
        // As ssh takes it. What follows the colon is a path, or a port.
        let path = path.trim_start_matches('/');
        return Some(format!("https://{host}/{}", path.strip_suffix(".git").unwrap_or(path)));
    }
    let (scheme, rest) = word.split_once(':').or_else(|| word.split_once("//"))?;
    let rest = rest.trim_start_matches(['/', '\\']);
    let lower = scheme.to_ascii_lowercase();
    match lower.as_str() {
        // Its port is another one.
        "ssh" | "git" | "git+ssh" | "ssh+git" => {
            let end = rest.find('/').unwrap_or(rest.len());
            let host = rest[..end].split(':').next().unwrap_or_default();
            Some(format!("https://{host}{}", &rest[end..]))
        }
        "http" | "https" if rest.starts_with("http://") || rest.starts_with("https://") => {
            Some(rest.to_owned())
        }
        "http" | "https" => Some(format!("{lower}://{rest}")),
        "htps" | "htpps" | "httsp" | "htttps" | "httpss" | "ttps" | "hhtps" | "hhttps" => {
            Some(format!("https://{rest}"))
        }
        "htp" | "htttp" | "ttp" | "hhtp" | "hhttp" => Some(format!("http://{rest}")),
        _ => None,
    }
}

/// The address with what it lacks: `https://`, or brackets around an IPv6 address.
fn with_scheme(text: &str) -> Option<String> {
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

/// A placeholder that was left in: `{org}`, `<org>`, `[org]`, `$ORG`, `%ORG%`, `YOUR_ORG`, an ellipsis.
pub fn placeholder(text: &str) -> Option<&str> {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii() || b"_- .".contains(byte);
    const BRACKETS: [(&str, &str); 5] =
        [("{{", "}}"), ("{", "}"), ("%7B", "%7D"), ("<", ">"), ("%3C", "%3E")];
    for (open, close) in BRACKETS {
        let Some(at) = text.find(open) else { continue };
        let name = &text[at + open.len()..];
        let length = name.bytes().take_while(is_name).count();
        if length > 0 && name[length..].starts_with(close) {
            return Some(&text[at..at + open.len() + length + close.len()]);
        }
    }
    if let Some(found) = in_signs(text) {
        return Some(found);
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

/// `/[org]/`, `/(org)/`, `%ORG%` and `__ORG__`, where such signs have no other meaning.
fn in_signs(text: &str) -> Option<&str> {
    if let Some(at) = text.find("/path/to/") {
        return Some(&text[at..at + "/path/to".len()]);
    }
    if let (Some(open), Some(close)) = (text.find('«'), text.find('»'))
        && open < close
    {
        return Some(&text[open..close + '»'.len_utf8()]);
    }
    let is_capital = |part: &str| {
        part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-'))
    };
    // Two hexadecimal digits are a character.
    let percent = text.split('%').skip(1).find(|part| is_capital(part) && part.len() > 2);
    let name = percent.filter(|name| text.contains(&format!("%{name}%")));
    if let Some(name) = name {
        let at = text.find(&format!("%{name}%"))?;
        return Some(&text[at..at + name.len() + 2]);
    }
    text.split('/').find(|part| {
        let inner = |open, close| part.strip_prefix(open).and_then(|part: &str| part.strip_suffix(close));
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_- ".contains(&byte))
        };
        inner("[", "]").or_else(|| inner("(", ")")).is_some_and(is_name)
            || inner("__", "__").is_some_and(is_capital)
    })
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
    let is_yours = ["your-", "your_", "my-org", "my_org", "my-company", "my_company"]
        .iter()
        .any(|begin| lower.starts_with(begin));
    let is_x = lower.len() >= 3 && lower.bytes().all(|byte| byte == b'x');
    is_variable
        || is_yours
        || is_x
        // As GitHub's documents write them.
        || matches!(word, "ORG" | "OWNER" | "REPO" | "USERNAME" | "GROUP" | "GROUP_ID" | "HOST" | "HOSTNAME" | "TOKEN")
        || is_name_of(word)
        || matches!(lower.as_str(), "yourorg" | "yourcompany" | "changeme" | "placeholder")
}

/// `ORG_NAME`, `GROUPNAME`, `PROJECT_ID`
fn is_name_of(word: &str) -> bool {
    const THINGS: [&str; 12] = [
        "ORG",
        "ORGANIZATION",
        "GROUP",
        "PROJECT",
        "REPO",
        "REPOSITORY",
        "USER",
        "BRANCH",
        "SPACE",
        "TEAM",
        "ACCOUNT",
        "HOST",
    ];
    let thing = ["NAME", "ID", "KEY", "SLUG"].into_iter().find_map(|end| word.strip_suffix(end));
    thing.is_some_and(|thing| THINGS.contains(&thing.trim_end_matches('_')))
        || matches!(word, "ORGANIZATION" | "NAMESPACE" | "COMPANY" | "SUBDOMAIN" | "REPOSITORY")
}

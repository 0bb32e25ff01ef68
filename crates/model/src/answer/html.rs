//! The words of a page: its title, or its first heading where there is none.

use super::plain;

/// Whether the page has a field for a password, or calls itself a login page.
pub(super) fn asks_for_password(page: &str) -> bool {
    let page = page.to_ascii_lowercase();
    let title = between(&page, "title").unwrap_or_default();
    "type=\"password\"|type='password'|type=password|samlrequest|os_password"
        .split('|')
        .any(|sign| page.contains(sign))
        || "log in|login|sign in|single sign-on".split('|').any(|name| title.contains(name))
        || format!(" {title} ").contains(" sso ")
}

/// Whether it is XML and no page: Jira's REST API sends it to those who accept nothing else.
pub(super) fn is_xml(text: &str) -> bool {
    text.starts_with("<status>") || (text.starts_with("<?xml") && !text.contains("<html"))
}

/// The title; the message of XML; the first heading; or where these say no more than the status does, what follows them.
pub(super) fn words(page: &str) -> String {
    let mut rest = page;
    for tag in ["title", "message", "h1"] {
        let Some(inner) = between(rest, tag) else { continue };
        let words = strip(inner);
        if !plain(&words).is_empty() {
            return words;
        }
        rest = rest.split_once(inner).map_or("", |(_, rest)| rest);
    }
    let words = strip(rest);
    // A single word is the name of who answers.
    if rest.len() < page.len() && !words.trim().contains(' ') { String::new() } else { words }
}

/// What stands between a tag and its end.
fn between<'a>(page: &'a str, tag: &str) -> Option<&'a str> {
    let lower = page.to_ascii_lowercase();
    let begin = lower.find(&format!("<{tag}"))?;
    let begin = begin + lower[begin..].find('>')? + 1;
    let end = lower[begin..].find(&format!("</{tag}")).map_or(page.len(), |length| begin + length);
    page.get(begin..end).filter(|inner| !inner.trim().is_empty())
}

/// Without tags, and without what is no text.
fn strip(markup: &str) -> String {
    let mut parts = markup.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut is_code = false;
    for part in parts {
        let tag = part.get(..6).unwrap_or(part).to_ascii_lowercase();
        let ends = tag.starts_with("/scrip") || tag.starts_with("/style");
        is_code = (is_code && !ends) || tag.starts_with("script") || tag.starts_with("style");
        if !is_code {
            text.push(' ');
            text.push_str(part.split_once('>').map_or("", |(_, text)| text));
        }
    }
    let mut signs = text.split('&');
    let first = signs.next().unwrap_or_default().to_owned();
    signs.fold(first, |mut text, part| {
        let sign = part.split_once(';').and_then(|(name, rest)| Some((sign(name)?, rest)));
        let (sign, rest) = sign.unwrap_or(('&', part));
        text.push(sign);
        text.push_str(rest);
        text
    })
}

/// What `&NAME;` stands for.
fn sign(name: &str) -> Option<char> {
    if let Some(code) = name.strip_prefix('#') {
        let code = code.strip_prefix(['x', 'X']).map_or(code.parse(), |code| u32::from_str_radix(code, 16));
        return char::from_u32(code.ok()?);
    }
    const NAMES: [(&str, char); 6] =
        [("nbsp", ' '), ("quot", '"'), ("apos", '\''), ("lt", '<'), ("gt", '>'), ("amp", '&')];
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign)
}

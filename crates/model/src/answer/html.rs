//! The words of a page: its title, or its first heading where there is none.

/// Whether the page has a field for a password, or calls itself a login page.
pub(super) fn asks_for_password(page: &str) -> bool {
    let page = page.to_ascii_lowercase();
    let title = between(&page, "title").unwrap_or_default();
    ["type=\"password\"", "type='password'", "type=password", "samlrequest", "os_password"]
        .iter()
        .any(|sign| page.contains(sign))
        || ["log in", "login", "sign in", "single sign-on"].iter().any(|name| title.contains(name))
        || format!(" {title} ").contains(" sso ")
}

/// Whether it is XML and not a page: Jira's REST API sends it to those who accept nothing else.
pub(super) fn is_xml(text: &str) -> bool {
    text.starts_with("<?xml") || text.starts_with("<status>")
}

/// The title; the message of XML; the first heading; or what the whole text says.
pub(super) fn words(page: &str) -> String {
    let words = ["title", "message", "h1", "body"].iter().find_map(|tag| between(page, tag));
    strip(words.unwrap_or(page))
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
    const SIGNS: [(&str, &str); 7] = [
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    SIGNS.iter().fold(text, |text, (written, sign)| text.replace(written, sign))
}

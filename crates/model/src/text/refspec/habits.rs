//! What people write in place of a refspec, and what comes along with a copy.

use super::error::Fault;
use super::{entries, parse_list};
use crate::text::invisible::find;
use crate::text::meant::placeholder;

// What Git itself takes in other places, and what comes along with a copy.
pub(super) fn habit(entry: &str) -> Option<Fault> {
    const QUOTES: [char; 9] = ['"', '\'', '`', '“', '”', '„', '‘', '’', '´'];
    let begins = |text: &str| {
        text.trim_start_matches('+').trim_start_matches(QUOTES).trim_start_matches('+').starts_with("refs/")
    };
    if let Some(sentence) = find(entry) {
        return Some(Fault::Invisible(sentence));
    }
    if entry.starts_with(QUOTES) && entry.ends_with(QUOTES) && begins(entry) {
        return Some(Fault::Quoted);
    }
    if entry.starts_with('#') || (entry.starts_with('[') && entry.ends_with(']') && !entry.contains("refs/"))
    {
        return Some(Fault::Heading);
    }
    if let Some(comma) = entry.chars().find(|c| matches!(c, '，' | '、' | '；')) {
        return Some(Fault::Comma(comma));
    }
    if entry.contains('：') {
        return Some(Fault::Wide('：', ':'));
    }
    if entry.starts_with('＋') {
        return Some(Fault::Wide('＋', '+'));
    }
    let excluded = entry.strip_prefix(['^', '!', '-', '~']).unwrap_or_default();
    if excluded.starts_with("refs/") || excluded.starts_with("+refs/") {
        return Some(Fault::Negative);
    }
    if let Some(fault) = copied(entry).or_else(|| spaced(entry)) {
        return Some(fault);
    }
    if let Some(name) = entry.strip_prefix("tag ").map(str::trim)
        && !name.contains(char::is_whitespace)
        && !begins(name)
    {
        return Some(Fault::Tag(name.to_owned()));
    }
    if entry.contains(";refs/") || entry.contains(";+refs/") || entry.contains("; ") || entry.ends_with(';') {
        return Some(Fault::Semicolon);
    }
    // “fetch = …” of a configuration, “git fetch origin …”.
    let from = entry.find("+refs/").or(entry.find("refs/"))?;
    let words = entry[..from].trim_end_matches(QUOTES);
    let is_apart = words.ends_with(char::is_whitespace) || words.ends_with('=');
    (is_apart && !begins(words) && words.trim() != "+").then(|| Fault::Preceded(words.trim_end().to_owned()))
}

// No refspec at all, or one with something around it.
fn copied(entry: &str) -> Option<Fault> {
    let is_hex = entry.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hex && matches!(entry.len(), 40 | 64) {
        return Some(Fault::Commit);
    }
    if entry.contains("://") && !entry.contains("refs/") {
        return Some(Fault::Address);
    }
    if entry.starts_with("--") && !entry.contains(char::is_whitespace) {
        return Some(Fault::Option);
    }
    const OPEN: [char; 6] = ['[', '(', '<', '"', '\'', '`'];
    let inner = entry.trim_start_matches(OPEN);
    let is_open = inner.len() < entry.len() && (inner.starts_with("refs/") || inner.starts_with("+refs/"));
    if is_open {
        return Some(Fault::Wrapped);
    }
    if entry.ends_with('}') && !entry.contains('{') && !begins_as_one(entry) {
        return Some(Fault::Braces);
    }
    (entry.contains("/.*") && begins_as_one(entry)).then_some(Fault::AnyText)
}

// Blanks within it that are not between two.
fn spaced(entry: &str) -> Option<Fault> {
    let plain = entry.strip_prefix('+').unwrap_or(entry).trim_start();
    if !plain.starts_with("refs/") || !entry.contains(char::is_whitespace) {
        return None;
    }
    if let Some(arrow) = ["->", "=>", "→"].into_iter().find(|arrow| entry.contains(arrow)) {
        return Some(Fault::Arrow(arrow));
    }
    if entry.contains(" #") {
        return Some(Fault::Comment);
    }
    if let Some((source, destination)) = plain.split_once(':')
        && !source.trim_end().contains(char::is_whitespace)
        && !destination.trim_start().contains(char::is_whitespace)
    {
        return Some(Fault::SpacedColon);
    }
    (entry.starts_with("+ ") && !plain.contains(char::is_whitespace)).then_some(Fault::SpacedPlus)
}

fn begins_as_one(entry: &str) -> bool {
    entry.starts_with("refs/") || entry.starts_with("+refs/")
}

/// The full name of what is meant by a short one.
pub(super) fn full_name(source: &str) -> Option<String> {
    let lower = source.to_ascii_lowercase();
    for begin in ["refs/", "ref/"] {
        if lower.starts_with(begin) {
            return Some(format!("refs/{}", &source[begin.len()..]));
        }
    }
    let known =
        ["heads/", "tags/", "remotes/", "notes/", "pull/", "merge-requests/", "pull-requests/", "changes/"];
    if known.iter().any(|begin| source.starts_with(begin)) {
        return Some(format!("refs/{source}"));
    }
    let name = source.strip_prefix("origin/").unwrap_or(source);
    let is_name = name.chars().all(|c| c.is_alphanumeric() || "-_./*".contains(c));
    let is_version = name.strip_prefix('v').unwrap_or(name).starts_with(|c: char| c.is_ascii_digit());
    (is_name && name != "origin" && !name.starts_with("*/") && !name.starts_with("HEAD"))
        .then(|| format!("refs/{}/{name}", if is_version { "tags" } else { "heads" }))
}

/// A hint, as a sentence, at the first valid entry that hardly means what it says.
pub fn lint(text: &str) -> Option<String> {
    const KNOWN: [(&str, &str, &str); 9] = [
        ("refs/head/", "branches", "refs/heads/"),
        ("refs/branch/", "branches", "refs/heads/"),
        ("refs/branches/", "branches", "refs/heads/"),
        ("refs/tag/", "tags", "refs/tags/"),
        ("refs/remote/", "copies of a server’s branches", "refs/remotes/"),
        ("refs/note/", "notes", "refs/notes/"),
        ("refs/pulls/", "pull requests", "refs/pull/"),
        ("refs/merge-request/", "merge requests", "refs/merge-requests/"),
        ("refs/change/", "changes", "refs/changes/"),
    ];
    parse_list(text).ok()?;
    entries(text).find_map(|entry| {
        let source = entry.trim_start_matches('+');
        if let Some(found) = placeholder(entry) {
            return Some(format!("“{found}” looks like a placeholder. Replace it with your own value."));
        }
        if let Some((wrong, what, right)) = KNOWN.into_iter().find(|(wrong, ..)| source.starts_with(wrong)) {
            return Some(format!("Git hosts have {what} under “{right}”, not under “{wrong}”."));
        }
        if let Some(sign) = entry.chars().next_back().filter(|c| "\"'`)]".contains(*c))
            && !entry.contains(['(', '['])
        {
            return Some(format!("“{sign}” at the end of “{entry}” is a character of the name. Remove it."));
        }
        if let Some(wide) = entry.chars().find(|c| matches!(c, '＊' | '／' | '＋')) {
            let sign = char::from_u32(u32::from(wide) - 0xFEE0).unwrap_or(wide);
            return Some(format!("“{wide}” is another character than “{sign}”. Write “{sign}”."));
        }
        if source.contains('|') {
            return Some("“|” is a character of the name. Separate refspecs with commas.".to_owned());
        }
        if source.starts_with("refs/for/") {
            return Some(
                "“refs/for/” only takes what is pushed. Gerrit has changes under “refs/changes/”.".to_owned(),
            );
        }
        let whole = ["refs/heads", "refs/tags", "refs/remotes", "refs/notes"];
        let name = source.split(':').next().unwrap_or_default();
        whole
            .contains(&name)
            .then(|| format!("“{name}” names no reference. For all of them, write “{name}/*”."))
    })
}

//! Names with wildcards, as shells and servers of builds have them.

use super::reading::{inner, is_plain, place};

// `release-*`: in Java, an asterisk repeats the character before it.
pub(super) fn glob(pattern: &str) -> Option<String> {
    let body = inner(pattern);
    if let Some(sentence) = versions(pattern, body).or_else(|| class(pattern)) {
        return Some(sentence);
    }
    let is_repeated = |text: &str| body.contains(text);
    if !is_plain(body, "*?+|()") || ["(?", ".*", ".+", ".?"].into_iter().any(is_repeated) {
        return None;
    }
    let start = pattern.len() - pattern.strip_prefix('^').unwrap_or(pattern).len();
    let is_sign = |c: char| !c.is_alphanumeric() && !".()|".contains(c);
    let found = body.char_indices().find(|(byte, c)| {
        let before = body[..*byte].chars().next_back();
        // `a*+` and `a??` are greedy or not.
        if before.is_some_and(|c| "*?+".contains(c)) || body[byte + c.len_utf8()..].starts_with(['?', '+']) {
            return false;
        }
        let rest = &body[byte + c.len_utf8()..];
        let at_end = rest.is_empty() || rest.starts_with(['|', ')']);
        match c {
            '*' if before == Some(')') => false,
            '*' => at_end || before.is_some_and(is_sign) || body[byte + 1..].starts_with(is_sign),
            '?' => before.is_some_and(is_sign) && at_end,
            _ => false,
        }
    });
    let (byte, sign) = found?;
    let before = body[..byte].chars().next_back()?;
    let instead: String = body
        .chars()
        .map(|c| match c {
            '*' => ".*".to_owned(),
            '?' => ".".to_owned(),
            '.' | '+' => format!("\\{c}"),
            _ => c.to_string(),
        })
        .collect();
    let what = if sign == '*' {
        format!("repeats the “{before}” before it, it does not stand for any text")
    } else {
        format!("makes the “{before}” before it optional, it does not stand for any character")
    };
    Some(format!("“{sign}” at character {} {what}. Write “{instead}”.", place(pattern, start + byte)))
}

// `v*.*.*` and `v?.?.?`: each number is any text or character.
fn versions(pattern: &str, body: &str) -> Option<String> {
    let byte = body.find("*.*").or_else(|| body.find("?.?"))?;
    let before = body[..byte].chars().next_back()?;
    if !is_plain(body, "*?") || !(before.is_alphanumeric() || "-_/".contains(before)) {
        return None;
    }
    // Where something repeats that can be one, it may be meant.
    if before.is_ascii_digit() && !body.ends_with("?.?") && !body.ends_with("*.*") {
        return None;
    }
    let sign = &body[byte..=byte];
    let instead = body.replace('.', "\\.").replace('*', ".*").replace('?', ".");
    let start = pattern.len() - pattern.strip_prefix('^').unwrap_or(pattern).len();
    let what = if sign == "*" {
        format!("repeats the “{before}” before it, it does not stand for any text")
    } else {
        format!("makes the “{before}” before it optional, it does not stand for any character")
    };
    Some(format!("“{sign}” at character {} {what}. Write “{instead}”.", place(pattern, start + byte)))
}

// `[!abc]*`
fn class(pattern: &str) -> Option<String> {
    let (byte, _) = pattern.match_indices("[!").next()?;
    let (inside, _) = pattern[byte + 2..].split_once(']')?;
    let is_set = !inside.is_empty() && inside.chars().all(|c| c.is_alphanumeric() || c == '-');
    is_set.then(|| {
        format!(
            "“!” in “[!{inside}]” at character {} is one of its characters. For none of the others, write “[^{inside}]”.",
            place(pattern, byte)
        )
    })
}

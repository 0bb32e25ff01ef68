//! One of several names, and none of them, as other languages write it.

use super::reading::{inner, is_escaped, is_in_class, is_plain, place};

pub(super) fn negation(pattern: &str) -> Option<String> {
    let start = pattern.strip_prefix('^').unwrap_or(pattern);
    if let Some(rest) = start.strip_prefix('!') {
        let rest = rest.trim_end_matches(['*', '$']).trim_end_matches('.');
        let parts: Vec<&str> =
            rest.split(['|', ',']).map(|part| part.trim().trim_start_matches('!')).collect();
        let joined = parts.join("|");
        let rest = in_parentheses(rest).unwrap_or(if rest.contains('!') { &joined } else { rest });
        if !rest.is_empty() && is_plain(rest, "()|") {
            return Some(format!(
                "“!” at the beginning is a character like any other. For all names that do not begin with “{rest}”, write \
                 “^(?!{rest}).*”."
            ));
        }
    }
    let byte = pattern.match_indices("(!").map(|(byte, _)| byte).find(|byte| !is_escaped(pattern, *byte))?;
    Some(format!(
        "“(!” at character {} matches an exclamation mark. For “not followed by”, write “(?!”.",
        place(pattern, byte)
    ))
}

// `v1 | v2`: the spaces are part of the names.
pub(super) fn spaced_bar(pattern: &str) -> Option<String> {
    let byte = pattern.find(" | ").or(pattern.find("| ")).or(pattern.find(" |"))?;
    let is_plain = is_plain(pattern, "|*^$") && !pattern.contains("||");
    is_plain.then(|| {
        let parts: Vec<&str> = pattern.split('|').map(unquoted).collect();
        format!(
            "The spaces beside “|” at character {} are part of the names. Write “{}”.",
            place(pattern, byte + usize::from(pattern[byte..].starts_with(' '))),
            parts.join("|")
        )
    })
}

// `v1 OR v2`.
pub(super) fn words(pattern: &str) -> Option<String> {
    if pattern.contains(" OR ") && is_plain(pattern, "*") {
        return Some(format!(
            "“OR” is text like any other. For one of several names, write “{}”.",
            pattern.replace(" OR ", "|")
        ));
    }
    if pattern.contains(" && ") && is_plain(pattern, "") {
        let parts = pattern.split(" && ").map(|part| format!("(?=.*{part})"));
        return Some(format!(
            "“&&” is text like any other. For names with all of them, write “{}.*”.",
            parts.collect::<String>()
        ));
    }
    let rest = inner(pattern).strip_prefix("NOT ").filter(|rest| is_plain(rest, "()|"))?;
    let rest = in_parentheses(rest).unwrap_or(rest);
    Some(format!(
        "“NOT” is text like any other. For all names that do not begin with “{rest}”, write “^(?!{rest}).*”."
    ))
}

// `v1,v2`.
pub(super) fn list(pattern: &str) -> Option<String> {
    let body = inner(pattern);
    let separator = [',', ';', '\n'].into_iter().find(|separator| body.contains(*separator));
    let separator = separator.or_else(|| are_versions(body).then_some(' '))?;
    if !is_plain(body, "*") {
        return None;
    }
    let parts: Vec<&str> = body.split(separator).map(unquoted).collect();
    let is_list =
        parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && !part.contains(char::is_whitespace));
    is_list.then(|| {
        let what = match separator {
            '\n' => "The line break is a character like any other.".to_owned(),
            ' ' => "The space is a character like any other.".to_owned(),
            separator => format!("“{separator}” is a character like any other."),
        };
        format!("{what} For one of several names, write “{}”.", parts.join("|"))
    })
}

// `v1.0 v1.1`
fn are_versions(text: &str) -> bool {
    let is_version = |word: &str| {
        let number = word.strip_prefix('v').unwrap_or(word);
        number.starts_with(|c: char| c.is_ascii_digit()) && number.contains('.')
    };
    text.contains(' ') && text.split(' ').all(is_version)
}

// `[release|hotfix]-.*`
pub(super) fn names_in_class(pattern: &str) -> Option<String> {
    pattern.match_indices('[').find_map(|(open, _)| {
        if is_escaped(pattern, open) || is_in_class(pattern, open) {
            return None;
        }
        let (class, _) = pattern[open + 1..].split_once(']')?;
        let separator = if class.contains('|') { '|' } else { ',' };
        let parts: Vec<&str> = class.split(separator).map(unquoted).collect();
        let is_name = |part: &&str| {
            part.len() > 1 && part.chars().all(|c| c.is_alphanumeric() || "._/".contains(c))
        };
        (parts.len() > 1 && parts.iter().all(is_name)).then(|| {
            format!(
                "“[{class}]” at character {} matches one of these characters. For one of several names, write “({})”.",
                place(pattern, open),
                parts.join("|")
            )
        })
    })
}

// `(release,hotfix)-.*`, `@(v1|v2)` of shells.
pub(super) fn names_in_group(pattern: &str) -> Option<String> {
    pattern.match_indices('(').find_map(|(open, _)| {
        let before = pattern[..open].chars().next_back();
        // The scopes in a title: `feat(api, ui)`.
        let is_scope = before.is_some_and(char::is_alphabetic) && !matches!(&pattern[..open], "v" | "^v");
        if is_escaped(pattern, open) || is_in_class(pattern, open) || is_scope {
            return None;
        }
        let (group, _) = pattern[open + 1..].split_once(')')?;
        if before == Some('@') && group.contains('|') && is_plain(group, "|") {
            return Some(format!(
                "“@” at character {} is a character like any other. For one of several names, write “({group})”.",
                place(pattern, open) - 1
            ));
        }
        let parts: Vec<&str> = group.split(',').map(unquoted).collect();
        let is_name = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "._/-".contains(c));
        (parts.len() > 1 && parts.iter().all(is_name)).then(|| {
            format!(
                "“,” in “({group})” at character {} is a character like any other. For one of several names, write “({})”.",
                place(pattern, open),
                parts.join("|")
            )
        })
    })
}

/// Without white space and quotes around it.
fn unquoted(part: &str) -> &str {
    let part = part.trim();
    let inner = ['"', '\''].into_iter().find_map(|quote| part.strip_prefix(quote)?.strip_suffix(quote));
    inner.unwrap_or(part)
}

/// What a single pair of parentheses around the whole has in it.
fn in_parentheses(text: &str) -> Option<&str> {
    text.strip_prefix('(')?.strip_suffix(')').filter(|inner| !inner.contains(['(', ')']))
}

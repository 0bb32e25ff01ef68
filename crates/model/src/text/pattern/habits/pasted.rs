//! What stands around a pattern where it is copied from, and what is no pattern.

use super::reading::{is_plain, place};

// `/…/i` of JavaScript, Perl and Ruby.
pub(super) fn delimiters(pattern: &str) -> Option<String> {
    // `m/…/` and `qr/…/` of Perl.
    let bare = ["qr/", "m/"].into_iter().find_map(|perl| pattern.strip_prefix(perl));
    let (body, flags) = bare.or_else(|| pattern.strip_prefix('/'))?.rsplit_once('/')?;
    let is_flags = flags.chars().all(|c| "gimsuxy".contains(c));
    (is_flags && !body.is_empty() && (!body.contains('/') || !flags.is_empty() || !is_plain(body, "."))).then(
        || {
            let instead = if flags.contains('i') { format!("(?i){body}") } else { body.to_owned() };
            format!("The slashes around the pattern are part of the name that it matches. Write “{instead}”.")
        },
    )
}

pub(super) fn quotes(pattern: &str) -> Option<String> {
    // Python's raw text.
    let pattern = match pattern.strip_prefix('r') {
        Some(text) if text.starts_with(['"', '\'']) => text,
        _ => pattern,
    };
    let quote = pattern.chars().next().filter(|c| "\"'`“‘".contains(*c))?;
    let end = match quote {
        '“' => '”',
        '‘' => '’',
        same => same,
    };
    let body = pattern.strip_prefix(quote)?.strip_suffix(end)?;
    (!body.is_empty() && !body.contains([quote, end])).then(|| {
        // As in the source of a program.
        let body = body.replace("\\\\", "\\");
        format!("The quotes around the pattern are part of the name that it matches. Write “{body}”.")
    })
}

// `Pattern.compile("v.*")`, `grep -E '^v'`.
pub(super) fn code(pattern: &str) -> Option<String> {
    const CALLS: [&str; 11] = [
        "Pattern.compile(",
        "re.compile(",
        "new RegExp(",
        "RegExp(",
        "regex(",
        "Regex(",
        "re.match(",
        "grep ",
        "git tag ",
        "git branch ",
        "git for-each-ref ",
    ];
    let call = CALLS.into_iter().find(|call| pattern.starts_with(call))?;
    let rest = &pattern[call.len()..];
    let quote = rest.find(['"', '\''])?;
    let sign = rest[quote..].chars().next()?;
    let (inner, _) = rest[quote + 1..].split_once(sign)?;
    // Git's own patterns are no regular expressions.
    let instead = if call.starts_with("git ") {
        inner.replace('.', "\\.").replace('*', ".*").replace('?', ".")
    } else {
        inner.replace("\\\\", "\\")
    };
    let call = call.trim_end();
    Some(format!("“{call}” is part of the name that this matches. Enter the pattern alone: “{instead}”."))
}

// `regex:^v`, `$CI_COMMIT_TAG =~ /^v/`.
pub(super) fn prefix(pattern: &str) -> Option<String> {
    const PREFIXES: [&str; 10] =
        ["regexp:", "regex:", "re:", "pattern:", "glob:", "=~", "!~", ":^", ":(", "- "];
    let (before, rest) = match pattern.split_once(" =~ ") {
        Some((before, rest)) if !before.contains(' ') => (format!("{before} =~"), rest),
        _ => {
            let found = PREFIXES.into_iter().find(|prefix| pattern.starts_with(prefix))?;
            // The sign behind the colon belongs to the pattern.
            let length = if found.starts_with(':') { 1 } else { found.len() };
            (pattern[..length].trim().to_owned(), &pattern[length..])
        }
    };
    // “re: …” before a title.
    if rest.is_empty() || (before.ends_with(':') && rest.starts_with(' ')) {
        return None;
    }
    let rest = rest.trim();
    let rest = rest.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).unwrap_or(rest);
    Some(format!("“{before}” is part of the name that this matches. Enter the pattern alone: “{rest}”."))
}

// `release%2F1`, `&lt;wip&gt;`.
pub(super) fn coded(pattern: &str) -> Option<String> {
    const CODES: [(&str, &str); 13] = [
        ("%2F", "/"),
        ("%2f", "/"),
        ("%5B", "\\["),
        ("%5D", "\\]"),
        ("%28", "\\("),
        ("%29", "\\)"),
        ("%23", "#"),
        ("%3A", ":"),
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ];
    let found = CODES.iter().filter_map(|(code, sign)| Some((pattern.find(code)?, code, sign)));
    let (byte, code, sign) = found.min_by_key(|(byte, ..)| *byte)?;
    let whose = if code.starts_with('%') { "Addresses" } else { "Web pages" };
    Some(format!(
        "{whose} write a sign as “{code}”, and names have the sign itself. Write “{sign}” at character {}.",
        place(pattern, byte)
    ))
}

// `>=1.0.0`
pub(super) fn versions(pattern: &str) -> Option<String> {
    let sign =
        [">=", "<=", "==", "~>", ">", "<", "~", "="].into_iter().find(|sign| pattern.starts_with(sign))?;
    let rest = pattern[sign.len()..].trim_start();
    let version = rest.strip_prefix('v').unwrap_or(rest);
    let is_version = version.starts_with(|c: char| c.is_ascii_digit()) && is_plain(rest, "");
    is_version.then(|| {
        format!(
            "“{sign}” is text like any other, because versions are not compared. Write a pattern of their names, for example \
             “v1\\.\\d+.*”."
        )
    })
}

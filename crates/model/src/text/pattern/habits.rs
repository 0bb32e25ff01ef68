//! Patterns that are valid and hardly meant: globs, text that looks like syntax, and the syntax of other languages.

mod glob;
mod literal;
mod pasted;
mod reading;
mod several;
mod signs;

use glob::glob;
use literal::{class_as_text, group_as_text};
use pasted::{code, coded, delimiters, prefix, quotes, versions};
use reading::{inner, is_escaped, is_in_class, is_plain, place};
use several::{list, names_in_class, names_in_group, negation, spaced_bar, words};
use signs::{control, early_end, no_group, other_class, placeholder, plus_signs, wide_signs};

/// Maximum length of a pattern that is looked at, in bytes.
const LONGEST: usize = 2_000;

type Rule = fn(&str) -> Option<String>;

/// What stands around a pattern or is coded in it, whatever reads it.
const AROUND: [Rule; 7] = [delimiters, quotes, code, prefix, unseen, coded, wide_signs];

/// A hint, as a sentence, if a valid pattern hardly means what it says. An invalid pattern gets none.
pub fn lint(pattern: &str) -> Option<String> {
    if pattern.len() > LONGEST {
        return None;
    }
    super::check(pattern).ok()?;
    let rules: &[Rule] = &[
        references,
        negation,
        placeholder,
        glob,
        sql,
        versions,
        list,
        spaced_bar,
        words,
        names_in_class,
        names_in_group,
        class_as_text,
        group_as_text,
        empty_alternative,
        doubled_backslash,
        other_syntax,
        other_class,
        control,
        no_group,
        early_end,
        plus_signs,
    ];
    AROUND.iter().chain(rules).find_map(|rule| rule(pattern))
}

/// The same for a pattern of RE2 that finds keys of issues, as far as it holds for these.
pub(super) fn lint_re2(pattern: &str) -> Option<String> {
    let rules: &[Rule] = &[list, empty_alternative, doubled_backslash];
    AROUND.iter().chain(rules).find_map(|rule| rule(pattern))
}

fn references(pattern: &str) -> Option<String> {
    let start = inner(pattern).trim_start_matches('(');
    let known = [
        "refs/tags/",
        "refs/heads/",
        "refs/remotes/origin/",
        "refs/remotes/",
        "refs/",
        "remotes/origin/",
        "remotes/",
        "origin/",
        "heads/",
    ];
    let prefix = known.into_iter().find(|prefix| start.starts_with(prefix))?;
    Some(format!("Names have no “{prefix}” before them here. Remove it from the pattern."))
}

// Copied from a web page or a chat.
fn unseen(pattern: &str) -> Option<String> {
    crate::text::invisible::find_stray(pattern).or_else(|| {
        let at = pattern.chars().position(|c| c == '\u{A0}')?;
        Some(format!("The space at position {} is a no-break space. Write an ordinary one.", at + 1))
    })
}

// `release-%`.
fn sql(pattern: &str) -> Option<String> {
    let body = inner(pattern);
    let is_at_end = body.len() > 1 && (body.starts_with('%') || body.ends_with('%'));
    (is_at_end && is_plain(body, "")).then(|| {
        format!("“%” is a character like any other. For any text, write “.*”: “{}”.", body.replace('%', ".*"))
    })
}

// `a||b`: nothing matches every name.
fn empty_alternative(pattern: &str) -> Option<String> {
    let unescaped = |text: &str| {
        let found = pattern.match_indices(text).map(|(byte, _)| byte);
        found.filter(|byte| !is_escaped(pattern, *byte) && !is_in_class(pattern, *byte)).collect::<Vec<_>>()
    };
    if let Some(byte) = unescaped("||").first() {
        return Some(format!(
            "“||” at character {} has nothing between its bars, and nothing is found in every name. For “or”, write “|”.",
            place(pattern, *byte)
        ));
    }
    let bars = unescaped("|");
    let at_end = bars.iter().find(|byte| **byte == 0 || **byte + 1 == pattern.len())?;
    Some(format!(
        "“|” at character {} has nothing beside it, and nothing is found in every name. Remove it.",
        place(pattern, *at_end)
    ))
}

// `\\d`, as it is written in the source of a Java program.
fn doubled_backslash(pattern: &str) -> Option<String> {
    let (byte, _) = pattern.match_indices("\\\\").find(|(byte, _)| {
        !is_escaped(pattern, *byte)
            && !is_in_class(pattern, *byte)
            && pattern[byte + 2..].starts_with(|c: char| "dDwWsSbB.[](){}|+*?/-^$".contains(c))
    })?;
    let next = pattern[byte + 2..].chars().next()?;
    Some(format!(
        "“\\\\” at character {} matches a backslash, which no name has. Write “\\{next}” with one backslash.",
        place(pattern, byte)
    ))
}

// POSIX, grep and vim.
fn other_syntax(pattern: &str) -> Option<String> {
    const POSIX: [(&str, &str); 14] = [
        ("[:xdigit:]", "\\p{XDigit}"),
        ("[:blank:]", "\\p{Blank}"),
        ("[:cntrl:]", "\\p{Cntrl}"),
        ("[:graph:]", "\\p{Graph}"),
        ("[:print:]", "\\p{Print}"),
        ("[:ascii:]", "\\p{ASCII}"),
        ("[:alpha:]", "\\p{Alpha}"),
        ("[:digit:]", "\\d"),
        ("[:alnum:]", "\\p{Alnum}"),
        ("[:space:]", "\\s"),
        ("[:upper:]", "\\p{Upper}"),
        ("[:lower:]", "\\p{Lower}"),
        ("[:punct:]", "\\p{Punct}"),
        ("[:word:]", "\\w"),
    ];
    if let Some((name, byte, instead)) =
        POSIX.iter().find_map(|(name, instead)| pattern.find(name).map(|byte| (name, byte, instead)))
    {
        return Some(format!(
            "“{name}” at character {} matches one of the characters in it. In Java, write “{instead}”.",
            place(pattern, byte)
        ));
    }
    let (byte, sign) = pattern
        .match_indices("\\<")
        .chain(pattern.match_indices("\\>"))
        .find(|(byte, _)| !is_escaped(pattern, *byte))?;
    Some(format!(
        "“{sign}” at character {} matches “{}”. For the edge of a word, write “\\b”.",
        place(pattern, byte),
        &sign[1..]
    ))
}

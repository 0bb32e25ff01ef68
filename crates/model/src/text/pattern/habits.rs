//! Patterns that are valid and hardly meant: globs, text that looks like syntax, and the syntax of other languages.

mod literal;
mod reading;

use literal::{class_as_text, group_as_text};
use reading::{inner, is_escaped, is_in_class, is_plain, place};

/// Maximum length of a pattern that is looked at, in bytes.
const LONGEST: usize = 2_000;

/// A hint, as a sentence, if a valid pattern hardly means what it says. An invalid pattern gets none.
pub fn lint(pattern: &str) -> Option<String> {
    if pattern.len() > LONGEST {
        return None;
    }
    super::check(pattern).ok()?;
    let rules: &[fn(&str) -> Option<String>] = &[
        delimiters,
        quotes,
        unseen,
        references,
        negation,
        glob,
        sql,
        list,
        spaced_bar,
        words,
        class_as_text,
        group_as_text,
        empty_alternative,
        doubled_backslash,
        other_syntax,
    ];
    rules.iter().find_map(|rule| rule(pattern))
}

// `/…/i` of JavaScript, Perl and Ruby.
fn delimiters(pattern: &str) -> Option<String> {
    let (body, flags) = pattern.strip_prefix('/')?.rsplit_once('/')?;
    let is_flags = flags.chars().all(|c| "gimsuxy".contains(c));
    (is_flags && !body.is_empty() && (!body.contains('/') || !flags.is_empty() || !is_plain(body, "."))).then(
        || {
            let instead = if flags.contains('i') { format!("(?i){body}") } else { body.to_owned() };
            format!("Java reads the slashes around the pattern as part of the name. Write “{instead}”.")
        },
    )
}

fn quotes(pattern: &str) -> Option<String> {
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
        format!("The quotes around the pattern are part of the name that it matches. Write “{body}”.")
    })
}

fn references(pattern: &str) -> Option<String> {
    let start = inner(pattern).trim_start_matches('(');
    let known = ["refs/tags/", "refs/heads/", "refs/remotes/origin/", "refs/remotes/", "refs/"];
    let prefix = known.into_iter().find(|prefix| start.starts_with(prefix))?;
    Some(format!("Names have no “{prefix}” before them here. Remove it from the pattern."))
}

fn negation(pattern: &str) -> Option<String> {
    let start = pattern.strip_prefix('^').unwrap_or(pattern);
    if let Some(rest) = start.strip_prefix('!') {
        let rest = rest.trim_end_matches(['*', '$']).trim_end_matches('.');
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

// `release-*`: in Java, an asterisk repeats the character before it.
fn glob(pattern: &str) -> Option<String> {
    let body = inner(pattern);
    if !is_plain(body, "*?+") || body.contains(".*") || body.contains(".+") || body.contains(".?") {
        return None;
    }
    let start = pattern.len() - pattern.strip_prefix('^').unwrap_or(pattern).len();
    let is_sign = |c: char| !c.is_alphanumeric() && c != '.';
    let found = body.char_indices().find(|(byte, c)| {
        let before = body[..*byte].chars().next_back();
        // `a*+` and `a??` are greedy or not.
        if before.is_some_and(|c| "*?+".contains(c)) || body[byte + c.len_utf8()..].starts_with(['?', '+']) {
            return false;
        }
        let at_end = byte + 1 == body.len();
        match c {
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

// Copied from a web page or a chat.
fn unseen(pattern: &str) -> Option<String> {
    crate::text::invisible::find_stray(pattern).or_else(|| {
        let at = pattern.chars().position(|c| c == '\u{A0}')?;
        Some(format!("The space at position {} is a no-break space. Write an ordinary one.", at + 1))
    })
}

// `v1 | v2`: the spaces are part of the names.
fn spaced_bar(pattern: &str) -> Option<String> {
    let byte = pattern.find(" | ").or(pattern.find("| ")).or(pattern.find(" |"))?;
    let is_plain = is_plain(pattern, "|*^$") && !pattern.contains("||");
    is_plain.then(|| {
        let parts: Vec<&str> = pattern.split('|').map(str::trim).collect();
        format!(
            "The spaces beside “|” at character {} are part of the names. Write “{}”.",
            place(pattern, byte + usize::from(pattern[byte..].starts_with(' '))),
            parts.join("|")
        )
    })
}

// `v1 OR v2`.
fn words(pattern: &str) -> Option<String> {
    if pattern.contains(" OR ") && is_plain(pattern, "*") {
        return Some(format!(
            "“OR” is text like any other. For one of several names, write “{}”.",
            pattern.replace(" OR ", "|")
        ));
    }
    let rest = inner(pattern).strip_prefix("NOT ").filter(|rest| is_plain(rest, ""))?;
    Some(format!(
        "“NOT” is text like any other. For all names that do not begin with “{rest}”, write “^(?!{rest}).*”."
    ))
}

// `release-%`.
fn sql(pattern: &str) -> Option<String> {
    let body = inner(pattern);
    let is_at_end = body.len() > 1 && (body.starts_with('%') || body.ends_with('%'));
    (is_at_end && is_plain(body, "")).then(|| {
        format!("“%” is a character like any other. For any text, write “.*”: “{}”.", body.replace('%', ".*"))
    })
}

// `v1,v2`.
fn list(pattern: &str) -> Option<String> {
    let body = inner(pattern);
    let separator = [',', ';'].into_iter().find(|separator| body.contains(*separator))?;
    if !is_plain(body, "*") {
        return None;
    }
    let parts: Vec<&str> = body.split(separator).map(str::trim).collect();
    let is_list =
        parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && !part.contains(char::is_whitespace));
    is_list.then(|| {
        format!(
            "“{separator}” is a character like any other. For one of several names, write “{}”.",
            parts.join("|")
        )
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
    const POSIX: [(&str, &str); 8] = [
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

//! Signs that mean something else than they seem to.

use super::reading::{is_escaped, is_in_class, place};

/// The places of a text outside of classes, where no backslash is before it.
fn places<'a>(pattern: &'a str, text: &'a str) -> impl Iterator<Item = usize> + 'a {
    let found = pattern.match_indices(text).map(|(byte, _)| byte);
    found.filter(move |byte| !is_escaped(pattern, *byte) && !is_in_class(pattern, *byte))
}

// `\feature`, `refs\tags`: an escape for a character that no name has.
pub(super) fn control(pattern: &str) -> Option<String> {
    let found = ['f', 't', 'r', 'n', 'v', 'a', 'e'].into_iter().filter_map(|letter| {
        let escape = format!("\\{letter}");
        let is_word = |byte: &usize| {
            let rest = &pattern[byte + 2..];
            rest.bytes().take_while(u8::is_ascii_lowercase).count() >= 2
                || rest.starts_with(|c: char| c.is_ascii_digit())
        };
        Some((places(pattern, &escape).find(is_word)?, letter))
    });
    let (byte, letter) = found.min()?;
    Some(format!(
        "“\\{letter}” at character {} matches a control character, which no name has. For the letter, write “{letter}”. Between \
         the parts of a name, write “/”.",
        place(pattern, byte)
    ))
}

// `release\1.0`
pub(super) fn no_group(pattern: &str) -> Option<String> {
    let groups = places(pattern, "(").filter(|byte| {
        let rest = &pattern[byte + 1..];
        !rest.starts_with('?')
            || (rest.starts_with("?<") && !rest.starts_with("?<=") && !rest.starts_with("?<!"))
    });
    let groups = groups.count();
    let (byte, number) = (1..=9_usize)
        .filter(|number| *number > groups)
        .filter_map(|number| Some((places(pattern, &format!("\\{number}")).next()?, number)))
        .min()?;
    Some(format!(
        "“\\{number}” at character {} refers to group {number}, which the pattern does not have. For the digit, write “{number}”.",
        place(pattern, byte)
    ))
}

// `v$1`, `v1^`
pub(super) fn early_end(pattern: &str) -> Option<String> {
    if pattern.contains("(?") {
        return None;
    }
    let is_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "-_/.".contains(c));
    if let Some(byte) = places(pattern, "$").find(|byte| is_name(pattern[byte + 1..].chars().next())) {
        return Some(format!(
            "“$” at character {} is the end of the name, so what follows is never found. For the character itself, write “\\$”.",
            place(pattern, byte)
        ));
    }
    let byte = places(pattern, "^").find(|byte| is_name(pattern[..*byte].chars().next_back()))?;
    Some(format!(
        "“^” at character {} is the beginning of the name, so what stands before it is never found. For the character itself, \
         write “\\^”.",
        place(pattern, byte)
    ))
}

// `v<version>`, `vX.Y.Z`, `v%d.%d`, `$VERSION`
pub(super) fn placeholder(pattern: &str) -> Option<String> {
    const WORDS: [&str; 14] = [
        "version", "name", "branch", "tag", "number", "project", "key", "major", "minor", "patch", "date",
        "id", "ticket", "issue",
    ];
    let known = |name: &str| WORDS.iter().any(|word| name.eq_ignore_ascii_case(word));
    let say =
        |found: &str, instead: &str| Some(format!("“{found}” looks like a placeholder. For any {instead}."));
    const TEXT: &str = "text, write “.*”";
    const NUMBER: &str = "number, write “\\d+”";
    if let Some((_, rest)) = pattern.split_once('<')
        && let Some((name, _)) = rest.split_once('>')
        && known(name)
        && !pattern.contains("(?<")
    {
        return say(&format!("<{name}>"), TEXT);
    }
    for (found, instead) in [
        ("X.Y.Z", "version, write “\\d+\\.\\d+\\.\\d+”"),
        ("x.y.z", "version, write “\\d+\\.\\d+\\.\\d+”"),
        ("YYYY", "year, write “\\d{4}”"),
        ("%d.", NUMBER),
        ("#.#", NUMBER),
    ] {
        if pattern.contains(found) {
            return say(found.trim_end_matches('.'), instead);
        }
    }
    if pattern.ends_with("%s") || pattern.ends_with("%d") {
        let found = &pattern[pattern.len() - 2..];
        return say(found, if found == "%d" { NUMBER } else { TEXT });
    }
    let is_variable = |c: char| c.is_ascii_uppercase() || c == '_';
    let variable = |begin: &'static str| {
        let byte = places(pattern, begin).next()?;
        let rest = &pattern[byte + 1..];
        let end = rest.find(|c: char| !is_variable(c)).unwrap_or(rest.len());
        (end > 2).then(|| (&rest[..end], &rest[end..]))
    };
    if let Some((name, _)) = variable("$") {
        return say(&format!("${name}"), TEXT);
    }
    match variable("%") {
        Some((name, rest)) if rest.starts_with('%') => say(&format!("%{name}%"), TEXT),
        _ => None,
    }
}

// `v%d+` of Lua, `v\d\+` and `\(v1\|v2\)` of grep.
pub(super) fn other_class(pattern: &str) -> Option<String> {
    for (found, instead) in [("%d+", "\\d+"), ("%d*", "\\d*"), ("%w+", "\\w+"), ("%a+", "[a-z]+")] {
        if let Some(byte) = pattern.find(found) {
            return Some(format!(
                "“{found}” at character {} is text. Write “{instead}”.",
                place(pattern, byte)
            ));
        }
    }
    if let Some(open) = pattern.find("\\(")
        && let Some((group, _)) = pattern[open + 2..].split_once("\\)")
        && group.contains("\\|")
    {
        let instead = group.replace("\\|", "|");
        return Some(format!(
            "“\\(” at character {} and the signs after it match themselves. For one of several, write “({instead})”.",
            place(pattern, open)
        ));
    }
    if let Some((byte, _)) = pattern.match_indices("\\{").find(|(byte, _)| {
        let rest = &pattern[byte + 2..];
        rest.split_once("\\}").is_some_and(|(count, _)| {
            !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit() || b == b',')
        })
    }) {
        return Some(format!(
            "“\\{{” at character {} matches a brace. For a count, write “{{” and “}}” without backslashes.",
            place(pattern, byte)
        ));
    }
    let byte = ["\\d\\+", "\\w\\+", "]\\+"]
        .into_iter()
        .find_map(|text| Some(pattern.find(text)? + text.len() - 2))
        // What is built, behind a version.
        .filter(|byte| !pattern[byte + 2..].starts_with(char::is_alphabetic))?;
    Some(format!(
        "“\\+” at character {} matches a plus sign. To repeat what stands before it, write “+”.",
        place(pattern, byte)
    ))
}

// `C++ .*`
pub(super) fn plus_signs(pattern: &str) -> Option<String> {
    let byte = places(pattern, "++").find(|byte| {
        let before: Vec<char> = pattern[..*byte].chars().rev().take(2).collect();
        let is_word = before.first().is_some_and(|c| matches!(c, 'C' | 'c' | 'g'))
            && before.get(1).is_none_or(|c| !c.is_alphanumeric() && *c != '\\');
        is_word && pattern[byte + 2..].chars().next().is_none_or(|c| " :-_./".contains(c))
    })?;
    let letter = pattern[..byte].chars().next_back()?;
    Some(format!(
        "“++” at character {} repeats the “{letter}”. For the text itself, write “{letter}\\+\\+”.",
        place(pattern, byte)
    ))
}

// Signs of East Asian keyboards, and dashes of word processors.
pub(super) fn wide_signs(pattern: &str) -> Option<String> {
    let is_one_word = !pattern.contains(' ');
    let (at, c) = pattern.chars().enumerate().find(|(_, c)| {
        matches!(c, '｜' | '＊' | '＋' | '＾' | '＄' | '＼' | '．')
            || (is_one_word && matches!(c, '–' | '—' | '‑'))
    })?;
    let sign = if c > '\u{FF00}' { char::from_u32(u32::from(c) - 0xFEE0)? } else { '-' };
    Some(format!("“{c}” at character {} is another character than “{sign}”. Write “{sign}”.", at + 1))
}

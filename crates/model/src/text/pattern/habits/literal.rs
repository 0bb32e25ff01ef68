//! Brackets and parentheses that are meant as text.

use super::reading::{is_escaped, place};

/// Words that stand in brackets before a title.
const TITLE_WORDS: [&str; 6] = ["wip", "bot", "draft", "skip", "ci", "rfc"];

/// `[Snyk] .*`: a class matches one character.
pub(super) fn class_as_text(pattern: &str) -> Option<String> {
    for (open, _) in pattern.match_indices('[') {
        let before = pattern[..open].chars().next_back();
        if is_escaped(pattern, open) || before.is_some_and(|c| !" ^(|".contains(c)) {
            continue;
        }
        let rest = &pattern[open + 1..];
        let Some(close) = rest.find(']') else { continue };
        let (text, after) = (&rest[..close], &rest[close + 1..]);
        if let Some(text) = text.strip_prefix('^')
            && is_word(text)
        {
            return Some(format!(
                "“[^{text}]” at character {} matches one character that is none of these. For names that do not begin with \
                 “{text}”, write “^(?!{text}).*”.",
                place(pattern, open)
            ));
        }
        let words = text.chars().filter(|c| c.is_alphanumeric()).count() >= 3
            && text.chars().all(|c| c.is_alphanumeric() || " -_".contains(c));
        let is_title = words && [" ", ":", "\\s"].iter().any(|next| after.starts_with(next));
        let is_known = TITLE_WORDS.iter().any(|word| text.eq_ignore_ascii_case(word));
        let is_alone = after.is_empty() || after.starts_with('.') || after.starts_with('$');
        let is_glob = is_known && after.starts_with('*');
        if is_title || is_glob || (is_alone && (is_known || is_word(text))) {
            return Some(format!(
                "“[{text}]” at character {} matches one of these characters. For the text itself, write “\\[{text}\\]”.",
                place(pattern, open)
            ));
        }
    }
    None
}

// Letters that are no set of letters: a vowel, a consonant, and no order.
fn is_word(text: &str) -> bool {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    let vowels = letters.iter().filter(|c| "aeiouy".contains(**c)).count();
    letters.len() >= 4
        && letters.iter().all(char::is_ascii_lowercase)
        && (1..letters.len()).contains(&vowels)
        && !letters.is_sorted()
}

/// `chore(deps)`: the parentheses match nothing themselves.
pub(super) fn group_as_text(pattern: &str) -> Option<String> {
    for (open, _) in pattern.match_indices('(') {
        let before = pattern[..open].chars().next_back();
        if is_escaped(pattern, open) || !before.is_some_and(|c| c.is_alphanumeric() || c == ' ') {
            continue;
        }
        let escape = pattern[..open].chars().rev().nth(1) == Some('\\');
        let rest = &pattern[open + 1..];
        let Some(close) = rest.find(')') else { continue };
        let (text, after) = (&rest[..close], &rest[close + 1..]);
        let is_text = !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || " -_/#".contains(c));
        let is_repeated = after.starts_with(['*', '+', '?', '{']);
        let is_used = pattern.contains("\\1");
        if is_text && !is_repeated && !is_used && !escape {
            return Some(format!(
                "“({text})” at character {} matches “{text}” without the parentheses. For the parentheses too, write “\\({text}\\)”.",
                place(pattern, open)
            ));
        }
    }
    None
}

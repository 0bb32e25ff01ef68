//! Hints for valid expressions that may not mean what they seem to mean.

use super::fields::is_sometimes_null;
use super::habits::literal;
use super::meaning;
use super::samples::HostShape;
use super::scan::{Token, Word};

/// The hint for the first ambiguous part.
pub(super) fn lint(tokens: &[Token<'_>]) -> Option<String> {
    no_filter(tokens)
        .or_else(|| two_filters(tokens))
        .or_else(|| {
            (0..tokens.len()).find_map(|index| match tokens[index].kind {
                Word::Not => ambiguous_not(tokens, index),
                Word::Pipe => single_pipe(tokens, index),
                Word::Quoted => quoted_text(tokens, index),
                Word::Name => bare_literal(tokens, index)
                    .or_else(|| null_argument(tokens, index))
                    .or_else(|| turned_round(tokens, index))
                    .or_else(|| bare_text(tokens, index)),
                Word::Comparator => meaning::chained(tokens, index).or_else(|| ordered_text(tokens, index)),
                Word::Literal => text_of_literal(tokens, index)
                    .or_else(|| meaning::always_true(tokens, index))
                    .or_else(|| meaning::other_value(tokens, index))
                    .or_else(|| wildcard(tokens, index))
                    .or_else(|| meaning::regex_in_text(tokens, index)),
                Word::Open => meaning::within_each(tokens, index)
                    .or_else(|| meaning::list_of_texts(tokens, index))
                    .or_else(|| no_question_mark(tokens, index)),
                Word::Number | Word::Close | Word::Flatten => None,
                Word::Logic | Word::Comma | Word::Sign => None,
            })
        })
        .or_else(|| meaning::no_filter_at_all(tokens))
}

// A condition alone gives true or false for the whole list.
fn no_filter(tokens: &[Token<'_>]) -> Option<String> {
    if tokens.iter().any(|token| token.text == "[?" || token.text == "|") {
        return None;
    }
    let (first, second) = (tokens.first()?, tokens.get(1)?);
    let is_test = second.text == "(" && matches!(first.text, "contains" | "starts_with" | "ends_with");
    let is_condition = beside(tokens.iter(), 1).any(|token| token.kind == Word::Comparator)
        || (first.kind == Word::Not && second.kind != Word::Close);
    (is_test || is_condition).then(|| {
        "This is a condition and no filter: it gives one result for the whole list. Put it in [?…], for example \
         [?contains(name, 'git')]."
            .to_owned()
    })
}

// `[?a] && [?b]` is one of the two lists.
fn two_filters(tokens: &[Token<'_>]) -> Option<String> {
    let mut depth = 0;
    let mut is_filter = false;
    for token in tokens {
        is_filter |= depth == 0 && token.text == "[?";
        depth += level(token);
        if depth == 0 && token.kind == Word::Pipe {
            is_filter = false;
        }
        if depth == 0 && is_filter && token.kind == Word::Logic {
            let (text, at) = (token.text, token.at);
            return Some(format!(
                "“{text}” at character {at} stands between lists, so the result is only one of them. Put all conditions in one [?…]."
            ));
        }
    }
    None
}

// `[name == 'git']` is a list of one value.
fn no_question_mark(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let at = tokens[index].at;
    let is_value = index
        .checked_sub(1)
        .is_some_and(|before| tokens[before].kind != Word::Pipe && !tokens[before].ends_value());
    let compares = beside(tokens[index + 1..].iter(), 1).any(|token| token.kind == Word::Comparator);
    let is_test = tokens.get(index + 1..index + 3).is_some_and(|next| {
        next[1].text == "(" && matches!(next[0].text, "contains" | "starts_with" | "ends_with" | "!")
            || next[0].text == "!"
    });
    (tokens[index].text == "[" && !is_value && (compares || is_test))
        .then(|| format!("“[” at character {at} begins a list of values. For a filter, write “[?”."))
}

// `[?visibility == private]`: a word that no host's list has as a field.
fn bare_text(tokens: &[Token<'_>], index: usize) -> Option<String> {
    const SHAPES: [HostShape; 5] =
        [HostShape::Github, HostShape::Gitlab, HostShape::Microsoft, HostShape::Folder, HostShape::Gerrit];
    let Token { text, at, .. } = tokens[index];
    let before = |count: usize| index.checked_sub(count).map(|at| tokens[at]);
    let sign = before(1)?;
    let is_compared = matches!(sign.text, "==" | "!=")
        && before(2).is_some_and(|left| left.kind == Word::Name)
        && tokens.get(index + 1).is_none_or(|next| matches!(next.kind, Word::Close | Word::Logic));
    let is_argument = sign.kind == Word::Comma
        && before(4).is_some_and(|name| matches!(name.text, "contains" | "starts_with" | "ends_with"))
        && tokens.get(index + 1).is_some_and(|next| next.text == ")");
    let is_field = || SHAPES.iter().any(|shape| shape.sample_json().contains(&format!("\"{text}\":")));
    // One letter stands for anything, in examples.
    (text.len() > 1 && (is_compared || is_argument) && !is_field()).then(|| {
        format!(
            "“{text}” at character {at} is the name of a field. For text, write '{text}' in single quotes."
        )
    })
}

// `contains('git', name)` looks for the name in the text.
fn turned_round(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text: function, at, .. } = tokens[index];
    let [open, text, comma, field, close] = tokens.get(index + 1..index + 6)? else { return None };
    let is_text = text.kind == Word::Literal && text.text.starts_with('\'');
    let is_call = open.text == "(" && comma.kind == Word::Comma && close.text == ")";
    let is_one = matches!(function, "contains" | "starts_with" | "ends_with");
    (is_one && is_call && is_text && field.kind == Word::Name).then(|| {
        let (text, field) = (text.text, field.text);
        format!(
            "“{function}” at character {at} looks for “{field}” in {text}. To look for {text} in it, write {function}({field}, {text})."
        )
    })
}

fn bare_literal(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    let value = literal(text)?;
    let before = index.checked_sub(1).map_or("", |before| tokens[before].text);
    let after = tokens.get(index + 1).map_or("", |after| after.text);
    (before != "." && !matches!(after, "." | "(" | ":")).then(|| {
        format!(
            "“{text}” at character {at} is the name of a field. For the value, write {value} in backquotes."
        )
    })
}

// “'true'” is not the value that hosts send.
fn text_of_literal(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    let inner = text.strip_prefix("`\"").and_then(|text| text.strip_suffix("\"`"));
    let value = literal(inner.or_else(|| text.strip_prefix('\'')?.strip_suffix('\''))?)?;
    let compared = |beside: Option<&Token<'_>>| beside.is_some_and(|token| matches!(token.text, "==" | "!="));
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    (compared(before) || compared(tokens.get(index + 1))).then(|| {
        format!("{text} at character {at} is text and never equals the value. Write {value} in backquotes.")
    })
}

// Only numbers have an order: with text the result is null, which drops everything.
fn ordered_text(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    if matches!(text, "==" | "!=") {
        return None;
    }
    let is_text = |beside: Option<&Token<'_>>| {
        beside.is_some_and(|token| {
            token.kind == Word::Literal && (token.text.starts_with('\'') || token.text.starts_with("`\""))
        })
    };
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    (is_text(before) || is_text(tokens.get(index + 1))).then(|| {
        format!(
            "“{text}” at character {at} compares only numbers, so this keeps nothing. Text such as a date can be compared with \
             “==” or starts_with, for example starts_with(pushed_at, '2026-'). Put a number in backquotes."
        )
    })
}

// “*” and “%” stand for themselves.
fn wildcard(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text, at, .. } = tokens[index];
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let before = index.checked_sub(1).map(|before| tokens[before])?;
    let argument = before.kind == Word::Comma && tokens.get(index + 1).is_some_and(|token| token.text == ")");
    if !argument && !matches!(before.text, "==" | "!=") {
        return None;
    }
    let sign = if inner.contains('*') {
        '*'
    } else if inner.len() > 1 && (inner.starts_with('%') || inner.ends_with('%')) {
        '%'
    } else {
        return None;
    };
    Some(format!(
        "“{sign}” in {text} at character {at} stands for itself, not for any text. Use contains, starts_with or ends_with without it."
    ))
}

// These functions fail for the whole list when one repository has no value.
fn null_argument(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let Token { text: function, at, .. } = tokens[index];
    if !matches!(function, "contains" | "starts_with" | "ends_with") || tokens.get(index + 1)?.text != "(" {
        return None;
    }
    let field =
        tokens.get(index + 2).filter(|field| field.kind == Word::Name && is_sometimes_null(field.text))?;
    let is_whole = tokens.get(index + 3)?.kind == Word::Comma;
    let is_guarded = tokens[..index].iter().any(|token| token.text == field.text);
    (is_whole && !is_guarded).then(|| {
        let field = field.text;
        format!(
            "“{field}” has no value in some repositories, and “{function}” at character {at} then fails for all of them. \
             Write {field} && {function}({field}, …)."
        )
    })
}

// Published JMESPath grammars for Java give "!" a lower precedence than "&&", "||" and comparisons, the specification a
// higher one. The vendor's examples always use "(!…)".
fn ambiguous_not(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let after = beside(tokens[index + 1..].iter(), 1);
    let before = beside(tokens[..index].iter().rev(), -1);
    let ambiguous = after.clone().any(|token| matches!(token.kind, Word::Logic | Word::Comparator))
        || before.clone().any(|token| token.kind == Word::Logic);
    ambiguous.then(|| {
        let at = tokens[index].at;
        format!(
            "Servers interpret the “!” at character {at} differently. Put it and the part that it negates in parentheses: (!…)."
        )
    })
}

// Inside a filter, "a | b" applies b to the result of a. Without "@" on the right side, that is hardly intended.
fn single_pipe(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let mut depth = 0;
    let outer = tokens[..index].iter().rev().find(|token| {
        depth += level(token);
        depth > 0
    })?;
    let uses_result = beside_and_within(tokens[index + 1..].iter()).any(|token| token.text == "@");
    (outer.text == "[?" && !uses_result).then(|| {
        let at = tokens[index].at;
        format!("A single “|” at character {at} does not mean “or”. It passes its left side on to its right side. For “or”, write “||”.")
    })
}

// Double quotes contain a field name. In a comparison, or as the last argument of a function, text is more likely.
fn quoted_text(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let before = index.checked_sub(1).map(|before| tokens[before])?;
    let compared = before.kind == Word::Comparator;
    let argument = before.kind == Word::Comma && tokens.get(index + 1).is_some_and(|token| token.text == ")");
    (compared || argument).then(|| {
        let Token { text, at, .. } = tokens[index];
        let inner = text.trim_matches('"');
        let is_number = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(value) =
            literal(inner).map(str::to_owned).or_else(|| is_number.then(|| format!("`{inner}`")))
        {
            return format!(
                "{text} at character {at} is a field name. For the value, write {value} in backquotes."
            );
        }
        format!("{text} at character {at} is a field name. For text, write '{inner}' in single quotes.")
    })
}

fn level(token: &Token<'_>) -> i32 {
    match token.kind {
        Word::Open => 1,
        Word::Close => -1,
        _ => 0,
    }
}

// The tokens on the same level, up to the bracket, comma or pipe that ends it.
fn beside<'a>(
    tokens: impl Iterator<Item = &'a Token<'a>> + Clone,
    direction: i32,
) -> impl Iterator<Item = &'a Token<'a>> + Clone {
    let mut depth = 0;
    tokens
        .map_while(move |token| {
            let inside = depth > 0;
            depth += direction * level(token);
            let ends = depth < 0 || (depth == 0 && matches!(token.kind, Word::Comma | Word::Pipe));
            (!ends).then_some((token, inside))
        })
        .filter_map(|(token, inside)| (!inside).then_some(token))
}

fn beside_and_within<'a>(tokens: impl Iterator<Item = &'a Token<'a>>) -> impl Iterator<Item = &'a Token<'a>> {
    let mut depth = 0;
    tokens.take_while(move |token| {
        depth += level(token);
        depth >= 0
    })
}

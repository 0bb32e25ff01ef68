//! Hints at expressions that are valid and yet may not mean what they say.

use super::scan::{Token, Word};

/// The first thing that a reader and a server may understand differently.
pub(super) fn lint(tokens: &[Token<'_>]) -> Option<String> {
    (0..tokens.len()).find_map(|index| match tokens[index].kind {
        Word::Not => ambiguous_not(tokens, index),
        Word::Pipe => single_pipe(tokens, index),
        Word::Quoted => quoted_text(tokens, index),
        Word::Name | Word::Literal | Word::Number | Word::Open | Word::Close | Word::Flatten => None,
        Word::Logic | Word::Comparator | Word::Comma | Word::Sign => None,
    })
}

// Published JMESPath grammars for Java rank "!" below "&&", "||" and comparisons, the specification above them.
// The vendor's examples always write "(!…)".
fn ambiguous_not(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let after = beside(tokens[index + 1..].iter(), 1);
    let before = beside(tokens[..index].iter().rev(), -1);
    let ambiguous = after.clone().any(|token| matches!(token.kind, Word::Logic | Word::Comparator))
        || before.clone().any(|token| token.kind == Word::Logic);
    ambiguous.then(|| {
        let at = tokens[index].at;
        format!(
            "Servers disagree on how far the “!” at character {at} reaches: put it and what it negates in brackets, (!…)."
        )
    })
}

// Within a filter, "a | b" asks for b of the result of a; only an "@" on the right makes that a sensible wish.
fn single_pipe(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let mut depth = 0;
    let outer = tokens[..index].iter().rev().find(|token| {
        depth += level(token);
        depth > 0
    })?;
    let uses_result = beside_and_within(tokens[index + 1..].iter()).any(|token| token.text == "@");
    (outer.text == "[?" && !uses_result).then(|| {
        let at = tokens[index].at;
        format!("A single “|” at character {at} does not mean “or” but hands its left side on to its right side: write “||” for “or”.")
    })
}

// In double quotes stands the name of a field; beside a comparison or as a function's second argument a text is meant.
fn quoted_text(tokens: &[Token<'_>], index: usize) -> Option<String> {
    let before = index.checked_sub(1).map(|before| tokens[before])?;
    let compared = before.kind == Word::Comparator;
    let argument = before.kind == Word::Comma && tokens.get(index + 1).is_some_and(|token| token.text == ")");
    (compared || argument).then(|| {
        let Token { text, at, .. } = tokens[index];
        let inner = text.trim_matches('"');
        format!(
            "{text} at character {at} is the name of a field: write '{inner}', in single quotes, for a text."
        )
    })
}

fn level(token: &Token<'_>) -> i32 {
    match token.kind {
        Word::Open => 1,
        Word::Close => -1,
        _ => 0,
    }
}

// The words on the same level, up to the bracket, comma or pipe that ends it.
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

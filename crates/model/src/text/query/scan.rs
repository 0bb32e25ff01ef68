//! The tokens of an expression with their positions, for checks and hints.

use super::error::{Fault, QueryError};
use super::habits::foreign_sign;

/// One token of an expression.
#[derive(Clone, Copy)]
pub(super) struct Token<'a> {
    pub kind: Word,
    pub text: &'a str,
    /// Where it starts, in characters counted from 1.
    pub at: usize,
    /// Where it starts, in bytes counted from 0, as the jmespath crate counts.
    pub start: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Name,
    /// A name in double quotes.
    Quoted,
    /// Text in single quotes or JSON between backticks.
    Literal,
    Number,
    /// `(`, `{`, `[` or `[?`.
    Open,
    Close,
    /// `[]`.
    Flatten,
    Not,
    /// `&&` or `||`.
    Logic,
    Pipe,
    Comparator,
    Comma,
    /// `.`, `:`, `*`, `@` or `&`.
    Sign,
}

impl Token<'_> {
    /// Whether a value can end with this token.
    pub fn ends_value(&self) -> bool {
        match self.kind {
            Word::Name | Word::Quoted | Word::Literal | Word::Number | Word::Close | Word::Flatten => true,
            Word::Sign => self.text == "@",
            Word::Open | Word::Not | Word::Logic | Word::Pipe | Word::Comparator | Word::Comma => false,
        }
    }

    /// Whether this token begins a value, so that it cannot follow the end of another value.
    pub fn begins_value(&self) -> bool {
        match self.kind {
            Word::Name | Word::Quoted | Word::Literal | Word::Not => true,
            Word::Sign => self.text == "@" || self.text == "&",
            Word::Number | Word::Open | Word::Close | Word::Flatten => false,
            Word::Logic | Word::Pipe | Word::Comparator | Word::Comma => false,
        }
    }
}

/// Splits an expression into tokens.
pub(super) fn scan(text: &str) -> Result<Vec<Token<'_>>, QueryError> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut at = 1;
    loop {
        let trimmed = rest.trim_start_matches([' ', '\n', '\t', '\r']);
        at += rest.len() - trimmed.len();
        let Some(first) = trimmed.chars().next() else { return Ok(tokens) };
        if let Some((sign, instead)) = foreign_sign(trimmed, tokens.is_empty(), trimmed.len() < rest.len()) {
            return Err(QueryError { at, fault: Fault::Foreign { text: sign.to_owned(), instead } });
        }
        let (kind, length) = word(first, trimmed).map_err(|fault| QueryError { at, fault })?;
        let (word, after) = trimmed.split_at(length);
        tokens.push(Token { kind, text: word, at, start: text.len() - trimmed.len() });
        at += word.chars().count();
        rest = after;
    }
}

// Longer signs come first, so that they win.
const SIGNS: [(&str, Word); 24] = [
    ("[?", Word::Open),
    ("[]", Word::Flatten),
    ("[", Word::Open),
    ("(", Word::Open),
    ("{", Word::Open),
    ("]", Word::Close),
    (")", Word::Close),
    ("}", Word::Close),
    ("&&", Word::Logic),
    ("||", Word::Logic),
    ("|", Word::Pipe),
    ("==", Word::Comparator),
    ("!=", Word::Comparator),
    ("<=", Word::Comparator),
    (">=", Word::Comparator),
    ("<", Word::Comparator),
    (">", Word::Comparator),
    ("!", Word::Not),
    (",", Word::Comma),
    (".", Word::Sign),
    (":", Word::Sign),
    ("*", Word::Sign),
    ("@", Word::Sign),
    ("&", Word::Sign),
];

fn word(first: char, rest: &str) -> Result<(Word, usize), Fault> {
    match first {
        'a'..='z' | 'A'..='Z' | '_' => {
            Ok((Word::Name, run(rest, |b| b.is_ascii_alphanumeric() || b == b'_')))
        }
        '0'..='9' => number(rest, 0),
        '-' if matches!(rest.as_bytes().get(1), Some(b'1'..=b'9')) => number(rest, 1),
        '-' => Err(Fault::Hyphen),
        '"' => quoted(rest, '"').map(|length| (Word::Quoted, length)),
        '\'' | '`' => quoted(rest, first).map(|length| (Word::Literal, length)),
        '=' if !rest.starts_with("==") => Err(Fault::SingleEquals),
        '\\' => Err(Fault::Backslash { pipe: rest.starts_with("\\|") }),
        _ => match SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
            Some((sign, kind)) => Ok((*kind, sign.len())),
            None => Err(Fault::Stray(first)),
        },
    }
}

fn run(rest: &str, accepts: fn(u8) -> bool) -> usize {
    rest.bytes().take_while(|b| accepts(*b)).count()
}

// Nine digits are enough for every index, and the evaluator's sums of them cannot overflow.
fn number(rest: &str, sign: usize) -> Result<(Word, usize), Fault> {
    let digits = run(&rest[sign..], |b| b.is_ascii_digit());
    if digits > 9 { Err(Fault::BigNumber) } else { Ok((Word::Number, sign + digits)) }
}

fn quoted(rest: &str, quote: char) -> Result<usize, Fault> {
    let mut escaped = false;
    for (index, c) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return Ok(index + 1);
        }
    }
    Err(Fault::Unclosed { quote })
}

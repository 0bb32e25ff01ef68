//! What can be wrong with an expression, in an administrator's words.

use std::fmt;

/// Why an expression is refused. `Display` writes the whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    pub(super) at: usize,
    pub(super) kind: Kind,
}

impl QueryError {
    /// The character where it goes wrong, counted from 1.
    pub fn at(&self) -> usize {
        self.at
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Empty,
    TooLong,
    TooDeep,
    Stray(char),
    Backslash { pipe: bool },
    SingleEquals,
    Hyphen,
    BigNumber,
    Unclosed { quote: char },
    BadJson,
    BadName,
    OpenBracket(&'static str),
    StrayBracket(String),
    WrongBracket { close: String, open: &'static str, open_at: usize },
    NoOperator(String),
    SingleAnd,
    NoValueAfter(String),
    NoValueBefore(String),
    Unexpected(String),
    UnknownFunction(String),
    Arguments { function: &'static str, wanted: usize, found: usize },
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at;
        match &self.kind {
            Kind::Empty => f.write_str("The expression is empty: leave the field empty or write a filter such as [?contains(name, 'git')]."),
            Kind::TooLong => f.write_str("The expression must have at most 2,000 characters."),
            Kind::TooDeep => write!(f, "The expression is nested too deeply at character {at}: write it more simply."),
            Kind::Stray(c) => stray(f, *c, at),
            Kind::Backslash { pipe: true } => {
                write!(f, "“\\|” at character {at} has no meaning here: write “||” for “or”.")
            }
            Kind::Backslash { pipe: false } => write!(f, "“\\” at character {at} has no meaning outside of quotes."),
            Kind::SingleEquals => write!(f, "“=” at character {at} has no meaning: write “==” to compare."),
            Kind::Hyphen => write!(
                f,
                "“-” at character {at} has no meaning here: write a field name that contains it in double quotes, \
                 and a text in single quotes."
            ),
            Kind::BigNumber => write!(f, "The number at character {at} is too large: it must have at most nine digits."),
            Kind::Unclosed { quote } => {
                write!(f, "The quote {quote} at character {at} is never closed: write another {quote} where it ends.")
            }
            Kind::BadJson => write!(
                f,
                "What stands between the backticks at character {at} is not JSON: write a text in single quotes instead."
            ),
            Kind::BadName => write!(f, "The name in double quotes at character {at} has a “\\” that JSON does not know."),
            Kind::OpenBracket(open) => {
                write!(f, "The bracket “{open}” at character {at} is never closed: write “{}” where it ends.", closing(open))
            }
            Kind::StrayBracket(close) => write!(f, "“{close}” at character {at} closes nothing: no bracket is open there."),
            Kind::WrongBracket { close, open, open_at } => write!(
                f,
                "“{close}” at character {at} cannot close “{open}” of character {open_at}: write “{}” there.",
                closing(open)
            ),
            Kind::NoOperator(text) => {
                write!(f, "Before “{text}” at character {at} a comma or an operator such as “||” is missing.")
            }
            Kind::SingleAnd => write!(f, "“&” at character {at} has no meaning there: write “&&” for “and”."),
            Kind::NoValueAfter(text) => write!(f, "After “{text}” at character {at} a value is missing."),
            Kind::NoValueBefore(text) => write!(f, "Before “{text}” at character {at} a value is missing."),
            Kind::Unexpected(text) => write!(f, "“{text}” at character {at} is not expected there."),
            Kind::UnknownFunction(name) => write!(
                f,
                "There is no function “{name}” (character {at}): the usual ones are contains, starts_with and ends_with."
            ),
            Kind::Arguments { function, wanted, found } => {
                let s = if *wanted == 1 { "" } else { "s" };
                write!(f, "The function “{function}” at character {at} takes {wanted} argument{s}, not {found}.")
            }
        }
    }
}

impl std::error::Error for QueryError {}

// Text pasted from a word processor or a web page brings quotes and spaces that only look right.
fn stray(f: &mut fmt::Formatter<'_>, c: char, at: usize) -> fmt::Result {
    match c {
        '‘' | '’' | '‚' | '“' | '”' | '„' | '´' => {
            write!(
                f,
                "The typographic quote {c} at character {at} has no meaning: write a text in single quotes (')."
            )
        }
        _ if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {
            write!(f, "Character {at} is a special space (U+{:04X}): write an ordinary one.", u32::from(c))
        }
        _ => write!(f, "“{c}” at character {at} has no meaning in JMESPath: write a text in single quotes."),
    }
}

/// The bracket that closes `open`.
pub(super) fn closing(open: &str) -> &'static str {
    match open {
        "(" => ")",
        "{" => "}",
        _ => "]",
    }
}

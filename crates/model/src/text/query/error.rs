//! Why an expression is refused, in sentences for administrators.

use std::fmt;

/// Why an expression is refused. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    pub(super) at: usize,
    pub(super) fault: Fault,
}

impl QueryError {
    /// The wrong character, counted from 1.
    pub fn at(&self) -> usize {
        self.at
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Empty,
    TooLong,
    TooDeep,
    Stray(char),
    Backslash {
        pipe: bool,
    },
    SingleEquals,
    Hyphen,
    BigNumber,
    Unclosed {
        quote: char,
    },
    BadJson,
    /// A word between backticks, with how JSON writes it.
    BadLiteral(&'static str),
    BadName,
    OpenBracket(&'static str),
    StrayBracket(String),
    WrongBracket {
        close: String,
        open: &'static str,
        open_at: usize,
    },
    NoOperator(String),
    SingleAnd,
    NoValueAfter(String),
    NoValueBefore(String),
    Unexpected(String),
    UnknownFunction(String),
    /// What another language writes.
    Foreign {
        text: String,
        instead: &'static str,
    },
    ForeignFunction {
        name: String,
        instead: &'static str,
    },
    /// A function written as a method of its first argument.
    Method {
        function: &'static str,
    },
    /// A comma outside of brackets.
    List,
    /// A comma between filters.
    Filters,
    /// A comma in a condition.
    Values,
    /// The whole filter in quotes.
    QuotedWhole(char),
    /// An address or a path instead of a filter.
    Path,
    /// A function whose name is misspelt.
    Misspelt {
        name: String,
        function: &'static str,
    },
    /// A function with its arguments in square brackets.
    SquareArguments(String),
    /// Backquotes that are doubled.
    DoubledBackquote,
    /// A number with separators between its digits.
    SpacedNumber(String),
    /// `field:value`, as the search of some hosts takes it.
    Colon,
    /// `git*`.
    Wildcard,
    /// `field['inner']`.
    Index,
    /// `'it''s'`.
    DoubledQuote,
    /// A function's second argument that must begin with `&`.
    NoReference {
        function: &'static str,
    },
    /// A number without backquotes.
    BareNumber(String),
    Arguments {
        function: &'static str,
        expected: usize,
        found: usize,
    },
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at;
        match &self.fault {
            Fault::Empty => f.write_str("The expression is empty. Clear the field, or enter a filter such as [?contains(name, 'git')]."),
            Fault::TooLong => f.write_str("The expression must have at most 2,000 characters."),
            Fault::TooDeep => write!(f, "The expression is nested too deeply at character {at}. Simplify it."),
            Fault::Stray(c) => stray(f, *c, at),
            Fault::Backslash { pipe: true } => {
                write!(f, "“\\|” at character {at} has no meaning here. For “or”, write “||”.")
            }
            Fault::Backslash { pipe: false } => write!(f, "“\\” at character {at} has no meaning outside quotes."),
            Fault::SingleEquals => write!(f, "“=” at character {at} has no meaning. To compare, write “==”."),
            Fault::Hyphen => write!(
                f,
                "“-” at character {at} has no meaning here. Put a field name that contains it in double quotes, and text in single quotes."
            ),
            Fault::BigNumber => write!(f, "The number at character {at} is too large. Use at most nine digits."),
            Fault::Unclosed { quote } => {
                write!(f, "The quote {quote} at character {at} is not closed. Add another {quote} where the text ends.")
            }
            Fault::BadJson => write!(
                f,
                "The text between backticks at character {at} is not valid JSON. Put text in single quotes instead."
            ),
            Fault::BadLiteral(literal) => write!(f, "The text between backticks at character {at} is not valid JSON. Write {literal}."),
            Fault::List => write!(
                f,
                "“,” at character {at} stands outside of brackets. For one of several names, write [?contains(['a', 'b'], name)]."
            ),
            Fault::Filters => write!(
                f,
                "“,” at character {at} stands between filters. Put all conditions in one [?…], joined by “||”."
            ),
            Fault::Values => write!(
                f,
                "“,” at character {at} stands in a condition. For one of several, write contains(['a', 'b'], name)."
            ),
            Fault::QuotedWhole(quote) => write!(f, "The quote {quote} around the filter makes a text of it. Remove both quotes."),
            Fault::Path => f.write_str(
                "This is an address or a path and no filter. Enter a path under “API path”. A filter is written as [?contains(name, 'git')].",
            ),
            Fault::Misspelt { name, function } => {
                write!(f, "There is no function “{name}” (character {at}). Write {function}.")
            }
            Fault::SquareArguments(name) => write!(
                f,
                "“[” at character {at} begins no arguments. Write them in parentheses: {name}(name, 'git')."
            ),
            Fault::DoubledBackquote => {
                write!(f, "The backquotes at character {at} are doubled. Write one on each side: `false`.")
            }
            Fault::SpacedNumber(number) => write!(f, "The number at character {at} has separators. Write `{number}`."),
            Fault::Colon => write!(f, "“:” at character {at} is not expected. To compare, write [?name == 'git']."),
            Fault::Wildcard => write!(
                f,
                "“*” at character {at} is not expected. JMESPath has no wildcards and does not calculate. Write contains, starts_with or ends_with."
            ),
            Fault::Index => write!(f, "The text in brackets at character {at} is no index. For a field within another, write “.” between them."),
            Fault::DoubledQuote => write!(f, "The text before character {at} ends too early. For a quote within a text, write \\'."),
            Fault::NoReference { function } => {
                write!(f, "The field at character {at} needs “&” before it here: {function}(@, &name).")
            }
            Fault::BadName => write!(f, "The name in double quotes at character {at} contains a “\\” that JSON does not allow."),
            Fault::OpenBracket(open) => {
                write!(f, "The bracket “{open}” at character {at} is not closed. Add “{}” where it ends.", closing(open))
            }
            Fault::StrayBracket(close) => write!(f, "“{close}” at character {at} has no opening bracket before it. Remove it."),
            Fault::WrongBracket { close, open, open_at } => write!(
                f,
                "“{close}” at character {at} does not match “{open}” at character {open_at}. Write “{}” there.",
                closing(open)
            ),
            Fault::NoOperator(text) => {
                write!(f, "A comma or an operator such as “||” is missing before “{text}” at character {at}.")
            }
            Fault::SingleAnd => write!(f, "“&” at character {at} has no meaning here. For “and”, write “&&”."),
            Fault::Foreign { text, instead } => {
                write!(f, "“{text}” at character {at} has no meaning in JMESPath. {instead}")
            }
            Fault::ForeignFunction { name, instead } => {
                write!(f, "There is no function “{name}” (character {at}). {instead}")
            }
            Fault::Method { function } => write!(
                f,
                "“{function}” at character {at} is a function, not a method. Write {function}(name, 'git') instead of name.{function}('git')."
            ),
            Fault::BareNumber(text) => {
                write!(f, "The number {text} at character {at} must be in backquotes. Write `{text}`.")
            }
            Fault::NoValueAfter(text) => write!(f, "A value is missing after “{text}” at character {at}."),
            Fault::NoValueBefore(text) => write!(f, "A value is missing before “{text}” at character {at}."),
            Fault::Unexpected(text) => write!(f, "“{text}” at character {at} is not expected."),
            Fault::UnknownFunction(name) => write!(
                f,
                "There is no function “{name}” (character {at}). Common functions are contains, starts_with and ends_with."
            ),
            Fault::Arguments { function, expected, found } => {
                let s = if *expected == 1 { "" } else { "s" };
                write!(f, "The function “{function}” at character {at} takes {expected} argument{s}, not {found}.")
            }
        }
    }
}

impl std::error::Error for QueryError {}

// Text pasted from a word processor or a web page often contains typographic quotes and special spaces.
fn stray(f: &mut fmt::Formatter<'_>, c: char, at: usize) -> fmt::Result {
    match c {
        '‘' | '’' | '‚' | '“' | '”' | '„' | '´' | '«' | '»' | '‹' | '›' | '′' | '″' | '「' | '」' =>
        {
            write!(
                f,
                "The typographic quote {c} at character {at} has no meaning. Put text in single quotes (')."
            )
        }
        _ if c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}' => {
            write!(f, "Character {at} is a special space (U+{:04X}). Use a normal space.", u32::from(c))
        }
        // Signs of East Asian keyboards, which stand in the order of ASCII.
        '！'..='～' => {
            let sign = char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c);
            write!(f, "“{c}” at character {at} is a full-width sign. Write “{sign}”.")
        }
        _ => write!(f, "“{c}” at character {at} has no meaning in JMESPath. Put text in single quotes."),
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

//! JMESPath filters (`apiFilter`): checks, sentences for mistakes, and trials on sample repositories.
//!
//! Only this module uses the jmespath crate, so that it can be replaced. All sentences are our own.

mod apply;
mod check;
mod each;
mod error;
mod evaluate;
mod fields;
mod habits;
mod lint;
mod meaning;
mod pasted;
mod samples;
mod scan;

pub use apply::{ApplyError, Split};
pub use error::QueryError;
pub use samples::HostShape;

use error::Fault;
use jmespath::{ErrorReason, Expression, JmespathError};
use scan::{Token, Word};

use crate::text::Check;
use crate::text::path::LONGEST;

/// [`Query::parse`], for the fields of a form.
pub const CHECK: Check = Check(|text| Query::parse(text).err().map(|error| error.to_string()));

/// A valid JMESPath expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    expression: Expression<'static>,
}

impl Query {
    /// Reads an expression of at most 2,000 characters ("Add New Integration").
    ///
    /// It must follow the JMESPath specification: an unknown function, or one with the wrong number of arguments, is refused
    /// here, not only when it is evaluated.
    ///
    /// # Errors
    /// [`QueryError`], for the first mistake.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        if text.trim().is_empty() {
            return Err(QueryError { at: 1, fault: Fault::Empty });
        }
        if text.chars().count() > LONGEST {
            return Err(QueryError { at: LONGEST + 1, fault: Fault::TooLong });
        }
        if let Some(select) = text.get(..7).filter(|word| word.eq_ignore_ascii_case("select ")) {
            let instead = habits::instead_of_word("select").unwrap_or_default();
            return Err(QueryError {
                at: 1,
                fault: Fault::Foreign { text: select.trim().to_owned(), instead },
            });
        }
        if pasted::is_path(text) {
            return Err(QueryError { at: 1, fault: Fault::Path });
        }
        Self::read(text).map_err(|error| match pasted::quote_around(text) {
            Some(quote) => QueryError { at: 1, fault: Fault::QuotedWhole(quote) },
            None => error,
        })
    }

    fn read(text: &str) -> Result<Self, QueryError> {
        let tokens = scan::scan(text)?;
        check::check(&tokens)?;
        match jmespath::compile(text) {
            Ok(expression) => Ok(Self { expression }),
            Err(error) => Err(explain(&error, &tokens)),
        }
    }

    /// A hint, as a sentence, if a valid expression may mean something else to the server, or hardly means what it says: a `!`
    /// without parentheses beside `&&` or `||`, a single `|` inside a filter, text in double quotes, `true` without backquotes.
    pub fn lint(&self) -> Option<String> {
        let text = self.expression.as_str();
        if let Some(quote) = pasted::quote_around(text) {
            return Some(QueryError { at: 1, fault: Fault::QuotedWhole(quote) }.to_string());
        }
        // An expression that was parsed can always be scanned.
        scan::scan(text).ok().and_then(|tokens| lint::lint(&tokens))
    }
}

// The messages of the crate use internal names of tokens, so this builds sentences from the token at the position.
fn explain(error: &JmespathError, tokens: &[Token<'_>]) -> QueryError {
    let found = tokens.iter().find(|token| token.start >= error.offset);
    let Some(token) = found.or(tokens.last()) else { return QueryError { at: 1, fault: Fault::Empty } };
    let text = token.text.to_owned();
    let unreadable =
        matches!(&error.reason, ErrorReason::Parse(message) if message.starts_with("Unable to parse"));
    let fault = match token.kind {
        _ if found.is_none() => Fault::NoValueAfter(text),
        Word::Literal if unreadable => match habits::literal(token.text.trim_matches('`').trim()) {
            Some(literal) => Fault::BadLiteral(literal),
            None => separated(token.text).map_or(Fault::BadJson, Fault::SpacedNumber),
        },
        Word::Quoted if unreadable => Fault::BadName,
        Word::Comma => comma(tokens, token.start).unwrap_or(Fault::NoValueBefore(text)),
        Word::Literal | Word::Quoted if is_first_in(tokens, token.start) => Fault::Index,
        Word::Sign if token.text == ":" => Fault::Colon,
        Word::Sign if token.text == "*" => Fault::Wildcard,
        Word::Close | Word::Logic | Word::Pipe | Word::Comparator => Fault::NoValueBefore(text),
        Word::Number => Fault::BareNumber(text),
        Word::Name | Word::Quoted | Word::Literal => Fault::Unexpected(text),
        Word::Open | Word::Flatten | Word::Not | Word::Sign => Fault::Unexpected(text),
    };
    QueryError { at: token.at, fault }
}

/// What is wrong with a comma here; `None` if a value is missing before it.
fn comma(tokens: &[Token<'_>], start: usize) -> Option<Fault> {
    let before = || tokens.iter().take_while(|token| token.start < start);
    let mut open = Vec::new();
    for token in before() {
        match token.kind {
            Word::Open => open.push(token.text),
            Word::Close => _ = open.pop(),
            _ => {}
        }
    }
    before().last().filter(|last| last.ends_value())?;
    match open.last() {
        Some(&"[?") => Some(Fault::Values),
        Some(_) => None,
        None if before().any(|token| token.kind == Word::Close) => Some(Fault::Filters),
        None => Some(Fault::List),
    }
}

/// The number in backquotes without the commas or underscores between its digits.
fn separated(literal: &str) -> Option<String> {
    let digits: String = literal.chars().filter(|c| !"`,_' ".contains(*c)).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !literal.contains('\'')).then_some(digits)
}

/// Whether it follows a bracket that follows a value: `a['b']`.
fn is_first_in(tokens: &[Token<'_>], start: usize) -> bool {
    let index = tokens.iter().position(|token| token.start == start).unwrap_or(0);
    index >= 2 && tokens[index - 1].text == "[" && tokens[index - 2].ends_value()
}

//! JMESPath filters (`apiFilter`): checked, explained, and tried on sample repositories.
//!
//! The jmespath crate is inside and nowhere else, so that it can be exchanged. What an administrator reads about an
//! expression is our own.

mod apply;
mod check;
mod error;
mod lint;
mod samples;
mod scan;

pub use apply::{ApplyError, Split};
pub use error::QueryError;
pub use samples::HostShape;

use error::Kind;
use jmespath::{ErrorReason, Expression, JmespathError};
use scan::{Token, Word};

use crate::text::url::LONGEST;

/// A JMESPath expression that can be evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    expression: Expression<'static>,
}

impl Query {
    /// Reads an expression of at most 2,000 characters ("Add New Integration").
    ///
    /// It is held to the JMESPath specification: a function that the specification does not know, or that gets another
    /// number of arguments, is refused here and not only when it is evaluated.
    ///
    /// # Errors
    /// [`QueryError`] says where the first mistake is and what would be right.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        if text.trim().is_empty() {
            return Err(QueryError { at: 1, kind: Kind::Empty });
        }
        if text.chars().count() > LONGEST {
            return Err(QueryError { at: LONGEST + 1, kind: Kind::TooLong });
        }
        let tokens = scan::scan(text)?;
        check::check(&tokens)?;
        match jmespath::compile(text) {
            Ok(expression) => Ok(Self { expression }),
            Err(error) => Err(explain(&error, &tokens)),
        }
    }

    /// A hint when a server may understand the expression differently than its reader does, although it is valid:
    /// a `!` without brackets beside `&&` or `||`, a single `|` within a filter, a text in double quotes.
    pub fn lint(&self) -> Option<String> {
        // What was parsed can be scanned.
        scan::scan(self.expression.as_str()).ok().and_then(|tokens| lint::lint(&tokens))
    }
}

// The crate names its own tokens; the place and the word there say more.
fn explain(error: &JmespathError, tokens: &[Token<'_>]) -> QueryError {
    let found = tokens.iter().find(|token| token.start >= error.offset);
    let Some(token) = found.or(tokens.last()) else { return QueryError { at: 1, kind: Kind::Empty } };
    let text = token.text.to_owned();
    let unreadable =
        matches!(&error.reason, ErrorReason::Parse(message) if message.starts_with("Unable to parse"));
    let kind = match token.kind {
        _ if found.is_none() => Kind::NoValueAfter(text),
        Word::Literal if unreadable => Kind::BadJson,
        Word::Quoted if unreadable => Kind::BadName,
        Word::Close | Word::Logic | Word::Pipe | Word::Comparator | Word::Comma => Kind::NoValueBefore(text),
        Word::Name | Word::Quoted | Word::Literal | Word::Number => Kind::Unexpected(text),
        Word::Open | Word::Flatten | Word::Not | Word::Sign => Kind::Unexpected(text),
    };
    QueryError { at: token.at, kind }
}

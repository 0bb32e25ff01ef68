//! Regular expressions of RE2, which GitLab uses for those that people enter: a check of their syntax.
//!
//! RE2 never goes back to try another way, so it lacks all that needs this. Its syntax differs from Java's in nearly every
//! detail, so this is another parser, with the same cursor and the same errors.

mod class;
mod count;
mod escape;
mod group;
mod property;

use super::error::{Fault, PatternError};
use super::source::Source;

/// A hint, as a sentence, if a valid pattern hardly means what it says. An invalid pattern gets none.
pub fn lint(pattern: &str) -> Option<String> {
    check(pattern).ok()?;
    super::habits::lint_re2(pattern)
}

/// Checks that RE2 can compile `pattern`. An empty pattern is valid and matches everything.
///
/// It refuses nothing that RE2 accepts, except more than 200 nested brackets. It accepts a little that RE2 refuses: it does not
/// look up names of scripts (`\p{Greek}`), and does not know how large a compiled pattern gets.
///
/// # Errors
/// [`PatternError`], for the first wrong character.
pub fn check(pattern: &str) -> Result<(), PatternError> {
    let mut source = Source::unquoted(pattern);
    alternatives(&mut source)?;
    match source.raw(0) {
        None => Ok(()),
        Some(_) => Err(source.error(source.cursor, Fault::StrayParenthesis)),
    }
}

/// What has been read of one alternative.
#[derive(Clone, Copy, Default)]
struct Read {
    /// What the counts in its last part multiply to; `None` if there is no part that a sign could repeat.
    last: Option<u32>,
    /// The greatest of these products, of all parts.
    greatest: u32,
    /// Where the sign is that repeats the last part, if nothing has come after it.
    sign: Option<usize>,
}

impl Read {
    /// With one more part.
    fn and(self, product: u32) -> Self {
        Self { last: Some(product), greatest: self.greatest.max(product), sign: None }
    }

    /// With something that is no part: a sign after it repeats the part before.
    fn and_nothing(self) -> Self {
        Self { sign: None, ..self }
    }
}

/// Reads up to the `)` or the end that follows, and gives the greatest product of counts within each other.
fn alternatives(source: &mut Source) -> Result<u32, PatternError> {
    let mut greatest = 1;
    let mut read = Read::default();
    loop {
        read = match (source.raw(0), source.raw(1)) {
            (None | Some(')'), _) => return Ok(greatest.max(read.greatest)),
            (Some('|'), _) => {
                source.cursor += 1;
                greatest = greatest.max(read.greatest);
                Read::default()
            }
            (Some('?' | '*' | '+'), _) => count::repeated(source, read, 1, 1)?,
            (Some('{'), _) => match count::count(source)? {
                Some((length, times)) => count::repeated(source, read, length, times)?,
                None => character(source, read),
            },
            (Some('('), _) => match source.nested(group::group)? {
                Some(product) => read.and(product),
                None => read.and_nothing(),
            },
            (Some('['), _) => {
                class::class(source)?;
                read.and(1)
            }
            (Some('\\'), Some('Q')) => quotation(source, read),
            (Some('\\'), _) => {
                escape::part(source)?;
                read.and(1)
            }
            (Some(_), _) => character(source, read),
        };
    }
}

fn character(source: &mut Source, read: Read) -> Read {
    source.cursor += 1;
    read.and(1)
}

/// Each quoted character is a part of its own. A quotation may be empty, and need not end.
fn quotation(source: &mut Source, read: Read) -> Read {
    source.cursor += 2;
    let mut read = read.and_nothing();
    while source.raw(0).is_some() {
        if (source.raw(0), source.raw(1)) == (Some('\\'), Some('E')) {
            source.cursor += 2;
            break;
        }
        read = character(source, read);
    }
    read
}

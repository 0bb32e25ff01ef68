//! Java regular expressions (`tagsFilter`, `prHideFilter`): checks, trials on names, and what is slow.
//!
//! "Add New Integration" requires a valid Java regular expression or an empty text. Browsers have a different syntax, so this
//! is a parser of our own for the syntax of `java.util.regex.Pattern` in Java 17. Browsers also cannot be stopped: a pattern
//! that somebody has stored could keep a page from opening. So this is an engine of our own too, which counts its steps.

mod class;
mod cost;
mod engine;
mod error;
mod escape;
mod extent;
mod group;
mod habits;
mod lack;
mod loops;
mod node;
mod place;
mod program;
mod property;
pub mod re2;
mod sequence;
mod set;
mod source;
mod trial;

use crate::text::Check;
pub use cost::is_slow;
pub use error::PatternError;
pub use habits::lint;
pub use trial::{SAMPLE_PULL_REQUESTS, SAMPLE_TAGS, Trial, TrialError, try_on};

/// [`check`], for the fields of a form.
pub const CHECK: Check = Check(|text| check(text).err().map(|error| error.to_string()));

/// Checks that Java can compile `pattern`. An empty pattern is valid and matches everything.
///
/// It refuses nothing that Java accepts, except more than 200 nested brackets. It accepts a little that Java refuses: it does
/// not look up names of Unicode scripts, blocks and characters (`\p{IsLatin}`, `\p{InGreek}`, `\N{…}`), and refuses a
/// look-behind only if its length clearly has no limit.
///
/// # Errors
/// [`PatternError`], for the first wrong character.
pub fn check(pattern: &str) -> Result<(), PatternError> {
    source::Source::new(pattern).whole().map(|_| ())
}

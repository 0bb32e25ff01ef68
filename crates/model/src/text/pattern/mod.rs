//! Java regular expressions (`tagsFilter`, `prHideFilter`): checks without an engine, and trials with the caller's engine.
//!
//! "Add New Integration" requires a valid Java regular expression or an empty text. Browsers have a different syntax, so this
//! is a parser of our own for the syntax of `java.util.regex.Pattern` in Java 17.

mod class;
mod cost;
mod error;
mod escape;
mod extent;
mod group;
mod property;
mod sequence;
mod source;
mod trial;

pub use cost::may_take_for_ever;
pub use error::PatternError;
pub use trial::{Matcher, SAMPLE_PULL_REQUESTS, SAMPLE_TAGS, Trial, try_on};

/// Checks that Java can compile `pattern`. An empty pattern is valid and matches everything.
///
/// It refuses nothing that Java accepts, except more than 200 nested brackets. It accepts a little that Java refuses: it does
/// not look up names of Unicode scripts, blocks and characters (`\p{IsLatin}`, `\p{InGreek}`, `\N{…}`), and refuses a
/// look-behind only if its length clearly has no limit.
///
/// # Errors
/// [`PatternError`], for the first wrong character.
pub fn check(pattern: &str) -> Result<(), PatternError> {
    source::Source::new(pattern).whole()
}

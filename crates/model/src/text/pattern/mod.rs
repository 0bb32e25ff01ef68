//! Java regular expressions (`tagsFilter`, `prHideFilter`): checked without an engine, and tried with one of the caller.
//!
//! "Add New Integration" asks for a valid Java regular expression or nothing. Browsers speak another dialect, so what
//! they refuse may be right on the server and the other way round; hence a reader of our own, held to what
//! `java.util.regex.Pattern` of Java 17 accepts.

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

/// Checks that Java can compile `pattern`. An empty pattern is valid and matches everywhere.
///
/// It refuses nothing that Java accepts, except more than 200 brackets within one another. It accepts a little that Java
/// refuses: names of Unicode scripts, blocks and characters (`\p{IsLatin}`, `\p{InGreek}`, `\N{…}`) are not looked up, and
/// of what looks back, only what Java can hardly foresee is refused.
///
/// # Errors
/// [`PatternError`] says which character is wrong and why.
pub fn check(pattern: &str) -> Result<(), PatternError> {
    source::Source::new(pattern).whole()
}

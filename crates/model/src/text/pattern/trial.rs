//! A pattern tried on names, with whatever engine the caller has.

/// An engine: does `pattern` occur anywhere in `text`? `None` when the pattern uses what the engine does not have.
///
/// The first argument is the pattern, the second the text.
pub type Matcher<'a> = dyn Fn(&str, &str) -> Option<bool> + 'a;

/// What a pattern makes of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The name of a tag, or the title of a pull request.
    pub name: String,
    /// Whether the pattern matches the name from beginning to end; `None` when it could not be tried.
    pub whole: Option<bool>,
    /// Whether the pattern matches some part of the name; `None` when it could not be tried.
    pub part: Option<bool>,
}

/// The tags of the vendor's page "Tag filters".
pub const SAMPLE_TAGS: &[&str] = &["release-1", "release-2", "release-2.3", "release-3", "release-4"];

/// The titles of the vendor's page "Pull request filters".
pub const SAMPLE_PULL_REQUESTS: &[&str] =
    &["TEST-1 pr_1", "TEST-1 pr_2", "TEST-1 pr_23", "TEST-1 pr_3", "TEST-1 pr_4"];

/// Tries `pattern` on each of `names`.
///
/// The vendor does not say whether a name must match as a whole or in part, so both are told. Where Java's patterns
/// and the engine's differ, so may the results.
pub fn try_on(pattern: &str, names: &[&str], matcher: &Matcher<'_>) -> Vec<Trial> {
    let whole = ["^(?:", pattern, ")$"].concat();
    let trial = |name: &&str| Trial {
        name: (*name).to_owned(),
        whole: matcher(&whole, name),
        part: matcher(pattern, name),
    };
    names.iter().map(trial).collect()
}

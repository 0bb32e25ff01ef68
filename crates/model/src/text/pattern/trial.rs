//! Trials of a pattern on names, with the caller's engine.

/// An engine: whether a pattern (first argument) matches any part of a text (second argument); `None` if the engine does not
/// support the pattern.
pub type Matcher<'a> = dyn Fn(&str, &str) -> Option<bool> + 'a;

/// The result of a trial on one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Name of a tag, or title of a pull request.
    pub name: String,
    /// Whether the pattern matches the whole name; `None` if the engine does not support the pattern.
    pub whole: Option<bool>,
    /// Whether the pattern matches a part of the name; `None` likewise.
    pub part: Option<bool>,
}

/// The tags in the vendor's page "Tag filters".
pub const SAMPLE_TAGS: &[&str] = &["release-1", "release-2", "release-2.3", "release-3", "release-4"];

/// The titles in the vendor's page "Pull request filters".
pub const SAMPLE_PULL_REQUESTS: &[&str] =
    &["TEST-1 pr_1", "TEST-1 pr_2", "TEST-1 pr_23", "TEST-1 pr_3", "TEST-1 pr_4"];

/// Tries `pattern` on each of `names`.
///
/// The vendor does not say whether a pattern must match the whole name or a part of it, so this gives both. Results may differ
/// from Java's where the engine's syntax differs.
pub fn try_on(pattern: &str, names: &[&str], matcher: &Matcher<'_>) -> Vec<Trial> {
    let whole = ["^(?:", pattern, ")$"].concat();
    let trial = |name: &&str| Trial {
        name: (*name).to_owned(),
        whole: matcher(&whole, name),
        part: matcher(pattern, name),
    };
    names.iter().map(trial).collect()
}

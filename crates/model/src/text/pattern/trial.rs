//! Trials of a pattern on names.

use super::engine::{Budget, Mode, Stop, matches};
use super::error::PatternError;
use super::program::Program;
use super::source::Source;
use std::fmt;

/// The result of a trial on one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// Name of a tag, or title of a pull request.
    pub name: String,
    /// Whether the pattern matches the whole name.
    pub whole: bool,
    /// Whether the pattern matches a part of the name.
    pub part: bool,
}

/// Why a valid pattern is not tried. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrialError {
    /// It is refused.
    Invalid(PatternError),
    /// It takes more steps than a page can make without delay.
    Costly,
    /// A part of it, as it stands in the pattern, needs tables of Unicode that are not here.
    Untried(String),
}

impl fmt::Display for TrialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Costly => f.write_str(
                "This pattern is too costly to try here: it has too many ways to match these names. Jira accepts it.",
            ),
            Self::Untried(part) => write!(
                f,
                "The pattern is valid, but it cannot be tried here, because “{part}” needs tables of Unicode that Patchbay \
                 does not have."
            ),
        }
    }
}

impl std::error::Error for TrialError {}

/// The tags in the vendor's page "Tag filters".
pub const SAMPLE_TAGS: &[&str] = &["release-1", "release-2", "release-2.3", "release-3", "release-4"];

/// The titles in the vendor's page "Pull request filters".
pub const SAMPLE_PULL_REQUESTS: &[&str] =
    &["TEST-1 pr_1", "TEST-1 pr_2", "TEST-1 pr_23", "TEST-1 pr_3", "TEST-1 pr_4"];

/// Maximum length of a pattern that is tried, in bytes.
const LONGEST: usize = 20_000;

/// Steps for all names together: some 20 milliseconds in a browser.
const STEPS: usize = 400_000;

/// Tries `pattern` on each of `names` as Java 17 would.
///
/// The vendor does not say whether a pattern must match the whole name or a part of it, so this gives both.
///
/// # Errors
/// [`TrialError`], if the pattern is refused, takes too long on these names, or has a part that cannot be tried.
pub fn try_on(pattern: &str, names: &[&str]) -> Result<Vec<Trial>, TrialError> {
    let mut source = Source::new(pattern);
    let node = source.whole().map_err(TrialError::Invalid)?;
    if pattern.len() > LONGEST {
        return Err(TrialError::Costly);
    }
    if let Some(part) = source.untried.take() {
        return Err(TrialError::Untried(part));
    }
    let program = Program::new(&node, source.groups);
    let mut budget = Budget(STEPS);
    let mut found = |text: &[char], mode| {
        matches(&program, text, mode, &mut budget).map_err(|stop| match stop {
            Stop::Costly => TrialError::Costly,
            Stop::Untried(part) => {
                TrialError::Untried(part.unwrap_or_else(|| source.properties.join("”, “")))
            }
        })
    };
    let trial = |name: &&str| {
        let text: Vec<char> = name.chars().collect();
        let part = found(&text, Mode::Part)?;
        // What matches the whole name matches a part of it.
        Ok(Trial { name: (*name).to_owned(), whole: part && found(&text, Mode::Whole)?, part })
    };
    names.iter().map(trial).collect()
}

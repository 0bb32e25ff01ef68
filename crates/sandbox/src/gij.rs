//! Which Git Integration for Jira the sandbox is, and what servers of its version do. No other file compares versions.

use std::fmt;
use std::str::FromStr;

use patchbay_model::Object;

/// The versions that the sandbox can be, as people write them.
const VERSIONS: &str = "4.16, 5.2 or 6.1";

/// Which Git Integration for Jira the sandbox behaves as. What the documents give no version for is in all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gij {
    /// 4.16, the last one before "Reindex POST API" 2.0.
    V4_16,
    /// 5.2, with the API of nested repositories; of the time of its documents.
    V5_2,
    /// 6.1, the newest that was seen.
    #[default]
    V6_1,
}

impl Gij {
    /// All of them, the oldest first.
    pub const ALL: [Self; 3] = [Self::V4_16, Self::V5_2, Self::V6_1];

    /// Its name, such as `5.2`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::V4_16 => "4.16",
            Self::V5_2 => "5.2",
            Self::V6_1 => "6.1",
        }
    }

    /// "Reindex POST API": new in 4.17.
    pub(crate) fn has_reindex(self) -> bool {
        self >= Self::V5_2
    }

    /// "Pull request filters": since 4.19.
    pub(crate) fn has_pull_request_filter(self) -> bool {
        self >= Self::V5_2
    }

    /// Takes out of a request what this version does not know, as it does with everything that it does not know.
    pub(crate) fn forget_newer(self, body: &mut Object) {
        if !self.has_pull_request_filter() {
            body.shift_remove("prHideFilter");
        }
    }

    /// "Cancel indexing": since 4.23, disabling stops what is being indexed.
    pub(crate) fn disabling_cancels(self) -> bool {
        self >= Self::V5_2
    }

    /// "Update Nested Repository API", documented in April 2025.
    pub(crate) fn updates_nested(self) -> bool {
        self >= Self::V5_2
    }

    /// Whether an integration's own number starts its indexing. No document says that it does, or since when: here the
    /// oldest takes repositories only, so that clients meet both.
    pub(crate) fn indexes_integrations(self) -> bool {
        self >= Self::V5_2
    }

    /// Whether lists of repositories have `state`. "Update Nested Repository API" names it, and no example has it: here the
    /// newest sends it.
    pub(crate) fn reports_state(self) -> bool {
        self >= Self::V6_1
    }
}

/// Reads a version such as `5.2`.
impl FromStr for Gij {
    type Err = NoSuchGij;

    fn from_str(text: &str) -> Result<Self, NoSuchGij> {
        let found = Self::ALL.into_iter().find(|one| one.name() == text.trim());
        found.ok_or_else(|| NoSuchGij(text.to_owned()))
    }
}

/// A version that the sandbox cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchGij(String);

impl fmt::Display for NoSuchGij {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The sandbox can be Git Integration for Jira {VERSIONS}, not \"{}\".", self.0)
    }
}

impl std::error::Error for NoSuchGij {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_is_found_by_its_name_and_named_in_the_refusal() {
        for one in Gij::ALL {
            assert_eq!(one.name().parse(), Ok(one));
            assert!(VERSIONS.contains(one.name()));
        }
        assert_eq!(Gij::default(), Gij::V6_1);
        let refused = "4.17".parse::<Gij>().unwrap_err().to_string();
        assert_eq!(refused, "The sandbox can be Git Integration for Jira 4.16, 5.2 or 6.1, not \"4.17\".");
    }

    #[test]
    fn each_version_does_at_least_what_the_one_before_does() {
        let does = |one: Gij| {
            [
                one.has_reindex(),
                one.has_pull_request_filter(),
                one.disabling_cancels(),
                one.updates_nested(),
                one.indexes_integrations(),
                one.reports_state(),
            ]
        };
        for pair in Gij::ALL.windows(2) {
            let [before, after] = [does(pair[0]), does(pair[1])];
            assert!(before.iter().zip(after).all(|(before, after)| !before || after), "{pair:?}");
            assert_ne!(before, after, "{pair:?}");
        }
    }
}

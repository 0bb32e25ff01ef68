//! The vendors whose servers Patchbay works with.

/// A vendor: whose REST API a server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// Atlassian Jira Data Center with the app Git Integration for Jira.
    Jira,
    /// GitLab.
    GitLab,
}

impl Vendor {
    /// Its name in sentences: “Jira” or “GitLab”.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jira => "Jira",
            Self::GitLab => "GitLab",
        }
    }
}

impl std::fmt::Display for Vendor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

//! The vendors of the servers that Patchbay works with.

/// A vendor: which REST API a server has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// Jira Data Center with the app Git Integration for Jira.
    Jira,
    /// GitLab.
    GitLab,
}

impl Vendor {
    /// The name in sentences: “Jira” or “GitLab”.
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

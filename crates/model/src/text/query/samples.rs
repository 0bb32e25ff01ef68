//! Sample repositories in the shape in which each host lists them, to try filters on.

/// The shape in which a kind of host lists its repositories, which is what an expression has to deal with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostShape {
    /// GitHub.com and GitHub Enterprise Server: a list.
    Github,
    /// The GitHub App: the list of GitHub under `repositories`; an expression takes it out and keeps a list.
    GithubApp,
    /// GitLab.com and GitLab CE/EE: a list.
    Gitlab,
    /// Azure DevOps and TFS: a list under `value`, where an expression has to leave it.
    Microsoft,
    /// Tracked folders: a list.
    Folder,
    /// Gerrit: a list.
    Gerrit,
}

impl HostShape {
    /// Six sample repositories as JSON, for a person to read and to change.
    pub fn sample_json(self) -> &'static str {
        match self {
            Self::Github => include_str!("samples/github.json"),
            Self::GithubApp => concat!("{\"repositories\": ", include_str!("samples/github.json"), "}\n"),
            Self::Gitlab => include_str!("samples/gitlab.json"),
            Self::Microsoft => include_str!("samples/microsoft.json"),
            Self::Folder => include_str!("samples/folder.json"),
            Self::Gerrit => include_str!("samples/gerrit.json"),
        }
    }

    /// The key under which the sample has its list; `None` where the list is the whole.
    pub(super) fn sample_key(self) -> Option<&'static str> {
        match self {
            Self::GithubApp => Some("repositories"),
            Self::Microsoft => Some("value"),
            Self::Github | Self::Gitlab | Self::Folder | Self::Gerrit => None,
        }
    }

    /// The key under which the result must have its list; `None` where the list is the whole.
    pub(super) fn result_key(self) -> Option<&'static str> {
        match self {
            Self::Microsoft => Some("value"),
            Self::Github | Self::GithubApp | Self::Gitlab | Self::Folder | Self::Gerrit => None,
        }
    }
}

//! Sample repositories in the format of each host, for trials of filters.

use crate::object::Object;

/// The format of a host's list of repositories, which is the input of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostShape {
    /// GitHub.com and GitHub Enterprise Server: an array.
    Github,
    /// The GitHub App: an array under `repositories`. The result of an expression is an array.
    GithubApp,
    /// GitLab.com and GitLab CE/EE: an array.
    Gitlab,
    /// Azure DevOps and TFS: an array under `value`. The result of an expression has it there too.
    Microsoft,
    /// Tracked folders: an array.
    Folder,
    /// Gerrit: an array.
    Gerrit,
}

impl HostShape {
    /// Six sample repositories as JSON text, which a person can edit.
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

    /// These repositories as JSON text, as far as they are known: each with its name, and a folder with its path.
    pub fn json_of<'a>(self, repositories: impl Iterator<Item = (&'a str, &'a str)>) -> String {
        let one = |(name, path): (&str, &str)| {
            let mut fields = Object::new();
            fields.insert("name".to_owned(), name.into());
            if self == Self::Folder && !path.is_empty() {
                fields.insert("fullPath".to_owned(), path.into());
            }
            serde_json::to_string(&fields).unwrap_or_default()
        };
        let lines: Vec<String> = repositories.map(one).collect();
        let list = format!("[\n{}\n]", lines.join(",\n"));
        match self.sample_key() {
            Some(key) => format!("{{\"{key}\": {list}}}\n"),
            None => format!("{list}\n"),
        }
    }

    /// The key of the array in the sample; `None` if the sample is the array.
    pub(super) fn sample_key(self) -> Option<&'static str> {
        match self {
            Self::GithubApp => Some("repositories"),
            Self::Microsoft => Some("value"),
            Self::Github | Self::Gitlab | Self::Folder | Self::Gerrit => None,
        }
    }

    /// The key of the array in the result; `None` if the result is the array.
    pub(super) fn result_key(self) -> Option<&'static str> {
        match self {
            Self::Microsoft => Some("value"),
            Self::Github | Self::GithubApp | Self::Gitlab | Self::Folder | Self::Gerrit => None,
        }
    }
}

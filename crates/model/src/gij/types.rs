//! The twelve types of integration and what each of them has.

use crate::query::HostShape;
use std::fmt;

/// A way to sign in to a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// A personal access token in `pat`.
    Token,
    /// A token in `pat` with the literal user name `all` (Team Foundation Server).
    TokenForAll,
    /// `username` and `password`.
    Password,
    /// AWS: access key id in `username`, secret access key in `password`.
    AccessKey,
}

/// Where an integration's repositories come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A fixed host; the field may stay empty and then means this URL.
    Default(&'static str),
    /// A host of its own kind that needs no URL; the placeholder shows what one looks like.
    Optional(&'static str),
    /// A URL of one's own; the placeholder shows what one looks like.
    Url(&'static str),
    /// A folder on the Jira server; the placeholder shows what one looks like.
    Folder(&'static str),
}

/// What one type of integration has.
#[derive(Debug, PartialEq, Eq)]
pub struct TypeSpec {
    /// Name on the wire.
    pub name: &'static str,
    /// What people call the host.
    pub label: &'static str,
    /// One sentence that tells it from its neighbours.
    pub about: &'static str,
    /// Where its repositories come from.
    pub origin: Origin,
    /// Ways to sign in, the usual one first; none for folders.
    pub auth: &'static [Auth],
    /// Example of a custom API path; `None` where the host has none.
    pub api_path: Option<&'static str>,
    /// What a JMESPath filter sees; `None` where there is no filter.
    pub filter: Option<HostShape>,
    /// Whether a collection can be chosen (`tfsCollection`).
    pub collection: bool,
    /// Whether fetched references can be chosen (`refSpec*`).
    pub refspecs: bool,
    /// Whether pull requests and users' own tokens exist there (`prHideFilter`, `requireUserPat`).
    pub pull_requests: PullRequests,
    /// Why no new one should be made; `None` for current types.
    pub legacy: Option<&'static str>,
    /// What one should know before choosing it.
    pub notes: &'static [&'static str],
}

/// What a host knows of pull requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PullRequests {
    /// They can be hidden by a pattern, and users can be asked for their own tokens.
    WithUserTokens,
    /// They can be hidden by a pattern.
    WithoutUserTokens,
    /// There are none.
    None,
}

/// The type of an integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntegrationType {
    /// One of the twelve.
    Known(&'static TypeSpec),
    /// One that the documents do not name; kept as the server wrote it.
    Other(String),
}

impl IntegrationType {
    /// The twelve types in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = &'static TypeSpec> {
        TYPES.iter()
    }

    /// The type with this name on the wire. Never fails: unknown names survive.
    pub fn parse(name: &str) -> Self {
        match TYPES.iter().find(|spec| spec.name == name) {
            Some(spec) => Self::Known(spec),
            None => Self::Other(name.to_owned()),
        }
    }

    /// The name on the wire.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(spec) => spec.name,
            Self::Other(name) => name,
        }
    }

    /// What people call it.
    pub fn label(&self) -> &str {
        match self {
            Self::Known(spec) => spec.label,
            Self::Other(name) if name.is_empty() => "Unknown type",
            Self::Other(name) => name,
        }
    }

    /// What this type has; `None` for unknown ones.
    pub fn spec(&self) -> Option<&'static TypeSpec> {
        match self {
            Self::Known(spec) => Some(spec),
            Self::Other(_) => None,
        }
    }

    /// Whether it is a folder on the Jira server, whose files are not Jira's to delete.
    pub fn is_folder(&self) -> bool {
        self.spec().is_some_and(|spec| matches!(spec.origin, Origin::Folder(_)))
    }
}

impl fmt::Display for IntegrationType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

const GITHUB_PATH: &str = "/orgs/acme/repos";
const GITLAB_PATH: &str = "/api/v4/groups/acme/projects?include_subgroups=true";

/// Labels follow the required fields, not the Add document's prose, which has AZURE and AZURE_DEVOPS the wrong way round.
static TYPES: [TypeSpec; 12] = [
    TypeSpec {
        name: "GITHUB",
        label: "GitHub.com",
        about: "Repositories on github.com, Enterprise Cloud and managed users included.",
        origin: Origin::Default("https://api.github.com"),
        auth: &[Auth::Token, Auth::Password],
        api_path: Some(GITHUB_PATH),
        filter: Some(HostShape::Github),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &[
            "The token needs the scope “repo”. GitHub.com has refused passwords since 13 November 2020.",
        ],
    },
    TypeSpec {
        name: "GITHUB_SERVER",
        label: "GitHub Enterprise",
        about: "GitHub Enterprise Server on a host of your own.",
        origin: Origin::Url("https://github.acme.example"),
        auth: &[Auth::Token, Auth::Password],
        api_path: Some(GITHUB_PATH),
        filter: Some(HostShape::Github),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &["User name and password work up to GitHub Enterprise Server 3.8 only."],
    },
    TypeSpec {
        name: "GITLAB",
        label: "GitLab.com",
        about: "Projects on gitlab.com.",
        origin: Origin::Default("https://gitlab.com"),
        auth: &[Auth::Token],
        api_path: Some(GITLAB_PATH),
        filter: Some(HostShape::Gitlab),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &[
            "The token needs the scope “api”; “read_repository” with the Reporter role is enough for reading.",
        ],
    },
    TypeSpec {
        name: "GITLAB_SERVER",
        label: "GitLab CE/EE",
        about: "GitLab on a host of your own (API version 4, GitLab 10.2 and newer).",
        origin: Origin::Url("https://gitlab.acme.example"),
        auth: &[Auth::Token],
        api_path: Some(GITLAB_PATH),
        filter: Some(HostShape::Gitlab),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &[
            "The token needs the scope “api”; “read_repository” with the Reporter role is enough for reading.",
        ],
    },
    TypeSpec {
        name: "GITLAB_SERVER_LEGACY",
        label: "GitLab CE/EE, API version 3",
        about: "GitLab older than 10.2 on a host of your own.",
        origin: Origin::Url("https://gitlab.acme.example"),
        auth: &[Auth::Password],
        api_path: None,
        filter: Some(HostShape::Gitlab),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: Some(
            "Support ended in March 2024 (Git Integration for Jira 4.19 to 4.25). Choose GitLab CE/EE for GitLab 10.2 and newer.",
        ),
        notes: &[],
    },
    TypeSpec {
        name: "AZURE",
        label: "Azure DevOps Services",
        about: "Microsoft’s cloud at dev.azure.com.",
        origin: Origin::Default("https://dev.azure.com"),
        auth: &[Auth::Token],
        api_path: None,
        filter: Some(HostShape::Microsoft),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &[
            "The token must be made for all accessible organizations, with Code: read.",
            "The vendor’s text describes AZURE as the server; its examples and required fields show that it is the cloud.",
        ],
    },
    TypeSpec {
        name: "AZURE_DEVOPS",
        label: "Azure DevOps Server",
        about: "Azure DevOps Server 2019 and newer on a host of your own.",
        origin: Origin::Url("https://devops.acme.example"),
        auth: &[Auth::Token, Auth::Password],
        api_path: None,
        filter: Some(HostShape::Microsoft),
        collection: true,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &[
            "Write the user name without its domain.",
            "The vendor’s text describes AZURE_DEVOPS as the cloud; its examples and required fields show that it is the server.",
        ],
    },
    TypeSpec {
        name: "VSTS",
        label: "Visual Studio Team Services",
        about: "The old visualstudio.com name of Azure DevOps Services.",
        origin: Origin::Default("https://visualstudio.com"),
        auth: &[Auth::Token],
        api_path: None,
        filter: Some(HostShape::Microsoft),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &["The token must be made for all accessible organizations, with Code: read."],
    },
    TypeSpec {
        name: "TFS_SERVER",
        label: "Team Foundation Server",
        about: "TFS 2017 and 2018 on a host of your own.",
        origin: Origin::Url("https://tfs.acme.example/tfs"),
        auth: &[Auth::Password, Auth::TokenForAll],
        api_path: None,
        filter: Some(HostShape::Microsoft),
        collection: true,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &["Tokens work from TFS 2017 on; they are sent with the user name “all”."],
    },
    TypeSpec {
        name: "AWS",
        label: "AWS CodeCommit",
        about: "CodeCommit repositories of one AWS region.",
        origin: Origin::Optional("https://git-codecommit.eu-west-1.amazonaws.com"),
        auth: &[Auth::AccessKey],
        api_path: None,
        filter: None,
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithUserTokens,
        legacy: None,
        notes: &["AWS allows two access keys for a user: make the new one before you delete the old one."],
    },
    TypeSpec {
        name: "GERRIT",
        label: "Gerrit",
        about: "Gerrit Code Review on a host of your own.",
        origin: Origin::Url("https://gerrit.acme.example"),
        auth: &[Auth::Password],
        api_path: None,
        filter: Some(HostShape::Gerrit),
        collection: false,
        refspecs: true,
        pull_requests: PullRequests::WithoutUserTokens,
        legacy: None,
        notes: &["Fetch refs/changes/* to see changes under review. The main branch is always master."],
    },
    TypeSpec {
        name: "FILESPACE",
        label: "Tracked folder",
        about: "Repositories in a folder of the Jira server’s own file system.",
        origin: Origin::Folder("/jira/repos/*"),
        auth: &[],
        api_path: None,
        filter: Some(HostShape::Folder),
        collection: false,
        refspecs: false,
        pull_requests: PullRequests::None,
        legacy: None,
        notes: &["Jira reads the folder with the rights of its own operating-system user."],
    },
];

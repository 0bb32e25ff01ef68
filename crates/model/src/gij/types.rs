//! The twelve types of integration and what each of them has.

mod table;

use crate::text::query::HostShape;
use std::fmt;
use table::TYPES;

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

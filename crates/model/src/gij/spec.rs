//! What one type of integration has: its hosts, its ways to sign in, its optional fields.

use crate::text::query::HostShape;

/// A way to sign in to a Git host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// A personal access token in `pat`.
    Token,
    /// A token in `pat`, together with the literal user name `all` (Team Foundation Server).
    TokenForAll,
    /// `username` and `password`.
    Password,
    /// AWS: the access key ID in `username`, the secret access key in `password`.
    AccessKey,
}

/// What `origin` holds for one type, with the text that the form shows as an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The URL of a public host. An empty `origin` means this URL.
    Default(&'static str),
    /// An optional URL: another field says which host it is. The text is an example.
    Optional(&'static str),
    /// A required URL. The text is an example.
    Url(&'static str),
    /// A required folder on the Jira server. The text is an example.
    Folder(&'static str),
}

/// What a host knows about pull requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PullRequests {
    /// A pattern can hide them (`prHideFilter`), and users can be asked for their own tokens (`requireUserPat`).
    WithUserTokens,
    /// A pattern can hide them (`prHideFilter`).
    WithoutUserTokens,
    /// The host has none.
    None,
}

/// One type of integration.
#[derive(Debug, PartialEq, Eq)]
pub struct TypeSpec {
    /// Value of `type` and `integrationType` on the wire, such as `GITHUB_SERVER`.
    pub name: &'static str,
    /// Name in sentences and lists, such as “GitHub Enterprise”.
    pub label: &'static str,
    /// One sentence that distinguishes it from similar types.
    pub about: &'static str,
    /// What `origin` holds.
    pub origin: Origin,
    /// Ways to sign in, the recommended one first; empty for folders.
    pub auth: &'static [Auth],
    /// Example of `apiPath`; `None` where the host has no such setting.
    pub api_path: Option<&'static str>,
    /// Shape of the list that a JMESPath filter (`apiFilter`) is applied to; `None` where there is no filter.
    pub filter: Option<HostShape>,
    /// Whether it has `tfsCollection`.
    pub collection: bool,
    /// Whether it has `refSpecNotes`, `refSpecChanges` and `refSpecCustom`.
    pub refspecs: bool,
    /// Which settings for pull requests it has.
    pub pull_requests: PullRequests,
    /// Why no new one should be added, as a sentence; `None` for types that the vendor supports.
    pub legacy: Option<&'static str>,
    /// Sentences to read before adding one.
    pub notes: &'static [&'static str],
}

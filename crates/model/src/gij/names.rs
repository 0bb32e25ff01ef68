//! What the types of integration are called, apart from everything else that is known of them: a list needs no more.

/// The names of one type.
#[derive(Debug, PartialEq, Eq)]
pub struct TypeName {
    /// Value of `type` and `integrationType` on the wire, such as `GITHUB_SERVER`.
    pub name: &'static str,
    /// Name in sentences and lists, such as “GitHub Enterprise”.
    pub label: &'static str,
}

const fn of(name: &'static str, label: &'static str) -> TypeName {
    TypeName { name, label }
}

pub(super) const GITHUB: TypeName = of("GITHUB", "GitHub.com");
pub(super) const GITHUB_SERVER: TypeName = of("GITHUB_SERVER", "GitHub Enterprise");
pub(super) const GITLAB: TypeName = of("GITLAB", "GitLab.com");
pub(super) const GITLAB_SERVER: TypeName = of("GITLAB_SERVER", "GitLab CE/EE");
pub(super) const GITLAB_SERVER_LEGACY: TypeName = of("GITLAB_SERVER_LEGACY", "GitLab CE/EE, API version 3");
pub(super) const AZURE: TypeName = of("AZURE", "Azure DevOps Services");
pub(super) const AZURE_DEVOPS: TypeName = of("AZURE_DEVOPS", "Azure DevOps Server");
pub(super) const VSTS: TypeName = of("VSTS", "Visual Studio Team Services");
pub(super) const TFS_SERVER: TypeName = of("TFS_SERVER", "Team Foundation Server");
pub(super) const AWS: TypeName = of("AWS", "AWS CodeCommit");
pub(super) const GERRIT: TypeName = of("GERRIT", "Gerrit");
pub(super) const FILESPACE: TypeName = of("FILESPACE", "Tracked folder");

/// All of them, in the order of the catalogue.
pub(super) static ALL: [TypeName; 12] = [
    GITHUB,
    GITHUB_SERVER,
    GITLAB,
    GITLAB_SERVER,
    GITLAB_SERVER_LEGACY,
    AZURE,
    AZURE_DEVOPS,
    VSTS,
    TFS_SERVER,
    AWS,
    GERRIT,
    FILESPACE,
];

/// Types that the vendor no longer supports, as the catalogue says with the reason: a list needs to know no more.
pub(super) const LEGACY: [&str; 1] = [GITLAB_SERVER_LEGACY.name];

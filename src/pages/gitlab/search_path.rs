//! Which project or group the path of an address is in.

use patchbay_model::gitlab::Level;
use patchbay_model::text::percent::decode;

/// What an address names on its server.
pub struct Named {
    /// Which of the two it is, or more likely is.
    pub level: Level,
    /// Its number or full path.
    pub id: String,
    /// Whether it can be the other one as well.
    pub or_other: bool,
}

/// What a path is a part of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The address of a page, as browsers show it.
    Page,
    /// An address that Git uses through SSH.
    Ssh,
    /// Nothing: it was typed without a host.
    Bare,
}

/// The project or group that the path is in; `level` is what is searched for.
pub fn named(path: &str, kind: Kind, level: Level) -> Option<Named> {
    let path = path.split(['?', '#']).next()?;
    // A branch or a version, as package managers write it.
    let path = if kind == Kind::Bare { path } else { path.split('@').next()? };
    let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (level, id) = match parts.as_slice() {
        // Of the API, and of GitLab's own links by number.
        ["api", _, "projects", id, ..] if number(id).is_some() || id.contains('/') => {
            (Level::Project, number(id).or_else(|| full_path(id))?)
        }
        // Without the encoding that the API wants.
        ["api", _, "projects", path @ ..] => return project(path),
        ["api", _, "groups", id, ..] => (Level::Group, number(id).or_else(|| group_path(id))?),
        ["projects", id] | ["-", "p", id] if number(id).is_some() => (Level::Project, number(id)?),
        ["-", "g", id] if number(id).is_some() => (Level::Group, number(id)?),
        ["groups", "new"] => return None,
        // The editor in the browser, and the pages of administrators.
        ["-", "ide", "project", path @ ..] | ["admin", "projects", path @ ..] => return project(path),
        ["groups", path @ ..] | ["admin", "groups", path @ ..] => {
            let end = (1..path.len()).find(|at| begins_group_page(&path[*at..], kind));
            (Level::Group, group_path(&path[..end.unwrap_or(path.len())].join("/"))?)
        }
        // Pages of neither.
        [first, ..] if is_reserved(first) => return None,
        // GitLab leads from here to the page of the group.
        [only] if kind == Kind::Page && !only.contains('/') => (Level::Group, group_path(only)?),
        [only, "-", ..] if kind != Kind::Ssh && !only.contains('/') => (Level::Group, group_path(only)?),
        parts => return shared(parts, kind, level),
    };
    Some(Named { level, id, or_other: false })
}

/// The project whose page begins somewhere in the path.
fn project(parts: &[&str]) -> Option<Named> {
    let end = (2..parts.len()).find(|at| begins_page(&parts[*at..], Kind::Page)).unwrap_or(parts.len());
    Some(Named { level: Level::Project, id: full_path(&parts[..end].join("/"))?, or_other: false })
}

/// The same for addresses that projects and groups share.
fn shared(parts: &[&str], kind: Kind, level: Level) -> Option<Named> {
    let end = (2..parts.len()).find(|at| begins_page(&parts[*at..], kind)).unwrap_or(parts.len());
    let path = parts[..end].join("/");
    let id = full_path(&path)?;
    // Only projects have a repository, and pages of other things below their own path.
    let has_settings = matches!(&parts[end..], [] | ["-"] | ["-", "settings" | "integrations" | "edit", ..]);
    if kind == Kind::Ssh || id.len() < path.len() || !has_settings {
        return Some(Named { level: Level::Project, id, or_other: false });
    }
    // Without a host it is a path, and the reader knows of what.
    let or_other = kind == Kind::Page || level == Level::Group;
    Some(Named { level, id, or_other })
}

/// The number of a project or group, if the text is one.
pub fn number(text: &str) -> Option<String> {
    let is_number = !text.is_empty() && text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.to_owned())
}

/// Whether a page of a project begins here, after the project's path. GitLab separates them by a lone hyphen; its old
/// addresses do not. In the address of a page also by words that a project could have as its name.
fn begins_page(parts: &[&str], kind: Kind) -> bool {
    match parts {
        // GitLab lets no project have these names ("Reserved project and group names").
        [
            "-" | ".git" | "badges" | "blame" | "blob" | "builds" | "commits" | "create" | "create_dir"
            | "edit" | "find_file" | "gitlab-lfs" | "info" | "new" | "preview" | "raw" | "refs" | "tree"
            | "update" | "wikis",
            ..,
        ] => true,
        ["files" | "git-upload-pack" | "git-receive-pack", ..] => true,
        // A snippet is a repository of its own.
        [page, number, ..] if self::number(number.trim_end_matches(".git")).is_some() => is_known(page),
        ["commit", hash, ..] => hash.len() >= 7 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
        [page, ..] => kind == Kind::Page && is_known(without_feed(page)),
        [] => false,
    }
}

fn is_known(page: &str) -> bool {
    matches!(
        page,
        "issues"
            | "merge_requests"
            | "milestones"
            | "pipelines"
            | "jobs"
            | "snippets"
            | "boards"
            | "commit"
            | "compare"
            | "branches"
            | "tags"
            | "labels"
            | "releases"
            | "environments"
            | "services"
            | "integrations"
            | "hooks"
            | "settings"
            | "project_members"
            | "activity"
            | "network"
            | "graphs"
            | "forks"
            | "variables"
            | "triggers"
            | "deploy_keys"
            | "protected_branches"
            | "uploads"
            | "container_registry"
            | "repository"
            | "packages"
            | "runners"
            | "cycle_analytics"
            | "imports"
            | "import"
            | "audit_events"
            | "deploy_tokens"
            | "deployments"
            | "error_tracking"
            | "feature_flags"
            | "group_links"
            | "incidents"
            | "pages_domains"
            | "pipeline_schedules"
            | "protected_tags"
            | "mirror"
            | "security"
            | "clusters"
    )
}

/// Whether GitLab has something else at this first part of an address ("Reserved project and group names").
fn is_reserved(first: &str) -> bool {
    matches!(
        first,
        "-" | ".well-known"
            | "abuse_reports"
            | "admin"
            | "api"
            | "assets"
            | "autocomplete"
            | "dashboard"
            | "explore"
            | "favicon.ico"
            | "files"
            | "groups"
            | "health_check"
            | "help"
            | "import"
            | "invites"
            | "jwt"
            | "login"
            | "oauth"
            | "profile"
            | "projects"
            | "public"
            | "robots.txt"
            | "s"
            | "search"
            | "sitemap"
            | "snippets"
            | "unsubscribes"
            | "uploads"
            | "users"
            | "v2"
    )
}

/// Whether a page of a group begins here, after the group's path. Old addresses have no lone hyphen before it.
fn begins_group_page(parts: &[&str], kind: Kind) -> bool {
    let is_old = |page: &str| {
        matches!(
            page,
            "activity"
                | "boards"
                | "edit"
                | "group_members"
                | "issues"
                | "labels"
                | "merge_requests"
                | "milestones"
        )
    };
    matches!(parts, ["-", ..]) || (kind == Kind::Page && parts.first().is_some_and(|page| is_old(page)))
}

/// The full path of a group: also without a slash, and of digits only.
fn group_path(path: &str) -> Option<String> {
    let path = without_feed(path.trim_matches('/'));
    full_path(&format!("{path}/-")).map(|_| path.to_owned())
}

/// The full path of a project, of its repository or of its wiki's.
fn full_path(path: &str) -> Option<String> {
    let path = without_feed(path.trim_matches('/'));
    let path = path.strip_suffix(".git").map_or(path, |path| path.strip_suffix(".wiki").unwrap_or(path));
    let is_name = |part: &str| !part.is_empty() && !matches!(part, "." | "..");
    let is_path = path.contains('/')
        && path.split('/').all(is_name)
        && !path.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '\\' | '%' | '@'));
    is_path.then(|| path.to_owned())
}

/// Without the end of what feed readers fetch. GitLab lets nothing have such a name.
fn without_feed(path: &str) -> &str {
    path.strip_suffix(".atom").unwrap_or(path)
}

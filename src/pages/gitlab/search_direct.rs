//! The search for a project or a group: recognises a number, a full path, or an address of any kind that people copy.

use patchbay_model::gitlab::Level;
use patchbay_model::text::percent::decode;

/// A project or group that is meant by itself, without a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direct {
    /// One of a server of config.json.
    Home {
        /// The server's place.
        place: String,
        /// Which of the two it is, or more likely is.
        level: Level,
        /// Its number or full path.
        id: String,
        /// Whether it can be the other one as well: GitLab has the same addresses for both.
        or_other: bool,
    },
    /// A web address on a server that config.json does not list: its host.
    Unlisted(String),
}

/// What a text means to somebody.
#[derive(Clone, Copy)]
pub struct Reader<'r> {
    /// The place of the server that is open.
    pub here: &'r str,
    /// What is searched for there.
    pub level: Level,
    /// The places of all servers.
    pub places: &'r [String],
    /// Writes a host as servers write it.
    pub ascii: &'r dyn Fn(&str) -> String,
}

/// What `text` means to the reader. `None`: words to search for.
pub fn direct(text: &str, reader: Reader<'_>) -> Option<Direct> {
    let text = text.trim();
    if let Some(found) = text.split_whitespace().find_map(|word| Address::parse(bare(word))) {
        return found.on(reader);
    }
    if text.contains(char::is_whitespace) {
        return None;
    }
    let text = bare(text);
    let on_host = Address { is_ssh: false, host: "", path: text };
    // A host without a scheme before it, as browsers show it.
    let (host, path) = text.split_once('/').unwrap_or((text, ""));
    let address = Address { is_ssh: false, host, path };
    if host.contains(['.', ':']) && address.place(reader).is_some() {
        return address.on(reader);
    }
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    if host.rsplit_once(':').is_some_and(|(name, port)| is_port(port) && !name.is_empty())
        && path.contains('/')
    {
        return address.on(reader);
    }
    let found = match number(text.strip_prefix('#').unwrap_or(text)) {
        Some(id) => Named { level: reader.level, id, or_other: false },
        None => on_host.named(reader.level)?,
    };
    Some(found.at(reader.here))
}

/// What an address names on its server.
struct Named {
    level: Level,
    id: String,
    or_other: bool,
}

impl Named {
    fn sure(level: Level, id: String) -> Self {
        Self { level, id, or_other: false }
    }

    fn at(self, place: &str) -> Direct {
        let Self { level, id, or_other } = self;
        Direct::Home { place: place.to_owned(), level, id, or_other }
    }
}

/// Without brackets, quotation marks and the end of a sentence around it.
fn bare(word: &str) -> &str {
    let around = |c: char| matches!(c, '<' | '>' | '"' | '\'' | '`' | '“' | '”' | '(' | ')' | ',' | ';');
    word.trim_start_matches(around).trim_end_matches(|c| around(c) || c == '.')
}

/// The parts of an address.
struct Address<'a> {
    /// Whether Git uses it through SSH, which has a port of its own, and no folder.
    is_ssh: bool,
    /// Host and port.
    host: &'a str,
    /// What follows.
    path: &'a str,
}

impl<'a> Address<'a> {
    /// An address with a scheme, or the `git@host:path` of Git.
    fn parse(word: &'a str) -> Option<Self> {
        if let Some((scheme, rest)) = word.split_once("://") {
            let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
            if scheme.is_empty() || !scheme.chars().all(is_scheme) {
                return None;
            }
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (host, path) = rest.split_at(end);
            let is_ssh = scheme.to_ascii_lowercase().ends_with("ssh");
            return Some(Self { is_ssh, host: host.rsplit('@').next().unwrap_or(host), path });
        }
        let (user, rest) = word.split_once('@')?;
        let (host, path) = match rest.strip_prefix('[') {
            Some(_) => rest.split_once("]:")?,
            None => rest.split_once(':')?,
        };
        let is_login = !user.is_empty() && !user.contains('/') && !host.is_empty() && !host.contains('/');
        is_login.then_some(Self { is_ssh: true, host: &rest[..rest.len() - path.len() - 1], path })
    }

    /// What it means to this reader.
    fn on(&self, reader: Reader<'_>) -> Option<Direct> {
        match self.place(reader) {
            Some(place) => {
                let path = below(self.path, folder(place)).unwrap_or(self.path);
                Some(Address { path, ..*self }.named(reader.level)?.at(place))
            }
            None => Some(Direct::Unlisted(self.host.to_owned())),
        }
    }

    /// The server that it is on. A GitLab in a folder of another one's host is meant by the longer of the two; where
    /// only SSH is known, the server that is open comes first.
    fn place<'r>(&self, reader: Reader<'r>) -> Option<&'r str> {
        let Reader { here, places, ascii, .. } = reader;
        let host = if self.host.is_ascii() { self.host.to_ascii_lowercase() } else { ascii(self.host) };
        let is_host = |place: &str| {
            let listed = host_of(place).to_ascii_lowercase();
            if self.is_ssh { name(&listed) == name(&host) } else { usual(&listed) == usual(&host) }
        };
        let fits =
            |place: &&String| is_host(place) && (self.is_ssh || below(self.path, folder(place)).is_some());
        let rank = |place: &&String| {
            let is_below = below(self.path, folder(place)).is_some();
            (is_below, is_below.then_some(folder(place).len()), place.as_str() == here)
        };
        places.iter().filter(fits).max_by_key(rank).map(String::as_str)
    }

    /// The project or group that the path is in; `level` is what is searched for.
    fn named(&self, level: Level) -> Option<Named> {
        let path = self.path.split(['?', '#']).next()?;
        let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(decode).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        match parts.as_slice() {
            // Of the API, and of GitLab's own links by number.
            ["api", _, "projects", id, ..] => {
                return Some(Named::sure(Level::Project, number(id).or_else(|| full_path(id))?));
            }
            ["api", _, "groups", id, ..] => {
                return Some(Named::sure(Level::Group, number(id).or_else(|| group_path(id))?));
            }
            ["projects", id] | ["-", "p", id] if number(id).is_some() => {
                return Some(Named::sure(Level::Project, number(id)?));
            }
            ["-", "g", id] if number(id).is_some() => return Some(Named::sure(Level::Group, number(id)?)),
            ["groups", "new"] => return None,
            ["groups", path @ ..] => {
                let end = (1..path.len()).find(|at| begins_group_page(&path[*at..], self.is_page()));
                let id = group_path(&path[..end.unwrap_or(path.len())].join("/"))?;
                return Some(Named::sure(Level::Group, id));
            }
            // Pages of neither.
            [first, ..] if is_reserved(first) => return None,
            // GitLab leads from here to the page of the group.
            [only] if self.is_page() && !only.contains('/') => {
                return Some(Named::sure(Level::Group, group_path(only)?));
            }
            [only, "-", ..] if !self.is_ssh && !only.contains('/') => {
                return Some(Named::sure(Level::Group, group_path(only)?));
            }
            _ => {}
        }
        let is_page = self.is_page();
        let end = (2..parts.len()).find(|at| begins_page(&parts[*at..], is_page)).unwrap_or(parts.len());
        let path = parts[..end].join("/");
        let id = full_path(&path)?;
        // Only projects have a repository, and pages of other things below their own path.
        let has_settings =
            matches!(&parts[end..], [] | ["-"] | ["-", "settings" | "integrations" | "edit", ..]);
        let is_sure = self.is_ssh || id.len() < path.len() || !has_settings;
        // Without a host it is a path, and the reader knows of what.
        let or_other = !is_sure && (is_page || level == Level::Group);
        Some(Named { level: if is_sure { Level::Project } else { level }, id, or_other })
    }

    /// Whether it is one that browsers show, with a host.
    fn is_page(&self) -> bool {
        !self.is_ssh && !self.host.is_empty()
    }
}

/// A number.
fn number(text: &str) -> Option<String> {
    let is_number = !text.is_empty() && text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.to_owned())
}

/// Host and port of a place.
fn host_of(place: &str) -> &str {
    place.split('/').next().unwrap_or(place)
}

/// The folder of a place, without a slash before it; empty where it has none.
fn folder(place: &str) -> &str {
    place.split_once('/').map_or("", |(_, folder)| folder)
}

/// A host without the ports that addresses need not name.
fn usual(host: &str) -> &str {
    host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host)
}

/// A host without any port.
fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    }
}

/// The path below a folder.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    let path = path.trim_start_matches('/');
    if folder.is_empty() {
        return Some(path);
    }
    let begin = path.get(..folder.len()).filter(|begin| begin.eq_ignore_ascii_case(folder))?;
    let rest = &path[begin.len()..];
    if rest.is_empty() || rest.starts_with(['/', '?', '#']) { Some(rest) } else { None }
}

/// Whether a page of a project begins here, after the project's path. GitLab separates them by a lone hyphen; its old
/// addresses do not. In the address of a page (`is_page`) also by words that a project could have as its name.
fn begins_page(parts: &[&str], is_page: bool) -> bool {
    match parts {
        // GitLab lets no project have these names ("Reserved project and group names").
        [
            "-" | "badges" | "blame" | "blob" | "builds" | "commits" | "create" | "create_dir" | "edit"
            | "find_file" | "info" | "new" | "preview" | "raw" | "refs" | "tree" | "update" | "wikis",
            ..,
        ] => true,
        ["files" | "git-upload-pack" | "git-receive-pack", ..] => true,
        [page, number, ..] if number.bytes().all(|byte| byte.is_ascii_digit()) => is_known(page),
        ["commit", hash, ..] => hash.len() >= 7 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
        [page, ..] => is_page && is_known(page),
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
fn begins_group_page(parts: &[&str], is_page: bool) -> bool {
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
    matches!(parts, ["-", ..]) || (is_page && parts.first().is_some_and(|page| is_old(page)))
}

/// The full path of a group: also without a slash, and of digits only.
fn group_path(path: &str) -> Option<String> {
    let path = path.trim_matches('/');
    full_path(&format!("{path}/-")).map(|_| path.to_owned())
}

/// The full path of a project, of its repository or of its wiki's.
fn full_path(path: &str) -> Option<String> {
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").map_or(path, |path| path.strip_suffix(".wiki").unwrap_or(path));
    let is_name = |part: &str| !part.is_empty() && !matches!(part, "." | "..");
    let is_path = path.contains('/')
        && path.split('/').all(is_name)
        && !path.contains(|c: char| c.is_whitespace() || matches!(c, ':' | '\\' | '%' | '@'));
    is_path.then(|| path.to_owned())
}

#[cfg(test)]
mod tests;

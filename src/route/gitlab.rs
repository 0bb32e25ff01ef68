//! The pages of GitLab servers: a server, then a project or a group, then an integration.

use super::encode::{encode, read, read_name};
use super::query::{TableQuery, again};
use patchbay_model::gitlab::Level;
use std::fmt;

/// A page of one GitLab server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitLabRoute {
    /// Where the server is, as `Server::place` gives it; empty for the first of config.json, which only the search
    /// for a project knows.
    pub server: String,
    /// Whether it is about projects or about groups.
    pub level: Level,
    /// Which of its pages.
    pub page: GitLabPage,
}

/// The pages of a GitLab server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitLabPage {
    /// The search for a project or a group.
    Search {
        /// What names and paths are searched for.
        search: String,
        /// Which page of what was found, from 1.
        page: u32,
    },
    /// A project or a group with its integrations.
    Home {
        /// Its number, or its full path.
        id: String,
        /// What the integrations are searched for.
        search: String,
        /// The category shown alone; empty for all.
        category: String,
    },
    /// The form of one integration.
    Integration {
        /// The number of the project or group, or its full path.
        id: String,
        /// The integration's name in addresses, such as `slack`.
        slug: String,
    },
    /// Many projects and groups in one table, or one integration of them side by side.
    Fleet {
        /// The integration that is compared; empty for the table.
        slug: String,
        /// Which projects and groups, as the address says it: the pair whose name is one of [`SCOPES`]. Empty while that is
        /// not chosen.
        scope: String,
        /// What else the address says: search, facets, order, columns.
        query: TableQuery,
    },
    /// A change of many.
    Plan {
        /// Which page.
        page: GitLabPlan,
        /// The integration that it is about; empty where that is none or more.
        slug: String,
        /// What a page about one integration begins with, as the address says it.
        query: String,
    },
}

/// The pages about changes of one integration, or more, in many projects and groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GitLabPlan {
    /// The plan that is open, its run and its report.
    Open,
    /// Setting one up in those that are chosen.
    SetUp,
    /// Changing settings of one in those that are chosen.
    Change,
    /// Disabling one in those that are chosen.
    Disable,
    /// Letting one use inherited settings in those that are chosen.
    Inherit,
    /// A file of those that are chosen.
    Export,
    /// A plan from a file.
    Import,
    /// What puts back what the open plan did.
    Reverse,
}

impl GitLabPlan {
    /// Each with its name in addresses; the plan itself has none.
    const NAMES: [(Self, &str); 7] = [
        (Self::SetUp, "set-up"),
        (Self::Change, "change"),
        (Self::Disable, "disable"),
        (Self::Inherit, "inherit"),
        (Self::Export, "export"),
        (Self::Import, "import"),
        (Self::Reverse, "reverse"),
    ];

    /// Whether it is about one integration, which its address names once it is chosen.
    const fn is_of_one(self) -> bool {
        matches!(self, Self::SetUp | Self::Change | Self::Disable | Self::Inherit)
    }

    /// Reads the part behind `plan`.
    fn parse(parts: &[&str], query: &str) -> Option<GitLabPage> {
        let (name, slug) = match parts {
            [] => return Some(Self::Open.of(String::new())),
            [name] => (*name, String::new()),
            [name, slug] => (*name, read_name(slug)?),
            _ => return None,
        };
        let (page, _) = *Self::NAMES.iter().find(|(_, other)| *other == name)?;
        let query = if slug.is_empty() { String::new() } else { again(query).join("&") };
        (slug.is_empty() || page.is_of_one()).then_some(GitLabPage::Plan { page, slug, query })
    }

    fn of(self, slug: String) -> GitLabPage {
        GitLabPage::Plan { page: self, slug, query: String::new() }
    }
}

/// What the pair is called that says which projects and groups are in the table.
const SCOPES: [&str; 4] = ["mine=", "group=", "search=", "list="];

impl GitLabRoute {
    /// Reads the part behind `#/gitlab`: the parts of the path, and the query.
    pub(super) fn parse(parts: &[&str], query: &str) -> Option<Self> {
        let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
        let value = |name| pairs().find(|(other, _)| *other == name).map(|(_, value)| read(value));
        let text = |name| value(name).unwrap_or_default();
        let (server, rest) = match parts {
            [] => ("", parts),
            [server, rest @ ..] => (*server, rest),
        };
        // No project has this path: it would have a slash.
        let (level, rest) = match rest {
            ["groups", rest @ ..] => (Level::Group, rest),
            rest => (Level::Project, rest),
        };
        let page = match rest {
            [] => GitLabPage::Search {
                search: text("q"),
                page: value("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1),
            },
            ["fleet", slug @ ..] if level == Level::Project && slug.len() < 2 => {
                let slug = slug.first().map_or(Some(String::new()), |slug| read_name(slug))?;
                let mut pairs = again(query);
                let is_scope = |pair: &String| SCOPES.iter().any(|scope| pair.starts_with(scope));
                let at = pairs.iter().position(is_scope);
                let scope = at.map(|at| pairs.remove(at)).unwrap_or_default();
                GitLabPage::Fleet { slug, scope, query: TableQuery::of(pairs) }
            }
            ["plan", rest @ ..] if level == Level::Project => GitLabPlan::parse(rest, query)?,
            [id] => GitLabPage::Home { id: read_name(id)?, search: text("q"), category: text("category") },
            [id, slug] => GitLabPage::Integration { id: read_name(id)?, slug: read_name(slug)? },
            _ => return None,
        };
        Some(Self { server: read(server), level, page })
    }

    /// The search for a project on this server, with nothing searched for.
    pub fn projects(server: impl Into<String>) -> Self {
        Self::search(server, Level::Project)
    }

    /// The search for a project or a group on this server, with nothing searched for.
    pub fn search(server: impl Into<String>, level: Level) -> Self {
        Self { server: server.into(), level, page: GitLabPage::Search { search: String::new(), page: 1 } }
    }

    /// The page of a project or a group, with nothing searched for.
    pub fn home(server: impl Into<String>, level: Level, id: impl Into<String>) -> Self {
        let page = GitLabPage::Home { id: id.into(), search: String::new(), category: String::new() };
        Self { server: server.into(), level, page }
    }

    /// The form of an integration.
    pub fn integration(
        server: impl Into<String>,
        level: Level,
        id: impl Into<String>,
        slug: impl Into<String>,
    ) -> Self {
        Self {
            server: server.into(),
            level,
            page: GitLabPage::Integration { id: id.into(), slug: slug.into() },
        }
    }

    /// Many projects and groups in one table: `scope` as the address says it.
    pub fn fleet(server: impl Into<String>, scope: impl Into<String>) -> Self {
        let page =
            GitLabPage::Fleet { slug: String::new(), scope: scope.into(), query: TableQuery::default() };
        Self { server: server.into(), level: Level::Project, page }
    }

    /// A page about a change of many that is about no integration alone.
    pub fn plan(server: impl Into<String>, page: GitLabPlan) -> Self {
        Self::plan_of(server, page, "")
    }

    /// A page about a change of one integration in many projects and groups.
    pub fn plan_of(server: impl Into<String>, page: GitLabPlan, slug: impl Into<String>) -> Self {
        Self { server: server.into(), level: Level::Project, page: page.of(slug.into()) }
    }

    /// Whether both are the same page, whatever is searched for on it.
    pub(super) fn same_page(&self, other: &Self) -> bool {
        self.level == other.level
            && self.server == other.server
            && match (&self.page, &other.page) {
                (GitLabPage::Search { .. }, GitLabPage::Search { .. }) => true,
                (GitLabPage::Home { id, .. }, GitLabPage::Home { id: other, .. }) => id == other,
                (GitLabPage::Fleet { slug, scope, .. }, GitLabPage::Fleet { slug: other, scope: of, .. }) => {
                    slug == other && scope == of
                }
                _ => self.page == other.page,
            }
    }
}

/// The part behind `#`.
impl fmt::Display for GitLabRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("/gitlab")?;
        let is_group = self.level == Level::Group;
        let nothing_else = matches!(&self.page, GitLabPage::Search { search, page: 1 } if search.is_empty());
        if self.server.is_empty() && nothing_else && !is_group {
            return Ok(());
        }
        write!(f, "/{}", encode(&self.server))?;
        if is_group {
            f.write_str("/groups")?;
        }
        let mut pairs = Vec::new();
        let mut pair = |name: &str, value: &str| {
            if !value.is_empty() {
                pairs.push(format!("{name}={}", encode(value)));
            }
        };
        match &self.page {
            GitLabPage::Search { search, page } => {
                pair("q", search);
                if *page > 1 {
                    pair("page", &page.to_string());
                }
            }
            GitLabPage::Home { id, search, category } => {
                write!(f, "/{}", encode(id))?;
                pair("q", search);
                pair("category", category);
            }
            GitLabPage::Integration { id, slug } => write!(f, "/{}/{}", encode(id), encode(slug))?,
            GitLabPage::Fleet { slug, scope, query } => {
                f.write_str("/fleet")?;
                if !slug.is_empty() {
                    write!(f, "/{}", encode(slug))?;
                }
                pairs.extend(Some(scope).filter(|scope| !scope.is_empty()).cloned());
                pairs.extend(query.pairs().iter().cloned());
            }
            GitLabPage::Plan { page, slug, query } => {
                f.write_str("/plan")?;
                let named = GitLabPlan::NAMES.iter().find(|(other, _)| other == page);
                named.map_or(Ok(()), |(_, name)| write!(f, "/{name}"))?;
                if !slug.is_empty() {
                    write!(f, "/{}", encode(slug))?;
                }
                pairs.extend(Some(query).filter(|text| !text.is_empty()).cloned());
            }
        }
        if pairs.is_empty() { Ok(()) } else { write!(f, "?{}", pairs.join("&")) }
    }
}

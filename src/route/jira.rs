//! The pages of Jiras: a server, then its Git integrations.

use super::encode::{encode, read};
use super::query::{ListQuery, TableQuery};
use std::fmt;

/// A page of one Jira.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JiraRoute {
    /// Where the server is, as `Server::place` gives it; empty for the first of config.json.
    pub server: String,
    /// Which of its pages.
    pub page: JiraPage,
}

/// The pages of a Jira.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JiraPage {
    /// The list of integrations, searched, filtered and sorted.
    List(ListQuery),
    /// The choice of a type for a new integration.
    ChooseType,
    /// The form of a new integration of the type with this name on the wire.
    Add(String),
    /// The form of the integration with this id.
    Edit(u64),
    /// The form of a new integration that begins as a copy of this one.
    Clone(u64),
    /// A change of many.
    Plan(PlanPage),
    /// Reading repositories anew: of this integration, else of those that are chosen.
    Reindex(Option<u64>),
    /// The repositories of the integration with this id, searched, filtered and sorted.
    Repositories(u64, TableQuery),
    /// The form of a repository, the second, of an integration.
    Repository(u64, u64),
}

/// The pages about changes of many integrations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPage {
    /// The plan that is open, its run and its report.
    Open,
    /// Enabling those that are chosen.
    Enable,
    /// Disabling those that are chosen.
    Disable,
    /// Changing settings of those that are chosen.
    Change,
    /// Associating those that are chosen with projects.
    Projects,
    /// Replacing the credentials of those that are chosen.
    Credentials,
    /// Removing those that are chosen.
    Remove,
    /// A file of those that are chosen, or of all.
    Export,
    /// A plan from a file.
    Import,
    /// What puts back what the open plan did.
    Reverse,
}

impl PlanPage {
    /// Each with its name in addresses; the plan itself has none.
    const NAMES: [(Self, &str); 9] = [
        (Self::Enable, "enable"),
        (Self::Disable, "disable"),
        (Self::Change, "change"),
        (Self::Projects, "projects"),
        (Self::Credentials, "credentials"),
        (Self::Remove, "remove"),
        (Self::Export, "export"),
        (Self::Import, "import"),
        (Self::Reverse, "reverse"),
    ];
}

impl JiraPage {
    /// The list as it is without any filter.
    pub fn list() -> Self {
        Self::List(ListQuery::default())
    }

    /// Reads the part behind `#/integrations`, of any Jira: the parts of the path, and the query.
    fn parse(parts: &[&str], query: &str) -> Option<Self> {
        match parts {
            [] => Some(Self::List(ListQuery::parse(query))),
            ["new"] => Some(Self::ChooseType),
            ["new", kind] => Some(Self::Add(read(kind))),
            ["plan"] => Some(Self::Plan(PlanPage::Open)),
            ["plan", name] => {
                let named = PlanPage::NAMES.iter().find(|(_, other)| other == name);
                named.map(|(page, _)| Self::Plan(*page))
            }
            ["reindex"] => Some(Self::Reindex(None)),
            [id, rest @ ..] => {
                let id = id.parse().ok()?;
                match rest {
                    [] => Some(Self::Edit(id)),
                    ["clone"] => Some(Self::Clone(id)),
                    ["reindex"] => Some(Self::Reindex(Some(id))),
                    ["repositories"] => Some(Self::Repositories(id, TableQuery::parse(query))),
                    ["repositories", repository] => Some(Self::Repository(id, repository.parse().ok()?)),
                    _ => None,
                }
            }
        }
    }
}

impl JiraRoute {
    /// Reads the whole path of an address, and its query.
    pub(super) fn parse(parts: &[&str], query: &str) -> Option<Self> {
        let (server, page) = match parts {
            [] => ("", JiraPage::parse(&[], query)),
            ["integrations", rest @ ..] => ("", JiraPage::parse(rest, query)),
            ["jira", server, "integrations", rest @ ..] => (*server, JiraPage::parse(rest, query)),
            _ => return None,
        };
        Some(Self { server: read(server), page: page? })
    }

    /// Whether both are the same page, whatever is searched for on it.
    pub(super) fn same_page(&self, other: &Self) -> bool {
        let is_same = match (&self.page, &other.page) {
            (JiraPage::List(_), JiraPage::List(_)) => true,
            (JiraPage::Repositories(one, _), JiraPage::Repositories(other, _)) => one == other,
            (one, other) => one == other,
        };
        self.server == other.server && is_same
    }
}

/// The part behind `#`.
impl fmt::Display for JiraRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.server.is_empty() {
            write!(f, "/jira/{}", encode(&self.server))?;
        }
        f.write_str("/integrations")?;
        match &self.page {
            JiraPage::List(query) => write!(f, "{query}"),
            JiraPage::ChooseType => f.write_str("/new"),
            JiraPage::Add(kind) => write!(f, "/new/{}", encode(kind)),
            JiraPage::Edit(id) => write!(f, "/{id}"),
            JiraPage::Clone(id) => write!(f, "/{id}/clone"),
            JiraPage::Reindex(None) => f.write_str("/reindex"),
            JiraPage::Reindex(Some(id)) => write!(f, "/{id}/reindex"),
            JiraPage::Repositories(id, query) => write!(f, "/{id}/repositories{query}"),
            JiraPage::Repository(id, repository) => write!(f, "/{id}/repositories/{repository}"),
            JiraPage::Plan(page) => {
                f.write_str("/plan")?;
                let named = PlanPage::NAMES.iter().find(|(other, _)| other == page);
                named.map_or(Ok(()), |(_, name)| write!(f, "/{name}"))
            }
        }
    }
}

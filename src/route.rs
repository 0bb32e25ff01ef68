//! Where one is: an address behind `#`, so that the app works in any folder of any host and inside a page of Jira.

mod connection;
mod gitlab;
mod query;

pub use connection::ConnectionRoute;
pub use gitlab::{GitLabPage, GitLabRoute};
pub use query::{ListQuery, Sort, decode, encode};

use std::fmt;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
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
    /// A page of a GitLab server.
    GitLab(GitLabRoute),
    /// The check of connections.
    Connection(ConnectionRoute),
    /// An address that means nothing; kept to be shown.
    Unknown(String),
}

impl Route {
    /// Reads the part of an address behind `#`. Never fails: what means nothing is [`Route::Unknown`].
    pub fn parse(hash: &str) -> Self {
        let text = hash.trim_start_matches('#');
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let route = match parts.as_slice() {
            [] | ["integrations"] => Some(Self::List(ListQuery::parse(query))),
            ["integrations", "new"] => Some(Self::ChooseType),
            ["integrations", "new", kind] => Some(Self::Add(decode(kind))),
            ["integrations", id] => id.parse().ok().map(Self::Edit),
            ["integrations", id, "clone"] => id.parse().ok().map(Self::Clone),
            ["gitlab", rest @ ..] => GitLabRoute::parse(rest, query).map(Self::GitLab),
            ["connection", rest @ ..] => ConnectionRoute::parse(rest).map(Self::Connection),
            _ => None,
        };
        route.unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }

    /// The list as it is without any filter.
    pub fn list() -> Self {
        Self::List(ListQuery::default())
    }

    /// Whether both are the same page, whatever is searched for on it.
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::List(_), Self::List(_)) => true,
            (Self::GitLab(one), Self::GitLab(other)) => one.same_page(other),
            _ => self == other,
        }
    }
}

/// The address, with its `#`.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List(query) => write!(f, "#/integrations{query}"),
            Self::ChooseType => f.write_str("#/integrations/new"),
            Self::Add(kind) => write!(f, "#/integrations/new/{}", encode(kind)),
            Self::Edit(id) => write!(f, "#/integrations/{id}"),
            Self::Clone(id) => write!(f, "#/integrations/{id}/clone"),
            Self::GitLab(route) => write!(f, "#{route}"),
            Self::Connection(route) => write!(f, "#{route}"),
            Self::Unknown(text) => write!(f, "#{text}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_an_address_that_leads_back_to_it() {
        let filtered = ListQuery {
            search: "a & b=c, ü #1".to_owned(),
            types: vec!["GITHUB".to_owned(), "odd, type".to_owned()],
            status: vec!["disabled".to_owned()],
            indexed: vec!["stale".to_owned(), "never".to_owned()],
            projects: vec!["all".to_owned(), "10001".to_owned()],
            sort: Sort::Indexed,
            descending: true,
            stale_hours: 48,
        };
        for route in [
            Route::list(),
            Route::List(filtered),
            Route::ChooseType,
            Route::Add("GITLAB_SERVER".to_owned()),
            Route::Add("odd/type".to_owned()),
            Route::Edit(23),
            Route::Clone(23),
            Route::GitLab(GitLabRoute::projects("")),
            Route::GitLab(GitLabRoute::projects("git.example.com:8443/git")),
            Route::GitLab(GitLabRoute {
                server: String::new(),
                page: GitLabPage::Projects { search: "a & b".to_owned(), page: 3 },
            }),
            Route::GitLab(GitLabRoute {
                server: "gitlab.com".to_owned(),
                page: GitLabPage::Project {
                    id: "group/sub/project".to_owned(),
                    search: "slack".to_owned(),
                    category: "chat".to_owned(),
                },
            }),
            Route::GitLab(GitLabRoute::integration("gitlab.com", "42", "slack")),
            Route::Connection(ConnectionRoute::default()),
            Route::Connection(ConnectionRoute("git.example.com:8443/git".to_owned())),
            Route::Unknown("/nowhere".to_owned()),
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn an_unfiltered_list_has_a_short_address() {
        assert_eq!(Route::list().to_string(), "#/integrations");
        assert_eq!(Route::parse(""), Route::list());
    }

    #[test]
    fn what_means_nothing_is_kept_to_be_shown() {
        for address in
            ["/integrations/abc", "/integrations/1/2", "/gitlab/a/b/c/d", "/connection/a/b", "/plans"]
        {
            assert_eq!(Route::parse(address), Route::Unknown(address.to_owned()));
        }
    }
}

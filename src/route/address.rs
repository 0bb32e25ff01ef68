//! Every page has an address behind `#`, as a type.

use super::connection::ConnectionRoute;
use super::gitlab::GitLabRoute;
use super::jira::{JiraPage, JiraRoute};
use patchbay_model::text::pasted::without_credentials;
use std::fmt;

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A page of a Jira.
    Jira(JiraRoute),
    /// A page of a GitLab server.
    GitLab(GitLabRoute),
    /// The check of connections.
    Connection(ConnectionRoute),
    /// What needs attention in all Jiras.
    Health,
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
            ["gitlab", rest @ ..] => GitLabRoute::parse(rest, query).map(Self::GitLab),
            ["connection", rest @ ..] => ConnectionRoute::parse(rest).map(Self::Connection),
            ["health"] => Some(Self::Health),
            path => JiraRoute::parse(path, query).map(Self::Jira),
        };
        route.unwrap_or_else(|| Self::Unknown(without_credentials(text).unwrap_or_else(|| text.to_owned())))
    }

    /// The list of the first Jira as it is without any filter.
    pub fn list() -> Self {
        Self::Jira(JiraRoute { server: String::new(), page: JiraPage::list() })
    }

    /// The Jira whose page it is, as addresses call it.
    pub fn jira(&self) -> Option<&str> {
        match self {
            Self::Jira(route) => Some(&route.server),
            Self::GitLab(_) | Self::Connection(_) | Self::Health | Self::Unknown(_) => None,
        }
    }

    /// Whether both are the same page, whatever is searched for on it.
    pub fn same_page(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Jira(one), Self::Jira(other)) => one.same_page(other),
            (Self::GitLab(one), Self::GitLab(other)) => one.same_page(other),
            _ => self == other,
        }
    }
}

/// The address, with its `#`.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Jira(route) => write!(f, "#{route}"),
            Self::GitLab(route) => write!(f, "#{route}"),
            Self::Connection(route) => write!(f, "#{route}"),
            Self::Health => f.write_str("#/health"),
            Self::Unknown(text) => write!(f, "#{text}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{GitLabPage, GitLabPlan, ListQuery, PlanPage, Sort, TableQuery};
    use patchbay_model::gitlab::Level;

    /// The place of a Jira, as it is and as addresses write it.
    const SECOND: &str = "example.com:8443/jira";
    const ENCODED: &str = "example.com%3A8443%2Fjira";

    fn jira(server: &str, page: JiraPage) -> Route {
        Route::Jira(JiraRoute { server: server.to_owned(), page })
    }

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
            more: ["cols=status,apiFilter", "sort=-c.apiFilter", "c.apiFilter=a%2Cb,%28none%29"]
                .map(str::to_owned)
                .to_vec(),
        };
        let searched = TableQuery::default()
            .with("q", &["a & b=c, ü #1".to_owned()])
            .with("state", &["ERROR".to_owned(), "odd, state".to_owned()]);
        for route in [
            Route::list(),
            jira("", JiraPage::List(filtered.clone())),
            jira("", JiraPage::ChooseType),
            jira("", JiraPage::Add("GITLAB_SERVER".to_owned())),
            jira("", JiraPage::Add("odd/type".to_owned())),
            jira("", JiraPage::Edit(23)),
            jira("", JiraPage::Clone(23)),
            jira("", JiraPage::Plan(PlanPage::Open)),
            jira("", JiraPage::Plan(PlanPage::Enable)),
            jira(SECOND, JiraPage::Plan(PlanPage::Open)),
            jira(SECOND, JiraPage::Plan(PlanPage::Import)),
            jira(SECOND, JiraPage::list()),
            jira(SECOND, JiraPage::List(filtered)),
            jira(SECOND, JiraPage::ChooseType),
            jira(SECOND, JiraPage::Add("odd/type".to_owned())),
            jira(SECOND, JiraPage::Edit(23)),
            jira(SECOND, JiraPage::Clone(23)),
            jira("", JiraPage::Reindex(None)),
            jira(SECOND, JiraPage::Reindex(Some(23))),
            jira("", JiraPage::Repositories(23, TableQuery::default())),
            jira(SECOND, JiraPage::Repositories(23, searched.clone())),
            jira(SECOND, JiraPage::Repository(23, 2345)),
            Route::GitLab(GitLabRoute::projects("")),
            Route::GitLab(GitLabRoute::projects("git.example.com:8443/git")),
            Route::GitLab(GitLabRoute {
                server: String::new(),
                level: Level::Project,
                page: GitLabPage::Search { search: "a & b".to_owned(), page: 3 },
            }),
            Route::GitLab(GitLabRoute::search("gitlab.com", Level::Group)),
            Route::GitLab(GitLabRoute {
                server: "gitlab.com".to_owned(),
                level: Level::Group,
                page: GitLabPage::Search { search: "a & b".to_owned(), page: 3 },
            }),
            Route::GitLab(GitLabRoute {
                server: "gitlab.com".to_owned(),
                level: Level::Project,
                page: GitLabPage::Home {
                    id: "group/sub/project".to_owned(),
                    search: "slack".to_owned(),
                    category: "chat".to_owned(),
                },
            }),
            Route::GitLab(GitLabRoute::integration("gitlab.com", Level::Project, "42", "slack")),
            Route::GitLab(GitLabRoute::fleet("gitlab.com", "")),
            Route::GitLab(GitLabRoute::fleet("gitlab.com", "group=acme%2Ftools")),
            Route::GitLab(GitLabRoute {
                server: "gitlab.com".to_owned(),
                level: Level::Project,
                page: GitLabPage::Fleet {
                    slug: "slack".to_owned(),
                    scope: "list=101,acme%2Fapp".to_owned(),
                    query: TableQuery::parse("q=a%20%26%20b&has=slack,jira&sort=-count"),
                },
            }),
            Route::GitLab(GitLabRoute::home("gitlab.com", Level::Group, "fleet")),
            Route::GitLab(GitLabRoute::home("gitlab.com", Level::Group, "acme")),
            Route::GitLab(GitLabRoute::home("gitlab.com", Level::Group, "groups/groups")),
            Route::GitLab(GitLabRoute::integration("gitlab.com", Level::Group, "acme/tools", "slack")),
            Route::GitLab(GitLabRoute::plan("gitlab.com", GitLabPlan::Open)),
            Route::GitLab(GitLabRoute::plan("gitlab.com", GitLabPlan::Import)),
            Route::GitLab(GitLabRoute::plan("gitlab.com", GitLabPlan::SetUp)),
            Route::GitLab(GitLabRoute::plan_of("gitlab.com", GitLabPlan::SetUp, "slack")),
            Route::GitLab(GitLabRoute {
                server: "gitlab.com".to_owned(),
                level: Level::Project,
                page: GitLabPage::Plan {
                    page: GitLabPlan::SetUp,
                    slug: "slack".to_owned(),
                    query: "like=groups%2F21".to_owned(),
                },
            }),
            Route::Connection(ConnectionRoute::default()),
            Route::Connection(ConnectionRoute("git.example.com:8443/git".to_owned())),
            Route::Health,
            Route::Unknown("/nowhere".to_owned()),
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn an_unfiltered_list_has_a_short_address() {
        assert_eq!(Route::list().to_string(), "#/integrations");
        assert_eq!(Route::parse(""), Route::list());
        assert_eq!(jira(SECOND, JiraPage::list()).to_string(), format!("#/jira/{ENCODED}/integrations"));
    }

    #[test]
    fn only_another_jira_than_the_first_stands_in_the_address() {
        assert_eq!(jira("", JiraPage::Edit(23)).to_string(), "#/integrations/23");
        assert_eq!(jira(SECOND, JiraPage::Edit(23)).to_string(), format!("#/jira/{ENCODED}/integrations/23"));
    }

    #[test]
    fn the_same_number_on_another_jira_is_another_page() {
        let repositories = |id, search: &str| {
            jira("", JiraPage::Repositories(id, TableQuery::default().with("q", &[search.to_owned()])))
        };
        let searched = JiraPage::List(ListQuery { search: "a".to_owned(), ..ListQuery::default() });
        for (one, other, same) in [
            (jira("", JiraPage::Edit(1)), jira("", JiraPage::Edit(1)), true),
            (jira("", JiraPage::Edit(1)), jira(SECOND, JiraPage::Edit(1)), false),
            (jira(SECOND, JiraPage::Edit(1)), jira(SECOND, JiraPage::Clone(1)), false),
            (Route::list(), jira("", searched.clone()), true),
            (jira(SECOND, JiraPage::list()), jira(SECOND, searched.clone()), true),
            (Route::list(), jira(SECOND, searched), false),
            (repositories(23, "a"), repositories(23, "b"), true),
            (repositories(23, "a"), repositories(24, "a"), false),
            (repositories(23, "a"), jira("", JiraPage::Repository(23, 1)), false),
        ] {
            assert_eq!(one.same_page(&other), same, "{one} and {other}");
        }
    }

    #[test]
    fn no_password_stays_in_an_address() {
        for (address, left) in [
            ("/gitlab/h?q=https://u:s3cret@h/g/p", "#/gitlab/h?q=https%3A%2F%2Fh%2Fg%2Fp"),
            (
                "/gitlab/h?q=https%3A%2F%2Fu%3As3cret%40h%2Fg%2Fp&page=2",
                "#/gitlab/h?q=https%3A%2F%2Fh%2Fg%2Fp&page=2",
            ),
            ("/gitlab/h?q=https%253A%252F%252Fu%253As3cret%2540h", "#/gitlab/h?q=https%3A%2F%2Fh"),
            ("/gitlab/h/101?q=u%3As3cret%40h.example%2Fx", "#/gitlab/h/101?q=h.example%2Fx"),
            ("/gitlab/h/https%3A%2F%2Fu%3As3cret%40h%2Fp", "#/gitlab/h/https%3A%2F%2Fh%2Fp"),
            ("/gitlab/h/1/u%3As3cret%40h.example", "#/gitlab/h/1/h.example"),
            ("/gitlab/u%3As3cret%40h.example", "#/gitlab/h.example"),
            ("/integrations?q=https%3A%2F%2Fu%3As3cret%40h", "#/integrations?q=https%3A%2F%2Fh"),
            ("/integrations?type=u%3As3cret%40h.example,B", "#/integrations?type=h.example,B"),
            (
                "/integrations?c.origin=https%3A%2F%2Fu%3As3cret%40h",
                "#/integrations?c.origin=https%3A%2F%2Fh",
            ),
            (
                "/gitlab/h/fleet?q=1&list=101,https%3A%2F%2Fu%3As3cret%40h%2Fg%2Fp&https://u:s3cret@h=x",
                "#/gitlab/h/fleet?list=101,https%3A%2F%2Fh%2Fg%2Fp&q=1",
            ),
            ("/gitlab/h/fleet/u%3As3cret%40h.example?mine=all", "#/gitlab/h/fleet/h.example?mine=all"),
            ("/integrations/new/u%3As3cret%40h.example", "#/integrations/new/h.example"),
            ("/jira/u%3As3cret%40h.example/integrations", "#/jira/h.example/integrations"),
            ("/connection/u%3As3cret%40h.example", "#/connection/h.example"),
            (
                "/integrations/23/repositories?q=https%3A%2F%2Fu%3As3cret%40h",
                "#/integrations/23/repositories?q=https%3A%2F%2Fh",
            ),
            ("/plans/https://u:s3cret@h/x", "#/plans/https://h/x"),
            ("/plans/https%3A%2F%2Fu%3As3cret%40h", "#/plans/https://h"),
            ("/integrations?q=ann%40example.org", "#/integrations?q=ann%40example.org"),
        ] {
            let route = Route::parse(address);
            assert_eq!(route.to_string(), left, "{address}");
            assert_eq!(Route::parse(left), route, "{address}");
            assert!(!format!("{route:?}").contains("s3cret"), "{address}");
        }
    }

    #[test]
    fn what_means_nothing_is_kept_to_be_shown() {
        for address in [
            "/integrations/abc",
            "/integrations/1/2",
            "/integrations/1/reindex/2",
            "/integrations/1/repositories/a",
            "/integrations/a/repositories",
            "/health/1",
            "/jira",
            "/jira/a",
            "/jira/a/plans",
            "/jira/a/integrations/abc",
            "/gitlab/a/b/c/d",
            "/gitlab/a/fleet/slack/x",
            "/gitlab/a/fleet/..?mine=all",
            "/gitlab/a/groups/b/c/d",
            "/gitlab/a/plan/nothing",
            "/gitlab/a/plan/export/slack",
            "/gitlab/a/plan/set-up/slack/1",
            "/gitlab/a/.",
            "/gitlab/a/..",
            "/gitlab/a/101/.",
            "/gitlab/a/101/..",
            "/gitlab/a/101/%2E%2e",
            "/gitlab/a/101/.%2E",
            "/gitlab/a/101/%252E.",
            "/gitlab/a/../slack",
            "/gitlab/a/group%2F..%2Fproject",
            "/gitlab/a/group%2F.",
            "/gitlab/a/groups/group%2F..",
            "/gitlab/a/..%5Cproject/slack",
            "/connection/a/b",
            "/plans",
            "/integrations/plan/nothing",
            "/integrations/plan/enable/2",
        ] {
            assert_eq!(Route::parse(address), Route::Unknown(address.to_owned()));
        }
    }
}

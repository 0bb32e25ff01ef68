//! Integrations with issue trackers and planning tools.

use super::common::{description, issues_url, new_issue_url, project_url, restrict_to_branch, title};
use crate::gitlab::event::{COMMIT, MERGE_REQUESTS, PUSH};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Param, ParamKind, Place, Spec, Standing, Tier};

const TRACKER: Spec = Spec {
    category: Category::Issues,
    words: "issue tracker bug",
    notes: &[
        "A project can have only one external issue tracker. Before you set this up, disable any other, including Jira.",
    ],
    warnings: rules::TRACKER_WARNINGS,
    corrections: corrections::TRACKER,
    ..Spec::BASE
};

const PLANNING: Spec = Spec { category: Category::Issues, words: "task project planning", ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[
    Spec {
        slug: "jira",
        title: "Jira",
        about: "Links issue keys in commits and merge requests to Jira, adds comments and changes the status of issues.",
        words: "atlassian issue tracker transition",
        params: &[
            Param::url("url", "Jira URL")
                .help("The URL that people use to open Jira, not the URL of a project.")
                .placeholder("https://jira.example.com")
                .required(),
            Param::url("api_url", "API URL")
                .help("Only if GitLab uses a different URL for Jira than people do.")
                .placeholder("https://jira-api.example.com"),
            Param::text("username", "User name")
                .help("The user who adds comments in Jira. For Jira Cloud, the email address.")
                .required()
                // Seen on GitLab 16: 1 means a personal access token, which needs no user name.
                .optional_while("jira_auth_type", "1"),
            Param::secret("password", "Password").help("For Jira Cloud, an API token.").required(),
            Param::new("project_keys", "Jira project keys", ParamKind::Lines, Place::Options)
                .help("One per line, such as APP. GitLab Premium shows the issues of these projects.")
                .since(17, 0)
                .tier(Tier::Premium),
            Param::toggle("active", "Active")
                .hidden("GitLab ignores it: setting up an integration activates it."),
            Param::toggle("comment_on_event_enabled", "Comment in Jira")
                .help("Adds a comment to the issues that an event mentions.")
                .on(),
            Param::toggle("jira_issue_transition_automatic", "Change the status of closed issues automatically")
                .help("A commit or merge request that closes an issue changes its status to the next one in the category Done."),
            Param::text("jira_issue_transition_id", "Transition IDs")
                .help("Run one after the other when an issue is closed, until one fails. If empty, the status does not change.")
                .placeholder("11, 21")
                .shown("jira_issue_transition_automatic", "off")
                .at(Place::Options),
            Param::event(COMMIT),
            Param::event(MERGE_REQUESTS),
        ],
        rules: rules::JIRA,
        corrections: corrections::JIRA,
        ..PLANNING
    },
    Spec {
        slug: "bugzilla",
        title: "Bugzilla",
        about: "Links issue numbers to Bugzilla and replaces GitLab’s own issues in the menu.",
        params: &[
            project_url(),
            issues_url().placeholder("https://bugzilla.example.com/show_bug.cgi?id=:id"),
            new_issue_url().placeholder("https://bugzilla.example.com/enter_bug.cgi"),
            title(),
            description(),
            Param::event(PUSH),
        ],
        ..TRACKER
    },
    Spec {
        slug: "custom-issue-tracker",
        title: "Custom issue tracker",
        about: "Links issue numbers to your own tracker and replaces GitLab’s own issues in the menu.",
        params: &[project_url(), issues_url(), new_issue_url(), title(), description(), Param::event(PUSH)],
        ..TRACKER
    },
    Spec {
        slug: "ewm",
        title: "EWM",
        about: "Links work items to IBM Engineering Workflow Management.",
        words: "ibm engineering workflow management rational issue tracker",
        params: &[project_url(), issues_url(), new_issue_url()],
        ..TRACKER
    },
    Spec {
        slug: "redmine",
        title: "Redmine",
        about: "Links issue numbers to Redmine and replaces GitLab’s own issues in the menu.",
        params: &[
            project_url().placeholder("https://redmine.example.com/projects/app"),
            issues_url().placeholder("https://redmine.example.com/issues/:id"),
            new_issue_url().placeholder("https://redmine.example.com/projects/app/issues/new"),
            description(),
            Param::event(PUSH),
        ],
        ..TRACKER
    },
    Spec {
        slug: "youtrack",
        title: "YouTrack",
        about: "Links issue keys to YouTrack and replaces GitLab’s own issues in the menu.",
        words: "jetbrains issue tracker bug",
        params: &[
            project_url().placeholder("https://youtrack.example.com/projects/APP"),
            issues_url().placeholder("https://youtrack.example.com/issue/:id"),
            description(),
            Param::event(PUSH),
        ],
        ..TRACKER
    },
    Spec {
        slug: "asana",
        title: "Asana",
        about: "Adds commit messages as comments to the Asana tasks that they mention.",
        params: &[
            Param::secret("api_key", "API key")
                .help("A personal access token. Its user adds all comments and must have access to the tasks.")
                .required(),
            restrict_to_branch(),
            Param::event(PUSH),
        ],
        ..PLANNING
    },
    Spec {
        slug: "assembla",
        title: "Assembla",
        about: "Sends commits to an Assembla space.",
        params: &[
            Param::secret("token", "Token").required(),
            Param::text("subdomain", "Subdomain").placeholder("acme"),
            Param::event(PUSH),
        ],
        corrections: corrections::ASSEMBLA,
        ..PLANNING
    },
    Spec {
        slug: "pivotaltracker",
        title: "Pivotal Tracker",
        about: "Adds commit messages as comments to the Pivotal Tracker stories that they mention.",
        standing: Standing::Legacy("Pivotal Tracker was shut down in 2025."),
        params: &[
            Param::secret("token", "API token").help("Its user adds all comments.").required(),
            restrict_to_branch(),
            Param::event(PUSH),
        ],
        ..PLANNING
    },
];

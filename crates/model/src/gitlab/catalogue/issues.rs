//! Integrations with issue trackers and planning tools.

use super::common::{description, issues_url, new_issue_url, project_url, restrict_to_branch, title};
use crate::form::Choice;
use crate::gitlab::event::{COMMIT, CONFIDENTIAL_ISSUES, ISSUES, MERGE_REQUESTS, PUSH};
use crate::gitlab::rules::{self, corrections};
use crate::gitlab::{Category, Lifespan, Param, ParamKind, Place, Spec, Standing, Tier, Version};

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
            Param::number_choice("jira_auth_type", "Sign in with", SIGN_IN)
                .at(Place::Connection)
                .since(16, 0)
                .later_options(&[("2", Version::new(19, 0))]),
            Param::text("username", "User name")
                .help("The user who adds comments in Jira. For Jira Cloud, the email address.")
                .required_until(16, 0)
                .shown("jira_auth_type", "0")
                // Seen on GitLab 16: 1 means a personal access token, which needs no user name.
                .optional_while("jira_auth_type", "1"),
            Param::secret("password", "Password").help("For Jira Cloud, an API token. If GitLab signs in with a personal access token, that token.").required(),
            Param::toggle("issues_enabled", "Show Jira issues in GitLab")
                .help("Adds a list of the issues of the Jira projects below to the menu.")
                .since(17, 0)
                .tier(Tier::Premium),
            Param::new("project_keys", "Jira project keys", ParamKind::Lines, Place::Options)
                .help("The Jira projects whose issues GitLab shows. One key per line, such as APP, at most 100. If empty, all projects.")
                .since(17, 0)
                .tier(Tier::Premium),
            Param::toggle("vulnerabilities_enabled", "Create Jira issues from vulnerabilities")
                .since_between((17, 7), (18, 3))
                .tier(Tier::Ultimate),
            Param::text("project_key", "Project for vulnerabilities")
                .help("The key of the Jira project in which these issues are created.")
                .placeholder("SEC")
                .at(Place::Options)
                .shown("vulnerabilities_enabled", "on")
                .required_while_shown()
                .since_between((17, 7), (18, 3))
                .tier(Tier::Ultimate),
            Param::text("vulnerabilities_issuetype", "Issue type for vulnerabilities")
                .help("The ID of the issue type in Jira, a number.")
                .placeholder("10001")
                .at(Place::Options)
                .shown("vulnerabilities_enabled", "on")
                .required_while_shown()
                .since_between((17, 7), (18, 3))
                .tier(Tier::Ultimate),
            Param::toggle("customize_jira_issue_enabled", "Edit these issues before they are created")
                .help("Opens Jira’s page for a new issue, filled in with data of the vulnerability.")
                .shown("vulnerabilities_enabled", "on")
                .since_between((17, 7), (18, 3))
                .tier(Tier::Ultimate),
            Param::toggle("active", "Active")
                .hidden("GitLab ignores it: setting up an integration activates it.")
                .until(14, 9),
            Param::toggle("comment_on_event_enabled", "Comment in Jira")
                .help("Adds a comment to the issues that an event mentions.")
                .on(),
            Param::toggle("jira_issue_transition_automatic", "Change the status of closed issues automatically")
                .help("A commit or merge request that closes an issue changes its status to the next one in the category Done.")
                .until_between((17, 8), (18, 11)),
            Param::text("jira_issue_transition_id", "Transition IDs")
                .help("Run one after the other when an issue is closed, until one fails. If empty, the status does not change.")
                .placeholder("11, 21")
                .shown("jira_issue_transition_automatic", "off")
                .at(Place::Options),
            Param::text("jira_issue_regex", "Pattern of issue keys")
                .help("A regular expression (RE2) for the keys in commits and merge requests. If empty, keys such as APP-1.")
                .placeholder("\\b[A-Z]+-\\d+\\b")
                .at(Place::Options)
                .since_between((14, 9), (16, 3)),
            Param::text("jira_issue_prefix", "Prefix of issue keys")
                .help("Only keys with this before them count: a text, or a regular expression (RE2).")
                .placeholder("JIRA#")
                .at(Place::Options)
                .since_between((14, 9), (16, 3)),
            Param::toggle("jira_check_enabled", "Verify Jira issues on pushes")
                .help("Refuses commits without the key of a Jira issue.")
                .since(18, 3)
                .tier(Tier::Premium),
            Param::toggle("jira_exists_check_enabled", "The issue must exist")
                .shown("jira_check_enabled", "on")
                .since(18, 3)
                .tier(Tier::Premium),
            Param::toggle("jira_assignee_check_enabled", "Its assignee must be the committer")
                .shown("jira_check_enabled", "on")
                .since(18, 3)
                .tier(Tier::Premium),
            Param::toggle("jira_status_check_enabled", "It must have an allowed status")
                .shown("jira_check_enabled", "on")
                .since(18, 3)
                .tier(Tier::Premium),
            Param::text("jira_allowed_statuses_as_string", "Allowed statuses")
                .help("Separate several with commas.")
                .placeholder("Ready, In Progress, Review")
                .at(Place::Options)
                .shown("jira_status_check_enabled", "on")
                .since(18, 3)
                .tier(Tier::Premium),
            Param::event(COMMIT),
            Param::event(MERGE_REQUESTS),
        ],
        rules: rules::JIRA,
        warnings: rules::JIRA_WARNINGS,
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
        params: &[project_url(), issues_url(), new_issue_url(), Param::event(PUSH).beside_manual()],
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
        corrections: corrections::KEYS,
        ..TRACKER
    },
    Spec {
        slug: "clickup",
        title: "ClickUp",
        about: "Links task IDs to ClickUp and replaces GitLab’s own issues in the menu.",
        words: "issue tracker bug task",
        life: Lifespan::since(16, 1),
        params: &[
            project_url().placeholder("https://app.clickup.com/1234567"),
            issues_url().placeholder("https://app.clickup.com/t/:id"),
            Param::event(PUSH),
        ],
        corrections: corrections::KEYS,
        ..TRACKER
    },
    Spec {
        slug: "phorge",
        title: "Phorge",
        about: "Links task numbers to Phorge and replaces GitLab’s own issues in the menu.",
        words: "phabricator issue tracker bug task",
        life: Lifespan::since(16, 11),
        params: &[
            project_url().placeholder("https://phorge.example.com/maniphest"),
            issues_url().placeholder("https://phorge.example.com/:id"),
            Param::event(PUSH),
        ],
        corrections: corrections::TASKS,
        ..TRACKER
    },
    Spec {
        slug: "asana",
        title: "Asana",
        about: "Adds commit messages as comments to the Asana tasks that they mention.",
        params: &[
            Param::secret("api_key", "API key")
                .help("A personal access token. Its owner adds all comments and must have access to the tasks.")
                .required(),
            restrict_to_branch(),
            Param::event(PUSH),
        ],
        corrections: corrections::BRANCHES,
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
            Param::secret("token", "API token").help("The owner of this token adds all comments.").required(),
            restrict_to_branch(),
            Param::event(PUSH),
        ],
        corrections: corrections::BRANCHES,
        ..PLANNING
    },
    Spec {
        slug: "linear",
        title: "Linear",
        about: "Links the keys of Linear issues in commits, merge requests and comments to Linear.",
        words: "issue tracker",
        life: Lifespan::since(18, 3),
        params: &[
            Param::url("workspace_url", "Workspace URL")
                .help("The URL of the workspace on linear.app.")
                .placeholder("https://linear.app/acme")
                .required(),
            Param::event(PUSH),
        ],
        rules: rules::LINEAR,
        corrections: corrections::LINEAR,
        ..PLANNING
    },
    Spec {
        slug: "squash-tm",
        title: "Squash TM",
        about: "Updates requirements in Squash TM when issues change in GitLab.",
        words: "henix test management requirement",
        life: Lifespan::since(15, 10),
        params: &[
            Param::url("url", "Webhook URL")
                .help("The URL of the Squash TM plugin that receives the issues.")
                .placeholder("https://squash.example.com/squash/plugin/xsquash4gitlab/webhook/issue")
                .required()
                .clears_secret("token"),
            Param::secret("token", "Secret token").help("Only if the plugin requires one."),
            Param::event(ISSUES),
            Param::event(CONFIDENTIAL_ISSUES),
        ],
        rules: rules::SQUASH,
        ..PLANNING
    },
    Spec {
        slug: "zentao",
        title: "ZenTao",
        about: "Shows the issues of a ZenTao product in GitLab.",
        words: "issue tracker bug",
        standing: Standing::Legacy("Deprecated by GitLab 15.7. Its list of issues needs GitLab Premium."),
        life: Lifespan::since_between((14, 9), (16, 3)),
        params: &[
            Param::url("url", "ZenTao URL").placeholder("https://zentao.example.com").required(),
            Param::url("api_url", "API URL").help("Only if the API of ZenTao has a different URL."),
            Param::secret("api_token", "API token").required(),
            Param::text("zentao_product_xid", "Product ID").placeholder("1").required(),
        ],
        corrections: corrections::ZENTAO,
        ..PLANNING
    },
    Spec {
        slug: "jira-cloud-app",
        title: "GitLab for Jira Cloud app",
        about: "Sends commits, merge requests, builds and deployments to Jira Cloud.",
        words: "atlassian issue deployment",
        standing: Standing::SetUpElsewhere(
            "The GitLab for Jira Cloud app cannot be set up by the API: link the group in the app in Jira, then it can be changed here.",
        ),
        stays: "GitLab does not disable it by the API. Unlink the group in the app in Jira.",
        life: Lifespan::since_between((16, 4), (17, 7)),
        params: &[
            Param::text("jira_cloud_app_service_ids", "Service IDs")
                .help("The IDs of services in Jira Service Management, separated by commas, at most 100. Deployments name them.")
                .at(Place::Options),
            Param::toggle("jira_cloud_app_enable_deployment_gating", "Gate deployments")
                .help("Deployments wait until Jira Service Management approves them.")
                .since_between((16, 4), (18, 11)),
            Param::text("jira_cloud_app_deployment_gating_environments", "Gated environments")
                .help("The tiers of the environments, separated by commas.")
                .placeholder("production, staging")
                .at(Place::Options)
                .shown("jira_cloud_app_enable_deployment_gating", "on")
                .required_while_shown()
                .since_between((16, 4), (18, 11)),
        ],
        rules: rules::JIRA_CLOUD,
        ..PLANNING
    },
];

/// How GitLab signs in to Jira. The last came with GitLab 19.0.
const SIGN_IN: &[Choice] = &[
    Choice { value: "0", label: "User name and password" },
    Choice { value: "1", label: "Personal access token" },
    Choice { value: "2", label: "Service account of Jira Cloud" },
];

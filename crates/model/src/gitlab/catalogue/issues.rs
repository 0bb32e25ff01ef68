//! Integrations with issue trackers.

use crate::gitlab::event::{COMMIT, MERGE_REQUESTS};
use crate::gitlab::{Category, Param, Place, Spec, rules};

const ISSUES: Spec = Spec { category: Category::Issues, ..Spec::BASE };

pub(super) static SPECS: &[Spec] = &[Spec {
    slug: "jira",
    title: "Jira",
    about: "Links issue keys in commits and merge requests to Jira, comments there and moves issues on.",
    words: "atlassian issue tracker transition",
    params: &[
        Param::url("url", "Jira URL")
            .help("The address at which people open Jira.")
            .placeholder("https://jira.example.com")
            .required(),
        Param::url("api_url", "API URL")
            .help("Only where GitLab reaches Jira at another address than people do.")
            .placeholder("https://jira-api.example.com"),
        Param::text("username", "User name")
            .help("The user that comments in Jira; for Jira Cloud its e-mail address.")
            .required(),
        Param::secret("password", "Password or API token").help("For Jira Cloud an API token.").required(),
        Param::toggle("active", "Active")
            .hidden("GitLab takes no notice of it: setting one up switches it on."),
        Param::toggle("comment_on_event_enabled", "Comment in Jira")
            .help("Each event leaves a comment at the issues that it names.")
            .on(),
        Param::toggle("jira_issue_transition_automatic", "Move issues to done")
            .help("A merge or commit that closes an issue moves it to the next status of the category Done."),
        Param::text("jira_issue_transition_id", "Transition IDs")
            .help("Tried in this order when an issue is closed; separate them by commas. None when empty.")
            .placeholder("11, 21")
            .shown("jira_issue_transition_automatic", "off")
            .at(Place::Options),
        Param::event(COMMIT),
        Param::event(MERGE_REQUESTS),
    ],
    rules: rules::JIRA,
    ..ISSUES
}];

//! The resources of the Terraform provider gitlabhq/gitlab for integrations, after its documents of 2026: which there are,
//! and what each takes.

use crate::gitlab::target::Level;

/// A resource, and what it takes.
pub(super) struct Resource {
    /// The integration's name in addresses.
    pub(super) slug: &'static str,
    /// For projects.
    project: Option<&'static str>,
    /// For groups.
    group: Option<&'static str>,
    /// Its arguments, each by the name of the setting, with spaces between; `setting=argument` where the names differ.
    arguments: &'static str,
    /// Arguments that only the one for groups has.
    of_groups: &'static str,
    /// Those that are lists, and those of [`arguments`](Self::arguments) that are required although settings may lack them.
    pub(super) lists: &'static str,
}

const CHAT: &str = "webhook username branches_to_be_notified notify_only_broken_pipelines push_events push_channel \
     issues_events issue_channel confidential_issues_events confidential_issue_channel merge_requests_events \
     merge_request_channel tag_push_events tag_push_channel note_events note_channel confidential_note_events \
     confidential_note_channel pipeline_events pipeline_channel wiki_page_events wiki_page_channel";
const ROOM: &str = "token room branches_to_be_notified notify_only_broken_pipelines push_events issues_events \
     confidential_issues_events merge_requests_events tag_push_events note_events confidential_note_events \
     pipeline_events wiki_page_events";
const TEAMS: &str = "webhook branches_to_be_notified notify_only_broken_pipelines push_events issues_events \
     confidential_issues_events merge_requests_events tag_push_events note_events confidential_note_events \
     pipeline_events wiki_page_events";

const BASE: Resource =
    Resource { slug: "", project: None, group: None, arguments: "", of_groups: "", lists: "" };

const ALL: &[Resource] = &[
    Resource {
        slug: "custom-issue-tracker",
        project: Some("gitlab_project_integration_custom_issue_tracker"),
        arguments: "project_url issues_url",
        ..BASE
    },
    Resource {
        slug: "datadog",
        project: Some("gitlab_project_integration_datadog"),
        group: Some("gitlab_group_integration_datadog"),
        arguments: "api_key api_url archive_trace_events datadog_ci_visibility datadog_env datadog_service \
                    datadog_site datadog_tags",
        ..BASE
    },
    Resource {
        slug: "emails-on-push",
        project: Some("gitlab_project_integration_emails_on_push"),
        arguments: "recipients branches_to_be_notified disable_diffs push_events send_from_committer_email \
                    tag_push_events",
        ..BASE
    },
    Resource {
        slug: "external-wiki",
        project: Some("gitlab_project_integration_external_wiki"),
        arguments: "external_wiki_url",
        ..BASE
    },
    Resource {
        slug: "github",
        project: Some("gitlab_project_integration_github"),
        arguments: "token repository_url static_context",
        ..BASE
    },
    Resource {
        slug: "hangouts-chat",
        project: Some("gitlab_project_integration_google_chat"),
        arguments: "webhook branches_to_be_notified notify_only_broken_pipelines push_events issues_events \
                    confidential_issues_events merge_requests_events tag_push_events note_events pipeline_events \
                    wiki_page_events",
        ..BASE
    },
    Resource {
        slug: "harbor",
        project: Some("gitlab_project_integration_harbor"),
        group: Some("gitlab_group_integration_harbor"),
        arguments: "url project_name username password",
        ..BASE
    },
    Resource {
        slug: "jenkins",
        project: Some("gitlab_project_integration_jenkins"),
        arguments: "jenkins_url project_name username password enable_ssl_verification push_events tag_push_events \
                    merge_requests_events=merge_request_events",
        ..BASE
    },
    Resource {
        slug: "jira",
        project: Some("gitlab_project_integration_jira"),
        group: Some("gitlab_group_integration_jira"),
        arguments: "url api_url jira_auth_type username password jira_issue_prefix jira_issue_regex \
                    jira_issue_transition_automatic jira_issue_transition_id commit_events merge_requests_events \
                    comment_on_event_enabled issues_enabled project_keys",
        lists: "project_keys",
        ..BASE
    },
    Resource {
        slug: "matrix",
        project: Some("gitlab_project_integration_matrix"),
        arguments: ROOM,
        of_groups: "",
        ..BASE
    },
    Resource {
        slug: "mattermost",
        project: Some("gitlab_project_integration_mattermost"),
        group: Some("gitlab_group_integration_mattermost"),
        arguments: CHAT,
        of_groups: "channel labels_to_be_notified labels_to_be_notified_behavior",
        ..BASE
    },
    Resource {
        slug: "microsoft-teams",
        project: Some("gitlab_project_integration_microsoft_teams"),
        group: Some("gitlab_group_integration_microsoft_teams"),
        arguments: TEAMS,
        ..BASE
    },
    Resource {
        slug: "pipelines-email",
        project: Some("gitlab_project_integration_pipelines_email"),
        arguments: "recipients branches_to_be_notified notify_only_broken_pipelines",
        lists: "recipients",
        ..BASE
    },
    Resource {
        slug: "redmine",
        project: Some("gitlab_project_integration_redmine"),
        arguments: "project_url issues_url new_issue_url",
        ..BASE
    },
    // The only one without `project` in its name.
    Resource { slug: "slack", project: Some("gitlab_integration_slack"), arguments: CHAT, ..BASE },
    Resource {
        slug: "telegram",
        project: Some("gitlab_project_integration_telegram"),
        arguments: ROOM,
        ..BASE
    },
    Resource {
        slug: "youtrack",
        project: Some("gitlab_project_integration_youtrack"),
        arguments: "project_url issues_url",
        ..BASE
    },
];

/// The resource for this integration at this level, and its name; `None` where the provider has none.
pub(super) fn resource(slug: &str, level: Level) -> Option<(&'static Resource, &'static str)> {
    let found = ALL.iter().find(|one| one.slug == slug)?;
    let name = match level {
        Level::Project => found.project,
        Level::Group => found.group,
    };
    Some((found, name?))
}

impl Resource {
    /// The argument for this setting; `None` where it has none.
    pub(super) fn argument(&self, level: Level, setting: &str) -> Option<&'static str> {
        let more = if level == Level::Group { self.of_groups } else { "" };
        let mut all = self.arguments.split_whitespace().chain(more.split_whitespace());
        all.find_map(|one| match one.split_once('=') {
            Some((of, argument)) => (of == setting).then_some(argument),
            None => (one == setting).then_some(one),
        })
    }

    /// Whether the argument of this setting is a list.
    pub(super) fn is_list(&self, setting: &str) -> bool {
        self.lists.split_whitespace().any(|one| one == setting)
    }
}

//! Events in a project that GitLab can report to a service.

/// One kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Key of its toggle: plural for some events, singular for others.
    pub key: &'static str,
    /// Key of its channel, always singular; empty if it has none.
    pub channel: &'static str,
    /// Label of its toggle.
    pub title: &'static str,
    /// Help text; may be empty.
    pub help: &'static str,
    /// Value that GitLab sets if the first request does not send the toggle (seen on GitLab 14 to 16).
    pub server_default: bool,
    /// Value in a new form: off for confidential events, and for events that cause many messages.
    pub form_default: bool,
}

const FOR_ALL: &str = "Recipients see it even without access in GitLab.";

/// A push to the repository.
pub const PUSH: Event = event_of("push_events", "push_channel", "A push to the repository", true, true);
/// A tag.
pub const TAG_PUSH: Event =
    event_of("tag_push_events", "tag_push_channel", "A tag is created or deleted", true, true);
/// An issue.
pub const ISSUES: Event =
    event_of("issues_events", "issue_channel", "An issue is opened, closed or reopened", true, true);
/// A confidential issue.
pub const CONFIDENTIAL_ISSUES: Event = Event {
    help: FOR_ALL,
    ..event_of(
        "confidential_issues_events",
        "confidential_issue_channel",
        "A confidential issue is opened, closed or reopened",
        true,
        false,
    )
};
/// A merge request.
pub const MERGE_REQUESTS: Event = event_of(
    "merge_requests_events",
    "merge_request_channel",
    "A merge request is opened, merged or closed",
    true,
    true,
);
/// A comment.
pub const NOTE: Event = event_of("note_events", "note_channel", "A comment", true, true);
/// A confidential comment.
pub const CONFIDENTIAL_NOTE: Event = Event {
    help: FOR_ALL,
    ..event_of("confidential_note_events", "confidential_note_channel", "A confidential comment", true, false)
};
/// A pipeline.
pub const PIPELINE: Event =
    event_of("pipeline_events", "pipeline_channel", "A pipeline changes its status", true, true);
/// A job.
pub const JOB: Event = event_of("job_events", "", "A job changes its status", true, false);
/// A wiki page.
pub const WIKI_PAGE: Event =
    event_of("wiki_page_events", "wiki_page_channel", "A wiki page is created or changed", true, true);
/// A commit.
pub const COMMIT: Event = event_of("commit_events", "", "A commit", true, true);
/// A deployment.
pub const DEPLOYMENT: Event =
    event_of("deployment_events", "deployment_channel", "A deployment starts or ends", false, false);

/// An incident.
pub const INCIDENT: Event = event_of(
    "incident_events",
    "incident_channel",
    "An incident is opened, closed or reopened",
    false,
    false,
);
/// An alert of a monitoring tool.
pub const ALERT: Event =
    event_of("alert_events", "alert_channel", "A new alert of a monitoring tool", true, false);
/// A vulnerability.
pub const VULNERABILITY: Event = Event {
    help: FOR_ALL,
    ..event_of("vulnerability_events", "vulnerability_channel", "A new vulnerability", false, false)
};
/// A work item. GitLab has events of issues in its place.
pub const WORK_ITEM: Event = event_of("work_item_events", "", "A work item", false, false);
/// A confidential work item, likewise.
pub const CONFIDENTIAL_WORK_ITEM: Event =
    event_of("confidential_work_item_events", "", "A confidential work item", false, false);
/// A build, which is a job.
pub const BUILD: Event = event_of("build_events", "", "A build", false, false);
/// A subgroup.
pub const SUBGROUP: Event = event_of("subgroup_events", "", "A subgroup", false, false);
/// A project of a group.
pub const PROJECT: Event = event_of("project_events", "", "A project", false, false);

/// All events that an integration has, or declares.
pub static EVENTS: &[Event] = &[
    PUSH,
    TAG_PUSH,
    ISSUES,
    CONFIDENTIAL_ISSUES,
    MERGE_REQUESTS,
    NOTE,
    CONFIDENTIAL_NOTE,
    PIPELINE,
    JOB,
    WIKI_PAGE,
    COMMIT,
    DEPLOYMENT,
    INCIDENT,
    ALERT,
    VULNERABILITY,
    WORK_ITEM,
    CONFIDENTIAL_WORK_ITEM,
    BUILD,
    SUBGROUP,
    PROJECT,
];

/// The event whose toggle has this key.
pub fn event(key: &str) -> Option<&'static Event> {
    EVENTS.iter().find(|event| event.key == key)
}

const fn event_of(
    key: &'static str,
    channel: &'static str,
    title: &'static str,
    server_default: bool,
    form_default: bool,
) -> Event {
    Event { key, channel, title, help: "", server_default, form_default }
}

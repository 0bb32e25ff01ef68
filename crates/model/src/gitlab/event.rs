//! What happens in a project that GitLab can tell a service about.

/// One kind of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Name of its toggle on the wire: plural for some, singular for others.
    pub key: &'static str,
    /// Name of the field for a channel of its own; singular for all. Empty where there is none.
    pub channel: &'static str,
    /// What a person reads.
    pub title: &'static str,
    /// One sentence under it; may be empty.
    pub help: &'static str,
    /// Whether GitLab switches it on when a request that sets up an integration does not say (seen on GitLab 14 to 16).
    pub on_unless_said: bool,
    /// Whether our form begins with it switched on: not where messages could show what only members may see, nor where
    /// they come in great number.
    pub on_in_form: bool,
}

const FOR_ALL: &str = "Whoever gets the messages sees it, also who may not see it in GitLab.";

/// A push to the repository.
pub const PUSH: Event = event_of("push_events", "push_channel", "A push to the repository", true, true);
/// A tag.
pub const TAG_PUSH: Event =
    event_of("tag_push_events", "tag_push_channel", "A tag is pushed or removed", true, true);
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
/// A comment on something confidential.
pub const CONFIDENTIAL_NOTE: Event = Event {
    help: FOR_ALL,
    ..event_of(
        "confidential_note_events",
        "confidential_note_channel",
        "A comment on something confidential",
        true,
        false,
    )
};
/// A pipeline.
pub const PIPELINE: Event =
    event_of("pipeline_events", "pipeline_channel", "A pipeline changes its status", true, true);
/// A job.
pub const JOB: Event = event_of("job_events", "", "A job changes its status", true, false);
/// A wiki page.
pub const WIKI_PAGE: Event =
    event_of("wiki_page_events", "wiki_page_channel", "A wiki page is made or changed", true, true);
/// A commit.
pub const COMMIT: Event = event_of("commit_events", "", "A commit", true, true);
/// A deployment.
pub const DEPLOYMENT: Event =
    event_of("deployment_events", "deployment_channel", "A deployment starts or ends", false, false);

/// The twelve kinds of event that the manual names.
pub static EVENTS: [Event; 12] = [
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
];

/// The event whose toggle is called `key` on the wire.
pub fn event(key: &str) -> Option<&'static Event> {
    EVENTS.iter().find(|event| event.key == key)
}

const fn event_of(
    key: &'static str,
    channel: &'static str,
    title: &'static str,
    on_unless_said: bool,
    on_in_form: bool,
) -> Event {
    Event { key, channel, title, help: "", on_unless_said, on_in_form }
}

//! Demonstration integrations of groups, and of the groups that use those of another one.

use patchbay_model::Object;
use serde_json::{Value, json};

use super::templates::template;
use crate::gitlab::groups::data as groups;

/// An integration of a group.
pub(super) struct Entry {
    pub(super) group: u64,
    pub(super) slug: &'static str,
    pub(super) settings: Object,
    pub(super) active: bool,
    pub(super) inherited: bool,
}

/// The integrations with settings of their own, by the path of the group, and whether they are active.
const OWN: [(&str, &str, bool); 7] = [
    ("platform", "slack", true),
    ("payments", "jira", true),
    ("shop", "pipelines-email", true),
    ("shop/backend", "slack", true),
    ("company", "discord", true),
    ("company", "external-wiki", false),
    ("research", "microsoft-teams", true),
];

/// Groups that use the settings of one above.
const INHERITED: [(&str, &str); 3] =
    [("platform/cloud", "slack"), ("platform/delivery", "slack"), ("payments/cards", "jira")];

/// All of them.
pub(super) fn entries() -> impl Iterator<Item = Entry> {
    let own = OWN.iter().map(|(path, slug, active)| (*path, *slug, *path, *active));
    let inherited = INHERITED.iter().filter_map(|(path, slug)| {
        let from = root_with(path, slug)?;
        Some((*path, *slug, from, true))
    });
    own.chain(inherited).filter_map(|(path, slug, from, active)| {
        let group = groups::resolve(path)?.id;
        Some(Entry { group, slug, settings: settings(from, slug), active, inherited: path != from })
    })
}

/// The settings that everything in this group can use.
pub(super) fn default_of(group_path: &str, slug: &str) -> Option<Object> {
    root_with(group_path, slug).map(|from| settings(from, slug))
}

/// The nearest group with settings of its own, from this one up.
fn root_with(path: &str, slug: &str) -> Option<&'static str> {
    let is_at =
        |other: &str| path == other || path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/'));
    let found = OWN.iter().filter(|(other, of, _)| *of == slug && is_at(other)).map(|(path, ..)| *path);
    found.max_by_key(|path| path.len())
}

fn settings(path: &'static str, slug: &str) -> Object {
    let chosen = match (path, slug) {
        ("platform", "slack") => json!({
            "channel": "platform-news", "username": "GitLab", "branches_to_be_notified": "default_and_protected",
            "notify_only_broken_pipelines": true, "push_events": false, "tag_push_events": true,
            "issues_events": false, "confidential_issues_events": false, "merge_requests_events": true,
            "note_events": false, "confidential_note_events": false, "pipeline_events": true,
            "wiki_page_events": false, "deployment_events": true,
        }),
        ("payments", "jira") => json!({
            "url": "https://jira.example.com", "username": "gitlab-payments", "jira_issue_transition_automatic": true,
            "commit_events": true, "merge_requests_events": true, "comment_on_event_enabled": true,
        }),
        _ => Value::Object(template(path.rsplit('/').next().unwrap_or_default(), path, slug)),
    };
    chosen.as_object().cloned().unwrap_or_default()
}

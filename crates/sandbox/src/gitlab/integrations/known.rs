//! What a server knows about integrations: the slugs, the flags of each row, and what it never returns.

use patchbay_model::gitlab::{self, Spec};

use crate::gitlab::server::GitLab;
use crate::store::gitlab::Stored;

/// An integration that only the first example of "GitLab Integrations API" shows.
pub(super) const ALERTS: &str = "alerts";

/// Flags that every row has and every answer shows, also where the integration does not use them, with their
/// defaults.
const FLAGS: [(&str, bool); 12] = [
    ("commit_events", true),
    ("push_events", true),
    ("issues_events", true),
    ("confidential_issues_events", true),
    ("merge_requests_events", true),
    ("tag_push_events", true),
    ("note_events", true),
    ("confidential_note_events", true),
    ("pipeline_events", true),
    ("wiki_page_events", true),
    ("job_events", true),
    ("comment_on_event_enabled", true),
];

/// More flags of rows, which only newer servers show.
const NEWER_FLAGS: [(&str, bool); 3] =
    [("alert_events", true), ("incident_events", false), ("deployment_events", false)];

/// Shown by newer servers of the Enterprise Edition.
const VULNERABILITY_EVENTS: (&str, bool) = ("vulnerability_events", false);

/// Described by the manual, and removed from newer servers.
const GONE: [&str; 3] = ["flowdock", "jenkins-deprecated", "prometheus"];

/// The flags that this server shows, in its order, with their defaults.
pub(super) fn shown_flags(server: GitLab) -> impl Iterator<Item = (&'static str, bool)> {
    let newer = NEWER_FLAGS.iter().filter(move |_| server.shows_newer_events());
    let last = server.shows_vulnerability_events().then_some(&VULNERABILITY_EVENTS);
    FLAGS.iter().chain(newer).chain(last).copied()
}

/// Whether this setting is a flag of the row, not a property of the integration.
pub(super) fn is_flag(key: &str) -> bool {
    FLAGS.iter().chain(&NEWER_FLAGS).chain([&VULNERABILITY_EVENTS]).any(|(flag, _)| *flag == key)
}

/// The integration with this slug, if this server has it. Slugs are written with hyphens only.
pub(super) fn offered(server: GitLab, slug: &str) -> Option<&'static Spec> {
    gitlab::find(slug).filter(|_| !server.has_group_integrations() || !GONE.contains(&slug))
}

/// Whether this server has the integration of this row.
pub(super) fn is_served(server: GitLab, stored: &Stored) -> bool {
    stored.slug == ALERTS || offered(server, &stored.slug).is_some()
}

/// Whether this setting is a secret, which is neither stored nor answered.
pub(super) fn is_secret(slug: &str, key: &str) -> bool {
    let declared = gitlab::find(slug).and_then(|spec| spec.param(key));
    declared.is_some_and(|param| param.kind.is_secret()) || gitlab::is_secret(key)
}

/// Whether servers hide this property because of its name, although it is not a secret.
pub(super) fn sounds_secret(key: &str) -> bool {
    ["password", "token", "key"].iter().any(|word| key.contains(word))
}

/// The server's title of the integration. Titles depend on the version, slugs do not.
pub(super) fn title(server: GitLab, slug: &str) -> &str {
    let newer = server.has_titles_of_today();
    match slug {
        ALERTS => "Alerts endpoint",
        "jenkins" if !newer => "Jenkins CI",
        "hangouts-chat" if newer => "Google Chat",
        "hangouts-chat" => "Hangouts Chat",
        "bamboo" if newer => "Atlassian Bamboo",
        "bamboo" => "Atlassian Bamboo CI",
        "campfire" if newer => "Campfire Classic",
        "campfire" => "Campfire",
        _ => gitlab::find(slug).map_or(slug, |spec| spec.title),
    }
}

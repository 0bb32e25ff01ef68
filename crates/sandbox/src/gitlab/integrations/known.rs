//! What a server knows about integrations: the slugs, the flags of each row, and what it never returns.

use patchbay_model::gitlab::{self, Level, Spec, Standing};

use crate::gitlab::refusal::Refusal;
use crate::gitlab::server::GitLab;
use crate::store::gitlab::Stored;

/// An integration that only the first example of "GitLab Integrations API" shows.
pub(super) const ALERTS: &str = "alerts";

/// Only its own page switches it on.
pub(super) const SLACK_APP: &str = "gitlab-slack-application";

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

/// The integration with this slug, if this server knows it. Slugs are written with hyphens only.
///
/// # Errors
/// A refusal when the server knows it, but does not have it there or with its license.
pub(super) fn offered(server: GitLab, level: Level, slug: &str) -> Result<Option<&'static Spec>, Refusal> {
    let Some(spec) = gitlab::find(slug).filter(|spec| server.knows(spec)) else { return Ok(None) };
    if spec.is_excluded(server.target(level)) { Err(Refusal::not_available()) } else { Ok(Some(spec)) }
}

/// Whether this server has the integration of this row.
pub(super) fn is_served(server: GitLab, stored: &Stored) -> bool {
    check_served(server, stored).is_ok()
}

/// The refusal, if this server does not have the integration of this row.
pub(super) fn check_served(server: GitLab, stored: &Stored) -> Result<(), Refusal> {
    let is_known = stored.slug == ALERTS || offered(server, stored.holder.level(), &stored.slug)?.is_some();
    if is_known { Ok(()) } else { Err(Refusal::unknown_slug()) }
}

/// The refusal for one that only its own page can make.
pub(super) fn check_creating(spec: &Spec) -> Result<(), Refusal> {
    match spec.standing {
        Standing::SetUpElsewhere(_) => Err(Refusal::not_by_the_api("create", spec.title)),
        Standing::Offered
        | Standing::Development
        | Standing::GitLabCom
        | Standing::Legacy(_)
        | Standing::Removed(_) => Ok(()),
    }
}

/// The refusal for one that only its own page can disable.
pub(super) fn check_disabling(slug: &str) -> Result<(), Refusal> {
    match gitlab::find(slug).filter(|spec| !spec.stays.is_empty()) {
        Some(spec) => Err(Refusal::not_by_the_api("disable", spec.title)),
        None => Ok(()),
    }
}

/// Keys of app stores that servers give back as they are. The sandbox stores none and has these in their place.
pub(super) fn given_back(key: &str) -> Option<&'static str> {
    match key {
        "app_store_private_key" => Some(APPLE_KEY),
        "service_account_key" => Some(GOOGLE_KEY),
        _ => None,
    }
}

/// In the place of a private key.
pub(crate) const APPLE_KEY: &str =
    "-----BEGIN PRIVATE KEY-----\nR0lWRU4tQkFDSy1JTi1DTEVBUg==\n-----END PRIVATE KEY-----\n";
/// In the place of the key of a service account.
pub(crate) const GOOGLE_KEY: &str = "{\"type\": \"service_account\", \"project_id\": \"example\", \
    \"private_key_id\": \"1\", \"private_key\": \"-----BEGIN PRIVATE KEY-----\\nR0lWRU4tQkFDSy1JTi1DTEVBUg==\\n-----END PRIVATE KEY-----\\n\", \
    \"client_email\": \"pipelines@example.iam.gserviceaccount.com\"}";

/// Whether this setting is a secret, which is neither stored nor answered.
pub(super) fn is_secret(slug: &str, key: &str) -> bool {
    let declared = gitlab::find(slug).and_then(|spec| spec.param(key));
    declared.map_or_else(|| gitlab::is_secret(key), |param| param.kind.is_secret())
}

/// Whether this server hides this property because of its name, although it is not a secret.
pub(super) fn sounds_secret(server: GitLab, key: &str) -> bool {
    server.hides_by_name() && ["password", "token", "key"].iter().any(|word| key.contains(word))
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

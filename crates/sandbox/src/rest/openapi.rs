//! The description at `/openapi.json`: what belongs to no endpoint alone, and the bodies that requests carry.

use serde::Serialize;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi, ToSchema};

/// What belongs to no endpoint alone.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Patchbay sandbox",
        description = "The REST API of Git Integration for Jira Data Center, as far as Patchbay uses it, what it reads of \
            Jira's own, and the project integrations of GitLab. Everything under /rest/gitplugin/1.0 answers under \
            /rest/gitplugin/latest as well, and everything under /api/v4/projects/{id}/integrations under \
            /api/v4/projects/{id}/services. Requests that change something of Jira are refused with 403 when they \
            carry a foreign Origin, and all requests with 421 when they carry a foreign Host. GitLab answers every \
            origin, but takes a session from its own only."
    ),
    modifiers(&Security),
    security(("basic" = []), ("token" = []), ("private-token" = []), ("session" = []))
)]
pub(super) struct Description;

struct Security;

impl Modify for Security {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        let http = |scheme, about| {
            SecurityScheme::Http(HttpBuilder::new().scheme(scheme).description(Some(about)).build())
        };
        components.add_security_scheme("basic", http(HttpAuthScheme::Basic, "Name and password"));
        components.add_security_scheme("token", http(HttpAuthScheme::Bearer, "A personal access token"));
        let header = ApiKeyValue::with_description("PRIVATE-TOKEN", "GitLab: an access token");
        components.add_security_scheme("private-token", SecurityScheme::ApiKey(ApiKey::Header(header)));
        let cookie = ApiKeyValue::with_description("PATCHBAY_JSESSIONID", "The session of a browser");
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// A new integration. What is left out has the default of the "Add New Integration" document.
#[derive(Serialize, ToSchema)]
#[allow(dead_code, reason = "describes a body that the model reads")]
pub(crate) struct NewIntegration {
    r#type: Type,
    #[serde(flatten)]
    settings: ChangedIntegration,
}

/// The kind of integration.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(dead_code, reason = "describes a body that the model reads")]
enum Type {
    Github,
    GithubServer,
    Gitlab,
    GitlabServer,
    GitlabServerLegacy,
    Filespace,
    Azure,
    Vsts,
    AzureDevops,
    TfsServer,
    Aws,
    Gerrit,
}

/// What changes. Nothing is required; what is left out stays as it is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code, reason = "describes a body that the model reads")]
pub(crate) struct ChangedIntegration {
    /// Name in the list of integrations; made of the host when a new one has none.
    display_name: Option<String>,
    /// URL of the git host, or for `FILESPACE` a folder on the Jira server whose last part is an asterisk.
    origin: Option<String>,
    /// Whether it is switched off. The documents call the endpoint for this more reliable.
    disabled: Option<bool>,
    /// User name; for AWS the access key id, for Team Foundation Server with a token the word `all`.
    username: Option<String>,
    /// Password; for AWS the secret access key. Never answered.
    #[schema(write_only)]
    password: Option<String>,
    /// Personal access token. Never answered.
    #[schema(write_only)]
    pat: Option<String>,
    /// Whether certificates of the host are not checked.
    disable_ssl_verification: Option<bool>,
    /// Custom API path; GitHub and GitLab kinds only.
    #[schema(max_length = 2000, pattern = "^/")]
    api_path: Option<String>,
    /// JMESPath filter over the host's list of repositories.
    #[schema(max_length = 2000)]
    api_filter: Option<String>,
    /// Collection of a Microsoft server.
    tfs_collection: Option<String>,
    /// AWS region.
    aws_region: Option<String>,
    /// Levels of folders that are searched; `FILESPACE` only.
    #[schema(minimum = 1, maximum = 5)]
    folder_depth: Option<i64>,
    /// Whether users need tokens of their own; needs the repository browser.
    require_user_pat: Option<bool>,
    /// Whether the repository browser is on; needs a project unless `global`.
    git_viewer_enabled: Option<bool>,
    /// Whether smart commits act on issues.
    smart_commits_enabled: Option<bool>,
    /// Whether new commits are mailed to watchers.
    send_commit_emails: Option<bool>,
    /// Oldest commit that is mailed about, in minutes.
    #[schema(minimum = 0)]
    max_mins_to_commit_email: Option<i64>,
    /// Whether it is associated with every project.
    global: Option<bool>,
    /// Ids of the associated Jira projects; not together with `global`.
    project_mapping_ids: Option<Vec<i64>>,
    /// Whether users may see what a commit changed.
    sources_diff_view_enabled: Option<bool>,
    /// Whether revisions are indexed.
    revision_indexing: Option<bool>,
    /// Pattern of tags that are shown; all when empty.
    tags_filter: Option<String>,
    /// Pattern of pull requests that are hidden; none when empty.
    pr_hide_filter: Option<String>,
    /// Whether `refs/notes/*` is fetched.
    ref_spec_notes: Option<bool>,
    /// Whether `refs/changes/*` is fetched.
    ref_spec_changes: Option<bool>,
    /// Comma list of further refspecs.
    ref_spec_custom: Option<String>,
    /// Whether the time stamp of the pack folder is trusted; off for network shares.
    trust_folder_stat: Option<bool>,
}

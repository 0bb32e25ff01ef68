//! The description at `/openapi.json`: what belongs to no single endpoint.

use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Patchbay sandbox",
        description = "The REST API of Git Integration for Jira Data Center, as far as Patchbay uses it, what Patchbay \
            reads of Jira's own, and the project integrations of GitLab. Everything under /rest/gitplugin/1.0 answers under \
            /rest/gitplugin/latest as well, and everything under /api/v4/projects/{id}/integrations under \
            /api/v4/projects/{id}/services. Jira refuses changes from another Origin with 403, and the sandbox \
            refuses every request for another Host with 421. GitLab answers every origin, but accepts a session from its \
            own only."
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

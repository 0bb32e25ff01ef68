//! `GET /rest/api/2/mypermissions`: what the person who is signed in may do.

use std::collections::BTreeMap;

use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::accounts::Role;
use crate::rest::gate::SignedIn;

/// Permissions by key.
#[derive(Serialize, ToSchema)]
pub(super) struct Permissions {
    permissions: BTreeMap<&'static str, Permission>,
}

/// A permission.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Permission {
    id: &'static str,
    #[schema(example = "ADMINISTER")]
    key: &'static str,
    name: &'static str,
    /// `GLOBAL` or `PROJECT`.
    #[schema(example = "GLOBAL")]
    r#type: &'static str,
    description: &'static str,
    have_permission: bool,
}

/// Id, key, name, type and description.
const ALL: [(&str, &str, &str, &str, &str); 4] = [
    ("0", "ADMINISTER", "Jira Administrators", "GLOBAL", "May administer Jira."),
    ("44", "SYSTEM_ADMIN", "Jira System Administrators", "GLOBAL", "May do everything."),
    ("23", "ADMINISTER_PROJECTS", "Administer Projects", "PROJECT", "May administer projects."),
    ("10", "BROWSE_PROJECTS", "Browse Projects", "PROJECT", "May see projects and their issues."),
];

/// The caller's permissions
#[utoipa::path(get, path = "/mypermissions", tag = "Jira", operation_id = "showMyPermissions", responses(
    (status = 200, description = "Those that concern Patchbay", body = Permissions),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn show(Extension(account): SignedIn) -> Json<Permissions> {
    let administers = account.role == Role::Administrator;
    let permissions = ALL.into_iter().map(|(id, key, name, r#type, description)| {
        let have_permission = administers || key == "BROWSE_PROJECTS";
        (key, Permission { id, key, name, r#type, description, have_permission })
    });
    Json(Permissions { permissions: permissions.collect() })
}

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

/// The caller's permissions
#[utoipa::path(get, path = "/mypermissions", tag = "Jira", operation_id = "showMyPermissions", responses(
    (status = 200, description = "Those that concern Patchbay", body = Permissions),
    (status = 401, description = "Not signed in"),
))]
pub(super) async fn show(Extension(account): SignedIn) -> Json<Permissions> {
    let administers = account.role == Role::Administrator;
    let permission = |id, key, name, r#type, description, have_permission| {
        (key, Permission { id, key, name, r#type, description, have_permission })
    };
    Json(Permissions {
        permissions: BTreeMap::from([
            permission(
                "0",
                "ADMINISTER",
                "Jira Administrators",
                "GLOBAL",
                "May administer Jira.",
                administers,
            ),
            permission(
                "44",
                "SYSTEM_ADMIN",
                "Jira System Administrators",
                "GLOBAL",
                "May do everything.",
                administers,
            ),
            permission(
                "23",
                "ADMINISTER_PROJECTS",
                "Administer Projects",
                "PROJECT",
                "May administer projects.",
                administers,
            ),
            permission(
                "10",
                "BROWSE_PROJECTS",
                "Browse Projects",
                "PROJECT",
                "May see projects and their issues.",
                true,
            ),
        ]),
    })
}

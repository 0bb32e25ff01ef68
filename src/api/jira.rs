//! Jira's own REST API, as far as integrations need it.

use super::error::Error;
use super::http::send;
use super::server::Server;
use gloo_net::http::Method;
use patchbay_model::Project;
use serde_json::Value;

/// Who is signed in ("GET /rest/api/2/myself"): the display name. Asked first, because other addresses answer
/// nobody with less instead of refusing.
pub async fn myself(jira: Server) -> Result<String, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/myself", None).await?;
    let name = ["displayName", "name", "key"].iter().find_map(|key| answer.json.get(*key)?.as_str());
    Ok(name.unwrap_or("signed in").to_owned())
}

/// Whether the user administers Jira ("GET /rest/api/2/mypermissions").
pub async fn is_administrator(jira: Server) -> Result<bool, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/mypermissions", None).await?;
    let permissions = answer.json.get("permissions");
    let has = |key| permissions?.get(key)?.get("havePermission").and_then(Value::as_bool);
    Ok(has("ADMINISTER").or_else(|| has("SYSTEM_ADMIN")).unwrap_or(true))
}

/// All projects the user may see ("GET /rest/api/2/project"), sorted by key.
pub async fn projects(jira: Server) -> Result<Vec<Project>, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/project", None).await?;
    let mut projects = Project::read_list(&answer.json);
    projects.sort_by(|left, right| left.key.cmp(&right.key));
    Ok(projects)
}

//! Who is signed in to Jira, and what Jira itself is asked for.

use super::answer::{failed, send};
use crate::api::error::Error;
use crate::api::server::Server;
use crate::browser::surroundings;
use gloo_net::http::Method;
use patchbay_model::text::{NAME, short};
use patchbay_model::{Listed, Project};

/// The page on which Jira asks administrators for their password (WebSudo), and which leads back here.
pub fn confirmation(jira: Server) -> String {
    let here = surroundings::page();
    // It takes addresses without the context path.
    let back = here.strip_prefix(&jira.url("")).filter(|path| path.starts_with('/')).unwrap_or("/");
    jira.url(&format!("/secure/admin/WebSudoAuthenticate!default.jspa?webSudoDestination={back}"))
}

/// Who is signed in ("GET /rest/api/2/myself"): the display name. Asked first, because other addresses answer
/// nobody with less instead of refusing.
pub async fn myself(jira: Server) -> Result<String, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/myself", None).await.map_err(|failed| failed.error)?;
    let name = ["displayName", "name", "key"].iter().find_map(|key| answer.json.get(*key)?.as_str());
    Ok(short(name.unwrap_or("signed in"), NAME))
}

/// Whether the user is an administrator of Jira ("GET /rest/api/2/mypermissions"); also where Jira does not say.
pub async fn is_administrator(jira: Server) -> Result<bool, Error> {
    let path = "/rest/api/2/mypermissions";
    let answer = send(jira, Method::GET, path, None).await.map_err(|failed| failed.error)?;
    let lacks = |key: &str| {
        let permission = answer.json.get("permissions")?.get(key)?;
        permission.get("havePermission")?.as_bool().map(|has| !has)
    };
    Ok(lacks("ADMINISTER") != Some(true) || lacks("SYSTEM_ADMIN") == Some(false))
}

/// All projects the user may see ("GET /rest/api/2/project"), in the order in which Jira lists them.
pub async fn projects(jira: Server) -> Result<Listed<Project>, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/project", None).await.map_err(|failed| failed.error)?;
    Project::read_list(answer.json).map_err(|error| failed(jira, error, &answer.facts).error)
}

//! Jira's own REST API, as far as integrations need it.

use super::error::Error;
use super::http::send;
use super::server::Server;
use gloo_net::http::Method;
use patchbay_model::Project;

/// Who is signed in ("GET /rest/api/2/myself"): the display name. Asked first, because other addresses answer
/// nobody with less instead of refusing.
pub async fn myself(jira: Server) -> Result<String, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/myself", None).await?;
    let name = ["displayName", "name", "key"].iter().find_map(|key| answer.json.get(*key)?.as_str());
    Ok(name.unwrap_or("signed in").to_owned())
}

/// All projects the user may see ("GET /rest/api/2/project"), in the order in which Jira lists them.
pub async fn projects(jira: Server) -> Result<Vec<Project>, Error> {
    let answer = send(jira, Method::GET, "/rest/api/2/project", None).await?;
    // Jira sorts them by name; whoever shows them sorts them as needed.
    Ok(Project::read_list(&answer.json))
}

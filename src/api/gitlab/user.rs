//! Who is signed in at a GitLab, and which version it has.

use super::ROOT;
use super::answer::judge;
use crate::api::error::Error;
use crate::api::http::exchange;
use crate::api::server::Server;
use gloo_net::http::Method;
use patchbay_model::text::{NAME, short};
use serde_json::Value;

/// Who is signed in ("GET /user"): the display name.
pub async fn user(gitlab: Server) -> Result<String, Error> {
    let json = get_json(gitlab, "/user").await?;
    let name = ["name", "username"].iter().find_map(|key| json.get(*key)?.as_str());
    Ok(short(name.unwrap_or("signed in"), NAME))
}

/// The server's version, such as `14.8.0-ee` ("GET /version").
pub async fn version(gitlab: Server) -> Result<String, Error> {
    let json = get_json(gitlab, "/version").await?;
    Ok(json.get("version").and_then(Value::as_str).map(|text| short(text, NAME)).unwrap_or_default())
}

/// Whether the token may change anything ("GET /personal_access_tokens/self", since GitLab 15.5); also where GitLab does
/// not say.
pub async fn may_write(gitlab: Server) -> Result<bool, Error> {
    let json = get_json(gitlab, "/personal_access_tokens/self").await?;
    let scopes = json.get("scopes").and_then(Value::as_array);
    Ok(scopes.is_none_or(|scopes| scopes.is_empty() || scopes.iter().any(|scope| scope == "api")))
}

async fn get_json(gitlab: Server, path: &str) -> Result<Value, Error> {
    let reply = exchange(gitlab, Method::GET, &format!("{ROOT}{path}"), &[], None).await?;
    judge(gitlab, reply).map(|(json, _)| json)
}

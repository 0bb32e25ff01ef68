//! `config.json` beside index.html: where the servers are.

use crate::api::{Server, SignIn};
use gloo_net::http::Request;
use serde_json::Value;

const FILE: &str = "config.json";

/// Reads the file. `Err` holds sentences that say what is wrong with it. A file that is not there means Jira at the
/// page's own address, with its session.
pub async fn load() -> Result<Server, Vec<String>> {
    let unreadable =
        || vec![format!("{FILE} could not be read. Check the connection, then load the page again.")];
    let response = Request::get(FILE).send().await.map_err(|_| unreadable())?;
    if response.status() == 404 {
        return Ok(Server::new(own_base(), SignIn::Session));
    }
    if !response.ok() {
        return Err(vec![format!(
            "{FILE} could not be read: the server answered with status {}.",
            response.status()
        )]);
    }
    let text = response.text().await.map_err(|_| unreadable())?;
    let value: Value = serde_json::from_str(&text).map_err(|error| {
        vec![format!("{FILE} is not JSON: line {}, column {}.", error.line(), error.column())]
    })?;
    jira(&value)
}

fn jira(config: &Value) -> Result<Server, Vec<String>> {
    let mut faults = Vec::new();
    let url = match config.pointer("/jira/url") {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(url)) => url.trim().trim_end_matches('/').to_owned(),
        Some(_) => {
            faults.push("jira.url must be text: the address of Jira, or \"\" for the page’s own.".to_owned());
            String::new()
        }
    };
    if !url.is_empty()
        && let Err(error) = patchbay_model::url::check_http_url(&url)
    {
        faults.push(format!("jira.url: {error}"));
    }
    let sign_in = match config.pointer("/jira/auth").map(Value::as_str) {
        None | Some(Some("session")) => SignIn::Session,
        Some(Some("token")) => SignIn::Token,
        Some(_) => {
            faults.push("jira.auth must be \"session\" or \"token\".".to_owned());
            SignIn::Session
        }
    };
    let base = if url.is_empty() { own_base() } else { url };
    if faults.is_empty() { Ok(Server::new(base, sign_in)) } else { Err(faults) }
}

/// The page's own origin and context path: what stands before the path under which Jira serves the files of apps.
fn own_base() -> String {
    let location = leptos::prelude::window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    let end = ["/s/", "/download/resources/", "/secure/", "/plugins/"]
        .iter()
        .filter_map(|part| path.find(part))
        .min();
    let context = end.map_or("", |end| &path[..end]);
    format!("{origin}{context}")
}

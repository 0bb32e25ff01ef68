//! `config.json` beside index.html: where the servers are. A plain file is read here; one with anything unusual in it is
//! left to [`super::config_file`], which is in a part of its own, as is what there is to say about it.

use crate::api::{Server, SignIn};
use crate::browser::{begun, root, surroundings};
use gloo_net::http::Response;
use patchbay_model::Vendor;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The servers that the app works with; at least one.
#[derive(Clone)]
pub struct Config {
    /// Jiras with Git Integration for Jira, in the order of the file.
    pub jira: Vec<Server>,
    /// GitLab servers in the order of the file.
    pub gitlab: Vec<Server>,
}

/// A file that needs a second look.
pub enum Unread {
    /// No answer.
    NoAnswer,
    /// An answer with this status, of a failure.
    Status(u16),
    /// There is no such file.
    Missing,
    /// What the file says.
    Unusual(String),
}

/// Reads the file.
pub async fn load() -> Result<Config, Unread> {
    let address = format!("{}config.json", root::files().unwrap_or_default());
    // boot.js has begun to read it, and gives up after a minute.
    let begun = begun::take(&address).ok_or(Unread::NoAnswer)?;
    let answer = JsFuture::from(begun.answer).await.map_err(|_| Unread::NoAnswer)?;
    let response: Response = answer.unchecked_into::<web_sys::Response>().into();
    let status = response.status();
    let text = match response.ok() {
        true => JsFuture::from(begun.body).await.ok().and_then(|text| text.as_string()),
        false => Some(String::new()),
    };
    let text = text.ok_or(Unread::NoAnswer)?;
    // Many hosts answer with their start page where there is no file.
    if status == 404 || text.trim_start().starts_with('<') {
        return Err(Unread::Missing);
    }
    if !response.ok() {
        return Err(Unread::Status(status));
    }
    plain(&text).ok_or(Unread::Unusual(text))
}

/// The servers of a plain file; `None` if anything in it is unusual, and perhaps wrong.
fn plain(text: &str) -> Option<Config> {
    let config: Value = serde_json::from_str(text).ok()?;
    let fields = config.as_object()?;
    let is_known = |name: &str| matches!(name, "jira" | "gitlab" | "$schema");
    if !fields.keys().all(|name| is_known(name)) {
        return None;
    }
    let servers = |name: &str, vendor: Vendor| -> Option<Vec<Server>> {
        let entries = match fields.get(name) {
            None => &[],
            Some(Value::Array(entries)) => entries.as_slice(),
            Some(entry) => std::slice::from_ref(entry),
        };
        let servers: Vec<Server> =
            entries.iter().map(|entry| plain_server(vendor, entry)).collect::<Option<_>>()?;
        let is_twin =
            |(at, one): (usize, &Server)| servers.iter().take(at).any(|other| other.place() == one.place());
        (!servers.iter().enumerate().any(is_twin)).then_some(servers)
    };
    let (jira, gitlab) = (servers("jira", Vendor::Jira)?, servers("gitlab", Vendor::GitLab)?);
    (!jira.is_empty() || !gitlab.is_empty()).then_some(Config { jira, gitlab })
}

fn plain_server(vendor: Vendor, entry: &Value) -> Option<Server> {
    let fields = entry.as_object()?;
    if !fields.keys().all(|name| matches!(name.as_str(), "url" | "auth")) {
        return None;
    }
    let url = fields.get("url").map_or(Some(""), Value::as_str)?;
    let base = if url.is_empty() { own_base(vendor) } else { url.to_owned() };
    // As the browser writes it, with no more than a host and the usual folder.
    let origin = surroundings::origin_of(&base);
    let folder = base.strip_prefix(&origin)?;
    if !url.is_empty() && (!origin.starts_with("http") || !matches!(folder, "" | "/jira" | "/gitlab")) {
        return None;
    }
    let is_own = origin == surroundings::origin();
    let sign_in = match fields.get("auth").map(Value::as_str) {
        None if is_own => SignIn::Session,
        None | Some(Some("token")) => SignIn::Token,
        Some(Some("session")) if is_own => SignIn::Session,
        Some(_) => return None,
    };
    Some(Server::new(vendor, base, sign_in))
}

/// The page's own origin; for Jira with its context path: the part before the path under which Jira serves the files
/// of apps, or before the mark (`/s/…/_`) that it puts before that path so that browsers may keep them.
pub(super) fn own_base(vendor: Vendor) -> String {
    let files = root::files().unwrap_or_else(surroundings::page);
    match files.split_once("/download/resources/") {
        Some((base, _)) if vendor == Vendor::Jira => {
            let marked = base.split_once("/s/").filter(|(_, mark)| mark.ends_with("/_"));
            marked.map_or(base, |(before, _)| before).to_owned()
        }
        _ => surroundings::origin(),
    }
}

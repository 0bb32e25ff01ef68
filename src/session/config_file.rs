//! `config.json` in full: everything that it may say, and what is wrong with it. In a part of its own, because a plain file
//! needs none of it.

use super::config::{Config, Unread, own_base};
use crate::api::{Server, SignIn};
use crate::browser::surroundings;
use patchbay_model::Vendor;
use patchbay_model::text::meant::server_of;
use patchbay_model::text::url::{UrlError, check_http_url};
use serde_json::{Map, Value};

const FILE: &str = "config.json";

/// Why there is no [`Config`].
#[derive(Clone)]
pub struct Unusable {
    /// What is wrong, after "The file config.json beside this page …".
    pub state: &'static str,
    /// Whole sentences, one for each thing that is wrong.
    pub faults: Vec<String>,
    /// Whether somebody has to write in the file; else it may be enough to try again.
    pub needs_editing: bool,
}

/// Takes the second look.
pub fn read(unread: Unread) -> Result<Config, Unusable> {
    let failed =
        |fault: String| Unusable { state: "could not be read", faults: vec![fault], needs_editing: false };
    let text = match unread {
        Unread::NoAnswer => {
            return Err(failed(
                "The server did not answer. Check the connection, then try again.".to_owned(),
            ));
        }
        Unread::Status(status) => return Err(failed(format!("The server answered with status {status}."))),
        Unread::Missing => {
            let fault = format!("{FILE} belongs in the folder of index.html.");
            return Err(Unusable { state: "is missing", faults: vec![fault], needs_editing: true });
        }
        Unread::Unusual(text) => text,
    };
    let read = match serde_json::from_str(&text) {
        Ok(value) => servers_of(&value),
        Err(error) => Err(vec![format!("{FILE} is not JSON: {error}.")]),
    };
    read.map_err(|faults| Unusable { state: "has errors", faults, needs_editing: true })
}

/// One server as the file says it.
struct Entry<'a> {
    /// How sentences call it: `gitlab[1]`.
    name: String,
    vendor: Vendor,
    value: &'a Value,
}

fn servers_of(config: &Value) -> Result<Config, Vec<String>> {
    let mut faults = Vec::new();
    let Value::Object(fields) = config else {
        return Err(vec![format!("{FILE} must be an object such as {{ \"jira\": {{ \"url\": \"\" }} }}.")]);
    };
    check_fields(fields, FILE, "", &["jira", "gitlab", "$schema"], &mut faults);
    let (mut jira, gitlab) =
        (entries(config, "jira", Vendor::Jira), entries(config, "gitlab", Vendor::GitLab));
    // Who names a GitLab only has no Jira; who names nothing has the one that serves this page.
    if jira.is_empty() && gitlab.is_empty() {
        jira.push(Entry { name: "jira".to_owned(), vendor: Vendor::Jira, value: &Value::Null });
    }
    let jira = servers("jira", &jira, &mut faults);
    let gitlab = servers("gitlab", &gitlab, &mut faults);
    if faults.is_empty() { Ok(Config { jira, gitlab }) } else { Err(faults) }
}

/// A misspelt field would otherwise be a setting that silently does nothing.
fn check_fields(
    fields: &Map<String, Value>,
    owner: &str,
    path: &str,
    known: &[&str; 3],
    faults: &mut Vec<String>,
) {
    let [first, second, _] = known;
    for field in fields.keys().filter(|field| !known.contains(&field.as_str())) {
        faults.push(format!("{path}{field} is not a field. {owner} has \"{first}\" and \"{second}\"."));
    }
}

/// A field contains one server or a list.
fn entries<'a>(config: &'a Value, field: &str, vendor: Vendor) -> Vec<Entry<'a>> {
    match config.get(field) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(all)) => {
            let entry = |(at, value)| Entry { name: format!("{field}[{at}]"), vendor, value };
            all.iter().enumerate().map(entry).collect()
        }
        Some(value) => vec![Entry { name: field.to_owned(), vendor, value }],
    }
}

/// The servers of a field. Addresses name them by their place, so each has its own.
fn servers(field: &str, entries: &[Entry<'_>], faults: &mut Vec<String>) -> Vec<Server> {
    let servers: Vec<Server> = entries.iter().filter_map(|entry| server(entry, faults)).collect();
    for (at, one) in servers.iter().enumerate() {
        if servers.iter().take(at).any(|other| other.place() == one.place()) {
            faults.push(format!("{field}: {} is listed twice.", one.place()));
        }
    }
    servers
}

fn server(entry: &Entry<'_>, faults: &mut Vec<String>) -> Option<Server> {
    let Entry { name, vendor, value } = entry;
    let known = faults.len();
    match value {
        Value::Object(fields) => {
            check_fields(fields, name, &format!("{name}."), &["url", "auth", ""], faults);
        }
        // In a list it would be an invisible server.
        Value::Null if !name.ends_with(']') => {}
        _ => {
            faults.push(format!(
                "{name} must be an object such as {{ \"url\": \"\", \"auth\": \"session\" }}."
            ));
            return None;
        }
    }
    let url = match value.get("url") {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(url)) => url.trim().trim_end_matches('/').to_owned(),
        Some(_) => {
            let whose = vendor.name();
            faults.push(format!(
                "{name}.url must be text: the address of {whose}, or \"\" for the page’s own."
            ));
            String::new()
        }
    };
    match check_http_url(&url) {
        _ if url.is_empty() => {}
        // The rule's own sentence speaks of a form with fields for them.
        Err(UrlError::Credentials) => faults.push(format!(
            "{name}.url must not contain a user name or password: everybody who opens this page can read the file."
        )),
        Err(error) => faults.push(format!("{name}.url: {error}")),
        Ok(()) if url.contains('?') => faults.push(format!("{name}.url must end before the “?”.")),
        Ok(()) => {
            if let Some(server) = server_of(&url, if *vendor == Vendor::Jira { is_of_jira } else { is_of_gitlab }) {
                faults.push(format!("{name}.url is the address of a page or of the API. Write the server’s: “{server}”."));
            }
        }
    }
    // As the browser writes it, so that no server is listed twice in other letters.
    let base = if url.is_empty() { own_base(*vendor) } else { surroundings::normal(&url) };
    let origin = surroundings::origin_of(&base);
    // Our rule takes letters of any script, of which browsers do not take all.
    if faults.len() == known && origin.is_empty() {
        faults.push(format!("{name}.url: {}", UrlError::Host));
    }
    let is_own = origin == surroundings::origin();
    let sign_in = match value.get("auth").map(Value::as_str) {
        None if is_own => SignIn::Session,
        None | Some(Some("token")) => SignIn::Token,
        Some(Some("session")) => {
            // Of an address that is none, enough is said.
            if !is_own && faults.len() == known {
                faults.push(format!(
                    "{name}.auth must be \"token\": a session is used at the page’s own origin only."
                ));
            }
            SignIn::Session
        }
        Some(_) => {
            faults.push(format!("{name}.auth must be \"session\" or \"token\"."));
            SignIn::Session
        }
    };
    (faults.len() == known).then(|| Server::new(*vendor, base, sign_in))
}

/// Whether the path of a Jira ends before this part.
fn is_of_jira(part: &str) -> bool {
    matches!(
        part,
        "rest" | "browse" | "secure" | "projects" | "issues" | "plugins" | "servicedesk" | "dashboards"
    ) || part.ends_with(".jsp")
        || part.ends_with(".jspa")
}

/// Whether the path of a GitLab ends before this part.
fn is_of_gitlab(part: &str) -> bool {
    matches!(
        part,
        "api"
            | "-"
            | "users"
            | "groups"
            | "dashboard"
            | "explore"
            | "admin"
            | "help"
            | "profile"
            | "search"
            | "oauth"
    )
}

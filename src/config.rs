//! `config.json` beside index.html: where the servers are.

use crate::api::{Server, SignIn, Vendor};
use crate::browser::root;
use gloo_net::http::Request;
use serde_json::Value;

const FILE: &str = "config.json";

/// The servers that the app works with; at least one.
#[derive(Clone)]
pub struct Config {
    /// Jira with Git Integration for Jira.
    pub jira: Option<Server>,
    /// GitLab servers in the order of the file.
    pub gitlab: Vec<Server>,
}

/// Reads the file. `Err` holds sentences that say what is wrong with it. A file that is not there means Jira at the
/// page's own address, with its session.
pub async fn load() -> Result<Config, Vec<String>> {
    let unreadable =
        || vec![format!("{FILE} could not be read. Check the connection, then load the page again.")];
    let address = format!("{}{FILE}", root::files().unwrap_or_default());
    let response = Request::get(&address).send().await.map_err(|_| unreadable())?;
    if response.status() == 404 {
        return read(&Value::Null);
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
    read(&value)
}

/// One server as the file says it.
struct Entry<'a> {
    /// How sentences call it: `gitlab[1]`.
    name: String,
    vendor: Vendor,
    value: &'a Value,
}

fn read(config: &Value) -> Result<Config, Vec<String>> {
    let mut faults = Vec::new();
    let gitlab: Vec<Server> = entries(config).iter().filter_map(|entry| server(entry, &mut faults)).collect();
    let jira = match config.get("jira") {
        // Who names a GitLab only has no Jira; who names nothing has the one that serves this page.
        None | Some(Value::Null) if !gitlab.is_empty() => None,
        None => server(&jira(&Value::Null), &mut faults),
        Some(value) => server(&jira(value), &mut faults),
    };
    for (at, one) in gitlab.iter().enumerate() {
        if gitlab.iter().take(at).any(|other| other.place() == one.place()) {
            faults.push(format!("gitlab: {} is listed twice.", one.place()));
        }
    }
    if faults.is_empty() { Ok(Config { jira, gitlab }) } else { Err(faults) }
}

fn jira(value: &Value) -> Entry<'_> {
    Entry { name: "jira".to_owned(), vendor: Vendor::Jira, value }
}

/// `gitlab` holds one server or a list of them.
fn entries(config: &Value) -> Vec<Entry<'_>> {
    let vendor = Vendor::GitLab;
    match config.get("gitlab") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(all)) => {
            let entry = |(at, value)| Entry { name: format!("gitlab[{at}]"), vendor, value };
            all.iter().enumerate().map(entry).collect()
        }
        Some(value) => vec![Entry { name: "gitlab".to_owned(), vendor, value }],
    }
}

fn server(entry: &Entry<'_>, faults: &mut Vec<String>) -> Option<Server> {
    let Entry { name, vendor, value } = entry;
    let known = faults.len();
    if !matches!(value, Value::Null | Value::Object(_)) {
        faults.push(format!("{name} must be an object such as {{ \"url\": \"\", \"auth\": \"session\" }}."));
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
    if !url.is_empty()
        && let Err(error) = patchbay_model::url::check_http_url(&url)
    {
        faults.push(format!("{name}.url: {error}"));
    }
    let own = url.is_empty();
    let sign_in = match value.get("auth").map(Value::as_str) {
        None if own => SignIn::Session,
        // GitLab takes the cookie of a session from its own pages only.
        None => match vendor {
            Vendor::Jira => SignIn::Session,
            Vendor::GitLab => SignIn::Token,
        },
        Some(Some("session")) => SignIn::Session,
        Some(Some("token")) => SignIn::Token,
        Some(_) => {
            faults.push(format!("{name}.auth must be \"session\" or \"token\"."));
            SignIn::Session
        }
    };
    let base = if own { own_base(*vendor) } else { url };
    (faults.len() == known).then(|| Server::new(*vendor, base, sign_in))
}

/// The page's own origin; for Jira with its context path: what stands before the path under which Jira serves the files
/// of apps.
fn own_base(vendor: Vendor) -> String {
    let location = leptos::prelude::window().location();
    let origin = location.origin().unwrap_or_default();
    if vendor == Vendor::GitLab {
        return origin;
    }
    let path = location.pathname().unwrap_or_default();
    let end = ["/s/", "/download/resources/", "/secure/", "/plugins/"]
        .iter()
        .filter_map(|part| path.find(part))
        .min();
    let context = end.map_or("", |end| &path[..end]);
    format!("{origin}{context}")
}

//! Jira and GitLab see each other through two settings: a project's Jira integration in GitLab, and a Git integration in
//! Jira whose scan finds the project. Whether both are there, and whether they fit together. No vendor shows both sides.

use crate::gij::Integration;
use crate::text::percent::decode;
use crate::text::query::{HostShape, Query};
use crate::text::url;
use serde_json::Value;
use std::fmt;

/// A project of a GitLab, as it is seen from a Jira.
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    /// Its full path, such as `shop/web/website`.
    pub path: &'a str,
    /// The number of the group that it is in, where it is known.
    pub group: Option<u64>,
    /// Whether it is archived.
    pub archived: bool,
    /// The project as GitLab's API answers it, for filters; null where that is not known.
    pub answer: &'a Value,
}

/// Whether the scan of a Git integration finds a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covers {
    /// It does.
    Yes,
    /// That depends on what neither side tells; a sentence.
    Perhaps(String),
    /// It does not; a sentence.
    No(String),
}

/// Whether a Git integration is about this GitLab: host, port and folder are the same, whatever scheme both use.
pub fn is_about(integration: &Integration, server: &str) -> bool {
    if !integration.kind.name().starts_with("GITLAB") {
        return false;
    }
    place(origin(integration)) == place(server)
}

/// What is asked for its projects: its own URL, or that of GitLab.com.
fn origin(integration: &Integration) -> &str {
    match integration.origin() {
        "" if integration.kind.name() == "GITLAB" => "https://gitlab.com",
        origin => origin,
    }
}

/// Host, port and folder of a URL; the ports that need not be named are left out.
fn place(address: &str) -> (String, String, String) {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let authority = authority.rsplit('@').next().unwrap_or_default();
    let port = match authority.rsplit_once(':') {
        Some((_, port)) if !matches!(port, "80" | "443") && port.bytes().all(|b| b.is_ascii_digit()) => port,
        _ => "",
    };
    let folder = url::path(address).trim_matches('/').to_ascii_lowercase();
    (url::host(address), port.to_owned(), folder)
}

/// Whether the scan of this Git integration, which is about the project's GitLab, finds the project. `group_path` gives the
/// full path of the group with a number, where it is known.
pub fn covers(
    integration: &Integration,
    project: Project<'_>,
    group_path: &dyn Fn(u64) -> Option<String>,
) -> Covers {
    let text = |key: &str| integration.settings.get(key).and_then(Value::as_str).unwrap_or_default().trim();
    let by_path = by_api_path(text("apiPath"), project, group_path);
    if matches!(by_path, Covers::No(_)) {
        return by_path;
    }
    match (by_filter(text("apiFilter"), project), by_path) {
        (Covers::Yes, by_path) => by_path,
        (by_filter, _) => by_filter,
    }
}

fn by_api_path(api_path: &str, project: Project<'_>, group_path: &dyn Fn(u64) -> Option<String>) -> Covers {
    let (path, query) = api_path.split_once('?').unwrap_or((api_path, ""));
    let flag = |name: &str| {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.filter(|(other, _)| *other == name).map(|(_, value)| value).next_back()
    };
    if flag("archived") == Some("false") && project.archived {
        return Covers::No("Its API path leaves archived projects out.".to_owned());
    }
    if flag("archived") == Some("true") && !project.archived {
        return Covers::No("Its API path takes archived projects only.".to_owned());
    }
    let parts: Vec<String> = path.trim_matches('/').split('/').map(decode).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [""] => membership(),
        ["api", "v4", "projects"] if flag("owned") == Some("true") => {
            Covers::Perhaps("It finds the projects that the user of its token owns.".to_owned())
        }
        ["api", "v4", "projects"] if flag("starred") == Some("true") => {
            Covers::Perhaps("It finds the projects that the user of its token has starred.".to_owned())
        }
        ["api", "v4", "projects"] => membership(),
        ["api", "v4", "groups", group, "projects"] => {
            in_group(group, flag("include_subgroups") == Some("true"), project, group_path)
        }
        ["api", "v4", "users", user, "projects"] => match project.path.split_once('/') {
            Some((owner, _)) if owner.eq_ignore_ascii_case(user) => Covers::Yes,
            _ if user.bytes().all(|byte| byte.is_ascii_digit()) => {
                Covers::Perhaps(format!("It finds the projects of user {user}."))
            }
            _ => Covers::No(format!("It finds the projects of user {user} only.")),
        },
        _ => Covers::Perhaps("Patchbay does not know which projects its API path finds.".to_owned()),
    }
}

fn membership() -> Covers {
    Covers::Perhaps("It finds the projects of which the user of its token is a member.".to_owned())
}

fn in_group(
    group: &str,
    with_subgroups: bool,
    project: Project<'_>,
    group_path: &dyn Fn(u64) -> Option<String>,
) -> Covers {
    let own = project.path.rsplit_once('/').map_or("", |(own, _)| own);
    let number = group.parse::<u64>().ok();
    if number.is_some() && number == project.group {
        return Covers::Yes;
    }
    let path = match number {
        None => group.to_owned(),
        Some(number) => match group_path(number) {
            Some(path) => path,
            None if project.group.is_some() && !with_subgroups => {
                return Covers::No(format!("It finds the projects of group {number} only."));
            }
            None => return Covers::Perhaps(format!("It finds the projects of group {number}.")),
        },
    };
    let (own, above) = (own.to_ascii_lowercase(), path.to_ascii_lowercase());
    let is_below = own.strip_prefix(&above).is_some_and(|rest| rest.starts_with('/'));
    match (own == above, is_below) {
        (true, _) => Covers::Yes,
        (false, true) if with_subgroups => Covers::Yes,
        (false, true) => {
            Covers::No(format!("It finds the projects of {path}, without those in its subgroups."))
        }
        (false, false) => Covers::No(format!("It finds the projects of {path} only.")),
    }
}

fn by_filter(filter: &str, project: Project<'_>) -> Covers {
    if filter.is_empty() {
        return Covers::Yes;
    }
    if project.answer.is_null() {
        return Covers::Perhaps("It has a filter.".to_owned());
    }
    let Ok(query) = Query::parse(filter) else {
        return Covers::Perhaps("Its filter cannot be read.".to_owned());
    };
    let sample = Value::Array(vec![project.answer.clone()]).to_string();
    match query.apply(HostShape::Gitlab, &sample) {
        Ok(split) if split.kept.is_empty() => Covers::No("Its filter leaves this project out.".to_owned()),
        Ok(_) => Covers::Yes,
        Err(_) => Covers::Perhaps("Its filter could not be tried on this project.".to_owned()),
    }
}

/// The project's Jira integration in GitLab, as far as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitLabSide {
    /// Whether it is active.
    pub active: bool,
    /// The URL of its Jira; empty where it was never set up.
    pub url: String,
}

/// A Git integration of a Jira that is about the project's GitLab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JiraSide {
    /// Its name.
    pub name: String,
    /// Whether it is disabled.
    pub disabled: bool,
    /// Whether its scan finds the project.
    pub covers: Covers,
}

/// What does not fit together. `Display` gives the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// GitLab sends to this Jira, which has no Git integration that may find the project.
    NotRead,
    /// A Git integration finds the project, and GitLab's side is not active.
    NotSent(String),
    /// The Git integration that finds the project is disabled.
    Disabled(String),
    /// GitLab sends to another Jira than the one that reads the project: the one, and its Git integration.
    OtherJira(String, String),
    /// GitLab calls the Jira by another address than it has here.
    OtherAddress(String),
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotRead => f.write_str(
                "GitLab sends to this Jira, but none of its Git integrations finds this project. Jira shows no commits of it.",
            ),
            Self::NotSent(name) => write!(
                f,
                "“{name}” finds this project, but the project’s Jira integration is not active. GitLab neither links issues nor comments on them."
            ),
            Self::Disabled(name) => {
                write!(f, "“{name}” finds this project and is disabled. Enable it, or Jira shows no new commits.")
            }
            Self::OtherJira(url, name) => write!(
                f,
                "GitLab sends to {url}, but “{name}” in this Jira finds the project. Set the Jira URL in GitLab, or remove the project from the other one."
            ),
            Self::OtherAddress(url) => write!(
                f,
                "GitLab calls this Jira {url}, which differs in scheme, port or folder. Use one address on both sides."
            ),
        }
    }
}

/// What does not fit together between a project's Jira integration and the Git integrations of one Jira, at the address
/// `jira`, that are about the project's GitLab. What only may be so is no mismatch.
pub fn mismatches(jira: &str, gitlab: &GitLabSide, sides: &[JiraSide]) -> Vec<Mismatch> {
    let is_same_host = !gitlab.url.is_empty() && url::host(&gitlab.url) == url::host(jira);
    let sends_here = gitlab.active && is_same_host;
    let mut found = Vec::new();
    if sends_here && address(&gitlab.url) != address(jira) {
        found.push(Mismatch::OtherAddress(gitlab.url.clone()));
    }
    let sure = || sides.iter().filter(|side| side.covers == Covers::Yes);
    let may = || sides.iter().any(|side| !matches!(side.covers, Covers::No(_)));
    if sends_here && !may() {
        found.push(Mismatch::NotRead);
    }
    // One that is enabled is enough.
    if let Some(side) = sure().next()
        && sure().all(|side| side.disabled)
    {
        found.push(Mismatch::Disabled(side.name.clone()));
    }
    if let Some(side) = sure().find(|side| !side.disabled) {
        if !gitlab.active {
            found.push(Mismatch::NotSent(side.name.clone()));
        } else if !is_same_host {
            found.push(Mismatch::OtherJira(gitlab.url.clone(), side.name.clone()));
        }
    }
    found
}

/// Scheme, host, port and folder.
fn address(text: &str) -> (String, (String, String, String)) {
    let scheme = text.split_once("://").map_or("", |(scheme, _)| scheme);
    (scheme.to_ascii_lowercase(), place(text))
}

/// The groups whose number the API path of this integration names, and whose path must be known to say what it finds.
pub fn group_number(integration: &Integration) -> Option<u64> {
    let path = integration.settings.get("apiPath").and_then(Value::as_str)?;
    let rest = path.trim().trim_start_matches('/').strip_prefix("api/v4/groups/")?;
    rest.split('/').next()?.parse().ok()
}

/// What the API path of this integration names in GitLab, for a link: a group by its number or full path. `None` where it
/// names none.
pub fn group_named(integration: &Integration) -> Option<String> {
    let path = integration.settings.get("apiPath").and_then(Value::as_str)?;
    let rest = path.trim().trim_start_matches('/').strip_prefix("api/v4/groups/")?;
    let group = decode(rest.split(['/', '?']).next()?);
    (!group.is_empty()).then_some(group)
}

//! What was most likely meant in the fields of an integration, for each type of host.

use super::spec::{Origin, TypeSpec};
use crate::form::{Correction, Corrector};
use crate::text::meant::{placeholder, segments, server_of};

/// What finds out what was meant in a form of this type.
pub(super) fn corrections(spec: &TypeSpec) -> Vec<Corrector> {
    let origin: fn(&str) -> Option<Correction> = match (spec.name, spec.origin) {
        (_, Origin::Folder(_)) => return Vec::new(),
        ("GITHUB" | "GITHUB_SERVER", _) => github,
        ("GERRIT", _) => gerrit,
        ("GITLAB" | "GITLAB_SERVER" | "GITLAB_SERVER_LEGACY", _) => gitlab,
        ("AZURE" | "VSTS" | "AWS", _) => whole_host,
        _ => collections,
    };
    vec![
        Corrector { at: "origin", correct: origin },
        Corrector { at: "tfsCollection", correct: collection },
        Corrector { at: "apiPath", correct: api_path },
    ]
}

/// The host alone.
fn whole_host(text: &str) -> Option<Correction> {
    server_of(text, |_| true).map(Correction::server)
}

// GitHub Enterprise is never in a folder; its API is.
fn github(text: &str) -> Option<Correction> {
    if segments(text).starts_with(&["api"]) { None } else { whole_host(text) }
}

// GitLab may be in a folder, so a single segment says nothing.
fn gitlab(text: &str) -> Option<Correction> {
    let is_page = |part: &str| {
        matches!(
            part,
            "-" | "api" | "groups" | "users" | "dashboard" | "explore" | "admin" | "help" | "profile"
        )
    };
    let path = segments(text);
    if let Some(server) = server_of(text, is_page) {
        let is_project = path.iter().position(|part| is_page(part)).is_some_and(|at| at >= 2);
        return if is_project { whole_host(text) } else { Some(Correction::server(server)) };
    }
    if path.len() >= 2 { whole_host(text) } else { None }
}

fn gerrit(text: &str) -> Option<Correction> {
    let is_page = |part: &str| {
        matches!(
            part,
            "q" | "c" | "a" | "admin" | "dashboard" | "settings" | "plugins" | "login" | "projects"
        ) || part.ends_with(".git")
    };
    server_of(text, is_page).map(Correction::server)
}

/// A server whose addresses go on with a collection and a project.
fn collections(text: &str) -> Option<Correction> {
    let path = segments(text);
    let is_page = |part: &str| part.starts_with('_') || part.ends_with("collection");
    if path.first().is_some_and(|first| first.eq_ignore_ascii_case("tfs")) {
        let server = whole_host(text)?.value;
        return (path.len() > 1).then(|| Correction::server(format!("{server}/{}", path[0])));
    }
    let has_project = path.len() >= 2 || path.iter().any(|part| is_page(&part.to_lowercase()));
    if has_project { whole_host(text) } else { None }
}

fn collection(text: &str) -> Option<Correction> {
    if let Some(found) = placeholder(text) {
        return Some(Correction::of(format!(
            "“{found}” looks like a placeholder. Enter the name of the collection."
        )));
    }
    let is_host = |part: &str| part.contains(':') || segments(text).get(1).is_some_and(|next| *next == "tfs");
    let name = segments(text)
        .into_iter()
        .enumerate()
        .find(|(at, part)| !(part.eq_ignore_ascii_case("tfs") || (*at == 0 && is_host(part))))?;
    let name = name.1;
    (text.contains('/')).then(|| Correction::name(name.to_owned()))
}

/// The path of a whole address, and the slash before one that has none.
fn api_path(text: &str) -> Option<Correction> {
    // As documents of an API write it.
    if let Some(path) = text.strip_prefix("GET ").map(str::trim) {
        return path.starts_with('/').then(|| Correction { sentence: String::new(), value: path.to_owned() });
    }
    let path = match text.split_once("://") {
        Some((_, rest)) => rest.find('/').map(|at| rest[at..].to_owned())?,
        None if !text.starts_with('/') => match text.split_once('/') {
            Some((host, path)) if host.contains('.') => format!("/{path}"),
            _ => format!("/{text}"),
        },
        None => return None,
    };
    Some(Correction { sentence: String::new(), value: path })
}

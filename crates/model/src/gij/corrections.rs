//! What was most likely meant in the fields of an integration, for each type of host.

use super::spec::{Origin, TypeSpec};
use crate::form::{Correction, Corrector, is_region as check_region};
use crate::text::meant::{placeholder, segments, server_of};
use crate::text::pages::{has, is_of_gitlab};

/// What finds out what was meant in a form of this type.
pub(super) fn corrections(spec: &TypeSpec) -> Vec<Corrector> {
    let origin: fn(&str) -> Option<Correction> = match (spec.name, spec.origin) {
        (_, Origin::Folder(_)) => return Vec::new(),
        ("GITHUB" | "GITHUB_SERVER", _) => github,
        ("GERRIT", _) => gerrit,
        ("GITLAB" | "GITLAB_SERVER" | "GITLAB_SERVER_LEGACY", _) => gitlab,
        ("AWS", _) => aws,
        ("AZURE" | "VSTS", _) => azure,
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

// Git by ssh has a host of its own.
fn azure(text: &str) -> Option<Correction> {
    let found = whole_host(text)?;
    let is_ssh = found.value.ends_with("://ssh.dev.azure.com");
    Some(if is_ssh { Correction::server("https://dev.azure.com".to_owned()) } else { found })
}

// GitHub Enterprise is never in a folder; its API is.
fn github(text: &str) -> Option<Correction> {
    match segments(text).as_slice() {
        ["api", "v3"] if !text.contains('?') => None,
        _ => whole_host(text),
    }
}

// The console names the region, and so do addresses of Git's helper and of resources.
fn aws(text: &str) -> Option<Correction> {
    let is_other =
        text.contains("console.aws.") || text.starts_with("codecommit:") || text.starts_with("arn:");
    if !is_other {
        return whole_host(text);
    }
    let parts = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let region = parts.rev().find(|part| check_region(part))?;
    Some(Correction::server(format!("https://git-codecommit.{region}.amazonaws.com")))
}

// GitLab may be in a folder, so a single segment says nothing.
fn gitlab(text: &str) -> Option<Correction> {
    let path = segments(text);
    // A project, however deep.
    if path.len() > 1 && path.iter().any(|part| part.ends_with(".git")) {
        return whole_host(text);
    }
    if let Some(server) = server_of(text, is_of_gitlab) {
        let is_project = path.iter().position(|part| is_of_gitlab(part)).is_some_and(|at| at >= 2);
        return if is_project { whole_host(text) } else { Some(Correction::server(server)) };
    }
    if path.len() >= 2 { whole_host(text) } else { None }
}

fn gerrit(text: &str) -> Option<Correction> {
    // The browser of a project, which may be in folders: `…/team/app/+/refs/heads/main`.
    if segments(text).contains(&"+") && !segments(text).contains(&"c") && !segments(text).contains(&"plugins")
    {
        return whole_host(text);
    }
    let is_page = |part: &str| {
        has(
            "q c a p x id admin dashboard settings plugins login logout register projects changes accounts groups config access \
             documentation tools static gitweb",
            part,
        ) || part.ends_with(".git")
            || (part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
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
    if text.contains("[?") || text.starts_with('[') {
        return Some(Correction::of("This looks like a filter. Enter it under “JMESPath filter”."));
    }
    if text.starts_with('/') && placeholder(text).is_some() {
        return None;
    }
    // As documents of an API and command lines write it.
    let word = if text.starts_with('/') {
        text
    } else {
        text.split_whitespace().rfind(|word| word.contains('/')).unwrap_or(text)
    };
    let word = word.trim_matches(['"', '\'', '`', '<', '>']).replace('\\', "/");
    let path = match word.split_once("://") {
        Some((_, rest)) => rest.find('/').map(|at| &rest[at..])?,
        None => word.as_str(),
    };
    // The host without its scheme.
    let (first, rest) = path.trim_start_matches('/').split_once('/').unwrap_or((path, ""));
    let top = first.rsplit_once('.').map_or("", |(_, top)| top);
    let is_host = top.len() > 1 && top.bytes().all(|byte| byte.is_ascii_alphabetic()) && !rest.is_empty();
    let path = if is_host { rest } else { path.trim_start_matches('/') };
    let path = path.split('#').next().unwrap_or_default();
    if path.is_empty() || (!path.contains('/') && path.contains('.')) {
        return None;
    }
    let value = format!("/{path}");
    // A path that is one, but for what the API does not know.
    let sentence = if text.starts_with('/') && !text.contains(char::is_whitespace) {
        format!("The API path is the part of the address behind the host: {value}")
    } else {
        String::new()
    };
    (value != text).then_some(Correction { sentence, value })
}

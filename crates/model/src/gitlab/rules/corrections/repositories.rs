//! The address of a repository or a pipeline, not of one of its pages and not of an API.

use crate::form::Correction;
use crate::text::meant::{segments, server_of};

/// A repository of GitHub.
pub(super) fn github(text: &str) -> Option<Correction> {
    const OTHERS: [&str; 12] = [
        "orgs",
        "settings",
        "users",
        "search",
        "marketplace",
        "notifications",
        "topics",
        "login",
        "organizations",
        "enterprises",
        "apps",
        "new",
    ];
    // `acme/app`
    let is_name = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    if let Some((owner, name)) = text.split_once('/')
        && !owner.contains('.')
        && is_name(owner)
        && is_name(name)
    {
        return Some(Correction {
            sentence: String::new(),
            value: format!("https://github.com/{owner}/{name}"),
        });
    }
    let parts = segments(text);
    let server = server_of(text, |_| true)?;
    let (server, parts) = match parts.as_slice() {
        ["repos", rest @ ..] if server.ends_with("://api.github.com") => {
            ("https://github.com".to_owned(), rest)
        }
        ["api", "v3", "repos", rest @ ..] => (server, rest),
        rest if server.ends_with("://raw.githubusercontent.com") => ("https://github.com".to_owned(), rest),
        rest => (server, rest),
    };
    if let Some(other) = parts.first().filter(|first| OTHERS.contains(first)) {
        return Some(Correction::of(format!(
            "“/{other}” is no repository. Enter the address of one, such as https://github.com/acme/app."
        )));
    }
    first_two(text, &server, parts, "repository")
}

/// A pipeline of Buildkite.
pub(super) fn buildkite(text: &str) -> Option<Correction> {
    let parts = segments(text);
    let server = server_of(text, |_| true)?;
    let at = parts.iter().position(|part| *part == "organizations");
    let named = at.and_then(|at| Some((*parts.get(at + 1)?, *parts.get(at + 3)?)));
    match named {
        Some((owner, name)) => first_two(text, "https://buildkite.com", &[owner, name], "pipeline"),
        None => first_two(text, &server, &parts, "pipeline"),
    }
}

/// The address of the owner's repository or pipeline, where it goes on.
fn first_two(text: &str, server: &str, parts: &[&str], what: &str) -> Option<Correction> {
    let [owner, name, ..] = parts else { return None };
    let value = format!("{server}/{owner}/{}", name.strip_suffix(".git").unwrap_or(name));
    let is_it = text.trim_end_matches('/') == value;
    (!is_it)
        .then(|| Correction { sentence: format!("Enter the address of the {what} itself: {value}"), value })
}

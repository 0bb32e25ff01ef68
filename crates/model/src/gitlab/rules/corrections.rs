//! What was most likely meant: the server of a page's address, the name in the address of a job or a plan.

use crate::form::{Correction, Corrector};
use crate::text::meant::{placeholder, segments, server_of};
use crate::text::percent::decode;

/// Jenkins: the server, and the name of a job, in its folders.
pub const JENKINS: &[Corrector] = &[
    Corrector {
        at: "jenkins_url",
        correct: |text| {
            server(text, |part| {
                matches!(
                    part,
                    "job"
                        | "view"
                        | "login"
                        | "manage"
                        | "computer"
                        | "user"
                        | "project"
                        | "blue"
                        | "script"
                        | "pluginmanager"
                        | "queue"
                        | "securityrealm"
                        | "configure"
                        | "credentials"
                        | "asynchpeople"
                )
            })
        },
    },
    Corrector { at: "project_name", correct: jenkins_job },
];

/// Jira: the server, also of its API; and keys of projects instead of names.
pub const JIRA: &[Corrector] = &[
    Corrector { at: "url", correct: jira_server },
    Corrector { at: "api_url", correct: jira_server },
    Corrector { at: "jira_issue_transition_id", correct: transitions },
    Corrector { at: "project_keys", correct: jira_keys },
    Corrector { at: "project_key", correct: jira_keys },
];

/// Bamboo: the server, and the key of a plan.
pub const BAMBOO: &[Corrector] = &[
    Corrector {
        at: "bamboo_url",
        correct: |text| {
            server(text, |part| {
                matches!(part, "browse" | "rest" | "build" | "deploy" | "admin") || part.ends_with(".action")
            })
        },
    },
    Corrector {
        at: "build_key",
        correct: |text| {
            name_in(text, "browse")
                .or_else(|| name_in(text, "plan"))
                .map(plan_of)
                .or_else(|| one_word(text, "plan", "key"))
        },
    },
];

/// TeamCity: the server, and the ID of a build configuration.
pub const TEAMCITY: &[Corrector] = &[
    Corrector {
        at: "teamcity_url",
        correct: |text| {
            let is_page = |part: &str| {
                matches!(
                    part,
                    "project"
                        | "buildconfiguration"
                        | "build"
                        | "app"
                        | "admin"
                        | "favorite"
                        | "agents"
                        | "guestauth"
                        | "httpauth"
                        | "repository"
                ) || part.ends_with(".html")
            };
            server(text, is_page)
        },
    },
    Corrector { at: "build_type", correct: build_type },
];

/// Drone: it is never in a folder.
pub const DRONE: &[Corrector] = &[Corrector { at: "drone_url", correct: |text| server(text, |_| true) }];

/// Packagist: the server of the registry.
pub const PACKAGIST: &[Corrector] = &[Corrector {
    at: "server",
    correct: |text| {
        server(text, |part| matches!(part, "packages" | "api" | "profile" | "login" | "explore" | "users"))
    },
}];

/// Prometheus: the server, not its graph or its API.
pub const PROMETHEUS: &[Corrector] = &[Corrector {
    at: "api_url",
    correct: |text| {
        let is_page = |part: &str| {
            matches!(
                part,
                "graph"
                    | "api"
                    | "targets"
                    | "alerts"
                    | "rules"
                    | "metrics"
                    | "query"
                    | "status"
                    | "service-discovery"
                    | "classic"
                    | "flags"
                    | "-"
                    | "config"
            )
        };
        server(text, is_page)
    },
}];

/// GitHub: a repository, not one of its pages.
pub const GITHUB: &[Corrector] =
    &[Corrector { at: "repository_url", correct: |text| first_two(text, "repository") }];

/// Buildkite: a pipeline, not one of its builds.
pub const BUILDKITE: &[Corrector] =
    &[Corrector { at: "project_url", correct: |text| first_two(text, "pipeline") }];

/// Issue trackers: an issue with `:id` for its number.
pub const TRACKER: &[Corrector] = &[Corrector { at: "issues_url", correct: issue }];

/// Campfire: the name before its host, and the number of a room.
pub const CAMPFIRE: &[Corrector] = &[
    Corrector { at: "subdomain", correct: subdomain },
    Corrector { at: "room", correct: |text| name_in(text, "room") },
];

/// Assembla: the name before its host.
pub const ASSEMBLA: &[Corrector] = &[Corrector { at: "subdomain", correct: subdomain }];

/// Datadog: a site without scheme and path.
pub const DATADOG: &[Corrector] = &[Corrector {
    at: "datadog_site",
    correct: |text| {
        let host = host_in(text)?;
        let site = host.strip_prefix("app.").unwrap_or(host);
        // What has a scheme or a path is refused, which says it.
        let sentence = if host == text { Correction::name(site.to_owned()).sentence } else { String::new() };
        (site != text).then(|| Correction { sentence, value: site.to_owned() })
    },
}];

/// irker: a host without scheme and port.
pub const IRKER: &[Corrector] = &[Corrector {
    at: "server_host",
    correct: |text| {
        let host = host_in(text)?.split(':').next().unwrap_or_default();
        (host != text && !text.starts_with('[')).then(|| Correction::name(host.to_owned()))
    },
}];

fn server(text: &str, is_page: fn(&str) -> bool) -> Option<Correction> {
    server_of(text, is_page).map(Correction::server)
}

fn jira_server(text: &str) -> Option<Correction> {
    // Jira Cloud is never in a folder.
    if text.contains(".atlassian.net/") || text.contains(".jira.com/") {
        return server(text, |_| true);
    }
    server(text, |part| {
        matches!(
            part,
            "browse"
                | "secure"
                | "rest"
                | "projects"
                | "issues"
                | "plugins"
                | "servicedesk"
                | "dashboards"
                | "software"
                | "login"
                | "si"
                | "sr"
                | "activity"
        ) || part.ends_with(".jspa")
            || part.ends_with(".jsp")
    })
}

/// The plan of a build: `APP-MAIN` of `APP-MAIN-42`.
fn plan_of(found: Correction) -> Correction {
    let number = found.value.rsplit_once('-').filter(|(plan, number)| {
        plan.contains('-') && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    number.map_or_else(|| found.clone(), |(plan, _)| Correction::name(plan.to_owned()))
}

/// `MyFolder/MyJob`, from the address of the job or its path in Jenkins.
fn jenkins_job(text: &str) -> Option<Correction> {
    let parts = segments(text);
    let names: Vec<String> =
        parts.windows(2).filter(|pair| pair[0] == "job").map(|pair| decode(pair[1])).collect();
    if !names.is_empty() {
        return Some(Correction::name(names.join("/")));
    }
    // The hook of the job has its name as it is.
    let at = parts.iter().position(|part| *part == "project").filter(|_| text.contains("://"))?;
    let names: Vec<String> = parts[at + 1..].iter().map(|part| decode(part)).collect();
    (!names.is_empty()).then(|| Correction::name(names.join("/")))
}

/// The part of an address behind this segment.
fn name_in(text: &str, before: &str) -> Option<Correction> {
    let parts = segments(text);
    let at =
        parts.iter().position(|part| part.eq_ignore_ascii_case(before)).filter(|_| text.contains('/'))?;
    parts.get(at + 1).map(|name| Correction::name((*name).to_owned()))
}

fn build_type(text: &str) -> Option<Correction> {
    if let Some((_, rest)) = text.split_once("buildTypeId=") {
        let name = rest.split(['&', '#']).next().unwrap_or_default();
        return (!name.is_empty()).then(|| Correction::name(name.to_owned()));
    }
    name_in(text, "buildConfiguration").or_else(|| one_word(text, "build configuration", "ID"))
}

/// A name with blanks where a key is wanted.
fn one_word(text: &str, what: &str, word: &str) -> Option<Correction> {
    if let Some(found) = placeholder(text) {
        return Some(Correction::of(format!(
            "“{found}” looks like a placeholder. Enter the {word} of the {what}."
        )));
    }
    text.contains(char::is_whitespace).then(|| {
        Correction::of(format!(
            "“{text}” looks like a name. Enter the {word} of the {what}, which has no spaces."
        ))
    })
}

/// The numbers in a list that is written in another way; they are what GitLab takes of it.
fn transitions(text: &str) -> Option<Correction> {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        c => c,
    };
    let plain: String = text.chars().map(digit).collect();
    let is_list = text.bytes().all(|byte| byte.is_ascii_digit() || b" ,;".contains(&byte));
    // Not of “11.0” and “2a”, which may mean something else.
    let is_odd = |pair: &[u8]| pair[0].is_ascii_digit() && (pair[1].is_ascii_alphabetic() || pair[1] == b'.');
    let ids: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).filter(|id| !id.is_empty()).collect();
    let is_meant = !is_list && !ids.is_empty() && !plain.as_bytes().windows(2).any(is_odd);
    is_meant.then(|| Correction { sentence: String::new(), value: ids.join(", ") })
}

fn jira_keys(text: &str) -> Option<Correction> {
    let split = |c: char| matches!(c, '\n' | ',' | ';');
    let keys: Vec<&str> = text.split(split).map(str::trim).filter(|key| !key.is_empty()).collect();
    if let Some(name) = keys.iter().find(|key| key.contains(char::is_whitespace)) {
        let sentence = format!("“{name}” looks like the name of a project. Enter its key, such as APP.");
        return Some(Correction::of(sentence));
    }
    let is_key = |key: &&str| key.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    let is_list = text.contains([',', ';']);
    if keys.iter().all(is_key) && !is_list {
        return None;
    }
    let value = keys.join("\n").to_uppercase();
    let sentence = "Keys of projects are written in capital letters, one per line.".to_owned();
    Some(Correction { sentence, value })
}

/// The address of the owner's repository or pipeline, where it goes on.
fn first_two(text: &str, what: &str) -> Option<Correction> {
    if let Some((host, path)) = text.strip_prefix("git@").and_then(|rest| rest.split_once(':')) {
        // The problem says that it is none.
        let value = format!("https://{host}/{}", path.strip_suffix(".git").unwrap_or(path));
        return Some(Correction { sentence: String::new(), value });
    }
    let parts = segments(text);
    let [owner, name, ..] = parts.as_slice() else { return None };
    let server = server_of(text, |_| true)?;
    let value = format!("{server}/{owner}/{}", name.strip_suffix(".git").unwrap_or(name));
    let is_it = text.trim_end_matches('/') == value;
    (!is_it)
        .then(|| Correction { sentence: format!("Enter the address of the {what} itself: {value}"), value })
}

/// With `:id` in place of a number, or of what else stands for it.
fn issue(text: &str) -> Option<Correction> {
    if text.contains(":id") {
        return None;
    }
    let stand_in = [
        "{id}",
        "{ID}",
        "<id>",
        "%{id}",
        "#{id}",
        "${id}",
        "{issue_id}",
        "{issueId}",
        "{{id}}",
        "{0}",
        ":ID",
        "{issue}",
        "{number}",
        "$id",
        "%s",
        "%d",
    ]
    .into_iter()
    .filter(|other| text.contains(other))
    .max_by_key(|other| other.len());
    let value = match stand_in {
        Some(other) => text.replacen(other, ":id", 1),
        None => {
            let end = text.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
            let begin = text[..end].trim_end_matches(|c: char| c.is_ascii_digit()).len();
            // A number in the host is none of an issue.
            let path = text.find("://").map(|at| at + 3).and_then(|at| Some(at + text[at..].find('/')?))?;
            if begin == end || begin <= path {
                return None;
            }
            format!("{}:id{}", &text[..begin], &text[end..])
        }
    };
    let sentence = format!("“:id” stands for the number of the issue. Enter {value}");
    Some(Correction { sentence, value })
}

fn subdomain(text: &str) -> Option<Correction> {
    let host = host_in(text)?;
    let name = host.split('.').next().unwrap_or_default();
    let is_name = host.contains('.') && !matches!(name, "" | "www" | "app");
    is_name.then(|| Correction::name(name.to_owned()))
}

/// The host in an address, with or without its scheme.
fn host_in(text: &str) -> Option<&str> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty() && !host.contains(char::is_whitespace))
}

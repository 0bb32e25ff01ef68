//! What was most likely meant: the server of a page's address, the name in the address of a job or a plan.

mod issues;
mod jobs;
mod lists;
mod names;
mod repositories;

use crate::form::{Correction, Corrector};
use crate::text::meant::{placeholder, segments, server_of};
use crate::text::pages::{has, is_of_jira};
pub use issues::{KEYS, TASKS, TRACKER};
use jobs::jenkins_job;
pub use lists::BRANCHES;
use lists::{jira_keys, transitions};
pub use names::{CONFLUENCE, DATADOG, GOOGLE_PLAY, HARBOR, IRKER, LINEAR, MATRIX, TELEGRAM, ZENTAO};
use repositories::{buildkite, github};

const JENKINS_PAGES: &str = "job view login logout signup manage computer user people me whoami project blue script \
    pluginmanager updatecenter queue builds newjob securityrealm configure configuresecurity credentials asynchpeople api cli \
    cloud log systeminfo static git gitlab buildbytoken jnlpjars restart saferestart oops";

/// Jenkins: the server, and the name of a job, in its folders.
pub const JENKINS: &[Corrector] = &[
    Corrector {
        at: "jenkins_url",
        correct: |text| {
            server(text, |part| {
                has(JENKINS_PAGES, part) || part.ends_with("-webhook") || part.ends_with("-webhook-trigger")
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
                has(
                    "browse rest build deploy admin agent artifact download chain plugins userprofile telemetry",
                    part,
                ) || part.ends_with(".action")
            })
        },
    },
    Corrector {
        at: "build_key",
        correct: |text| {
            name_in(text, "browse")
                .or_else(|| name_in(text, "plan"))
                .or_else(|| parameter(text, "buildKey="))
                .map(plan_of)
                .or_else(|| one_word(text, "plan", "key"))
                .or_else(|| plan_key(text))
        },
    },
];

/// TeamCity: the server, and the ID of a build configuration.
pub const TEAMCITY: &[Corrector] = &[
    Corrector {
        at: "teamcity_url",
        correct: |text| {
            let is_page = |part: &str| {
                has(
                    "project buildconfiguration build app admin favorite agents guestauth httpauth repository builds changes queue test tests pipelines profile investigations",
                    part,
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
        server(text, |part| {
            has(
                "packages packages.json api profile login register explore users search statistics p p2 about feeds",
                part,
            )
        })
    },
}];

/// Prometheus: the server, not its graph or its API.
pub const PROMETHEUS: &[Corrector] = &[Corrector {
    at: "api_url",
    correct: |text| {
        let is_page = |part: &str| {
            has(
                "graph api targets alerts rules metrics query status service-discovery classic flags - config tsdb-status federate consoles new vmui agent",
                part,
            )
        };
        server(text, is_page)
    },
}];

/// GitHub: a repository, not one of its pages.
pub const GITHUB: &[Corrector] = &[Corrector { at: "repository_url", correct: github }];

/// Buildkite: a pipeline, not one of its builds.
pub const BUILDKITE: &[Corrector] = &[Corrector { at: "project_url", correct: buildkite }];

/// Campfire: the name before its host, and the number of a room.
pub const CAMPFIRE: &[Corrector] = &[
    Corrector { at: "subdomain", correct: subdomain },
    Corrector { at: "room", correct: |text| name_in(text, "room") },
];

/// Assembla: the name before its host.
pub const ASSEMBLA: &[Corrector] = &[Corrector { at: "subdomain", correct: subdomain }];

pub(super) fn server(text: &str, is_page: fn(&str) -> bool) -> Option<Correction> {
    server_of(text, is_page).map(Correction::server)
}

fn jira_server(text: &str) -> Option<Correction> {
    if let Some(host) =
        host_in(text).filter(|host| matches!(*host, "id.atlassian.com" | "admin.atlassian.com"))
    {
        return Some(Correction::of(format!(
            "“{host}” is where accounts are managed. Enter the address of your site, such as https://acme.atlassian.net."
        )));
    }
    // Jira Cloud is never in a folder.
    if text.contains(".atlassian.net/") || text.contains(".jira.com/") {
        return server(text, |_| true);
    }
    server(text, is_of_jira)
}

/// The plan of a build: `APP-MAIN` of `APP-MAIN-42`.
fn plan_of(found: Correction) -> Correction {
    let number = found.value.rsplit_once('-').filter(|(plan, number)| {
        plan.contains('-') && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    number.map_or_else(|| found.clone(), |(plan, _)| Correction::name(plan.to_owned()))
}

/// The part of an address behind this segment.
pub(super) fn name_in(text: &str, before: &str) -> Option<Correction> {
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
    let written = text.rsplit_once("buildType:").or_else(|| text.rsplit_once("/id:")).or_else(|| {
        // As its API writes it.
        text.strip_prefix("id:").map(|rest| ("", rest))
    });
    if let Some((_, rest)) = written {
        let name = rest.split(['/', '&', '?', '#', ',']).next().unwrap_or_default();
        return (!name.is_empty()).then(|| Correction::name(name.to_owned()));
    }
    name_in(text, "buildConfiguration").or_else(|| one_word(text, "build configuration", "ID"))
}

/// The value of a parameter in an address, with the `=` behind its name.
fn parameter(text: &str, name: &str) -> Option<Correction> {
    let (_, rest) = text.split_once(name)?;
    let value = rest.split(['&', '#']).next().unwrap_or_default();
    (!value.is_empty()).then(|| Correction::name(value.to_owned()))
}

/// The key of a plan in small letters, or with that of one of its jobs behind it.
fn plan_key(text: &str) -> Option<Correction> {
    let is_key = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let parts: Vec<&str> = text.split('-').collect();
    let is_plan = parts.len() > 1 && parts.iter().all(is_key);
    let value = parts.get(..2).filter(|_| is_plan)?.join("-").to_ascii_uppercase();
    (value != text).then(|| Correction {
        sentence: format!("The key of a plan has capital letters and two parts. Enter {value}"),
        value,
    })
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

fn subdomain(text: &str) -> Option<Correction> {
    let host = host_in(text)?;
    let name = host.split('.').next().unwrap_or_default();
    // Basecamp, which Campfire became, and its like have one address for all.
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && host.contains('.')
        && !matches!(name, "www" | "app");
    is_name.then(|| Correction::name(name.to_owned()))
}

/// The host in an address, with or without its scheme.
pub(super) fn host_in(text: &str) -> Option<&str> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty() && !host.contains(char::is_whitespace))
}

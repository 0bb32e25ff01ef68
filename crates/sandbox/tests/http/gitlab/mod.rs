//! GitLab's half: project integrations over real HTTP.

mod access;
mod addressing;
mod alerts;
mod catalogue;
mod config;
mod cors;
mod demo;
mod examples;
mod form;
mod groups;
mod inheritance;
mod lifecycle;
mod of_groups;
mod openapi;
mod projects;
mod propagation;
mod refusals;
mod secrets;
mod versions;

use patchbay_sandbox::{GitLab, Options};
use serde_json::Value;

use crate::running::{Answer, Running};

/// The integrations of the project `shop/web/website`.
const INTEGRATIONS: &str = "/api/v4/projects/101/integrations";

fn running(gitlab: GitLab) -> Running {
    Running::with(Options { gitlab, ..Options::default() })
}

fn with_demo(gitlab: GitLab) -> Running {
    Running::with(Options { gitlab, demo: 1, ..Options::default() })
}

fn path(slug: &str) -> String {
    format!("{INTEGRATIONS}/{slug}")
}

fn put(server: &Running, slug: &str, body: &Value) -> Answer {
    server.ask_gitlab("PUT", &path(slug)).json(body).send()
}

fn get(server: &Running, slug: &str) -> Answer {
    server.ask_gitlab("GET", &path(slug)).send()
}

/// The slugs that the list has.
fn listed(server: &Running) -> Vec<String> {
    let all = server.ask_gitlab("GET", INTEGRATIONS).send().json();
    all.as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap().to_owned()).collect()
}

/// A refusal, whole: its status and its body.
#[track_caller]
fn assert_said(answer: &Answer, status: u16, body: Value) {
    assert_eq!((answer.status, answer.json()), (status, body));
}

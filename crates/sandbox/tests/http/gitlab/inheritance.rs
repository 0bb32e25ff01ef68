//! Settings that a project takes from its group, on servers that let it.

use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{assert_said, put, running, with_demo};
use crate::running::Answer;

/// Follows the group from the beginning.
const SLACK: &str = "/api/v4/projects/platform%2Fcloud%2Fbase-images/integrations/slack";

fn body(inherit: Option<bool>) -> Value {
    let mut body = json!({ "webhook": "https://hooks.example.org/T", "channel": "own" });
    if let Some(inherit) = inherit {
        body["use_inherited_settings"] = inherit.into();
    }
    body
}

#[test]
fn what_is_sent_counts_only_when_the_project_leaves_the_group() {
    let server = with_demo(GitLab::V17_9);
    let put = |inherit| server.ask_gitlab("PUT", SLACK).json(&body(inherit)).send();
    let state = |answer: &Answer| {
        assert_eq!(answer.status, 200, "{}", answer.text);
        let answer = answer.json();
        (answer["inherited"].as_bool(), answer["properties"]["channel"].as_str().map(str::to_owned))
    };
    let group = (Some(true), Some("platform-news".to_owned()));
    let own = (Some(false), Some("own".to_owned()));
    assert_eq!(state(&server.ask_gitlab("GET", SLACK).send()), group);
    assert_eq!(state(&put(None)), group, "ignored without a word");
    assert_eq!(state(&put(Some(false))), own);
    assert_eq!(state(&put(None)), own);
    assert_eq!(state(&put(Some(true))), group);
}

#[test]
fn required_parameters_are_required_also_for_inherited_settings() {
    let server = with_demo(GitLab::V17_9);
    let answer = server.ask_gitlab("PUT", SLACK).json(&json!({ "use_inherited_settings": true })).send();
    assert_said(&answer, 400, json!({ "error": "webhook is missing" }));
}

#[test]
fn a_group_without_a_default_has_nothing_to_take() {
    let server = running(GitLab::V17_9);
    let answer = put(&server, "slack", &body(Some(true)));
    assert_said(&answer, 400, json!({ "message": "Default integration not found." }));
    let answer =
        put(&server, "slack", &json!({ "webhook": "https://x.example", "use_inherited_settings": "maybe" }));
    assert_said(&answer, 400, json!({ "error": "use_inherited_settings is invalid" }));
}

#[test]
fn older_servers_ignore_it() {
    let server = with_demo(GitLab::V14_8);
    let answer = server.ask_gitlab("PUT", SLACK).json(&body(Some(true))).send().json();
    assert_eq!((answer.get("inherited"), &answer["properties"]["channel"]), (None, &json!("own")));
}

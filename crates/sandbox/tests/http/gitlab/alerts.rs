//! An integration that no manual describes: one project has it.

use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{assert_said, with_demo};
use crate::running::Running;

const HAS_IT: &str = "/api/v4/projects/platform%2Fobservability%2Falert-rules/integrations";
const HAS_NOT: &str = "/api/v4/projects/101/integrations";

fn put(server: &Running, body: &Value) -> crate::running::Answer {
    server.ask_gitlab("PUT", &format!("{HAS_IT}/alerts")).json(body).send()
}

#[test]
fn is_listed_shown_and_changed_where_it_is() {
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let server = with_demo(gitlab);
        let list = server.ask_gitlab("GET", HAS_IT).send().json();
        let found = list.as_array().unwrap().iter().find(|one| one["slug"] == "alerts").unwrap();
        assert_eq!(found["title"], "Alerts endpoint");
        let one = server.ask_gitlab("GET", &format!("{HAS_IT}/alerts")).send().json();
        assert_eq!(one["properties"], json!({ "severity": "high", "include_resolved": true }));

        let changed =
            put(&server, &json!({ "token": "s3cret", "severity": "low", "push_events": false, "other": 1 }));
        assert_eq!(changed.status, 200, "{}", changed.text);
        assert_eq!(changed.json()["properties"], json!({ "severity": "low", "include_resolved": true }));
        assert_eq!(changed.json()["push_events"], false);

        assert_eq!(server.ask_gitlab("DELETE", &format!("{HAS_IT}/alerts")).send().status, 204);
        assert_eq!(put(&server, &json!({ "token": "s3cret", "severity": "low" })).json()["active"], true);
    }
}

#[test]
fn names_missing_and_wrong_parameters() {
    let server = with_demo(GitLab::V14_8);
    assert_said(&put(&server, &json!({ "severity": "low" })), 400, json!({ "error": "token is missing" }));
    let error = "token is missing, severity is missing, include_resolved is invalid";
    assert_said(&put(&server, &json!({ "include_resolved": 7 })), 400, json!({ "error": error }));
    assert_said(&put(&server, &json!({ "token": "x" })), 400, json!({ "error": "severity is missing" }));
    for blank in [json!({ "token": " ", "severity": "low" }), json!({ "token": "x", "severity": "" })] {
        assert_said(&put(&server, &blank), 400, json!({ "message": "400 Bad Request" }));
    }
}

#[test]
fn is_unknown_everywhere_else() {
    let server = with_demo(GitLab::V14_8);
    let ask = |method: &str| server.ask_gitlab(method, &format!("{HAS_NOT}/alerts"));
    let unknown = json!({ "error": "slug does not have a valid value" });
    assert_said(&ask("GET").send(), 400, unknown.clone());
    assert_said(&ask("DELETE").send(), 400, unknown);
    assert_said(&ask("PUT").json(&json!({ "token": "x" })).send(), 404, json!({ "error": "404 Not Found" }));
}

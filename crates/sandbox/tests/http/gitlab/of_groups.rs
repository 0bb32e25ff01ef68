//! The integrations of a group: the same four requests as for a project, for owners, since GitLab 17.9.

use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{assert_said, running, with_demo};
use crate::running::{Answer, Running};

const INTEGRATIONS: &str = "/api/v4/groups/shop%2Fbackend/integrations";

fn ask_as(server: &Running, token: &str, method: &str, rest: &str) -> crate::running::Ask {
    server.ask_signed_out(method, &format!("{INTEGRATIONS}{rest}")).header("PRIVATE-TOKEN", token)
}

fn ask(server: &Running, method: &str, rest: &str) -> Answer {
    ask_as(server, "owner-token", method, rest).send()
}

fn put(server: &Running, slug: &str, body: &Value) -> Answer {
    ask_as(server, "owner-token", "PUT", &format!("/{slug}")).json(body).send()
}

fn webhook() -> Value {
    json!({ "webhook": "https://hooks.example.org/T", "channel": "one" })
}

fn slugs(answer: &Answer) -> Vec<String> {
    let all = answer.json();
    all.as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn servers_before_17_9_do_not_have_them() {
    for (gitlab, has) in GitLab::ALL.into_iter().zip([false, false, false, true, true, true]) {
        let server = running(gitlab);
        let answers = [
            ask(&server, "GET", ""),
            put(&server, "slack", &webhook()),
            ask(&server, "GET", "/slack"),
            ask(&server, "DELETE", "/slack"),
        ];
        let statuses = answers.each_ref().map(|answer| answer.status);
        assert_eq!(statuses, if has { [200, 200, 200, 204] } else { [404; 4] }, "{gitlab:?}");
        if !has {
            answers.iter().for_each(|answer| assert_said(answer, 404, json!({ "error": "404 Not Found" })));
        }
        let services = server.ask_signed_out("GET", "/api/v4/groups/shop/services");
        let services = services.header("PRIVATE-TOKEN", "owner-token").send();
        assert_said(&services, 404, json!({ "error": "404 Not Found" }));
    }
}

#[test]
fn are_set_up_changed_and_disabled_by_owners() {
    let server = running(GitLab::V17_9);
    assert_eq!(ask(&server, "GET", "").text, "[]");
    assert_said(&ask(&server, "GET", "/slack"), 404, json!({ "message": "404 Integration Not Found" }));
    let made = put(&server, "slack", &webhook()).json();
    assert_eq!((&made["active"], &made["inherited"]), (&json!(true), &json!(false)));
    assert_eq!(made["properties"]["channel"], "one");
    assert_eq!(ask(&server, "GET", "/slack").json(), made);
    assert_eq!(slugs(&ask(&server, "GET", "")), ["slack"]);
    assert_eq!(put(&server, "slack", &json!({ "webhook": "x://y" })).status, 400);
    assert_said(&put(&server, "slack", &json!({})), 400, json!({ "error": "webhook is missing" }));
    assert_eq!(ask(&server, "DELETE", "/slack").status, 204);
    assert_eq!(ask(&server, "GET", "").text, "[]");
    let gone = ask(&server, "GET", "/slack").json();
    assert_eq!((&gone["active"], &gone["properties"]["channel"]), (&json!(false), &Value::Null));
    assert_said(&ask(&server, "DELETE", "/jira"), 404, json!({ "message": "404 Integration Not Found" }));
    let unknown = json!({ "error": "slug does not have a valid value" });
    assert_said(&ask(&server, "GET", "/none"), 400, unknown.clone());
    assert_said(&ask(&server, "DELETE", "/none"), 400, unknown);
    assert_said(&put(&server, "none", &json!({})), 404, json!({ "error": "404 Not Found" }));
}

#[test]
fn everybody_else_is_forbidden_to() {
    let server = running(GitLab::V17_9);
    for token in ["maintainer-token", "developer-token", "ending-token"] {
        for (method, rest) in [("GET", ""), ("GET", "/slack"), ("PUT", "/slack"), ("DELETE", "/slack")] {
            let answer = ask_as(&server, token, method, rest).send();
            assert_said(&answer, 403, json!({ "message": "403 Forbidden" }));
        }
    }
    // Who may not administer it learns only whether the group is there.
    let none = |token: &str| {
        let ask = server.ask_signed_out("GET", "/api/v4/groups/none/integrations");
        ask.header("PRIVATE-TOKEN", token).send()
    };
    assert_said(&none("developer-token"), 404, json!({ "message": "404 Group Not Found" }));
    assert_said(&none("guessed"), 401, json!({ "message": "401 Unauthorized" }));
}

#[test]
fn some_groups_of_the_demonstration_have_them() {
    let server = with_demo(GitLab::V17_9);
    for (group, expected) in [
        ("platform", &["slack"] as &[_]),
        ("platform%2Fcloud", &["slack"]),
        ("payments", &["jira"]),
        ("company", &["discord"]),
        ("logistics", &[]),
    ] {
        let list = server.ask_signed_out("GET", &format!("/api/v4/groups/{group}/integrations"));
        let list = list.header("PRIVATE-TOKEN", "owner-token").send();
        assert_eq!(slugs(&list), expected, "{group}");
        let is_inherited = group.contains("%2F");
        assert!(
            list.json().as_array().unwrap().iter().all(|one| one["inherited"] == is_inherited),
            "{group}"
        );
    }
}

//! What each server says when it refuses a request, word for word, and that nothing is changed then.

use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{assert_said, get, path, put, running};

/// What is missing or of the wrong type is found before anything else, on every server.
#[test]
fn parameters_that_are_missing_or_of_the_wrong_type() {
    for gitlab in [GitLab::V14_8, GitLab::V17_9] {
        let server = running(gitlab);
        for (slug, body, error) in [
            ("slack", json!({}), "webhook is missing"),
            ("slack", json!({ "channel": "x" }), "webhook is missing"),
            ("jira", json!({ "username": "u" }), "url is missing, password is missing"),
            (
                "slack",
                json!({ "webhook": "https://x.example", "push_events": "maybe" }),
                "push_events is invalid",
            ),
            ("slack", json!({ "webhook": "https://x.example", "push_events": 2 }), "push_events is invalid"),
            ("irker", json!({ "recipients": "irc://x/y", "server_port": "many" }), "server_port is invalid"),
            ("irker", json!({ "recipients": "irc://x/y", "server_port": 1.5 }), "server_port is invalid"),
            ("jira", json!({ "url": ["x"], "username": "u", "password": "p" }), "url is invalid"),
        ] {
            assert_said(&put(&server, slug, &body), 400, json!({ "error": error }));
            assert_eq!(get(&server, slug).status, 404, "{slug} was not set up");
        }
    }
}

#[test]
fn older_servers_insist_on_what_the_manual_calls_optional() {
    let pushover = json!({ "api_key": "a", "user_key": "u", "priority": "0" });
    let prometheus = json!({ "api_url": "https://prometheus.example.org/" });
    let server = running(GitLab::V14_8);
    assert_said(
        &put(&server, "pushover", &pushover),
        400,
        json!({ "error": "device is missing, sound is missing" }),
    );
    let error = "google_iap_audience_client_id is missing, google_iap_service_account_json is missing";
    assert_said(&put(&server, "prometheus", &prometheus), 400, json!({ "error": error }));
    assert_eq!(put(&running(GitLab::V17_9), "pushover", &pushover).status, 200);
}

#[test]
fn words_for_numbers_and_switches_are_taken() {
    let server = running(GitLab::V14_8);
    let body = json!({ "recipients": "irc://irc.example.org/x", "server_port": "6660", "push_events": "0" });
    let irker = put(&server, "irker", &body).json();
    assert_eq!((&irker["properties"]["server_port"], &irker["push_events"]), (&json!(6660), &json!(false)));
    // Python's clients write "True" where a body is a form.
    for (word, means) in
        [("True", true), ("False", false), ("YES", true), ("Off", false), ("T", true), ("n", false)]
    {
        let body = json!({ "recipients": "irc://irc.example.org/x", "push_events": word });
        assert_eq!(put(&server, "irker", &body).json()["push_events"], means, "{word}");
    }
    for word in ["tRUE", "oN", "2", " true", "maybe"] {
        let body = json!({ "recipients": "irc://irc.example.org/x", "push_events": word });
        assert_said(&put(&server, "irker", &body), 400, json!({ "error": "push_events is invalid" }));
    }
    let server = running(GitLab::V17_9);
    let body = json!({ "webhook": "https://x.example", "use_inherited_settings": "False" });
    assert_eq!(put(&server, "slack", &body).json()["inherited"], false);
    let body = json!({ "webhook": "https://x.example", "use_inherited_settings": "maybe" });
    let invalid = json!({ "error": "use_inherited_settings is invalid" });
    assert_said(&put(&server, "slack", &body), 400, invalid);
}

#[test]
fn older_servers_hide_what_sounds_like_a_secret() {
    let body =
        json!({ "bamboo_url": "https://b.example", "build_key": "PLAN-1", "username": "u", "password": "p" });
    for (gitlab, build_key) in [
        (GitLab::V13_12, None),
        (GitLab::V14_8, None),
        (GitLab::V16_11, Some("PLAN-1")),
        (GitLab::V19_5, Some("PLAN-1")),
    ] {
        let server = running(gitlab);
        let address = "/api/v4/projects/101/services/bamboo";
        let properties = server.ask_gitlab("PUT", address).json(&body).send().json()["properties"].clone();
        assert_eq!(properties.get("build_key").and_then(Value::as_str), build_key, "{gitlab:?}");
        assert_eq!(properties.get("password"), None, "{gitlab:?}");
    }
}

/// Cases that the server's own rules refuse, with what newer servers say about them.
fn broken_rules() -> Vec<(&'static str, Value, &'static str)> {
    let jira = |url: &str| json!({ "url": url, "username": "u", "password": "p" });
    vec![
        ("slack", json!({ "webhook": "" }), "{:webhook=>[\"can't be blank\"]}"),
        ("slack", json!({ "webhook": " " }), "{:webhook=>[\"can't be blank\"]}"),
        (
            "jira",
            jira("ftp://jira.example.org"),
            "{:url=>[\"is blocked: Only allowed schemes are http, https\"]}",
        ),
        ("jira", jira("jira"), "{:url=>[\"is blocked: Only allowed schemes are http, https\"]}"),
        (
            "jira",
            jira("http://10.0.0.7"),
            "{:url=>[\"is blocked: Requests to the local network are not allowed\"]}",
        ),
        (
            "jira",
            jira("http://192.168.1.7"),
            "{:url=>[\"is blocked: Requests to the local network are not allowed\"]}",
        ),
        (
            "jira",
            jira("http://localhost:8080"),
            "{:url=>[\"is blocked: Requests to localhost are not allowed\"]}",
        ),
        (
            "slack",
            json!({ "webhook": "http://127.0.0.1/x" }),
            "{:webhook=>[\"is blocked: Requests to loopback addresses are not allowed\"]}",
        ),
        (
            "slack",
            json!({ "webhook": "https://x.example", "branches_to_be_notified": "some" }),
            "{:branches_to_be_notified=>[\"is invalid\"]}",
        ),
        (
            "jenkins",
            json!({ "jenkins_url": "https://j.example", "project_name": "x", "password": "p" }),
            "{:username=>[\"can't be blank\"]}",
        ),
    ]
}

#[test]
fn the_manuals_server_gives_no_reasons() {
    let server = running(GitLab::V14_8);
    for (slug, body, _) in broken_rules() {
        assert_said(&put(&server, slug, &body), 400, json!({ "message": "400 Bad Request" }));
        assert_eq!(get(&server, slug).status, 404, "{body}");
    }
}

#[test]
fn newer_servers_print_them_as_ruby_does() {
    let server = running(GitLab::V17_9);
    for (slug, body, reasons) in broken_rules() {
        let message = format!("Failed to update integration. {reasons}");
        assert_said(&put(&server, slug, &body), 400, json!({ "message": message }));
    }
}

#[test]
fn a_refused_change_changes_nothing() {
    let server = running(GitLab::V14_8);
    let made = put(&server, "slack", &json!({ "webhook": "https://x.example", "channel": "one" })).json();
    for body in [json!({ "channel": "two" }), json!({ "webhook": "", "channel": "two" })] {
        assert_eq!(put(&server, "slack", &body).status, 400);
        assert_eq!(get(&server, "slack").json(), made);
    }
}

#[test]
fn slugs_that_the_server_does_not_know() {
    let server = running(GitLab::V14_8);
    for slug in ["none", "custom_issue_tracker", "Slack", "%20"] {
        let unknown = json!({ "error": "slug does not have a valid value" });
        assert_said(&get(&server, slug), 400, unknown.clone());
        assert_said(&server.ask_gitlab("DELETE", &path(slug)).send(), 400, unknown);
        assert_said(&put(&server, slug, &json!({})), 404, json!({ "error": "404 Not Found" }));
    }
}

#[test]
fn integrations_that_were_never_set_up() {
    let server = running(GitLab::V17_9);
    let missing = json!({ "message": "404 Integration Not Found" });
    assert_said(&get(&server, "slack"), 404, missing.clone());
    assert_said(&server.ask_gitlab("DELETE", &path("slack")).send(), 404, missing.clone());
    let server = running(GitLab::V14_8);
    assert_said(&get(&server, "slack"), 404, missing);
    assert_eq!(server.ask_gitlab("DELETE", &path("slack")).send().status, 204);
    assert_eq!(get(&server, "slack").json()["active"], false, "it is a row now");
}

#[test]
fn a_delete_that_comes_too_late() {
    let server = running(GitLab::V14_8);
    let made = put(&server, "slack", &json!({ "webhook": "https://x.example" })).json();
    let delete =
        |since: &str| server.ask_gitlab("DELETE", &path("slack")).header("If-Unmodified-Since", since).send();
    let late = delete("Wed, 20 Nov 2019 11:20:25 GMT");
    assert_said(&late, 412, json!({ "message": "412 Precondition Failed" }));
    assert_eq!(get(&server, "slack").json(), made);
    assert_eq!(delete(made["updated_at"].as_str().unwrap()).status, 204);
}

#[test]
fn bodies_that_cannot_be_read() {
    let server = running(GitLab::V14_8);
    let ask = || server.ask_gitlab("PUT", &path("slack"));
    let format = json!({ "error": "message body does not match declared format" });
    assert_said(&ask().text("{\"webhook\": }").send(), 400, format);
    assert_said(&ask().text("[]").send(), 400, json!({ "error": "webhook is missing" }));
    assert_said(&ask().send(), 400, json!({ "error": "webhook is missing" }));
    let long = format!("{{\"webhook\": \"{}\"}}", "x".repeat(1 << 20));
    assert_said(&ask().text(&long).send(), 413, json!({ "message": "413 Request Entity Too Large" }));
}

#[test]
fn a_form_and_a_query_are_read_as_well() {
    let server = running(GitLab::V14_8);
    let form = server
        .ask_gitlab("PUT", &path("slack"))
        .form("webhook=https%3A%2F%2Fx.example&channel=a+b&push_events=0");
    let made = form.send().json();
    assert_eq!((&made["properties"]["channel"], &made["push_events"]), (&json!("a b"), &json!(false)));
    let query = format!("{}?channel=c", path("slack"));
    let changed =
        server.ask_gitlab("PUT", &query).json(&json!({ "webhook": "https://x.example" })).send().json();
    assert_eq!(changed["properties"]["channel"], "c");
}

#[test]
fn unknown_parameters_and_active_are_dropped() {
    let server = running(GitLab::V14_8);
    let body = json!({ "webhook": "https://x.example", "chanel": "typo", "active": false });
    let made = put(&server, "slack", &body).json();
    assert_eq!((&made["active"], made["properties"].get("chanel")), (&json!(true), None));
}

//! How requests end.

use serde_json::{Value, json};

use super::with;
use crate::running::{Answer, INTEGRATION, Running};

const ONE: &str = "/rest/gitplugin/1.0/integration/1";

/// A fault without the keys that say which requests meet it: only changes do.
fn of_changes(mut outcome: Value) -> Value {
    outcome["method"] = json!("PUT");
    json!([outcome])
}

fn rename(server: &Running) -> Result<Answer, ureq::Error> {
    server.ask("PUT", ONE).json(&json!({ "displayName": "renamed" })).try_send()
}

fn is_renamed(server: &Running) -> bool {
    server.one(1)["displayName"] == "renamed"
}

#[test]
fn answers_with_what_the_file_says() {
    let proxy = "<html>\r\n<head><title>503 Service Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service \
                 Unavailable</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    let html = "text/html; charset=utf-8";
    let plain = "text/plain; charset=utf-8";
    for (outcome, status, content_type, body) in [
        (json!({ "status": 503 }), 503, "", ""),
        (json!({ "status": 204 }), 204, "", ""),
        (json!({ "status": 599 }), 599, "", ""),
        (json!({ "status": 500, "body": "It broke." }), 500, plain, "It broke."),
        (
            json!({ "status": 401, "body": { "message": "ü" } }),
            401,
            "application/json",
            "{\"message\":\"ü\"}",
        ),
        (
            json!({ "status": 200, "body": { "success": false } }),
            200,
            "application/json",
            "{\"success\":false}",
        ),
        (json!({ "status": 200, "body": null }), 200, "application/json", "null"),
        (json!({ "status": 200, "body": [1] }), 200, "application/json", "[1]"),
        (
            json!({ "status": 200, "body": "{ \"success\": ", "headers": { "content-type": "application/json" } }),
            200,
            "application/json",
            "{ \"success\": ",
        ),
        (json!({ "html": "proxy", "status": 503 }), 503, html, proxy),
        (json!({ "html": "<h1>Blocked</h1>", "status": 403 }), 403, html, "<h1>Blocked</h1>"),
        (json!({ "html": "<p>Hello" }), 200, html, "<p>Hello"),
    ] {
        let server = with(&of_changes(outcome.clone()));
        let answer = rename(&server).unwrap();
        assert_eq!(
            (answer.status, answer.header("content-type"), answer.text.as_str()),
            (status, content_type, body),
            "{outcome}"
        );
        assert!(!is_renamed(&server), "{outcome}");
    }
}

#[test]
fn pages_have_a_status_of_their_own() {
    for (page, status, part) in
        [("proxy", 502, "<title>502 Bad Gateway</title>"), ("sign-in", 200, "type=\"password\"")]
    {
        let answer = rename(&with(&of_changes(json!({ "html": page })))).unwrap();
        assert_eq!(answer.status, status, "{page}");
        assert!(answer.text.contains(part), "{page}: {}", answer.text);
    }
}

#[test]
fn headers_are_sent_as_they_are_written() {
    let headers = json!({ "Retry-After": "2", "X-Seraph-LoginReason": "AUTHENTICATION_DENIED" });
    let server = with(&of_changes(json!({ "status": 429, "headers": headers })));
    let answer = rename(&server).unwrap();
    assert_eq!(answer.status, 429);
    assert_eq!(answer.header("retry-after"), "2");
    assert_eq!(answer.header("x-seraph-loginreason"), "AUTHENTICATION_DENIED");
}

#[test]
fn what_is_done_is_done_although_the_answer_says_otherwise() {
    for outcome in [
        json!({ "status": 500, "done": true }),
        json!({ "status": 200, "body": { "success": "false" }, "done": true }),
        json!({ "html": "proxy", "done": true }),
        json!({ "html": "sign-in", "done": true, "delay": 1 }),
    ] {
        let server = with(&of_changes(outcome.clone()));
        let answer = rename(&server).unwrap();
        assert!(!answer.text.contains("renamed"), "{outcome}: {}", answer.text);
        assert!(is_renamed(&server), "{outcome}");
    }
}

#[test]
fn a_connection_is_dropped_before_or_after_the_change() {
    for (when, done) in [("before", false), ("after", true)] {
        for delay in [None, Some(1)] {
            let mut outcome = json!({ "drop": when });
            if let Some(delay) = delay {
                outcome["delay"] = json!(delay);
            }
            let server = with(&of_changes(outcome.clone()));
            let error = rename(&server).unwrap_err();
            assert!(matches!(error, ureq::Error::Io(_) | ureq::Error::Protocol(_)), "{outcome}: {error}");
            assert_eq!(is_renamed(&server), done, "{outcome}");
        }
    }
}

#[test]
fn nothing_of_a_dropped_answer_arrives() {
    use std::io::{Read, Write};
    for when in ["before", "after"] {
        let server = with(&of_changes(json!({ "drop": when })));
        let mut stream = std::net::TcpStream::connect(server.address).unwrap();
        let body = "{\"displayName\":\"renamed\"}";
        write!(
            stream,
            "PUT {ONE} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer admin-token\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .unwrap();
        let mut answer = Vec::new();
        // A reset is an end as well.
        let _ = stream.read_to_end(&mut answer);
        assert_eq!(String::from_utf8_lossy(&answer), "", "{when}");
    }
}

#[test]
fn an_answer_is_cut_after_its_first_bytes() {
    let whole = rename(&with(&json!([]))).unwrap().text;
    for (bytes, length) in [(1, None), (20, Some("sent")), (whole.len() - 1, None)] {
        let mut outcome = json!({ "cut": bytes });
        if let Some(length) = length {
            outcome["length"] = json!(length);
        }
        let server = with(&of_changes(outcome.clone()));
        let answer = rename(&server).unwrap();
        assert_eq!((answer.status, answer.text.as_str()), (200, &whole[..bytes]), "{outcome}");
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("content-length"), bytes.to_string());
        assert!(serde_json::from_str::<Value>(&answer.text).is_err());
        assert!(is_renamed(&server), "{outcome}");
    }
}

#[test]
fn a_cut_answer_may_claim_its_real_length() {
    for bytes in [1, 20] {
        let server = with(&of_changes(json!({ "cut": bytes, "length": "real" })));
        let error = rename(&server).unwrap_err();
        assert!(matches!(error, ureq::Error::Io(_)), "{error}");
        assert!(is_renamed(&server), "{bytes}");
    }
}

#[test]
fn an_answer_that_is_shorter_stays_whole() {
    for length in ["sent", "real"] {
        let server = with(&of_changes(json!({ "cut": 1_000_000, "length": length })));
        let answer = rename(&server).unwrap();
        assert_eq!(answer.json()["integration"]["displayName"], "renamed", "{length}");
    }
}

#[test]
fn an_answer_that_is_only_late_is_the_real_one() {
    let server = with(&of_changes(json!({ "delay": 1 })));
    assert_eq!(rename(&server).unwrap().json()["success"], "true");
    assert!(is_renamed(&server));
}

#[test]
fn gitlab_is_disturbed_as_jira_is() {
    let path = "/api/v4/projects/101/integrations/external-wiki";
    let wiki = |server: &Running, name: &str| {
        let url = format!("https://{name}.example");
        server.ask_gitlab("PUT", path).json(&json!({ "external_wiki_url": url })).try_send()
    };
    let fault = |outcome: Value| {
        let mut fault = of_changes(outcome);
        fault[0]["nth"] = json!([2]);
        with(&fault)
    };
    let stored = |server: &Running| {
        server.ask_gitlab("GET", path).send().json()["properties"]["external_wiki_url"].clone()
    };
    for (outcome, status, done) in [
        (json!({ "status": 429, "body": "Retry later" }), Some(429), false),
        (json!({ "status": 500, "done": true }), Some(500), true),
        (json!({ "drop": "before" }), None, false),
        (json!({ "drop": "after" }), None, true),
        (json!({ "cut": 10 }), Some(200), true),
        (json!({ "html": "proxy" }), Some(502), false),
    ] {
        let server = fault(outcome.clone());
        assert_eq!(wiki(&server, "one").unwrap().status, 200);
        assert_eq!(wiki(&server, "two").ok().map(|answer| answer.status), status, "{outcome}");
        let name = if done { "two" } else { "one" };
        assert_eq!(stored(&server), format!("https://{name}.example"), "{outcome}");
    }
}

/// As GitLab's own answers; a proxy in front of it knows nothing of that.
#[test]
fn pages_of_other_origins_may_read_what_gitlab_refuses_but_no_page_of_a_proxy() {
    for (outcome, allowed) in [
        (json!({ "status": 429 }), "*"),
        (json!({ "html": "proxy" }), ""),
        (
            json!({ "status": 429, "headers": { "Access-Control-Allow-Origin": "https://one.example" } }),
            "https://one.example",
        ),
    ] {
        let server = with(&json!([outcome]));
        let ask = server.ask_gitlab("GET", "/api/v4/user").header("Origin", "https://patchbay.example");
        assert_eq!(ask.send().header("access-control-allow-origin"), allowed, "{outcome}");
        let ask = server.ask("GET", INTEGRATION).header("Origin", "https://patchbay.example");
        let jira = if allowed == "*" { "" } else { allowed };
        assert_eq!(ask.send().header("access-control-allow-origin"), jira, "{outcome}");
    }
}

//! Requests from other sites and under other names.

use serde_json::json;

use crate::running::{INTEGRATION, Running};

#[test]
fn refuses_writing_from_a_foreign_origin_and_changes_nothing() {
    let server = Running::empty();
    let id = server.add("unchanged");
    let before = server.all();
    for origin in [
        "https://evil.example",
        "null",
        "http://localhost:1",
        "http://127.0.0.1",
        "http://127.0.0.1.evil.example",
    ] {
        for (method, path) in [
            ("POST", INTEGRATION.to_owned()),
            ("PUT", format!("{INTEGRATION}/{id}")),
            ("DELETE", format!("{INTEGRATION}/{id}")),
            ("PUT", format!("/rest/gitplugin/1.0/repository/{id}/disable?disable=true")),
            ("POST", "/login.jsp".to_owned()),
        ] {
            let ask = server.ask(method, &path).header("Origin", origin);
            let ask =
                if method == "DELETE" { ask } else { ask.json(&json!({ "type": "GITHUB", "pat": "t" })) };
            let answer = ask.send();
            assert_eq!(answer.status, 403, "{method} {path} from {origin}");
            assert!(answer.text.contains("XSRF check failed"), "{}", answer.text);
        }
    }
    assert_eq!(server.all(), before);
}

#[test]
fn refuses_writing_with_a_foreign_referer_where_no_origin_is_sent() {
    let server = Running::empty();
    let body = json!({ "displayName": "two" });
    let id = server.add("one");
    let path = format!("{INTEGRATION}/{id}");
    let foreign = server.ask("PUT", &path).header("Referer", "https://evil.example/page").json(&body).send();
    assert_eq!(foreign.status, 403);
    let own = format!("http://{}/index.html", server.address);
    assert_eq!(server.ask("PUT", &path).header("Referer", &own).json(&body).send().status, 200);
}

#[test]
fn takes_writing_from_its_own_origin_and_from_programs_that_send_none() {
    let server = Running::empty();
    let id = server.add("one");
    let path = format!("{INTEGRATION}/{id}");
    let body = json!({ "displayName": "two" });
    let own = format!("http://{}", server.address);
    assert_eq!(server.ask("PUT", &path).header("Origin", &own).json(&body).send().status, 200);
    assert_eq!(server.ask("PUT", &path).json(&body).send().status, 200);
}

#[test]
fn reading_is_not_asked_where_it_comes_from() {
    let server = Running::empty();
    assert_eq!(server.ask("GET", INTEGRATION).header("Origin", "https://evil.example").send().status, 200);
}

#[test]
fn answers_under_its_own_names_only() {
    let server = Running::empty();
    let port = server.address.port();
    for (host, status) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        (format!("LOCALHOST:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        ("localhost".to_owned(), 200),
        (format!("evil.example:{port}"), 421),
        (format!("localhost.evil.example:{port}"), 421),
        (format!("127.0.0.1.evil.example:{port}"), 421),
        (format!("192.0.2.1:{port}"), 421),
        (format!("localhost@evil.example:{port}"), 421),
    ] {
        for path in [INTEGRATION, "/", "/login.jsp", "/openapi.json"] {
            let answer = server.ask("GET", path).header("Host", &host).send();
            let found = if path == "/" && status == 200 { 503 } else { status };
            assert_eq!(answer.status, found, "{path} under {host}");
        }
    }
}

//! Who may do what: tokens, scopes, roles, and the session with its CSRF token.

use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{INTEGRATIONS, assert_said, path, running};
use crate::running::{Ask, Running};

fn webhook() -> Value {
    json!({ "webhook": "https://hooks.example.org/T" })
}

/// One request of each kind.
fn each(server: &Running, with: impl Fn(Ask) -> Ask) -> [u16; 6] {
    let ask = |method: &str, path: &str| with(server.ask_signed_out(method, path));
    [
        ask("GET", "/api/v4/user").send().status,
        ask("GET", "/api/v4/projects").send().status,
        ask("PUT", &path("slack")).json(&webhook()).send().status,
        ask("GET", INTEGRATIONS).send().status,
        ask("GET", &path("slack")).send().status,
        ask("DELETE", &path("slack")).send().status,
    ]
}

#[test]
fn a_token_tells_what_its_owner_may() {
    let server = running(GitLab::V14_8);
    for (header, value, expected) in [
        ("PRIVATE-TOKEN", "maintainer-token", [200, 200, 200, 200, 200, 204]),
        ("Authorization", "Bearer maintainer-token", [200, 200, 200, 200, 200, 204]),
        ("PRIVATE-TOKEN", "owner-token", [200, 200, 200, 200, 200, 204]),
        ("PRIVATE-TOKEN", "developer-token", [200, 200, 403, 403, 403, 403]),
        ("PRIVATE-TOKEN", "read-token", [200, 200, 403, 200, 200, 403]),
        ("PRIVATE-TOKEN", "profile-token", [200, 403, 403, 403, 403, 403]),
        ("PRIVATE-TOKEN", "repository-token", [403; 6]),
        ("PRIVATE-TOKEN", "ending-token", [200, 200, 200, 200, 200, 204]),
        ("PRIVATE-TOKEN", "guessed", [401; 6]),
        ("PRIVATE-TOKEN", "expired-token", [401; 6]),
        ("Authorization", "Bearer revoked-token", [401; 6]),
        ("Authorization", "Bearer admin-token", [401; 6]),
        ("Authorization", "Basic YWRtaW46YWRtaW4=", [401; 6]),
        ("JOB-TOKEN", "maintainer-token", [401; 6]),
    ] {
        assert_eq!(each(&server, |ask| ask.header(header, value)), expected, "{header}: {value}");
    }
    assert_eq!(each(&server, |ask| ask), [401; 6]);
}

#[test]
fn refusals_have_the_bodies_that_gitlab_gives_them() {
    let server = running(GitLab::V14_8);
    let list = |token| server.ask_signed_out("GET", INTEGRATIONS).header("PRIVATE-TOKEN", token).send();
    assert_said(&list("guessed"), 401, json!({ "message": "401 Unauthorized" }));
    assert_said(&list("developer-token"), 403, json!({ "message": "403 Forbidden" }));
    let expired = "Token is expired. You can either do re-authorization or token refresh.";
    assert_said(
        &list("expired-token"),
        401,
        json!({ "error": "invalid_token", "error_description": expired }),
    );
    let revoked = "Token was revoked. You have to re-authorize from the user.";
    assert_said(
        &list("revoked-token"),
        401,
        json!({ "error": "invalid_token", "error_description": revoked }),
    );
    let write = server.ask_signed_out("PUT", &path("slack")).header("PRIVATE-TOKEN", "read-token");
    let lacks = |scope: &str| {
        json!({
            "error": "insufficient_scope",
            "error_description": "The request requires higher privileges than provided by the access token.",
            "scope": scope,
        })
    };
    assert_said(&write.json(&webhook()).send(), 403, lacks("api read_api"));
    let user = server.ask_signed_out("GET", "/api/v4/user").header("PRIVATE-TOKEN", "repository-token");
    assert_said(&user.send(), 403, lacks("api read_user read_api"));
}

#[test]
fn a_token_of_any_scope_learns_what_it_is_for_from_newer_servers() {
    const SELF: &str = "/api/v4/personal_access_tokens/self";
    let server = running(GitLab::V17_9);
    let ask = |token: &str| server.ask_signed_out("GET", SELF).header("PRIVATE-TOKEN", token).send();
    for (token, scope, owner) in [
        ("maintainer-token", "api", 11),
        ("developer-token", "api", 12),
        ("read-token", "read_api", 11),
        ("repository-token", "read_repository", 11),
    ] {
        let own = ask(token).json();
        assert_eq!((&own["scopes"], &own["user_id"]), (&json!([scope]), &json!(owner)), "{token}");
        assert!(own["expires_at"].as_str().is_some_and(|end| end.len() == "2027-09-16".len()), "{own}");
        assert!(!own.to_string().contains(token), "{own}");
    }
    assert_eq!((ask("guessed").status, server.ask_signed_out("GET", SELF).send().status), (401, 401));
    let older = running(GitLab::V14_8).ask_gitlab("GET", SELF).send();
    assert_said(&older, 404, json!({ "error": "404 Not Found" }));
}

#[test]
fn without_an_account_a_request_learns_nothing_about_projects_and_parameters() {
    let server = running(GitLab::V14_8);
    for path in [
        "/api/v4/projects/999",
        "/api/v4/projects/999/integrations/none",
        "/api/v4/projects/shop%2Fstorefront",
    ] {
        assert_eq!(server.ask_signed_out("GET", path).send().status, 401, "{path}");
    }
    let developer = |method: &str, path: &str| {
        server.ask_signed_out(method, path).header("PRIVATE-TOKEN", "developer-token").send()
    };
    assert_eq!(developer("GET", "/api/v4/projects/999/integrations").status, 404);
    assert_eq!(developer("PUT", &path("none")).status, 403);
    assert_eq!(developer("PUT", &path("slack")).status, 403);
}

fn sign_in(server: &Running, name: &str) -> String {
    let form = format!("os_username={name}&os_password={name}");
    server.ask_signed_out("POST", "/login.jsp").form(&form).send().cookie().unwrap()
}

/// The token in the head of a page of GitLab's.
fn csrf(server: &Running, cookie: &str) -> String {
    let page = server.ask_signed_out("GET", "/help").header("Cookie", cookie).send();
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    let (_, token) = page.text.split_once("<meta name=\"csrf-token\" content=\"").unwrap();
    token.split('"').next().unwrap().to_owned()
}

#[test]
fn a_session_reads_and_with_the_token_of_a_page_it_writes() {
    let server = running(GitLab::V14_8);
    let cookie = sign_in(&server, "admin");
    let session = |ask: Ask| ask.header("Cookie", &cookie);
    assert_eq!(each(&server, session), [200, 200, 401, 200, 404, 401]);
    assert_eq!(
        each(&server, |ask| session(ask).header("X-CSRF-Token", "guessed")),
        [200, 200, 401, 200, 404, 401]
    );
    let other = csrf(&server, &sign_in(&server, "admin"));
    assert_eq!(
        each(&server, |ask| session(ask).header("X-CSRF-Token", &other))[2],
        401,
        "of another session"
    );
    let token = csrf(&server, &cookie);
    assert_eq!(
        each(&server, |ask| session(ask).header("X-CSRF-Token", &token)),
        [200, 200, 200, 200, 200, 204]
    );

    let user = session(server.ask_signed_out("GET", "/api/v4/user")).send().json();
    assert_eq!((&user["username"], &user["name"]), (&json!("olga.owner"), &json!("Olga Owner")));

    server.sandbox.end_all_sessions();
    assert_eq!(each(&server, |ask| session(ask).header("X-CSRF-Token", &token)), [401; 6]);
}

#[test]
fn the_session_of_a_jira_user_is_a_developers() {
    let server = running(GitLab::V14_8);
    let cookie = sign_in(&server, "user");
    let token = csrf(&server, &cookie);
    let with = |ask: Ask| ask.header("Cookie", &cookie).header("X-CSRF-Token", &token);
    assert_eq!(each(&server, with), [200, 200, 403, 403, 403, 403]);
}

#[test]
fn a_session_counts_for_pages_of_its_own_server_only() {
    let server = running(GitLab::V14_8);
    let cookie = sign_in(&server, "admin");
    let token = csrf(&server, &cookie);
    let own = format!("http://{}", server.address);
    let from = |origin: &str| {
        each(&server, |ask| {
            ask.header("Cookie", &cookie).header("X-CSRF-Token", &token).header("Origin", origin)
        })
    };
    assert_eq!(from(&own), [200, 200, 200, 200, 200, 204]);
    for origin in ["https://evil.example", "null", "http://localhost:1"] {
        assert_eq!(from(origin), [401; 6], "{origin}");
        let with_token = |ask: Ask| ask.header("PRIVATE-TOKEN", "maintainer-token").header("Origin", origin);
        assert_eq!(each(&server, with_token), [200, 200, 200, 200, 200, 204], "{origin}");
    }
}

#[test]
fn a_wrong_token_is_not_helped_by_a_session() {
    let server = running(GitLab::V14_8);
    let cookie = sign_in(&server, "admin");
    let with = |ask: Ask| ask.header("Cookie", &cookie).header("PRIVATE-TOKEN", "guessed");
    assert_eq!(each(&server, with), [401; 6]);
}

#[test]
fn without_a_session_a_page_holds_a_token_that_no_request_can_use() {
    let server = running(GitLab::V14_8);
    let token = csrf(&server, "theme=dark");
    assert_eq!(each(&server, |ask| ask.header("X-CSRF-Token", &token)), [401; 6]);
}

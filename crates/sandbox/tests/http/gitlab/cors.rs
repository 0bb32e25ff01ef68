//! What browsers are told about requests from pages of other servers.

use patchbay_sandbox::GitLab;
use serde_json::json;

use super::{INTEGRATIONS, path, running};

#[test]
fn a_preflight_allows_every_origin_method_and_header_without_credentials() {
    let server = running(GitLab::V14_8);
    for path in [INTEGRATIONS, "/api/v4/projects", "/api/v4/nothing", "/api/v4/projects/shop%2Fstorefront"] {
        let answer = server
            .ask_signed_out("OPTIONS", path)
            .header("Origin", "https://patchbay.example")
            .header("Access-Control-Request-Method", "PUT")
            .header("Access-Control-Request-Headers", "content-type,private-token,x-anything")
            .send();
        assert_eq!((answer.status, answer.text.as_str()), (200, ""), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("access-control-allow-headers"), "content-type,private-token,x-anything");
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        for method in ["GET", "PUT", "DELETE"] {
            assert!(answer.header("access-control-allow-methods").contains(method), "{method}");
        }
    }
}

#[test]
fn every_answer_may_be_read_with_the_headers_that_gitlab_exposes() {
    let server = running(GitLab::V14_8);
    for (method, path, token, status) in [
        ("GET", "/api/v4/projects".to_owned(), "maintainer-token", 200),
        ("GET", INTEGRATIONS.to_owned(), "guessed", 401),
        ("GET", path("none"), "maintainer-token", 400),
        ("PUT", path("slack"), "maintainer-token", 400),
        ("GET", "/api/v4/nothing".to_owned(), "maintainer-token", 404),
        ("POST", "/api/v4/user".to_owned(), "maintainer-token", 405),
    ] {
        let ask = server.ask_signed_out(method, &path).header("PRIVATE-TOKEN", token);
        let ask = ask.header("Origin", "https://patchbay.example");
        let answer = if method == "GET" { ask.send() } else { ask.json(&json!({})).send() };
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.text);
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{method} {path}");
        let exposed = answer.header("access-control-expose-headers");
        for header in ["Link", "X-Total", "X-Next-Page", "X-Request-Id", "ETag"] {
            assert!(exposed.contains(header), "{header}");
        }
        for header in ["Retry-After", "RateLimit", "Location"] {
            assert!(!exposed.contains(header), "{header}");
        }
    }
}

#[test]
fn credentials_are_for_the_own_origin_only() {
    let server = running(GitLab::V14_8);
    let own = format!("http://{}", server.address);
    let answer = server.ask_gitlab("GET", "/api/v4/projects").header("Origin", &own).send();
    assert_eq!(answer.header("access-control-allow-origin"), own);
    assert_eq!(answer.header("access-control-allow-credentials"), "true");
    let none = server.ask_gitlab("GET", "/api/v4/projects").send();
    assert_eq!(none.header("access-control-allow-origin"), "");
}

#[test]
fn the_half_of_jira_stays_closed() {
    let server = running(GitLab::V14_8);
    let answer = server.get("/rest/api/2/project");
    assert_eq!(answer.header("access-control-allow-origin"), "");
    let foreign = server.ask("GET", "/rest/api/2/project").header("Origin", "https://evil.example").send();
    assert_eq!(foreign.header("access-control-allow-origin"), "");
    let host = server.ask_gitlab("GET", "/api/v4/projects").header("Host", "evil.example").send();
    assert_eq!(host.status, 421, "a foreign name is not answered by GitLab either");
}

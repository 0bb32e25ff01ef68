//! Which GitLab answers: what it says of itself, and by which name it knows integrations.

use patchbay_model::gitlab::Tier;
use patchbay_sandbox::GitLab;
use serde_json::json;

use super::{assert_said, running};

#[test]
fn says_its_version_to_people_who_are_signed_in() {
    for (gitlab, number, has_metadata) in [
        (GitLab::V13_12, "13.12.0", false),
        (GitLab::V14_8, "14.8.0", false),
        (GitLab::V16_11, "16.11.0", true),
        (GitLab::V17_9, "17.9.0", true),
        (GitLab::V18_11, "18.11.0", true),
        (GitLab::V19_5, "19.5.0", true),
    ] {
        for (tier, text, is_enterprise) in
            [(Tier::Free, number.to_owned(), false), (Tier::Premium, format!("{number}-ee"), true)]
        {
            let server = running(gitlab.with(tier));
            let answer = server.ask_gitlab("GET", "/api/v4/version").send().json();
            assert_eq!(answer["version"], text);
            assert!(answer["revision"].is_string());
            assert_eq!(server.ask_signed_out("GET", "/api/v4/version").send().status, 401);
            let metadata = server.ask_gitlab("GET", "/api/v4/metadata").send();
            if has_metadata {
                let metadata = metadata.json();
                assert_eq!(
                    (&metadata["version"], &metadata["enterprise"]),
                    (&json!(text), &json!(is_enterprise))
                );
            } else {
                assert_said(&metadata, 404, json!({ "error": "404 Not Found" }));
            }
        }
    }
}

#[test]
fn both_names_lead_to_the_same_integrations() {
    for gitlab in GitLab::ALL.into_iter().skip(1) {
        let server = running(gitlab);
        let old = "/api/v4/projects/101/services";
        let body = json!({ "webhook": "https://x.example" });
        let made = server.ask_gitlab("PUT", &format!("{old}/slack")).json(&body).send();
        assert_eq!(made.status, 200);
        assert_eq!(super::get(&server, "slack").json(), made.json());
        assert_eq!(server.ask_gitlab("GET", &format!("{old}/slack")).send().json(), made.json());
        assert_eq!(server.ask_gitlab("GET", old).send().json().as_array().unwrap().len(), 1);
        assert_eq!(server.ask_gitlab("DELETE", &format!("{old}/slack")).send().status, 204);
        assert!(super::listed(&server).is_empty());
    }
}

#[test]
fn before_14_4_there_were_services_only() {
    let server = running(GitLab::V13_12);
    for (method, path) in [("GET", ""), ("GET", "/slack"), ("PUT", "/slack"), ("DELETE", "/slack")] {
        let answer = server.ask_gitlab(method, &format!("{}{path}", super::INTEGRATIONS)).send();
        assert_said(&answer, 404, json!({ "error": "404 Not Found" }));
    }
    let ask = |method: &str, slug: &str| {
        server.ask_gitlab(method, &format!("/api/v4/projects/101/services/{slug}"))
    };
    assert_said(&ask("GET", "slack").send(), 404, json!({ "message": "404 Service Not Found" }));
    let body = json!({ "webhook": "https://x.example", "deployment_channel": "x", "push_channel": "y" });
    let made = ask("PUT", "slack").json(&body).send().json();
    assert_eq!(made["properties"]["push_channel"], "y");
    assert_eq!(made["properties"].get("deployment_channel"), None, "not read yet");
}

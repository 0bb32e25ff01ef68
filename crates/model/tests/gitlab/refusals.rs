//! What GitLab says when it refuses, and where it lands.

use crate::{new, opened};
use patchbay_model::Problem;
use patchbay_model::gitlab::wire::{NO_DEFAULT, Refusal};
use serde_json::json;

const BLANK: &str = "GitLab refused the request without giving a reason. Usually a required value is empty, a value has the wrong format, or this GitLab server may not connect to a URL, for example in a private network.";

#[test]
fn says_a_refusal_in_sentences() {
    for (status, body, expected) in [
        (401, r#"{"message":"401 Unauthorized"}"#, "401 Unauthorized."),
        (
            401,
            r#"{"error":"invalid_token","error_description":"Token is expired. You can renew it."}"#,
            "Token is expired. You can renew it.",
        ),
        (
            403,
            r#"{"error":"insufficient_scope","error_description":"Too little","scope":"api"}"#,
            "Too little.",
        ),
        (404, r#"{"message":"404 Project Not Found"}"#, "404 Project Not Found."),
        (
            400,
            r#"{"error":"slug does not have a valid value"}"#,
            "This GitLab server does not have this integration.",
        ),
        (400, r#"{"error":"webhook is missing"}"#, "GitLab requires “webhook”, which was not sent."),
        (
            400,
            r#"{"error":"url is missing, password is missing"}"#,
            "GitLab requires “url”, which was not sent. GitLab requires “password”, which was not sent.",
        ),
        (400, r#"{"error":"push_events is invalid"}"#, "GitLab does not accept the value of “push_events”."),
        (400, r#"{"message":"400 Bad Request"}"#, BLANK),
        (400, "", BLANK),
        (400, "<html>Bad request</html>", BLANK),
        (
            400,
            r#"{"message":"400 Integration not available"}"#,
            "This integration is not available here, because of GitLab’s plan, an administrator’s setting or the kind of project or group.",
        ),
        (400, r#"{"message":"Default integration not found."}"#, NO_DEFAULT),
        (
            400,
            r#"{"message":{"webhook":["is blocked"],"base":["Something else"]}}"#,
            "webhook is blocked. Something else.",
        ),
        (400, r#"{"message":"Failed to update integration. {:url=>[\"is blocked\"]}"}"#, "url is blocked."),
        (
            400,
            r#"{"message":"Failed to update integration. {:base=>[\"Another issue tracker is already in use\"]}"}"#,
            "Another issue tracker is already in use.",
        ),
        (
            422,
            r#"{"message":"You cannot create the GitLab for Slack app integration from the API"}"#,
            "You cannot create the GitLab for Slack app integration from the API.",
        ),
        (429, "Retry later", "Retry later."),
        (502, "<html>", "GitLab refused the request with status 502 and without giving a reason."),
        (500, "null", "GitLab refused the request with status 500 and without giving a reason."),
    ] {
        assert_eq!(Refusal::read(status, body).to_string(), expected, "{body}");
    }
}

#[test]
fn finds_the_field_in_every_notation() {
    let (form, _) = new("jenkins", json!({}));
    let blocked = "is blocked: Requests to the local network are not allowed";
    let sentence = "Jenkins URL is blocked: Requests to the local network are not allowed.";
    for message in [
        format!(r#"Failed to update integration. {{:jenkins_url=>["{blocked}"]}}"#),
        format!(r#"Failed to update integration. {{jenkins_url: ["{blocked}"]}}"#),
        format!(r#"Failed to update integration. {{"jenkins_url" => ["{blocked}"]}}"#),
    ] {
        let refusal = Refusal::read(400, &json!({"message": message}).to_string());
        assert_eq!(refusal.problems(&form), [Problem::of("jenkins_url", sentence)], "{message}");
    }
    let two = r#"{:jenkins_url=>["can't be blank", "is \"odd\""], :project_name=>["can't be blank"], :nobody=>["is wrong"]}"#;
    let refusal = Refusal::read(400, &json!({"message": two}).to_string());
    assert_eq!(
        refusal.problems(&form),
        [
            Problem::of("jenkins_url", "Jenkins URL can't be blank."),
            Problem::of("jenkins_url", "Jenkins URL is \"odd\"."),
            Problem::of("project_name", "Project name can't be blank."),
            Problem::general("nobody is wrong."),
        ]
    );
}

#[test]
fn names_the_setting_once() {
    let (form, _) = new("jenkins", json!({}));
    for (text, expected) in [
        ("is blocked", "Jenkins URL is blocked."),
        ("can't be blank", "Jenkins URL can't be blank."),
        ("Jenkins URL is blocked", "Jenkins URL is blocked."),
        ("jenkins URL is blocked", "Jenkins URL is blocked."),
        ("Jenkins url is blocked!", "Jenkins url is blocked!"),
        ("jenkins_url is blocked", "Jenkins URL is blocked."),
        ("jenkins url is blocked", "Jenkins URL is blocked."),
        ("The address is too long.", "The address is too long."),
        ("Jenkins URLs are blocked", "Jenkins URLs are blocked."),
        ("jenkins_urls are blocked", "Jenkins URL jenkins_urls are blocked."),
        ("", "GitLab does not accept this value."),
        ("ü", "Jenkins URL ü."),
    ] {
        let refusal = Refusal::read(400, &json!({"message": {"jenkins_url": [text]}}).to_string());
        assert_eq!(refusal.problems(&form), [Problem::of("jenkins_url", expected)], "{text}");
    }
    let (form, _) = new("emails-on-push", json!({}));
    let both = json!({"message": {"recipients": ["Recipients list is too long", "is odd"]}});
    let told = ["Recipients list is too long.", "Recipients is odd."];
    let refusal = Refusal::read(400, &both.to_string());
    assert_eq!(refusal.problems(&form), told.map(|text| Problem::of("recipients", text)));
}

#[test]
fn turns_what_is_missing_or_invalid_into_sentences() {
    let (form, _, _) = opened("irker", json!({}), json!({}));
    for (error, expected) in [
        (
            "recipients is missing",
            vec![Problem::of("recipients", "GitLab requires this in every change. Enter “Recipients”.")],
        ),
        (
            "server_port is invalid",
            vec![Problem::of("server_port", "GitLab accepts only a whole number here.")],
        ),
        ("push_events is invalid", vec![Problem::of("push_events", "GitLab accepts only on or off here.")]),
        ("server_host is invalid", vec![Problem::of("server_host", "GitLab does not accept this value.")]),
        (
            "recipients is missing, strange_key is missing",
            vec![
                Problem::of("recipients", "GitLab requires this in every change. Enter “Recipients”."),
                Problem::general("GitLab requires “strange_key”, which was not sent."),
            ],
        ),
        ("Something, and more", vec![Problem::general("Something, and more.")]),
    ] {
        let refusal = Refusal::read(400, &json!({"error": error}).to_string());
        assert_eq!(refusal.problems(&form), expected, "{error}");
    }
    let (prometheus, _, _) = opened("prometheus", json!({}), json!({}));
    let refusal = Refusal::read(400, r#"{"error":"google_iap_service_account_json is missing"}"#);
    assert_eq!(
        refusal.problems(&prometheus),
        [Problem::of(
            "google_iap_service_account_json",
            "This GitLab server requires it in every change. Enter it again, or remove it."
        )]
    );
    assert_eq!(Refusal::read(400, "").problems(&form), [Problem::general(BLANK)]);
}

#[test]
fn names_what_is_missing() {
    let refusal = Refusal::read(400, r#"{"error":"url is missing, token is empty, port is invalid"}"#);
    assert_eq!(refusal.missing(), ["url", "token"]);
    assert!(Refusal::read(400, r#"{"message":"400 Bad Request"}"#).missing().is_empty());
}

#[test]
fn says_every_reason_and_no_secret() {
    for (body, said) in [
        (r#"{"errors":["One","Two"]}"#, "One. Two."),
        (r#"{"errors":{"url":["is blocked"]}}"#, "url is blocked."),
        (r#"{"detail":"No such key"}"#, "No such key."),
        (r#"{"title":"Bad","detail":"No such key"}"#, "No such key."),
        (r#"{"errorMessages":["Not here"],"errors":{}}"#, "Not here."),
        (r#"{"reason":"A policy"}"#, "A policy."),
        (r#"{"message":"Failed: https://u:s3cr3t@h/x"}"#, "Failed: https://h/x."),
        (r#"{"message":{"webhook":["https://u:s3cr3t@h/x is blocked"]}}"#, "webhook https://h/x is blocked."),
        (r#"{"error":"got glpat-abcdefghijklmnopqrst"}"#, "got."),
        (
            r#"{"message":{"password":["is too short (minimum is 8 characters)"]}}"#,
            "password is too short (minimum is 8 characters).",
        ),
        (r#"{"message":{"token":["can't be blank"]}}"#, "token can't be blank."),
    ] {
        assert_eq!(Refusal::read(400, body).to_string(), said, "{body}");
    }
}

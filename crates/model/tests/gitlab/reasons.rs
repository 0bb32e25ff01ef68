//! Several reasons in one refusal: each is shown, once, at its field, and no label twice.

use crate::new;
use patchbay_model::gitlab::wire::{NO_REASON, Refusal};
use serde_json::json;

/// What is answered; for each message the key of its field and what is said there.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    (r#"{"message":{"jenkins_url":["is blocked","is blocked"," is blocked."]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"jenkins_url":["is blocked"],"base":["Jenkins URL is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"jenkins_url":{"message":"nested"}}}"#, &[("jenkins_url", "Jenkins URL nested.")]),
    (r#"{"message":{"jenkins_url":[["is nested"],{"error":"x"}]}}"#, &[("jenkins_url", "Jenkins URL is nested."), ("jenkins_url", "Jenkins URL x.")]),
    (r#"{"message":{"jenkins_url":[{"error":"blocked","value":"http://x"}]}}"#, &[("jenkins_url", "Jenkins URL blocked.")]),
    (r#"{"message":{"integration":{"jenkins_url":["is blocked"]}}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"properties.jenkins_url":["is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"jenkins_url":null,"project_name":["is bad"]}}"#, &[("project_name", "Project name is bad.")]),
    (r#"{"message":{"jenkins_url":[null,5,true,"is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"jenkins_url":""}}"#, &[("jenkins_url", "GitLab does not accept this value.")]),
    (r#"{"message":{"jenkins_url":[]}}"#, &[("", NO_REASON)]),
    (r#"{"message":["jenkins_url is missing","project_name is invalid"]}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”."), ("project_name", "GitLab does not accept this value.")]),
    (r#"{"message":["Jenkins url is blocked","Project name can't be blank"]}"#, &[("", "Jenkins url is blocked."), ("", "Project name can't be blank.")]),
    (r#"{"message":"Jenkins url is blocked, Project name can't be blank"}"#, &[("", "Jenkins url is blocked, Project name can't be blank.")]),
    (r#"{"message":"Jenkins url is blocked and Project name can't be blank"}"#, &[("", "Jenkins url is blocked and Project name can't be blank.")]),
    (r#"{"message":"Validation failed: Jenkins url is blocked, Project name can't be blank"}"#, &[("", "Validation failed: Jenkins url is blocked, Project name can't be blank.")]),
    (r#"{"error":"jenkins_url is missing, jenkins_url is empty"}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”.")]),
    (r#"{"error":"jenkins_url is missing, project_name does not have a valid value, push_events is invalid"}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”."), ("project_name", "GitLab does not accept this value."), ("push_events", "GitLab accepts only on or off here.")]),
    (r#"{"error":"jenkins_url, project_name are missing, at least one parameter must be provided"}"#, &[("", "jenkins_url, project_name are missing, at least one parameter must be provided.")]),
    (r#"{"error":"jenkins_url is missing","message":{"project_name":["is bad"]}}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”."), ("project_name", "Project name is bad.")]),
    (r#"{"error":"jenkins_url is missing","message":"jenkins_url is missing"}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”.")]),
    (r#"{"error":"Bad","error_description":"jenkins_url is missing"}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”.")]),
    (r#"{"error":{"jenkins_url":["is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"errors":{"jenkins_url":["is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"errors":[{"field":"jenkins_url","message":"is blocked"}]}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":"x","errors":{"jenkins_url":["is blocked"]}}"#, &[("", "x."), ("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"error":"invalid_request","error_description":""}"#, &[("", "invalid_request.")]),
    (r#"{"message":{"jenkins_url":["ist gesperrt: Anfragen an das lokale Netz"]}}"#, &[("jenkins_url", "Jenkins URL ist gesperrt: Anfragen an das lokale Netz.")]),
    (r#"{"message":{"jenkins_url":["はブロックされています"]}}"#, &[("jenkins_url", "Jenkins URL はブロックされています.")]),
    (r#"{"message":{"jenkins_url":["Ist gesperrt"]}}"#, &[("jenkins_url", "Ist gesperrt.")]),
    (r#"{"message":{"jenkins_url":["Jenkins-URL ist gesperrt"]}}"#, &[("jenkins_url", "Jenkins-URL ist gesperrt.")]),
    (r#"{"message":{"jenkins_url":["est bloqué : requêtes"]}}"#, &[("jenkins_url", "Jenkins URL est bloqué : requêtes.")]),
    (r#"{"message":{"jenkins_url":["Jenkins URL: is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"jenkins_url":["jenkins_url: is blocked"]}}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":{"base":["jenkins_url is blocked"]}}"#, &[("", "jenkins_url is blocked.")]),
    (r#"{"message":"Failed to update integration. {:jenkins_url=>[\"is blocked\"], :base=>[\"x\"]}"}"#, &[("jenkins_url", "Jenkins URL is blocked."), ("", "x.")]),
    (r#"{"message":"Failed to update integration. {:jenkins_url=>\"is blocked\"}"}"#, &[("", "Failed to update integration. {:jenkins_url=>\"is blocked\"}.")]),
    (r#"{"message":"{\"jenkins_url\":[\"is blocked\"]}"}"#, &[("jenkins_url", "Jenkins URL is blocked.")]),
    (r#"{"message":"{\"jenkins_url\"=>[\"is blocked\"], \"project_name\"=>[\"is [odd]\"]}"}"#, &[("jenkins_url", "Jenkins URL is blocked."), ("project_name", "Project name is [odd].")]),
    (r#"{"message":{"":["empty key"]}}"#, &[("", "empty key.")]),
    (r#"{"message":{"nobody":["x","y"]}}"#, &[("", "nobody x."), ("", "nobody y.")]),
    (r#"{"message":{"jenkins_url":["is blocked"],"integrations.project":["is archived"]}}"#, &[("jenkins_url", "Jenkins URL is blocked."), ("", "integrations.project is archived.")]),
    (r#"["jenkins_url is missing","project_name is empty"]"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”."), ("project_name", "GitLab requires this in every change. Enter “Project name”.")]),
    (r#"{"message":"422 Unprocessable Entity"}"#, &[("", NO_REASON)]),
    (r#"{"message":[]}"#, &[("", NO_REASON)]),
    (r#"{"message":{}}"#, &[("", NO_REASON)]),
    (r#"[]"#, &[("", NO_REASON)]),
    (r#"5"#, &[("", NO_REASON)]),
    (r#"{"Message":"The request is invalid."}"#, &[("", "The request is invalid.")]),
    (r#"{"message":["400 Bad request","jenkins_url is invalid"]}"#, &[("jenkins_url", "GitLab does not accept this value.")]),
    (r#"{"message":{"jenkins_url":["is blocked","is too long (maximum is 255 characters)","must be a valid URL"],"project_name":["can't be blank","is odd"]}}"#, &[("jenkins_url", "Jenkins URL is blocked."), ("jenkins_url", "Jenkins URL is too long (maximum is 255 characters)."), ("jenkins_url", "Jenkins URL must be a valid URL."), ("project_name", "Project name can't be blank."), ("project_name", "Project name is odd.")]),
    (r#"{"message":{"base":["Nicht erlaubt","Nicht erlaubt.","NICHT ERLAUBT"]}}"#, &[("", "Nicht erlaubt.")]),
    (r#"{"error":"push_events is invalid, jenkins_url is blocked"}"#, &[("", "push_events is invalid, jenkins_url is blocked.")]),
    (r#"{"message":{"username":["is not used here"]},"error":"jenkins_url is empty"}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”."), ("username", "User name is not used here.")]),
    (r#"{"message":"Failed to update integration. {jenkins_url: [\"is blocked\", \"is blocked\"], base: [\"Not here\"]}"}"#, &[("jenkins_url", "Jenkins URL is blocked."), ("", "Not here.")]),
    (r#"{"message":"400 Bad request - jenkins_url is missing"}"#, &[("jenkins_url", "GitLab requires this in every change. Enter “Jenkins URL”.")]),
    (r#"{"message":"400 (Bad request) \"jenkins_url\" not given"}"#, &[("", "(Bad request) \"jenkins_url\" not given.")]),
    (r#"{"message":"409 Conflict"}"#, &[("", "409 Conflict.")]),
    (r#"{"message":{"error":"This endpoint has been requested too many times. Try again later."}}"#, &[("", "This endpoint has been requested too many times. Try again later.")]),
];

#[test]
fn every_message_is_shown_once_and_at_its_field() {
    let (form, _) = new("jenkins", json!({}));
    for (answer, expected) in CASES {
        let problems = Refusal::read(400, answer).problems(&form);
        let found: Vec<_> =
            problems.iter().map(|problem| (problem.field.as_str(), problem.message.as_str())).collect();
        assert_eq!(found, *expected, "{answer}");
    }
}

#[test]
fn what_is_no_json_is_said_as_well_and_has_an_end() {
    let (form, _) = new("jenkins", json!({}));
    for (answer, expected) in [
        ("jenkins_url is missing", "GitLab requires this in every change. Enter “Jenkins URL”."),
        (
            "<html><title>The change you requested was rejected (422)</title></html>",
            "The change you requested was rejected (422).",
        ),
        ("<html><title>422</title><h1>422</h1><p>Not with this session.</p>", "Not with this session."),
    ] {
        assert_eq!(Refusal::read(422, answer).problems(&form)[0].message, expected);
    }
    let long = "x".repeat(1_000_000);
    for answer in [
        long.clone(),
        json!({ "message": long }).to_string(),
        json!({ "message": { "jenkins_url": [long] } }).to_string(),
    ] {
        let problems = Refusal::read(400, &answer).problems(&form);
        assert!(problems.iter().all(|problem| (200..400).contains(&problem.message.chars().count())));
    }
}

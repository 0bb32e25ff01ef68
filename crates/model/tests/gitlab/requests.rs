//! What a form sends.

use crate::support::{fill, object};
use crate::{new, opened, stored};
use patchbay_model::gitlab::Target;
use patchbay_model::gitlab::{request_body, schema};
use patchbay_model::{Entry, Mode, Secret};
use serde_json::{Value, json};

fn created(slug: &str, given: Value) -> Value {
    let (form, values) = new(slug, given);
    assert_eq!(form.problems(&values), []);
    Value::Object(request_body(slug, &form, &form.defaults(), &values, None))
}

fn changed(slug: &str, reported: Value, given: Value) -> Value {
    let (form, before, after) = opened(slug, reported, given);
    assert_eq!(form.problems(&after), []);
    Value::Object(request_body(slug, &form, &before, &after, None))
}

#[test]
fn says_every_toggle_of_a_new_one() {
    assert_eq!(
        created("jenkins", json!({"username": " bot ", "password": "s3cret"})),
        json!({
            "jenkins_url": "https://host.example.org/app/:id", "enable_ssl_verification": true,
            "project_name": "s3cret", "username": "bot", "password": "s3cret",
            "push_events": true, "merge_requests_events": false, "tag_push_events": false,
        })
    );
    let slack = created("slack", json!({"push_channel": "dev", "issue_channel": ""}));
    let toggles = slack.as_object().into_iter().flatten().filter(|(_, value)| value.is_boolean()).count();
    assert_eq!(toggles, 14);
    assert_eq!((&slack["push_channel"], slack.get("issue_channel")), (&json!("dev"), None));
    assert_eq!(slack["branches_to_be_notified"], json!("default"));
}

#[test]
fn sends_required_values_with_every_change_and_of_the_rest_what_differs() {
    let reported = json!({
        "url": "https://jira.example.org", "api_url": "", "username": "bot", "commit_events": true,
        "merge_requests_events": true, "jira_issue_transition_automatic": false, "jira_issue_transition_id": "5",
    });
    assert_eq!(
        changed("jira", reported, json!({"merge_requests_events": false, "jira_issue_transition_id": ""})),
        json!({
            "url": "https://jira.example.org", "username": "bot", "password": "s3cret",
            "jira_issue_transition_automatic": false, "jira_issue_transition_id": "",
            "commit_events": true, "merge_requests_events": false,
        })
    );
}

#[test]
fn sends_all_that_is_reported_where_nobody_knows_what_is_required() {
    let reported = json!({
        "url": "https://harbor.example.org", "port": 443, "project_name": "app", "thread": null, "tags": ["a"],
        "verify": false, "push_events": true,
    });
    let integration = stored("brand-new", &object(reported));
    let form =
        schema(Target::MANUAL, "brand-new", Mode::Edit, &integration.settings, &["password".to_owned()]);
    let before = form.read(&integration.settings);
    let mut after = before.clone();
    fill(&form, &mut after, json!({"project_name": "web", "password": "s3cret"}));
    assert_eq!(
        Value::Object(request_body("brand-new", &form, &before, &after, None)),
        json!({
            "url": "https://harbor.example.org", "port": 443, "project_name": "web", "verify": false,
            "push_events": true, "password": "s3cret",
        })
    );
    // What was called missing goes along whatever it is; what is emptied is sent empty.
    let form = schema(Target::MANUAL, "brand-new", Mode::Edit, &integration.settings, &["tags".to_owned()]);
    fill(&form, &mut after, json!({"project_name": ""}));
    let body = request_body("brand-new", &form, &before, &after, None);
    assert_eq!((&body["tags"], &body["project_name"]), (&json!(["a"]), &json!("")));
    assert!(!body.contains_key("thread"));
}

#[test]
fn says_every_event_of_a_new_one_for_discord() {
    let sent = created("discord", json!({}));
    let flags = sent.as_object().into_iter().flatten().filter(|(_, value)| value.is_boolean()).count();
    assert_eq!(
        (flags, &sent["push_events"], &sent["confidential_issues_events"]),
        (9, &json!(true), &json!(false))
    );
}

#[test]
fn says_events_that_only_the_server_knows() {
    let reported = json!({"push_events": true, "brand_new_events": true});
    let sent = changed("microsoft-teams", reported, json!({"brand_new_events": false}));
    assert_eq!((&sent["push_events"], &sent["brand_new_events"]), (&json!(true), &json!(false)));
}

#[test]
fn sends_a_user_name_that_may_be_blank_all_the_same() {
    let reported = json!({"url": "https://jira.example.org", "username": "", "jira_auth_type": 1});
    assert_eq!(
        changed("jira", reported, json!({})),
        json!({"url": "https://jira.example.org", "username": "", "password": "s3cret"})
    );
}

#[test]
fn says_nothing_of_toggles_whose_position_nobody_knows() {
    // The server did not report whether it verifies certificates.
    let reported =
        json!({"drone_url": "https://drone.example.org", "push_events": true, "tag_push_events": false});
    assert_eq!(
        changed("drone-ci", reported, json!({})),
        json!({"drone_url": "https://drone.example.org", "token": "s3cret", "push_events": true, "tag_push_events": false})
    );
}

#[test]
fn never_sends_a_blank_secret_for_a_stored_one() {
    let reported =
        json!({"api_url": "https://prometheus.example.org", "google_iap_audience_client_id": null});
    assert_eq!(
        changed("prometheus", reported, json!({})),
        json!({"api_url": "https://prometheus.example.org", "google_iap_audience_client_id": ""})
    );
}

#[test]
fn removes_a_stored_secret_when_asked_to() {
    let reported = json!({"jenkins_url": "https://ci.example.org", "project_name": "app"});
    let (form, before, mut after) = opened("jenkins", reported, json!({}));
    after.set("password", Entry::Secret(Secret::Clear));
    assert_eq!(form.problems(&after), []);
    assert_eq!(request_body("jenkins", &form, &before, &after, None)["password"], json!(""));
}

#[test]
fn sends_what_older_servers_insist_on() {
    assert_eq!(
        created("pushover", json!({})),
        json!({
            "api_key": "s3cret", "user_key": "s3cret", "priority": "-2", "device": "", "sound": "", "push_events": true,
        })
    );
    assert_eq!(
        created("prometheus", json!({})),
        json!({
            "api_url": "https://host.example.org/app/:id", "google_iap_audience_client_id": "",
            "google_iap_service_account_json": "",
        })
    );
}

#[test]
fn joins_recipients_as_each_integration_wants_them() {
    for (slug, typed, sent) in [
        ("emails-on-push", "ann@example.org\n bob@example.org ", "ann@example.org bob@example.org"),
        (
            "pipelines-email",
            "ann@example.org, bob@example.org\ncy@example.org",
            "ann@example.org,bob@example.org,cy@example.org",
        ),
        (
            "irker",
            "irc://irc.example.org/#a\nirc://irc.example.org/b,isnick",
            "irc://irc.example.org/#a irc://irc.example.org/b,isnick",
        ),
    ] {
        assert_eq!(created(slug, json!({"recipients": typed}))["recipients"], json!(sent), "{slug}");
    }
    // The same people in another writing are no change, but required and so sent.
    let (form, before, after) = opened(
        "emails-on-push",
        json!({"recipients": "a@b.org c@d.org"}),
        json!({"recipients": "a@b.org  c@d.org"}),
    );
    let recipients = form.field("recipients").expect("recipients");
    assert!(!form.differs(recipients, &before, &after));
}

#[test]
fn sends_numbers_as_numbers_and_choices_as_text() {
    let irker = created("irker", json!({"server_port": "6660"}));
    assert_eq!(irker["server_port"], json!(6660));
    assert_eq!(created("pushover", json!({"priority": "1"}))["priority"], json!("1"));
}

#[test]
fn detaches_from_the_group_where_the_server_reports_inheritance() {
    let (form, before, after) = opened("asana", json!({"push_events": true}), json!({}));
    for (inherited, said) in
        [(None, None), (Some(true), Some(&json!(false))), (Some(false), Some(&json!(false)))]
    {
        let body = request_body("asana", &form, &before, &after, inherited);
        assert_eq!(body.get("use_inherited_settings"), said, "{inherited:?}");
        assert!(!body.contains_key("active"));
    }
}

#[test]
fn clears_what_was_emptied() {
    let jira = |keys: Value| json!({"url": "https://j.example", "username": "ann", "project_keys": keys});
    let sent = |keys: Value| json!({"url": "https://j.example", "username": "ann", "password": "s3cret", "project_keys": keys});
    let irker = |port: Value| json!({"recipients": "irc://h/a", "server_port": port});
    for (slug, reported, typed, sent) in [
        ("irker", irker(json!(6659)), json!({"server_port": ""}), irker(json!(""))),
        ("irker", irker(json!(null)), json!({"server_port": ""}), json!({"recipients": "irc://h/a"})),
        ("irker", irker(json!(6659)), json!({"server_port": " 6660 "}), irker(json!(6660))),
        ("jira", jira(json!(["APP", "WEB"])), json!({"project_keys": ""}), sent(json!([]))),
        ("jira", jira(json!(["APP"])), json!({"project_keys": " APP \n\nOPS "}), sent(json!(["APP", "OPS"]))),
        ("jira", jira(json!(null)), json!({"project_keys": "APP"}), sent(json!(["APP"]))),
        (
            "jira",
            jira(json!([])),
            json!({}),
            json!({"url": "https://j.example", "username": "ann", "password": "s3cret"}),
        ),
        (
            "brand-new",
            json!({"room": "1", "thread": 12}),
            json!({"thread": ""}),
            json!({"room": "1", "thread": ""}),
        ),
        (
            "brand-new",
            json!({"room": "1", "thread": "12"}),
            json!({"thread": ""}),
            json!({"room": "1", "thread": ""}),
        ),
        ("brand-new", json!({"room": "1", "thread": null}), json!({"thread": ""}), json!({"room": "1"})),
        (
            "brand-new",
            json!({"list": ["a"], "note": "a\nb"}),
            json!({"list": "", "note": ""}),
            json!({"list": [], "note": ""}),
        ),
    ] {
        let form = schema(Target::MANUAL, slug, Mode::Edit, &object(reported.clone()), &[]);
        let before = form.read(&object(reported.clone()));
        let mut after = before.clone();
        fill(&form, &mut after, typed);
        if slug == "jira" {
            after.set("password", Entry::Secret(Secret::Replace("s3cret".to_owned())));
        }
        assert_eq!(form.problems(&after), []);
        let body = request_body(slug, &form, &before, &after, None);
        assert_eq!(Value::Object(body), sent, "{slug} {reported}");
    }
}

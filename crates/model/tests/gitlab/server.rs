//! What a server that keeps the manual takes and refuses.

use crate::support::object;
use crate::{home, least};
use patchbay_model::gitlab::Target;
use patchbay_model::gitlab::server::{check_put, is_declared};
use patchbay_model::gitlab::{self, Param, ParamKind};
use patchbay_model::{Object, Problem};
use serde_json::{Value, json};

/// The least with `given` laid over it.
fn body(slug: &str, given: Value) -> Object {
    let mut body = least(gitlab::find(slug).expect("in the catalogue"));
    body.extend(object(given));
    body
}

#[test]
fn takes_the_least_of_each() {
    for spec in gitlab::all() {
        for creating in [true, false] {
            let settings = check_put(home(spec.slug), spec.slug, &least(spec), creating);
            let settings = settings.unwrap_or_else(|refused| panic!("{}: {refused:?}", spec.slug));
            assert!(least(spec).iter().all(|(key, value)| settings.get(key) == Some(value)), "{}", spec.slug);
            assert_eq!(
                settings.len() == least(spec).len(),
                !creating
                    || spec.params.iter().all(|param| {
                        !is_declared(param, home(spec.slug))
                            || !param.kind.is_toggle()
                            || param.key == "active"
                    }),
                "{}",
                spec.slug
            );
        }
    }
}

#[test]
fn wants_each_required_parameter() {
    for spec in gitlab::all() {
        let declared = |param: &&Param| param.required && is_declared(param, home(spec.slug));
        for param in spec.params.iter().filter(declared) {
            let mut body = least(spec);
            body.remove(param.key);
            let refused = check_put(home(spec.slug), spec.slug, &body, false).expect_err("it is missing");
            assert_eq!(
                (refused.missing, refused.invalid),
                (vec![param.key.to_owned()], vec![]),
                "{}",
                spec.slug
            );
            assert!(refused.problems.is_empty());
            // There, but blank: past the first check, and refused by the second.
            body.insert(param.key.to_owned(), json!(""));
            let refused = check_put(home(spec.slug), spec.slug, &body, false).expect_err("it is blank");
            let fields: Vec<_> = refused.problems.iter().map(|problem| problem.field.as_str()).collect();
            assert_eq!(fields, [param.key], "{} {}", spec.slug, param.key);
        }
    }
}

#[test]
fn refuses_wrong_types_all_at_once() {
    let refused = check_put(
        Target::MANUAL,
        "irker",
        &object(json!({"server_port": "many", "push_events": "perhaps", "recipients": ["a"], "colorize_messages": 5})),
        true,
    )
    .expect_err("all of it is wrong");
    assert_eq!(refused.invalid, ["recipients", "server_port", "colorize_messages", "push_events"]);
    for spec in gitlab::all() {
        for param in spec.params.iter().filter(|param| param.in_manual) {
            let refused =
                check_put(home(spec.slug), spec.slug, &body(spec.slug, json!({param.key: {"a": 1}})), true);
            assert_eq!(refused.expect_err("an object fits nowhere").invalid, [param.key], "{}", spec.slug);
        }
    }
}

#[test]
fn makes_values_fit_as_gitlab_does() {
    let settings = check_put(
        Target::MANUAL,
        "irker",
        &body(
            "irker",
            json!({"server_port": "6660", "push_events": "1", "colorize_messages": "false", "server_host": 5, "strange": true}),
        ),
        true,
    );
    assert_eq!(
        settings.map(Value::from),
        Ok(json!({
            "recipients": "irc://irc.example.org/#app", "server_host": "5", "server_port": 6660,
            "colorize_messages": false, "push_events": true,
        }))
    );
    assert_eq!(
        check_put(Target::MANUAL, "pushover", &body("pushover", json!({"priority": -1})), true)
            .map(|settings| settings["priority"].clone()),
        Ok(json!("-1"))
    );
}

#[test]
fn switches_on_what_a_first_request_leaves_out() {
    let off = |slug: &str| -> Vec<String> {
        let settings = check_put(Target::MANUAL, slug, &body(slug, json!({})), true).expect("the least");
        settings.into_iter().filter(|(_, value)| value == &json!(false)).map(|(key, _)| key).collect()
    };
    assert_eq!(off("slack"), ["notify_only_default_branch", "deployment_events"]);
    assert_eq!(off("jenkins"), ["merge_requests_events", "tag_push_events"]);
    assert_eq!(off("drone-ci"), [""; 0]);
    assert_eq!(off("emails-on-push"), ["disable_diffs", "send_from_committer_email"]);
}

#[test]
fn takes_no_notice_of_active() {
    let settings =
        check_put(Target::MANUAL, "jira", &body("jira", json!({"active": false})), true).expect("accepted");
    assert!(!settings.contains_key("active"));
}

#[test]
fn keeps_the_rules_of_the_form() {
    for (slug, given, field) in [
        ("discord", json!({"webhook": "https://example.org/x"}), "webhook"),
        ("discord", json!({"webhook": "https://canary.discord.com/api/webhooks/1"}), "webhook"),
        ("campfire", json!({"subdomain": "a_b"}), "subdomain"),
        ("slack", json!({"push_channel": "a,".repeat(11)}), "push_channel"),
        ("confluence", json!({"confluence_url": "https://example.org/wiki"}), "confluence_url"),
        ("emails-on-push", json!({"recipients": "a@b.org,c@d.org"}), "recipients"),
        ("jira", json!({"jira_issue_transition_id": "x"}), "jira_issue_transition_id"),
        ("slack", json!({"branches_to_be_notified": "main"}), "branches_to_be_notified"),
        ("datadog", json!({"api_key": "a b"}), "api_key"),
    ] {
        for creating in [true, false] {
            let refused =
                check_put(Target::MANUAL, slug, &body(slug, given.clone()), creating).expect_err("refused");
            assert_eq!(
                refused.problems.iter().map(|problem| problem.field.as_str()).collect::<Vec<_>>(),
                [field]
            );
        }
    }
    // A change may leave the default address to what is stored; a first request has none.
    let names = body("irker", json!({"recipients": "#app"}));
    assert!(check_put(Target::MANUAL, "irker", &names, false).is_ok());
    assert!(check_put(Target::MANUAL, "irker", &names, true).is_err());
    // The file of a service account has many lines.
    let account = json!({"google_iap_service_account_json": "{\n  \"type\": \"service_account\"\n}"});
    assert!(check_put(Target::MANUAL, "prometheus", &body("prometheus", account), true).is_ok());
}

#[test]
fn knows_no_other_slug() {
    let refused =
        check_put(Target::MANUAL, "custom_issue_tracker", &Object::new(), true).expect_err("not a slug");
    assert_eq!(refused.problems, [Problem::general("“custom_issue_tracker” is not an integration.")]);
}

#[test]
fn has_one_integer() {
    let integers = gitlab::all()
        .flat_map(|spec| spec.params)
        .filter(|param| matches!(param.kind, ParamKind::Integer { .. }));
    assert_eq!(integers.count(), 1);
}

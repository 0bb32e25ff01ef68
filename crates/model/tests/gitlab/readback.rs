//! What a server ignored.

use crate::support::object;
use crate::{NEWEST, new, stored};
use patchbay_model::gitlab::{Target, Tier};
use patchbay_model::{Mode, Object, gitlab};
use serde_json::{Value, json};

fn seen(slug: &str, sent: Value, after: Value) -> (Vec<String>, Vec<String>) {
    let (form, _) = new(slug, json!({}));
    let integration = stored(slug, &object(after));
    let seen = gitlab::readback(&form, &Object::new(), &object(sent), &integration.settings);
    let ignored =
        seen.ignored.iter().map(|change| format!("{}: {} → {}", change.label, change.before, change.after));
    (ignored.collect(), [seen.dropped, seen.unverified].concat())
}

#[test]
fn names_what_is_held_differently() {
    assert_eq!(
        seen(
            "irker",
            json!({"recipients": "irc://a.org/x irc://a.org/y", "server_port": 6660, "push_events": true, "colorize_messages": true}),
            json!({"recipients": "irc://a.org/x irc://a.org/y", "server_port": "6660", "push_events": true, "colorize_messages": null}),
        ),
        (vec!["Colored messages: on → off".to_owned()], vec![])
    );
}

#[test]
fn takes_other_writings_for_the_same() {
    assert_eq!(
        seen(
            "pipelines-email",
            json!({"recipients": "a@b.org,c@d.org", "notify_only_broken_pipelines": true}),
            json!({"recipients": "a@b.org\nc@d.org", "notify_only_broken_pipelines": "1"}),
        ),
        (vec![], vec![])
    );
    let trimmed = seen("jira", json!({"url": "https://jira.org/"}), json!({"url": "https://jira.org"}));
    assert_eq!(trimmed, (vec![], vec![]));
    let other = seen("jira", json!({"url": "https://jira.org/"}), json!({"url": "https://jira.com"}));
    assert_eq!(other.0, ["Jira URL: https://jira.org/ → https://jira.com"]);
}

#[test]
fn says_what_nobody_can_tell() {
    assert_eq!(
        seen(
            "jenkins",
            json!({"password": "s3cret", "enable_ssl_verification": false, "username": "", "project_name": "app"}),
            json!({"project_name": "app"}),
        ),
        (vec![], vec!["Verify SSL certificates".to_owned()])
    );
}

#[test]
fn what_a_server_does_without_is_told_only_where_it_was_asked_for() {
    // Every toggle of the newest version that needs a license, on a server that drops it.
    let mut seen = 0;
    for spec in gitlab::all() {
        let form = gitlab::schema(NEWEST, spec.slug, Mode::Create, &Object::new(), &[]);
        let toggles = spec.params.iter().filter(|param| param.kind.is_toggle() && param.tier > Tier::Free);
        for param in toggles.filter(|param| form.field(param.key).is_some()) {
            let seen_when = |on: bool| {
                let sent = object(json!({ param.key: on }));
                gitlab::readback(&form, &Object::new(), &sent, &Object::new())
            };
            assert!(seen_when(false).is_verified(), "{} {}", spec.slug, param.key);
            assert!(!seen_when(true).is_verified(), "{} {}", spec.slug, param.key);
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen}");
    // What is in the manual is told as ever.
    let form = gitlab::schema(Target::MANUAL, "pipelines-email", Mode::Create, &Object::new(), &[]);
    let sent = object(json!({ "add_pusher": false }));
    assert_eq!(
        gitlab::readback(&form, &Object::new(), &sent, &Object::new()).dropped,
        ["Also send to the person who pushed"]
    );
}

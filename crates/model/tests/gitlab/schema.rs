//! The forms: which fields they have, in which order, and what they say.

use crate::support::object;
use crate::{home, new, opened};
use patchbay_model::form::Required;
use patchbay_model::form::check::required;
use patchbay_model::gitlab::Target;
use patchbay_model::gitlab::{self, ParamStanding, Presence};
use patchbay_model::{Entry, Kind, Layout, Mode, Object, Schema};
use serde_json::{Value, json};

fn keys(form: &Schema) -> Vec<(&'static str, Vec<&str>)> {
    form.sections
        .iter()
        .map(|section| (section.title, section.fields.iter().map(|field| field.key.as_ref()).collect()))
        .collect()
}

fn edit(slug: &str, settings: Value, missing: &[String]) -> Schema {
    gitlab::schema(Target::MANUAL, slug, Mode::Edit, &object(settings), missing)
}

#[test]
fn puts_each_event_before_its_channel() {
    let (form, _) = new("slack", json!({}));
    assert_eq!(form.vendor, patchbay_model::Vendor::GitLab);
    assert_eq!(
        keys(&form),
        [
            ("Connection", vec!["webhook"]),
            (
                "Events",
                vec![
                    "push_events",
                    "push_channel",
                    "tag_push_events",
                    "tag_push_channel",
                    "issues_events",
                    "issue_channel",
                    "confidential_issues_events",
                    "confidential_issue_channel",
                    "merge_requests_events",
                    "merge_request_channel",
                    "note_events",
                    "note_channel",
                    "confidential_note_events",
                    "confidential_note_channel",
                    "pipeline_events",
                    "pipeline_channel",
                    "wiki_page_events",
                    "wiki_page_channel",
                    "deployment_events",
                    "deployment_channel",
                    // GitLab turns it on if the first request does not have it.
                    "alert_events",
                    "commit_events",
                    "job_events",
                ]
            ),
            (
                "Options",
                vec!["channel", "username", "branches_to_be_notified", "notify_only_broken_pipelines"]
            ),
        ]
    );
    let layouts: Vec<_> = form.sections.iter().map(|section| section.layout).collect();
    assert_eq!(layouts, [Layout::Grid, Layout::Events, Layout::Grid]);
    let (_, mut values) = new("slack", json!({}));
    let channel = form.field("push_channel").expect("a channel");
    assert!(channel.is_shown(&values));
    // Not reported is not off: what depends on it may be stored all the same.
    values.set("push_events", Entry::Toggle(None));
    assert!(channel.is_shown(&values));
    values.set("push_events", Entry::Toggle(Some(false)));
    assert!(!channel.is_shown(&values));
}

#[test]
fn draws_all_current_parameters_and_no_other() {
    for spec in gitlab::all() {
        let target = home(spec.slug);
        let form = gitlab::schema(target, spec.slug, Mode::Create, &Object::new(), &[]);
        for param in spec.params {
            // GitLab turns these on if the first request does not have them.
            let turned_on = (param.kind.is_event() && param.server_default) || target != Target::MANUAL;
            let is_there = param.in_manual || (turned_on && param.presence(target) == Presence::Yes);
            let drawn = is_there && !matches!(param.standing, ParamStanding::Hidden(_));
            assert_eq!(form.field(param.key).is_some(), drawn, "{} {}", spec.slug, param.key);
        }
        assert!(form.sections.iter().all(|section| !section.fields.is_empty()), "{}", spec.slug);
    }
}

#[test]
fn wants_required_secrets_again_and_says_why() {
    let (form, before, _) =
        opened("jira", json!({"url": "https://jira.example.org", "username": "bot"}), json!({}));
    let password = form.field("password").expect("a password");
    assert_eq!(password.required, Required::Always);
    assert_eq!(
        password.help,
        "For Jira Cloud, an API token. If GitLab signs in with a personal access token, that token. GitLab never returns it and requires it in every change. Enter it again."
    );
    let problems: Vec<_> = form.problems(&before).into_iter().map(|problem| problem.message).collect();
    assert_eq!(problems, ["Password is required."]);
    // An optional one is kept.
    let (form, before, _) =
        opened("jenkins", json!({"jenkins_url": "https://ci.example.org", "project_name": "app"}), json!({}));
    assert_eq!(form.problems(&before), []);
    let url = form.field("jenkins_url").expect("a URL");
    assert_eq!(
        url.consequence,
        "makes GitLab delete the stored password. If it is still needed, enter it again."
    );
}

#[test]
fn shows_transitions_unless_they_are_known_to_be_automatic() {
    for (automatic, shown) in [(json!(null), true), (json!(false), true), (json!(true), false)] {
        let mut reported = object(json!({"jira_issue_transition_id": "11"}));
        if !automatic.is_null() {
            reported.insert("jira_issue_transition_automatic".to_owned(), automatic.clone());
        }
        let form = edit("jira", Value::Object(reported.clone()), &[]);
        let transitions = form.field("jira_issue_transition_id").expect("transitions");
        assert_eq!(transitions.is_shown(&form.read(&reported)), shown, "{automatic}");
    }
}

#[test]
fn begins_without_what_only_members_may_see() {
    let (form, values) = new("slack", json!({}));
    let on: Vec<_> = form
        .fields()
        .filter(|field| field.key.ends_with("_events") && values.get(&field.key).is_some_and(Entry::is_on))
        .map(|field| field.key.to_string())
        .collect();
    assert_eq!(
        on,
        [
            "push_events",
            "tag_push_events",
            "issues_events",
            "merge_requests_events",
            "note_events",
            "pipeline_events",
            "wiki_page_events",
        ]
    );
}

#[test]
fn shows_what_the_server_reports_and_nobody_knows() {
    let form = edit(
        "slack",
        json!({
            "push_events": true, "brand_new_events": true, "comment_on_event_enabled": true, "webhook": "s3cret",
            "new_line": "~bug", "new_toggle": true, "new_number": 5, "new_text": "a\nb", "new_list": [1],
            "new_texts": ["a", "b"], "new_empty": [], "new_odd": ["a", " b"],
            "new_nothing": null, "new_token": "s3cret",
        }),
        &[],
    );
    let [.., last, events] = &form.sections[..] else { panic!("two sections") };
    assert_eq!((last.title, events.title, events.layout), ("Other settings", "Other events", Layout::Events));
    let flags: Vec<_> = events.fields.iter().map(|field| (field.key.as_ref(), &field.kind)).collect();
    assert_eq!(flags, [("brand_new_events", &Kind::Toggle { inverted: false })]);
    let kinds: Vec<_> = last.fields.iter().map(|field| (field.key.as_ref(), &field.kind)).collect();
    assert_eq!(
        kinds,
        [
            ("new_line", &Kind::Text),
            ("new_toggle", &Kind::Toggle { inverted: false }),
            ("new_number", &Kind::Integer { min: i64::MIN, max: i64::MAX, unit: "" }),
            ("new_text", &Kind::Multiline),
            ("new_list", &Kind::Json),
            ("new_texts", &Kind::Lines),
            ("new_empty", &Kind::Lines),
            ("new_odd", &Kind::Json),
            ("new_nothing", &Kind::Text),
        ]
    );
}

#[test]
fn offers_discords_events_in_a_new_form_and_where_they_are_reported() {
    let form = gitlab::schema(Target::MANUAL, "discord", Mode::Create, &Object::new(), &[]);
    let (_, events) = keys(&form).swap_remove(1);
    assert_eq!((keys(&form).len(), events.len()), (2, 9));
    assert_eq!(keys(&edit("discord", json!({}), &[])), [("Connection", vec!["webhook"])]);
    let form = edit("discord", json!({"push_events": true, "note_events": false}), &[]);
    assert_eq!(
        keys(&form),
        [("Connection", vec!["webhook"]), ("Events", vec!["push_events", "note_events"])]
    );
}

#[test]
fn offers_other_events_only_in_chats_and_only_newer_ones_than_the_manual_s() {
    let flags = json!({
        "push_events": true, "job_events": true, "alert_events": true, "work_item_events": true,
        "brand_new_events": true, "comment_on_event_enabled": true,
    });
    let sections = |slug: &str| {
        let form = edit(slug, flags.clone(), &[]);
        let last = form.sections.last().expect("a section");
        last.fields.iter().map(|field| (last.title, field.label.to_string())).collect::<Vec<_>>()
    };
    assert_eq!(sections("microsoft-teams"), [("Other events", "brand_new_events".to_owned())]);
    assert!(sections("asana").iter().all(|(title, _)| *title != "Other events"));
    assert_eq!(sections("slack-slash-commands"), [("Connection", "Token".to_owned())]);
}

#[test]
fn wants_no_user_name_for_jira_with_a_personal_token() {
    let missing = Some(required("User name"));
    for (reported, typed, sentence) in [
        (json!(1), "1", None),
        (json!("1"), "1", None),
        (json!(0), "0", missing.clone()),
        (json!("0"), "0", missing.clone()),
        (json!(null), "", missing.clone()),
        // What the form holds counts, not what GitLab reported.
        (json!(0), "1", None),
        (json!("0"), " 1 ", None),
        (json!(null), "1", None),
        (json!(1), "0", missing.clone()),
        (json!("1"), "0", missing.clone()),
        (json!(1), "", missing.clone()),
        (json!(1), "2", missing.clone()),
        (json!(1), "11", missing),
    ] {
        for user in ["", "  "] {
            let form = edit("jira", json!({"jira_auth_type": reported.clone(), "username": "ann"}), &[]);
            let mut values =
                form.read(&object(json!({"jira_auth_type": reported.clone(), "username": "ann"})));
            values.set("jira_auth_type", typed.into());
            values.set("username", user.into());
            let field = form.field("username").expect("a user name");
            assert_eq!(form.problem(field, &values), sentence, "{reported} -> {typed:?}");
            assert_eq!(field.is_optional(&values), sentence.is_none(), "{reported} -> {typed:?}");
            values.set("username", "ben".into());
            assert_eq!(form.problem(field, &values), None);
        }
    }
    // A form without the setting has nothing to read.
    let form = edit("jira", json!({"username": ""}), &[]);
    let field = form.field("username").expect("a user name");
    assert_eq!(
        form.problem(field, &form.read(&object(json!({"username": ""})))),
        Some(required("User name"))
    );
}

#[test]
fn makes_a_form_of_values_for_an_unknown_slug() {
    let form = edit(
        "brand-new",
        json!({"push_events": true, "room": "1", "thread": null, "token": "s3cret", "new_events": false}),
        &["token".to_owned(), "hostname".to_owned(), "room".to_owned()],
    );
    assert_eq!(
        keys(&form),
        [
            ("Settings", vec!["room", "thread"]),
            ("Events", vec!["push_events", "new_events"]),
            ("Required by GitLab", vec!["token", "hostname"]),
        ]
    );
    let labels: Vec<_> = form.fields().map(|field| field.label.as_ref()).collect();
    assert_eq!(labels, ["room", "thread", "A push to the repository", "new_events", "token", "hostname"]);
    assert_eq!(form.field("token").map(|field| &field.kind), Some(&Kind::Secret));
    assert!(form.fields().filter(|field| field.required == Required::Always).count() == 3);
}

#[test]
fn holds_choices_that_the_catalogue_does_not_have() {
    let branches = |reported: Value| {
        let form = edit("slack", reported.clone(), &[]);
        let field = form.field("branches_to_be_notified").expect("branches").clone();
        let entry = form.read(&object(reported)).get("branches_to_be_notified").cloned();
        (field.kind, entry)
    };
    let (Kind::Choice { options }, entry) = branches(json!({"branches_to_be_notified": "all"})) else {
        panic!()
    };
    assert_eq!((options.len(), entry), (4, Some(Entry::from("all"))));
    let (Kind::Choice { options }, entry) = branches(json!({})) else { panic!() };
    assert_eq!(
        (options[0].label, options.len(), entry),
        ("Unchanged (not reported)", 5, Some(Entry::from("")))
    );
    assert_eq!(branches(json!({"branches_to_be_notified": "mine"})), (Kind::Text, Some(Entry::from("mine"))));
    // Nothing is one of the sounds.
    let form = edit("pushover", json!({"sound": ""}), &[]);
    let sound = form.field("sound").expect("a sound");
    assert!(matches!(&sound.kind, Kind::Choice { options } if options.len() == 23));
    assert_eq!(sound.show(&Entry::from(""), &|_| String::new()), "Default sound of the device");
    assert_eq!(sound.check(&Entry::from(""), false), None);
}

#[test]
fn the_name_of_a_keys_file_comes_with_the_key_and_is_never_asked_for_itself() {
    use patchbay_model::gitlab::{Level, request_body};
    use patchbay_model::{Entry, Secret};
    let keys = [
        ("apple-app-store", "app_store_private_key", "app_store_private_key_file_name"),
        ("google-play", "service_account_key", "service_account_key_file_name"),
    ];
    for (version, (slug, key, name)) in
        ["16.5.0", "17.9.0-ee", "19.5.0", ""].iter().flat_map(|version| keys.map(|key| (version, key)))
    {
        let target = Target::read(version, Level::Project);
        for (mode, settings) in [(Mode::Create, json!({})), (Mode::Edit, json!({ name: "old.p8" }))] {
            let form = gitlab::schema(target, slug, mode, settings.as_object().unwrap(), &[]);
            let (field, named) = (form.field(key).unwrap(), form.field(name).unwrap());
            assert!(form.is_file_name(name) && !form.is_file_name(key), "{slug}");
            assert_eq!(
                (named.required, field.required),
                (Required::No, Required::Always),
                "{version} {slug}"
            );
            let before = form.read(settings.as_object().unwrap());
            let mut after = before.clone();
            let text = field.file.unwrap().format.example();
            after.set(key, Entry::Secret(Secret::Replace(text.to_owned())));
            after.set(name, Entry::from("new.p8"));
            let body = request_body(slug, &form, &before, &after, None);
            assert_eq!((&body[key], &body[name]), (&json!(text), &json!("new.p8")), "{version} {slug}");
        }
        // GitLab gives the key back in clear; its file's name is no secret.
        assert!(gitlab::is_secret(key) && !gitlab::is_secret(name));
    }
}

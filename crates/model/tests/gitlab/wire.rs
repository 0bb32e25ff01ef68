//! Answers of GitLab, of the manual's time and of later ones.

use patchbay_model::gitlab::wire::{self, Shape};
use patchbay_model::gitlab::{Home, Integration, Level};
use serde_json::{Value, json};

fn one(answer: Value) -> Integration {
    wire::one(answer).expect("an integration")
}

#[test]
fn reads_the_manuals_own_list() {
    let flags = |tags: bool| {
        json!({
            "created_at": "2019-11-20T11:20:25.297Z", "updated_at": "2019-11-20T12:24:37.498Z", "active": true,
            "commit_events": true, "push_events": true, "issues_events": true, "tag_push_events": tags,
            "job_events": true, "comment_on_event_enabled": true,
        })
    };
    let item = |slug: &str, title: &str, tags| {
        let mut item = flags(tags);
        item["slug"] = json!(slug);
        item["title"] = json!(title);
        item["id"] = json!(75);
        item
    };
    let list =
        wire::list(json!([item("jenkins", "Jenkins CI", false), item("alerts", "Alerts endpoint", true)]))
            .expect("a list")
            .read;
    assert_eq!(
        (list[0].slug.as_str(), list[0].title.as_str(), list[0].active),
        ("jenkins", "Jenkins CI", true)
    );
    assert_eq!(list[0].updated_at.as_deref(), Some("2019-11-20T12:24:37.498Z"));
    assert_eq!(list[0].inherited, None);
    // Of Jenkins' three events one is on; of those of an unknown slug, whatever is on.
    assert_eq!(list[0].events_on(), ["A push to the repository"]);
    assert_eq!(
        list[1].events_on(),
        [
            "A commit",
            "A push to the repository",
            "An issue is opened, closed or reopened",
            "A tag is created or deleted",
            "A job changes its status",
        ]
    );
    assert!(!list[0].settings.contains_key("title") && !list[0].settings.contains_key("id"));
}

#[test]
fn lays_properties_beside_flags_without_secrets() {
    let slack = one(json!({
        "slug": "slack", "title": "Slack", "active": true, "push_events": true, "inherited": false,
        "properties": {"webhook": "https://hooks.slack.com/services/s3cret", "channel": "general", "deep": {"token": "x"}},
    }));
    assert_eq!(Value::from(slack.settings), json!({"push_events": true, "channel": "general", "deep": {}}));
    assert_eq!(slack.inherited, Some(false));
    // For Discord, channels are webhooks.
    let discord = one(json!({
        "slug": "discord", "properties": {"push_channel": "https://discord.com/api/webhooks/1/s3cret", "wiki_page_channel": ""},
    }));
    assert_eq!(Value::from(discord.settings), json!({"wiki_page_channel": ""}));
}

#[test]
fn reads_booleans_however_they_are_written() {
    for (written, read) in [
        (json!(true), json!(true)),
        (json!("1"), json!(true)),
        (json!("true"), json!(true)),
        (json!("0"), json!(false)),
        (json!("false"), json!(false)),
        (json!(null), json!(false)),
        (json!("maybe"), json!("maybe")),
    ] {
        let mail = one(json!({"slug": "emails-on-push", "properties": {"disable_diffs": written}}));
        assert_eq!(mail.settings["disable_diffs"], read, "{written}");
        let flag = one(json!({"slug": "new-one", "push_events": written}));
        assert_eq!(flag.events_on().is_empty(), !(written == json!(true)), "{written}");
    }
    // What is on unless somebody switches it off is not off because nothing is stored.
    let jenkins =
        one(json!({"slug": "jenkins", "push_events": null, "properties": {"enable_ssl_verification": null}}));
    assert_eq!(Value::from(jenkins.settings), json!({"push_events": false, "enable_ssl_verification": null}));
}

#[test]
fn needs_no_more_than_a_slug() {
    let bare = one(json!({"slug": "jira", "title": null, "properties": []}));
    assert_eq!((bare.title.as_str(), bare.active, bare.settings.len()), ("Jira", false, 0));
    assert_eq!(one(json!({"slug": "new-one"})).title, "new-one");
    for (answer, sentence) in [
        (json!([]), "GitLab’s response does not contain an integration."),
        (json!({"id": 5}), "GitLab sent an integration without a slug."),
    ] {
        assert_eq!(wire::one(answer), Err(Shape(sentence.to_owned())));
    }
    assert_eq!(
        wire::list(json!({"message": "x"})).map_err(|shape| shape.to_string()),
        Err("GitLab’s response does not contain a list of integrations.".to_owned())
    );
}

#[test]
fn reads_projects() {
    let answer = json!({
        "id": 42, "name": "App", "path": "app", "path_with_namespace": "acme/tools/app",
        "name_with_namespace": "Acme / Tools / App", "web_url": "https://gitlab.example.org/acme/tools/app",
        "archived": true, "last_activity_at": "2026-11-19T08:15:00.000Z",
        "permissions": {"project_access": {"access_level": 30}, "group_access": {"access_level": 40}},
    });
    let app = Home {
        level: Level::Project,
        id: 42,
        name: "App".to_owned(),
        path: "acme/tools/app".to_owned(),
        full_name: "Acme / Tools / App".to_owned(),
        web_url: Some("https://gitlab.example.org/acme/tools/app".to_owned()),
        archived: true,
        access: Some(40),
        active_at: Some("2026-11-19T08:15:00.000Z".to_owned()),
    };
    assert_eq!(app.namespace(), "acme/tools");
    assert_eq!(wire::home(answer.clone(), Level::Project), Ok(app.clone()));
    let listed = wire::homes(json!([answer, {"name": "no id"}]), Level::Project).expect("a list");
    assert_eq!((listed.read, listed.odd.len()), (vec![app], 1));
    let bare = wire::home(json!({"id": 7}), Level::Project).expect("a project");
    assert_eq!((bare.name.as_str(), bare.path.as_str(), bare.archived), ("7", "7", false));
    assert_eq!((bare.access, bare.namespace()), (None, ""));
    for (permissions, access) in [
        (json!({"project_access": {"access_level": 50}, "group_access": null}), Some(50)),
        (json!({"project_access": {"access_level": 40}, "group_access": {"access_level": 30}}), Some(40)),
        (json!({"project_access": null, "group_access": null}), None),
    ] {
        let read =
            wire::home(json!({"id": 7, "permissions": permissions}), Level::Project).expect("a project");
        assert_eq!(read.access, access, "{permissions}");
    }
    assert_eq!(
        wire::home(json!({}), Level::Project),
        Err(Shape("GitLab’s response does not contain a project.".to_owned()))
    );
}

#[test]
fn reads_groups() {
    let answer = json!({
        "id": 42, "name": "Tools", "path": "tools", "full_path": "acme/tools", "full_name": "Acme / Tools",
        "web_url": "https://gitlab.example.org/groups/acme/tools", "parent_id": 7,
    });
    let tools = Home {
        level: Level::Group,
        id: 42,
        name: "Tools".to_owned(),
        path: "acme/tools".to_owned(),
        full_name: "Acme / Tools".to_owned(),
        web_url: Some("https://gitlab.example.org/groups/acme/tools".to_owned()),
        archived: false,
        access: None,
        active_at: None,
    };
    assert_eq!(tools.namespace(), "acme/tools");
    assert_eq!(wire::home(answer.clone(), Level::Group), Ok(tools.clone()));
    let listed = wire::homes(json!([answer, {"name": "no id"}]), Level::Group).expect("a list");
    assert_eq!(listed.read, [tools]);
    assert_eq!(listed.odd[0].why, "GitLab sent a group without a numeric id.");
    for (answer, expected) in [
        (wire::home(json!({"full_path": "acme"}), Level::Group).map(drop), "a group"),
        (wire::homes(json!({"message": "x"}), Level::Group).map(drop), "a list of groups"),
    ] {
        assert_eq!(answer, Err(Shape(format!("GitLab’s response does not contain {expected}."))));
    }
}

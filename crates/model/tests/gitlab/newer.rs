//! What came after the manual: how Jira signs in, Discord's webhooks, keys from files, and the formats that servers want.

use crate::support::{fill, object};
use crate::{NEWEST, least, stored};
use patchbay_model::form::Required;
use patchbay_model::gitlab::server::check_put;
use patchbay_model::gitlab::{self, Target, Version};
use patchbay_model::{Entry, Kind, Mode, Object, Schema, Secret, Values, Vendor, command};
use serde_json::{Value, json};

fn at(major: u16, minor: u16) -> Target {
    Target { version: Some(Version::new(major, minor)), ..NEWEST }
}

/// A new form with the least typed into it, and then `given`.
pub(super) fn new(target: Target, slug: &str, given: Value) -> (Schema, Values) {
    let form = gitlab::schema(target, slug, Mode::Create, &Object::new(), &[]);
    let mut values = form.defaults();
    let mut body = least(gitlab::find(slug).expect("in the catalogue"));
    body.retain(|key, _| form.field(key).is_some());
    fill(&form, &mut values, Value::Object(body));
    fill(&form, &mut values, given);
    (form, values)
}

fn sent(form: &Schema, slug: &str, values: &Values) -> Object {
    assert_eq!(form.problems(values), []);
    gitlab::request_body(slug, form, &form.defaults(), values, None)
}

/// The sentences at the fields.
fn problems(target: Target, slug: &str, given: Value) -> Vec<(String, String)> {
    let (form, values) = new(target, slug, given);
    form.problems(&values).into_iter().map(|problem| (problem.field, problem.message)).collect()
}

#[test]
fn signs_in_to_jira_with_a_number_and_the_fields_that_belong_to_it() {
    for (version, kinds) in [((15, 11), 0), ((16, 0), 2), ((18, 11), 2), ((19, 0), 3)] {
        let (form, _) = new(at(version.0, version.1), "jira", json!({}));
        let kind = form.field("jira_auth_type").map(|field| field.kind.clone());
        let offered = match kind {
            Some(Kind::Choice { options }) => options.len(),
            None => 0,
            Some(other) => panic!("{other:?}"),
        };
        assert_eq!(offered, kinds, "{version:?}");
    }
    let (form, mut values) = new(NEWEST, "jira", json!({}));
    let body = sent(&form, "jira", &values);
    assert_eq!((&body["jira_auth_type"], &body["username"]), (&json!(0), &json!("s3cret")));
    let user = form.field("username").expect("a user name");
    values.set("username", Entry::from(""));
    assert!(form.problem(user, &values).is_some());
    for (typed, number) in [("1", 1), ("2", 2)] {
        values.set("jira_auth_type", Entry::from(typed));
        assert!(!user.is_shown(&values) && form.problem(user, &values).is_none());
        let body = sent(&form, "jira", &values);
        assert_eq!((&body["jira_auth_type"], body.get("username")), (&json!(number), None));
        assert!(check_put(NEWEST, "jira", &body, true).is_ok(), "{body:?}");
    }
    // Servers want a user name only for the first, and before 16.0 always.
    let without = |kind: i64| {
        let mut body = least(gitlab::find("jira").expect("in the catalogue"));
        body.remove("username");
        body.insert("jira_auth_type".to_owned(), json!(kind));
        body
    };
    let refused = check_put(NEWEST, "jira", &without(0), true).expect_err("no user name");
    assert_eq!(refused.problems.iter().map(|one| &*one.field).collect::<Vec<_>>(), ["username"]);
    let refused = check_put(at(15, 11), "jira", &without(1), true).expect_err("no user name");
    assert_eq!(refused.missing, ["username"]);
    assert!(check_put(NEWEST, "jira", &without(1), true).is_ok());
}

#[test]
fn changes_of_jira_s_sign_in_are_seen_and_sent() {
    let settings = object(json!({"url": "https://jira.example.org", "jira_auth_type": 0, "username": "bot"}));
    let form = gitlab::schema(NEWEST, "jira", Mode::Edit, &settings, &[]);
    let before = form.read(&settings);
    assert_eq!(before.get("jira_auth_type"), Some(&Entry::from("0")));
    let mut after = before.clone();
    fill(&form, &mut after, json!({"jira_auth_type": "1", "password": "s3cret"}));
    let body = gitlab::request_body("jira", &form, &before, &after, None);
    assert_eq!((&body["jira_auth_type"], body.get("username")), (&json!(1), None));
    let now = object(json!({"url": "https://jira.example.org", "jira_auth_type": 1, "username": "bot"}));
    assert!(gitlab::readback(&form, &settings, &body, &now).is_as_asked());
    // A server that does not report it may want a user name.
    let settings = object(json!({"url": "https://jira.example.org", "username": ""}));
    let form = gitlab::schema(NEWEST, "jira", Mode::Edit, &settings, &[]);
    let user = form.field("username").expect("a user name");
    assert!(user.is_shown(&form.read(&settings)));
    // A text for a boolean, as newest servers declare it, is one.
    let read = stored("jira", &object(json!({"issues_enabled": "true", "project_keys": ["APP", "WEB"]})));
    assert_eq!(read.settings["issues_enabled"], json!(true));
    let form = gitlab::schema(NEWEST, "jira", Mode::Edit, &read.settings, &[]);
    assert_eq!(form.read(&read.settings).get("project_keys"), Some(&Entry::from("APP\nWEB")));
}

#[test]
fn discord_s_webhooks_for_events_are_secrets() {
    const SECRET: &str = "https://discord.com/api/webhooks/1/s3cret";
    let (form, values) = new(NEWEST, "discord", json!({"push_channel": SECRET}));
    let field = form.field("push_channel").expect("a webhook");
    assert_eq!((&field.kind, &*field.label), (&Kind::Secret, "Webhook for “A push to the repository”"));
    let body = sent(&form, "discord", &values);
    assert_eq!(body["push_channel"], json!(SECRET));
    let said = format!(
        "{values:?} {} {:?} {:?}",
        command::curl(Vendor::GitLab, "PUT", "https://gitlab.example.org", Some(&body)),
        command::redact(Vendor::GitLab, &body),
        form.changes(&form.defaults(), &values, &|_| String::new())
    );
    assert!(!said.contains("s3cret") && said.contains("$PUSH_CHANNEL"), "{said}");
    // Whatever the server sends there.
    let read = stored("discord", &object(json!({"push_channel": "s3cret", "note_channel": SECRET})));
    assert!(!format!("{read:?} {:?}", gitlab::export(&read)).contains("s3cret"));
    // Slack's channels of the same names are none.
    let read = stored("slack", &object(json!({"push_channel": "#dev"})));
    assert_eq!(read.settings["push_channel"], json!("#dev"));
    assert_eq!(gitlab::export(&read)["settings"]["push_channel"], json!("#dev"));
    assert_eq!(form.field("alert_channel").or(form.field("incident_channel")).map(|field| &field.key), None);
    let form = gitlab::schema(NEWEST, "discord", Mode::Edit, &Object::new(), &[]);
    let seen = gitlab::readback(&form, &Object::new(), &body, &read.settings);
    assert!(
        !seen.unverified.iter().chain(&seen.dropped).any(|label| label.starts_with("Webhook")),
        "{seen:?}"
    );
}

#[test]
fn keys_that_servers_give_back_are_dropped_on_receipt() {
    for (slug, key, name) in [
        ("apple-app-store", "app_store_private_key", "app_store_private_key_file_name"),
        ("google-play", "service_account_key", "service_account_key_file_name"),
    ] {
        let read = stored(slug, &object(json!({key: "s3cret", name: "AuthKey.p8"})));
        assert!(!format!("{read:?} {:?}", gitlab::export(&read)).contains("s3cret"), "{slug}");
        assert_eq!(gitlab::export(&read)["settings"][name], json!("AuthKey.p8"));
        let form = gitlab::schema(NEWEST, slug, Mode::Edit, &read.settings, &[]);
        let file = form.field(key).and_then(|field| field.file).expect("a file");
        assert_eq!(file.name_key, name);
        // The file must be chosen again with every change, and its name goes along.
        let (form, values) = new(NEWEST, slug, json!({name: "other.p8"}));
        let body = sent(&form, slug, &values);
        assert_eq!(body[name], json!("other.p8"));
        assert!(body[key].as_str().is_some_and(|text| text.contains('\n')), "the lines of the file");
        assert!(check_put(NEWEST, slug, &body, true).is_ok());
        let command = command::curl(Vendor::GitLab, "PUT", "https://gitlab.example.org", Some(&body));
        assert!(!command.contains("KEY-----") && !command.contains("client_email"), "{command}");
    }
    // The name of a token is no secret; its value is.
    let given = json!({"diffblue_access_token_name": "ci", "diffblue_access_token_secret": "s3cret", "diffblue_license_key": "s3cret"});
    let read = stored("diffblue-cover", &object(given));
    assert_eq!(Value::Object(read.settings), json!({"diffblue_access_token_name": "ci"}));
}

#[test]
fn says_what_servers_refuse_of_the_newer_ones() {
    let keys = |count: usize| (0..count).map(|at| format!("K{at}")).collect::<Vec<_>>().join("\n");
    let services = |count: usize| vec!["b:YXJp"; count].join(",");
    for (slug, key, right, wrong, sentence) in [
        (
            "apple-app-store",
            "app_store_issuer_id",
            json!("69a6de70-03db-47e3-e053-5b8c7c11a4d1"),
            json!("69A6DE70-03db-47e3-e053-5b8c7c11a4d1"),
            "is not an issuer ID.",
        ),
        ("apple-app-store", "app_store_key_id", json!("2X9R4HXF34"), json!("2x9r"), "is not a key ID."),
        ("apple-app-store", "app_store_key_id", json!("A1"), json!("ABC"), "at least one of each."),
        (
            "google-play",
            "package_name",
            json!("com.Acme.app_1"),
            json!("app"),
            "is not the name of a package.",
        ),
        ("google-play", "package_name", json!("a.b"), json!("com.1app"), "Example: com.example.app."),
        ("telegram", "thread", json!("42"), json!("topic"), "Use digits only."),
        ("harbor", "password", json!("12345678"), json!("1234567"), "at least 8 characters"),
        (
            "linear",
            "workspace_url",
            json!("https://linear.app/acme/"),
            json!("https://linear.app/"),
            "of a workspace.",
        ),
        (
            "linear",
            "workspace_url",
            json!("https://linear.app/a-1"),
            json!("https://acme.linear.app/x"),
            "of a workspace.",
        ),
        (
            "git-guardian",
            "api_url",
            json!("https://api.gitguardian.com"),
            json!("http://api.gitguardian.com"),
            "https://.",
        ),
        ("squash-tm", "token", json!("s".repeat(255)), json!("s".repeat(256)), "at most 255 characters."),
        (
            "google-cloud-platform-workload-identity-federation",
            "workload_identity_federation_project_number",
            json!("123"),
            json!("my-project"),
            "is not a project number.",
        ),
        (
            "jira",
            "project_keys",
            json!(keys(100)),
            json!(keys(101)),
            "There are 101 keys. GitLab accepts at most 100.",
        ),
        (
            "jira",
            "jira_issue_regex",
            json!("x".repeat(255)),
            json!("x".repeat(256)),
            "at most 255 characters.",
        ),
        (
            "jira",
            "jira_issue_prefix",
            json!("x".repeat(255)),
            json!("x".repeat(256)),
            "at most 255 characters.",
        ),
        (
            "jira",
            "jira_issue_regex",
            json!("(?P<key>APP-\\d+)"),
            json!("(?=APP)\\w+-\\d+"),
            "“(?=” at character 1 looks ahead, which RE2 cannot do.",
        ),
        (
            "jira",
            "jira_issue_prefix",
            json!("JIRA#|\\[JIRA\\] "),
            json!("[JIRA"),
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        (
            "jira-cloud-app",
            "jira_cloud_app_service_ids",
            json!(services(100)),
            json!(services(101)),
            "There are 101 services.",
        ),
        (
            "discord",
            "push_channel",
            json!("https://discord.com/api/webhooks/1/x"),
            json!("discord.com/api/webhooks/1/x"),
            "must begin with https://",
        ),
    ] {
        assert_eq!(problems(NEWEST, slug, json!({key: right})), [], "{slug} {key}");
        let found = problems(NEWEST, slug, json!({key: wrong.clone()}));
        let [(field, said)] = &found[..] else { panic!("{slug} {key}: {found:?}") };
        assert!(field == key && said.contains(sentence), "{slug}: {said}");
        // The server refuses the same.
        let (form, mut values) = new(NEWEST, slug, json!({}));
        fill(&form, &mut values, json!({key: wrong}));
        let body = gitlab::request_body(slug, &form, &form.defaults(), &values, None);
        let refused = check_put(NEWEST, slug, &body, true).expect_err("wrong");
        assert_eq!(refused.problems.iter().map(|one| &*one.field).collect::<Vec<_>>(), [key], "{slug}");
    }
}

#[test]
fn what_newer_ones_alone_refuse_is_warned_of_and_refused_by_the_newest() {
    let many = vec!["a@b.org"; 31].join(",");
    for (slug, key, wrong, sentence) in [
        ("harbor", "project_name", "App", "is not the name of a Harbor project."),
        ("harbor", "project_name", "a--b", "is not the name of a Harbor project."),
        (
            "discord",
            "push_channel",
            "https://discordapp.com/api/webhooks/1/x",
            "GitLab 17 and later accept only webhooks that begin with https://discord.com/api/webhooks/.",
        ),
        (
            "pipelines-email",
            "recipients",
            &*many,
            "There are 31 recipients. Newer versions of GitLab accept at most 30.",
        ),
    ] {
        let (form, values) = new(NEWEST, slug, json!({key: wrong}));
        assert_eq!(form.problems(&values), [], "{slug} {key}");
        let field = form.field(key).expect("the field");
        let said = form.warning(field, &values).unwrap_or_default();
        assert!(said.contains(sentence), "{slug} {key}: {said}");
        let body = gitlab::request_body(slug, &form, &form.defaults(), &values, None);
        let refused = check_put(NEWEST, slug, &body, true).expect_err("wrong");
        assert_eq!(refused.problems.iter().map(|one| &*one.field).collect::<Vec<_>>(), [key], "{slug}");
    }
}

#[test]
fn wants_what_belongs_to_a_toggle_only_while_it_is_on() {
    for (slug, toggle, key) in [
        ("jira", "vulnerabilities_enabled", "project_key"),
        ("jira", "vulnerabilities_enabled", "vulnerabilities_issuetype"),
        (
            "jira-cloud-app",
            "jira_cloud_app_enable_deployment_gating",
            "jira_cloud_app_deployment_gating_environments",
        ),
    ] {
        let on = problems(NEWEST, slug, json!({toggle: true}));
        assert!(on.iter().any(|(field, said)| field == key && said.ends_with(" is required.")), "{on:?}");
        assert_eq!(problems(NEWEST, slug, json!({toggle: false})), []);
        let (form, values) = new(NEWEST, slug, json!({toggle: false}));
        assert!(!sent(&form, slug, &values).contains_key(key), "{slug} {key}");
        let mut body = sent(&form, slug, &values);
        assert!(check_put(NEWEST, slug, &body, true).is_ok());
        body.insert(toggle.to_owned(), json!(true));
        let refused = check_put(NEWEST, slug, &body, true).expect_err("it is on");
        assert!(refused.problems.iter().any(|problem| problem.field == key), "{refused:?}");
    }
    let (form, mut values) =
        new(NEWEST, "jira", json!({"jira_check_enabled": true, "jira_status_check_enabled": true}));
    assert!(form.field("jira_allowed_statuses_as_string").is_some_and(|field| field.is_shown(&values)));
    values.set("jira_check_enabled", Entry::Toggle(Some(false)));
    assert!(!form.field("jira_exists_check_enabled").expect("a check").is_shown(&values));
}

#[test]
fn datadog_wants_an_address_and_its_logs_want_pipelines() {
    use gitlab::rules::datadog::{LOGS_ALONE, NO_SITE};
    assert_eq!(
        problems(NEWEST, "datadog", json!({"datadog_site": ""})),
        [("datadog_site".to_owned(), NO_SITE.to_owned())]
    );
    assert_eq!(
        problems(NEWEST, "datadog", json!({"datadog_site": "", "api_url": "https://dd.example.org"})),
        []
    );
    assert_eq!(
        problems(NEWEST, "datadog", json!({"archive_trace_events": true})),
        [("archive_trace_events".to_owned(), LOGS_ALONE.to_owned())]
    );
    assert_eq!(
        problems(NEWEST, "datadog", json!({"archive_trace_events": true, "datadog_ci_visibility": true})),
        []
    );
    // A version that does not have the switch.
    assert_eq!(problems(at(15, 11), "datadog", json!({"archive_trace_events": true})), []);
}

#[test]
fn says_which_cannot_be_set_up_or_disabled_here() {
    let of = |slug: &str| gitlab::find(slug).expect("in the catalogue");
    for slug in ["gitlab-slack-application", "jira-cloud-app"] {
        assert!(!of(slug).can_be_added() && of(slug).standing_sentence().is_some(), "{slug}");
    }
    let stays: Vec<_> = gitlab::all().filter(|spec| !spec.stays.is_empty()).map(|spec| spec.slug).collect();
    assert_eq!(stays, ["jira-cloud-app"]);
    let app = of("gitlab-slack-application");
    assert!(app.events().all(|event| !event.server_default && event.initial == gitlab::Initial::Empty));
    // While it is not active it has no properties, and its form is there all the same.
    let read = stored("gitlab-slack-application", &Object::new());
    let form = gitlab::schema(NEWEST, "gitlab-slack-application", Mode::Edit, &read.settings, &[]);
    assert_eq!(form.problems(&form.read(&read.settings)), []);
    assert_eq!(form.fields().count(), app.params.len() - 2);
    let values = form.read(&read.settings);
    let body = gitlab::request_body(app.slug, &form, &values, &values, None);
    assert_eq!(Value::Object(body), json!({}), "nothing that nobody chose");
    let secret = Entry::Secret(Secret::Keep);
    assert!(form.fields().all(|field| field.default != secret));
}

#[test]
fn what_belongs_to_a_toggle_that_is_not_reported_may_stay_empty() {
    // A server with another license drops such toggles, and its integrations are changed all the same.
    let mut seen = Vec::new();
    for spec in gitlab::all() {
        let form = gitlab::schema(NEWEST, spec.slug, Mode::Edit, &Object::new(), &[]);
        for field in form.fields() {
            let Some(shown) = field.shown else { continue };
            let is_toggle =
                form.field(shown.when).is_some_and(|when| matches!(when.kind, Kind::Toggle { .. }));
            if !is_toggle || field.required == Required::No || field.kind == Kind::Secret {
                continue;
            }
            let mut values = form.read(&Object::new());
            let problem = |values: &Values| form.problem(field, values);
            values.set(shown.when, Entry::Toggle(None));
            assert!(field.is_shown(&values) && problem(&values).is_none(), "{} {}", spec.slug, field.key);
            let body = gitlab::request_body(spec.slug, &form, &values, &values, None);
            assert!(!body.contains_key(field.key.as_ref()), "{}: {body:?}", spec.slug);
            values.set(shown.when, Entry::Toggle(Some(true)));
            assert!(problem(&values).is_some(), "{} {}", spec.slug, field.key);
            values.set(shown.when, Entry::Toggle(Some(false)));
            assert!(problem(&values).is_none(), "{} {}", spec.slug, field.key);
            seen.push(format!("{} {}", spec.slug, field.key));
        }
    }
    let gating = "jira-cloud-app jira_cloud_app_deployment_gating_environments";
    assert_eq!(seen, ["jira project_key", "jira vulnerabilities_issuetype", gating]);
}

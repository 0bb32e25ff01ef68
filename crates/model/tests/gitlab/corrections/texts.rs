//! What else is meant, what only a person can correct, and what is right.

use super::offers;
use crate::{new, opened};
use serde_json::json;

#[test]
fn addresses_that_lack_or_have_too_much() {
    for (slug, key, text, meant) in [
        ("jira", "url", "jira.example.org", "https://jira.example.org"),
        ("jira", "url", "//jira.example.org/jira", "https://jira.example.org/jira"),
        (
            "external-wiki",
            "external_wiki_url",
            "wiki.example.org:8443/start",
            "https://wiki.example.org:8443/start",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://ann:s3cret@wiki.example.org/x",
            "https://wiki.example.org/x",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.münchen.example/x",
            "https://wiki.xn--mnchen-3ya.example/x",
        ),
    ] {
        assert_eq!(offers(slug, key, text).as_deref(), Some(meant), "{slug} {key} {text}");
    }
}

/// A warning without anything to offer: the placeholder or the secret is named, or the name for a key.
#[test]
fn what_only_a_person_can_correct() {
    const SECRET: &str = "This field shows it to everybody who can open this form.";
    for (slug, key, text, part) in [
        ("external-wiki", "external_wiki_url", "https://<host>/wiki", "“<host>”"),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/{space}/x",
            "“{space}” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/%7Bspace%7D",
            "“%7Bspace%7D” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/$SPACE",
            "“$SPACE” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://your-wiki.example.org",
            "“your-wiki” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/YOUR_SPACE",
            "“YOUR_SPACE” looks like a placeholder.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/xxx",
            "“xxx” looks like a placeholder.",
        ),
        ("external-wiki", "external_wiki_url", "https://wiki.example.org/…", "“…” looks like a placeholder."),
        (
            "bamboo",
            "build_key",
            "My build plan",
            "“My build plan” looks like a name. Enter the key of the plan",
        ),
        ("bamboo", "build_key", "<KEY>", "“<KEY>” looks like a placeholder."),
        ("teamcity", "build_type", "App :: Build", "Enter the ID of the build configuration"),
        (
            "external-wiki",
            "external_wiki_url",
            "https://wiki.example.org/?apiToken=s3cret",
            &*format!("“apiToken” looks like a secret. {SECRET}"),
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://w.example.org/?a=b&private_token=s3cret",
            "“private_token” looks like a secret.",
        ),
        (
            "external-wiki",
            "external_wiki_url",
            "https://w.example.org/#access_token=s3cret",
            "“access_token” looks like a secret.",
        ),
        (
            "custom-issue-tracker",
            "project_url",
            "https://t.example.org/?api_key=s3cret",
            "“api_key” looks like a secret.",
        ),
        (
            "custom-issue-tracker",
            "project_url",
            "https://t.example.org/?client_secret=s3cret",
            "“client_secret” looks like a secret.",
        ),
        (
            "custom-issue-tracker",
            "project_url",
            "https://t.example.org/?password=s3cret",
            "“password” looks like a secret.",
        ),
        ("external-wiki", "external_wiki_url", "https://hooks.slack.com/services/T000/B000/s3cret", SECRET),
        ("external-wiki", "external_wiki_url", "https://discord.com/api/webhooks/1/s3cret", SECRET),
        ("external-wiki", "external_wiki_url", "https://acme.webhook.office.com/webhookb2/s3cret", SECRET),
        ("slack", "username", "glpat-s3cret0123456789abc", SECRET),
        ("slack", "channel", "xoxb-s3cret0123456789abc", SECRET),
        ("datadog", "datadog_service", "ghp_s3cret0123456789abcd", SECRET),
    ] {
        let (form, values) = new(slug, json!({key: text}));
        let field = form.field(key).expect("the field");
        let said = form.warning(field, &values).or_else(|| form.problem(field, &values));
        let said = said.unwrap_or_default();
        assert!(said.contains(part) || text.contains("https://<"), "{slug} {key} {text}: {said}");
        assert!(!said.contains("s3cret"), "{said}");
        assert_eq!(offers(slug, key, text).unwrap_or_default(), "", "{slug} {key} {text}");
    }
}

/// A secret is told first, and what is offered leaves it out.
#[test]
fn the_secret_and_the_server_of_a_page() {
    for (slug, key, text, name, meant) in [
        ("jenkins", "jenkins_url", "https://ci.example.org/?token=s3cret", "token", "https://ci.example.org"),
        (
            "jenkins",
            "jenkins_url",
            "https://ci.example.org/generic-webhook-trigger/invoke?token=s3cret",
            "token",
            "https://ci.example.org",
        ),
        (
            "jira",
            "url",
            "https://j.example.org/browse/APP?os_password=s3cret",
            "os_password",
            "https://j.example.org",
        ),
        (
            "prometheus",
            "api_url",
            "https://p.example.org/graph?api_key=s3cret",
            "api_key",
            "https://p.example.org",
        ),
        (
            "github",
            "repository_url",
            "https://github.com/a/b/raw?token=s3cret",
            "token",
            "https://github.com/a/b",
        ),
    ] {
        let (form, values) = new(slug, json!({key: text}));
        let field = form.field(key).expect("the field");
        let said = form.warning(field, &values).unwrap_or_default();
        let first = format!("The parameter “{name}” looks like a secret. This field shows it to everybody");
        assert!(said.starts_with(&first), "{text}: {said}");
        assert!(!said.contains("s3cret"), "{said}");
        assert_eq!(offers(slug, key, text).as_deref(), Some(meant), "{text}");
    }
}

#[test]
fn keys_of_projects_instead_of_names() {
    for (keys, sentence, meant) in [
        (json!(["APP", "OPS2"]), None, ""),
        (json!(["app"]), Some("Keys of projects are written in capital letters, one per line."), "APP"),
        (
            json!(["APP, ops"]),
            Some("Keys of projects are written in capital letters, one per line."),
            "APP\nOPS",
        ),
        (
            json!(["APP", "My project"]),
            Some("“My project” looks like the name of a project. Enter its key, such as APP."),
            "",
        ),
        (
            json!(["https://jira.example/browse/APP-12"]),
            Some("Enter only the keys of projects, one per line: APP"),
            "APP",
        ),
        (
            json!(["https://jira.example/projects/APP/issues", "ops"]),
            Some("Enter only the keys of projects, one per line: APP OPS"),
            "APP\nOPS",
        ),
        (json!(["APP-12"]), Some("Enter only the keys of projects, one per line: APP"), "APP"),
        (json!(["APP OPS"]), Some("Enter only the keys of projects, one per line: APP OPS"), "APP\nOPS"),
        (
            json!(["[APP]", "\"OPS\""]),
            Some("Enter only the keys of projects, one per line: APP OPS"),
            "APP\nOPS",
        ),
        (
            json!(["Application (APP)"]),
            Some("“Application (APP)” looks like the name of a project. Enter its key, such as APP."),
            "APP",
        ),
        (json!(["<KEY>"]), Some("“<KEY>” looks like a placeholder. Enter the key of the project."), ""),
        (json!(["A1", "OPS_2"]), None, ""),
    ] {
        let (form, _, values) = opened(
            "jira",
            json!({"url": "https://j.example", "username": "a", "project_keys": keys}),
            json!({}),
        );
        let field = form.field("project_keys").expect("the field");
        assert_eq!(form.warning(field, &values).as_deref(), sentence, "{keys}");
        assert_eq!(form.correction(field, &values).unwrap_or_default().value, meant, "{keys}");
    }
}

#[test]
fn leaves_alone_what_is_right() {
    for (slug, key, text) in [
        ("jenkins", "jenkins_url", "https://ci.example.org"),
        ("jenkins", "jenkins_url", "https://ci.example.org/jenkins/"),
        ("jenkins", "project_name", "MyFolder/MyJob"),
        ("jenkins", "project_name", "my project"),
        ("jira", "url", "https://jira.example.org"),
        ("jira", "url", "https://jira.example.org/jira"),
        ("jira", "url", "https://acme.atlassian.net"),
        ("jira", "url", "https://acme.atlassian.net/"),
        ("bamboo", "build_key", "APP-MAIN"),
        ("teamcity", "build_type", "App_Build"),
        ("drone-ci", "drone_url", "https://drone.example.org/"),
        ("packagist", "server", "https://packages.example.org/satis"),
        ("github", "repository_url", "https://github.com/acme/app"),
        ("github", "repository_url", "https://github.com/acme/app/"),
        ("github", "repository_url", "https://github.com/acme"),
        ("buildkite", "project_url", "https://buildkite.com/acme/app"),
        ("redmine", "issues_url", "https://t2.example.org/issues/:id"),
        ("redmine", "issues_url", "https://t2.example.org/issues"),
        ("campfire", "subdomain", "acme"),
        ("campfire", "room", "123456"),
        ("datadog", "datadog_site", "us3.datadoghq.com"),
        ("irker", "server_host", "localhost"),
        ("external-wiki", "external_wiki_url", "https://wiki.example.com/a@b?page=2&token="),
        ("external-wiki", "external_wiki_url", "https://wiki.example.org/grüße"),
        ("external-wiki", "external_wiki_url", "https://xn--mnchen-3ya.example/"),
        ("external-wiki", "external_wiki_url", "https://wiki.example.org/xx"),
        ("external-wiki", "external_wiki_url", "https://www.yourname.example/"),
        ("slack", "username", "GitLab <bot>"),
        ("slack", "channel", "general, #dev"),
        ("asana", "restrict_to_branch", "main, release-*"),
        ("datadog", "datadog_tags", "url:https://x.example/{a}"),
    ] {
        assert_eq!(offers(slug, key, text), None, "{slug} {key} {text}");
    }
}

//! What a GitLab of some version takes is never refused: at most it is warned of.

use crate::NEWEST;
use crate::newer::new;
use serde_json::{Value, json};

/// Whether the form takes it, and whether it warns.
#[track_caller]
fn taken(slug: &str, key: &str, value: &Value) -> Option<String> {
    let (form, values) = new(NEWEST, slug, json!({key: value}));
    assert_eq!(form.problems(&values), [], "{slug} {key} {value}");
    let field = form.field(key).unwrap_or_else(|| panic!("{slug} has no {key}"));
    form.warning(field, &values)
}

#[test]
fn addresses_of_webhooks() {
    for (slug, key, address, is_odd) in [
        ("discord", "webhook", "https://discord.com/api/webhooks/1/x?thread_id=2", false),
        ("discord", "webhook", "https://discord.com/api/v10/webhooks/1/x", false),
        ("discord", "webhook", "https://discord.com/api/webhooks/1/x/slack", false),
        ("discord", "webhook", "https://Discord.com/api/webhooks/1/x", true),
        ("discord", "webhook", "https://ptb.discordapp.com/api/webhooks/1/x", true),
        ("discord", "webhook", "https://discord.com.example.org/api/webhooks/1/x", true),
        ("discord", "webhook", "https://discord.com:443/api/webhooks/1/x", true),
        ("discord", "webhook", "http://localhost:3000/api/webhooks/1/x", true),
        ("discord", "push_channel", "https://canary.discord.com/api/webhooks/1/x", true),
        ("discord", "issue_channel", "https://ptb.discord.com/api/webhooks/1/x", true),
        ("discord", "note_channel", "https://discordapp.com/api/webhooks/1/x", true),
        ("discord", "wiki_page_channel", "https://discord.com/api/webhooks/2/x", false),
        ("slack", "webhook", "https://hooks.slack.com/services/T0/B0/x", false),
        ("slack", "webhook", "https://hooks.slack.com/workflows/T0/A0/1/x", false),
        ("slack", "webhook", "https://hooks.slack.com/triggers/T0/1/x", false),
        ("slack", "webhook", "https://hooks.slack-gov.com/services/T0/B0/x", false),
        ("slack", "webhook", "https://acme.slack.com/services/hooks/incoming-webhook?token=x", false),
        ("slack", "webhook", "https://mattermost.example.org/hooks/x", false),
        ("slack", "webhook", "https://discord.com/api/webhooks/1/x/slack", false),
        ("slack", "webhook", "http://10.0.0.7:8065/hooks/x", false),
        ("mattermost", "webhook", "https://chat.example.org/mattermost/hooks/x", false),
        ("mattermost", "webhook", "http://mattermost:8065/hooks/x", false),
        ("mattermost", "webhook", "https://[2001:db8::7]:8065/hooks/x", false),
        ("microsoft-teams", "webhook", "https://outlook.office.com/webhook/a@b/IncomingWebhook/x/y", false),
        (
            "microsoft-teams",
            "webhook",
            "https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/x/y",
            false,
        ),
        (
            "microsoft-teams",
            "webhook",
            "https://outlook.office365.com/webhook/a@b/IncomingWebhook/x/y",
            false,
        ),
        (
            "microsoft-teams",
            "webhook",
            "https://prod-12.westeurope.logic.azure.com:443/workflows/0a/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=x",
            false,
        ),
        (
            "microsoft-teams",
            "webhook",
            "https://default0a.1b.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0a/triggers/manual/paths/invoke?sig=x",
            false,
        ),
        (
            "hangouts-chat",
            "webhook",
            "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=x&token=y%3D",
            false,
        ),
        (
            "hangouts-chat",
            "webhook",
            "https://chat.googleapis.com/v1/spaces/AAAA/messages?key=x&token=y&threadKey=z",
            false,
        ),
        ("webex-teams", "webhook", "https://webexapis.com/v1/webhooks/incoming/x", false),
        ("webex-teams", "webhook", "https://api.ciscospark.com/v1/webhooks/incoming/x", false),
        ("webex-teams", "webhook", "https://api-usgov.webex.com/v1/webhooks/incoming/x", false),
        ("unify-circuit", "webhook", "https://eu.yourcircuit.com/rest/v2/webhooks/incoming/x", false),
        ("pumble", "webhook", "https://api.pumble.com/workspaces/0a/incomingPostWebhook/postMsg/x", false),
    ] {
        assert_eq!(taken(slug, key, &json!(address)).is_some(), is_odd, "{slug} {key} {address}");
    }
}

#[test]
fn keys_names_and_lists() {
    let distinct = |count: usize| (0..count).map(|at| format!("a{at}@b.org")).collect::<Vec<_>>().join(" ");
    for (slug, key, value, is_odd) in [
        // GitLab of some versions counts them, or counts each once.
        ("pipelines-email", "recipients", json!(distinct(30)), false),
        ("pipelines-email", "recipients", json!(distinct(31)), true),
        ("pipelines-email", "recipients", json!(distinct(300)), true),
        ("emails-on-push", "recipients", json!(distinct(750)), false),
        ("emails-on-push", "recipients", json!(format!("{} A0@B.org a1@b.org", distinct(750))), false),
        ("emails-on-push", "recipients", json!("ann@localhost"), false),
        ("emails-on-push", "recipients", json!("ann+gitlab@mail.example.org"), false),
        ("emails-on-push", "recipients", json!("änn@münchen.example"), false),
        ("emails-on-push", "recipients", json!("o'neil@example.org \u{200b}"), false),
        ("pipelines-email", "recipients", json!("a@b.org\nc@d.org, e@f.org"), false),
        ("irker", "recipients", json!("IRC://irc.example.org/#app"), false),
        ("irker", "recipients", json!("ircs://irc.example.org:6697/app"), false),
        ("irker", "recipients", json!("irc://[2001:db8::7]/#app"), false),
        ("irker", "default_irc_uri", json!("IRCS://irc.example.org:6697/"), false),
        ("irker", "server_port", json!("1"), false),
        ("irker", "server_port", json!("65535"), false),
        ("harbor", "project_name", json!("My-Project"), true),
        ("harbor", "project_name", json!("team project"), true),
        ("harbor", "project_name", json!("a".repeat(256)), true),
        ("harbor", "project_name", json!("a".repeat(255)), false),
        ("harbor", "password", json!("pässwörter"), false),
        ("campfire", "subdomain", json!("ACME-2"), false),
        ("campfire", "subdomain", json!("2acme"), true),
        ("datadog", "api_key", json!("under_score_1"), false),
        ("datadog", "datadog_site", json!("app.datadoghq.eu"), true),
        ("datadog", "datadog_site", json!("us5.datadoghq.com"), false),
        ("datadog", "datadog_site", json!("ddog-gov.com"), false),
        ("datadog", "datadog_site", json!("datadog.local:65535"), false),
        ("datadog", "datadog_tags", json!("a-b_c:d, e:f\r\nurl: x"), false),
        ("jira", "jira_issue_transition_id", json!("11;21"), false),
        ("jira", "jira_issue_transition_id", json!("0"), false),
        ("jira", "project_keys", json!("APP\nAPP2\nA_B"), false),
        ("jira", "jira_issue_regex", json!("(?i)[a-z][a-z0-9_]+-\\d+"), false),
        ("jira", "jira_issue_prefix", json!("#"), false),
        ("jira", "url", json!("http://jira:8080/jira"), false),
        ("jira", "url", json!("https://10.1.2.3"), false),
        ("confluence", "confluence_url", json!("http://acme.atlassian.net/wiki/"), false),
        ("confluence", "confluence_url", json!("https://a.b.atlassian.net/wiki/x?y#z"), false),
        ("linear", "workspace_url", json!("https://linear.app/a-1"), false),
        ("linear", "workspace_url", json!(format!("https://linear.app/{}/", "a".repeat(32))), false),
        ("apple-app-store", "app_store_key_id", json!("A1"), false),
        ("google-play", "package_name", json!("com.Example.App_1"), false),
        ("telegram", "thread", json!("0"), false),
        ("telegram", "room", json!("-1001234567890"), false),
        ("telegram", "hostname", json!("http://telegram.internal:8081"), false),
        ("git-guardian", "api_url", json!("https://gitguardian.internal:8443/exposed/v1"), false),
        ("jenkins", "jenkins_url", json!("http://jenkins:8080/ci"), false),
        ("jenkins", "project_name", json!("Folder/My Job (main)"), false),
        ("drone-ci", "drone_url", json!("http://drone"), false),
        ("bamboo", "build_key", json!("APP-MAIN0"), false),
        ("custom-issue-tracker", "issues_url", json!("https://t.example.org/?q=:id#x"), false),
        ("packagist", "server", json!("https://repo.packagist.com/acme"), false),
        ("slack", "channel", json!("C024BE91L,#general,@ann"), false),
        ("slack", "labels_to_be_notified", json!("~bug,\"a b\""), false),
        ("pivotaltracker", "restrict_to_branch", json!("main,release/*"), false),
        ("asana", "restrict_to_branch", json!("main, feature/a-b"), false),
        ("pushover", "priority", json!("-2"), false),
        ("squash-tm", "token", json!("s".repeat(255)), false),
        ("zentao", "zentao_product_xid", json!("product-1"), false),
        ("matrix", "room", json!("#team:matrix.example.org"), false),
    ] {
        assert_eq!(taken(slug, key, &value).is_some(), is_odd, "{slug} {key} {value}");
    }
}

#[test]
fn what_no_version_takes_stays_refused() {
    for (slug, key, value) in [
        ("discord", "push_channel", "discord.com/api/webhooks/1/x"),
        ("discord", "push_channel", "ftp://discord.com/api/webhooks/1/x"),
        ("irker", "recipients", "http://irc.example.org/#app"),
        ("harbor", "password", "seven77"),
        ("slack", "webhook", "//hooks.slack.com/services/T0/B0/x"),
        ("pipelines-email", "recipients", ",\n"),
    ] {
        let (form, values) = new(NEWEST, slug, json!({key: value}));
        let found = form.problems(&values);
        assert!(found.len() == 1 && found[0].field == key, "{slug} {key} {value}: {found:?}");
    }
}

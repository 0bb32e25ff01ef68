//! The rules, as a table: what is typed into a new form, and the exact sentence it gets.

use crate::{new, opened};
use serde_json::{Value, json};

const NO_WIKI: &str = "GitLab accepts only Confluence Cloud URLs. Example: https://acme.atlassian.net/wiki.";
const NO_DISCORD: &str = "GitLab 17 and later accept only webhooks that begin with https://discord.com/api/webhooks/. Use that address, also for the test versions of Discord.";
const NO_ID: &str = "The URL does not contain “:id”, so all issues link to the same page.";

fn problems(slug: &str, given: Value) -> Vec<String> {
    let (form, values) = new(slug, given);
    form.problems(&values)
        .into_iter()
        .map(|problem| format!("{}: {}", problem.field, problem.message))
        .collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn says_what_is_wrong() {
    for (slug, given, sentence) in [
        (
            "slack",
            json!({"webhook": "hooks.slack.com"}),
            "webhook: The URL must begin with https:// or http://.",
        ),
        ("slack", json!({"webhook": ""}), "webhook: Webhook is required."),
        (
            "slack",
            json!({"webhook": "https://ann:s3cret@hooks.slack.com/services/T0"}),
            "webhook: The URL must not contain a user name or password. Remove them.",
        ),
        (
            "external-wiki",
            json!({"external_wiki_url": "https://ann:s3cret@wiki.example.org"}),
            "external_wiki_url: The URL must not contain a user name or password, because they would be visible.",
        ),
        ("asana", json!({"api_key": "  "}), "api_key: API key is required."),
        (
            "irker",
            json!({"recipients": "irc://a.org/#x,irc://b.org/#y"}),
            "recipients: GitLab reads “irc://a.org/#x,irc://b.org/#y” as one recipient. Separate recipients with spaces or line breaks, not commas.",
        ),
        ("emails-on-push", json!({"recipients": ""}), "recipients: Enter at least one recipient."),
        ("jira", json!({"url": "jira.example.org"}), "url: The URL must begin with https:// or http://."),
        (
            "jira",
            json!({"jira_issue_transition_id": "11, done"}),
            "jira_issue_transition_id: Transition IDs must be numbers separated by commas. Example: “11, 21”.",
        ),
        (
            "jira",
            json!({"jira_issue_transition_id": " , ;"}),
            "jira_issue_transition_id: Transition IDs must be numbers separated by commas. Example: “11, 21”.",
        ),
        (
            "jira",
            json!({"jira_issue_transition_id": "11, 2a"}),
            "jira_issue_transition_id: Transition IDs must be numbers separated by commas. Example: “11, 21”.",
        ),
        (
            "jira",
            json!({"jira_issue_transition_id": "-11"}),
            "jira_issue_transition_id: Transition IDs must be numbers separated by commas. Example: “11, 21”.",
        ),
        (
            "jenkins",
            json!({"password": "s3cret"}),
            "username: A password requires a user name. Enter one, or remove the password.",
        ),
        ("irker", json!({"server_port": "70000"}), "server_port: Enter a number from 1 to 65535."),
        (
            "irker",
            json!({"server_port": "many"}),
            "server_port: “many” is not a whole number. Use digits only.",
        ),
        (
            "irker",
            json!({"recipients": "#app"}),
            "recipients: “#app” is not a complete IRC URL. Enter one such as “irc://irc.example.org:6697/#channel”, or enter a default IRC URL.",
        ),
        (
            "irker",
            json!({"recipients": "#app", "default_irc_uri": "irc.example.org"}),
            "default_irc_uri: “irc.example.org” is not an IRC URL. Example: “irc://irc.example.org:6697/”.",
        ),
        (
            "emails-on-push",
            json!({"recipients": "a@b.org,c@d.org"}),
            "recipients: GitLab reads “a@b.org,c@d.org” as one address. Separate addresses with spaces or line breaks, not commas.",
        ),
        (
            "emails-on-push",
            json!({"recipients": "ann"}),
            "recipients: “ann” is not an email address. Example: “ann@example.org”.",
        ),
        ("pipelines-email", json!({"recipients": " , "}), "recipients: Enter at least one recipient."),
        (
            "pipelines-email",
            json!({"recipients": "a@b.org;c@d.org"}),
            "recipients: “a@b.org;c@d.org” is not an email address. Example: “ann@example.org”.",
        ),
        (
            "emails-on-push",
            json!({"recipients": (0..751).map(|at| format!("a{at}@b.org ")).collect::<String>()}),
            "recipients: There are 751 recipients. GitLab accepts at most 750.",
        ),
        (
            "confluence",
            json!({"confluence_url": "https://wiki.example.org/wiki"}),
            &format!("confluence_url: {NO_WIKI}"),
        ),
        (
            "confluence",
            json!({"confluence_url": "https://acme.atlassian.net/wikis"}),
            &format!("confluence_url: {NO_WIKI}"),
        ),
        (
            "confluence",
            json!({"confluence_url": "https://atlassian.net/wiki"}),
            &format!("confluence_url: {NO_WIKI}"),
        ),
        (
            "datadog",
            json!({"api_key": "a-b"}),
            "api_key: Datadog API keys contain only letters and digits. Remove all other characters.",
        ),
        (
            "datadog",
            json!({"datadog_site": "https://datadoghq.eu"}),
            "datadog_site: “https://datadoghq.eu” is not a site. Enter only the host, such as “datadoghq.com”.",
        ),
        (
            "datadog",
            json!({"datadog_tags": "team:tools\nnonsense"}),
            "datadog_tags: “nonsense” is not a tag. Enter one “key:value” per line.",
        ),
        (
            "datadog",
            json!({"datadog_tags": "my key:value"}),
            "datadog_tags: “my key:value” is not a tag. Enter one “key:value” per line.",
        ),
        (
            "datadog",
            json!({"datadog_site": "datadoghq"}),
            "datadog_site: “datadoghq” is not a site. Enter only the host, such as “datadoghq.com”.",
        ),
        ("packagist", json!({"server": "true"}), "server: The URL must begin with https:// or http://."),
        (
            "slack",
            json!({"branches_to_be_notified": "main"}),
            "branches_to_be_notified: “main” is not one of the options.",
        ),
        (
            "slack",
            json!({"push_channel": "a\nb"}),
            "push_channel: Remove the line break or control character.",
        ),
    ] {
        assert_eq!(problems(slug, given.clone()), [sentence], "{slug} {given}");
    }
}

#[test]
fn takes_what_is_right() {
    for (slug, given) in [
        ("confluence", json!({"confluence_url": "https://acme.atlassian.net/wiki/spaces/APP"})),
        ("jira", json!({"jira_issue_transition_id": "11, 21;31"})),
        ("jira", json!({"jira_issue_transition_id": "11,"})),
        ("jira", json!({"jira_issue_transition_id": "11, 21, "})),
        ("jira", json!({"jira_issue_transition_id": ";11;;21;"})),
        ("jira", json!({"jira_issue_transition_id": "11 21"})),
        // Not looked at while the issues are moved anyway.
        ("jira", json!({"jira_issue_transition_id": "x", "jira_issue_transition_automatic": true})),
        ("jenkins", json!({"username": "bot", "password": "s3cret"})),
        ("irker", json!({"recipients": "irc://a.org/ann,isnick irc://a.org/#x"})),
        ("irker", json!({"recipients": "#app ann", "default_irc_uri": "ircs://irc.example.org"})),
        ("emails-on-push", json!({"recipients": "a@b.org ".repeat(750)})),
        ("pipelines-email", json!({"recipients": "a@b.org,c@d.org"})),
        ("datadog", json!({"datadog_site": "us3.datad-og.com:8443"})),
        ("datadog", json!({"datadog_site": "", "api_url": "https://api.example.org"})),
        ("datadog", json!({"datadog_tags": "team:tools\n\nurl:http://x:1\n"})),
        ("custom-issue-tracker", json!({"issues_url": "https://tracker.example.org/#/issues/:id"})),
        ("packagist", json!({"server": ""})),
        ("pivotaltracker", json!({"restrict_to_branch": "main, stable"})),
    ] {
        assert_eq!(problems(slug, given.clone()), none(), "{slug} {given}");
    }
}

#[test]
fn asks_only_for_what_a_change_can_know() {
    // The stored password stays, whoever it is for.
    let (form, _, after) =
        opened("jenkins", json!({"jenkins_url": "https://ci.org", "project_name": "app"}), json!({}));
    assert_eq!(form.problems(&after), []);
}

#[test]
fn warns_of_what_is_odd() {
    for (slug, key, text, sentence) in [
        ("redmine", "issues_url", "https://redmine.example.org/issues", Some(NO_ID)),
        ("asana", "api_key", "0/abc", None),
        ("ewm", "issues_url", "https://ewm.example.org/", Some(NO_ID)),
        ("youtrack", "issues_url", "https://youtrack.example.org/issue/:id", None),
        (
            "github",
            "repository_url",
            "https://github.com/acme",
            Some(
                "This does not look like a repository URL, which has an owner and a name. Example: https://github.com/acme/app.",
            ),
        ),
        ("github", "repository_url", "https://github.com/acme/app", None),
        (
            "prometheus",
            "google_iap_service_account_json",
            "credentials.json",
            Some("This does not look like the file, which begins with “{” and ends with “}”."),
        ),
        ("prometheus", "google_iap_service_account_json", r#"{"type": "service_account"}"#, None),
    ] {
        let (form, values) = new(slug, json!({key: text}));
        assert_eq!(form.problems(&values), [], "{slug} {text}");
        let field = form.field(key).expect("the field");
        assert_eq!(form.warning(field, &values).as_deref(), sentence, "{slug} {text}");
    }
}

#[test]
fn warns_of_what_only_some_versions_refuse() {
    let eleven = |text: &str| [text; 11].join(",");
    let too_many = Some("There are 11 channels. Newer versions of GitLab accept at most 10 for an event.");
    let subdomain = |text: &str| {
        format!("“{text}” is not a subdomain. Enter only the part before “.campfirenow.com”, such as “acme”.")
    };
    for (slug, key, text, sentence) in [
        ("discord", "webhook", "https://discord.com/api/webhooks/1/s3cret", None),
        ("discord", "webhook", "https://DISCORD.com/api/webhooks/1/s3cret", Some(NO_DISCORD)),
        ("discord", "webhook", "https://canary.discord.com/api/webhooks/1/s3cret", Some(NO_DISCORD)),
        ("discord", "webhook", "https://ptb.discord.com/api/webhooks/1/s3cret", Some(NO_DISCORD)),
        ("discord", "webhook", "https://discordapp.com/api/webhooks/1/s3cret", Some(NO_DISCORD)),
        ("discord", "webhook", "https://canary.discordapp.com/api/webhooks/1/s3cret", Some(NO_DISCORD)),
        ("discord", "webhook", "http://discord.com/api/webhooks/1/s3cret", Some(NO_DISCORD)),
        ("discord", "webhook", "https://example.org/api/webhooks/1", Some(NO_DISCORD)),
        ("campfire", "subdomain", "acme", None),
        ("campfire", "subdomain", "a_b", Some(&*subdomain("a_b"))),
        ("campfire", "subdomain", "acme-", Some(&*subdomain("acme-"))),
        (
            "campfire",
            "subdomain",
            "https://acme.campfirenow.com",
            Some(&*subdomain("https://acme.campfirenow.com")),
        ),
        ("slack", "push_channel", &*eleven("#dev"), too_many),
        ("slack", "channel", &*eleven(" general "), too_many),
        ("slack", "wiki_page_channel", &*eleven("U0123"), too_many),
        ("slack", "tag_push_channel", &*eleven("x"), too_many),
        ("mattermost", "note_channel", &*eleven("x"), too_many),
        ("slack", "push_channel", "a,b,c,d,e,f,g,h,i,j", None),
        ("slack", "push_channel", "a,b,c,d,e,f,g,h,i,j,", None),
        ("slack", "push_channel", "a,b,,c,d,e,f,g,h,i, ,j", None),
    ] {
        let (form, values) = new(slug, json!({key: text}));
        assert_eq!(form.problems(&values), [], "{slug} {text}");
        let field = form.field(key).expect("the field");
        assert_eq!(form.warning(field, &values).as_deref(), sentence, "{slug} {text}");
    }
    // Each field with channels has the rule.
    for slug in ["slack", "mattermost"] {
        let (form, _) = new(slug, json!({}));
        let channels = form.fields().filter(|field| field.key.ends_with("channel"));
        for field in channels.filter(|field| matches!(field.kind, patchbay_model::Kind::Text)) {
            assert!(form.warnings.iter().any(|rule| rule.at == field.key), "{slug} {}", field.key);
        }
    }
}

/// What is pasted along with a secret is not sent, so no rule may count it or complain of it.
#[test]
fn rules_see_a_secret_as_it_is_sent() {
    const MASKED: &str = "password: GitLab masks it in the logs of pipelines, so it needs at least 8 characters and no spaces.";
    let harbor = json!({"url": "https://demo.goharbor.io", "project_name": "shop", "username": "ann", "password": "-"});
    for (slug, base, key, pasted, wanted) in [
        ("harbor", &harbor, "password", "\u{200B}abcdefg\u{FEFF}", Some(MASKED)),
        ("harbor", &harbor, "password", "abcdefg\n", Some(MASKED)),
        ("harbor", &harbor, "password", "\tabcdefgh\u{200B}\r\n", None),
        ("harbor", &harbor, "password", "\u{A0}abcdefgh", None),
        ("datadog", &json!({}), "api_key", " d15e5b2ad3a4d3f8a7c1b0d7ef3dbb01\u{200B}\n", None),
        ("slack", &json!({}), "webhook", "\u{FEFF}https://hooks.slack.com/services/T0/B0/x\n", None),
        ("discord", &json!({}), "webhook", "\nhttps://discord.com/api/webhooks/1/x\u{200B}", None),
    ] {
        let mut given = base.clone();
        given[key] = pasted.into();
        let of_it = format!("{key}: ");
        let found: Vec<String> =
            problems(slug, given).into_iter().filter(|problem| problem.starts_with(&of_it)).collect();
        assert_eq!(found, wanted.into_iter().collect::<Vec<_>>(), "{slug} {pasted:?}");
    }
}

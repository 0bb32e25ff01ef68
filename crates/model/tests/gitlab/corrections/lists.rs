//! Lists that are written in another way than GitLab reads them, and secrets in fields that everybody sees.

use super::offers;

#[test]
fn channels() {
    for (slug, text, meant) in [
        ("slack", "general; random", Some("general, random")),
        ("slack", "#a #b", Some("#a, #b")),
        ("slack", "#a\n#b\n", Some("#a, #b")),
        ("slack", "#a\t@ann", Some("#a, @ann")),
        ("slack", "@ann; @bob;", Some("@ann, @bob")),
        ("slack", "general，random、dev", Some("general, random, dev")),
        ("slack", "https://acme.slack.com/archives/C024BE91L", Some("C024BE91L")),
        ("slack", "https://acme.slack.com/archives/C024BE91L/p1700000000000000", Some("C024BE91L")),
        ("slack", "#dev, https://acme.slack.com/archives/C024BE91L", Some("#dev, C024BE91L")),
        ("mattermost", "https://chat.example.org/team/channels/town-square", Some("town-square")),
        ("mattermost", "town-square; off-topic", Some("town-square, off-topic")),
        ("slack", "#General Chat", Some("")),
        ("slack", "a b c", Some("")),
        ("slack", "xoxb-123456789012-a8Kq2ZpW7x", Some("")),
        ("slack", "https://hooks.slack.com/services/T0/B0/a8Kq2ZpW7xLr4TnV9bYc", Some("")),
        ("slack", "general", None),
        ("slack", "general,random", None),
        ("slack", "#general , @ann,", None),
        ("slack", "C024BE91L,U0123", None),
        ("mattermost", "town-square,@ann", None),
    ] {
        assert_eq!(offers(slug, "channel", text).as_deref(), meant, "{slug} {text}");
    }
    // Each field with channels has it.
    for key in ["push_channel", "note_channel", "wiki_page_channel", "pipeline_channel"] {
        assert_eq!(offers("slack", key, "a; b").as_deref(), Some("a, b"), "{key}");
    }
}

#[test]
fn transitions() {
    for (text, meant) in [
        ("11\t21", Some("11, 21")),
        ("１１，２１", Some("11, 21")),
        ("11，21", Some("11, 21")),
        ("11/21", Some("11, 21")),
        ("11 -> 21", Some("11, 21")),
        ("[11, 21]", Some("11, 21")),
        ("\"11\", \"21\"", Some("11, 21")),
        ("11 and 21", Some("11, 21")),
        ("id=31", Some("31")),
        ("Done (31)", Some("31")),
        ("#11 #21", Some("11, 21")),
        ("11 | 21", Some("11, 21")),
        ("11.0", None),
        ("2a", None),
        ("Done", None),
        ("11, 21", None),
        ("11;21,", None),
        ("", None),
    ] {
        assert_eq!(offers("jira", "jira_issue_transition_id", text).as_deref(), meant, "{text}");
    }
}

#[test]
fn recipients() {
    for (slug, text, meant) in [
        ("emails-on-push", "[\"ann@x.org\", \"bob@x.org\"]", Some("ann@x.org\nbob@x.org")),
        ("emails-on-push", "\"ann@x.org\";\"bob@x.org\"", Some("ann@x.org\nbob@x.org")),
        ("emails-on-push", "ann＠x.org", Some("ann@x.org")),
        ("emails-on-push", "\"Lee, Ann\" <ann@x.org>; \"Bob\" <bob@x.org>", Some("ann@x.org\nbob@x.org")),
        ("pipelines-email", "- ann@x.org\n- bob@x.org", Some("ann@x.org\nbob@x.org")),
        ("pipelines-email", "1. ann@x.org 2. bob@x.org", Some("ann@x.org\nbob@x.org")),
        ("pipelines-email", "ann@x.org and bob@x.org", Some("ann@x.org\nbob@x.org")),
        ("irker", "irc://a.org/#a, irc://a.org/#b", Some("irc://a.org/#a\nirc://a.org/#b")),
        ("emails-on-push", "ann@@x.org", None),
        ("emails-on-push", "ann at x.org", None),
        ("emails-on-push", "ann@x.org/bob@x.org", None),
        ("pipelines-email", "ann@x.org,bob@x.org", None),
        ("irker", "irc://a.org/ann,isnick", None),
    ] {
        assert_eq!(offers(slug, "recipients", text).as_deref(), meant, "{slug} {text}");
    }
}

#[test]
fn secrets_in_addresses_that_everybody_sees() {
    let wiki =
        |rest: &str| offers("external-wiki", "external_wiki_url", &format!("https://w.example/{rest}"));
    for rest in [
        "?sig=x",
        "?jwt=x",
        "?X-Amz-Signature=x",
        "?a=1&X-Goog-Signature=x",
        "?code=a8Kq2ZpW7xLr4TnV9bYc3HfJ",
        "?key=a8Kq2ZpW7xLr4TnV9bYc3HfJ",
        "?auth=x",
        "?auth_key=x",
        "?pass=x",
        "?pwd=x",
        "?os_password=x&os_username=ann",
        ";jsessionid=x",
        "?PHPSESSID=x",
        "%3Ftoken%3Dx",
        "?user[password]=x",
        "#access_token=x",
        "npm_a8Kq2ZpW7xLr4TnV9bYc3HfJ6dMs1QeG5uXw",
        "hooks/a8kq2zpw7xlr4tnv9byc3hfj6d",
    ] {
        assert_eq!(wiki(rest).as_deref(), Some(""), "{rest}");
    }
    for rest in [
        "?key=PROJ",
        "?code=404",
        "?author=ann",
        "?session=7",
        "?token=",
        "?signed=yes",
        "?passage=1",
        "?q=auth%20x",
        "a?page=2",
        "docs/auth=x",
        "hooks/README",
    ] {
        assert_eq!(wiki(rest), None, "{rest}");
    }
}

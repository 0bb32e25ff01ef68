//! The curl command to copy, read by a real shell: what it runs, and that it shows no secret.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
#![cfg(unix)]

mod support;

use patchbay_model::gij::is_secret;
use patchbay_model::{Object, Vendor, command};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::process::Command;
use support::object;

const URL: &str = "https://jira.example.org/rest/gitplugin/1.0/integration/7";

/// The arguments that curl gets when a shell runs `text`: it finds the tokens in its environment, and in the place of
/// curl a function that prints what it is given.
fn arguments(text: &str) -> Vec<String> {
    let output = Command::new("sh")
        .args(["-u", "-c", &format!("curl() {{ printf '%s\\0' \"$@\"; }}\n{text}\n")])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("JIRA_TOKEN", "jira token; $HOME")
        .env("TOKEN", "the $(token)")
        .env("PASSWORD", "the `password` 'x")
        .output()
        .expect("a shell");
    assert!(output.status.success() && output.stderr.is_empty(), "{text}\n{output:?}");
    let printed = String::from_utf8(output.stdout).expect("text");
    printed.split_terminator('\0').map(str::to_owned).collect()
}

fn curl(method: &str, body: Option<Value>) -> String {
    command::curl(Vendor::Jira, method, URL, body.map(object).as_ref())
}

/// The JSON that curl would send.
fn sent(body: &Object) -> Value {
    let text = command::curl(Vendor::Jira, "PUT", URL, Some(body));
    let last = arguments(&text).pop().expect("a body");
    serde_json::from_str(&last).unwrap_or_else(|error| panic!("{error}: {last}"))
}

#[test]
fn reads_well() {
    let body =
        json!({"displayName": "Our GitLab’s", "pat": "t0ken", "global": false, "projectMappingIds": [1, 2]});
    assert_eq!(
        curl("PUT", Some(body)),
        r#"curl -X PUT 'https://jira.example.org/rest/gitplugin/1.0/integration/7' \
  -H "Authorization: Bearer $JIRA_TOKEN" \
  -H 'Accept: application/json' \
  -H 'X-Atlassian-Token: no-check' \
  -H 'Content-Type: application/json' \
  -d '{
    "displayName": "Our GitLab’s",
    "pat": "'"$TOKEN"'",
    "global": false,
    "projectMappingIds": [1, 2]
  }'"#
    );
    assert_eq!(
        curl("GET", None),
        r#"curl 'https://jira.example.org/rest/gitplugin/1.0/integration/7' \
  -H "Authorization: Bearer $JIRA_TOKEN" \
  -H 'Accept: application/json'"#
    );
    assert!(curl("POST", Some(json!({}))).ends_with("-d '{}'"));
}

#[test]
fn a_shell_runs_what_is_meant() {
    const BEARER: &str = "Authorization: Bearer jira token; $HOME";
    const NO_CHECK: &str = "X-Atlassian-Token: no-check";
    for (text, expected) in [
        (curl("GET", None), vec![URL, "-H", BEARER, "-H", "Accept: application/json"]),
        (
            curl("DELETE", None),
            vec!["-X", "DELETE", URL, "-H", BEARER, "-H", "Accept: application/json", "-H", NO_CHECK],
        ),
        (
            curl("POST", Some(json!({}))),
            vec![
                "-X",
                "POST",
                URL,
                "-H",
                BEARER,
                "-H",
                "Accept: application/json",
                "-H",
                NO_CHECK,
                "-H",
                "Content-Type: application/json",
                "-d",
                "{}",
            ],
        ),
    ] {
        assert_eq!(arguments(&text), expected, "{text}");
    }
}

#[test]
fn a_shell_expands_nothing_but_the_placeholders() {
    for text in [
        "it’s",
        "it's",
        "''",
        "'; rm -rf /; echo '",
        "\"",
        "\\",
        "\\'",
        "$HOME",
        "${HOME}",
        "$(id)",
        "`id`",
        "$'x'",
        "!!",
        "a\nb",
        "a\r\tb",
        "\u{0}",
        "\u{7f}",
        "*",
        "~",
        "#",
        "%s\\n",
        "&& ||",
        "ünïcode ✓ 🦀",
        "\u{2028}",
        "",
    ] {
        let body = object(json!({"displayName": text, text: [text, {text: text}]}));
        assert_eq!(sent(&body), Value::from(body), "{text:?}");
    }
}

#[test]
fn a_shell_fills_in_the_secrets() {
    let body = json!({
        "username": "$TOKEN", "pat": "x", "password": "x", "requireUserPat": true, "tokenSet": true,
        "inner": {"encryptedPassword": "x", "list": [{"apiToken": 5, "name": "it's"}], "secret": null},
    });
    assert_eq!(
        sent(&object(body)),
        json!({
            "username": "$TOKEN", "pat": "the $(token)", "password": "the `password` 'x", "requireUserPat": true,
            "tokenSet": true,
            "inner": {
                "encryptedPassword": "the `password` 'x", "list": [{"apiToken": "the $(token)", "name": "it's"}],
                "secret": "the $(token)",
            },
        })
    );
}

#[test]
fn an_address_is_one_word() {
    for address in ["https://jira.example.org/a?b=c&d=$HOME;'x'", "http://[::1]:8080/jira/rest?x=*"] {
        let text = command::curl(Vendor::Jira, "GET", address, None);
        assert_eq!(arguments(&text)[0], address);
    }
}

#[test]
fn the_body_to_show_has_placeholders() {
    let body = object(json!({
        "type": "GITHUB", "pat": "hunter2", "password": "hunter2", "requireUserPat": false,
        "inner": {"githubAppPem": "hunter2", "list": [{"encryptedPassword": ["hunter2"], "name": "x"}]},
    }));
    assert_eq!(
        Value::from(command::redact(Vendor::Jira, &body)),
        json!({
            "type": "GITHUB", "pat": "$TOKEN", "password": "$PASSWORD", "requireUserPat": false,
            "inner": {"githubAppPem": "$TOKEN", "list": [{"encryptedPassword": "$PASSWORD", "name": "x"}]},
        })
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_arrives(key in ".{0,12}", text in any::<String>(), number in any::<i64>(), inner in any::<String>()) {
        prop_assume!(!is_secret(&key) && key != "inner" && key != "number");
        let body = object(json!({key: text, "number": number, "inner": [{"deep": inner}]}));
        prop_assert_eq!(sent(&body), Value::from(body));
    }
}

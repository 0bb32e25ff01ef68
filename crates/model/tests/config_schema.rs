//! The schema of config.json against the rule of the app for addresses: an editor refuses no address that Patchbay takes,
//! and takes none whose shape Patchbay refuses.

#![allow(clippy::unwrap_used, reason = "everything in here runs in tests, which fail by panicking")]

use patchbay_model::text::url::check_http_url;
use regex::Regex;
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../../hosting/config.schema.json");

fn pattern() -> Regex {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let kinds = schema["$defs"]["server"]["properties"]["url"]["anyOf"].as_array().unwrap();
    Regex::new(kinds.iter().find_map(|kind| kind["pattern"].as_str()).unwrap()).unwrap()
}

/// As the app judges what is not empty: `?` would end up within the addresses of requests.
fn is_taken(address: &str) -> bool {
    check_http_url(address).is_ok() && !address.contains('?')
}

#[test]
fn editors_and_the_app_judge_addresses_alike() {
    let pattern = pattern();
    for (address, expected) in [
        ("https://gitlab.example.com", true),
        ("http://gitlab.example.com/", true),
        ("HTTPS://GitLab.example.com", true),
        ("https://git.example.com:8443/gitlab", true),
        ("http://[::1]:8080/jira", true),
        ("https://jira.münchen.example/jira", true),
        ("https://пример.рф", true),
        ("https://127.0.0.1", true),
        ("https://git.example.com/~me@home", true),
        ("gitlab.example.com", false),
        ("ftp://gitlab.example.com", false),
        ("https://", false),
        ("https:///jira", false),
        ("https://me@gitlab.example.com", false),
        ("https://me:secret@gitlab.example.com/x", false),
        ("https://gitlab.example.com?x", false),
        ("https://gitlab.example.com/?x", false),
        ("https://gitlab.example.com/#x", false),
        ("https://gitlab.example.com/a b", false),
        ("https:\\\\gitlab.example.com", false),
        ("https://gitlab.example.com\\jira", false),
    ] {
        assert_eq!(is_taken(address), expected, "{address} by the app");
        assert_eq!(pattern.is_match(address), expected, "{address} by the schema");
    }
}

/// Each field holds one server, a list of them, or nothing.
#[test]
fn jira_and_gitlab_take_one_server_or_a_list() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let server = json!({ "$ref": "#/$defs/server" });
    let kinds = json!([server, { "type": "array", "items": server }, { "type": "null" }]);
    for field in ["jira", "gitlab"] {
        assert_eq!(schema["properties"][field]["anyOf"], kinds, "{field}");
    }
}

/// What only a closer look tells is left to the app, which names it.
#[test]
fn editors_leave_hosts_and_ports_to_the_app() {
    for address in ["https://300.1.1.1", "https://git.example.com:0", "https://-git.example.com"] {
        assert!(!is_taken(address), "{address}");
        assert!(pattern().is_match(address), "{address}");
    }
}

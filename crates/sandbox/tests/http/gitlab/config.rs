//! `config.json` of the built app: the sandbox is its GitLab unless the file names one.

use std::fs;

use patchbay_sandbox::Options;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::running::Running;

fn served(file: &str) -> Value {
    let dist = TempDir::new().unwrap();
    fs::write(dist.path().join("config.json"), file).unwrap();
    fs::write(dist.path().join("config.json.br"), "brotli").unwrap();
    let server = Running::with(Options { dist: Some(dist.path().into()), ..Options::default() });
    let answer = server.ask_signed_out("GET", "/config.json").header("Accept-Encoding", "br").send();
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    assert_eq!(answer.header("cache-control"), "no-cache");
    answer.json()
}

#[test]
fn names_this_sandbox_where_the_file_names_no_gitlab() {
    let added = json!({ "url": "", "auth": "session" });
    assert_eq!(served("{}"), json!({ "gitlab": added }));
    let jira = json!({ "url": "", "auth": "session" });
    assert_eq!(
        served("{\"jira\": {\"url\": \"\", \"auth\": \"session\"}}"),
        json!({ "jira": jira, "gitlab": added })
    );
}

#[test]
fn is_left_as_it_is_where_the_file_names_one() {
    let named = json!({ "gitlab": [{ "url": "https://gitlab.com", "auth": "token" }] });
    assert_eq!(served(&named.to_string()), named);
}

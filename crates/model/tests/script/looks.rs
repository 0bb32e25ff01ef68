//! How both read.

use crate::{script, step};
use patchbay_model::Vendor;
use patchbay_model::plan::script::{Request, Script, document, shell};
use serde_json::json;
use std::fs;
use std::path::Path;

fn steps() -> Vec<Request> {
    vec![
        step("mobile", "PUT", "/rest/gitplugin/1.0/integration/1", Some(json!({ "pat": "old" })), Some(7)),
        step("web: disable", "PUT", "/rest/gitplugin/1.0/repository/2/disable?disable=true", None, None),
        step(
            "it’s the \"API\"",
            "PUT",
            "/rest/gitplugin/1.0/integration/3",
            Some(json!({ "displayName": "it's", "pat": "x", "requireUserPat": true })),
            Some(7),
        ),
        step(
            "new",
            "POST",
            "/rest/gitplugin/1.0/integration",
            Some(json!({ "type": "GERRIT", "password": "x" })),
            None,
        ),
        step("docs", "DELETE", "/rest/gitplugin/1.0/integration/5?deleteFiles=false", None, None),
    ]
}

const TOP: &str = "\
#!/bin/sh
# Replace the token on git.acme.example
#
# 5 steps on https://jira.example.org. Made by Patchbay, 26 November 2026, 08:45 UTC.
# It sends what was planned then, and does not look whether somebody changed the same since.
#
# It reads from the environment:
#   TOKEN: your personal access token for Jira, as an administrator
#   SECRET_1: \"pat\" of steps 1, 3 (mobile, it’s the \"API\")
#   SECRET_2: \"password\" of step 4 (new)
#
# It stops at the first step that fails. FROM=3 goes on from step 3. It needs curl 7.76 or newer.

vendor='Jira'
server='https://jira.example.org'
steps=5

set -eu
";

const BOTTOM: &str = r#"
need TOKEN "${TOKEN-}" 'your personal access token for Jira, as an administrator'
need SECRET_1 "${SECRET_1-}" '"pat" of steps 1, 3 (mobile, it’s the "API")'
need SECRET_2 "${SECRET_2-}" '"password" of step 4 (new)'
start
secret_1=$(json "$SECRET_1")
secret_2=$(json "$SECRET_2")
hidden() { without "$1" "$TOKEN" "$SECRET_1" "$secret_1" "$SECRET_2" "$secret_2"; }

step 1 'mobile' PUT '/rest/gitplugin/1.0/integration/1' '{"pat":"'"$secret_1"'"}'
step 2 'web: disable' PUT '/rest/gitplugin/1.0/repository/2/disable?disable=true'
step 3 'it’s the "API"' PUT '/rest/gitplugin/1.0/integration/3' '{"displayName":"it'\''s","pat":"'"$secret_1"'","requireUserPat":true}'
step 4 'new' POST '/rest/gitplugin/1.0/integration' '{"type":"GERRIT","password":"'"$secret_2"'"}'
step 5 'docs' DELETE '/rest/gitplugin/1.0/integration/5?deleteFiles=false'

finish
"#;

#[test]
fn the_script_reads_well() {
    let steps = steps();
    let text = shell(&script(&steps));
    assert_eq!(text.get(..TOP.len()), Some(TOP));
    assert_eq!(text.get(text.len() - BOTTOM.len()..), Some(BOTTOM));
}

#[test]
fn the_document_reads_well() {
    let steps = steps();
    let expected = r#"{
  "patchbay": "plan",
  "version": 1,
  "title": "Replace the token on git.acme.example",
  "made": "26 November 2026, 08:45 UTC",
  "server": {
    "vendor": "jira",
    "url": "https://jira.example.org"
  },
  "secrets": [
    {
      "variable": "$SECRET_1",
      "field": "/pat",
      "steps": [
        1,
        3
      ]
    },
    {
      "variable": "$SECRET_2",
      "field": "/password",
      "steps": [
        4
      ]
    }
  ],
  "steps": [
    {
      "step": 1,
      "title": "mobile",
      "method": "PUT",
      "path": "/rest/gitplugin/1.0/integration/1",
      "body": {
        "pat": "$SECRET_1"
      }
    },
    {
      "step": 2,
      "title": "web: disable",
      "method": "PUT",
      "path": "/rest/gitplugin/1.0/repository/2/disable?disable=true"
    },
    {
      "step": 3,
      "title": "it’s the \"API\"",
      "method": "PUT",
      "path": "/rest/gitplugin/1.0/integration/3",
      "body": {
        "displayName": "it's",
        "pat": "$SECRET_1",
        "requireUserPat": true
      }
    },
    {
      "step": 4,
      "title": "new",
      "method": "POST",
      "path": "/rest/gitplugin/1.0/integration",
      "body": {
        "type": "GERRIT",
        "password": "$SECRET_2"
      }
    },
    {
      "step": 5,
      "title": "docs",
      "method": "DELETE",
      "path": "/rest/gitplugin/1.0/integration/5?deleteFiles=false"
    }
  ]
}
"#;
    assert_eq!(document(&script(&steps)), expected);
}

/// docs/plans.md shows one.
#[test]
fn the_document_looks_as_the_documentation_says() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plans.md");
    let text = fs::read_to_string(file).unwrap();
    let example = text.split("\n```json\n").nth(1).and_then(|rest| rest.split("```").next());
    let requests = [
        step("mobile", "PUT", "/rest/gitplugin/1.0/integration/1", Some(json!({ "pat": "x" })), Some(0)),
        step("web shop: disable", "PUT", "/rest/gitplugin/1.0/repository/2/disable?disable=true", None, None),
    ];
    assert_eq!(example, Some(document(&script(&requests)).as_str()));
}

#[test]
fn a_variable_of_many_steps_names_the_first_of_them() {
    let steps: Vec<_> = (1..=40)
        .map(|at| step(&format!("name {at}"), "PUT", "/x", Some(json!({ "pat": "x" })), Some(0)))
        .collect();
    let comment = "#   SECRET_1: \"pat\" of steps 1-40 (name 1, name 2, name 3, name 4, name 5, name 6, name 7, name 8 and 32 more)\n";
    assert!(shell(&script(&steps)).contains(comment));
}

#[test]
fn each_vendor_has_its_own_token() {
    let steps =
        [step("x", "PUT", "/api/v4/projects/1/integrations/slack", Some(json!({ "webhook": "x" })), None)];
    let gitlab = Script { vendor: Vendor::GitLab, server: "https://gitlab.com", ..script(&steps) };
    let text = shell(&gitlab);
    assert!(text.contains("#   TOKEN: your personal access token for GitLab, with the scope api\n"));
    assert!(text.contains("\nvendor='GitLab'\n"));
    assert!(text.contains("'{\"webhook\":\"'\"$secret_1\"'\"}'\n"));
    assert!(document(&gitlab).contains("\"vendor\": \"gitlab\""));
}

#[test]
fn nothing_to_do_is_said() {
    let text = shell(&script(&[]));
    assert!(text.starts_with("#!/bin/sh\n# Replace the token"));
    assert!(text.ends_with("\nprintf 'There is nothing to do.\\n'\n"));
    assert!(!text.contains("curl --"));
    assert!(document(&script(&[])).ends_with("\"secrets\": [],\n  \"steps\": []\n}\n"));
}

/// A line break in a comment would begin a command.
#[test]
fn titles_stay_on_their_line() {
    let odd = "a\nb\r\u{1b}[2Jc\u{202e}d\u{2028}e\u{7}";
    let steps =
        [step(odd, "PUT", "/x", Some(json!({ "pat": "x" })), None), step("\n", "DELETE", "/y", None, None)];
    let script = Script { title: odd, made: odd, ..script(&steps) };
    let text = shell(&script);
    assert!(text.starts_with("#!/bin/sh\n# a b  [2Jc d e\n#\n# 2 steps on"), "{text}");
    assert!(text.contains("\nstep 1 'a b  [2Jc d e' PUT '/x' "));
    assert!(text.contains("\nstep 2 'DELETE /y' DELETE '/y'\n"));
    assert!(!text.contains(['\r', '\u{1b}', '\u{202e}', '\u{2028}', '\u{7}']));
    assert!(!document(&script).contains("\\u"), "{}", document(&script));
}

#[test]
fn addresses_are_encoded_where_curl_would_not_take_them() {
    let steps = [step("x", "PUT", "/a b/ü?x=[1]{2}&y='\"\n", None, None)];
    let text = shell(&script(&steps));
    assert!(text.contains(r"PUT '/a%20b/%C3%BC?x=[1]%7B2%7D&y='\''%22%0A'"), "{text}");
}

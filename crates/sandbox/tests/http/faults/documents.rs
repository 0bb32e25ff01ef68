//! docs/faults.md: its examples are files that can be used, and its table has every key.

use std::fs;
use std::path::Path;

use patchbay_sandbox::{Faults, Options};
use serde_json::{Value, json};

use crate::running::{INTEGRATION, Running};

fn document() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/faults.md")).unwrap()
}

/// The blocks of JSON.
fn examples() -> Vec<String> {
    let document = document();
    let blocks = document.split("\n```json\n").skip(1);
    blocks.map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}

fn on(example: usize) -> Running {
    let faults = examples()[example].parse().unwrap();
    Running::with(Options { demo: 25, faults, ..Options::default() })
}

/// With delays of no length: a test need not wait.
fn at_once(example: usize) -> Running {
    let mut faults: Value = serde_json::from_str(&examples()[example]).unwrap();
    for fault in faults.as_array_mut().unwrap() {
        if fault.get("delay").is_some() {
            fault["delay"] = json!(1);
        }
    }
    let faults = faults.to_string().parse().unwrap();
    Running::with(Options { demo: 25, faults, ..Options::default() })
}

#[test]
fn each_example_is_a_file() {
    let examples = examples();
    assert!(examples.len() >= 2);
    for example in examples {
        assert!(!example.parse::<Faults>().unwrap().is_empty(), "{example}");
    }
}

#[test]
fn the_table_has_every_key() {
    let document = document();
    let said = "[{ \"\": 1 }]".parse::<Faults>().unwrap_err().to_string();
    let keys = said.split("The keys are ").nth(1).unwrap();
    let keys: Vec<_> = keys.split('"').skip(1).step_by(2).collect();
    assert!(keys.contains(&"delay") && keys.len() > 10, "{said}");
    let rows: Vec<_> = document.lines().filter(|line| line.starts_with("| `")).collect();
    for key in keys {
        assert_eq!(rows.iter().filter(|row| row.starts_with(&format!("| `{key}` |"))).count(), 1, "{key}");
    }
}

#[test]
fn the_first_example_is_a_busy_jira() {
    let server = at_once(0);
    let rename = |at: usize| {
        let name = format!("renamed {at}");
        server.ask("PUT", &format!("{INTEGRATION}/1")).json(&json!({ "displayName": name })).try_send()
    };
    let statuses: Vec<_> = (1..=60).map(|at| rename(at).ok().map(|answer| answer.status)).collect();
    let failing: Vec<_> = statuses.iter().zip(1..).filter(|(status, _)| **status != Some(200)).collect();
    assert_eq!(failing, [(&Some(503), 20), (&Some(503), 40), (&None, 50), (&Some(503), 60)]);
    assert_eq!(server.one(1)["displayName"], "renamed 59");
}

#[test]
fn the_second_example_is_a_gitlab_with_a_limit_and_a_proxy() {
    let server = on(1);
    let path = "/api/v4/projects/101/integrations/external-wiki";
    let get = || server.ask_gitlab("GET", path).send();
    let limited = get();
    assert_eq!((limited.status, limited.header("retry-after")), (429, "1"));
    assert_eq!(get().status, 429);
    assert_eq!(get().status, 200);
    let put =
        || server.ask_gitlab("PUT", path).json(&json!({ "external_wiki_url": "https://a.example" })).send();
    assert_eq!(put().status, 502);
    assert_eq!(put().status, 200);
}

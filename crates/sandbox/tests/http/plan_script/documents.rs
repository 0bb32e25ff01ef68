//! docs/plans.md: what it says to type, and what it says that one then sees.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use patchbay_sandbox::Options;
use serde_json::json;

use super::{Plan, shells, step};
use crate::running::{INTEGRATION, Running};

/// The blocks of this language.
fn blocks(language: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/plans.md");
    let text = fs::read_to_string(file).unwrap();
    let begin = format!("\n```{language}\n");
    text.split(&begin).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn the_commands_do_what_the_documentation_says() {
    let refusal = json!({ "success": false, "error": "The token has expired." });
    let faults =
        json!([{ "method": "PUT", "path": "/integration/37", "nth": [1], "status": 200, "body": refusal }]);
    let titles = |id: i64| match id {
        36 => "payments".to_owned(),
        37 => "web shop".to_owned(),
        _ => format!("name {id}"),
    };
    let requests: Vec<_> = (1..=40)
        .map(|id| step(&titles(id), "PUT", &format!("{INTEGRATION}/{id}"), Some(json!({ "pat": "?" }))))
        .collect();
    for shell in shells() {
        let faults = faults.to_string().parse().unwrap();
        let server = Running::with(Options { faults, ..Options::default() });
        (1..=40).for_each(|id| assert_eq!(server.add(&titles(id)), id));
        let plan = Plan::jira(&server, &requests);
        let mut command = Command::new(shell[0]);
        command.args(&shell[1..]).args(["-c", &blocks("sh")[0]]).current_dir(&plan.folder);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"admin-token\ns3cret\n").unwrap();
        let output = child.wait_with_output().unwrap();
        let (out, err) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(0), "{shell:?}: {out}{err}");
        let lines: Vec<_> = (1..=40).map(|id| format!("{id}/40 {}: ok\n", titles(id))).collect();
        assert_eq!(out, lines.concat() + "Steps 37 to 40 are done.\n", "{shell:?}");
        let seen = blocks("text");
        assert!(out.contains(&seen[0]), "{}", seen[0]);
        assert_eq!(err, seen[1], "{shell:?}");
    }
}

//! Plans that succeed.

use std::os::unix::fs::PermissionsExt;

use patchbay_model::Vendor;
use patchbay_sandbox::{Database, Options};
use rusqlite::Connection;
use serde_json::json;

use super::{Plan, names, rename, shells, step};
use crate::running::{INTEGRATION, Running};

#[test]
fn every_kind_of_change_is_made() {
    for shell in shells() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("box.sqlite");
        let options = Options { demo: 3, database: Database::File(file.clone()), ..Options::default() };
        let server = Running::with(options);
        let steps = [
            rename(1, "renamed"),
            step("Disable", "PUT", "/rest/gitplugin/1.0/repository/2/disable?disable=true", None),
            step(
                "Add",
                "POST",
                INTEGRATION,
                Some(json!({ "type": "GITHUB", "displayName": "new", "pat": "?" })),
            ),
            step("Replace the token", "PUT", &format!("{INTEGRATION}/1"), Some(json!({ "pat": "?" }))),
            step("Remove", "DELETE", &format!("{INTEGRATION}/3?deleteFiles=false"), None),
        ];
        let plan = Plan::jira(&server, &steps);
        assert!(plan.checked_by(shell), "{shell:?}");
        let ran = plan.run(shell, &[("SECRET_1", "s3cret")]);
        assert_eq!(
            ran.out,
            "1/5 Rename 1: ok\n2/5 Disable: ok\n3/5 Add: ok\n4/5 Replace the token: ok\n5/5 Remove: ok\n\
             All 5 steps are done.\n",
            "{shell:?}: {ran:?}"
        );
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell:?}");
        assert_eq!(server.one(2)["disabled"], true);
        let named = names(&server);
        assert_eq!((named.len(), named[0].as_str(), named[2].as_str()), (3, "renamed", "new"));
        let with_tokens: i64 = Connection::open(&file)
            .unwrap()
            .query_row("SELECT count(*) FROM integration WHERE pat_set AND id IN (1, 4)", [], |row| {
                row.get(0)
            })
            .unwrap();
        assert_eq!(with_tokens, 2);
    }
}

#[test]
fn gitlab_is_changed_as_jira_is() {
    for shell in shells() {
        let server = Running::with(Options { demo: 1, ..Options::default() });
        let path = |slug: &str| format!("/api/v4/projects/shop%2Fweb%2Fwebsite/integrations/{slug}");
        let steps = [
            step(
                "Wiki",
                "PUT",
                &path("external-wiki"),
                Some(json!({ "external_wiki_url": "https://w.example" })),
            ),
            step("Slack", "PUT", &path("slack"), Some(json!({ "webhook": "?", "push_events": true }))),
            step("Jenkins", "DELETE", &path("jenkins"), None),
        ];
        let plan = Plan::of(&server, Vendor::GitLab, &steps);
        let ran = plan
            .run_with(shell, &[("TOKEN", "maintainer-token"), ("SECRET_1", "https://hooks.slack.example/x")]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell:?}");
        assert_eq!(ran.out, "1/3 Wiki: ok\n2/3 Slack: ok\n3/3 Jenkins: ok\nAll 3 steps are done.\n");
        let one = |slug| server.ask_gitlab("GET", &path(slug)).send().json();
        assert_eq!(one("external-wiki")["properties"]["external_wiki_url"], "https://w.example");
        assert_eq!((&one("slack")["active"], &one("jenkins")["active"]), (&json!(true), &json!(false)));
    }
}

/// One token for many: it is asked for once.
#[test]
fn many_steps_are_sent_in_their_order() {
    let server = Running::with(Options { demo: 60, ..Options::default() });
    let steps: Vec<_> = (1..=60).map(|id| rename(id, &format!("name {id}"))).collect();
    let ran = Plan::jira(&server, &steps).run(&["sh"], &[]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let lines: Vec<_> = (1..=60).map(|id| format!("{id}/60 Rename {id}: ok")).collect();
    assert_eq!(ran.out, lines.join("\n") + "\nAll 60 steps are done.\n");
    let expected: Vec<_> = (1..=60).map(|id| format!("name {id}")).collect();
    assert_eq!(names(&server), expected);
}

/// Everybody on a machine can see the arguments of its programs.
#[test]
fn no_secret_is_an_argument_of_a_program() {
    let server = Running::with(Options { demo: 1, ..Options::default() });
    let plan =
        Plan::jira(&server, &[step("x", "PUT", &format!("{INTEGRATION}/1"), Some(json!({ "pat": "?" })))]);
    let path = std::env::var("PATH").unwrap();
    let tools = tempfile::tempdir().unwrap();
    let log = tools.path().join("log");
    for tool in ["curl", "sed", "tr", "printf"] {
        let real = std::env::split_paths(&path).map(|folder| folder.join(tool)).find(|file| file.exists());
        let text = format!(
            "#!/bin/sh\nprintf '%s\\n' \"{tool} $*\" >>'{}'\nexec '{}' \"$@\"\n",
            log.display(),
            real.unwrap().display()
        );
        let file = tools.path().join(tool);
        std::fs::write(&file, text).unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
    }
    let path = format!("{}:{path}", tools.path().display());
    for shell in shells() {
        let ran = plan.run(shell, &[("PATH", &path), ("SECRET_1", "s3cret")]);
        assert_eq!(ran.code, Some(0), "{shell:?}: {ran:?}");
        let arguments = std::fs::read_to_string(&log).unwrap();
        assert!(arguments.contains("curl --silent") && arguments.contains("sed "), "{arguments}");
        assert!(!arguments.contains("s3cret") && !arguments.contains("admin-token"), "{arguments}");
    }
}

#[test]
fn nothing_to_do_needs_no_token() {
    let server = Running::empty();
    let ran = Plan::jira(&server, &[]).run_with(&["sh"], &[]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "There is nothing to do.\n", ""));
}

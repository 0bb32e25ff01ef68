//! What is checked before anything is sent.

use patchbay_sandbox::Options;
use serde_json::json;

use super::{Plan, names, rename, shells, step};
use crate::running::{INTEGRATION, Running};

const TOKEN: &str = "TOKEN is not set. Set it to your personal access token for Jira, as an administrator.\n";
const SECRET_1: &str = "SECRET_1 is not set. Set it to \"pat\" of steps 1-2 (mobile, web).\n";
const SECRET_2: &str = "SECRET_2 is not set. Set it to \"password\" of step 3 (docs).\n";
const MISSING: &str = "Variables are missing: export them, and start again.\nNothing was sent.\n";

#[test]
fn does_not_start_without_its_variables() {
    let server = Running::with(Options { demo: 3, ..Options::default() });
    let before = server.all();
    let path = |id: u32| format!("{INTEGRATION}/{id}");
    let token = || Some(json!({ "displayName": "changed", "pat": "?" }));
    let steps = [
        step("mobile", "PUT", &path(1), token()),
        step("web", "PUT", &path(2), token()),
        step(
            "docs",
            "PUT",
            &path(3),
            Some(json!({ "displayName": "changed", "username": "u", "password": "?" })),
        ),
    ];
    let plan = Plan::jira(&server, &steps);
    let all = [("TOKEN", "admin-token"), ("SECRET_1", "a"), ("SECRET_2", "b")];
    for shell in shells() {
        for (variables, expected) in [
            (vec![], format!("{TOKEN}{SECRET_1}{SECRET_2}{MISSING}")),
            (vec![all[0]], format!("{SECRET_1}{SECRET_2}{MISSING}")),
            (vec![all[0], all[1]], format!("{SECRET_2}{MISSING}")),
            (vec![all[1], all[2]], format!("{TOKEN}{MISSING}")),
            (vec![all[0], ("SECRET_1", ""), all[2]], format!("{SECRET_1}{MISSING}")),
            (
                vec![("TOKEN", "a\nb"), all[1], all[2]],
                "TOKEN has a line break. Remove it.\nNothing was sent.\n".to_owned(),
            ),
        ] {
            let ran = plan.run_with(shell, &variables);
            assert_eq!(
                (ran.code, ran.out.as_str(), ran.err),
                (Some(2), "", expected),
                "{shell:?} {variables:?}"
            );
        }
    }
    assert_eq!(server.all(), before);
    let ran = plan.run_with(&["sh"], &all);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(names(&server), ["changed"; 3]);
}

#[test]
fn begins_with_a_step_that_there_is() {
    let server = Running::with(Options { demo: 3, ..Options::default() });
    let before = server.all();
    let plan = Plan::jira(&server, &[rename(1, "a"), rename(2, "b"), rename(3, "c")]);
    for shell in shells() {
        for from in ["0", "4", "-1", "x", "1.5", " 2", "00000000001", "99999999999999999999", "1;id"] {
            let ran = plan.run(shell, &[("FROM", from)]);
            let expected = "FROM is the number of a step, from 1 to 3.\nNothing was sent.\n";
            assert_eq!(
                (ran.code, ran.out.as_str(), ran.err.as_str()),
                (Some(2), "", expected),
                "{shell:?} {from}"
            );
        }
    }
    assert_eq!(server.all(), before);
    let ran = plan.run(&["sh"], &[("FROM", "")]);
    assert_eq!((ran.code, names(&server)), (Some(0), vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]));
}

#[test]
fn says_that_curl_is_not_there() {
    let server = Running::with(Options { demo: 1, ..Options::default() });
    let plan = Plan::jira(&server, &[rename(1, "a")]);
    // Only what the script needs beside it.
    let tools = tempfile::tempdir().unwrap();
    let path = std::env::var_os("PATH").unwrap();
    for tool in ["sh", "sed", "tr", "cut"] {
        let mut places = std::env::split_paths(&path).map(|folder| folder.join(tool));
        let found = places.find(|file| file.exists()).unwrap();
        std::os::unix::fs::symlink(found, tools.path().join(tool)).unwrap();
    }
    let path = tools.path().to_str().unwrap();
    let ran = plan.run(&["sh"], &[("PATH", path)]);
    let expected = "curl is not installed. Install version 7.76 or newer.\nNothing was sent.\n";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(2), "", expected));
}

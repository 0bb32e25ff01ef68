//! Plans that stop, and go on from there.

use patchbay_sandbox::Options;
use serde_json::{Value, json};

use super::{Plan, names, rename, shells, step};
use crate::running::{INTEGRATION, Running};

fn with(faults: &Value) -> Running {
    Running::with(Options { demo: 3, faults: faults.to_string().parse().unwrap(), ..Options::default() })
}

const OPEN: &str = "It is not known whether this step was done: look first. If it was, go on with FROM=3\n";

#[test]
fn stops_at_the_first_step_that_fails_and_says_what_the_server_said() {
    for shell in shells() {
        for (fault, said, open) in [
            (
                json!({ "status": 403, "body": { "message": "No." } }),
                "The server answered with status 403.\n{\"message\":\"No.\"}\n",
                false,
            ),
            (json!({ "status": 401 }), "The server answered with status 401.\n", false),
            (
                json!({ "status": 429, "body": "Retry later", "headers": { "Retry-After": "5" } }),
                "The server answered with status 429.\nRetry later\n",
                false,
            ),
            (
                json!({ "status": 503, "body": "Busy\nvery" }),
                "The server answered with status 503.\nBusy\nvery\n",
                true,
            ),
            (
                json!({ "status": 302, "headers": { "Location": "/login.jsp" } }),
                "The server answered with status 302.\n",
                false,
            ),
            (
                json!({ "status": 200, "body": { "success": false, "error": "No such thing" } }),
                "Jira refused it.\n{\"success\":false,\"error\":\"No such thing\"}\n",
                false,
            ),
            (
                json!({ "status": 200, "body": "{ \"success\" :\n \"FALSE\" }" }),
                "Jira refused it.\n{ \"success\" :\n \"FALSE\" }\n",
                false,
            ),
            (
                json!({ "html": "<p>Sign in" }),
                "The answer is no whole JSON: perhaps another one than the server gave it.\n<p>Sign in\n",
                true,
            ),
            (
                json!({ "cut": 10 }),
                "The answer is no whole JSON: perhaps another one than the server gave it.\n{\"success\"\n",
                true,
            ),
            (json!({ "drop": "before" }), "The answer did not arrive whole (exit code 52 of curl).\n", true),
            (json!({ "drop": "after" }), "The answer did not arrive whole (exit code 52 of curl).\n", true),
            (
                json!({ "cut": 10, "length": "real" }),
                "The answer did not arrive whole (exit code 18 of curl).\n{\"success\"\n",
                true,
            ),
        ] {
            let mut faults = json!([{ "method": "PUT", "nth": [2] }]);
            faults[0].as_object_mut().unwrap().extend(fault.as_object().unwrap().clone());
            let server = with(&faults);
            let before = names(&server);
            let plan = Plan::jira(&server, &[rename(1, "a"), rename(2, "b"), rename(3, "c")]);
            let ran = plan.run(shell, &[]);
            let open = if open { OPEN } else { "" };
            // curl has its own line for most of them.
            let err: String = ran
                .err
                .lines()
                .filter(|line| !line.starts_with("curl: ("))
                .map(|line| format!("{line}\n"))
                .collect();
            let expected =
                format!("2/3 Rename 2: failed\n{said}{open}To go on from this step: FROM=2 sh plan.sh\n");
            assert_eq!((ran.code, err), (Some(1), expected), "{shell:?} {fault}");
            assert_eq!(ran.out, "1/3 Rename 1: ok\n", "{fault}");
            let named = names(&server);
            assert_eq!((&named[0], &named[2]), (&"a".to_owned(), &before[2]), "{fault}");

            let ran = plan.run(shell, &[("FROM", "2")]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell:?} {fault}");
            assert_eq!(ran.out, "2/3 Rename 2: ok\n3/3 Rename 3: ok\nSteps 2 to 3 are done.\n");
            assert_eq!(names(&server), ["a", "b", "c"], "{fault}");
        }
    }
}

#[test]
fn says_that_nobody_is_there() {
    let server = with(&json!([]));
    let plan = Plan::jira(&server, &[rename(1, "a")]);
    drop(server);
    let ran = plan.run(&["sh"], &[]);
    assert_eq!(ran.code, Some(1));
    let said = "1/1 Rename 1: failed\ncurl could not send it (exit code 7).\n";
    assert!(ran.err.contains(said), "{}", ran.err);
    assert!(!ran.err.contains("It is not known"), "{}", ran.err);
}

#[test]
fn what_the_sandbox_refuses_stops_it_as_well() {
    let server = with(&json!([]));
    let gone = step("Gone", "PUT", &format!("{INTEGRATION}/99"), Some(json!({ "displayName": "x" })));
    let ran = Plan::jira(&server, &[rename(1, "a"), gone]).run(&["sh"], &[]);
    assert_eq!(ran.code, Some(1));
    let said = "2/2 Gone: failed\nThe server answered with status 404.\n\
                {\"success\":false,\"error\":\"Repository with id=99 does not exist\",";
    assert!(ran.err.contains(said), "{}", ran.err);
    let ran = Plan::jira(&server, &[rename(1, "b")]).run_with(&["sh"], &[("TOKEN", "user-token")]);
    assert!(ran.err.contains("1/1 Rename 1: failed\nThe server answered with status 403.\n"), "{}", ran.err);
    assert_eq!(names(&server)[0], "a");
}

/// A name is no flag: only Jira's own word counts.
#[test]
fn a_name_that_looks_like_a_refusal_is_none() {
    let server = with(&json!([]));
    let name = "\"success\":false, \"success\":\"false\"";
    let ran = Plan::jira(&server, &[rename(1, name)]).run(&["sh"], &[]);
    assert_eq!((ran.code, names(&server)[0].as_str()), (Some(0), name), "{ran:?}");
}

#[test]
fn secrets_in_an_answer_are_not_printed() {
    let (token, secret) = ("admin-token", "s3cret \"*[x]\\ ü$(id)");
    let echo = format!(
        "one {secret} two {} three {token} four {secret}",
        secret.replace('\\', "\\\\").replace('"', "\\\"")
    );
    for shell in shells() {
        let server = with(&json!([{ "method": "PUT", "status": 400, "body": echo }]));
        let body = json!({ "pat": "?" });
        let plan = Plan::jira(&server, &[step("Token", "PUT", &format!("{INTEGRATION}/1"), Some(body))]);
        let ran = plan.run(shell, &[("SECRET_1", secret)]);
        assert!(
            ran.err.contains("status 400.\none ... two ... three ... four ...\n"),
            "{shell:?}: {}",
            ran.err
        );
        assert!(!ran.err.contains("s3cret") && !ran.out.contains("s3cret"), "{ran:?}");
    }
}

/// Terminals obey control characters, and a page may be long.
#[test]
fn what_a_server_said_is_cut_and_plain() {
    let page = format!("<p>\u{1b}[2J\u{7}{}\n{}", "x".repeat(5_000), "line\n".repeat(100));
    let server = with(&json!([{ "method": "PUT", "status": 400, "body": page }]));
    let ran = Plan::jira(&server, &[rename(1, "a")]).run(&["sh"], &[]);
    assert!(ran.err.contains(&format!("<p>[2J{}\nline\n", "x".repeat(994))), "{}", ran.err);
    assert_eq!(ran.err.matches("line\n").count(), 19);
}

//! `cargo xtask test`: everything that must hold before a change is taken.

use std::io::{BufRead, BufReader, IsTerminal};
use std::process::{Command, Stdio};

use crate::again::Plugin;
use crate::browser_tests::InJira;
use crate::failure::{Failure, Result};
use crate::setup::{caddy, jdk, nginx, node, openssl, rust};
use crate::steps::Steps;
use crate::test_counts::Counts;
use crate::workspace::Workspace;
use crate::{again, browser_tests, checks, dist, documents, jar, process};

/// Sets up, checks the code's form, runs every test, and ends with the times and the number of tests.
pub fn test(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    let mut counts = Counts::default();
    let mut skipped = Vec::new();
    let outcome = all(workspace, &mut steps, &mut counts, &mut skipped);
    println!("\n{}", steps.table());
    if counts != Counts::default() {
        println!("{}", counts.summary());
    }
    // Once more where it is read: minutes of output are between here and the first time.
    for what in skipped {
        println!("{what}");
    }
    outcome
}

fn all(
    workspace: &Workspace,
    steps: &mut Steps,
    counts: &mut Counts,
    skipped: &mut Vec<String>,
) -> Result<()> {
    let mut skip = |what: &str, missing: &Failure| {
        skipped.push(format!("Skipped: {what}. {missing}"));
        println!("Skipped: {what}. {missing}");
    };
    // What may be impossible here comes first, before minutes of compiling.
    let chromium = browser_tests::ensure_tools(workspace, steps)?;
    // Without a JDK all but the plugin for Jira can be tested.
    let javac = jdk::ensure_javac(steps)
        .inspect_err(|missing| skip("packing the plugin for Jira, and its page in Chromium", missing))
        .ok();
    let stand_in = javac.as_ref().map(|_| node::ensure_stand_in(workspace, steps)).transpose()?;
    let nginx = nginx::ensure(workspace, steps)
        .inspect_err(|missing| skip("the app on a web server, in Chromium", missing))
        .ok();
    let caddy = caddy::ensure(workspace, steps)
        .inspect_err(|missing| skip("the app on Caddy, in Chromium", missing))
        .ok();
    let has_openssl = openssl::ensure(steps)
        .inspect_err(|missing| skip("a page over https that asks a server without, in Chromium", missing))
        .is_ok();
    rust::ensure_checkers(steps)?;
    rust::ensure_wasm_target(steps)?;

    // The lock file is taken as it is.
    let locked = |line: &str| checks::command(workspace, line, &["--locked"]);
    steps.run("Format", || process::run(&mut checks::command(workspace, checks::FORMAT, &[])))?;
    steps.run("Clippy: programs and libraries", || process::run(&mut locked(checks::CLIPPY)))?;
    steps.run("Clippy: app", || process::run(&mut locked(checks::CLIPPY_APP)))?;
    steps.run("Tests: model, sandbox, xtask, app logic", || {
        run_tests(workspace, checks::TESTS, counts, |_| ())
    })?;
    let dist = dist::build_and_check(workspace, steps)?;
    let in_jira = match javac.as_deref().zip(stand_in) {
        Some((javac, stand_in)) => {
            Some(InJira { jar: jar::build(workspace, steps, javac, &dist)?, stand_in })
        }
        None => None,
    };
    let plugin =
        in_jira.as_ref().zip(javac.as_deref()).map(|(in_jira, javac)| Plugin { file: &in_jira.jar, javac });
    again::prove(workspace, steps, &dist, plugin.as_ref())?;
    documents::run(workspace, steps, &dist, in_jira.is_some())?;
    let mut left_out = vec!["--skip", checks::FIRST_GROUP];
    if in_jira.is_none() {
        left_out.extend(["--skip", "jira_page"]);
    }
    if nginx.is_none() {
        left_out.extend(["--skip", "hosted", "--skip", "several_jiras"]);
    }
    if !has_openssl {
        left_out.extend(["--skip", "hosted::connection::a_page_over_https"]);
    }
    if caddy.is_none() {
        left_out.extend(["--skip", "caddy"]);
    }
    let rest = format!("cargo test -p patchbay-tests -- {}", left_out.join(" "));
    for (title, line) in
        [("Tests: the list in Chromium", checks::BROWSER_TESTS), ("Tests: the app in Chromium", &rest)]
    {
        steps.run(title, || {
            run_tests(workspace, line, counts, |tests| {
                browser_tests::tell(tests, workspace, &dist, &chromium);
                in_jira.iter().for_each(|in_jira| in_jira.tell(tests));
                nginx.iter().for_each(|nginx| nginx.tell(tests));
                tests.envs(caddy.iter().map(|caddy| ("PATCHBAY_CADDY", caddy)));
            })
        })?;
    }
    Ok(())
}

/// Runs a `cargo test` that has been told what it needs, passing on what it prints and counting the tests in it.
fn run_tests(
    workspace: &Workspace,
    line: &str,
    counts: &mut Counts,
    tell: impl FnOnce(&mut Command),
) -> Result<()> {
    let command = &mut checks::command(workspace, line, &["--locked", "--no-fail-fast"]);
    tell(command);
    if std::io::stdout().is_terminal() {
        let separator = if line.contains(" -- ") { None } else { Some("--") };
        command.args(separator).args(["--color", "always"]);
    }
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| process::not_started(command, &error))?;
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let line =
            line.map_err(|error| Failure::new(format!("What the tests print cannot be read: {error}.")))?;
        println!("{line}");
        if let Some(more) = Counts::from_line(&line) {
            *counts += more;
        }
    }
    let status = child.wait().map_err(|error| process::not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(process::ended_badly(command, &status.to_string())) }
}

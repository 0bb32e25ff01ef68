//! `cargo xtask test`: everything that must hold before a change is taken.

use std::io::{BufRead, BufReader, IsTerminal};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::setup::{node, programs, python, rust, trunk};
use crate::steps::Steps;
use crate::test_counts::Counts;
use crate::workspace::Workspace;
use crate::{browser, checks, dist, process};

/// Sets up, checks formatting and lints, runs every test, and ends with the times and the number of tests.
pub fn test(workspace: &Workspace, steps: &mut Steps) -> Result<()> {
    let mut counts = Counts::default();
    let mut skipped = Vec::new();
    let outcome = all(workspace, steps, &mut counts, &mut skipped);
    println!("\n{}", steps.table());
    for sentence in skipped {
        println!("{sentence}");
    }
    if counts != Counts::default() {
        println!("{}", counts.summary());
    }
    outcome
}

fn all(
    workspace: &Workspace,
    steps: &mut Steps,
    counts: &mut Counts,
    skipped: &mut Vec<String>,
) -> Result<()> {
    println!(
        "Checks formatting and lints, runs every test, and builds the app and the plugin. A first run compiles all \
         tools: about 30 minutes on two cores. Later runs take about 15.\n"
    );
    // What may be impossible here comes first, before minutes of compiling.
    let chromium = browser::ensure_tools(workspace, steps)?;
    node::ensure_clients(workspace, steps)?;
    let python = python::ensure_clients(workspace, steps)?;
    let javac = programs::javac(steps);
    let javac = or_skip(skipped, "packing the plugin for Jira, and its page in Chromium", javac);
    let stand_in = javac.as_ref().map(|_| node::ensure_stand_in(workspace, steps)).transpose()?;
    let nginx = or_skip(skipped, "the app on a web server, in Chromium", programs::nginx(workspace, steps));
    let caddy = or_skip(skipped, "the app on Caddy, in Chromium", programs::caddy(workspace, steps));
    let openssl = programs::openssl(steps);
    let openssl = or_skip(skipped, "a page over https that asks a server without, in Chromium", openssl);
    rust::ensure_checkers(steps)?;
    rust::ensure_wasm_target(steps)?;

    steps.run("Check formatting", checks::command(workspace, checks::FORMAT, &[]))?;
    let clippy = checks::command(workspace, checks::CLIPPY, &["--locked"]);
    let mut together = vec![("Clippy: programs and libraries".to_owned(), clippy)];
    together.extend(trunk::find(workspace).is_none().then(|| trunk::install(workspace)));
    steps.run_together(together)?;
    steps.run("Clippy: app", checks::command(workspace, checks::CLIPPY_APP, &["--locked"]))?;
    steps.show("Tests: model, sandbox, xtask, app logic", || {
        run_tests(workspace, checks::TESTS, counts, |_| ())
    })?;
    dist::build(workspace, steps)?;
    dist::check(workspace, steps, None)?;
    let jar = javac.map(|javac| dist::pack_jar(workspace, steps, &javac)).transpose()?;

    let conditions = [
        (true, checks::FIRST_GROUP),
        (jar.is_none(), "jira_page"),
        (nginx.is_none(), "hosted"),
        (nginx.is_none(), "several_jiras"),
        (openssl.is_none(), "hosted::connection::a_page_over_https"),
        (caddy.is_none(), "caddy"),
    ];
    let left_out =
        conditions.iter().filter(|(left_out, _)| *left_out).map(|(_, name)| format!(" --skip {name}"));
    let rest = format!("cargo test -p patchbay-tests --{}", left_out.collect::<String>());
    for (title, line) in [
        ("Tests: the list in Chromium", checks::BROWSER_TESTS),
        ("Tests: the app in Chromium, and clients of GitLab", &rest),
    ] {
        steps.show(title, || {
            run_tests(workspace, line, counts, |tests| {
                browser::tell(tests, workspace, &chromium);
                tests.env("PATCHBAY_PYTHON", &python);
                tests.envs(jar.iter().map(|jar| ("PATCHBAY_JAR", jar)));
                tests.envs(stand_in.iter().map(|stand_in| ("PATCHBAY_STAND_IN", stand_in)));
                nginx.iter().for_each(|nginx| nginx.tell(tests));
                tests.envs(caddy.iter().map(|caddy| ("PATCHBAY_CADDY", caddy)));
            })
        })?;
    }
    Ok(())
}

/// What was found, or `None` and a sentence about what is skipped.
fn or_skip<T>(skipped: &mut Vec<String>, what: &str, found: Result<T>) -> Option<T> {
    found
        .inspect_err(|missing| {
            println!("Skipped: {what}. {missing:#}");
            skipped.push(format!("Skipped: {what}. {missing}"));
        })
        .ok()
}

/// Runs a `cargo test` that has been told what it needs, passing on what it prints and counting the tests in it.
fn run_tests(
    workspace: &Workspace,
    line: &str,
    counts: &mut Counts,
    tell: impl FnOnce(&mut Command),
) -> Result<()> {
    let mut command = checks::command(workspace, line, &["--locked", "--no-fail-fast"]);
    tell(&mut command);
    if std::io::stdout().is_terminal() {
        let separator = if line.contains(" -- ") { None } else { Some("--") };
        command.args(separator).args(["--color", "always"]);
    }
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| process::not_started(&command))?;
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let line = line.context("What the tests print cannot be read")?;
        println!("{line}");
        if let Some(more) = Counts::from_line(&line) {
            *counts += more;
        }
    }
    let status = child.wait()?;
    process::succeeded(&command, status)
}

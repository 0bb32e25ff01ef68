//! `cargo xtask test`: everything that must hold before a change is taken.

use std::io::{BufRead, BufReader, IsTerminal};
use std::process::{Command, Stdio};

use crate::browser_tests::InJira;
use crate::failure::{Failure, Result};
use crate::setup::{jdk, nginx, node, rust};
use crate::steps::Steps;
use crate::test_counts::Counts;
use crate::workspace::Workspace;
use crate::{browser_tests, dist, jar, process};

/// Sets up, checks the code's form, runs every test, and ends with the times and the number of tests.
pub fn test(workspace: &Workspace) -> Result<()> {
    let mut steps = Steps::default();
    let mut counts = Counts::default();
    let outcome = all(workspace, &mut steps, &mut counts);
    println!("\n{}", steps.table());
    if counts != Counts::default() {
        println!("{}", counts.summary());
    }
    outcome
}

fn all(workspace: &Workspace, steps: &mut Steps, counts: &mut Counts) -> Result<()> {
    // What may be impossible here comes first, before minutes of compiling.
    let chromium = browser_tests::ensure_tools(workspace, steps)?;
    // Without a JDK all but the plugin for Jira can be tested.
    let javac = jdk::ensure_javac(steps)
        .inspect_err(|missing| {
            println!("Skipped: packing the plugin for Jira, and its page in Chromium. {missing}")
        })
        .ok();
    let aui = javac.as_ref().map(|_| node::ensure_stand_in(workspace, steps)).transpose()?;
    let nginx = nginx::ensure(workspace, steps)
        .inspect_err(|missing| println!("Skipped: the app on a web server, in Chromium. {missing}"))
        .ok();
    rust::ensure_checkers(steps)?;
    rust::ensure_wasm_target(steps)?;

    let cargo = |arguments: &str| {
        let mut command = process::cargo();
        command.args(arguments.split(' ')).current_dir(&workspace.root);
        command
    };
    steps.run("Format", || process::run(&mut cargo("fmt --all --check")))?;
    steps.run("Clippy: programs and libraries", || {
        process::run(&mut cargo(
            "clippy --locked --workspace --exclude patchbay --all-targets -- -D warnings",
        ))
    })?;
    steps.run("Clippy: app", || {
        // As Trunk will build it, so that it finds the macros and build scripts compiled.
        let arguments = "clippy --locked --release --package patchbay --all-targets --features split";
        process::run(cargo(arguments).args(["--target", rust::APP_TARGET, "--", "-D", "warnings"]))
    })?;
    steps.run("Tests: model, sandbox, xtask, app logic", || {
        let packages =
            "test --locked --package patchbay-model --package patchbay-sandbox --package xtask --package patchbay";
        run_tests(&mut cargo(packages), &[], counts)
    })?;
    let dist = dist::build_and_check(workspace, steps)?;
    let in_jira = match javac.zip(aui) {
        Some((javac, aui)) => Some(InJira { jar: jar::build(workspace, steps, &javac, &dist)?, aui }),
        None => None,
    };
    steps.run("Tests: the app in Chromium", || {
        let mut tests = cargo("test --locked --package patchbay-tests");
        browser_tests::tell(&mut tests, workspace, &dist, &chromium);
        let mut left_out = Vec::new();
        match &in_jira {
            Some(in_jira) => in_jira.tell(&mut tests),
            None => {
                println!("Skipped: the page inside Jira, for want of a JDK (see above).");
                left_out.extend(["--skip", "jira_page"]);
            }
        }
        match &nginx {
            Some(nginx) => nginx.tell(&mut tests),
            None => {
                println!("Skipped: the app on a web server, for want of nginx (see above).");
                left_out.extend(["--skip", "hosted"]);
            }
        }
        run_tests(&mut tests, &left_out, counts)
    })
}

/// Runs `cargo test`, passing on what it prints and counting the tests in it; `wishes` are for the test programs.
fn run_tests(command: &mut Command, wishes: &[&str], counts: &mut Counts) -> Result<()> {
    command.arg("--no-fail-fast").stdout(Stdio::piped()).arg("--").args(wishes);
    if std::io::stdout().is_terminal() {
        command.args(["--color", "always"]);
    }
    let mut child = command.spawn().map_err(|error| process::not_started(command, &error))?;
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

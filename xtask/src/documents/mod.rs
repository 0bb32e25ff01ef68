//! Every command that the documents name is run: most are steps of `cargo xtask test` or run by a test, the others here.

mod blocks;
mod runner;
mod serving;

use std::fs;
use std::path::Path;
use std::process::Command;

use blocks::Documented;
use runner::Runner;

use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{hosting, process};

/// Runs what nothing else runs. `with_plugin`: the plugin for Jira could be made here, so what needs it can be run.
pub fn run(workspace: &Workspace, steps: &mut Steps, dist: &Path, with_plugin: bool) -> Result<()> {
    steps.run("Run the commands of the documents", || {
        let outcome = run_all(workspace, with_plugin);
        // As it was before a `dist --config`, however that went.
        hosting::configure(workspace, dist, None)?;
        hosting::write(workspace, dist)?;
        outcome
    })
}

fn run_all(workspace: &Workspace, with_plugin: bool) -> Result<()> {
    for command in blocks::all(&workspace.root)? {
        let runner = runner::of(&command).ok_or_else(|| {
            Failure::new(format!(
                "{}: nothing runs `{}`. Have a test run it, or xtask/src/documents/runner.rs.",
                command.document, command.line
            ))
        })?;
        if !with_plugin && command.needs_plugin() {
            println!("    left out, for want of a JDK: {}", command.line);
            continue;
        }
        match runner {
            Runner::Step | Runner::Test => continue,
            Runner::Run => quietly(&mut in_workspace(workspace, &command.line))?,
            Runner::RunWithConfig(place) => run_with_config(workspace, &command, place)?,
            Runner::Serve(elsewhere) => {
                serving::answers(&mut in_workspace(workspace, &command.line), elsewhere, &command)?;
            }
        }
        println!("    {}: {}", command.document, command.line);
    }
    Ok(())
}

/// The command as somebody types it in the workspace's folder.
pub fn in_workspace(workspace: &Workspace, line: &str) -> Command {
    let mut words = line.split_whitespace().peekable();
    let variables: Vec<_> = std::iter::from_fn(|| words.next_if(|word| word.contains('=')))
        .filter_map(|word| word.split_once('='))
        .collect();
    let mut command = match words.next() {
        Some("cargo") | None => process::cargo(),
        Some(program) => process::program(program),
    };
    command
        .args(words)
        .envs(variables)
        .env("CARGO_TARGET_DIR", &workspace.target)
        .current_dir(&workspace.root);
    command
}

/// A file of its own stands for the reader's, at the place that the document names.
fn run_with_config(workspace: &Workspace, command: &Documented, place: &str) -> Result<()> {
    let file = workspace.outputs.join("documented-config.json");
    fs::write(&file, r#"{ "gitlab": { "url": "https://gitlab.example.com" } }"#)
        .map_err(Failure::with_file(&file))?;
    let mut program = in_workspace(workspace, command.line.replace(place, "").trim_end());
    quietly(program.arg(&file))?;
    let made = hosting::folder(workspace).join("nginx/patchbay.conf");
    let text = fs::read_to_string(&made).map_err(Failure::with_file(&made))?;
    if text.contains("connect-src 'self' https://gitlab.example.com;") {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{} does not allow the server of the config.json that it was made with.",
        made.display()
    )))
}

/// Shows what the program says only when it fails.
fn quietly(command: &mut Command) -> Result<()> {
    let output = command.output().map_err(|error| process::not_started(command, &error))?;
    if output.status.success() {
        return Ok(());
    }
    println!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(process::ended_badly(command, &output.status.to_string()))
}

//! `cargo xtask run`: the app on a demonstration Jira.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::Command;

use crate::app::{self, WasmOpt};
use crate::arguments::RunOptions;
use crate::failure::{Failure, Result};
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{hosting, process};

const USUAL_PORT: u16 = 8080;

/// Builds what is missing and becomes the server, which prints its address and ends with Ctrl-C.
pub fn run(workspace: &Workspace, options: &RunOptions) -> Result<()> {
    let mut steps = Steps::default();
    let dist = app::build(workspace, &mut steps, WasmOpt::WhereNodeIs)?;
    // A `dist --config` may have left another one, whose servers are elsewhere.
    hosting::configure(workspace, &dist, None)?;
    let server = build_server(workspace, &mut steps)?;
    let database = options.database.clone().unwrap_or_else(|| workspace.root.join("sandbox.sqlite"));
    let port = port(options.port)?;
    let mut command = Command::new(server);
    command
        .args([
            "--auto-sign-in",
            "--listen",
            &format!("127.0.0.1:{port}"),
            "--demo",
            &options.demo.to_string(),
        ])
        .arg("--database")
        .arg(database)
        .arg("--dist")
        .arg(dist);
    become_program(command)
}

fn build_server(workspace: &Workspace, steps: &mut Steps) -> Result<PathBuf> {
    steps.run("Build the demonstration Jira", || {
        let mut build = process::cargo();
        process::run(
            build.args(["build", "--locked", "--package", "patchbay-sandbox"]).current_dir(&workspace.root),
        )
    })?;
    Ok(workspace.programs.join(format!("patchbay-sandbox{}", std::env::consts::EXE_SUFFIX)))
}

/// The port that was asked for, or the first free one from the usual one on.
fn port(asked: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    if let Some(port) = asked {
        let failure =
            || Failure::new(format!("Port {port} is in use. Name another one with --port, or none."));
        return Some(port).filter(is_free).ok_or_else(failure);
    }
    let port = (USUAL_PORT..USUAL_PORT + 100).find(is_free).ok_or_else(|| {
        Failure::new("The ports from 8080 to 8179 are all in use. Name a free one with --port.")
    })?;
    if port != USUAL_PORT {
        println!("Port {USUAL_PORT} is in use, so this is port {port}.");
    }
    Ok(port)
}

/// No process stays in between, so that signals reach the server itself.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(process::not_started(&command, &error))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    process::run(&mut command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_a_port_that_was_asked_for_and_is_in_use() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let number = taken.local_addr().unwrap().port();
        let failure = port(Some(number)).unwrap_err();
        assert_eq!(
            failure.to_string(),
            format!("Port {number} is in use. Name another one with --port, or none.")
        );
    }

    #[test]
    fn lets_the_server_pick_with_port_zero() {
        assert_eq!(port(Some(0)), Ok(0));
    }
}

//! `cargo xtask run`: the app on a demonstration Jira.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use anyhow::{Context, Result};

use crate::arguments::RunOptions;
use crate::setup::rust;
use crate::steps::Steps;
use crate::workspace::Workspace;
use crate::{page, process};

const USUAL_PORT: u16 = 8080;
const FIRST_RUN: &str = "\
The first run compiles the app, the demonstration server and wasm-bindgen, about 450 crates: 3 to 6 minutes on two
cores. Later runs start in seconds. What the compiler prints goes to target/xtask/.";

/// Builds what is missing and becomes the server, which prints its address and ends with Ctrl-C.
pub fn run(workspace: &Workspace, steps: &mut Steps, options: &RunOptions) -> Result<()> {
    // Before minutes of compiling.
    let port = port(options.port)?;
    let server = workspace.program("patchbay-sandbox");
    if !server.is_file() {
        println!("{FIRST_RUN}\n");
    }
    rust::ensure_wasm_target(steps)?;
    let arguments = ["build", "--locked", "--package", "patchbay-sandbox", "--package", "patchbay-bindgen"];
    steps.run_together(vec![
        ("Compile the app".to_owned(), page::compile(workspace)),
        ("Compile the demonstration server".to_owned(), process::cargo(workspace, &arguments)),
    ])?;
    let app = page::make(workspace, steps)?;
    let database = options.database.clone().unwrap_or_else(|| workspace.root.join("sandbox.sqlite"));
    let mut command = Command::new(server);
    command.arg("--auto-sign-in").args(["--listen", &format!("127.0.0.1:{port}")]);
    command.args(["--demo", &options.demo.to_string()]);
    command.arg("--database").arg(database).arg("--dist").arg(app);
    if let Some(faults) = &options.faults {
        command.arg("--faults").arg(faults);
    }
    // The newest has all that there is to see. The server takes the last of two, so an option behind `--` wins.
    command.args(["--gitlab-version", "19.5"]).args(&options.more);
    become_program(command)
}

/// The port that was asked for, or the first free one from the usual one on.
fn port(asked: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    if let Some(port) = asked {
        let failure = || format!("Port {port} is in use. Name another one with --port, or none.");
        return Some(port).filter(is_free).with_context(failure);
    }
    let port = (USUAL_PORT..USUAL_PORT + 100)
        .find(is_free)
        .context("The ports from 8080 to 8179 are all in use. Name a free one with --port.")?;
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
    Err(error).with_context(|| process::not_started(&command))
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
        let expected = format!("Port {number} is in use. Name another one with --port, or none.");
        assert_eq!(failure.to_string(), expected);
    }

    #[test]
    fn lets_the_server_pick_with_port_zero() {
        assert_eq!(port(Some(0)).unwrap(), 0);
    }
}

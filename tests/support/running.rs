//! A web server that a test has started: on a free port, as the user who runs the tests, until it is dropped.

use std::fs::{File, read_to_string};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Somebody else may take the port that was free a moment ago.
const ATTEMPTS: usize = 5;

/// The process, and where it answers.
pub(crate) struct Running {
    process: Child,
    /// At 127.0.0.1.
    pub(crate) port: u16,
}

impl Running {
    /// Starts the program that is made for this folder and a port, and waits until it answers.
    pub(crate) fn start(folder: &Path, program: &dyn Fn(&Path, u16) -> Command) -> Self {
        let errors = folder.join("error.log");
        let attempt = || try_to_start(folder, &errors, program);
        let started = std::iter::repeat_with(attempt).take(ATTEMPTS).flatten().next();
        started.unwrap_or_else(|| {
            panic!("the web server does not start: {}", read_to_string(&errors).unwrap_or_default())
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// `None` when it ends by itself.
fn try_to_start(folder: &Path, errors: &Path, program: &dyn Fn(&Path, u16) -> Command) -> Option<Running> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let mut command = program(folder, port);
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(errors).unwrap())
        .spawn()
        .unwrap_or_else(|error| panic!("{} cannot be started: {error}", command.get_program().display()));
    while process.try_wait().unwrap().is_none() {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Some(Running { process, port });
        }
        sleep(Duration::from_millis(20));
    }
    None
}

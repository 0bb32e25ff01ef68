//! ChromeDriver: a process of its own for each page, so that none outlives its test.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::environment;

/// A ChromeDriver that runs until it is dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

/// ChromeDriver takes a free port for IPv4 and then asks for the same one for IPv6: between many others that may fail.
const ATTEMPTS: usize = 5;

impl Driver {
    /// Starts one on a port that is free and waits until it answers there.
    pub(crate) fn start() -> Self {
        let started = std::iter::repeat_with(Self::try_to_start).take(ATTEMPTS).flatten().next();
        started.expect("ChromeDriver starts and says which port it took")
    }

    fn try_to_start() -> Option<Self> {
        let program = environment::chromedriver();
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be started: {error}", program.display()));
        let output = process.stdout.take().expect("its output is piped");
        let port = BufReader::new(output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
        // Ended when it is dropped, also where it took no port.
        let driver = Self { process, port: port.unwrap_or_default() };
        port.map(|_| driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

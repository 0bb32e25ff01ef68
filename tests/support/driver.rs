//! ChromeDriver, and what sees to it that neither it nor its browser outlives the tests.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};

use crate::environment;

/// Starts a program, and ends its whole process group when the tests let go of the guard's standard input: also where
/// they are killed, and for a driver that is kept to the very end of them. The browser's folder goes with it.
const GUARD: &str = r#"
folder=$1; shift
"$@" </dev/null &
cat >/dev/null
trap '' TERM
kill -TERM 0
wait
for _ in 1 2 3 4 5; do rm -rf "$folder" && break; done
kill -KILL 0
"#;

/// A ChromeDriver that runs until it is dropped.
pub(crate) struct Driver {
    guard: Child,
    life: Option<ChildStdin>,
    port: u16,
    folder: PathBuf,
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
        let folder = tempfile::tempdir().unwrap().keep();
        let mut guard = Command::new("sh")
            .args(["-c", GUARD, "guard"])
            .arg(&folder)
            .arg(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            // So that everything else that the browser writes goes with its folder.
            .env("TMPDIR", &folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("sh cannot be started: {error}"));
        let output = guard.stdout.take().expect("its output is piped");
        let port = BufReader::new(output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok());
        let life = guard.stdin.take();
        // Ended when it is dropped, also where it took no port.
        let driver = Self { guard, life, port: port.unwrap_or_default(), folder };
        port.map(|_| driver)
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The folder for the browser's profile.
    pub(crate) fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    /// Port and path of the socket that the browser itself listens on.
    pub(crate) fn socket(&self) -> (u16, String) {
        let file = self.profile().join("DevToolsActivePort");
        let text = fs::read_to_string(&file).expect("the browser says where it listens");
        let (port, path) = text.split_once('\n').expect("a port and a path");
        (port.parse().expect("a port"), path.trim().to_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.life.take());
        // It may have ended by itself.
        let _ = self.guard.wait();
    }
}

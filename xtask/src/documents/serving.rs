//! Starts a command that serves, and asks it for the page that the document names.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::blocks::Documented;
use crate::failure::{Failure, Result};
use crate::process;

/// Where the document has it, in the words that follow the command.
const DOCUMENTED: &str = "http://127.0.0.1:8080/";
const PATIENCE: Duration = Duration::from_secs(20);

/// Fails unless the command comes to serve a page of Patchbay. It is ended afterwards.
pub fn answers(command: &mut Command, elsewhere: &[&str], documented: &Documented) -> Result<()> {
    command.args(elsewhere).stdout(Stdio::piped());
    let child = command.spawn().map_err(|error| process::not_started(command, &error))?;
    let mut server = Server(child);
    let failure =
        |what: &str| Failure::new(format!("{}: `{}` {what}.", documented.document, documented.line));
    let output = server.0.stdout.take().ok_or_else(|| failure("has no output"))?;
    let mut lines = BufReader::new(output).lines().map_while(std::result::Result::ok);
    let host = lines
        .find_map(|line| Some(line.split_once("http://")?.1.split('/').next()?.to_owned()))
        .ok_or_else(|| failure("ended without saying where it answers"))?;
    let path = path(&documented.text_after);
    let answer =
        ask(&host, path).map_err(|error| failure(&format!("does not answer at /{path}: {error}")))?;
    if answer.contains(" 200 ") && answer.contains("Patchbay") {
        return Ok(());
    }
    Err(failure(&format!("answers at /{path} with “{}”", answer.lines().next().unwrap_or_default())))
}

/// Of the address that follows the command, or of the top.
fn path(text_after: &str) -> &str {
    let address = text_after.split_once(DOCUMENTED).map(|(_, rest)| rest);
    address.and_then(|rest| rest.split(['`', ')', ' ', '\n']).next()).unwrap_or_default()
}

fn ask(host: &str, path: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Ended when dropped: `cargo run` and `cargo xtask run` become the server, so there is one process.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_address_that_follows() {
        let text = "\n\nOpen `http://127.0.0.1:8080/jira/page.jspa`. Then";
        assert_eq!(path(text), "jira/page.jspa");
        assert_eq!(path("prints the address to open"), "");
    }
}

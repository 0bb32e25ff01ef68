//! The program itself: what it prints, and how it ends.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Output, Stdio};

use crate::running::INTEGRATION;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_patchbay-sandbox"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Starts it on a free port and gives the line that it prints.
fn start(arguments: &[&str]) -> (Child, String) {
    let mut child = program(arguments).args(["--listen", "127.0.0.1:0"]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    (child, line)
}

/// Sends the signal by name, waits, and gives the exit code and what was printed after the first line.
#[cfg(unix)]
fn end(mut child: Child, signal: &str) -> (Option<i32>, String) {
    Command::new("sh").args(["-c", &format!("kill -{signal} {}", child.id())]).status().unwrap();
    let mut rest = String::new();
    child.stdout.take().unwrap().read_to_string(&mut rest).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut rest).unwrap();
    (child.wait().unwrap().code(), rest)
}

#[cfg(unix)]
#[test]
fn prints_one_line_with_the_real_port_and_ends_cleanly_when_stopped() {
    for signal in ["TERM", "INT"] {
        let (child, line) = start(&["--database", ":memory:", "--demo", "25", "--auto-sign-in"]);
        let url = line.strip_prefix("Patchbay sandbox: ").unwrap().trim_end();
        let port: u16 =
            url.strip_prefix("http://127.0.0.1:").unwrap().strip_suffix('/').unwrap().parse().unwrap();
        assert_ne!(port, 0);
        let list = ureq::get(format!("http://127.0.0.1:{port}{INTEGRATION}"))
            .header("Authorization", "Basic YWRtaW46YWRtaW4=")
            .call()
            .unwrap()
            .body_mut()
            .read_to_string()
            .unwrap();
        assert_eq!(list.matches("\"displayName\"").count(), 25);
        assert_eq!(end(child, signal), (Some(0), String::new()), "{signal}");
    }
}

fn fail(arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = program(arguments).output().unwrap();
    assert_eq!(String::from_utf8(stdout).unwrap(), "");
    (status.code(), String::from_utf8(stderr).unwrap())
}

#[test]
fn says_in_one_sentence_why_it_does_not_start() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let (code, said) = fail(&["--listen", &taken]);
    assert_eq!(code, Some(1));
    assert!(said.starts_with(&format!("The sandbox cannot listen on {taken}: ")), "{said}");

    let (code, said) = fail(&["--listen", "0.0.0.0:0", "--auto-sign-in"]);
    assert_eq!(code, Some(1));
    assert_eq!(
        said,
        "Automatic sign-in on 0.0.0.0:0 would make everyone who can reach that address an administrator. Use a loopback \
         address such as 127.0.0.1, or start without automatic sign-in.\n"
    );

    let folder = tempfile::tempdir().unwrap();
    let faults = folder.path().join("faults.json");
    std::fs::write(&faults, "[\n  { \"status\": 99 }\n]").unwrap();
    let (code, said) = fail(&["--faults", faults.to_str().unwrap()]);
    let place = format!("{}, line 2, column 15", faults.display());
    let sentence = format!("{place}: \"status\" is a number from 200 to 599, without quotation marks.\n");
    assert_eq!((code, said), (Some(2), sentence));

    let (code, said) = fail(&["--demo", "lots"]);
    assert_eq!((code, said.as_str()), (Some(2), "--demo takes a number such as 25, not \"lots\".\n"));
}

#[cfg(unix)]
#[test]
fn ten_thousand_are_there_at_once_with_faults() {
    let folder = tempfile::tempdir().unwrap();
    let (faults, database) = (folder.path().join("faults.json"), folder.path().join("box.sqlite"));
    std::fs::write(&faults, "[{ \"path\": \"/integration\", \"nth\": [1], \"status\": 503 }]").unwrap();
    let (faults, database) = (faults.to_str().unwrap(), database.to_str().unwrap());
    let (child, line) = start(&["--demo", "10000", "--database", database, "--faults", faults]);
    let url = line.strip_prefix("Patchbay sandbox: ").unwrap().trim_end().trim_end_matches('/');
    let list = || {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let ask = agent.get(format!("{url}{INTEGRATION}")).header("Authorization", "Bearer admin-token");
        let mut answer = ask.call().unwrap();
        let text = answer.body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
        (answer.status().as_u16(), text.matches("\"displayName\"").count())
    };
    assert_eq!([list(), list()], [(503, 0), (200, 10_000)]);
    let rows: i64 = rusqlite::Connection::open(database)
        .unwrap()
        .query_row("SELECT count(*) FROM integration", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 10_000);
    assert_eq!(end(child, "TERM"), (Some(0), String::new()));
}

#[test]
fn tells_its_options() {
    let Output { status, stdout, .. } = program(&["--help"]).output().unwrap();
    assert!(status.success());
    let help = String::from_utf8(stdout).unwrap();
    for option in [
        "--listen",
        "--database",
        "--demo",
        "--dist",
        "--auto-sign-in",
        "--websudo",
        "--linger",
        "--idle",
        "--gitlab-version",
        "--gitlab-tier",
        "--faults",
        "maintainer-token",
    ] {
        assert!(help.contains(option), "{option}");
    }
}

//! Connections: kept after a refusal, ended when a request does not come.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use patchbay_sandbox::Options;

use crate::running::{INTEGRATION, Running};

/// Long enough for any answer, so that a test fails instead of waiting for ever.
const TIMEOUT: Duration = Duration::from_secs(60);

fn connect(server: &Running) -> TcpStream {
    let stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(TIMEOUT)).unwrap();
    stream
}

/// Reads one answer with its body: status line and headers as text.
#[track_caller]
fn answer(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        assert_eq!(stream.read(&mut byte).unwrap(), 1, "ended after {:?}", String::from_utf8_lossy(&head));
        head.extend(byte);
    }
    let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.trim().parse().unwrap())];
    stream.read_exact(&mut body).unwrap();
    head
}

/// Reads until the server ends the connection, and gives what it sent.
#[track_caller]
fn rest(stream: &mut TcpStream) -> String {
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Ok(_) => {}
        Err(fault) if fault.kind() == ErrorKind::ConnectionReset => {}
        Err(fault) => panic!("the connection stays open: {fault}"),
    }
    String::from_utf8(rest).unwrap()
}

const JSON: &str = "Content-Type: application/json\r\n";
const ADMIN: &str = "Authorization: Bearer admin-token\r\n";
const USER: &str = "Authorization: Bearer user-token\r\n";

/// Requests that are refused, most before their body is read: what is sent, and the status.
fn refused() -> Vec<(&'static str, String, String, u16)> {
    let one = format!("{INTEGRATION}/1");
    let project = "/api/v4/projects/101/integrations/slack";
    let foreign = "Origin: https://evil.example\r\n";
    let reader = "PRIVATE-TOKEN: read-token\r\n";
    vec![
        ("PUT", one.clone(), JSON.to_owned(), 401),
        ("PUT", one.clone(), format!("{JSON}Authorization: Bearer guessed\r\n"), 401),
        ("PUT", one.clone(), format!("{JSON}{USER}"), 403),
        ("PUT", one.clone(), format!("{JSON}{ADMIN}{foreign}"), 403),
        ("PUT", one.clone(), ADMIN.to_owned(), 415),
        ("PUT", one.clone(), format!("{JSON}{ADMIN}"), 400),
        ("PUT", format!("{INTEGRATION}/x"), format!("{JSON}{ADMIN}"), 400),
        ("PUT", INTEGRATION.to_owned(), format!("{JSON}{ADMIN}"), 405),
        ("POST", INTEGRATION.to_owned(), JSON.to_owned(), 401),
        ("POST", INTEGRATION.to_owned(), format!("{JSON}{USER}"), 403),
        ("POST", INTEGRATION.to_owned(), format!("{JSON}{ADMIN}"), 400),
        ("DELETE", one, JSON.to_owned(), 401),
        ("PUT", "/rest/nowhere".to_owned(), format!("{JSON}{ADMIN}"), 404),
        ("PUT", project.to_owned(), JSON.to_owned(), 401),
        ("PUT", project.to_owned(), format!("{JSON}PRIVATE-TOKEN: guessed\r\n"), 401),
        ("PUT", project.to_owned(), format!("{JSON}{reader}"), 403),
        (
            "PUT",
            "/api/v4/projects/0/integrations/slack".to_owned(),
            format!("{JSON}PRIVATE-TOKEN: maintainer-token\r\n"),
            404,
        ),
        ("GET", format!("{INTEGRATION}/1"), JSON.to_owned(), 401),
    ]
}

#[test]
fn a_connection_can_be_used_again_after_a_refusal() {
    let server = Running::empty();
    for size in [1, 100, 70_000, 600_000, 3_000_000] {
        for (method, path, headers, status) in refused() {
            let is_too_large = size > 1 << 20 && headers.contains(ADMIN) && !headers.contains("evil");
            let what = format!("{method} {path} {headers:?} with {size} bytes");
            let mut stream = connect(&server);
            for form in ["length", "chunked"] {
                let host = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}", server.address);
                let body = "x".repeat(size);
                let request = match form {
                    "length" => format!("{host}Content-Length: {size}\r\n\r\n{body}"),
                    _ => format!("{host}Transfer-Encoding: chunked\r\n\r\n{size:x}\r\n{body}\r\n0\r\n\r\n"),
                };
                stream.write_all(request.as_bytes()).unwrap();
                let head = answer(&mut stream);
                let found: u16 = head.split(' ').nth(1).unwrap().parse().unwrap();
                let expected = if is_too_large && found == 413 { 413 } else { status };
                assert_eq!(found, expected, "{what}");
                assert!(!head.contains("connection: close"), "{what}: {head}");
            }
            // The very same connection answers the next one.
            let next = format!("GET {INTEGRATION} HTTP/1.1\r\nHost: {}\r\n{ADMIN}\r\n", server.address);
            stream.write_all(next.as_bytes()).unwrap();
            assert!(answer(&mut stream).starts_with("http/1.1 200"), "after {what}");
        }
    }
}

#[test]
fn two_hundred_refusals_on_one_connection_lose_no_request() {
    let server = Running::empty();
    let mut stream = connect(&server);
    for number in 0..200 {
        let (method, path, headers, status) = &refused()[number % refused().len()];
        // In two pieces, so that the refusal is ready before the body is there.
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}Content-Length: 20\r\n\r\n",
            server.address
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.flush().unwrap();
        stream.write_all(b"{\"displayName\":\"xx\"}").unwrap();
        let said = answer(&mut stream);
        // With a body that is JSON the unknown id is found.
        let status = if *status == 400 && path.ends_with("/1") { 404 } else { *status };
        assert!(said.starts_with(&format!("http/1.1 {status}")), "{method} {path}: {said}");
        assert!(!said.contains("connection: close"), "{method} {path}: {said}");
    }
}

#[test]
fn an_endless_body_is_not_read_for_ever() {
    let server = Running::empty();
    let mut stream = connect(&server);
    let head = format!(
        "PUT {INTEGRATION}/1 HTTP/1.1\r\nHost: {}\r\nContent-Length: 1000000000\r\n\r\n",
        server.address
    );
    stream.write_all(head.as_bytes()).unwrap();
    let megabyte = vec![b'x'; 1 << 20];
    let sent = (0..1000).take_while(|_| stream.write_all(&megabyte).is_ok()).count();
    assert!(sent < 1000, "all of it was read");
}

#[test]
fn a_request_that_does_not_come_is_given_up() {
    let patience = Duration::from_millis(300);
    let server = Running::within(patience, Options { patience, ..Options::default() });
    let head = format!("PUT {INTEGRATION}/1 HTTP/1.1\r\nHost: {}\r\n{ADMIN}{JSON}", server.address);
    let own = format!("Host: {}\r\n", server.address);
    // No answer is due before the head is whole.
    for begun in [
        String::new(),
        "G".to_owned(),
        "GET / HTTP/1.1\r\n".to_owned(),
        format!("GET / HTTP/1.1\r\n{own}"),
        format!("GET / HTTP/1.1\r\n{own}X-Slow: {}", "x".repeat(5_000)),
        head.clone(),
    ] {
        let mut stream = connect(&server);
        stream.write_all(begun.as_bytes()).unwrap();
        assert_eq!(rest(&mut stream), "", "{begun:.60}");
    }
    // A body that breaks off is told.
    for begun in ["", "{", "{\"displayName\": \"x\""] {
        for framing in ["Content-Length: 500\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n64\r\n"] {
            let mut stream = connect(&server);
            stream.write_all(format!("{head}{framing}{begun}").as_bytes()).unwrap();
            let said = rest(&mut stream);
            assert!(said.starts_with("HTTP/1.1 408"), "{framing:?} {begun}: {said}");
        }
    }
    // So is one that nobody reads, because the request is refused.
    let mut stream = connect(&server);
    stream
        .write_all(format!("PUT {INTEGRATION}/1 HTTP/1.1\r\n{own}Content-Length: 500\r\n\r\n").as_bytes())
        .unwrap();
    let said = rest(&mut stream);
    assert!(said.starts_with("HTTP/1.1 4"), "{said}");
    // Others are answered all the while.
    assert_eq!(server.get(INTEGRATION).status, 200);
}

#[test]
fn a_body_that_trickles_ends_too() {
    let patience = Duration::from_millis(200);
    let server = Running::within(patience, Options { patience, ..Options::default() });
    let mut stream = connect(&server);
    let head = format!(
        "PUT {INTEGRATION}/1 HTTP/1.1\r\nHost: {}\r\n{ADMIN}{JSON}Content-Length: 1000000\r\n\r\n",
        server.address
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(20))).unwrap();
    // Each byte comes in time; all of them together do not. Reading waits between them.
    let mut said = [0; 12];
    let pieces = (0..3_000).take_while(|_| {
        let _ = stream.write_all(b"x");
        !matches!(stream.read(&mut said), Ok(1..))
    });
    assert!(pieces.count() < 3_000, "it is still read");
    assert_eq!(&said, b"HTTP/1.1 408");
}

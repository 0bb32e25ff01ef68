//! Requests as bytes: lengths that lie, chunks, expectations, several at once, odd methods and addresses. Each is answered
//! or its connection ends, none with a failure of the server, and nothing is lost.

use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use patchbay_sandbox::Options;
use serde_json::json;

use crate::running::{INTEGRATION, Running};

/// What is sent, and the statuses of all answers to it.
type Case = (String, Vec<u16>);

const ADMIN: &str = "Authorization: Bearer admin-token\r\n";
const JSON: &str = "Content-Type: application/json\r\n";
const BODY: &str = "{\"displayName\":\"mobile\"}";

/// Connections end a moment after the last answer.
fn short_tempered() -> Running {
    let patience = Duration::from_millis(400);
    Running::within(patience, Options { patience, demo: 3, ..Options::default() })
}

/// Sends the bytes and reads until the server ends the connection; gives the statuses of all answers.
fn statuses(server: &Running, bytes: &[u8], is_cut: bool) -> Vec<u16> {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    // The server may have refused and gone before all of it is sent.
    let _ = stream.write_all(bytes);
    if is_cut {
        let _ = stream.shutdown(Shutdown::Write);
    }
    let mut said = Vec::new();
    match stream.read_to_end(&mut said) {
        Ok(_) => {}
        Err(fault) if fault.kind() == ErrorKind::ConnectionReset => {}
        Err(fault) => {
            panic!("{:?} stays open: {fault}", String::from_utf8_lossy(&bytes[..bytes.len().min(200)]))
        }
    }
    let said = String::from_utf8_lossy(&said);
    let heads = said.split("HTTP/1.").skip(1).filter_map(|head| head.get(2..5)?.parse().ok());
    heads.collect()
}

/// Sends all at the same time, because each waits for the end of its connection.
fn all_answer(server: &Running, cases: &[Case], is_cut: bool) {
    std::thread::scope(|scope| {
        for (request, expected) in cases {
            scope.spawn(move || {
                let bytes: Vec<u8> = request.chars().map(|c| u8::try_from(c).unwrap()).collect();
                let found = statuses(server, &bytes, is_cut);
                assert_eq!(found, *expected, "{:.200}", request.replace("\r\n", "⏎"));
            });
        }
    });
    // Others are answered as ever.
    assert_eq!(server.get(INTEGRATION).json()["integrations"].as_array().map(Vec::len), Some(3));
}

fn put(server: &Running, rest: &str) -> String {
    format!("PUT {INTEGRATION}/2 HTTP/1.1\r\nHost: {}\r\n{ADMIN}{JSON}{rest}", server.address)
}

fn get(server: &Running, address: &str, more: &str) -> String {
    format!("GET {address} HTTP/1.1\r\nHost: {}\r\n{ADMIN}{more}\r\n", server.address)
}

#[test]
fn lengths_that_lie() {
    let server = short_tempered();
    let of = |length: &str| put(&server, &format!("Content-Length: {length}\r\n\r\n{BODY}"));
    let mut cases: Vec<Case> =
        ["-1", "abc", "1e3", "+24", "0x18", "99999999999999999999999", "", "24, 24", "24 24", "²³"]
            .map(|length| (of(length), vec![400]))
            .into();
    cases.extend([
        (of("24"), vec![200]),
        (of(" 24 "), vec![200]),
        (of("024"), vec![200]),
        // What is left over is no request.
        (of("5"), vec![400, 400]),
        (of("23"), vec![400, 400]),
        (of("0"), vec![400, 400]),
        // What is missing does not come.
        (of("25"), vec![408]),
        (of("500"), vec![408]),
        (put(&server, &format!("Content-Length: 24\r\nContent-Length: 24\r\n\r\n{BODY}")), vec![200]),
        (put(&server, &format!("Content-Length: 24\r\nContent-Length: 3\r\n\r\n{BODY}")), vec![400]),
        (put(&server, &format!("\r\n{BODY}")), vec![400, 400]),
        (
            put(
                &server,
                &format!("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n18\r\n{BODY}\r\n0\r\n\r\n"),
            ),
            vec![200],
        ),
        (put(&server, &format!("Transfer-Encoding: identity\r\n\r\n{BODY}")), vec![400]),
        (put(&server, &format!("Transfer-Encoding: xchunked\r\n\r\n{BODY}")), vec![400]),
        (put(&server, &format!("Transfer-Encoding: chunked, gzip\r\n\r\n{BODY}")), vec![400]),
    ]);
    all_answer(&server, &cases, false);
    let cut = [
        (of("25"), vec![400]),
        (of("500"), vec![400]),
        (put(&server, "Transfer-Encoding: chunked\r\n\r\n18\r\n{\"dis"), vec![400]),
        (put(&server, &format!("Transfer-Encoding: chunked\r\n\r\n18\r\n{BODY}\r\n")), vec![400]),
    ];
    all_answer(&server, &cut, true);
}

#[test]
fn chunks() {
    let server = short_tempered();
    let of = |chunks: &str| put(&server, &format!("Transfer-Encoding: chunked\r\n\r\n{chunks}"));
    let single: String = BODY.chars().map(|c| format!("1\r\n{c}\r\n")).collect();
    let cases = [
        (of(&format!("18\r\n{BODY}\r\n0\r\n\r\n")), vec![200]),
        (of(&format!("18;a=b;c=\"d\"\r\n{BODY}\r\n0\r\n\r\n")), vec![200]),
        (of(&format!("18\r\n{BODY}\r\n0\r\nX-Trailer: 1\r\nDigest: x\r\n\r\n")), vec![200]),
        (of(&format!("00018\r\n{BODY}\r\n0000\r\n\r\n")), vec![200]),
        (of(&format!("{single}0\r\n\r\n")), vec![200]),
        (of("0\r\n\r\n"), vec![400]),
        (of(&format!("zz\r\n{BODY}\r\n0\r\n\r\n")), vec![400]),
        (of(&format!("-18\r\n{BODY}\r\n0\r\n\r\n")), vec![400]),
        (of(&format!("\r\n{BODY}\r\n0\r\n\r\n")), vec![400]),
        (of(&format!("fffffffffffffffff0\r\n{BODY}\r\n0\r\n\r\n")), vec![400]),
        (of(&format!("18\r\n{BODY}0\r\n\r\n")), vec![400]),
        (of(&format!("18\n{BODY}\n0\n\n")), vec![400]),
        (of(&format!("ffffffffffffffff\r\n{BODY}")), vec![408]),
        (of(&format!("18\r\n{BODY}\r\n")), vec![408]),
        (of("18\r\n{"), vec![408]),
        (of("1"), vec![408]),
        // The next request begins right behind it.
        (
            format!("{}{}", of(&format!("18\r\n{BODY}\r\n0\r\n\r\n")), get(&server, INTEGRATION, "")),
            vec![200, 200],
        ),
    ];
    all_answer(&server, &cases, false);
}

#[test]
fn expectations_and_upgrades() {
    let server = short_tempered();
    let host = format!("Host: {}\r\n", server.address);
    let expecting = |who: &str, rest: &str| {
        format!(
            "PUT {INTEGRATION}/2 HTTP/1.1\r\n{host}{who}{JSON}Expect: 100-continue\r\nContent-Length: 24\r\n\r\n{rest}"
        )
    };
    let one = get(&server, &format!("{INTEGRATION}/2"), "");
    let cases = [
        (expecting(ADMIN, BODY), vec![100, 200]),
        (expecting("", BODY), vec![100, 401]),
        (format!("{}{one}", expecting(ADMIN, BODY)), vec![100, 200, 200]),
        (format!("{}{one}", expecting("", BODY)), vec![100, 401, 200]),
        // Without its body it is given up.
        (expecting(ADMIN, ""), vec![100, 408]),
        (expecting("", ""), vec![100, 408]),
        (put(&server, &format!("Expect: 200-ok\r\nContent-Length: 24\r\n\r\n{BODY}")), vec![200]),
        (get(&server, INTEGRATION, "Expect: 100-continue\r\n"), vec![200]),
        (
            get(
                &server,
                INTEGRATION,
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n",
            ),
            vec![200],
        ),
        (
            get(
                &server,
                INTEGRATION,
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n",
            ),
            vec![200],
        ),
        (get(&server, INTEGRATION, "Connection: close\r\n"), vec![200]),
        (format!("{}{one}", get(&server, INTEGRATION, "Connection: close\r\n")), vec![200]),
        (format!("GET {INTEGRATION} HTTP/1.0\r\n{host}{ADMIN}\r\n"), vec![200]),
        (
            format!("GET {INTEGRATION} HTTP/1.0\r\n{host}{ADMIN}Connection: keep-alive\r\n\r\n{one}"),
            vec![200, 200],
        ),
    ];
    all_answer(&server, &cases, false);
}

#[test]
fn several_at_once_are_answered_in_their_order_and_none_is_lost() {
    let server = short_tempered();
    let one = get(&server, &format!("{INTEGRATION}/2"), "");
    let gone = format!("DELETE {INTEGRATION}/999 HTTP/1.1\r\nHost: {}\r\n{ADMIN}\r\n", server.address);
    let named = |name: &str| {
        let body = json!({ "displayName": name }).to_string();
        put(&server, &format!("Content-Length: {}\r\n\r\n{body}", body.len()))
    };
    let head = format!("HEAD {INTEGRATION}/2 HTTP/1.1\r\nHost: {}\r\n{ADMIN}\r\n", server.address);
    let cases = [
        (one.repeat(50), vec![200; 50]),
        (
            format!("{}{gone}{one}", put(&server, &format!("Content-Length: 24\r\n\r\n{BODY}"))),
            vec![200, 404, 200],
        ),
        (format!("{head}{one}{head}"), vec![200; 3]),
        (
            get(&server, &format!("{INTEGRATION}/2"), "Content-Length: 24\r\n").to_owned() + BODY + &one,
            vec![200, 200],
        ),
    ];
    all_answer(&server, &cases, false);
    let names: Vec<String> = (0..60).map(|number| format!("name {number}")).collect();
    let all: String = names.iter().map(|name| named(name)).collect();
    assert_eq!(statuses(&server, all.as_bytes(), false), vec![200; 60]);
    assert_eq!(server.get(&format!("{INTEGRATION}/2")).json()["integration"][0]["displayName"], "name 59");
}

#[test]
fn odd_methods_and_addresses() {
    let server = short_tempered();
    let host = format!("Host: {}\r\n", server.address);
    let own = format!("http://{}", server.address);
    let one = format!("{INTEGRATION}/2");
    let ask = |method: &str, address: &str| format!("{method} {address} HTTP/1.1\r\n{host}{ADMIN}\r\n");
    let mut cases: Vec<Case> = Vec::new();
    for method in ["OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "get", "FOO"] {
        for (address, status) in
            [(INTEGRATION, 405), (&one, 405), ("/api/v4/projects", 405), ("/rest/nowhere", 404)]
        {
            cases.push((ask(method, address), vec![status]));
        }
    }
    for (address, status) in
        [(INTEGRATION, 200), (&one, 200), ("/api/v4/projects", 401), ("/rest/nowhere", 404), ("*", 404)]
    {
        cases.push((ask("HEAD", address), vec![status]));
    }
    for method in ["GE T", "\u{1}GET", "", "G\u{e4}T"] {
        cases.push((ask(method, INTEGRATION), vec![400]));
    }
    for (address, status) in [
        (format!("{own}{INTEGRATION}"), 200),
        (format!("https://{}{INTEGRATION}", server.address), 200),
        (format!("http://evil.example{INTEGRATION}"), 421),
        (format!("http://user@{}{INTEGRATION}", server.address), 421),
        (format!("//{}{INTEGRATION}", server.address), 404),
        (String::new(), 400),
        ("rest/x".to_owned(), 400),
        (format!("{INTEGRATION}#fragment"), 200),
        (format!("{INTEGRATION}?{}", "a=b&".repeat(3_000)), 200),
        (format!("{INTEGRATION}/%zz"), 400),
        (format!("{INTEGRATION}/%00"), 400),
        (format!("{INTEGRATION}/%ff%fe"), 400),
        (format!("{INTEGRATION}/..%2f.."), 400),
        (format!("{INTEGRATION}/{}", "9".repeat(400)), 400),
        (format!("{INTEGRATION}/2 x"), 400),
        (format!("{INTEGRATION}/\u{ff}"), 400),
        ("/../../etc/passwd".to_owned(), 404),
        ("/%2e%2e/%2e%2e/etc/passwd".to_owned(), 404),
        (format!("/{}", "a".repeat(70_000)), 414),
        ("/api/v4/projects/%2525".to_owned(), 401),
        (format!("/api/v4/projects/{}b/integrations", "a%2F".repeat(5_000)), 401),
    ] {
        cases.push((ask("GET", &address), vec![status]));
    }
    all_answer(&server, &cases, false);
}

#[test]
fn odd_heads() {
    let server = short_tempered();
    let host = format!("Host: {}\r\n", server.address);
    let with = |headers: &str| format!("GET {INTEGRATION} HTTP/1.1\r\n{headers}\r\n");
    let many = |count: usize| (0..count).map(|at| format!("X{at}: y\r\n")).collect::<String>();
    let cases = [
        (with(ADMIN), vec![421]),
        (with(&format!("Host: \r\n{ADMIN}")), vec![421]),
        // Something on the way may have looked at the other one.
        (with(&format!("{host}Host: evil.example\r\n{ADMIN}")), vec![421]),
        (with(&format!("Host: evil.example\r\n{host}{ADMIN}")), vec![421]),
        (with(&format!("{host}{host}{ADMIN}")), vec![421]),
        (with(&format!("{host}{ADMIN}X: {}\r\n", "x".repeat(100_000))), vec![200]),
        (with(&format!("{host}{ADMIN}X: {}\r\n", "x".repeat(1_000_000))), vec![431]),
        (with(&format!("{host}{ADMIN}{}: x\r\n", "x".repeat(60_000))), vec![200]),
        (with(&format!("{host}{ADMIN}{}", many(90))), vec![200]),
        (with(&format!("{host}{ADMIN}{}", many(300))), vec![431]),
        (with(&format!("{host}{ADMIN}X: a\r\n b\r\n")), vec![400]),
        (with(&format!("{host}Authorization : Bearer admin-token\r\n")), vec![400]),
        (with(&format!("{host}{ADMIN}Broken\r\n")), vec![400]),
        (with(&format!("{host}{ADMIN}: x\r\n")), vec![400]),
        (with(&format!("{host}{ADMIN}X: \0\r\n")), vec![400]),
        (with(&format!("{host}Authorization: Bearer \u{e4}\u{ff}\r\n")), vec![401]),
        (with(&format!("{host}{ADMIN}{ADMIN}")), vec![200]),
        (format!("\r\n\r\n{}", with(&format!("{host}{ADMIN}"))), vec![200]),
        (with(&format!("{host}{ADMIN}")).replace("\r\n", "\n"), vec![200]),
        (format!("GET {INTEGRATION}\r\n{host}\r\n"), vec![400]),
        (format!("GET {INTEGRATION} HTTP/3.0\r\n{host}\r\n"), vec![400]),
        (format!("GET {INTEGRATION} HTTP/1.10\r\n{host}\r\n"), vec![400]),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(), vec![]),
        ("\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{fc}\u{3}\u{3}".to_owned(), vec![400]),
        ("\0".repeat(100), vec![400]),
        (BODY.to_owned(), vec![400]),
    ];
    all_answer(&server, &cases, false);
}

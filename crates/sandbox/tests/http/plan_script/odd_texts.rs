//! Texts that a shell, curl or JSON would understand in a way of their own.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Sender, channel};

use patchbay_model::Vendor;
use patchbay_model::plan::script::{Request, Script, shell};
use serde_json::{Value, json};

use super::shells;

const ODD: [&str; 40] = [
    "it's",
    "''",
    "'; touch gone; '",
    "'\\''",
    "\"",
    "\"quoted\"",
    "\\",
    "\\\\",
    "\\'",
    "\\n",
    "$HOME",
    "${HOME}",
    "$(touch gone)",
    "`touch gone`",
    "$((1+1))",
    "$'x'",
    "!!",
    "a\nb",
    "\n",
    "a\r\tb",
    "EOF",
    "a\nEOF\nb",
    "'EOF'\nEOF",
    "*",
    "~",
    "#x",
    "# \"x\"",
    "%s\\n%d",
    "&& || ; |",
    "@/etc/passwd",
    "-o gone",
    "url = \"http://x\"",
    "\"\nurl = \"http://x\"",
    "ünïcode ✓ 🦀",
    "ÁÂÃÄÅÆÇÈ āăąć",
    "\u{2028}\u{202e}",
    "\u{0}\u{1}\u{7f}",
    "{a,b}[1-3]",
    "\"success\":false",
    "",
];

/// A server that takes one request after the other, says yes to each, and gives the bodies.
fn bodies(
    requests: &[Request],
    shell_words: &[&str],
    secrets: &[(&str, &str)],
) -> (Vec<String>, std::process::Output) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let script = Script { title: "x", made: "y", vendor: Vendor::Jira, server: &origin, requests };
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.sh"), shell(&script)).unwrap();
    let (told, heard) = channel();
    // It ends with the test's program: a script that sends too little fails here, and waits for nothing.
    std::thread::spawn(move || listener.incoming().for_each(|stream| answer(stream.unwrap(), &told)));
    let mut command = std::process::Command::new(shell_words[0]);
    command.args(&shell_words[1..]).arg("plan.sh").current_dir(&folder);
    command.env("TOKEN", "a \"b\" \\c $(d) 'e").envs(secrets.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{shell_words:?}: {output:?}");
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["plan.sh"], "no text was run");
    (heard.try_iter().collect(), output)
}

/// Says yes to one request, and tells its body before.
fn answer(mut stream: TcpStream, told: &Sender<String>) {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let read = stream.read(&mut part).unwrap();
        assert_ne!(read, 0, "{}", String::from_utf8_lossy(&bytes));
        bytes.extend(&part[..read]);
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8(bytes[..end + 2].to_vec()).unwrap();
        let body = &bytes[end + 4..];
        let length = head.lines().find_map(|line| line.strip_prefix("Content-Length: "));
        if body.len() < length.map_or(0, |length| length.parse().unwrap()) {
            continue;
        }
        assert!(head.contains("\r\nAuthorization: Bearer a \"b\" \\c $(d) 'e\r\n"), "{head}");
        assert!(head.contains("\r\nX-Atlassian-Token: no-check\r\n"), "{head}");
        told.send(String::from_utf8(body.to_vec()).unwrap()).unwrap();
        return stream
            .write_all(
                b"HTTP/1.1 200 OK\r\nContent-Length: 18\r\nConnection: close\r\n\r\n{ \"success\":true }",
            )
            .unwrap();
    }
}

#[test]
fn every_text_arrives_as_it_is() {
    let steps: Vec<_> = ODD
        .iter()
        .map(|text| {
            super::step(
                text,
                "PUT",
                "/x?y=[1-3]{a,b}",
                Some(json!({ "displayName": text, *text: [text, { *text: 1 }] })),
            )
        })
        .collect();
    for shell in shells() {
        let (bodies, output) = bodies(&steps, shell, &[]);
        assert_eq!(bodies.len(), ODD.len(), "{shell:?}");
        for ((body, step), text) in bodies.iter().zip(&steps).zip(ODD) {
            let expected = Value::Object(step.body.clone().unwrap());
            assert_eq!(serde_json::from_str::<Value>(body).unwrap(), expected, "{shell:?}: {text:?}");
        }
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(printed.lines().count(), ODD.len() + 1, "a title is on one line: {printed}");
        for text in ["it's", "$(touch gone)", "`touch gone`", "%s\\n%d", "'; touch gone; '", "ünïcode ✓ 🦀"]
        {
            assert!(printed.contains(&format!("/{} {text}: ok\n", ODD.len())), "{shell:?}: {printed}");
        }
    }
}

#[test]
fn every_secret_arrives_as_it_is() {
    let texts: Vec<_> =
        ODD.iter().filter(|text| !text.is_empty() && !text.contains(['\u{0}', '\u{1}'])).collect();
    let more = ["-----BEGIN KEY-----\nab\\c\n-----END KEY-----\n", "\n\n", "ends with \\", "x\n"];
    let texts: Vec<&str> = texts.into_iter().copied().chain(more).collect();
    let names: Vec<_> = (1..=texts.len()).map(|at| format!("SECRET_{at}")).collect();
    let secrets: Vec<_> = names.iter().map(String::as_str).zip(texts.iter().copied()).collect();
    let steps: Vec<_> = (0..texts.len())
        .map(|group| Request {
            group: Some(group),
            ..super::step("x", "PUT", "/x", Some(json!({ "pat": "?", "x": "y" })))
        })
        .collect();
    for shell in shells() {
        let (bodies, _) = bodies(&steps, shell, &secrets);
        assert_eq!(bodies.len(), texts.len(), "{shell:?}");
        for (body, text) in bodies.iter().zip(&texts) {
            let read: Value = serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {body}"));
            assert_eq!(read, json!({ "pat": text, "x": "y" }), "{shell:?}");
        }
    }
}

/// Longer than what curl reads in one go, and than what fits in one argument.
#[test]
fn a_long_body_arrives_whole() {
    let long = "0123456789ü".repeat(8_000);
    let steps = [super::step("x", "PUT", "/x", Some(json!({ "displayName": long })))];
    let (bodies, _) = bodies(&steps, &["sh"], &[]);
    assert_eq!(serde_json::from_str::<Value>(&bodies[0]).unwrap(), json!({ "displayName": long }));
}

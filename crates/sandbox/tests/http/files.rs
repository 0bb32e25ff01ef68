//! The built app: its files, their headers, and nothing but them.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use patchbay_sandbox::Options;
use tempfile::TempDir;

use crate::running::Running;

const SCRIPT: &str = "/patchbay-3f0a1b2c4d5e6f70.js";
const WASM: &str = "/patchbay-3f0a1b2c4d5e6f70_bg.wasm";

/// A folder as Trunk and `cargo xtask dist` leave it, with a secret beside it.
fn built() -> (TempDir, Running) {
    let folder = TempDir::new().unwrap();
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(folder.path().join("secret.txt"), "beside the folder").unwrap();
    for (name, text) in [
        ("index.html", "<!doctype html><title>Patchbay</title>"),
        ("boot.js", "// boot"),
        ("config.json", "{}"),
        (&SCRIPT[1..], "// plain"),
        (&format!("{}.br", &SCRIPT[1..]), "brotli"),
        (&format!("{}.gz", &SCRIPT[1..]), "gzip"),
        (&WASM[1..], "\0asm"),
        ("tokens-a1b2c3d4e5f6a7b8.css", "body{}"),
        ("icon-a1b2c3d4e5f6a7b8.svg", "<svg/>"),
    ] {
        fs::write(dist.join(name), text).unwrap();
    }
    let server = Running::with(Options { dist: Some(dist), ..Options::default() });
    (folder, server)
}

#[test]
fn serves_each_file_with_its_type_and_its_time_to_live() {
    let (_folder, server) = built();
    let forever = "public, max-age=31536000, immutable";
    for (path, kind, kept) in [
        ("/", "text/html", "no-cache"),
        ("/index.html", "text/html", "no-cache"),
        ("/boot.js", "text/javascript", "no-cache"),
        ("/config.json", "application/json", "no-cache"),
        (SCRIPT, "text/javascript", forever),
        (WASM, "application/wasm", forever),
        ("/tokens-a1b2c3d4e5f6a7b8.css", "text/css", forever),
        ("/icon-a1b2c3d4e5f6a7b8.svg", "image/svg+xml", forever),
    ] {
        let answer = server.ask_signed_out("GET", path).send();
        let found = (answer.status, answer.header("content-type"), answer.header("cache-control"));
        assert_eq!(found, (200, kind, kept), "{path}");
        assert!(!answer.header("etag").is_empty() && !answer.header("last-modified").is_empty(), "{path}");
        let known = server.ask_signed_out("GET", path).header("If-None-Match", answer.header("etag")).send();
        let found = (known.status, known.text.as_str(), known.header("cache-control"));
        assert_eq!(found, (304, "", kept), "{path}");
    }
}

#[test]
fn every_answer_carries_the_headers_that_guard_it() {
    let (_folder, server) = built();
    for path in ["/", SCRIPT, "/nothing", "/rest/gitplugin/1.0/integration", "/openapi.json"] {
        let answer = server.ask("GET", path).send();
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
             trusted-types default; require-trusted-types-for 'script'",
            "{path}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(answer.header(name), value, "{name} of {path}");
        }
    }
}

#[test]
fn sends_what_was_compressed_at_build_time() {
    let (_folder, server) = built();
    for (accepted, encoding, text) in [
        ("br, gzip, deflate", "br", "brotli"),
        ("gzip, deflate", "gzip", "gzip"),
        ("identity", "", "// plain"),
        ("br;q=0, gzip;q=0", "", "// plain"),
    ] {
        let answer = server.ask_signed_out("GET", SCRIPT).header("Accept-Encoding", accepted).send();
        assert_eq!((answer.header("content-encoding"), answer.text.as_str()), (encoding, text), "{accepted}");
        assert_eq!(answer.header("content-type"), "text/javascript", "{accepted}");
        assert_eq!(answer.header("vary"), "accept-encoding", "{accepted}");
    }
    let plain = server.ask_signed_out("GET", "/boot.js").header("Accept-Encoding", "br").send();
    assert_eq!((plain.header("content-encoding"), plain.text.as_str()), ("", "// boot"));
}

/// The status line and all that follows, for a path that no client would send.
fn raw(server: &Running, path: &str) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn never_leaves_its_folder() {
    let (_folder, server) = built();
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/x/../../secret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/index.html%00",
        "/%ff",
    ] {
        let answer = raw(&server, path);
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        assert!(!answer.contains("beside the folder") && !answer.contains("root:"), "{path}: {answer}");
    }
}

#[test]
fn answers_404_for_what_does_not_exist() {
    let (_folder, server) = built();
    for path in ["/nothing", "/nothing.js", "/patchbay-0000000000000000.js", "/x/y"] {
        let answer = server.ask_signed_out("GET", path).send();
        assert_eq!(
            (answer.status, answer.text.as_str()),
            (404, "There is nothing at this address."),
            "{path}"
        );
        assert_eq!(answer.header("cache-control"), "no-cache", "{path}");
    }
    assert_eq!(server.ask_signed_out("POST", "/index.html").form("x=1").send().status, 405);
}

#[test]
fn says_how_to_build_the_app_where_there_is_none() {
    let empty = TempDir::new().unwrap();
    for dist in [None, Some(empty.path().into()), Some(empty.path().join("missing"))] {
        let server = Running::with(Options { dist, ..Options::default() });
        let answer = server.ask_signed_out("GET", "/").send();
        assert_eq!((answer.status, answer.header("content-type")), (503, "text/html; charset=utf-8"));
        assert!(answer.text.contains("<code>cargo xtask run</code>"), "{}", answer.text);
    }
}

//! What a web server sends with each file: the sandbox's headers, the right type, how long to keep it, compressed.

use patchbay_tests::{Answer, Hosted, Nginx, Server};
use serde_json::json;

const SAME: [&str; 6] = [
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "x-frame-options",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
];

#[track_caller]
pub fn has_the_headers_of_the_sandbox(answer: &Answer, server: &Server) {
    // The sandbox itself need not be allowed in its own page.
    let allowed = format!(" {}", server.origin());
    let sandbox = server.fetch(&format!("{}/index.html", server.origin()), &[]);
    for name in SAME {
        assert!(!sandbox.header(name).is_empty(), "{name}");
        assert_eq!(answer.header(name).replace(&allowed, ""), sandbox.header(name), "{name}");
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css",
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => "unknown",
    }
}

fn cache(name: &str) -> &'static str {
    match name {
        "boot.js" | "config.json" | "index.html" => "no-cache",
        _ => "public, max-age=31536000, immutable",
    }
}

#[test]
fn each_file_comes_with_its_type_and_the_headers_of_the_sandbox() {
    let server = Server::demo();
    each_file_is_sent_as_it_should_be(&Nginx::new(&server).start(&json!({})), &server, "gzip");
}

/// Compressed this way, if the browser takes all ways.
#[track_caller]
pub fn each_file_is_sent_as_it_should_be(hosted: &Hosted<'_>, server: &Server, encoding: &str) {
    let names = hosted.names();
    assert!(names.len() > 6, "{names:?}");
    for name in names {
        let answer =
            server.fetch(&format!("{}{name}", hosted.home()), &[("accept-encoding", "gzip, deflate, br")]);
        assert_eq!(answer.status, 200, "{name}");
        has_the_headers_of_the_sandbox(&answer, server);
        let (said, _) =
            answer.header("content-type").split_once(';').unwrap_or((answer.header("content-type"), ""));
        assert_eq!(said, kind(&name), "{name}");
        assert_eq!(answer.header("cache-control"), cache(&name), "{name}");
        // It is edited where it is, so there is no compressed copy of it.
        let expected = if name == "config.json" { "" } else { encoding };
        assert_eq!(answer.header("content-encoding"), expected, "{name}");
    }
}

#[test]
fn https_alone_is_told_when_it_is_chosen() {
    let server = Server::demo();
    let name = "strict-transport-security";
    let nginx = Nginx::new(&server).start(&json!({}));
    assert_eq!(server.fetch(&nginx.home(), &[]).header(name), "");
    let nginx = Nginx::new(&server).https_alone().start(&json!({}));
    for path in ["", "boot.js", "no-such-file"] {
        let answer = server.fetch(&format!("{}{path}", nginx.home()), &[]);
        assert_eq!(answer.header(name), "max-age=31536000", "{path}");
        has_the_headers_of_the_sandbox(&answer, &server);
    }
}

#[test]
fn whoever_takes_no_compressed_file_gets_it_as_it_is() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({}));
    let answer = server.fetch(&nginx.home(), &[]);
    assert_eq!(answer.header("content-encoding"), "");
    assert!(answer.body.starts_with(b"<!doctype html>"));
    assert_eq!(answer.header("vary"), "Accept-Encoding");
}

#[test]
fn with_its_module_brotli_is_sent() {
    let server = Server::demo();
    let Some(nginx) = Nginx::new(&server).brotli() else {
        println!("This nginx has no module for brotli, so there is nothing to see.");
        return;
    };
    let nginx = nginx.start(&json!({}));
    let mut sent = 0;
    for name in nginx.names().into_iter().filter(|name| name != "config.json") {
        let answer =
            server.fetch(&format!("{}{name}", nginx.home()), &[("accept-encoding", "gzip, deflate, br")]);
        assert_eq!(answer.header("content-encoding"), "br", "{name}");
        assert_eq!(answer.header("content-type"), kind(&name), "{name}");
        sent += answer.body.len();
    }
    assert!(sent > 100_000, "{sent}");
}

#[test]
fn what_was_kept_is_asked_for_and_not_sent_again() {
    let server = Server::demo();
    what_was_kept_is_known(&Nginx::new(&server).start(&json!({})), &server);
}

/// Files without a hash are asked for each time, and sent when they have changed.
#[track_caller]
pub fn what_was_kept_is_known(hosted: &Hosted<'_>, server: &Server) {
    for name in ["", "boot.js", "config.json"] {
        let address = format!("{}{name}", hosted.home());
        let tag = server.fetch(&address, &[]).header("etag").to_owned();
        let answer = server.fetch(&address, &[("if-none-match", &tag)]);
        assert_eq!(answer.status, 304, "{name}");
        assert_eq!(answer.header("cache-control"), "no-cache", "{name}");
    }
}

#[test]
fn nobody_keeps_what_is_not_there() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({}));
    for name in ["patchbay-0123456789abcdef.js", "patchbay-0123456789abcdef_bg.wasm", "no-such-file"] {
        let answer = server.fetch(&format!("{}{name}", nginx.home()), &[]);
        assert_eq!(answer.status, 404, "{name}");
        assert_eq!(answer.header("cache-control"), "", "{name}");
        has_the_headers_of_the_sandbox(&answer, &server);
    }
}

#[test]
fn without_its_last_slash_the_folder_leads_to_itself() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).start(&json!({}));
    let answer = server.fetch(nginx.home().trim_end_matches('/'), &[]);
    assert_eq!((answer.status, answer.header("location")), (301, "/tools/patchbay/"));
}

#[test]
fn the_servers_of_config_are_all_that_is_allowed_beside_its_own() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).allow_sandbox().start(&json!({}));
    let answer = server.fetch(&nginx.home(), &[]);
    let policy = answer.header("content-security-policy");
    assert!(policy.contains(&format!("connect-src 'self' {};", server.origin())), "{policy}");
}

//! The same by Caddy, where there is one: `cargo xtask test` fetches it on Debian.

use patchbay_tests::{Caddy, Server};
use serde_json::json;

use super::{headers, journeys};

#[test]
fn each_file_comes_with_its_type_and_the_headers_of_the_sandbox() {
    let server = Server::demo();
    let caddy = Caddy::start(&server, &json!({}));
    headers::each_file_is_sent_as_it_should_be(&caddy, &server, "br");
    headers::what_was_kept_is_known(&caddy, &server);
    let plain = server.fetch(&caddy.home(), &[]);
    assert_eq!(plain.header("content-encoding"), "");
    assert!(plain.body.starts_with(b"<!doctype html>"));
}

#[test]
fn nobody_keeps_what_is_not_there() {
    let server = Server::demo();
    let caddy = Caddy::start(&server, &json!({}));
    for name in ["patchbay-0123456789abcdef.js", "patchbay-0123456789abcdef_bg.wasm", "no-such-file"] {
        let answer = server.fetch(&format!("{}{name}", caddy.home()), &[]);
        assert_eq!((answer.status, answer.header("cache-control")), (404, "no-cache"), "{name}");
        headers::has_the_headers_of_the_sandbox(&answer, &server);
    }
}

#[test]
fn without_its_last_slash_the_folder_leads_to_itself() {
    let server = Server::demo();
    let caddy = Caddy::start(&server, &json!({}));
    let answer = server.fetch(caddy.home().trim_end_matches('/'), &[]);
    assert_eq!((answer.status, answer.header("location")), (302, "/tools/patchbay/"));
}

#[test]
fn from_the_list_to_a_changed_integration_of_each() {
    let server = Server::demo();
    let caddy = Caddy::start(&server, &journeys::config(&server));
    journeys::one_changes_an_integration_of_each(&caddy, &server);
}

//! irker: the only number of the manual, and recipients between blanks.

use patchbay_model::form::check::{not_a_number, not_in_range};
use patchbay_model::gitlab::find;
use patchbay_model::gitlab::rules::irc;
use patchbay_model::text::recipients::joined_recipients;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::json;

use super::form::{PROJECT, only_put, open_form, set_up};

const TITLE: &str = "irker (IRC gateway)";

#[track_caller]
fn open(server: &Server) -> Page<'_> {
    let page = server.open("/gitlab");
    open_form(&page, server, find("irker").unwrap());
    page
}

#[track_caller]
fn is_refused(page: &Page<'_>, label: &str, text: &str, sentence: &str) {
    page.field(label).fill(text);
    page.button(sentences::SET_UP).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(sentence);
    page.field(label).has("aria-invalid", "true");
}

#[test]
fn the_port_is_a_whole_number_between_1_and_65535() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Recipients").fill("irc://irc.test.example/#app");
    page.field("irker port").holds("6659");
    is_refused(&page, "irker port", "0", &not_in_range(1, 65_535));
    is_refused(&page, "irker port", "65536", &not_in_range(1, 65_535));
    is_refused(&page, "irker port", "abc", &not_a_number("abc"));
    assert_eq!(server.writes(), []);
    page.field("irker port").fill("65535");
    server.forget();
    set_up(&page, TITLE);
    let sent = only_put(&server, "irker");
    assert_eq!((&sent["server_port"], &sent["server_host"]), (&json!(65535), &json!("localhost")));
    assert_eq!(server.integration_of(PROJECT, "irker")["properties"]["server_port"], 65535);
}

#[test]
fn recipients_are_separated_by_spaces_and_line_breaks() {
    let server = Server::new().start();
    let page = open(&server);
    page.field("Recipients").fill("irc://a.test.example/#x  irc://b.test.example/#y");
    server.forget();
    set_up(&page, TITLE);
    let sent = only_put(&server, "irker");
    assert_eq!(sent["recipients"], "irc://a.test.example/#x irc://b.test.example/#y");
    page.field("Recipients").holds("irc://a.test.example/#x\nirc://b.test.example/#y");
    page.sees(sentences::NOTHING_HAS_BEEN_CHANGED_YET);
}

#[test]
fn names_alone_need_a_default_url() {
    let server = Server::new().start();
    let page = open(&server);
    is_refused(&page, "Recipients", "#app", &irc::not_complete("#app"));
    is_refused(&page, "Default IRC URL", "irc.test.example", &irc::not_a_url("irc.test.example"));
    page.field("Default IRC URL").fill("irc://irc.test.example/");
    server.forget();
    set_up(&page, TITLE);
    assert_eq!(only_put(&server, "irker")["recipients"], "#app");
}

#[test]
fn commas_between_recipients_are_a_mistake() {
    let server = Server::new().start();
    let page = open(&server);
    is_refused(
        &page,
        "Recipients",
        "irc://a.example/#x,irc://b.example/#y",
        &joined_recipients("irc://a.example/#x,irc://b.example/#y"),
    );
}

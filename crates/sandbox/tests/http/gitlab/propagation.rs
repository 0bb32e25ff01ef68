//! What a change of a group does to the groups and projects below it, and when.

use std::sync::atomic::{AtomicI64, Ordering};

use patchbay_sandbox::{Clock, GitLab, Options};
use serde_json::{Value, json};

use super::assert_said;
use crate::running::{Answer, Running};

/// Longer than anything waits in the queue, in milliseconds.
const LATER: i64 = 10_000;

fn running(demo: u32, clock: Clock) -> Running {
    Running::with(Options { gitlab: GitLab::V17_9, demo, clock, ..Options::default() })
}

fn ask(server: &Running, method: &str, holder: &str, slug: &str) -> crate::running::Ask {
    server
        .ask_signed_out(method, &format!("/api/v4/{holder}/integrations/{slug}"))
        .header("PRIVATE-TOKEN", "owner-token")
}

fn put(server: &Running, holder: &str, channel: &str, inherit: Option<bool>) -> Answer {
    let mut body = json!({ "webhook": "https://hooks.example.org/T", "channel": channel });
    if let Some(inherit) = inherit {
        body["use_inherited_settings"] = inherit.into();
    }
    let answer = ask(server, "PUT", holder, "slack").json(&body).send();
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer
}

/// The channel and whether it is inherited; nothing where it was never set up.
fn state(answer: &Answer) -> Option<(String, bool)> {
    if answer.status == 404 {
        return None;
    }
    assert_eq!(answer.status, 200, "{}", answer.text);
    let one = answer.json();
    let channel = one["properties"]["channel"].as_str().unwrap_or_default().to_owned();
    Some((channel, one["inherited"].as_bool().unwrap()))
}

fn slack(server: &Running, holder: &str) -> Option<(String, bool)> {
    state(&ask(server, "GET", holder, "slack").send())
}

fn of(channel: &str, inherited: bool) -> Option<(String, bool)> {
    Some((channel.to_owned(), inherited))
}

const SHOP: &str = "groups/shop";
const BACKEND: &str = "groups/shop%2Fbackend";
const ORDERS: &str = "groups/shop%2Fbackend%2Forders";
const API: &str = "projects/shop%2Fbackend%2Forders%2Fapi";
const WORKER: &str = "projects/shop%2Fbackend%2Forders%2Fworker";
const WEBSITE: &str = "projects/shop%2Fweb%2Fwebsite";
const ELSEWHERE: &str = "projects/payments%2Fcards%2Fapi";

#[test]
fn a_group_is_passed_on_in_the_background_and_leaves_own_settings_alone() {
    static NOW: AtomicI64 = AtomicI64::new(1_790_000_000_000);
    let server = running(0, || NOW.load(Ordering::SeqCst));
    put(&server, WORKER, "own", None);
    put(&server, SHOP, "shop", None);
    for holder in [BACKEND, ORDERS, API, WEBSITE] {
        assert_eq!(slack(&server, holder), None, "{holder}: not yet");
    }
    NOW.fetch_add(LATER, Ordering::SeqCst);
    for holder in [BACKEND, ORDERS, API, WEBSITE] {
        assert_eq!(slack(&server, holder), of("shop", true), "{holder}");
    }
    assert_eq!(slack(&server, WORKER), of("own", false));
    assert_eq!(slack(&server, ELSEWHERE), None);

    // A group below with settings of its own is what those below it follow.
    put(&server, BACKEND, "backend", Some(false));
    NOW.fetch_add(LATER, Ordering::SeqCst);
    put(&server, SHOP, "shop-2", None);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    for (holder, expected) in [
        (SHOP, of("shop-2", false)),
        (BACKEND, of("backend", false)),
        (ORDERS, of("backend", true)),
        (API, of("backend", true)),
        (WORKER, of("own", false)),
        (WEBSITE, of("shop-2", true)),
    ] {
        assert_eq!(slack(&server, holder), expected, "{holder}");
    }
}

#[test]
fn a_disabled_group_is_not_passed_on() {
    static NOW: AtomicI64 = AtomicI64::new(1_790_000_000_000);
    let server = running(0, || NOW.load(Ordering::SeqCst));
    put(&server, SHOP, "shop", None);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    assert_eq!(slack(&server, WEBSITE), of("shop", true));
    assert_eq!(ask(&server, "DELETE", SHOP, "slack").send().status, 204);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    let there = ask(&server, "GET", WEBSITE, "slack").send();
    assert_eq!((state(&there), &there.json()["active"]), (of("shop", true), &json!(true)));
    assert_eq!(slack(&server, SHOP), of("", false));
}

#[test]
fn a_disabled_project_keeps_the_link_and_is_not_switched_on_by_what_is_sent() {
    static NOW: AtomicI64 = AtomicI64::new(1_790_000_000_000);
    let server = running(0, || NOW.load(Ordering::SeqCst));
    put(&server, SHOP, "shop", None);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    assert_eq!(ask(&server, "DELETE", WEBSITE, "slack").send().status, 204);
    let there = ask(&server, "GET", WEBSITE, "slack").send();
    assert_eq!((state(&there), &there.json()["active"]), (of("", true), &json!(false)));
    let sent = put(&server, WEBSITE, "own", None);
    assert_eq!((state(&sent), &sent.json()["active"]), (of("", true), &json!(false)), "lost, with a 200");
    let again = put(&server, WEBSITE, "own", Some(true));
    assert_eq!((state(&again), &again.json()["active"]), (of("shop", true), &json!(true)));
}

#[test]
fn a_project_takes_the_settings_at_once_and_a_group_in_the_background() {
    static NOW: AtomicI64 = AtomicI64::new(1_790_000_000_000);
    let server = running(0, || NOW.load(Ordering::SeqCst));
    put(&server, BACKEND, "backend", None);
    put(&server, API, "api", None);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    put(&server, SHOP, "shop", None);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    assert_eq!(state(&put(&server, API, "ignored", Some(true))), of("backend", true));
    assert_eq!(state(&put(&server, BACKEND, "ignored", Some(true))), of("backend", true), "old values");
    NOW.fetch_add(LATER, Ordering::SeqCst);
    for holder in [BACKEND, ORDERS, API] {
        assert_eq!(slack(&server, holder), of("shop", true), "{holder}");
    }
    assert_eq!(state(&put(&server, BACKEND, "lost", None)), of("shop", true), "lost, with a 200");
    assert_eq!(state(&put(&server, BACKEND, "own", Some(false))), of("own", false));
}

#[test]
fn a_group_without_a_default_above_has_nothing_to_take() {
    let server = running(0, || 1_790_000_000_000);
    let body = json!({ "webhook": "https://hooks.example.org/T", "use_inherited_settings": true });
    for holder in [SHOP, BACKEND, WEBSITE] {
        let answer = ask(&server, "PUT", holder, "slack").json(&body).send();
        assert_said(&answer, 400, json!({ "message": "Default integration not found." }));
    }
    let body = json!({ "use_inherited_settings": true });
    let answer = ask(&server, "PUT", BACKEND, "slack").json(&body).send();
    assert_said(&answer, 400, json!({ "error": "webhook is missing" }));
}

#[test]
fn the_demonstration_follows_its_groups() {
    static NOW: AtomicI64 = AtomicI64::new(1_790_000_000_000);
    let server = running(1, || NOW.load(Ordering::SeqCst));
    let images = "projects/platform%2Fcloud%2Fbase-images";
    assert_eq!(slack(&server, images), of("platform-news", true));
    put(&server, "groups/platform", "elsewhere", None);
    NOW.fetch_add(LATER, Ordering::SeqCst);
    assert_eq!(slack(&server, images), of("elsewhere", true));
    assert_eq!(slack(&server, "groups/platform%2Fcloud"), of("elsewhere", true));
    // What was not sent is as the group had it.
    let one: Value = ask(&server, "GET", images, "slack").send().json();
    assert_eq!(one["deployment_events"], true);
}

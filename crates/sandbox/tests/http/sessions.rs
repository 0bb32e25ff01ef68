//! Sessions end when they are not used, and signing in again works.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use patchbay_sandbox::Options;

use crate::running::{INTEGRATION, Running};

const MINUTE: i64 = 60_000;

/// The time of one test: a clock is a function, so each has its own.
macro_rules! clock {
    ($name:ident) => {
        static $name: AtomicI64 = AtomicI64::new(1_700_000_000_000);
    };
}

fn sign_in(server: &Running, name: &str) -> String {
    let answer = server
        .ask_signed_out("POST", "/login.jsp")
        .form(&format!("os_username={name}&os_password={name}"))
        .send();
    answer.cookie().unwrap()
}

fn status(server: &Running, path: &str, cookie: &str) -> u16 {
    server.ask_signed_out("GET", path).header("Cookie", cookie).send().status
}

#[test]
fn a_session_that_is_not_used_ends() {
    clock!(NOW);
    let clock = || NOW.load(Ordering::SeqCst);
    let options = Options { idle: Duration::from_mins(30), clock, ..Options::default() };
    let server = Running::with(options);
    for path in [INTEGRATION, "/rest/api/2/myself", "/rest/api/2/project", "/api/v4/user", "/api/v4/projects"]
    {
        let cookie = sign_in(&server, "admin");
        // Each use begins the time anew.
        for _ in 0..10 {
            NOW.fetch_add(29 * MINUTE, Ordering::SeqCst);
            assert_eq!(status(&server, path, &cookie), 200, "{path}");
        }
        NOW.fetch_add(30 * MINUTE, Ordering::SeqCst);
        assert_eq!(status(&server, path, &cookie), 200, "{path}");
        NOW.fetch_add(30 * MINUTE + 1, Ordering::SeqCst);
        assert_eq!(status(&server, path, &cookie), 401, "{path}");
        // It does not come back.
        NOW.fetch_sub(20 * MINUTE, Ordering::SeqCst);
        assert_eq!(status(&server, path, &cookie), 401, "{path}");
        let again = sign_in(&server, "admin");
        assert_ne!(again, cookie);
        assert_eq!(status(&server, path, &again), 200, "{path}");
    }
}

#[test]
fn one_session_ends_without_the_others() {
    clock!(NOW);
    let clock = || NOW.load(Ordering::SeqCst);
    let server = Running::with(Options { idle: Duration::from_mins(30), clock, ..Options::default() });
    let (used, unused) = (sign_in(&server, "admin"), sign_in(&server, "user"));
    NOW.fetch_add(20 * MINUTE, Ordering::SeqCst);
    assert_eq!(status(&server, "/rest/api/2/myself", &used), 200);
    NOW.fetch_add(20 * MINUTE, Ordering::SeqCst);
    assert_eq!(status(&server, "/rest/api/2/myself", &used), 200);
    assert_eq!(status(&server, "/rest/api/2/myself", &unused), 401);
    // A token is no session.
    assert_eq!(server.get(INTEGRATION).status, 200);
}

#[test]
fn a_session_outlasts_a_working_day_by_default() {
    clock!(NOW);
    let clock = || NOW.load(Ordering::SeqCst);
    let server = Running::with(Options { clock, ..Options::default() });
    let cookie = sign_in(&server, "admin");
    NOW.fetch_add(12 * 60 * MINUTE, Ordering::SeqCst);
    assert_eq!(status(&server, INTEGRATION, &cookie), 200);
    NOW.fetch_add(12 * 60 * MINUTE + 1, Ordering::SeqCst);
    assert_eq!(status(&server, INTEGRATION, &cookie), 401);
}

#[test]
fn a_confirmation_ends_with_its_session() {
    clock!(NOW);
    let clock = || NOW.load(Ordering::SeqCst);
    let server =
        Running::with(Options { idle: Duration::from_mins(30), clock, websudo: true, ..Options::default() });
    let cookie = sign_in(&server, "admin");
    let confirm = server
        .ask_signed_out("POST", "/secure/admin/WebSudoAuthenticate.jspa")
        .header("Cookie", &cookie)
        .form("webSudoPassword=admin")
        .send();
    assert_eq!(confirm.header("x-atlassian-websudo"), "Has-Authentication");
    assert_eq!(status(&server, INTEGRATION, &cookie), 200);
    NOW.fetch_add(31 * MINUTE, Ordering::SeqCst);
    assert_eq!(status(&server, INTEGRATION, &cookie), 401);
    let again = sign_in(&server, "admin");
    let answer = server.ask_signed_out("GET", INTEGRATION).header("Cookie", &again).send();
    assert!(answer.status == 401 && answer.text.contains("WebSudo"), "{}", answer.text);
}

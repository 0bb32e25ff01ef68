//! Which of the requests that fit a fault meet it, by number.

use serde_json::{Value, json};

use super::with;
use crate::running::{INTEGRATION, Running};

/// The numbers, from 1, of those of so many requests that are answered with status 503.
fn failing(server: &Running, requests: u32) -> Vec<u32> {
    (1..=requests).filter(|_| server.get(INTEGRATION).status == 503).collect()
}

#[test]
fn numbers_begin_at_one_and_both_ends_count() {
    for (numbers, expected) in [
        (json!({}), vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        (json!({ "nth": [1] }), vec![1]),
        (json!({ "nth": [1, 3] }), vec![1, 3]),
        (json!({ "nth": [12, 2, 2, 99] }), vec![2, 12]),
        (json!({ "from": 10 }), vec![10, 11, 12]),
        (json!({ "to": 2 }), vec![1, 2]),
        (json!({ "from": 5, "to": 7 }), vec![5, 6, 7]),
        (json!({ "from": 5, "to": 5 }), vec![5]),
        (json!({ "from": 13 }), vec![]),
        (json!({ "every": 1 }), vec![1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        (json!({ "every": 4 }), vec![4, 8, 12]),
        (json!({ "every": 20 }), vec![]),
        (json!({ "every": 3, "from": 4, "to": 9 }), vec![6, 9]),
    ] {
        let mut fault = numbers.clone();
        fault["status"] = json!(503);
        assert_eq!(failing(&with(&json!([fault])), 12), expected, "{numbers}");
    }
}

fn statuses(server: &Running, asks: &[(&str, &str)]) -> Vec<u16> {
    asks.iter().map(|(method, path)| server.ask(method, path).send().status).collect()
}

#[test]
fn only_requests_that_fit_are_counted() {
    let server = with(&json!([{ "path": "/integration/2", "nth": [2], "status": 503 }]));
    let (one, two) = (format!("{INTEGRATION}/1"), format!("{INTEGRATION}/2"));
    let asks = [("GET", &one), ("GET", &two), ("GET", &one), ("GET", &two), ("GET", &two)];
    assert_eq!(
        statuses(&server, &asks.map(|(method, path)| (method, path.as_str()))),
        [200, 200, 200, 503, 200]
    );
}

#[test]
fn each_fault_counts_for_itself_and_the_first_in_the_file_is_met() {
    let server = with(&json!([
        { "method": "GET", "nth": [2], "status": 501 },
        { "every": 2, "status": 502 },
        { "method": "DELETE", "nth": [1], "status": 503 },
    ]));
    let one = format!("{INTEGRATION}/1");
    // The second one counts all five, also the request that meets the first.
    let asks = [("GET", &one), ("GET", &one), ("DELETE", &one), ("GET", &one), ("GET", &one)];
    let met = statuses(&server, &asks.map(|(method, path)| (method, path.as_str())));
    assert_eq!(met, [200, 501, 503, 502, 200]);
}

#[test]
fn requests_at_the_same_time_have_different_numbers() {
    let server = with(&json!([{ "every": 20, "status": 503 }]));
    let failed: usize = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..8).map(|_| scope.spawn(|| failing(&server, 25).len())).collect();
        clients.into_iter().map(|client| client.join().unwrap()).sum()
    });
    assert_eq!(failed, 10);
}

#[test]
fn refused_requests_count_too_whoever_sends_them() {
    let server = with(&json!([{ "path": "/integration", "nth": [2], "status": 503 }]));
    assert_eq!(server.ask_signed_out("GET", INTEGRATION).send().status, 401);
    assert_eq!(server.ask_signed_out("GET", INTEGRATION).send().status, 503);
    assert_eq!(server.get(INTEGRATION).json()["success"], Value::Bool(true));
}

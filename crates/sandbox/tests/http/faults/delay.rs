//! Late answers, on a clock that the test moves.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use patchbay_sandbox::{Options, open};
use serde_json::{Value, json};
use tokio::time::Instant;
use tower::ServiceExt;

/// The status, and how long it took in milliseconds of a clock that stands still while anything is at work.
fn asked(faults: &Value) -> (StatusCode, u128) {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let faults = faults.to_string().parse().unwrap();
        let router = open(Options { faults, ..Options::default() }).unwrap().router();
        let request =
            Request::get("/api/v4/version").header("Host", "localhost").body(Body::empty()).unwrap();
        let begin = Instant::now();
        let status = router.oneshot(request).await.unwrap().status();
        (status, begin.elapsed().as_millis())
    })
}

#[test]
fn every_kind_of_answer_can_be_late() {
    for (fault, status, millis) in [
        (json!({ "status": 503 }), 503, 0),
        (json!({ "delay": 600_000 }), 401, 600_000),
        (json!({ "delay": 2_000, "status": 503 }), 503, 2_000),
        (json!({ "delay": 2_000, "status": 503, "done": true }), 503, 2_000),
        (json!({ "delay": 2_000, "html": "proxy" }), 502, 2_000),
        (json!({ "delay": 2_000, "drop": "before" }), 200, 2_000),
        (json!({ "delay": 2_000, "cut": 3 }), 401, 2_000),
    ] {
        assert_eq!(asked(&json!([fault])), (StatusCode::from_u16(status).unwrap(), millis), "{fault}");
    }
}

//! Work in slices: it rests between the integrations, may really wait meanwhile, and gives what the work in one go gives.

#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

use patchbay_model::gij::file::{
    Now, export_json, export_json_in_slices, export_tsv, export_tsv_in_slices, import, import_in_slices,
};
use patchbay_model::gij::plan::apply::{apply_all, apply_all_in_slices};
use patchbay_model::gij::{Integration, wire};
use patchbay_model::plan::edits::{Edit, How};
use patchbay_model::{Entry, Listed};
use serde_json::{Value, json};
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

const AT: &str = "2026-11-26T08:00:00Z";

/// Polls until it is done. Gives how often it waited as well.
fn polled<T>(work: impl Future<Output = T>) -> (T, usize) {
    let (mut work, mut context) = (pin!(work), Context::from_waker(Waker::noop()));
    for waited in 0..100_000 {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return (done, waited);
        }
    }
    panic!("it never ends")
}

/// Waits once.
async fn waits() {
    let mut is_waited = false;
    poll_fn(|_| if std::mem::replace(&mut is_waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

fn answer(count: u64) -> Value {
    let one = |id: u64| {
        json!({
            "id": id, "integrationType": "GITHUB_SERVER", "displayName": format!("no. {id}"),
            "origin": format!("https://git{}.example.org", id % 7), "disabled": id.is_multiple_of(3), "global": true,
            "pat": "t0ken", "tagsFilter": if id.is_multiple_of(2) { json!("^v") } else { Value::Null },
        })
    };
    json!({ "success": true, "integrations": (1..=count).map(one).collect::<Vec<_>>() })
}

fn integrations(count: u64) -> Vec<Integration> {
    wire::list(answer(count)).expect("a list").read
}

#[test]
fn a_list_is_read_as_in_one_go() {
    for count in [0, 1, 40] {
        let (read, waited) = polled(wire::list_in_slices(&answer(count).to_string(), &mut waits));
        let read = read.expect("the usual answer");
        assert_eq!(read, wire::list(answer(count)).expect("a list"));
        assert_eq!(waited as u64, count + 1);
        assert!(read.read.iter().all(|one| !one.settings.contains_key("pat")), "secrets are not kept");
    }
    let odd = r#"[{"id":1,"integrationType":"GITHUB"},{"name":"no id"},7]"#;
    let Listed { read, odd: others } = polled(wire::list_in_slices(odd, &mut waits)).0.expect("a list");
    assert_eq!((read.len(), others.len()), (1, 2));
    assert_eq!(wire::list(serde_json::from_str(odd).expect("JSON")).expect("a list").odd, others);
}

/// Then it is read in one go, which says what is wrong with it.
#[test]
fn what_is_out_of_the_ordinary_is_not_read_in_slices() {
    for text in [
        "",
        "<html>",
        "{}",
        r#"{"success":false,"integrations":[]}"#,
        r#"{"success":true,"integration":[]}"#,
        r#"{"success":true,"integrations":[{"id":1}],"integrations":[]}"#,
        r#"{"success":true,"integrations":[{"id":1}"#,
        r#"{"success":true,"integrations":[{"id":01}]}"#,
        r#"{"success":true,"integrations":{"id":1}}"#,
        r#"{"success":true,"integrations":[]} trailing"#,
    ] {
        assert_eq!(polled(wire::list_in_slices(text, &mut waits)).0, None, "{text}");
    }
}

#[test]
fn files_are_written_as_in_one_go() {
    let all = integrations(40);
    let (text, waited) = polled(export_json_in_slices(&all, "https://jira.example.org", AT, &mut waits));
    assert_eq!(text, export_json(&all, "https://jira.example.org", AT));
    assert_eq!(waited, 40);
    let (text, waited) = polled(export_tsv_in_slices(&all, &mut waits));
    assert_eq!(text, export_tsv(&all));
    // Which columns there are is known when all have been looked at.
    assert_eq!(waited, 80);
}

#[test]
fn files_are_compared_as_in_one_go() {
    let all = integrations(40);
    let mut changed = all.clone();
    changed.truncate(35);
    Arc::make_mut(&mut changed[3].settings).insert("displayName".to_owned(), "another name".into());
    let now = Now { jira: "https://jira.example.org", integrations: &changed, projects: &[] };
    for text in [
        export_json(&all, "https://jira.example.org", AT),
        export_tsv(&all),
        "{\"patchbay\": 1}".to_owned(),
        "[".to_owned(),
        "{\"patchbay\": \"git-integrations\", \"version\": 1, \"integrations\": [{}, {}, }]}".to_owned(),
        "{\"patchbay\": \"git-integrations\", \"version\": 1, \"version\": 1}".to_owned(),
    ] {
        let (sliced, waited) = polled(import_in_slices(&text, &now, &mut waits));
        let whole = import(&text, &now);
        assert_eq!(format!("{sliced:?}"), format!("{whole:?}"), "{text}");
        if let Ok(import) = whole {
            assert!(waited > 80, "{waited}");
            assert!(import.steps.len() >= 40);
        }
    }
}

#[test]
fn edits_are_planned_as_in_one_go() {
    let all = integrations(40);
    let edits = [Edit { key: "displayName".to_owned(), how: How::Append(" (old)".to_owned()) }];
    let project = |id: u64| format!("P{id}");
    let (plan, waited) = polled(apply_all_in_slices(&all, &edits, &project, &mut waits));
    assert_eq!(format!("{plan:?}"), format!("{:?}", apply_all(&all, &edits, &project)));
    assert_eq!(waited, 40);
    let set = Edit { key: "displayName".to_owned(), how: How::Set(Entry::from("the same")) };
    let (plan, _) = polled(apply_all_in_slices(&all, std::slice::from_ref(&set), &project, &mut waits));
    assert!(plan[0].step.notes.iter().any(|note| note.contains("will be called “the same”")));
}

/// A caller that gives up, as a page that is left does, drops the work at a rest.
#[test]
fn work_ends_where_it_is_dropped() {
    let (all, rests) = (integrations(40), Cell::new(0));
    let rest = async || {
        rests.set(rests.get() + 1);
        waits().await;
    };
    let mut rest = rest;
    {
        let mut work = pin!(export_json_in_slices(&all, "", AT, &mut rest));
        let mut context = Context::from_waker(Waker::noop());
        for _ in 0..5 {
            assert!(work.as_mut().poll(&mut context).is_pending());
        }
    }
    assert_eq!(rests.get(), 5);
}

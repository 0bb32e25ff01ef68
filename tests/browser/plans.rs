//! Plans: what is done with many integrations is shown first, sent step by step, reported one by one, tried again and put
//! back.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Locator, Page, Server};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LIST: &str = "GET /rest/gitplugin/1.0/integration";

/// Opens the list and chooses these.
fn choose<'s>(server: &'s Server, names: &[&str]) -> Page<'s> {
    let page = server.open("/integrations");
    for name in names {
        page.role("checkbox").named(&format!("Select {name}")).click();
    }
    page
}

/// What is done with those that are chosen.
fn action(page: &Page<'_>, name: &str) {
    page.link(name).click();
}

/// The row of a step.
fn step<'p>(page: &'p Page<'_>, name: &str) -> Locator<'p> {
    page.role("row").named_like(name)
}

/// Which are disabled, by name.
fn disabled(server: &Server) -> BTreeMap<String, bool> {
    let one = |one: Value| (one["displayName"].to_string(), one["disabled"] == true);
    server.all().into_iter().map(one).collect()
}

fn switch_line(server: &Server, name: &str) -> String {
    format!("PUT /rest/gitplugin/1.0/repository/{}/disable", server.id(name))
}

/// Whichever is enabled or disabled.
fn disturb_all(server: &Server, fault: &Fault) {
    for one in server.all() {
        let line = format!("PUT /rest/gitplugin/1.0/repository/{}/disable", one["id"]);
        server.disturb(&line, fault.clone());
    }
}

/// A plan that disables all, of which the first four wait for their answers.
fn with_four_under_way(server: &Server) -> Page<'_> {
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 25").click();
    action(&page, "Disable");
    page.role("heading").named_like("Disable 25 integrations").appears();
    disturb_all(server, &Fault::Held);
    server.forget();
    page.role("button").named_like("Apply to").click();
    page.becomes("four under way", || server.writes().len() == 4);
    page
}

/// Another plan would take the place of the one that is open.
fn prepares_no_other(page: &Page<'_>) {
    page.link(sentences::GIT_INTEGRATIONS).click();
    for name in ["Enable", "Remove…", "Change settings…"] {
        action(page, name);
        page.heading(sentences::A_PLAN_HAS_NOT_ENDED).appears();
        page.link(sentences::GIT_INTEGRATIONS).click();
    }
    page.link(sentences::PLANS).click();
}

#[test]
fn nothing_is_sent_before_the_plan_is_applied_and_each_step_is_sent_once() {
    let server = Server::demo();
    let before = disabled(&server);
    let page = choose(&server, &["mobile", "payments", "data-warehouse"]);
    action(&page, "Disable");
    page.heading("Disable 3 integrations").appears();
    page.sees("2 to change · 1 unchanged · nothing was sent yet");
    step(&page, "mobile").shows("Status: enabled → disabled");
    step(&page, "data-warehouse").shows("no change");
    page.is_accessible("a plan");
    assert_eq!(server.writes(), []);
    server.forget();
    page.button("Apply to 2").click();
    page.sees("2 done");
    step(&page, "mobile").shows("Disabled");
    page.role("status").shows("The plan is done: 2 of 2 done.");
    let mut lines: Vec<_> = server.writes().into_iter().map(|(line, _)| line).collect();
    lines.sort();
    let mut wanted = ["mobile", "payments"].map(|name| switch_line(&server, name) + "?disable=true").to_vec();
    wanted.sort();
    assert_eq!(lines, wanted);
    let mut after = before;
    after.insert("\"mobile\"".to_owned(), true);
    after.insert("\"payments\"".to_owned(), true);
    assert_eq!(disabled(&server), after);
    page.is_accessible("a plan that is done");
    // The list knows it without reading again.
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.switch("Disabled: mobile").appears();
}

#[test]
fn a_step_can_be_left_out_and_its_filter_shows_it() {
    let server = Server::demo();
    let page = choose(&server, &["mobile", "payments"]);
    action(&page, "Disable");
    page.role("checkbox").named("Include mobile").click();
    step(&page, "mobile").shows("Left out");
    page.button("Left out 1").click();
    page.role("rowheader").are(1);
    page.button("All 2").click();
    page.button("Apply to 1").click();
    page.sees("1 done");
    assert_eq!(server.named("mobile")["disabled"], false);
    assert_eq!(server.named("payments")["disabled"], true);
}

#[test]
fn what_failed_says_why_and_is_done_when_asked_again() {
    let server = Server::demo();
    let page = choose(&server, &["mobile", "payments", "design-system"]);
    action(&page, "Disable");
    page.heading("Disable 3 integrations").appears();
    server.disturb(&switch_line(&server, "payments"), Fault::Answer(500, json!({ "message": "oops" })));
    page.button("Apply to 3").click();
    page.sees("2 done · 1 failed");
    step(&page, "payments").shows("Failed");
    page.button("Details of payments").click();
    page.role("dialog").named("payments").shows("Jira had an internal error");
    page.button("Close").click();
    page.button("Failed 1").click();
    page.role("rowheader").are(1);
    server.heal();
    server.forget();
    page.button("Retry 1 failed").click();
    page.sees("3 done");
    assert_eq!(server.writes().len(), 1);
    assert_eq!(server.named("payments")["disabled"], true);
}

#[test]
fn a_lost_answer_is_read_back_and_nothing_is_sent_twice() {
    for (kind, fault, done) in [
        ("half an answer", Fault::Done(Box::new(Fault::Half)), true),
        ("an error after it was done", Fault::Done(Box::new(Fault::Answer(500, Value::Null))), true),
        ("a page after it was done", Fault::Done(Box::new(Fault::Html)), true),
        ("an error", Fault::Answer(500, Value::Null), false),
    ] {
        let server = Server::demo();
        let page = choose(&server, &["mobile", "payments"]);
        action(&page, "Disable");
        page.heading("Disable 2 integrations").appears();
        server.disturb(&switch_line(&server, "mobile"), fault);
        server.forget();
        page.button("Apply to 2").click();
        page.sees(if done { "2 done" } else { "1 done · 1 failed" });
        assert_eq!(server.writes().len(), 2, "{kind}");
        assert_eq!(server.named("mobile")["disabled"], done, "{kind}");
    }
}

#[test]
fn a_busy_jira_is_waited_for() {
    let server = Server::demo();
    let page = choose(&server, &["mobile", "payments"]);
    action(&page, "Disable");
    page.heading("Disable 2 integrations").appears();
    let id = server.id("mobile");
    server.disturb(&format!("GET /rest/gitplugin/1.0/integration/{id}"), Fault::TooMany(1));
    page.button("Apply to 2").click();
    page.sees("Jira asks to slow down: goes on in 1 s");
    server.heal();
    page.passes_time();
    page.sees("2 done");
    assert_eq!(server.writes().len(), 2);
}

#[test]
fn the_seconds_of_a_pause_are_counted_down() {
    for (fault, words) in [
        (Fault::TooMany(9), "Jira asks to slow down: goes on in "),
        (
            Fault::Page(503, "text/plain", String::new(), Some(("retry-after", "9"))),
            "Jira is not available: goes on in ",
        ),
    ] {
        let server = Server::demo();
        let page = choose(&server, &["mobile"]);
        action(&page, "Disable");
        page.heading("Disable 1 integration").appears();
        let id = server.id("mobile");
        server.disturb(&format!("GET /rest/gitplugin/1.0/integration/{id}"), fault);
        page.runs_its_clock();
        page.button("Apply to 1").click();
        for seconds in [9, 8, 7] {
            page.sees(&format!("{words}{seconds} s"));
        }
        server.heal();
        page.sees("1 done");
    }
}

#[test]
fn what_was_done_when_asked_again_is_not_told_as_failed_after_a_reload() {
    let server = Server::demo();
    let page = choose(&server, &["mobile", "payments"]);
    action(&page, "Disable");
    page.heading("Disable 2 integrations").appears();
    server.disturb(&switch_line(&server, "payments"), Fault::Answer(500, Value::Null));
    page.button("Apply to 2").click();
    page.sees("1 done · 1 failed");
    page.reload();
    step(&page, "payments").shows("Failed");
    step(&page, "mobile").shows("Done");
    page.button("Dismiss report").click();
    // Again from the list, where they are still as they were left.
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.role("checkbox").named("Select payments").click();
    action(&page, "Disable");
    page.button("Apply to 1").click();
    page.sees("1 failed");
    server.heal();
    page.button("Retry 1 failed").click();
    page.sees("1 done");
    page.reload();
    step(&page, "payments").shows("✓ Done");
}

#[test]
fn one_that_had_to_be_read_back_later_is_told_by_its_name() {
    let server = Server::demo();
    let page = choose(&server, &["mobile"]);
    action(&page, "Disable");
    page.heading("Disable 1 integration").appears();
    let id = server.id("mobile");
    // Done, but neither the answer nor the first read after it arrives.
    server.disturb(&switch_line(&server, "mobile"), Fault::Done(Box::new(Fault::Answer(500, Value::Null))));
    server.disturb_after(
        &switch_line(&server, "mobile"),
        &format!("GET /rest/gitplugin/1.0/integration/{id}"),
        Fault::TooMany(1),
    );
    page.button("Apply to 1").click();
    page.sees("Jira asks to slow down");
    server.heal();
    page.passes_time();
    page.sees("1 done");
    page.button("Details of mobile").click();
    page.role("dialog").named("mobile").shows("mobile is disabled.");
    assert_eq!(server.writes().len(), 1);
}

#[test]
fn the_first_answer_that_nobody_is_signed_in_stops_it() {
    let server = Server::new().demo(25).start();
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 25").click();
    action(&page, "Disable");
    page.role("heading").named_like("Disable 25 integrations").appears();
    disturb_all(&server, &Fault::Answer(401, Value::Null));
    server.forget();
    page.role("button").named_like("Apply to").click();
    page.alert("The plan has stopped: the others would fail alike").appears();
    let sent = server.writes().len();
    assert!((1..=4).contains(&sent), "{sent} were sent");
    server.heal();
    page.button("Go on").click();
    page.sees("21 done");
}

#[test]
fn is_paused_stopped_and_goes_on() {
    let server = Server::demo();
    let page = with_four_under_way(&server);
    prepares_no_other(&page);
    page.button("Pause").click();
    page.sees("paused");
    server.heal();
    page.sees("4 done · 17 waiting · paused");
    assert_eq!(server.writes().len(), 4);
    prepares_no_other(&page);
    page.button("Stop").click();
    page.sees("4 done · 17 waiting · stopped");
    page.button("Continue with 17").click();
    page.sees("21 done");
    assert_eq!(server.writes().len(), 21);
}

#[test]
fn removing_asks_for_the_number_and_the_reverse_asks_for_secrets_and_gives_back_the_rest() {
    let server = Server::demo();
    let before = anonymous(&server);
    let page = choose(&server, &["/jira/repos/*", "mobile"]);
    action(&page, "Remove…");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Remove 2 integrations").appears();
    page.button("Remove 2").click();
    assert_eq!(server.writes(), []);
    page.field("Type 2 to confirm").fill("2");
    page.button("Remove 2").click();
    page.sees("2 done");
    let lines: Vec<_> = server.writes().into_iter().map(|(line, _)| line).collect();
    assert!(lines.iter().all(|line| line.ends_with("?deleteFiles=false")), "{lines:?}");
    assert_eq!(lines.len(), 2);
    page.link(sentences::PLAN_THE_REVERSE).click();
    // A folder has no secrets; the other one needs its own again.
    page.field("Personal access token for https://gitlab.acme.example").fill("glpat-0123456789abcdefghij");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Reverse: Remove 2 integrations").appears();
    page.button("Apply to 2").click();
    page.sees("2 done");
    assert_eq!(anonymous(&server), before);
    let token = server.writes().into_iter().filter(|(_, body)| body["pat"] == "glpat-0123456789abcdefghij");
    assert_eq!(token.count(), 1);
    page.keeps_nowhere("glpat-0123456789abcdefghij");
}

/// All integrations without their numbers, in the order of their names.
fn anonymous(server: &Server) -> Vec<Value> {
    let mut all = exported(server);
    for one in &mut all {
        one.as_object_mut().unwrap().remove("id");
    }
    all.sort_by_key(|one| (one["displayName"].to_string(), one.to_string()));
    all
}

/// All integrations as an export would have them: without what Jira counts by itself.
fn exported(server: &Server) -> Vec<Value> {
    let mut all = server.all();
    for one in &mut all {
        let settings = one.as_object_mut().unwrap();
        settings.remove("lastIndexedDate");
        settings.remove("initDate");
    }
    all
}

#[test]
fn the_reverse_gives_back_what_was_there() {
    let server = Server::demo();
    let before = exported(&server);
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 25").click();
    action(&page, "Disable");
    page.role("button").named_like("Apply to").click();
    page.sees("21 done");
    assert_ne!(exported(&server), before);
    page.link(sentences::PLAN_THE_REVERSE).click();
    page.heading("Reverse: Disable 25 integrations").appears();
    page.button("Apply to 21").click();
    page.sees("21 done");
    assert_eq!(exported(&server), before);
}

#[test]
fn a_reload_keeps_the_report_and_reads_back_what_was_under_way() {
    let server = Server::demo();
    let page = with_four_under_way(&server);
    page.reload();
    server.heal();
    // Whether the server did what it was asked when the connection ended is read, not guessed.
    page.role("button").named("Dismiss report").appears();
    page.sees("17 waiting");
    let sent: Vec<String> = server.writes().into_iter().map(|(line, _)| line).collect();
    assert_eq!(sent.len(), 4);
    let done = disabled(&server).values().filter(|disabled| **disabled).count() - 4;
    page.sees(&format!("{done} done"));
    page.button("Dismiss report").click();
    page.link(sentences::PLANS).click();
    page.heading(sentences::NO_PLAN_IS_OPEN).appears();
}

#[test]
fn without_any_that_is_chosen_it_says_where_to_choose() {
    let server = Server::demo();
    for address in ["enable", "disable", "remove", "change", "projects", "credentials"] {
        let page = server.open(&format!("/integrations/plan/{address}"));
        page.heading(sentences::NO_INTEGRATION_IS_CHOSEN).appears();
        page.link(sentences::GO_TO_THE_LIST).click();
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    }
    server.forget();
    let page = server.open("/integrations/plan");
    page.heading(sentences::NO_PLAN_IS_OPEN).appears();
    assert!(!server.rest_lines().iter().any(|line| line == LIST));
}

#[test]
fn a_thousand_with_faults_are_reported_as_the_database_has_them() {
    let fault = |nth: u32, more: Value| {
        let mut fault =
            json!({ "api": "jira", "method": "PUT", "path": "/repository/*/disable", "every": nth });
        fault.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fault
    };
    // One in twenty: refused, done but answered with an error, or cut before it was done.
    let faults = json!([
        fault(60, json!({ "status": 500 })),
        fault(59, json!({ "status": 500, "done": true })),
        fault(61, json!({ "status": 500, "body": "<html>no</html>" })),
    ]);
    let server = Server::new().demo(1_000).faults(&faults).start();
    let was: BTreeMap<i64, bool> = by_id(&server);
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 1,000").click();
    action(&page, "Disable");
    page.heading("Disable 1,000 integrations").appears();
    let downloads = page.keeps_downloads();
    page.role("button").named_like("Apply to").click();
    page.becomes("the end of the run", || page.text().contains("Close plan"));
    page.button("Download report").click();
    page.role("menuitem").named("As JSON").click();
    agrees(&downloads.json("patchbay-report.json"), &was, &by_id(&server));
    page.role("button").named_like("Retry").click();
    page.becomes("the end of the run", || page.text().contains("Close plan"));
}

fn by_id(server: &Server) -> BTreeMap<i64, bool> {
    server.all().into_iter().map(|one| (one["id"].as_i64().unwrap(), one["disabled"] == true)).collect()
}

/// Each step of the report says what the server has.
fn agrees(report: &Value, was: &BTreeMap<i64, bool>, is: &BTreeMap<i64, bool>) {
    let steps = report["steps"].as_array().unwrap();
    assert_eq!(steps.len(), was.len());
    let mut failed = 0;
    for step in steps {
        let id: i64 = step["key"].as_str().unwrap().trim_start_matches('#').parse().unwrap();
        let state = step["state"].as_str().unwrap();
        assert!(["done", "failed", "left out"].contains(&state), "{step}");
        let wanted = state == "done" || was[&id];
        failed += usize::from(step["state"] == "failed");
        assert_eq!(is[&id], wanted, "{step}");
    }
    assert!(failed > 10, "{failed} failed");
}

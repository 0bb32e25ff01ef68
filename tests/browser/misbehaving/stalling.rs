//! Answers that begin and never end: everything that waits for one has a limit, in pages, plans and fleets.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use crate::starting::first_runs;

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const MOBILE: &str = "/rest/gitplugin/1.0/integration/2";

/// The minute that each request is given takes three seconds: long enough for what does come.
fn patient_for_seconds(server: &Server) -> Page<'_> {
    let page = Page::blank(server);
    let script = "
        const real = window.setTimeout;
        window.setTimeout = (run, time, ...rest) => real(run, time === 60_000 ? 3_000 : time, ...rest);";
    first_runs(&page, script);
    page
}

/// Never anything at all, and half of the answer.
fn faults() -> [Fault; 2] {
    [Fault::Held, Fault::Stalled]
}

#[test]
fn a_list_and_a_form() {
    let server = Server::demo();
    for fault in faults() {
        for (line, route) in [(LIST, "/integrations"), (&format!("GET {MOBILE}"), "/integrations/2")] {
            let page = patient_for_seconds(&server);
            server.disturb(line, fault.clone());
            server.forget();
            page.go(route);
            page.becomes("the server has it", || times(&server, line) > 0);
            page.passes_time();
            page.alert("Jira did not answer in time")
                .shows(sentences::TRY_AGAIN)
                .shows("Patchbay tries again in 2 s.");
            server.heal();
            page.button(sentences::TRY_AGAIN).click();
            page.sees("mobile");
        }
    }
}

const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";
const ADD: &str = "POST /rest/gitplugin/1.0/integration";

/// How often the server was told to do this.
fn times(server: &Server, line: &str) -> usize {
    server.requests().iter().filter(|request| request.line.split('?').next() == Some(line)).count()
}

/// The plan of a file with one integration, "from a file".
fn plans_one(server: &Server) -> Page<'_> {
    let page = patient_for_seconds(server);
    page.go("/integrations/plan/import");
    let entry = json!({ "type": "GITHUB", "displayName": "from a file", "pat": "ghp_0123456789abcdef0123456789abcdef0123",
        "projectMappingIds": [10000] });
    let text = json!({ "patchbay": "git-integrations", "version": 1, "integrations": [entry] }).to_string();
    page.chooses_file("one.json", &text);
    page.button(sentences::SHOW_THE_PLAN).click();
    server.forget();
    page
}

/// What was sent and never answered was done all the same: it is read back, and not sent again.
#[test]
fn a_plan_adds_nothing_twice() {
    let server = Server::demo();
    let page = plans_one(&server);
    server.disturb(ADD, Fault::Done(Box::new(Fault::Held)));
    page.role("button").named_like("Apply to").click();
    page.becomes("the server has it", || times(&server, ADD) == 1);
    page.passes_time();
    page.becomes("an end", || page.text().contains("1 done"));
    assert_eq!(times(&server, ADD), 1, "{:?}", server.rest_lines());
    assert_eq!(server.all().iter().filter(|one| one["displayName"] == "from a file").count(), 1);
    server.heal();
}

/// Jira has not done it when it is read back, and may do so later: neither we nor the proxy before it waited longer.
#[test]
fn what_may_be_added_late_is_not_sent_again_by_itself() {
    let page_of_a_proxy = |status| Fault::Page(status, "text/html", "<h1>Timeout</h1>".to_owned(), None);
    for fault in [Fault::Held, page_of_a_proxy(504), page_of_a_proxy(524)] {
        let server = Server::demo();
        let page = plans_one(&server);
        server.disturb(ADD, fault);
        page.role("button").named_like("Apply to").click();
        page.becomes("the server has it", || times(&server, ADD) == 1);
        page.passes_time();
        page.becomes("an end", || page.text().contains("1 failed"));
        page.button("Details of from a file").click();
        page.sees(sentences::LOOK_BEFORE_ADDING_AGAIN);
        page.passes_time();
        assert_eq!(times(&server, ADD), 1, "{:?}", server.rest_lines());
        server.heal();
    }
}

#[test]
fn a_step_of_a_plan_has_an_end() {
    let server = Server::demo();
    // Nothing is read of the answer of a switch that could stop halfway.
    for fault in [Fault::Held] {
        let page = patient_for_seconds(&server);
        page.go("/integrations");
        for name in ["mobile", "payments"] {
            page.role("checkbox").named(&format!("Select {name}")).click();
        }
        page.link("Disable").click();
        page.role("heading").named_like("Disable 2 integrations").appears();
        server.forget();
        server.disturb(SWITCH, fault);
        page.role("button").named_like("Apply to").click();
        page.becomes("the server has it", || times(&server, SWITCH) == 1);
        page.passes_time();
        page.becomes("a pause", || page.text().contains("Jira cannot be reached"));
        // It was read back first: the server does not have it.
        assert_eq!(times(&server, SWITCH), 1, "{:?}", server.rest_lines());
        server.heal();
        page.passes_time();
        page.becomes("the end of the run", || page.text().contains("2 done"));
        assert_eq!(server.named("mobile")["disabled"], true);
        for id in [2, server.id("payments")] {
            server.change(id, &json!({ "disabled": false }));
        }
    }
}

#[test]
fn a_table_of_many_projects_has_an_end() {
    let server = Server::demo();
    for fault in faults() {
        let page = patient_for_seconds(&server);
        server.disturb("GET /api/v4/projects/101/integrations", fault);
        page.go(&server.at_gitlab("fleet?list=101,102"));
        page.sees("1 read, 1 to go");
        page.passes_time();
        page.becomes("a pause", || page.text().contains("GitLab cannot be reached. Continuing in 1 s."));
        server.heal();
        page.passes_time();
        page.button(sentences::READ_ALL_AGAIN).appears();
    }
}

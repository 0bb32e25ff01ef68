//! Answers that begin and never end: everything that waits for one has a limit, in pages, plans and fleets.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};

use crate::starting::first_runs;

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const MOBILE: &str = "/rest/gitplugin/1.0/integration/2";
const WEBSITE: &str = "GET /api/v4/projects/101/integrations";

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
            page.go(route);
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

#[test]
fn a_save_is_looked_at_and_not_sent_again() {
    let server = Server::demo();
    for fault in faults() {
        let page = patient_for_seconds(&server);
        page.go("/integrations/2");
        let typed = format!("typed {fault:?}");
        page.field("Display name").fill(&typed);
        server.disturb(&format!("PUT {MOBILE}"), fault);
        server.forget();
        page.button("Save 1 change").click();
        page.becomes("sent", || server.writes().len() == 1);
        page.passes_time();
        page.passes_time();
        page.alert("Saving failed: Jira did not answer in time").appears();
        assert_eq!(server.writes().len(), 1);
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.role("status").shows("is saved");
        page.role("status").shows("typed ");
        assert_eq!(server.writes().len(), 2);
    }
}

#[test]
fn a_plan_and_a_fleet() {
    let server = Server::demo();
    for fault in faults() {
        let page = patient_for_seconds(&server);
        page.go("/integrations");
        page.role("checkbox").named("Select mobile").click();
        page.link("Disable").click();
        server.disturb("PUT /rest/gitplugin/1.0/repository/2/disable", fault.clone());
        server.forget();
        page.role("button").named_like("Apply to").click();
        page.becomes("sent", || server.writes().len() == 1);
        page.runs_its_clock();
        page.becomes("the end of the run", || page.text().contains("Close plan"));
        assert_eq!(server.writes().len(), 1);
        server.heal();

        let page = patient_for_seconds(&server);
        server.disturb(WEBSITE, fault);
        page.go(&server.at_gitlab("fleet?list=101,102"));
        page.becomes("asked", || server.requests().iter().any(|one| one.line.starts_with(WEBSITE)));
        page.passes_time();
        page.sees("GitLab cannot be reached. Continuing in ");
        server.heal();
        page.runs_its_clock();
        page.button(sentences::READ_ALL_AGAIN).appears();
    }
}

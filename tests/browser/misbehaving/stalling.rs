//! Answers that begin and never end: everything that waits for one has a limit, in pages, plans and fleets.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};

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

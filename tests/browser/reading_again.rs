//! What could not be read for a cause that may pass is read again by itself, visibly; nothing else is, and no change.

use patchbay_tests::sentences::{self, PATCHBAY_TRIES_AGAIN};
use patchbay_tests::{Fault, Page, Server};
use serde_json::{Value, json};

use crate::list::lists;

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const PROJECTS: &str = "GET /rest/api/2/project";
const MYSELF: &str = "GET /rest/api/2/myself";

/// The browser says that it is on the network again.
#[track_caller]
fn network_returns(page: &Page<'_>) {
    page.run("dispatchEvent(new Event('online'))", Vec::new());
    page.settles();
}

#[track_caller]
fn seconds_pass(page: &Page<'_>, seconds: u32) {
    for _ in 0..seconds {
        page.passes_time();
    }
}

/// "Patchbay tries again in 2 s."
fn after(seconds: u32) -> String {
    format!("{PATCHBAY_TRIES_AGAIN} in {seconds} s.")
}

fn unavailable() -> Fault {
    Fault::Answer(503, json!({}))
}

#[test]
fn the_seconds_are_counted_and_then_it_is_read() {
    let server = Server::demo();
    for (fault, title, pause) in [
        (Fault::Cut, "Jira cannot be reached", 2),
        (Fault::Half, "Jira cannot be reached", 2),
        (unavailable(), "Jira is not available at the moment", 2),
        (Fault::Answer(502, Value::Null), "Jira is not available at the moment", 2),
        (Fault::Answer(504, Value::Null), "Jira is not available at the moment", 2),
        (Fault::Answer(429, json!({})), "Jira asks you to slow down", 2),
        (Fault::TooMany(1), "Jira asks you to slow down", 2),
        (Fault::TooMany(4), "Jira asks you to slow down", 4),
    ] {
        let page = server.open("/integrations");
        lists(&page, 25);
        server.disturb(LIST, fault);
        page.button("Refresh").click();
        let alert = page.alert(title).shows(&after(pause));
        alert.shows(sentences::TRY_AGAIN);
        for left in (1..pause).rev() {
            page.passes_time();
            alert.shows(&after(left));
        }
        server.heal();
        page.passes_time();
        alert.vanishes();
        page.link("mobile").appears();
    }
}

#[test]
fn says_that_it_is_trying_and_leaves_the_reader_where_he_is() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(LIST, unavailable());
    page.button("Refresh").click();
    let alert = page.alert("Jira is not available at the moment").shows(&after(2));
    page.run("document.querySelector('[role=alert] summary').click()", Vec::new());
    page.button("Copy details").appears();
    page.tab_to("button", "Copy details");
    seconds_pass(&page, 1);
    server.disturb(LIST, Fault::Late(Box::new(unavailable())));
    seconds_pass(&page, 1);
    alert.shows(&format!("{PATCHBAY_TRIES_AGAIN} now…"));
    page.button("Copy details").has_focus();
    server.heal();
    // The same failure once more: the same notice, unfolded as it was.
    alert.shows(&after(8));
    page.button("Copy details").has_focus();
}

#[test]
fn after_three_times_it_waits_for_somebody_or_for_the_network() {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(LIST, unavailable());
    server.forget();
    page.button("Refresh").click();
    let alert = page.alert("Jira is not available at the moment").appears();
    for (tries, pause) in [(1, 2), (2, 8), (3, 20)] {
        alert.shows(&after(pause));
        assert_eq!(server.rest_lines(), vec![LIST; tries]);
        seconds_pass(&page, pause);
    }
    alert.without_text(PATCHBAY_TRIES_AGAIN).shows(sentences::TRY_AGAIN);
    seconds_pass(&page, 3);
    assert_eq!(server.rest_lines(), [LIST; 4]);
    page.button(sentences::TRY_AGAIN).click();
    page.sees(&after(2));
    assert_eq!(server.rest_lines(), [LIST; 5]);
    seconds_pass(&page, 30);
    alert.without_text(PATCHBAY_TRIES_AGAIN);
    assert_eq!(server.rest_lines(), [LIST; 8]);
    server.heal();
    network_returns(&page);
    alert.vanishes();
    assert_eq!(server.rest_lines(), [LIST; 9]);
    // Nothing has failed: nothing is read.
    network_returns(&page);
    seconds_pass(&page, 3);
    assert_eq!(server.rest_lines(), [LIST; 9]);
}

/// The server heals during the pause, and this ends it: the list is read once, and not again when the pause would be over.
#[track_caller]
fn ends_the_pause(fault: Fault, title: &str, end: impl FnOnce(&Page<'_>)) {
    let server = Server::demo();
    let page = server.open("/integrations");
    server.disturb(LIST, fault);
    page.button("Refresh").click();
    let alert = page.alert(title).shows(&after(2));
    server.heal();
    server.forget();
    end(&page);
    alert.vanishes();
    seconds_pass(&page, 3);
    assert_eq!(server.rest_lines(), [LIST]);
}

#[test]
fn the_network_s_return_ends_the_pause() {
    ends_the_pause(Fault::Cut, "Jira cannot be reached", network_returns);
}

#[test]
fn somebody_may_be_quicker() {
    ends_the_pause(unavailable(), "Jira is not available at the moment", |page| {
        page.button(sentences::TRY_AGAIN).click();
    });
}

#[test]
fn what_somebody_has_to_do_something_about_is_not_read_again() {
    let server = Server::demo();
    let page = server.open("/integrations");
    lists(&page, 25);
    let text = |status: u16, text: &str| Fault::Page(status, "text/html", text.to_owned(), None);
    for (fault, title) in [
        (Fault::Answer(401, json!({})), "You are signed out of Jira"),
        (Fault::WebSudo, sentences::JIRA_ASKS_FOR_CONFIRMATION),
        (Fault::Answer(403, json!({})), sentences::NOT_ALLOWED),
        (Fault::Answer(404, json!({})), "Git Integration for Jira does not answer here"),
        (Fault::Answer(500, json!({})), "Jira had an internal error"),
        (Fault::Answer(200, json!({ "success": true })), "Jira’s answer could not be read"),
        (Fault::Html, "Something other than Jira answered"),
        (text(403, "<h1>Blocked</h1>"), "Something in front of Jira refused the request"),
        // Whoever waits for minutes is asked.
        (Fault::TooMany(61), "Jira asks you to slow down"),
        (Fault::TooMany(3_600), "Jira asks you to slow down"),
    ] {
        server.disturb(LIST, fault);
        server.forget();
        page.button("Refresh").click();
        let alert = page.alert(title).appears();
        alert.without_text(PATCHBAY_TRIES_AGAIN);
        network_returns(&page);
        seconds_pass(&page, 3);
        alert.without_text(PATCHBAY_TRIES_AGAIN);
        assert_eq!(server.rest_lines(), [LIST], "{title}");
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        alert.vanishes();
    }
}

#[test]
fn each_page_reads_again_what_it_could_not_read() {
    let server = Server::demo();
    let project = server.at_gitlab("101");
    let emails = server.at_gitlab("101/emails-on-push");
    let of_project = "GET /api/v4/projects/101/integrations";
    for (route, line, then) in [
        ("/integrations", MYSELF, sentences::GIT_INTEGRATIONS),
        ("/integrations", LIST, sentences::GIT_INTEGRATIONS),
        ("/integrations/2", "GET /rest/gitplugin/1.0/integration/2", "mobile"),
        ("/integrations/2", PROJECTS, "mobile"),
        ("/integrations/2/clone", "GET /rest/gitplugin/1.0/integration/2", "Clone mobile"),
        (&server.at_gitlab(""), "GET /api/v4/user", sentences::GITLAB_PROJECTS),
        (&server.at_gitlab(""), "GET /api/v4/projects", sentences::GITLAB_PROJECTS),
        (&project, of_project, "Shop / Web / Website"),
        (&emails, "GET /api/v4/projects/101", "Emails on push"),
        (&emails, &format!("{of_project}/emails-on-push"), "Emails on push"),
    ] {
        server.disturb(line, unavailable());
        let page = Page::blank(&server);
        page.go(route);
        let alert = page.role("alert").shows(&after(2));
        server.heal();
        seconds_pass(&page, 2);
        alert.vanishes();
        page.heading(then).appears().without(&page.role("alert"));
    }
}

/// A form in which somebody types is drawn anew with what is read: then not by itself.
#[test]
fn a_form_that_is_read_again_is_left_alone() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").appears();
    page.button("Disable…").click();
    let get = "GET /api/v4/projects/101/integrations/emails-on-push";
    server.disturb_after("DELETE /api/v4/projects/101/integrations/emails-on-push", get, unavailable());
    page.button("Disable").click();
    let alert = page.role("alert").shows("GitLab is not available at the moment");
    alert.without_text(PATCHBAY_TRIES_AGAIN);
    server.forget();
    network_returns(&page);
    seconds_pass(&page, 3);
    assert_eq!(server.api_lines(), [""; 0]);
}

#[test]
fn no_change_is_sent_again_by_itself() {
    let server = Server::demo();
    for (route, change, act) in [
        ("/integrations/2", "PUT /rest/gitplugin/1.0/integration/2", "Display name"),
        (
            &server.at_gitlab("101/emails-on-push"),
            "PUT /api/v4/projects/101/integrations/emails-on-push",
            "Recipients",
        ),
    ] {
        let page = Page::blank(&server);
        page.go(route);
        page.field(act).fill("typed@with.care");
        for fault in [unavailable(), Fault::TooMany(2)] {
            server.disturb(change, fault);
            server.forget();
            page.button("Save 1 change").click();
            let alert = page.role("alert").shows("Saving failed");
            alert.without_text(PATCHBAY_TRIES_AGAIN);
            network_returns(&page);
            seconds_pass(&page, 3);
            alert.without_text(PATCHBAY_TRIES_AGAIN);
            assert_eq!(server.writes().len(), 1, "{change}");
            server.heal();
        }
    }
}

//! What fails while many are read: one project is not the end, a server that is busy is waited for, and who is signed out
//! signs in and goes on.

use patchbay_tests::{Fault, GitLab, Server, sentences};
use serde_json::json;

use super::{is_read, open_group, reads, row, today};

const WEBSITE: &str = "GET /api/v4/projects/101/integrations";

#[test]
fn what_may_not_be_read_says_so_in_its_row_and_the_others_go_on() {
    let server = today();
    server.disturb(WEBSITE, Fault::Answer(403, json!({ "message": "403 Forbidden" })));
    server.disturb(
        "GET /api/v4/projects/102/integrations",
        Fault::Answer(404, json!({ "message": "404 Project Not Found" })),
    );
    let page = open_group(&server, "shop/web");
    row(&page, "Website").shows("403").shows(sentences::NOT_ALLOWED);
    row(&page, "Checkout").shows("404").shows(sentences::NO_SUCH_PROJECT);
    page.sees("2 could not be read");
    // Asking again would not help.
    page.link("Search page").appears().without(&page.button("Try those again"));
    page.go(&server.at_gitlab("fleet?group=shop%2Fweb&read=failed"));
    page.sees("2 of 13");
    page.link("Website").appears().without(&page.link("Search page"));
}

#[test]
fn one_in_twenty_fails_and_they_are_tried_again_until_all_are_read() {
    let faults = json!([
        { "api": "gitlab", "path": "/projects/*/integrations", "every": 20, "status": 500, "body": { "message": "500" } },
    ]);
    let server = Server::new().demo(1).gitlab(GitLab::V19_5).faults(&faults).start();
    let page = server.open(&server.at_gitlab("fleet?mine=all"));
    let mut times = 0;
    let mut told = page.alert("could not be read").appears();
    page.sees("15 projects or groups could not be read");
    while page.text().contains("Try those again") {
        page.button("Try those again").click();
        told.vanishes();
        is_read(&page);
        times += 1;
        if page.text().contains("Try those again") {
            told = page.alert("could not be read").appears();
        }
        assert!(times < 5, "it does not end");
    }
    page.sees("300 projects, 60 groups").without_text("could not be read");
    // 300 at first, fifteen of them once more, and of these none or one again.
    let of_projects = reads(&server).into_iter().filter(|line| line.contains("/projects/")).count();
    assert_eq!((times, of_projects), (1, 315));
}

#[test]
fn a_busy_gitlab_is_waited_for() {
    let server = today();
    server.disturb(WEBSITE, Fault::TooMany(90));
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    page.sees("GitLab asks to slow down. Continuing in 90 s.");
    server.heal();
    page.button(sentences::STOP_READING).click();
    page.button(sentences::CONTINUE_READING).click();
    is_read(&page);
    row(&page, "Website").shows("active");
}

#[test]
fn a_gitlab_that_is_not_available_is_asked_again_by_itself() {
    let server = today();
    server.disturb(WEBSITE, Fault::Answer(503, json!({})));
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    page.sees("GitLab is not available at the moment. Continuing in 1 s.");
    server.heal();
    page.passes_time();
    is_read(&page);
    row(&page, "Website").shows("active");
}

#[test]
fn a_connection_that_is_lost_stops_it_after_three_tries() {
    let server = today();
    server.disturb(WEBSITE, Fault::Cut);
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    for seconds in ["1", "2", "4"] {
        page.sees(&format!("GitLab cannot be reached. Continuing in {seconds} s."));
        page.runs_its_clock();
    }
    page.alert("Reading stopped: GitLab cannot be reached").appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    is_read(&page);
    row(&page, "Website").shows("active");
}

#[test]
fn who_is_signed_out_in_the_middle_signs_in_and_goes_on() {
    let server = today();
    let unauthorized = json!({ "message": "401 Unauthorized" });
    server.disturb("GET /api/v4/projects/106/integrations", Fault::Answer(401, unauthorized));
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    page.alert("Reading stopped: you are signed out of GitLab").appears();
    row(&page, "Website").shows("active");
    let before = reads(&server).len();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    is_read(&page);
    // What was read is not read again.
    let of_website = reads(&server).into_iter().filter(|line| line == WEBSITE).count();
    assert!(before < 13 && of_website == 1, "{before}, {of_website}");
}

#[test]
fn an_odd_answer_is_no_end_either() {
    let server = today();
    server.disturb(
        WEBSITE,
        Fault::Answer(200, json!([{ "title": "without a slug" }, { "slug": "jira", "active": true }])),
    );
    let page = open_group(&server, "shop/web");
    row(&page, "Website").shows("1 odd entry").shows("active");
}

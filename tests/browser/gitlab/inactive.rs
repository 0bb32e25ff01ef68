//! Looking for integrations that were set up once and are not active: one request each, a few at a time.

use patchbay_model::gitlab::{Target, all};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Locator, Page, Server};
use serde_json::json;

use super::form::WEBSITE;

const DISCORD: &str = "GET /api/v4/projects/101/integrations/discord";

fn part<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("region").named("Set up but not active")
}

/// How many requests it takes: all that GitLab 14.8 can have, except the four that are active.
fn requests() -> usize {
    all().filter(|spec| spec.can_exist(Target::MANUAL)).count() - 4
}

#[track_caller]
fn open(server: &Server) -> Page<'_> {
    let page = server.open(&server.at_gitlab(WEBSITE));
    part(&page)
        .shows("To find others that were set up before, Patchbay has to ask for each one.")
        .shows(&format!("That takes {} requests.", requests()));
    server.forget();
    page
}

/// Requests for one integration since the page was read.
fn asked(server: &Server) -> Vec<String> {
    server.api_lines().into_iter().filter(|line| line.contains("/integrations/")).collect()
}

#[test]
fn finds_them_and_leads_to_their_forms() {
    let server = Server::demo();
    let page = open(&server);
    part(&page).appears().without(&page.role("link").named_like("External wiki").within(part(&page)));
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    part(&page).shows(&format!("2 inactive integrations found. {} integrations checked.", requests()));
    page.button(sentences::LOOK_AGAIN).has_focus();
    let mut lines = asked(&server);
    lines.sort();
    lines.dedup();
    assert_eq!((lines.len(), asked(&server).len()), (requests(), requests()));
    // What nobody can set up any more is not asked for.
    assert!(
        !lines.iter().any(|line| line.ends_with("flowdock") || line.ends_with("jenkins-deprecated")),
        "{lines:?}"
    );
    part(&page).shows("Microsoft Teams notifications");
    page.role("link").named_like("External wiki").within(part(&page)).click();
    page.heading("External wiki").appears().has_focus();
}

#[test]
fn asks_four_at_a_time_shows_how_far_it_is_and_can_be_stopped() {
    let server = Server::demo();
    let page = open(&server);
    for spec in all() {
        server.disturb(&format!("GET /api/v4/projects/101/integrations/{}", spec.slug), Fault::Held);
    }
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    part(&page).shows(&format!("0 of {} checked.", requests()));
    page.role("progressbar").named("Integrations checked").has("max", &requests().to_string());
    let progress = page.role("progressbar").appears();
    page.becomes("four requests on their way", || asked(&server).len() == 4);
    page.button("Stop").has_focus().click();
    server.heal();
    part(&page).shows(&format!("Stopped: 4 of {} checked.", requests()));
    progress.vanishes();
    assert_eq!(asked(&server).len(), 4);
    page.button("Continue").click();
    part(&page).shows("2 inactive integrations found");
    assert_eq!(asked(&server).len(), requests());
}

#[test]
fn what_is_disabled_here_is_asked_for_as_well() {
    let server = Server::demo();
    let page = open(&server);
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    part(&page).shows(&format!("2 inactive integrations found. {} integrations checked.", requests()));
    page.button("Disable Slack notifications…").click();
    page.button("Disable").click();
    part(&page).shows(&format!("3 inactive integrations found. {} integrations checked.", requests() + 1));
    page.role("link").named_like("Slack notifications").within(part(&page)).appears();
}

#[test]
fn slows_down_when_gitlab_asks_for_it_without_saying_how_long() {
    let server = Server::demo();
    let page = open(&server);
    server.disturb(DISCORD, Fault::Answer(429, json!({ "message": "429 Too Many Requests" })));
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    part(&page).shows("GitLab asks to slow down. Continuing in 1 s.");
    page.passes_time();
    // Again refused, it waits for twice as long.
    part(&page).shows("Continuing in 2 s.");
    page.button("Stop").click();
    part(&page).shows("Stopped: ");
    server.heal();
    page.button("Continue").click();
    part(&page).shows(&format!("2 inactive integrations found. {} integrations checked.", requests()));
}

#[test]
fn one_that_fails_does_not_keep_the_others() {
    let server = Server::demo();
    let page = open(&server);
    server.disturb(DISCORD, Fault::Answer(500, json!({ "message": "500 Internal Server Error" })));
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    part(&page).shows("2 inactive integrations found");
    page.alert("1 integration could not be checked").shows("Discord");
    let alert = page.alert("could not be checked").appears();
    server.heal();
    server.forget();
    page.button("Try those again").click();
    alert.vanishes();
    page.becomes("that one to be asked for again", || asked(&server) == [DISCORD]);
    part(&page).shows("Microsoft Teams notifications");
}

#[test]
fn a_connection_that_is_lost_stops_it() {
    let server = Server::demo();
    let page = open(&server);
    server.disturb(DISCORD, Fault::Cut);
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    page.alert("Looking for inactive ones failed: GitLab cannot be reached").appears();
    part(&page).shows("Stopped: ");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    part(&page).shows(&format!("2 inactive integrations found. {} integrations checked.", requests()));
}

#[test]
fn what_this_server_does_not_have_is_marked() {
    // It is not known exactly since when servers have it.
    let server = Server::new().demo(1).gitlab(GitLab::V16_11).start();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    part(&page).shows("found.");
    page.role("link").named_like("Diffblue Cover").shows("Not on this server");
}

//! Servers of other versions: what they inherit, what they no longer have, and how they refuse.

use patchbay_model::gitlab::{event, find};
use patchbay_tests::sentences;
use patchbay_tests::{GitLab, Server};

use super::form::{PROJECT, WEBSITE, open_form};

fn newer() -> Server {
    Server::new().demo(1).gitlab(GitLab::V17_9).start()
}

#[test]
fn newer_servers_say_which_field_they_refuse() {
    let server = newer();
    let page = server.open("/gitlab");
    open_form(&page, &server, find("redmine").unwrap());
    page.field("Project URL").fill("https://redmine.test.example/projects/app");
    page.field("Issue URL").fill("http://192.168.0.7/issues/:id");
    page.field("URL for new issues").fill("https://redmine.test.example/issues/new");
    page.button(sentences::SET_UP).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION)
        .has_focus()
        .shows("Issue URL is blocked: Requests to the local network are not allowed.");
    page.field("Issue URL").has("aria-invalid", "true").fill("https://redmine.test.example/issues/:id");
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Redmine is set up");
}

#[test]
fn what_a_server_does_not_have_is_said_to_be_missing_there() {
    let server = newer();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/prometheus")));
    page.sees(sentences::NOT_OFFERED).without(&page.button(sentences::SET_UP));
    page.go(&server.at_gitlab(&format!("{WEBSITE}/no-such-thing")));
    page.sees(sentences::NOT_OFFERED);
}

#[test]
fn what_was_disabled_is_set_up_again_with_what_the_server_kept() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(&format!("{WEBSITE}/external-wiki")));
    page.field("Wiki URL").holds("https://wiki.example.com/shop/website");
    page.sees(sentences::IT_IS_NOT_ACTIVE);
    page.button(sentences::SAVE_AND_ACTIVATE).click();
    page.role("status").shows("External wiki is saved and active in ");
    page.becomes("it is active", || server.integration_of(PROJECT, "external-wiki")["active"] == true);
}

#[test]
fn what_only_its_own_page_activates_is_saved_and_stays_inactive() {
    let server = newer();
    let (path, slug) = ("shop/mobile/push-service", "gitlab-slack-application");
    let project = server.project(path);
    let page = server.open(&server.at_gitlab(&format!("{project}/{slug}")));
    page.sees("Saving does not activate it.").without(&page.button(sentences::SAVE_AND_ACTIVATE));
    page.button("Save").has("aria-disabled", "true");
    page.switch(event("push_events").unwrap().title).click();
    page.button("Save 1 change").click();
    page.role("status").shows(&format!("GitLab for Slack app is saved in {path}."));
    page.sees(sentences::IT_IS_NOT_ACTIVE).without(&page.role("alert"));
    let there = server.integration_of(project, slug);
    assert_eq!((&there["active"], &there["push_events"]), (&false.into(), &false.into()));
}

#[test]
fn what_only_its_own_page_disables_says_so_at_the_button() {
    let server = newer();
    let project = server.project("platform/identity/api");
    let why = find("jira-cloud-app").unwrap().stays;
    let page = server.open(&server.at_gitlab(&project.to_string()));
    page.button("Disable…").has("aria-disabled", "true").hover();
    page.sees(why);
    page.go(&server.at_gitlab(&format!("{project}/jira-cloud-app")));
    page.heading("GitLab for Jira Cloud app").appears();
    page.button("Disable…").has("aria-disabled", "true").hover();
    page.sees(why);
}

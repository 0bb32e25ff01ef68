//! Reading project by project: four at a time, progress, stop, continue, in part and again.

use std::collections::HashSet;

use patchbay_tests::{Fault, GitLab, Page, Server, sentences};

use super::{is_read, open_group, reads, row, today};

/// Opens a table of which GitLab answers nothing but the list.
#[track_caller]
fn held<'s>(server: &'s Server) -> Page<'s> {
    for id in 101..=112 {
        server.disturb(&format!("GET /api/v4/projects/{id}/integrations"), Fault::Held);
    }
    server.disturb("GET /api/v4/groups/21/integrations", Fault::Held);
    server.open(&server.at_gitlab("fleet?group=21"))
}

#[test]
fn four_are_asked_at_a_time_and_it_can_be_stopped() {
    let server = today();
    let page = held(&server);
    page.sees("0 read, 13 to go");
    let progress = page.role("progressbar").named("Projects and groups read").appears();
    page.becomes("four requests on their way", || reads(&server).len() == 4);
    page.button(sentences::STOP_READING).click();
    server.heal();
    page.sees("4 read, 9 to go");
    progress.vanishes();
    assert_eq!(reads(&server).len(), 4);
    page.button(sentences::CONTINUE_READING).has_focus().click();
    is_read(&page);
    page.button(sentences::READ_ALL_AGAIN).has_focus();
    assert_eq!(reads(&server).len(), 13);
}

#[test]
fn it_goes_on_while_another_page_is_open() {
    let server = today();
    let page = held(&server);
    page.sees("0 read, 13 to go");
    page.link("Website").click();
    page.heading("Shop / Web / Website").appears();
    server.heal();
    page.becomes("all to be read", || reads(&server).len() >= 13);
    page.back();
    is_read(&page);
    row(&page, "Checkout").shows("active");
}

#[test]
fn some_are_read_again_and_the_others_stay() {
    let server = today();
    let page = open_group(&server, "shop/web");
    row(&page, "Search page").appears();
    let id = server.project("shop/web/search-page");
    let discord = serde_json::json!({ "webhook": "https://discord.com/api/webhooks/1/x" });
    server.put_integration(id, "discord", &discord);
    server.forget();
    page.role("checkbox").named("Select Search page").click();
    page.button(sentences::READ_AGAIN).click();
    is_read(&page);
    page.becomes("one request", || reads(&server) == [format!("GET /api/v4/projects/{id}/integrations")]);
    page.go(&server.at_gitlab("fleet?group=shop%2Fweb&cols=discord"));
    row(&page, "Search page").shows("active");
    row(&page, "Checkout").shows("not active");
}

#[test]
fn all_are_read_again_and_what_is_gone_is_not_there_any_more() {
    let server = today();
    let page = open_group(&server, "shop/web");
    page.role("checkbox").named("Select Website").click();
    page.sees("1 of 13 selected");
    let rest = super::all(&server, "/groups/21/projects").into_iter().filter(|one| one["id"] != 101);
    let rest: Vec<_> = rest.collect();
    server.disturb("GET /api/v4/groups/21/projects", Fault::Answer(200, rest.into()));
    let website = page.link("Website").appears();
    page.button(sentences::READ_ALL_AGAIN).click();
    website.vanishes();
    is_read(&page);
    page.sees("11 projects");
    page.link("Checkout").appears().without(&page.role("region").named("Selected projects and groups"));
}

#[test]
fn another_person_finds_nothing_of_it() {
    let server = today();
    let config = serde_json::json!({ "gitlab": { "url": "", "auth": "token" } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    page.field(&format!("Personal access token for {}", server.place())).fill("owner-token");
    page.button(sentences::SIGN_IN).click();
    is_read(&page);
    row(&page, "Website").shows("active");
    page.sign_out(&server);
    page.field(&format!("Personal access token for {}", server.place())).fill("developer-token");
    page.button(sentences::SIGN_IN).click();
    is_read(&page);
    row(&page, "Website").shows(sentences::NOT_ALLOWED);
    page.shows_nowhere("owner-token");
}

#[test]
fn a_thousand_are_read_each_with_one_request() {
    let server = Server::new().demo(1).projects(1_000).gitlab(GitLab::V19_5).start();
    let page = server.open(&server.at_gitlab("fleet?mine=all"));
    is_read(&page);
    page.sees("1,000 projects, 60 groups").without_text("could not be read");
    let reads = reads(&server);
    let once: HashSet<&String> = reads.iter().collect();
    assert_eq!((reads.len(), once.len()), (1_060, 1_060));
    // The projects by hundreds, and the groups.
    let lists = server.api_lines().into_iter().filter(|line| line.contains("per_page=100")).count();
    assert_eq!(lists, 11);
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).fill("shop/web/website");
    page.sees("4 of 1,060");
}

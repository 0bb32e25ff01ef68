//! GitLab on another host than the page, and several of them: tokens by CORS, one for each server.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use super::form::WEBSITE;

/// A page on one server whose configuration also names the GitLab of the other.
#[track_caller]
fn open<'s>(here: &'s Server, there: &Server, route: &str) -> Page<'s> {
    here.lets_reach(there);
    let config = json!({ "jira": { "url": "" }, "gitlab": [{ "url": "" }, { "url": there.origin() }] });
    here.disturb("GET /config.json", Fault::Answer(200, config));
    here.open(route)
}

#[track_caller]
fn give_token(page: &Page<'_>, there: &Server) {
    page.heading(&format!("Sign in to {}", there.place())).appears();
    page.field(&format!("Personal access token for {}", there.place())).fill("maintainer-token");
    page.button(sentences::SIGN_IN).click();
}

/// Goes from one server to another by the menu in the bar.
#[track_caller]
fn choose(page: &Page<'_>, from: &Server, to: &Server) {
    page.open_server_menu(from);
    let one = |server: &Server| page.role("menuitemradio").named(&format!("GitLab on {}", server.place()));
    one(from).has("aria-checked", "true");
    one(to).has("aria-checked", "false").click();
}

#[test]
fn one_of_several_servers_is_chosen_in_the_bar_and_stands_in_the_address() {
    let (here, there) = (Server::demo(), Server::demo());
    let page = open(&here, &there, "/gitlab");
    page.sees("1–20 of 300 projects");
    page.sees("Olga Owner");
    choose(&page, &here, &there);
    give_token(&page, &there);
    page.sees("1–20 of 300 projects");
    page.sees(&format!("{} · Mara Maintainer", there.place()));
    page.role("searchbox").named_like(sentences::SEARCH_PROJECTS).fill("handbook");
    page.link("Handbook").click();
    page.heading("Company / Tools / Handbook").appears();
    assert!(page.address().contains(&there.place().replace(':', "%3A")), "{}", page.address());
    // A project of one server is none of the other's.
    page.link(sentences::BACK_TO_GITLAB_PROJECTS).click();
    choose(&page, &there, &here);
    page.sees(&format!("{} · Olga Owner", here.place())).without(&page.heading(sentences::RECENT_PROJECTS));
    // Jira is one of them.
    page.open_server_menu(&here);
    page.role("menuitemradio").named(&format!("Jira on {}", here.place())).click();
    page.link("platform-core").appears();
    page.sees(&format!("{} · Ada Administrator", here.place()));
}

#[test]
fn a_server_elsewhere_gets_a_token_and_no_cookie() {
    let (here, there) = (Server::demo(), Server::new().start());
    let page = open(&here, &there, &there.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    give_token(&page, &there);
    page.field("Recipients").fill("ann@test.example");
    there.forget();
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Emails on push is set up in ");
    let sent = there.requests();
    let (asked, made): (Vec<_>, Vec<_>) =
        sent.into_iter().partition(|request| request.line.starts_with("OPTIONS "));
    assert!(!asked.is_empty(), "the browser asks first whether it may");
    for request in &made {
        assert_eq!(request.authorization.as_deref(), Some("Bearer maintainer-token"), "{}", request.line);
        for absent in ["\"cookie\"", "x-csrf-token", "x-atlassian-token"] {
            assert!(!request.text.contains(absent), "{}", request.text);
        }
    }
    assert!(here.api_lines().is_empty(), "{:?}", here.api_lines());
    let body = made
        .iter()
        .find(|request| request.line.starts_with("PUT "))
        .map(|request| &request.body["recipients"]);
    assert_eq!(body, Some(&json!("ann@test.example")));
    page.keeps_nowhere("maintainer-token");
    page.shows_nowhere("maintainer-token");
}

#[test]
fn a_wait_that_the_browser_hides_is_chosen_by_the_page() {
    let (here, there) = (Server::demo(), Server::demo());
    let page = open(&here, &there, &there.at_gitlab(WEBSITE));
    give_token(&page, &there);
    page.heading("Shop / Web / Website").appears();
    // The header says ten minutes; pages of other origins cannot read it.
    there.disturb("GET /api/v4/projects/101/integrations/discord", Fault::TooMany(600));
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    page.sees("GitLab asks to slow down. Continuing in 1 s.");
    there.heal();
    page.passes_time();
    page.sees("2 inactive integrations found. 32 integrations checked.");
}

#[test]
fn a_server_elsewhere_that_cannot_be_reached_says_so() {
    let (here, there) = (Server::demo(), Server::demo());
    let page = open(&here, &there, &there.at_gitlab(WEBSITE));
    there.disturb("GET /api/v4/user", Fault::Cut);
    give_token(&page, &there);
    page.alert("GitLab cannot be reached").shows("or the browser blocked the request");
    there.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.heading("Shop / Web / Website").appears();
}

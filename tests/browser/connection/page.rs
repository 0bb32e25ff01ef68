//! The page itself: its ways in, its focus, and how it looks.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Server};
use serde_json::json;

use super::{at, card, configure, enter, open_about};

#[test]
fn everything_that_works_is_proved_step_by_step() {
    let server = Server::demo();
    let page = server.open(&at(&server));
    let jira = card(&page, "Jira", &server.place());
    jira.shows(sentences::JIRA_HAS_EVERYTHING)
        .shows("Something answers at")
        .shows("It is Jira 10.3.0.")
        .shows("You are signed in as Ada Administrator.")
        .shows(sentences::YOU_ARE_A_JIRA_ADMINISTRATOR)
        .shows(sentences::JIRA_ANSWERS);
    // The bar knows then, too.
    page.sees(&format!("{} · Ada Administrator", server.place()));
    let gitlab = card(&page, "GitLab", &server.place());
    gitlab
        .shows(sentences::GITLAB_HAS_EVERYTHING)
        .shows("You are signed in as Olga Owner.")
        .shows("It is GitLab 14.8.0-ee.")
        .shows("This page may send changes in your session.")
        .shows("You are a maintainer of a project.")
        .shows(sentences::PROJECT_CAN_BE_READ);
    assert_eq!(server.writes(), []);
    assert_eq!(page.title(), format!("Connection to {} – Patchbay", server.place()));
    page.is_accessible("connections that work");
}

#[test]
fn all_servers_are_checked_on_request_only() {
    let server = Server::demo();
    let page = server.open("/connection");
    page.heading("Connections").appears();
    assert_eq!((server.rest_lines(), server.api_lines()), (Vec::new(), Vec::new()));
    page.is_accessible("connections not checked yet");
    page.button("Check").within(card(&page, "Jira", &server.place())).click();
    card(&page, "Jira", &server.place()).shows("Works");
    page.button(sentences::CHECK_AGAIN).has_focus();
    assert_eq!(server.api_lines(), Vec::<String>::new());
    page.button(sentences::CHECK_ALL).click();
    card(&page, "GitLab", &server.place()).shows("Works");
    page.button(sentences::CHECK_ALL).has_focus();
}

#[test]
fn the_menu_of_the_server_in_the_bar_leads_here() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("platform-core").appears();
    page.open_server_menu(&server);
    page.role("menuitem").named(sentences::CHECK_THE_CONNECTION).click();
    page.heading(&format!("Connection to {}", server.place())).has_focus();
    page.is_at(&at(&server));
    page.link("← All connections").click();
    page.heading("Connections").has_focus();
    page.link(concat!("Patchbay ", env!("CARGO_PKG_VERSION"))).appears();
    page.back();
    page.heading(&format!("Connection to {}", server.place())).has_focus();
}

#[test]
fn errors_lead_here() {
    let server = Server::demo();
    server.disturb("GET /rest/api/2/myself", Fault::Cut);
    let page = server.open("/integrations");
    page.alert("Jira cannot be reached").appears();
    page.link(sentences::CHECK_THE_CONNECTION).click();
    card(&page, "Jira", &server.place())
        .shows(sentences::NEXT_REQUEST_NOT_ANSWERED)
        .shows("The server of this page no longer answers");
    server.heal();
    page.button(sentences::CHECK_AGAIN).within(card(&page, "Jira", &server.place())).click();
    card(&page, "Jira", &server.place()).shows("Works");
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.link("platform-core").appears();
}

#[test]
fn a_jira_that_is_down_holds_up_nobody_elsewhere() {
    let server = Server::demo();
    server.disturb("GET /rest/api/2/myself", Fault::Cut);
    let page = server.open("/integrations");
    page.alert("Jira cannot be reached").appears();
    page.link(sentences::GITLAB).click();
    page.heading(sentences::GITLAB_PROJECTS).has_focus();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.alert("Jira cannot be reached").appears();
    page.link(sentences::GITLAB).click();
    page.heading(sentences::GITLAB_PROJECTS).has_focus();
    server.heal();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.link("platform-core").appears();
    page.heading(sentences::GIT_INTEGRATIONS).has_focus();
}

#[test]
fn a_place_that_config_json_does_not_list() {
    let server = Server::demo();
    let page = server.open("/connection/nowhere.example");
    page.heading("There is no such server").appears();
    page.sees("The file config.json beside this page lists no server at nowhere.example.");
    page.is_accessible("no such server");
    page.link("Go to all connections").click();
    page.heading("Connections").has_focus();
}

#[test]
fn a_token_given_here_counts_everywhere() {
    let server = Server::demo();
    configure(&server, json!({ "jira": { "auth": "token" }, "gitlab": { "auth": "token" } }));
    let page = server.open(&at(&server));
    let place = server.place();
    card(&page, "Jira", &place).shows(sentences::A_TOKEN_IS_NEEDED);
    card(&page, "GitLab", &place).shows(sentences::A_TOKEN_IS_NEEDED);
    page.button(sentences::ENTER_A_TOKEN).within(card(&page, "Jira", &place)).click();
    page.field(&format!("Personal access token for {place}")).has_focus();
    page.is_accessible("a token being entered");
    page.field(&format!("Personal access token for {place}")).fill("admin-token");
    page.button(sentences::SIGN_IN).click();
    card(&page, "Jira", &place).shows("The token belongs to Ada Administrator.").shows("Works");
    page.heading(&format!("Jira on {place}")).has_focus();
    enter(&page, &place, sentences::ENTER_A_TOKEN, "maintainer-token");
    card(&page, "GitLab", &place).shows("The token belongs to Mara Maintainer.");
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.link("platform-core").appears();
    page.link(sentences::GITLAB).click();
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("Mara Maintainer");
    for token in ["admin-token", "maintainer-token"] {
        page.keeps_nowhere(token);
        page.shows_nowhere(token);
    }
}

#[test]
fn what_is_being_checked_says_so() {
    let server = Server::demo();
    server.disturb("GET /rest/api/2/serverInfo", Fault::Held);
    let page = open_about(&server, "jira", "", "session");
    page.button("Checking…").has("aria-busy", "true");
    page.is_accessible("a connection being checked");
    server.heal();
    card(&page, "Jira", &server.place()).shows("Works");
}

//! Redirects, with every status and to every place: no body follows one, and the sentence says what to do.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];
const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const ONE: &str = "GET /rest/gitplugin/1.0/integration/2";
const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";
const SWITCH: &str = "PUT /rest/gitplugin/1.0/repository/2/disable";
const EMAILS: &str = "/api/v4/projects/101/integrations/emails-on-push";

/// Where a sign-on may send a browser: elsewhere, to https, to a path of this server, to the same address.
fn places(server: &Server, sign_on: &Server) -> Vec<String> {
    let host = server.origin().replace("http://", "");
    vec![
        format!("{}/login?from=jira", sign_on.origin()),
        format!("https://{host}/login.jsp"),
        format!("//{}/login", sign_on.origin().replace("http://", "")),
        "/login.jsp?os_destination=x".to_owned(),
        "login.jsp".to_owned(),
    ]
}

/// Every status with every place.
fn all(server: &Server, sign_on: &Server) -> Vec<Fault> {
    let places = places(server, sign_on);
    let each = |status| places.iter().map(move |place| Fault::RedirectWith(status, place.clone()));
    STATUSES.into_iter().flat_map(each).collect()
}

/// Nothing was asked of the sign-on.
#[track_caller]
fn asked_nothing(sign_on: &Server) {
    assert!(sign_on.requests().is_empty(), "{:?}", sign_on.requests());
}

/// No request with a body reached another path of the server.
#[track_caller]
fn sent_only(server: &Server, line: &str) {
    for (written, _) in server.writes() {
        assert_eq!(written, line);
    }
}

#[test]
fn reads_of_jira() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    for fault in all(&server, &sign_on) {
        server.disturb(LIST, fault.clone());
        server.disturb(ONE, fault);
        let page = server.open("");
        page.alert("You are signed out of Jira").shows(sentences::SESSION_ENDED);
        page.link("Sign in to Jira (opens a new tab)").appears();
        page.go("/integrations/2");
        page.alert("signed out of Jira").shows(sentences::SESSION_ENDED);
        server.heal();
    }
    asked_nothing(&sign_on);
}

#[test]
fn writes_of_both_vendors() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    let page = server.open("/integrations/2");
    page.field("Display name").fill("typed with care");
    server.forget();
    for fault in all(&server, &sign_on) {
        server.disturb(PUT, fault);
        page.button("Save 1 change").click();
        page.alert("Saving failed: you are signed out of Jira").shows(sentences::SESSION_ENDED);
        page.field("Display name").holds("typed with care");
        server.heal();
    }
    sent_only(&server, PUT);
    assert_eq!(server.named("mobile")["id"], 2);

    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").fill("typed@with.care");
    server.forget();
    let put = format!("PUT {EMAILS}");
    for fault in all(&server, &sign_on) {
        server.disturb(&put, fault);
        page.button("Save 1 change").click();
        page.alert("Saving failed: you are signed out of GitLab").shows(sentences::SESSION_ENDED);
        server.heal();
    }
    sent_only(&server, &put);
    asked_nothing(&sign_on);
}

#[test]
fn switches_removals_and_additions() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    let disable = format!("DELETE {EMAILS}");
    for fault in all(&server, &sign_on).into_iter().step_by(4) {
        server.disturb(SWITCH, fault.clone());
        server.disturb("DELETE /rest/gitplugin/1.0/integration/2", fault.clone());
        server.disturb(&disable, fault);
        let page = server.open("/integrations");
        page.switch("Enabled: mobile").click();
        page.alert("you are signed out of Jira").shows(sentences::SESSION_ENDED);
        page.go("/integrations/2");
        page.button("Remove…").click();
        page.field("Type mobile to confirm").fill("mobile");
        page.button(sentences::REMOVE_INTEGRATION).click();
        page.alert("you are signed out of Jira").shows(sentences::SESSION_ENDED);
        let page = server.open(&server.at_gitlab("101"));
        page.button("Disable Emails on push…").click();
        page.button("Disable").click();
        page.alert("you are signed out of GitLab").shows(sentences::SESSION_ENDED);
        server.heal();
    }
    asked_nothing(&sign_on);
    assert_eq!(server.named("mobile")["disabled"], false);
    assert_eq!(server.integration_of(101, "emails-on-push")["active"], true);
}

#[test]
fn steps_of_plans() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    for fault in all(&server, &sign_on).into_iter().step_by(6) {
        let page = server.open("/integrations");
        for name in ["mobile", "payments"] {
            page.role("checkbox").named(&format!("Select {name}")).click();
        }
        page.link("Disable").click();
        page.role("heading").named_like("Disable 2 integrations").appears();
        server.disturb(SWITCH, fault.clone());
        page.role("button").named_like("Apply to").click();
        page.button("Details of mobile").click();
        page.sees("signed out of Jira");
        server.heal();
        asked_nothing(&sign_on);
        page.reload();

        server.change(2, &json!({ "disabled": false }));
    }
    asked_nothing(&sign_on);
}

#[test]
fn the_check_of_a_connection_knows_a_redirect_from_a_network_that_is_down() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    let place = server.place();
    let route = format!("/connection/{}", place.replace(':', "%3A"));
    let card = |page: &Page<'_>, vendor: &str| {
        let card = page.role("region").named(&format!("{vendor} on {place}"));
        card.shows(sentences::REDIRECTS).shows("Open ").shows("sign in there").shows("config.json");
    };
    for fault in all(&server, &sign_on).into_iter().step_by(2) {
        // The first request, and one that needs who is signed in.
        for line in ["GET /rest/api/2/serverInfo", "GET /rest/api/2/myself", LIST] {
            server.disturb("GET /config.json", Fault::Answer(200, json!({ "jira": { "url": "" } })));
            server.disturb(line, fault.clone());
            card(&server.open(&route), "Jira");
            server.heal();
        }
        server.disturb("GET /config.json", Fault::Answer(200, json!({ "gitlab": { "url": "" } })));
        server.disturb("GET /api/v4/version", fault);
        card(&server.open(&route), "GitLab");
        server.heal();
    }
    asked_nothing(&sign_on);
}

#[test]
fn config_json_and_the_parts_of_the_app() {
    let (server, sign_on) = (Server::demo(), Server::demo());
    let page = server.open(&server.at_gitlab(""));
    page.heading(sentences::GITLAB_PROJECTS).appears();
    let requests = server.requests();
    let part =
        requests.iter().find(|one| one.line.starts_with("GET /patchbay-gitlab-")).unwrap().line.clone();
    for status in STATUSES {
        let elsewhere = Fault::RedirectWith(status, format!("{}/login", sign_on.origin()));
        server.disturb("GET /config.json", elsewhere.clone());
        let page = server.open("");
        page.alert("The file config.json beside this page could not be read").shows(sentences::TRY_AGAIN);
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.link("mobile").appears();
        page.complains_of(&["Content Security Policy"]);

        server.disturb(&part, elsewhere);
        let page = server.open(&server.at_gitlab(""));
        page.alert("A part of Patchbay could not be fetched").shows("you are signed out");
        server.heal();
        page.button(sentences::TRY_AGAIN).click();
        page.heading(sentences::GITLAB_PROJECTS).appears();
        page.complains_of(&["Content Security Policy", "Error"]);
    }
}

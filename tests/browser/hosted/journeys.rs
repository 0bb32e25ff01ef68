//! The main journeys from a folder of a web server: Jira through the server's own origin, GitLab at its own.

use patchbay_tests::sentences;
use patchbay_tests::{Hosted, Nginx, Page, Server};
use serde_json::{Value, json};

/// Jira at the page's origin, by jira.conf; GitLab where it is.
pub fn config(server: &Server) -> Value {
    json!({ "jira": { "url": "", "auth": "token" }, "gitlab": { "url": server.origin() } })
}

fn place(origin: &str) -> String {
    origin.replace("http://", "")
}

#[track_caller]
fn sign_in(page: &Page<'_>, origin: &str, token: &str) {
    page.field(&format!("Personal access token for {}", place(origin))).fill(token);
    page.button(sentences::SIGN_IN).click();
}

#[track_caller]
fn change_slack(page: &Page<'_>, server: &Server) {
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("Mara Maintainer");
    page.link("Website").click();
    page.heading("Shop / Web / Website").appears();
    page.link("Slack notifications").click();
    page.heading("Slack notifications").appears();
    server.forget();
    page.field("User name").fill("Patchbay");
    page.field("Webhook").fill("https://hooks.slack.com/services/T0/B0/secret");
    page.role("button").named_like("Save").click();
    page.role("status").shows("Slack notifications is saved in ");
    let slack = server.integration_of(server.project("shop/web/website"), "slack");
    assert_eq!(slack["properties"]["username"], "Patchbay");
}

/// No request left the folder but those to the REST APIs, and none of those carried a cookie.
#[track_caller]
fn kept_to(hosted: &Hosted<'_>, folder: &str, server: &Server) {
    for path in hosted.paths() {
        assert!(path.starts_with(&format!("{folder}/")) || path.starts_with("/rest/"), "{path}");
    }
    for request in server.requests() {
        assert!(!request.text.contains("\"cookie\""), "{}", request.text);
    }
}

#[test]
fn from_the_list_to_a_changed_integration_of_each() {
    let server = Server::demo();
    one_changes_an_integration_of_each(&Nginx::new(&server).allow_sandbox().start(&config(&server)), &server);
}

/// The main journey: signing in to both, the list, a switch, a form, a project of GitLab's and one of its integrations.
#[track_caller]
pub fn one_changes_an_integration_of_each(hosted: &Hosted<'_>, server: &Server) {
    let page = hosted.open("");
    page.role("heading").named_like("Sign in to").appears();
    sign_in(&page, &hosted.origin(), "admin-token");
    page.link("platform-core").appears();
    page.sees("Ada Administrator");
    page.switch("Enabled: mobile").click();
    page.role("status").shows("mobile is disabled.");
    assert_eq!(server.named("mobile")["disabled"], true);
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.back();
    page.link(sentences::GITLAB).click();
    sign_in(&page, &server.origin(), "maintainer-token");
    change_slack(&page, server);
    kept_to(hosted, "/tools/patchbay", server);
    page.keeps_nowhere("admin-token");
    page.keeps_nowhere("maintainer-token");
}

#[test]
fn any_folder_will_do() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).folder("/~ada/plugins/s/some.where/deep").start(&config(&server));
    let page = nginx.open("/integrations?q=platform");
    sign_in(&page, &nginx.origin(), "admin-token");
    page.link("platform-core").click();
    page.heading("platform-core").appears();
    page.reload();
    sign_in(&page, &nginx.origin(), "admin-token");
    page.heading("platform-core").appears();
    kept_to(&nginx, "/~ada/plugins/s/some.where/deep", &server);
}

/// The console of the browser would tell of anything that the policy refuses, and the page fails with that.
#[test]
fn where_no_headers_can_be_sent_the_page_brings_its_policy_along() {
    let server = Server::demo();
    let nginx = Nginx::new(&server).policy_in_page().allow_sandbox().start(&config(&server));
    let headers = server.fetch(&nginx.home(), &[]);
    assert_eq!(headers.header("content-security-policy"), "");
    let page = nginx.open("");
    sign_in(&page, &nginx.origin(), "admin-token");
    page.link("platform-core").click();
    page.heading("platform-core").appears();
    page.link(sentences::GITLAB).click();
    sign_in(&page, &server.origin(), "maintainer-token");
    change_slack(&page, &server);
    let policy = page.run("return document.querySelector('meta[http-equiv]').content", Vec::new());
    let policy = policy.as_str().unwrap();
    assert!(policy.contains(&format!("connect-src 'self' {};", server.origin())), "{policy}");
    assert!(policy.ends_with("require-trusted-types-for 'script'"), "{policy}");
}

#[test]
fn a_server_that_the_policy_does_not_name_is_out_of_reach() {
    let server = Server::demo();
    let config = json!({ "gitlab": { "url": server.origin() } });
    for in_page in [false, true] {
        let builder = Nginx::new(&server);
        let builder = if in_page { builder.policy_in_page() } else { builder };
        let nginx = builder.start(&config);
        let page = nginx.open("/gitlab");
        sign_in(&page, &server.origin(), "maintainer-token");
        page.alert("GitLab cannot be reached").appears();
        assert!(server.api_lines().is_empty(), "{:?}", server.api_lines());
        page.complains_of(&["Content Security Policy", "Fetch API cannot load"]);
    }
}

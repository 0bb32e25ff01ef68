//! What Jira and GitLab have of each other: the Git integrations beside a project's Jira integration, and the way back.

use patchbay_tests::{Fault, GitLab, Server, sentences};
use serde_json::json;

/// A Jira whose Git integrations are about the GitLab beside it.
fn server_with(integrations: &[(&str, &str, bool)]) -> Server {
    let server = Server::new().demo(1).gitlab(GitLab::V19_5).start();
    for (name, api_path, disabled) in integrations {
        let body = json!({
            "type": "GITLAB_SERVER", "displayName": name, "origin": server.origin(), "pat": "t0ken",
            "apiPath": api_path, "global": true,
        });
        server.ask("POST", "/rest/gitplugin/1.0/integration", Some(&body));
        if *disabled {
            let switch = format!("/rest/gitplugin/1.0/repository/{}/disable?disable=true", server.id(name));
            server.ask("PUT", &switch, None);
        }
    }
    server
}

const OF_GROUP: &str = "/api/v4/groups/21/projects";

#[test]
fn those_that_find_the_project_are_listed_with_why_not() {
    let server = server_with(&[
        ("web shop", OF_GROUP, false),
        ("by membership", "", false),
        ("the others", "/api/v4/groups/shop%2Fmobile/projects", false),
    ]);
    let page = server.open(&server.at_gitlab("101/jira"));
    page.heading("In Jira").appears();
    assert!(server.rest_lines().is_empty(), "nothing is asked of Jira before somebody wants it");
    page.button(sentences::FIND_ITS_GIT_INTEGRATIONS).click();
    let list = || page.role("list").named_like("Git integrations of");
    list().shows("web shop").shows("finds this project");
    list().shows("may find this project").shows("of which the user of its token is a member");
    list().shows("does not find this project").shows("It finds the projects of shop/mobile only.");
    // The demonstration sends to another one.
    page.sees("but “web shop” in this Jira finds the project.");
    page.is_accessible("the Git integrations that find a project");
    page.link("web shop").click();
    page.heading("web shop").appears();
    // And back.
    page.heading("In GitLab").appears();
    page.link("Group 21").appears();
    page.link("Those of its projects without one").click();
    page.heading("Projects of Shop / Web").appears();
    page.sees("Lacks: Jira");
    page.back();
    page.link("The Jira integrations of its projects").click();
    page.heading("Jira side by side").appears();
    page.role("row").named_like("Website").appears();
}

#[test]
fn what_does_not_fit_together_is_pointed_out() {
    let server = server_with(&[("web shop", OF_GROUP, true)]);
    let page = server.open(&server.at_gitlab("101/jira"));
    page.button(sentences::FIND_ITS_GIT_INTEGRATIONS).click();
    page.sees("“web shop” finds this project and is disabled.");
    let server = server_with(&[("web shop", OF_GROUP, false)]);
    // Never set up in this project.
    let page = server.open(&server.at_gitlab("103/jira"));
    page.button(sentences::FIND_ITS_GIT_INTEGRATIONS).click();
    page.sees("“web shop” finds this project, but the project’s Jira integration is not active.");
    server.put_integration(103, "jira", &json!({
        "url": "https://other.example.com", "username": "gitlab", "password": "s3cret", "jira_auth_type": 0,
    }));
    page.reload();
    page.button(sentences::FIND_ITS_GIT_INTEGRATIONS).click();
    page.sees("GitLab sends to https://other.example.com, but “web shop” in this Jira finds the project.");
}

#[test]
fn where_nobody_is_signed_in_nothing_is_asked() {
    let server = server_with(&[("web shop", OF_GROUP, false)]);
    let config = json!({ "jira": { "url": "", "auth": "token" }, "gitlab": { "url": "" } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    let page = server.open(&server.at_gitlab("101/jira"));
    page.button(sentences::FIND_ITS_GIT_INTEGRATIONS).click();
    page.sees("You are not signed in to");
    assert!(server.rest_lines().is_empty());
    page.link("Open it to sign in").appears();
}

#[test]
fn groups_and_other_integrations_say_nothing_of_jira() {
    let server = server_with(&[]);
    let page = server.open(&server.at_gitlab("101/slack"));
    page.heading("Slack notifications").appears().without(&page.heading("In Jira"));
    let page = server.open(&server.at_gitlab("101/jira"));
    page.button(sentences::FIND_ITS_GIT_INTEGRATIONS).click();
    page.sees("No Git integration of");
}

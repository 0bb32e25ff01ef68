//! What was most likely meant: offered beside the field, and taken with one click. And what is emptied.

use patchbay_model::form::check::{VISIBLE, cannot_be_cleared};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

/// Types this, sees what is odd, and takes what is offered.
#[track_caller]
fn takes(page: &Page<'_>, label: &str, text: &str, said: &str, value: &str) {
    let field = page.field(label);
    field.fill(text);
    page.sees(said);
    page.button(&format!("Use {}", value.replace('\n', ", "))).click();
    field.holds(value).has_focus();
    page.becomes("nothing more offered", || !page.text().contains("Use http"));
}

#[test]
fn the_server_of_a_new_integration() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB_SERVER");
    let host = "https://github.acme.example";
    let of_page =
        |server: &str| format!("This looks like the address of a page. Enter the server’s: {server}");
    takes(&page, "Host URL", "https://github.acme.example/org/repo.git", &of_page(host), host);
    takes(&page, "Host URL", "github.acme.example", "Host URL", host);
    let ascii = "https://github.xn--mnchen-3ya.example";
    let said = format!("Servers know this host by its ASCII name: {ascii}");
    takes(&page, "Host URL", "https://github.münchen.example", &said, ascii);
    page.field("Host URL").fill("https://ann:pw@github.acme.example");
    page.field("Personal access token").fill("t0ken");
    page.sees(&format!("{VISIBLE} Use the fields for credentials instead."));
    page.button(&format!("Use {host}")).click();
    page.field("Host URL").holds(host);
    page.field("API path").fill("/orgs/{org}/repos");
    page.sees("“{org}” looks like a placeholder. Replace it with your own value.");
    page.field("API path").fill("/orgs/acme/repos?access_token=x1");
    page.sees("The parameter “access_token” looks like a secret.");
    page.field("API path").fill("/orgs/acme/repos");
    // Letters of other scripts are taken as they are.
    page.field("Host URL").fill("https://github.münchen.example");
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("was added.");
    let (_, body) = server.writes().remove(0);
    assert_eq!(body["origin"], "https://github.münchen.example");
}

#[test]
fn a_number_that_jira_cannot_clear_is_refused_with_the_reason() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let minutes = page.field("Oldest commit to mail about");
    minutes.holds("1440").fill("");
    page.button("Save 1 change").click();
    let reason = cannot_be_cleared("Jira", "Oldest commit to mail about");
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows(&reason);
    assert_eq!(server.writes(), []);
    minutes.fill("60");
    page.button("Save 1 change").click();
    page.role("status").shows("is saved.");
    let (_, body) = server.writes().remove(0);
    assert_eq!(body, json!({ "maxMinsToCommitEmail": 60 }));
}

/// Opens the form of an integration of the project 101.
#[track_caller]
fn open<'s>(server: &'s Server, slug: &str) -> Page<'s> {
    server.open(&server.at_gitlab(&format!("101/{slug}")))
}

#[test]
fn a_number_that_gitlab_can_clear_is_cleared() {
    let server = Server::new().start();
    let body = json!({ "recipients": "irc://irc.test.example/#a", "server_port": 6000, "push_events": true });
    server.put_integration(101, "irker", &body);
    let page = open(&server, "irker");
    page.field("irker port").holds("6000").fill("");
    server.forget();
    page.button("Save 1 change").click();
    page.role("status").shows("is saved in ");
    assert_eq!(server.writes()[0].1["server_port"], "");
    page.field("irker port").holds("");
    assert_eq!(server.integration_of(101, "irker")["properties"]["server_port"], json!(null));
}

#[test]
fn a_rule_reads_the_form_and_a_list_has_one_line_for_each() {
    let server = Server::demo();
    let mut there = server.integration_of(101, "jira");
    there["properties"]["jira_auth_type"] = json!(0);
    there["properties"]["project_keys"] = json!(["APP", "WEB"]);
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    server.disturb("GET /api/v4/projects/101/integrations/jira", Fault::Answer(200, there));
    page.go(&server.at_gitlab("101/jira"));
    let keys = page.field("Jira project keys");
    keys.holds("APP\nWEB");
    keys.fill("My project");
    page.sees("“My project” looks like the name of a project. Enter its key, such as APP.");
    keys.fill("");
    page.field("User name").fill("");
    page.field("Password").fill("n3w");
    page.button("Save 3 changes").click();
    let alert = page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows("User name is required.");
    // A personal access token needs no user name.
    page.role("radio").named("Personal access token").click();
    alert.vanishes();
    server.forget();
    page.role("button").named_like("Save ").click();
    page.becomes("a change on its way", || !server.writes().is_empty());
    let sent = server.writes().remove(0).1;
    assert_eq!((&sent["username"], &sent["project_keys"]), (&json!(""), &json!([])));
    assert_eq!(sent["jira_auth_type"], 1);
}

#[test]
fn what_gitlab_takes_otherwise_is_offered() {
    let server = Server::new().start();
    let page = open(&server, "jenkins");
    let said = "This looks like the address of a page. Enter the server’s: https://ci.test.example";
    takes(&page, "Jenkins URL", "https://ci.test.example/job/MyJob", said, "https://ci.test.example");
    let job = "https://ci.test.example/job/MyFolder/job/MyJob/";
    takes(&page, "Project name", job, "Enter only the name: MyFolder/MyJob", "MyFolder/MyJob");
    server.forget();
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Jenkins is set up in ");
    let sent = server.writes().remove(0).1;
    assert_eq!(sent["jenkins_url"], "https://ci.test.example");
    assert_eq!(sent["project_name"], "MyFolder/MyJob");
    page.go(&server.at_gitlab("101/emails-on-push"));
    let (typed, meant) =
        ("Ann Lee <ann@test.example>; ben@test.example", "ann@test.example\nben@test.example");
    takes(&page, "Recipients", typed, "Recipients", meant);
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Emails on push is set up in ");
}

#[test]
fn what_only_some_versions_refuse_is_sent_with_a_warning() {
    let server = Server::new().start();
    let page = open(&server, "discord");
    page.field("Webhook").fill("https://canary.discord.com/api/webhooks/1/x");
    page.sees("GitLab 17 and later accept only webhooks that begin with https://discord.com/api/webhooks/.");
    server.forget();
    page.button(sentences::SET_UP).click();
    // The sandbox is one of those that refuse it.
    page.alert("GitLab refused the request").appears();
    assert_eq!(server.writes().len(), 1);
    page.go(&server.at_gitlab("101/slack"));
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.field("Default channel").fill("a,b,c,d,e,f,g,h,i,j,k");
    page.sees("There are 11 channels. Newer versions of GitLab accept at most 10 for an event.");
    page.field("User name").fill("glpat-x0123456789abcdef");
    page.sees("This looks like it contains a secret.");
}

#[test]
fn channels_as_gitlab_reads_them() {
    let server = Server::demo();
    let page = open(&server, "slack");
    for (typed, meant) in [
        ("general; random", "general, random"),
        ("#dev #ops", "#dev, #ops"),
        ("https://acme.slack.com/archives/C024BE91L", "C024BE91L"),
    ] {
        let said = format!("GitLab separates channels with commas and wants their names. Enter {meant}");
        takes(&page, "Default channel", typed, &said, meant);
    }
}

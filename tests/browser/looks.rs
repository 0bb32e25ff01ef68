//! Every screen, dialog and state by the rules of axe-core: light and dark, at 1280 px and at 320 px, where nothing
//! may stand out sideways.

use patchbay_tests::sentences;
use std::time::Duration;

use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

const LIST: &str = "GET /rest/gitplugin/1.0/integration";

#[test]
fn the_list_and_what_opens_on_it() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    page.is_accessible("list");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Edit").has_focus();
    page.is_accessible("menu");
    page.role("menuitem").named("Remove…").click();
    page.role("alertdialog").named("Remove mobile?").appears();
    page.is_accessible("remove dialog");
    page.button("Cancel").click();
    page.button("Type").within(page.role("search").named("Integrations")).click();
    page.role("checkbox").named("GitHub.com 3").click();
    page.is_accessible("facet");
    page.go("/integrations?q=nowhere");
    page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
    page.is_accessible("no match");
}

#[test]
fn the_list_while_nothing_or_something_is_there() {
    let server = Server::new().start();
    let page = server.open("/integrations");
    page.heading(sentences::NO_INTEGRATIONS_YET).appears();
    page.is_accessible("empty list");
    server.disturb(LIST, Fault::Held);
    page.reload();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.is_accessible("loading list");
    server.heal();
}

#[test]
fn what_is_being_removed() {
    let server = Server::new().demo(5).linger(Duration::from_secs(60)).start();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Remove…").click();
    page.field("Type mobile to confirm").fill("mobile");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.sees(sentences::BEING_REMOVED);
    page.is_accessible("list with something being removed, and a toast");
}

#[test]
fn adding() {
    let server = Server::demo();
    let page = server.open("/integrations/new");
    page.heading(sentences::ADD_INTEGRATION).appears();
    page.is_accessible("types");
    page.go("/integrations/new/GITHUB");
    page.field("Tag filter (show only matching)").fill("^[mq-bot].*");
    page.switch("Verify SSL certificates").click();
    page.switch("Associate with all projects").click();
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert("3 settings need attention").appears();
    page.is_accessible("new integration with problems");
}

#[test]
fn adding_other_types() {
    let server = Server::demo();
    let page = server.open("");
    for kind in ["GITLAB_SERVER_LEGACY", "AWS", "TFS_SERVER", "FILESPACE"] {
        page.go(&format!("/integrations/new/{kind}"));
        page.field("Display name").appears();
        page.is_accessible(kind);
    }
}

#[test]
fn editing() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").appears();
    page.is_accessible("unchanged integration");
    page.field("Display name").fill("a very long name of an integration that goes on and on without an end");
    page.field("API path").fill("/api/v4/projects?membership=true");
    page.field("JMESPath filter").fill("[?contains(name, 'app')]");
    page.field("Tag filter (show only matching)").fill("v[0-9]+");
    page.button("Replace the personal access token").click();
    page.role("summary").named(sentences::EDIT_THE_SAMPLE_REPOSITORIES).click();
    page.role("summary").named(sentences::TRY_IT_ON_OTHER_NAMES).click();
    page.is_accessible("changed integration");
    page.role("tab").named("JSON").click();
    page.is_accessible("JSON");
    page.role("tab").named("curl").click();
    page.is_accessible("curl");
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    page.is_accessible("leaving dialog");
}

#[test]
fn a_conflict_and_an_ignored_change() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mine");
    server.change(2, &json!({ "displayName": "theirs", "tagsFilter": "^v.*" }));
    page.button("Save 1 change").click();
    page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.is_accessible("conflict");
    server.disturb("PUT /rest/gitplugin/1.0/integration/2", Fault::Answer(200, json!({ "success": "true" })));
    page.role("radio").named_like("Yours: ").click();
    page.button(sentences::SAVE_WHAT_I_CHOSE).click();
    page.alert("Jira accepted it, but changed nothing").appears();
    page.is_accessible("ignored change");
}

#[track_caller]
fn in_trouble(server: &Server, page: &Page<'_>, fault: Fault, title: &str) {
    server.disturb(LIST, fault);
    page.reload();
    page.alert(title).appears();
    page.role("summary").named(sentences::DETAILS_FOR_A_BUG_REPORT).click();
    page.is_accessible(title);
    server.heal();
}

#[test]
fn errors_of_the_session() {
    let server = Server::demo();
    let page = server.open("/integrations");
    in_trouble(&server, &page, Fault::Answer(401, json!({})), "You are signed out of Jira");
    in_trouble(&server, &page, Fault::WebSudo, "Jira asks you to confirm");
    in_trouble(&server, &page, Fault::Answer(403, json!({})), sentences::NOT_ALLOWED);
    in_trouble(&server, &page, Fault::Html, "Something other than Jira answered");
}

#[test]
fn errors_of_the_server() {
    let server = Server::demo();
    let page = server.open("/integrations");
    in_trouble(&server, &page, Fault::Cut, "Jira cannot be reached");
    in_trouble(&server, &page, Fault::TooMany(30), "Jira asks you to slow down");
    in_trouble(&server, &page, Fault::Answer(500, json!({})), "Jira had an internal error");
}

#[test]
fn errors_of_a_form() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Personal access token").fill("t0ken");
    let post = "POST /rest/gitplugin/1.0/integration";
    server.disturb(post, Fault::Answer(500, json!({})));
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert(sentences::ADDING_FAILED).appears();
    page.is_accessible("adding that failed");
    let refusal = json!({ "success": false, "error": "No licence", "advice": "Renew it." });
    server.disturb(post, Fault::Answer(400, refusal));
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert("Jira refused the request").shows("No licence. Renew it.");
    page.is_accessible("adding that was refused");
}

#[test]
fn a_type_that_nobody_knows() {
    let server = Server::demo();
    let bucket = json!({
        "id": 77, "integrationType": "BITBUCKET", "displayName": "bucket", "origin": "https://bitbucket.example",
        "spaces": [{ "key": "ABC" }], "levels": 3, "disabled": false, "global": true, "projectMappingIds": [],
    });
    let answer = Fault::Answer(200, json!({ "success": "true", "integration": [bucket] }));
    server.disturb("GET /rest/gitplugin/1.0/integration/77", answer);
    let page = server.open("/integrations/77");
    page.field("levels").appears();
    page.is_accessible("unknown type");
}

#[test]
fn pages_beside_the_way() {
    let server = Server::demo();
    let page = server.open("/integrations/4711");
    page.alert("Integration 4711 does not exist").appears();
    page.is_accessible("integration that does not exist");
    page.go("/nowhere");
    page.heading(sentences::NO_SUCH_PAGE).appears();
    page.is_accessible("page that does not exist");
    let config = "GET /config.json";
    server.disturb(config, Fault::Text("{".to_owned()));
    page.reload();
    page.alert("has errors").appears();
    page.is_accessible("broken config.json");
    server.disturb(config, Fault::Answer(200, json!({ "jira": { "auth": "token" } })));
    page.go("/integrations");
    page.reload();
    page.role("heading").named_like("Sign in to").appears();
    page.is_accessible("signing in by token");
}

#[test]
fn colours_follow_the_persons_own_choice() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    let colour =
        || page.run("return getComputedStyle(document.querySelector('.bar')).backgroundColor", Vec::new());
    let light = colour();
    page.button(sentences::THEME_OF_THE_SYSTEM).click();
    page.button(sentences::THEME_LIGHT).click();
    page.becomes("dark", || colour() != light);
    page.reload();
    page.button("Theme: dark. Switch to the system’s.").appears();
    page.becomes("dark again", || colour() != light);
    page.is_accessible("dark by choice");
}

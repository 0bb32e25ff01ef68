//! Every screen, dialog and state of GitLab's pages by the rules of axe-core: light and dark, at 1280 px and at 320 px,
//! where nothing may stand out sideways.

use patchbay_model::gitlab::clears;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Page, Server};
use serde_json::json;

use super::form::{PROJECT, WEBSITE};

const PROJECTS: &str = "GET /api/v4/projects";

#[test]
fn the_search_for_a_project() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.heading("Shop / Web / Website").appears();
    page.go("/gitlab");
    page.link("shop/web/website").appears();
    page.sees("1–20 of 300 projects");
    page.is_accessible("projects with recent ones");
    page.role("searchbox").named_like(sentences::SEARCH_PROJECTS).fill("shop/web/website");
    page.link("Open shop/web/website").appears();
    page.is_accessible("what leads straight to a project");
    page.role("searchbox").named_like(sentences::SEARCH_PROJECTS).fill("nowhere");
    page.heading(sentences::NO_PROJECT_MATCHES).appears();
    page.is_accessible("no project matches");
    server.disturb(PROJECTS, Fault::Answer(200, json!([])));
    page.go("/gitlab");
    page.reload();
    page.heading(sentences::NO_PROJECTS_YET).appears();
    page.is_accessible("no projects");
}

#[test]
fn the_way_in() {
    let server = Server::demo();
    server.disturb(PROJECTS, Fault::Held);
    let page = server.open("/gitlab");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.is_accessible("projects on their way");
    server.heal();
    let config = json!({ "gitlab": [{ "url": "", "auth": "token" }, { "url": "https://gitlab.example" }] });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    page.reload();
    page.heading(&format!("Sign in to {}", server.place())).appears();
    page.is_accessible("signing in by token");
    page.field(&format!("Personal access token for {}", server.place())).fill("expired-token");
    page.button(sentences::SIGN_IN).click();
    page.alert("GitLab did not accept the token").appears();
    page.is_accessible("a token that is refused");
    page.field(&format!("Personal access token for {}", server.place())).fill("developer-token");
    page.button(sentences::SIGN_IN).click();
    page.open_server_menu(&server);
    page.role("menuitemradio").named("GitLab on gitlab.example").appears();
    page.is_accessible("projects, and the menu of several servers");
    page.go(&server.at_gitlab(WEBSITE));
    page.alert(sentences::NOT_ALLOWED).appears();
    page.is_accessible("a project for a developer");
    page.go("/gitlab/elsewhere.example");
    page.alert("Patchbay does not know elsewhere.example").appears();
    page.is_accessible("a server that is not listed");
}

#[test]
fn a_project() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button("Disable Jira…").appears();
    page.is_accessible("project");
    page.button("Disable Jira…").click();
    page.role("alertdialog").named_like("Disable Jira").appears();
    page.is_accessible("disabling");
    server.disturb("DELETE /api/v4/projects/101/integrations/jira", Fault::Answer(500, json!({})));
    page.button("Disable").click();
    page.alert("Disabling failed").appears();
    page.is_accessible("disabling that failed");
    page.button("Cancel").click();
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    page.sees("2 inactive integrations found");
    page.is_accessible("project with inactive ones");
    page.go(&server.at_gitlab(&format!("{WEBSITE}?q=nowhere")));
    page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
    page.is_accessible("no integration matches");
}

#[test]
fn a_project_in_trouble() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("4711"));
    page.alert(sentences::NO_SUCH_PROJECT).appears();
    page.is_accessible("a project that does not exist");
    page.go(&server.at_gitlab("118"));
    page.sees(sentences::PROJECT_IS_ARCHIVED);
    page.is_accessible("an archived project");
    page.go(&server.at_gitlab("shop%2Fstorefront"));
    page.sees(sentences::PROJECT_HAS_MOVED);
    let discord = "GET /api/v4/projects/101/integrations/discord";
    server.disturb(discord, Fault::Held);
    page.button(sentences::LOOK_FOR_INACTIVE_ONES).click();
    page.role("progressbar").appears();
    page.is_accessible("a moved project, while inactive ones are looked for");
    server.heal();
    page.button(sentences::LOOK_AGAIN).appears();
    server.disturb(discord, Fault::Answer(500, json!({})));
    page.button(sentences::LOOK_AGAIN).click();
    page.alert("could not be checked").appears();
    page.is_accessible("one that could not be asked for");
}

#[track_caller]
fn form<'s>(server: &'s Server, slug: &str) -> Page<'s> {
    server.open(&server.at_gitlab(&format!("{WEBSITE}/{slug}")))
}

#[test]
fn a_new_integration() {
    let server = Server::new().start();
    let page = form(&server, "slack");
    page.field("Webhook").appears();
    page.is_accessible("new Slack");
    page.button(sentences::TURN_ALL_ON).click();
    page.button(sentences::SET_UP).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).appears();
    page.is_accessible("new Slack with all channels and a problem");
    page.role("tab").named("curl").click();
    page.is_accessible("curl");
    page.field("Webhook").fill("https://hooks.test.example/x");
    // This server knows no such event of Slack, and has it switched on for ever.
    page.switch("A commit").click();
    page.button(sentences::SET_UP).click();
    page.alert(sentences::SAVED_BUT_DIFFERENT).appears();
    page.is_accessible("Slack with what was ignored");
}

#[test]
fn new_integrations_of_each_kind() {
    let server = Server::new().start();
    let page = server.open("/gitlab");
    for (slug, label) in [
        ("irker", "Recipients"),
        ("datadog", "API key"),
        ("pushover", "User key"),
        ("confluence", "Confluence URL"),
    ] {
        page.go(&server.at_gitlab(&format!("{WEBSITE}/{slug}")));
        page.field(label).appears();
        page.is_accessible(slug);
    }
    page.go(&server.at_gitlab(&format!("{WEBSITE}/flowdock")));
    page.button(sentences::SET_IT_UP_ANYWAY).appears();
    page.is_accessible("what is going away");
    page.go(&server.at_gitlab(&format!("{WEBSITE}/no-such-thing")));
    page.sees(sentences::NOT_OFFERED);
    page.is_accessible("what is not offered");
}

#[test]
fn an_integration_that_is_changed() {
    let server = Server::demo();
    let page = form(&server, "jenkins");
    page.field("Jenkins URL").fill("https://builds.test.example");
    page.sees(&clears("password"));
    page.is_accessible("changed Jenkins");
    page.go(&server.at_gitlab(&format!("{WEBSITE}/external-wiki")));
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.sees(sentences::IT_IS_NOT_ACTIVE);
    page.is_accessible("what is not active");
    let project = server.project("platform/observability/alert-rules");
    page.go(&server.at_gitlab(&format!("{project}/alerts")));
    page.field("severity").fill("low");
    page.button("Save 1 change").click();
    page.alert("GitLab asks for more").appears();
    page.is_accessible("an integration that no table knows");
}

#[test]
fn a_conflict_and_a_doubt() {
    let server = Server::demo();
    let page = form(&server, "emails-on-push");
    page.field("Recipients").fill("mine@test.example");
    server.put_integration(PROJECT, "emails-on-push", &json!({ "recipients": "theirs@test.example" }));
    page.button("Save 1 change").click();
    page.role("dialog").named(sentences::SOMEBODY_ELSE_CHANGED_IT).appears();
    page.is_accessible("conflict");
    let put = "PUT /api/v4/projects/101/integrations/emails-on-push";
    server.disturb(put, Fault::Cut);
    server.disturb_after(put, &put.replace("PUT", "GET"), Fault::Cut);
    page.role("radio").named_like("Yours: ").click();
    page.button(sentences::SAVE_WHAT_I_CHOSE).click();
    page.alert("It is not known yet whether it was saved").appears();
    page.is_accessible("doubt");
    server.heal();
    page.button(sentences::READ_IT_BACK).click();
    page.alert("Saving failed: GitLab cannot be reached").appears();
    page.is_accessible("no doubt");
    server.disturb(put, Fault::Answer(400, json!({ "message": "400 Bad Request" })));
    page.button("Save 1 change").click();
    page.alert("GitLab refused the request").appears();
    page.is_accessible("refusal");
}

#[test]
fn settings_of_a_group() {
    let server = Server::new().demo(1).gitlab(GitLab::V17_9).start();
    let project = server.project("platform/cloud/base-images");
    let page = server.open(&server.at_gitlab(&project.to_string()));
    page.sees("from group");
    page.is_accessible("a project with inherited settings");
    page.go(&server.at_gitlab(&format!("{project}/slack")));
    page.sees(sentences::SETTINGS_ARE_INHERITED);
    page.is_accessible("inherited settings");
}

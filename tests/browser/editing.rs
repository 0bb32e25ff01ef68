//! Editing: only what changed is sent, secrets stay unless replaced, and the result is read back.

use patchbay_model::form::diff::KEPT;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Server};
use serde_json::json;

const MOBILE: &str = "/rest/gitplugin/1.0/integration/2";
const PUT: &str = "PUT /rest/gitplugin/1.0/integration/2";

#[test]
fn sends_only_what_changed_and_reads_it_back() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.heading("mobile").appears();
    page.sees("GitLab CE/EE · #2");
    page.button("Save").has("aria-disabled", "true");
    page.sees(sentences::NOTHING_HAS_BEEN_CHANGED_YET);
    page.field("Display name").fill("mobile apps");
    page.switch("Smart commits").click();
    page.role("tabpanel")
        .named("Changes · 2")
        .shows("mobile\nbecomes\nmobile apps")
        .shows("on\nbecomes\noff");
    server.forget();
    page.button("Save 2 changes").click();
    page.role("status").shows("mobile apps is saved.");
    page.heading("mobile apps").appears();
    page.button("Save").has("aria-disabled", "true");
    assert_eq!(server.rest_lines(), [format!("GET {MOBILE}"), PUT.to_owned(), format!("GET {MOBILE}")]);
    let body = json!({ "displayName": "mobile apps", "smartCommitsEnabled": false });
    assert_eq!(server.writes(), [(PUT.to_owned(), body)]);
    assert_eq!(server.named("mobile apps")["smartCommitsEnabled"], false);
}

#[test]
fn keeps_a_secret_unless_it_is_replaced() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.sees(KEPT);
    page.button("Replace the personal access token").click();
    let token = page.field("Personal access token");
    token.has_focus().fill("glpat-new");
    page.button("Save 1 change").appears();
    page.button("Keep the stored personal access token").click();
    page.button("Replace the personal access token").has_focus().click();
    token.holds("");
    token.fill("glpat-newer");
    page.sees("Changing “Personal access token” makes Jira scan the host again.");
    page.button("Save 1 change").click();
    page.role("status").shows("mobile is saved.");
    page.sees(KEPT);
    assert_eq!(server.writes(), [(PUT.to_owned(), json!({ "pat": "glpat-newer" }))]);
}

#[test]
fn takes_everything_back() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("");
    page.field("API path").fill("no slash");
    page.switch("Index commit messages").click();
    page.button("Save 3 changes").click();
    let alert = page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).appears();
    let discard = page.button("Discard").click();
    alert.vanishes();
    page.field("Display name").holds("mobile");
    page.switch("Index commit messages").has("aria-checked", "true");
    page.button("Save").has("aria-disabled", "true");
    discard.vanishes();
    assert_eq!(server.writes(), []);
}

#[test]
fn warns_of_what_the_next_index_drops() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    page.field("Display name")
        .fill("mobile apps")
        .without_text("At the next indexing, Jira removes repositories that it no longer finds.");
    page.field("API path").fill("/api/v4/projects?owned=true");
    page.sees("At the next indexing, Jira removes repositories that it no longer finds.");
}

#[test]
fn says_what_the_server_ignored() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    server.disturb(PUT, Fault::Answer(200, json!({ "success": "true" })));
    page.field("Display name").fill("mobile apps");
    page.button("Save 1 change").click();
    page.alert("Jira accepted it, but changed nothing")
        .shows("Display name: asked for mobile apps, but it is mobile");
    // What was typed stays, as different.
    page.field("Display name").holds("mobile apps");
    server.heal();
    page.button("Save 1 change").click();
    page.role("status").shows("mobile apps is saved.");
}

#[test]
fn puts_a_refusal_beside_the_field_it_names() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    let refusal = json!({
        "success": false, "error": "apiPath: It leads nowhere.", "advice": "Please correct the request."
    });
    server.disturb(PUT, Fault::Answer(400, refusal));
    let path = page.field("API path");
    path.fill("/api/v4/nowhere");
    page.button("Save 1 change").click();
    let alert =
        page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).has_focus().shows("API path: It leads nowhere.");
    path.has("aria-invalid", "true");
    path.holds("/api/v4/nowhere");
    server.heal();
    path.fill("/api/v4/projects");
    alert.vanishes();
    page.button("Save 1 change").click();
    page.role("status").shows("mobile is saved.");
}

#[test]
fn shows_and_changes_a_type_that_nobody_knows() {
    let server = Server::demo();
    let bucket = json!({
        "id": 77, "integrationType": "BITBUCKET", "displayName": "bucket", "origin": "https://bitbucket.example",
        "spaceKey": "ABC", "levels": 3, "disabled": false, "global": true, "projectMappingIds": [],
    });
    let one = "/rest/gitplugin/1.0/integration/77";
    let list = Fault::Answer(200, json!({ "success": true, "integrations": [bucket] }));
    server.disturb("GET /rest/gitplugin/1.0/integration", list);
    let answer = Fault::Answer(200, json!({ "success": "true", "integration": [bucket] }));
    server.disturb(&format!("GET {one}"), answer);
    server.disturb(&format!("PUT {one}"), Fault::Answer(200, json!({ "success": "true" })));
    let page = server.open("/integrations");
    page.role("row").named_like("bucket").shows("BITBUCKET");
    page.link("bucket").click();
    page.heading("bucket").appears();
    page.sees("Patchbay does not know this type.");
    page.field("spaceKey").fill("XYZ");
    page.button("Save 1 change").click();
    page.alert("Jira accepted it, but changed nothing").shows("spaceKey: asked for XYZ, but it is ABC");
    assert_eq!(server.writes(), [(format!("PUT {one}"), json!({ "spaceKey": "XYZ" }))]);
}

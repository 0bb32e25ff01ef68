//! The menu of a row: by the keyboard, copying a command, editing and cloning.

use patchbay_model::form::check::required;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, keys};
use serde_json::json;

#[test]
fn moves_by_keys_and_gives_the_focus_back() {
    let server = Server::demo();
    let page = server.open("/integrations");
    let button = page.button("Actions for mobile");
    button.press(keys::Down);
    let menu = page.role("menu").named("Actions for mobile").appears();
    let item = |name| page.role("menuitem").named(name);
    item("Edit").has_focus().press(keys::Down);
    item("Clone").has_focus().press(keys::End);
    item("Remove…").has_focus().press(keys::Down);
    item("Edit").has_focus().press(keys::Up);
    item("Remove…").has_focus().press(keys::Home);
    item("Edit").has_focus();
    page.types("c");
    item("Clone").has_focus().press(keys::Escape);
    menu.vanishes();
    button.has_focus().has("aria-expanded", "false");

    button.press(keys::Enter);
    item("Edit").has_focus().press(keys::Enter);
    page.heading("mobile").appears().has_focus();
    page.is_at("/integrations/2");
}

#[track_caller]
fn clipboard(page: &Page<'_>) -> String {
    page.run("return navigator.clipboard.readText()", Vec::new()).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn allow_copying(page: &Page<'_>, server: &Server) {
    let permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
    let grant = json!({ "origin": server.origin(), "permissions": permissions });
    page.devtools("Browser.grantPermissions", &grant);
}

#[test]
fn copies_what_will_be_sent_without_the_secret() {
    let server = Server::demo();
    let page = server.open("/integrations/2");
    allow_copying(&page, &server);
    page.button("Replace the personal access token").click();
    page.field("Personal access token").fill("canary");
    page.role("tab").named("JSON").click();
    page.button("Copy JSON").click();
    page.button("Copied").appears();
    assert_eq!(clipboard(&page), "{\n  \"pat\": \"$TOKEN\"\n}");
    page.role("tab").named("curl").click();
    page.button("Copy command").click();
    page.button("Copied").appears();
    let command = clipboard(&page);
    assert!(command.contains("curl -X PUT") && command.contains("$TOKEN"), "{command}");
    assert!(!command.contains("canary"), "{command}");
}

#[test]
fn copies_a_command_without_any_token() {
    let server = Server::demo();
    let page = server.open("/integrations");
    allow_copying(&page, &server);
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Copy as curl").click();
    page.role("status")
        .shows("Copied a curl command that reads this integration. It takes your token from $JIRA_TOKEN.");
    let url = format!("{}/rest/gitplugin/1.0/integration/2", server.origin());
    assert_eq!(
        clipboard(&page),
        format!(
            "curl '{url}' \\\n  -H \"Authorization: Bearer $JIRA_TOKEN\" \\\n  -H 'Accept: application/json'"
        )
    );
}

#[test]
fn clones_everything_but_secrets() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.button("Actions for mobile").click();
    page.role("menuitem").named("Clone").click();
    page.heading("Clone mobile").appears().has_focus();
    let name = page.field("Display name");
    name.holds("mobile (copy)");
    let token = page.field("Personal access token");
    token.holds("");
    page.button(sentences::ADD_INTEGRATION).click();
    page.alert(&required("Personal access token")).appears();
    assert_eq!(server.writes(), []);
    token.fill("glpat-of-the-copy");
    page.button(sentences::ADD_INTEGRATION).click();
    page.heading("mobile (copy)").appears();
    page.role("status").shows("mobile (copy) was added. Jira now scans the host.");
    let body = json!({
        "type": "GITLAB_SERVER",
        "displayName": "mobile (copy)",
        "origin": "https://gitlab.acme.example",
        "pat": "glpat-of-the-copy",
        "disableSslVerification": false,
        "apiPath": "/api/v4/groups/mobile/projects?include_subgroups=true",
        "refSpecNotes": true,
        "refSpecChanges": false,
        "global": false,
        "projectMappingIds": server.named("mobile")["projectMappingIds"],
        "gitViewerEnabled": true,
        "requireUserPat": true,
        "sourcesDiffViewEnabled": true,
        "smartCommitsEnabled": true,
        "revisionIndexing": true,
        "sendCommitEmails": true,
        "maxMinsToCommitEmail": 1440,
        "trustFolderStat": false,
    });
    assert_eq!(server.writes(), [("POST /rest/gitplugin/1.0/integration".to_owned(), body)]);
    assert_eq!(server.all().len(), 26);
}

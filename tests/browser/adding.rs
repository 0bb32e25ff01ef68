//! Adding: every one of the twelve types with the least it needs, and what goes over the wire.

use patchbay_model::gij::IntegrationType;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

/// What must be filled in, as (role, label, text), beside a display name.
type Least = &'static [(&'static str, &'static str, &'static str)];

const TOKEN: (&str, &str, &str) = ("textbox", "Personal access token", "t0ken");
const USER: (&str, &str, &str) = ("textbox", "User name", "svc-jira");
const PASSWORD: (&str, &str, &str) = ("textbox", "Password", "passw0rd");

const LEAST: [(&str, Least); 12] = [
    ("GITHUB", &[TOKEN]),
    ("GITHUB_SERVER", &[("textbox", "Host URL", "https://github.test.example"), TOKEN]),
    ("GITLAB", &[TOKEN]),
    ("GITLAB_SERVER", &[("textbox", "Host URL", "https://gitlab.test.example"), TOKEN]),
    ("GITLAB_SERVER_LEGACY", &[("textbox", "Host URL", "https://old.test.example"), USER, PASSWORD]),
    ("AZURE", &[TOKEN]),
    ("AZURE_DEVOPS", &[("textbox", "Host URL", "https://devops.test.example"), TOKEN]),
    ("VSTS", &[TOKEN]),
    ("TFS_SERVER", &[("textbox", "Host URL", "https://tfs.test.example/tfs"), USER, PASSWORD]),
    (
        "AWS",
        &[
            ("textbox", "Access key ID", "AKIAIOSFODNN7EXAMPLE"),
            ("textbox", "Secret access key", "s3cret-key"),
            ("combobox", "AWS region", "eu-west-1"),
        ],
    ),
    ("GERRIT", &[("textbox", "Host URL", "https://gerrit.test.example"), USER, PASSWORD]),
    ("FILESPACE", &[("textbox", "Folder on the Jira server", "/srv/git/*")]),
];

/// From the list by links to the form of a type, filled in and sent.
#[track_caller]
fn add(page: &Page<'_>, server: &Server, kind: &str, least: Least) -> Value {
    let spec = IntegrationType::all().find(|spec| spec.name == kind).unwrap();
    let name = format!("new {kind}");
    page.link(sentences::ADD_INTEGRATION).click();
    page.heading(sentences::ADD_INTEGRATION).appears().has_focus();
    page.role("link").named_like(spec.about).click();
    page.heading(&format!("Add {} integration", spec.label)).appears().has_focus();
    page.field("Display name").fill(&name);
    for (role, label, text) in least {
        page.role(role).named(label).fill(text);
    }
    server.forget();
    page.button(sentences::ADD_INTEGRATION).click();
    page.heading(&name).appears().has_focus();
    page.role("status").shows(&format!("{name} was added. Jira now scans the host."));
    // Else the messages of many would lie above what comes next.
    page.passes_time();
    let writes = server.writes();
    assert_eq!(writes.len(), 1, "{writes:?}");
    assert_eq!(writes[0].0, "POST /rest/gitplugin/1.0/integration");
    assert_eq!(server.named(&name)["integrationType"], kind);
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.role("row").named_like(&name).shows(spec.label).shows("never");
    writes[0].1.clone()
}

/// What every body has that was left as it is.
fn usual(own: Value) -> Value {
    let mut body = json!({
        "global": true,
        "gitViewerEnabled": true,
        "requireUserPat": false,
        "sourcesDiffViewEnabled": true,
        "smartCommitsEnabled": true,
        "revisionIndexing": true,
        "sendCommitEmails": true,
        "maxMinsToCommitEmail": 1440,
        "trustFolderStat": false,
    });
    body.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    body
}

#[track_caller]
fn add_some(from: usize, to: usize) -> Vec<Value> {
    let server = Server::new().demo(1).start();
    let page = server.open("/integrations");
    LEAST[from..to].iter().map(|(kind, least)| add(&page, &server, kind, least)).collect()
}

#[test]
fn adds_the_first_six_types() {
    let bodies = add_some(0, 6);
    assert_eq!(
        bodies[0],
        usual(json!({
            "type": "GITHUB", "displayName": "new GITHUB", "origin": "https://api.github.com", "pat": "t0ken",
            "disableSslVerification": false, "refSpecNotes": true, "refSpecChanges": false,
        }))
    );
}

#[test]
fn adds_the_other_six_types() {
    let bodies = add_some(6, 12);
    assert_eq!(
        bodies[3],
        usual(json!({
            "type": "AWS", "displayName": "new AWS", "username": "AKIAIOSFODNN7EXAMPLE", "password": "s3cret-key",
            "awsRegion": "eu-west-1", "disableSslVerification": false, "refSpecNotes": true, "refSpecChanges": false,
        }))
    );
    let mut folder = usual(json!({
        "type": "FILESPACE", "displayName": "new FILESPACE", "origin": "/srv/git/*", "folderDepth": 1,
    }));
    folder.as_object_mut().unwrap().remove("requireUserPat");
    assert_eq!(bodies[5], folder);
}

#[test]
fn finds_a_type_by_its_words_and_marks_the_legacy_one() {
    let server = Server::demo();
    let page = server.open("/integrations/new");
    page.heading(sentences::ADD_INTEGRATION).appears();
    let cards = "return document.querySelectorAll('main li a').length";
    assert_eq!(page.run(cards, Vec::new()), 12);
    let legacy = page.role("link").named_like("GITLAB_SERVER_LEGACY");
    legacy.shows("no longer supported");
    let search = page.role("searchbox").named(sentences::SEARCH_TYPES);
    search.fill("azure cloud");
    page.becomes("one type", || page.run(cards, Vec::new()) == 1);
    page.role("link").named_like("Azure DevOps Services").appears();
    search.fill("subversion");
    page.heading("No type matches").appears();
    page.button(sentences::SHOW_ALL_TYPES).click();
    page.becomes("all types", || page.run(cards, Vec::new()) == 12);
    legacy.click();
    page.heading("Add GitLab CE/EE, API version 3 integration").appears();
    page.sees("This type is no longer supported");
    let spec = IntegrationType::all().find(|spec| spec.name == "GITLAB_SERVER_LEGACY").unwrap();
    page.sees(spec.legacy.unwrap());
}

#[test]
fn shows_what_will_be_sent_without_the_secret() {
    let server = Server::demo();
    let page = server.open("/integrations/new/GITHUB");
    page.field("Display name").fill("it's mine");
    page.field("Personal access token").fill("ghp_canary");
    page.role("tab").named("JSON").click();
    let json = page.role("tabpanel").named("JSON");
    json.shows("\"pat\": \"$TOKEN\"").shows("\"displayName\": \"it's mine\"");
    page.role("tab").named("curl").click();
    let curl = page.role("tabpanel").named("curl");
    curl.shows("curl -X POST").shows("\"pat\": \"'\"$TOKEN\"'\"").shows("Bearer $JIRA_TOKEN");
    let shown = curl.text();
    assert!(shown.contains(r#""displayName": "it'\''s mine""#), "{shown}");
    assert!(!shown.contains("ghp_canary"), "{shown}");
}

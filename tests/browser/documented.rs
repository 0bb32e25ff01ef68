//! docs/api.md lists what Patchbay asks: everything that it does is done here, and each request is in the list, and each
//! line of the list among the requests.

use patchbay_tests::sentences;
use std::collections::BTreeSet;
use std::time::Duration;

use patchbay_tests::{Fault, GitLab, Page, Server, built};
use serde_json::{Value, json};

const API: &str = include_str!("../../docs/api.md");

/// `PUT /api/v4/projects/{id}` of the tables, without the queries.
fn documented() -> BTreeSet<String> {
    let lines = API.lines().filter(|line| line.starts_with("| `"));
    let quoted = lines.flat_map(|line| line.split('`').skip(1).step_by(2));
    let is_request = |text: &&str| {
        let method = text.split_once(" /").map(|(method, _)| method);
        matches!(method, Some("GET" | "POST" | "PUT" | "DELETE"))
    };
    quoted.filter(is_request).map(|text| text.split('?').next().unwrap().to_owned()).collect()
}

/// Whether a request is of this line of the list.
fn fits(request: &str, line: &str) -> bool {
    let (asked, listed): (Vec<_>, Vec<_>) = (request.split('/').collect(), line.split('/').collect());
    let is_same = |(asked, listed): (&&str, &&str)| asked == listed || listed.starts_with('{');
    asked.len() == listed.len() && asked.iter().zip(&listed).all(is_same)
}

/// What was asked of the REST APIs; everything else has to be a file of the app's.
fn asked(server: &Server) -> BTreeSet<String> {
    let lines =
        server.requests().into_iter().map(|request| request.line.split('?').next().unwrap().to_owned());
    let (files, asked): (BTreeSet<_>, BTreeSet<_>) = lines.partition(|line| line.matches('/').count() == 1);
    let (dist, _) = built();
    for file in files.iter().filter(|file| *file != "GET /help") {
        assert!(file.starts_with("GET /"), "{file} asks for no file");
        let name = &file["GET /".len()..];
        assert!(name.is_empty() || dist.join(name).is_file(), "{name} is no file of the app’s");
    }
    asked.into_iter().chain(files.into_iter().filter(|file| file == "GET /help")).collect()
}

fn checks(page: &Page<'_>, server: &Server, token: Option<&str>) {
    page.go(&format!("/connection/{}", server.place().replace(':', "%3A")));
    if let Some(token) = token {
        page.button(sentences::ENTER_A_TOKEN).click();
        page.field(&format!("Personal access token for {}", server.place())).fill(token);
        page.button(sentences::SIGN_IN).click();
    }
    page.becomes("the check to end", || page.text().contains("Works"));
}

fn of_jira() -> BTreeSet<String> {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.switch("Enabled: mobile").click();
    page.role("status").shows("mobile is disabled.");
    page.link("mobile").click();
    page.field("Display name").fill("mobile apps");
    page.button("Save 1 change").click();
    page.role("status").shows("mobile apps is saved.");
    page.button("Remove…").click();
    page.field("Type mobile apps to confirm").fill("mobile apps");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.go("/integrations/new/GITHUB");
    page.field("Display name").fill("new");
    page.field("Personal access token").fill("t0ken");
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("new was added.");
    asked(&server)
}

fn of_repositories() -> BTreeSet<String> {
    let server = Server::new().demo(5).pace(Duration::from_hours(1)).start();
    let id = server.id("mobile");
    let page = server.open(&format!("/integrations/{id}/repositories"));
    page.role("table").named("Repositories").appears();
    let answer = server.ask("GET", "/rest/gitplugin/1.0/repository", None);
    let all = answer["repositories"].as_array().unwrap();
    let one = all.iter().find(|one| one["trackedFolderId"] == id && one["disabled"] == false).unwrap();
    page.go(&format!("/integrations/{id}/repositories/{}", one["id"]));
    page.field("Tag filter (show only matching)").fill("^v.*");
    page.button("Save 1 change").click();
    page.role("status").shows("is saved.");
    page.button("Disable").click();
    page.role("status").shows("is disabled.");
    page.go(&format!("/integrations/{id}/reindex"));
    page.button("Reindex mobile").click();
    page.role("row").named_like("mobile").shows("Indexing 0 %");
    asked(&server)
}

fn of_older_indexing() -> BTreeSet<String> {
    let server = Server::new().demo(5).gij("4.16").start();
    let page = server.open(&format!("/integrations/{}/reindex", server.id("mobile")));
    page.button("Reindex mobile").click();
    page.sees("Jira does not index an integration as a whole");
    asked(&server)
}

fn of_a_check_of_jira() -> BTreeSet<String> {
    let server = Server::demo();
    configure(&server, "jira", "session");
    let page = server.open("/integrations");
    page.link("mobile").appears();
    checks(&page, &server, None);
    asked(&server)
}

fn of_gitlab(version: GitLab) -> BTreeSet<String> {
    let server = Server::new().demo(1).gitlab(version).start();
    let page = server.open("/gitlab");
    page.role("searchbox").named(sentences::SEARCH_PROJECTS_OF_GITLAB).fill("website");
    // Others have the same name.
    page.link("Website").within(page.role("row").with_text("shop/web/website")).click();
    page.heading("Shop / Web / Website").appears();
    page.go(&server.at_gitlab("101/external-wiki"));
    page.field("Wiki URL").fill("https://wiki.test.example");
    page.button(sentences::SAVE_AND_ACTIVATE).click();
    page.button("Disable…").click();
    page.button("Disable").click();
    page.role("status").shows("External wiki is disabled in");
    asked(&server)
}

fn of_many_of_gitlab() -> BTreeSet<String> {
    let server = Server::new().demo(1).gitlab(GitLab::V19_5).start();
    let page = server.open(&format!("{}?group=shop%2Fweb", server.at_gitlab("fleet")));
    page.role("table").named("Projects and their integrations").appears();
    asked(&server)
}

fn of_a_check_of_gitlab(auth: &str, token: Option<&str>) -> BTreeSet<String> {
    let server = Server::demo();
    configure(&server, "gitlab", auth);
    let page = server.open("/gitlab");
    checks(&page, &server, token);
    asked(&server)
}

fn configure(server: &Server, vendor: &str, auth: &str) {
    let config: Value = json!({ vendor: { "url": "", "auth": auth } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
}

#[test]
fn what_patchbay_asks_is_what_the_documents_say() {
    let asked: BTreeSet<String> = [
        of_jira(),
        of_repositories(),
        of_older_indexing(),
        of_a_check_of_jira(),
        of_gitlab(GitLab::V14_8),
        of_gitlab(GitLab::V13_12),
        of_many_of_gitlab(),
        of_a_check_of_gitlab("session", None),
        of_a_check_of_gitlab("token", Some("maintainer-token")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let documented = documented();
    for request in &asked {
        assert!(documented.iter().any(|line| fits(request, line)), "docs/api.md does not list {request}");
    }
    for line in &documented {
        assert!(asked.iter().any(|request| fits(request, line)), "nothing here asks {line}: {asked:#?}");
    }
}

//! What the projects of a new database have.

use patchbay_sandbox::{Database, GitLab, Options};
use tempfile::TempDir;

use super::{INTEGRATIONS, get, listed, with_demo};
use crate::running::Running;

#[test]
fn the_first_project_has_active_ones_and_some_that_are_switched_off() {
    let server = with_demo(GitLab::V14_8);
    assert_eq!(listed(&server), ["slack", "jira", "jenkins", "emails-on-push"]);
    for slug in ["microsoft-teams", "external-wiki"] {
        assert_eq!(get(&server, slug).json()["active"], false, "{slug}");
    }
    assert_eq!(get(&server, "jira").json()["properties"]["url"], "https://jira.example.com");
}

#[test]
fn the_projects_are_there_without_a_demonstration_but_nothing_is_set_up() {
    let server = super::running(GitLab::V14_8);
    assert_eq!(server.ask_gitlab("GET", "/api/v4/projects").send().header("x-total"), "300");
    assert_eq!(server.ask_gitlab("GET", INTEGRATIONS).send().text, "[]");
}

#[test]
fn is_filled_once_and_kept_afterwards() {
    let folder = TempDir::new().unwrap();
    let options =
        || Options { database: Database::File(folder.path().join("box.db")), demo: 1, ..Options::default() };
    let server = Running::with(options());
    assert_eq!(server.ask_gitlab("DELETE", &super::path("slack")).send().status, 204);
    drop(server);
    assert_eq!(listed(&Running::with(options())), ["jira", "jenkins", "emails-on-push"]);
}

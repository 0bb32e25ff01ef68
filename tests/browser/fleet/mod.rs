//! The fleet: many projects and groups of a GitLab in one table.

mod acting;
mod comparing;
mod failing;
mod finding;
mod importing;
mod looks;
mod narrowing;
mod reading;
mod selecting;

use patchbay_tests::{GitLab, Locator, Page, Server, sentences};
use serde_json::Value;

/// A GitLab of today with what the demonstration has.
fn today() -> Server {
    Server::new().demo(1).gitlab(GitLab::V19_5).start()
}

/// Opens the table of the projects of a group, and waits until all of it is read.
#[track_caller]
fn open_group<'s>(server: &'s Server, path: &str) -> Page<'s> {
    let page = server.open(&server.at_gitlab(&format!("fleet?group={}", path.replace('/', "%2F"))));
    is_read(&page);
    page
}

/// Waits until everything is read.
#[track_caller]
fn is_read(page: &Page<'_>) {
    page.button(sentences::READ_ALL_AGAIN).appears();
}

/// The row of the project with this name.
fn row<'p>(page: &'p Page<'_>, name: &str) -> Locator<'p> {
    page.role("row").named_like(name)
}

/// The requests for what is active in one project or group, since the start or since they were forgotten.
fn reads(server: &Server) -> Vec<String> {
    let is_read = |line: &String| line.ends_with("/integrations") || line.ends_with("/services");
    server.api_lines().into_iter().filter(is_read).collect()
}

/// All entries of a list of the API, page by page, as an owner.
fn all(server: &Server, list: &str) -> Vec<Value> {
    let mut entries = Vec::new();
    for page in 1.. {
        let join = if list.contains('?') { '&' } else { '?' };
        let more = server.ask_as_owner("GET", &format!("{list}{join}per_page=100&page={page}"), None);
        let more = more.as_array().unwrap().clone();
        if more.is_empty() {
            break;
        }
        entries.extend(more);
    }
    entries
}

//! Which projects are in the table: those of a group, of a search, of a list that is pasted, or all of one's own.

use patchbay_tests::{Fault, GitLab, Server, sentences};
use serde_json::json;

use super::{all, is_read, open_group, reads, row, today};

#[test]
fn a_group_with_its_subgroups_is_reached_from_its_page() {
    let server = today();
    let page = server.open(&server.at_gitlab("groups/research"));
    page.heading("Research").appears();
    server.forget();
    page.link(sentences::ALL_PROJECTS_OF_THIS_GROUP).click();
    page.heading("Projects of Research").appears().has_focus();
    is_read(&page);
    let projects = all(&server, "/groups/research/projects?include_subgroups=true");
    let groups = all(&server, "/groups/research/descendant_groups");
    page.sees(&format!("{} projects, {} subgroups", projects.len(), groups.len()));
    // One request each, for the group itself as well.
    let reads = reads(&server);
    assert_eq!(reads.len(), projects.len() + groups.len() + 1, "{reads:?}");
    for group in &groups {
        let read = format!("GET /api/v4/groups/{}/integrations", group["id"]);
        assert!(reads.contains(&read), "{read}");
    }
    assert!(server.writes().is_empty());
    row(&page, "Ingest").shows("active");
    page.link("Ingest").click();
    page.heading("Research / Labs / Vision / Ingest").appears();
    page.back();
    page.link("Ingest").has_focus();
    page.link("Back to the group").click();
    page.heading("Research").appears();
    // What was read is still there.
    server.forget();
    page.back();
    page.sees(&format!("{} projects, {} subgroups", projects.len(), groups.len()));
    row(&page, "Ingest").shows("active");
    assert!(super::reads(&server).is_empty());
}

#[test]
fn what_is_searched_for_is_reached_from_the_search() {
    let server = today();
    let page = server.open("/gitlab");
    page.role("searchbox").named(sentences::SEARCH_PROJECTS_OF_GITLAB).fill("shop orders");
    page.sees("12 projects");
    page.link(sentences::MANY_IN_ONE_TABLE).click();
    page.heading("Projects matching “shop orders”").appears();
    is_read(&page);
    page.sees("12 projects, 1 group");
    page.link("Event bus").appears();
    page.link("Choose other projects").click();
    page.heading(sentences::FLEET_TABLE).appears().has_focus();
}

#[test]
fn a_list_of_numbers_paths_and_addresses_is_pasted() {
    let server = today();
    let page = server.open("/gitlab");
    page.link(sentences::MANY_IN_ONE_TABLE).click();
    page.button("Read them").click();
    page.sees("Enter at least one of them first.");
    let origin = server.origin();
    let list =
        format!("101, shop/web/checkout\n{origin}/shop/mobile/ios-app/-/issues\nnowhere/at-all words 101");
    page.field(sentences::PROJECTS_AND_GROUPS_TO_READ).fill(&list);
    page.button("Read them").click();
    page.heading("Projects of a list of 5").appears().has_focus();
    is_read(&page);
    for name in ["Website", "Checkout", "iOS app"] {
        page.link(name).appears();
    }
    page.sees("2 entries are no projects or groups here that you may see");
    page.sees("words, nowhere/at-all");
    page.sees("3 projects");
    // The address has all of it.
    page.reload();
    is_read(&page);
    page.link("iOS app").appears();
}

#[test]
fn a_group_in_a_list_brings_its_projects() {
    let server = today();
    let page = server.open(&server.at_gitlab("fleet?list=payments%2Ftax,101"));
    is_read(&page);
    page.sees("13 projects, 1 group");
    page.link("Website").appears();
    page.link("Contract tests").appears();
}

#[test]
fn all_of_ones_own_are_found_by_their_numbers_not_by_pages() {
    let server = today();
    let page = server.open(&server.at_gitlab("fleet"));
    page.link(sentences::ALL_YOUR_PROJECTS).click();
    page.heading("Your projects and groups").appears();
    is_read(&page);
    page.sees("300 projects, 60 groups");
    let lists: Vec<String> =
        server.api_lines().into_iter().filter(|line| line.starts_with("GET /api/v4/projects?")).collect();
    assert_eq!(lists.len(), 3, "{lists:?}");
    assert!(lists[1].contains("id_after=200") && lists[2].contains("id_after=300"), "{lists:?}");
    assert_eq!(reads(&server).len(), 360);
}

#[test]
fn a_gitlab_without_integrations_of_groups_is_asked_for_none() {
    let server = Server::new().demo(1).gitlab(GitLab::V14_8).start();
    let page = open_group(&server, "shop");
    page.sees("72 projects, 10 subgroups");
    assert!(reads(&server).iter().all(|line| line.contains("/projects/")), "{:?}", reads(&server));
    page.link("Shop / Backend / Catalogue")
        .appears()
        .without(&page.role("checkbox").named_like("Select group"));
}

#[test]
fn services_are_asked_for_where_gitlab_calls_them_so() {
    let server = Server::new().demo(1).gitlab(GitLab::V13_12).start();
    let page = open_group(&server, "shop/web");
    row(&page, "Website").shows("active");
    let services = reads(&server).into_iter().filter(|line| line.ends_with("/services")).count();
    assert_eq!(services, 12);
}

#[test]
fn a_group_that_is_not_there_is_named() {
    let server = today();
    let page = server.open(&server.at_gitlab("fleet?group=nowhere"));
    is_read(&page);
    page.sees("One entry is no project or group here that you may see");
    page.heading(sentences::NO_PROJECTS_IN_THE_TABLE).appears();
}

#[test]
fn nothing_is_lost_by_a_list_that_breaks_off() {
    let server = today();
    server.disturb("GET /api/v4/groups/21/projects", Fault::Answer(500, json!({ "message": "no" })));
    let page = server.open(&server.at_gitlab("fleet?group=21"));
    let alert = page.alert("The list of projects could not be read to its end").appears();
    server.heal();
    page.button("Try those again").click();
    alert.vanishes();
    is_read(&page);
    page.link("Website").appears();
}

//! Groups: finding one, the tree, and the integrations of one, with what a change does below it.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Locator, Page, Server, keys};
use serde_json::json;

const GROUPS: &str = "GET /api/v4/groups";

fn newer() -> Server {
    Server::new().demo(1).gitlab(GitLab::V17_9).start()
}

fn search<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("searchbox").named(sentences::SEARCH_GROUPS_OF_GITLAB)
}

/// How many entries a list of the API has.
fn count(server: &Server, list: &str) -> usize {
    let all = server.ask_gitlab("GET", list, None);
    all.as_array().unwrap().len()
}

fn number(server: &Server, path: &str) -> u64 {
    server.ask_gitlab("GET", &format!("/groups/{}", path.replace('/', "%2F")), None)["id"].as_u64().unwrap()
}

#[test]
fn a_group_is_found_by_name_path_number_and_address() {
    let server = newer();
    let page = server.open("/gitlab");
    page.link("Groups").click();
    page.heading(sentences::GITLAB_GROUPS).appears().has_focus();
    page.link(sentences::GITLAB).has("aria-current", "page");
    assert!(page.address().ends_with("/groups"), "{}", page.address());
    let (place, id) = (server.place(), number(&server, "shop/backend"));
    for (typed, link) in [
        ("shop backend", "Backend".to_owned()),
        ("shop/backend", "Open group shop/backend".to_owned()),
        (" /Shop/Backend/ ", "Open group Shop/Backend".to_owned()),
        (&*id.to_string(), format!("Open group {id}")),
        (&*format!("#{id}"), format!("Open group {id}")),
        (&*format!("http://{place}/groups/shop/backend"), "Open group shop/backend".to_owned()),
        (&*format!("http://{place}/groups/shop%2Fbackend/"), "Open group shop/backend".to_owned()),
        (
            &*format!("http://{place}/groups/shop/backend/-/settings/integrations"),
            "Open group shop/backend".to_owned(),
        ),
        (&*format!("http://{place}/shop/backend"), "Open group shop/backend".to_owned()),
        (
            &*format!("http://{place}/api/v4/groups/shop%2Fbackend/integrations"),
            "Open group shop/backend".to_owned(),
        ),
    ] {
        search(&page).fill(typed);
        page.link(&link).click();
        page.heading("Shop / Backend").appears().has_focus();
        page.link(sentences::BACK_TO_GITLAB_GROUPS).click();
        search(&page).holds(typed);
        search(&page).fill("");
    }
    page.heading(sentences::RECENT_GROUPS).appears();
    search(&page).fill("https://gitlab.elsewhere.example/groups/a");
    page.sees("This is an address on gitlab.elsewhere.example, which the file config.json beside this page does not list as a GitLab server.");
    search(&page).fill("nowhere");
    page.heading(sentences::NO_GROUP_MATCHES).appears();
    page.button(sentences::CLEAR_SEARCH).press(keys::Enter);
    search(&page).has_focus().holds("");
    page.heading(sentences::YOUR_GROUPS).appears();
}

#[test]
fn addresses_of_the_other_kind_lead_to_what_they_name() {
    let server = newer();
    let page = server.open(&server.at_gitlab("groups"));
    let place = server.place();
    for typed in [
        format!("http://{place}/shop/web/website/-/issues/7"),
        format!("git@{}:shop/web/website.git", place.split(':').next().unwrap()),
    ] {
        search(&page).fill(&typed);
        page.sees("This is the address of a project, not of a group.");
        page.link("Open shop/web/website").click();
        page.heading("Shop / Web / Website").appears();
        page.back();
        search(&page).holds(&typed);
    }
    // GitLab has the same addresses for both.
    search(&page).fill(&format!("http://{place}/shop/web/website"));
    page.link("Open group shop/web/website").appears();
    page.link("Open project shop/web/website").click();
    page.heading("Shop / Web / Website").appears();
    page.go("/gitlab");
    let projects = page.role("searchbox").named(sentences::SEARCH_PROJECTS_OF_GITLAB);
    projects.fill(&format!("http://{place}/groups/shop/backend/-/edit"));
    page.sees("This is the address of a group, not of a project.");
    page.link("Open group shop/backend").click();
    page.heading("Shop / Backend").appears();
}

#[test]
fn the_tree_is_opened_from_the_keyboard() {
    let server = newer();
    let page = server.open(&server.at_gitlab("groups"));
    page.heading(sentences::YOUR_GROUPS).appears();
    let shop = page.button("Subgroups of Shop");
    shop.has("aria-expanded", "false");
    page.tab_to("button", "Subgroups of Shop");
    server.forget();
    page.press(keys::Enter);
    shop.has("aria-expanded", "true").has_focus();
    let inside = page.role("list").named("Groups in Shop");
    page.link("Backend").within(inside).appears();
    let id = number(&server, "shop");
    let asked = server.api_lines();
    let line = format!("GET /api/v4/groups/{id}/subgroups?order_by=name&page=1&per_page=20");
    assert_eq!(asked, [line]);
    page.tab_to("button", "Subgroups of Backend");
    page.press(keys::Enter);
    page.role("list").named("Groups in Backend").appears();
    page.tab_to("link", "Orders");
    page.press(keys::Enter);
    page.heading("Shop / Backend / Orders").appears().has_focus();
    // It has none below it, and says so.
    page.sees("No subgroups that you may see");
    // What was open is open again, at every depth.
    page.back();
    page.role("list").named("Groups in Backend").appears();
    page.button("Subgroups of Backend").has("aria-expanded", "true");
    page.button("Subgroups of Shop").has("aria-expanded", "true");
    let closed = page.button("Subgroups of Platform").appears();
    page.button("Subgroups of Shop").press(keys::Enter);
    page.becomes("closed", || {
        page.button("Subgroups of Shop").attribute("aria-expanded").as_deref() == Some("false")
    });
    closed.without(&page.role("list").named("Groups in Shop"));
    page.link("Platform").click();
    page.heading("Platform").appears();
    page.back();
    page.button("Subgroups of Shop").has("aria-expanded", "false");
}

#[test]
fn many_groups_come_page_by_page() {
    let server = newer();
    let some: Vec<_> = (1_001..=1_020)
        .map(|id| json!({ "id": id, "name": format!("Team {id}"), "full_path": format!("team-{id}") }))
        .collect();
    let full = Fault::Answer(200, json!(some));
    server.disturb(GROUPS, full.clone());
    let page = server.open(&server.at_gitlab("groups"));
    page.link("Team 1020").appears();
    server.heal();
    // GitLab's own second page has none: there is nothing more.
    let more = page.button("Show more groups").appears();
    page.button("Show more groups").click();
    more.vanishes();
    page.link("Team 1020").appears();
    // Whoever comes back finds as many as there were.
    page.go("/gitlab");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    server.disturb(GROUPS, full);
    server.forget();
    page.back();
    page.link("Team 1020").appears();
    let read: Vec<_> = server.api_lines().into_iter().filter(|line| line.starts_with(GROUPS)).collect();
    assert_eq!(read.len(), 2, "{read:?}");
    server.heal();
    server.disturb(GROUPS, Fault::Answer(500, json!({ "message": "500 Internal Server Error" })));
    page.reload();
    let alert = page.alert("GitLab had an internal error").appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    alert.vanishes();
    page.link("Platform").appears();
}

#[test]
fn a_group_has_its_integrations_its_subgroups_and_a_way_to_its_projects() {
    let server = newer();
    let page = server.open(&server.at_gitlab("groups/platform"));
    page.heading("Platform").appears();
    let active = page.role("region").named("Active");
    active.shows("1 integration").shows("Slack notifications");
    page.link("Open in GitLab (opens a new tab)")
        .has("href", &format!("{}/groups/platform", server.origin()));
    active.shows("Posts messages about each project of the group to Slack channels.");
    // Only projects have it, and all app stores.
    page.role("region").named("Available").appears().without_text("Jenkins").without_text("App stores");
    page.link("Cloud").within(page.role("region").named("Subgroups")).click();
    page.heading("Platform / Cloud").appears();
    page.role("listitem")
        .with_text("Slack notifications")
        .within(page.role("region").named("Active"))
        .shows("from group");
    page.link("Search its projects").click();
    page.role("searchbox").named(sentences::SEARCH_PROJECTS_OF_GITLAB).holds("platform cloud");
    page.heading("Projects found").appears();
}

#[test]
fn what_saving_and_disabling_do_below_the_group_is_said_before() {
    let server = newer();
    let groups = count(&server, "/groups/platform/descendant_groups?per_page=100");
    let projects = count(&server, "/groups/platform/projects?include_subgroups=true&per_page=100");
    assert!(groups > 1 && projects > 1 && projects < 100, "{groups} {projects}");
    let page = server.open(&server.at_gitlab("groups/platform/slack"));
    page.heading("Slack notifications").appears();
    let there_are = format!("There are {groups} subgroups and {projects} projects in this group");
    page.sees("What you save is passed on to subgroups and projects");
    page.sees(&format!("{there_are}, at any depth."));
    page.sees("Those that inherit these settings get what you save, in the background.");
    page.sees("Those that have no settings of this integration get it too.");
    page.sees("Those with settings of their own keep them.");
    page.button("Disable…").click();
    page.role("alertdialog")
        .named("Disable Slack notifications in platform?")
        .shows("GitLab does not pass this on: subgroups and projects that inherit it keep their settings, and it stays active there.")
        .shows(&there_are);
    assert_eq!(server.writes(), []);
}

#[test]
fn an_integration_of_a_group_is_set_up_changed_and_disabled() {
    let server = newer();
    let (group, project) = (number(&server, "logistics"), {
        let all = server.ask_gitlab("GET", "/groups/logistics/projects?include_subgroups=true", None);
        all[0]["id"].as_u64().unwrap()
    });
    let line = |method: &str| format!("{method} /api/v4/groups/{group}/integrations/emails-on-push");
    let page = server.open(&server.at_gitlab("groups/logistics/emails-on-push"));
    page.field("Recipients").fill("ann@test.example");
    page.button(sentences::SET_UP).click();
    page.role("status").shows("Emails on push is set up in logistics.").shows(sentences::PASSED_ON);
    let writes = server.writes();
    assert_eq!((writes.len(), &writes[0].0), (1, &line("PUT")));
    assert_eq!(writes[0].1["recipients"], "ann@test.example");
    page.becomes("passed on", || server.active_in(project).contains(&"emails-on-push".to_owned()));
    server.forget();
    page.switch("Omit diffs").click();
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved in logistics.").shows(sentences::PASSED_ON);
    let writes = server.writes();
    assert_eq!((writes.len(), &writes[0].0), (1, &line("PUT")));
    assert_eq!(writes[0].1["disable_diffs"], true);
    page.becomes("passed on again", || {
        server.integration_of(project, "emails-on-push")["properties"]["disable_diffs"] == true
    });
    server.forget();
    page.button("Disable…").click();
    page.button("Disable").click();
    page.role("status").shows("Emails on push is disabled in logistics.");
    assert_eq!(server.writes(), [(line("DELETE"), json!(null))]);
    page.sees(sentences::IT_IS_NOT_ACTIVE);
    assert!(server.active_in(project).contains(&"emails-on-push".to_owned()));
}

#[test]
fn only_owners_may_manage_the_integrations_of_a_group() {
    let server = newer();
    let config = json!({ "jira": { "url": "" }, "gitlab": { "url": "", "auth": "token" } });
    server.disturb("GET /config.json", Fault::Answer(200, config));
    let page = server.open(&server.at_gitlab("groups/platform"));
    page.field(&format!("Personal access token for {}", server.place())).fill("maintainer-token");
    page.button(sentences::SIGN_IN).click();
    page.heading("Platform").appears();
    page.alert(sentences::NOT_ALLOWED)
        .shows("Only owners of a group can manage its integrations.")
        .without(&page.link("Slack notifications"));
    page.link("Cloud").within(page.role("region").named("Subgroups")).appears();
}

#[test]
fn an_older_gitlab_is_asked_for_no_integrations_of_groups() {
    let server = Server::new().demo(1).gitlab(GitLab::V16_11).start();
    let page = server.open(&server.at_gitlab("groups"));
    page.sees(sentences::GROUPS_NEED_17_9);
    page.link("Platform").click();
    page.heading("Platform").appears();
    page.sees("GitLab 17.9 or newer has an interface for them; this server has GitLab 16.11.0-ee.");
    page.link("Cloud").appears();
    page.go(&server.at_gitlab("groups/platform/slack"));
    page.heading("Slack notifications").appears();
    page.sees(sentences::GROUPS_NEED_17_9);
    let asked = server.api_lines();
    assert!(
        asked.iter().all(|line| !line.contains("/integrations") && !line.contains("/services")),
        "{asked:?}"
    );
}

#[test]
fn a_group_that_is_not_there_says_so() {
    let server = newer();
    let page = server.open(&server.at_gitlab("groups/nowhere"));
    page.alert(sentences::NO_SUCH_GROUP).appears();
    page.link(sentences::BACK_TO_GITLAB_GROUPS).click();
    page.heading(sentences::GITLAB_GROUPS).appears();
}

#[test]
fn every_page_of_groups_is_accessible() {
    let server = newer();
    let page = server.open(&server.at_gitlab("groups"));
    page.button("Subgroups of Shop").click();
    page.link("Backend").appears();
    page.is_accessible("the tree of groups");
    search(&page).fill("shop/backend");
    page.link("Open group shop/backend").appears();
    page.role("table").named("Groups").appears();
    page.is_accessible("groups that were found");
    page.go(&server.at_gitlab("groups/platform"));
    page.link("Cloud").appears();
    page.is_accessible("a group");
    page.button("Disable Slack notifications…").click();
    page.role("alertdialog").named("Disable Slack notifications in platform?").shows("There are ");
    page.is_accessible("disabling in a group");
    page.go(&server.at_gitlab("groups/platform/slack"));
    page.sees("What you save is passed on to subgroups and projects");
    page.is_accessible("the form of a group");
}

//! A project's page: what is active, what can be set up, and projects that are moved, archived or not there.

use patchbay_model::gitlab::{Level, Spec, find};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Locator, Page, Server};
use serde_json::json;

use super::form::WEBSITE;

const DELETE: &str = "DELETE /api/v4/projects/101/integrations/slack";
const GET: &str = "GET /api/v4/projects/101/integrations/slack";

fn part<'p>(page: &'p Page<'_>, name: &str) -> Locator<'p> {
    page.role("region").named(name)
}

#[test]
fn shows_what_is_active_and_what_it_does() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.heading("Shop / Web / Website").appears();
    part(&page, "Active").shows("4 integrations");
    let slack = page
        .role("listitem")
        .with_text(find("slack").expect("in the catalogue").about(Level::Project).as_ref());
    let slack = slack.within(part(&page, "Active"));
    slack.shows("A push to the repository").shows("Changed");
    slack.shows("more");
    page.role("summary").named_like("more events").within(slack).click();
    page.sees("A pipeline changes its status");
    page.link("Open in GitLab (opens a new tab)")
        .has("href", &format!("{}/shop/web/website", server.origin()));
    page.link("Jenkins").within(part(&page, "Active")).click();
    page.heading("Jenkins").appears().has_focus();
    page.back();
    page.heading("Shop / Web / Website").appears();
    page.link("Jenkins").within(part(&page, "Active")).has_focus();
}

#[test]
fn shows_what_the_catalogue_does_not_know() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("platform%2Fobservability%2Falert-rules"));
    let alerts = page.role("listitem").with_text("Alerts endpoint").within(part(&page, "Active"));
    alerts.shows("unknown to Patchbay");
    page.link("Alerts endpoint").click();
    page.heading("Alerts endpoint").appears();
}

#[test]
fn says_which_settings_come_from_the_group() {
    let server = Server::new().demo(1).gitlab(GitLab::V17_9).start();
    let page = server.open(&server.at_gitlab("platform%2Fcloud%2Fbase-images"));
    page.role("listitem").with_text("Slack notifications").within(part(&page, "Active")).shows("from group");
}

#[test]
fn what_can_be_set_up_is_searched_and_shown_by_category() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    let available = part(&page, "Available");
    let slack = page.role("link").named_like("Slack notifications ").within(part(&page, "Available"));
    available.shows("Discord").shows("Bugzilla").without(&slack);
    let other = page.role("link").named_like("Bugzilla").appears();
    page.role("searchbox").named(sentences::SEARCH_AVAILABLE_INTEGRATIONS).fill("microsoft");
    page.role("link").named_like("Microsoft Teams").appears();
    other.vanishes();
    assert!(page.address().ends_with("?q=microsoft"), "{}", page.address());
    page.reload();
    page.role("link").named_like("Microsoft Teams").within(part(&page, "Available")).click();
    page.heading("Microsoft Teams notifications").appears();
    page.back();
    page.role("searchbox").named(sentences::SEARCH_AVAILABLE_INTEGRATIONS).holds("microsoft");
    page.role("searchbox").named(sentences::SEARCH_AVAILABLE_INTEGRATIONS).fill("nothing like it");
    page.sees(sentences::NO_INTEGRATION_MATCHES);
}

#[test]
fn a_category_is_shown_alone_and_back_shows_all_again() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    let chip = |name| page.role("button").named_like(name).within(page.role("group").named("Category"));
    chip("All ").has("aria-pressed", "true");
    chip("Email ").click();
    chip("Email ").has("aria-pressed", "true");
    assert!(page.address().ends_with("?category=mail"), "{}", page.address());
    let cards = page.role("listitem").within(part(&page, "Available"));
    cards.are(1);
    page.role("link").named_like("Pipeline status emails").appears();
    page.back();
    chip("All ").has("aria-pressed", "true");
    page.role("link").named_like("Bugzilla").appears();
    page.go(&server.at_gitlab(&format!("{WEBSITE}?category=wikis&q=confluence")));
    cards.are(1);
    page.role("link").named_like("Confluence").appears();
}

#[test]
fn what_is_no_longer_offered_says_why() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    // It is no choice; who searches for it reads why.
    part(&page, "Available").appears().without_text("Flowdock");
    let search = page.role("searchbox").named(sentences::SEARCH_AVAILABLE_INTEGRATIONS);
    search.fill("flowdock");
    part(&page, "Available").shows(find("flowdock").and_then(Spec::leaving).expect("a sentence"));
    search.fill("jenkins");
    part(&page, "Available").shows("GitLab 13.0 removed it.");
}

#[test]
fn disables_after_saying_what_is_lost() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button("Disable Slack notifications…").click();
    let dialog = page.role("alertdialog").named("Disable Slack notifications in shop/web/website?").appears();
    dialog
        .shows("It stops working at once.")
        .shows("The manual of this GitLab version says that settings are kept, but servers of that age have been seen to clear them.")
        .shows("all settings except secrets, which GitLab does not show: Webhook.");
    let downloads = page.keeps_downloads();
    page.button(sentences::DOWNLOAD_SETTINGS).click();
    dialog.shows("Downloaded as shop-web-website-slack.json.");
    let file = downloads.json("shop-web-website-slack.json");
    assert_eq!(file["project"], "shop/web/website");
    assert_eq!(file["settings"]["push_channel"], "shop-commits");
    assert_eq!(file["secrets_left_out"], json!(["webhook"]));
    page.button("Cancel").click();
    dialog.vanishes();
    let disable = page.button("Disable Slack notifications…").has_focus().click();
    server.forget();
    page.button("Disable").click();
    page.role("status").shows("Slack notifications is disabled in shop/web/website.");
    dialog.vanishes();
    disable.vanishes();
    page.heading("Active").has_focus();
    part(&page, "Active").shows("3 integrations");
    let line = "DELETE /api/v4/projects/101/integrations/slack";
    assert_eq!(server.writes(), [(line.to_owned(), json!(null))]);
    assert!(!server.active_in(101).contains(&"slack".to_owned()));
    page.role("link").named_like("Slack notifications ").within(part(&page, "Available")).appears();
}

#[test]
fn newer_servers_clear_the_settings_and_the_dialog_says_so() {
    let server = Server::new().demo(1).gitlab(GitLab::V17_9).start();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button("Disable Jira…").click();
    page.role("alertdialog")
        .named("Disable Jira in shop/web/website?")
        .shows("GitLab clears its settings. If you set it up again, you have to enter them again.");
}

#[test]
fn a_disabling_that_fails_stays_in_its_dialog() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button("Disable Slack notifications…").click();
    let dialog = page.role("alertdialog").named("Disable Slack notifications in shop/web/website?").appears();
    server.disturb(DELETE, Fault::Answer(403, json!({ "message": "403 Forbidden" })));
    page.button("Disable").click();
    page.alert("Disabling failed: you are not allowed to do this").appears();
    dialog.appears();
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("Slack notifications is disabled in shop/web/website.");
    dialog.vanishes();
}

#[test]
fn a_disabling_without_an_answer_is_looked_at_again() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button("Disable Slack notifications…").click();
    let dialog = page.role("alertdialog").named("Disable Slack notifications in shop/web/website?").appears();
    for (fault, what) in [
        (Fault::Cut, "GitLab cannot be reached"),
        (Fault::Answer(502, json!(null)), "GitLab is not available at the moment"),
        (Fault::Html, "Something other than GitLab answered"),
    ] {
        server.disturb(DELETE, fault);
        page.button("Disable").click();
        page.alert("Disabling failed: it is still active")
            .shows(&format!("{what}. GitLab has not disabled it. Try again."));
        dialog.appears();
        server.heal();
    }
    page.button("Disable").click();
    page.role("status").shows("Slack notifications is disabled in shop/web/website.");
    dialog.vanishes();
}

#[test]
fn it_is_not_known_whether_it_is_disabled_until_it_can_be_read_back() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab(WEBSITE));
    page.button("Disable Slack notifications…").click();
    let dialog = page.role("alertdialog").named("Disable Slack notifications in shop/web/website?").appears();
    server.disturb(DELETE, Fault::Cut);
    server.disturb_after(DELETE, GET, Fault::Cut);
    page.button("Disable").click();
    let alert = page.alert("It is not known yet whether it is disabled");
    alert.shows("GitLab cannot be reached. GitLab may have disabled it anyway. Read back what it has.");
    page.button(sentences::DOWNLOAD_SETTINGS).has("aria-disabled", "true");
    page.button(sentences::READ_IT_BACK).click();
    page.button(sentences::READ_IT_BACK).has_focus();
    alert.appears();
    server.heal();
    server.ask_gitlab("DELETE", "/projects/101/integrations/slack", None);
    page.button(sentences::READ_IT_BACK).click();
    page.role("status").shows("Slack notifications is disabled in shop/web/website.");
    dialog.vanishes();
    part(&page, "Active").shows("3 integrations");
}

#[test]
fn a_project_that_moved_is_opened_where_it_is_now() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("shop%2Fstorefront"));
    page.heading("Shop / Web / Website").appears();
    page.sees(sentences::PROJECT_HAS_MOVED);
    page.sees("Everything here is about shop/web/website, number 101.");
    part(&page, "Active").shows("4 integrations");
    page.link("Jira").within(part(&page, "Active")).click();
    page.heading("Jira").appears();
    assert!(page.address().ends_with("/101/jira"), "{}", page.address());
}

#[test]
fn an_archived_project_takes_no_changes() {
    let server = Server::demo();
    let archived = server.ask_gitlab("GET", "/projects?archived=true&per_page=100", None);
    let id = archived
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["id"].as_u64())
        .find(|id| !server.active_in(*id).is_empty());
    let id = id.unwrap_or_else(|| archived[0]["id"].as_u64().unwrap());
    if server.active_in(id).is_empty() {
        server.put_integration(
            id,
            "external-wiki",
            &json!({ "external_wiki_url": "https://wiki.test.example" }),
        );
    }
    let page = server.open(&server.at_gitlab(&id.to_string()));
    page.sees(sentences::PROJECT_IS_ARCHIVED);
    page.sees("GitLab does not accept changes until the project is unarchived");
    page.role("button").named_like("Disable").within(part(&page, "Active")).has("aria-disabled", "true");
}

#[test]
fn a_project_that_is_not_there_and_one_that_is_not_ours_look_the_same() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("4711"));
    page.alert(sentences::NO_SUCH_PROJECT)
        .shows("or you are not a member of it: GitLab does not tell the two apart.");
    page.link(sentences::BACK_TO_GITLAB_PROJECTS).click();
    page.heading(sentences::GITLAB_PROJECTS).appears().has_focus();
    page.go(&server.at_gitlab("no%2Fsuch%2Fthing"));
    page.alert(sentences::NO_SUCH_PROJECT).appears();
}

#[test]
fn a_proxy_that_breaks_encoded_slashes_is_got_around() {
    let server = Server::demo();
    let path = "GET /api/v4/projects/shop%2Fweb%2Fwebsite";
    server.disturb(path, Fault::Answer(404, json!({ "error": "404 Not Found" })));
    let page = server.open(&server.at_gitlab("shop%2Fweb%2Fwebsite"));
    page.heading("Shop / Web / Website").appears();
    part(&page, "Active").shows("4 integrations").without_text(sentences::PROJECT_HAS_MOVED);
    assert!(server.api_lines().contains(&path.to_owned()), "{:?}", server.api_lines());
}

#[test]
fn servers_before_14_4_call_them_services() {
    let server = Server::new().demo(1).gitlab(GitLab::V13_12).start();
    let page = server.open(&server.at_gitlab(WEBSITE));
    part(&page, "Active").shows("4 integrations");
    server.forget();
    page.link("Emails on push").within(part(&page, "Active")).click();
    page.heading("Emails on push").appears();
    page.switch("Omit diffs").click();
    page.button("Save 1 change").click();
    page.role("status").shows("is saved");
    let lines = server.api_lines();
    assert!(lines.contains(&"PUT /api/v4/projects/101/services/emails-on-push".to_owned()), "{lines:?}");
    assert!(!lines.iter().any(|line| line.contains("/integrations")), "{lines:?}");
}

#[test]
fn servers_before_14_4_are_known_by_a_form_that_is_opened_by_its_address() {
    let server = Server::new().demo(1).gitlab(GitLab::V13_12).start();
    let page = server.open(&server.at_gitlab("101/emails-on-push"));
    page.field("Recipients").holds("shop@example.com\nwebsite@example.com").fill("ann@test.example");
    server.forget();
    page.button("Save 1 change").click();
    page.role("status").shows("Emails on push is saved in ");
    assert_eq!(server.writes()[0].0, "PUT /api/v4/projects/101/services/emails-on-push");
    page.go(&server.at_gitlab("101/discord"));
    page.button(sentences::SET_UP).appears();
    page.sees("Not set up yet");
}

#[test]
fn an_address_on_a_server_that_is_not_listed_says_which_are() {
    let server = Server::demo();
    let page = server.open("/gitlab/git.elsewhere.example/101");
    page.alert("Patchbay does not know git.elsewhere.example").appears();
    page.link(&server.place()).click();
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("1–20 of 300 projects");
}

//! Settings of a group that a project uses: shown and not changed, given up for its own, and used again.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Page, Server};
use serde_json::{Value, json};

const PROJECT: &str = "platform/cloud/base-images";
const WEBHOOK: &str = "https://hooks.test.example/T0/B0/X0";

fn newer() -> Server {
    Server::new().demo(1).gitlab(GitLab::V17_9).start()
}

/// The page of Slack in the project that takes its settings from the group.
#[track_caller]
fn open(server: &Server) -> (Page<'_>, u64) {
    let project = server.project(PROJECT);
    let page = server.open(&server.at_gitlab(&format!("{project}/slack")));
    page.heading("Slack notifications").appears();
    (page, project)
}

/// The same, after it was given settings of its own.
#[track_caller]
fn open_own(server: &Server) -> (Page<'_>, u64) {
    let project = server.project(PROJECT);
    let own = json!({ "webhook": WEBHOOK, "channel": "own-channel", "use_inherited_settings": false });
    server.put_integration(project, "slack", &own);
    let (page, project) = open(server);
    server.forget();
    (page, project)
}

/// Opens the dialog that gives up own settings.
#[track_caller]
fn ask(page: &Page<'_>) {
    page.button(&format!("{}…", sentences::USE_INHERITED_SETTINGS)).click();
    dialog(page).appears();
}

fn dialog<'p>(page: &'p Page<'_>) -> patchbay_tests::Locator<'p> {
    page.role("alertdialog").named_like(sentences::USE_INHERITED_SETTINGS)
}

#[track_caller]
fn follow(page: &Page<'_>) {
    page.button(sentences::USE_INHERITED_SETTINGS).within(dialog(page)).click();
}

fn state(server: &Server, project: u64) -> (Value, Value) {
    let now = server.integration_of(project, "slack");
    (now["inherited"].clone(), now["properties"]["channel"].clone())
}

fn inherited() -> (Value, Value) {
    (json!(true), json!("platform-news"))
}

fn own() -> (Value, Value) {
    (json!(false), json!("own-channel"))
}

#[test]
fn inherited_settings_are_shown_and_cannot_be_changed() {
    let server = newer();
    let (page, _) = open(&server);
    let shown = page.role("group").named("Inherited settings");
    shown.shows("platform-news").shows("GitLab does not show it").shows("A comment");
    page.sees(sentences::SETTINGS_ARE_INHERITED)
        .without(&page.role("button").named_like("Save"))
        .without(&page.role("textbox"))
        .without(&page.role("switch"))
        .without(&page.button(&format!("{}…", sentences::USE_INHERITED_SETTINGS)));
}

#[test]
fn own_settings_take_their_place_and_say_so_to_the_server() {
    let server = newer();
    let (page, project) = open(&server);
    server.forget();
    page.button(sentences::USE_OWN_SETTINGS).click();
    page.sees(sentences::IT_WILL_HAVE_ITS_OWN);
    page.field("Webhook").appears();
    page.role("tab").named("JSON").click();
    page.role("group").named("JSON that will be sent").shows("\"use_inherited_settings\": false");
    page.button(sentences::SAVE_OWN_SETTINGS).click();
    page.alert(sentences::ONE_SETTING_NEEDS_ATTENTION).shows("Webhook");
    assert_eq!(server.writes(), []);

    // Nothing that was typed is lost by looking at the inherited ones again.
    page.switch("A comment").click();
    page.button(sentences::KEEP_INHERITED_SETTINGS).click();
    page.sees(sentences::SETTINGS_ARE_INHERITED);
    page.button(sentences::USE_OWN_SETTINGS).click();
    page.switch("A comment").has("aria-checked", "true");
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SAVE_OWN_SETTINGS).click();
    page.role("status").shows("Slack notifications is saved in platform/cloud/base-images.");
    let writes = server.writes();
    assert_eq!((writes.len(), &writes[0].1["use_inherited_settings"]), (1, &json!(false)));
    let there = server.integration_of(project, "slack");
    assert_eq!((&there["inherited"], &there["note_events"]), (&json!(false), &json!(true)));
    page.button(&format!("{}…", sentences::USE_INHERITED_SETTINGS)).appears();
    page.sees("Save").without_text(sentences::IT_WILL_HAVE_ITS_OWN);
}

#[test]
fn unchanged_values_become_its_own_too() {
    let server = newer();
    let (page, project) = open(&server);
    page.button(sentences::USE_OWN_SETTINGS).click();
    page.field("Webhook").fill(WEBHOOK);
    page.button(sentences::SAVE_OWN_SETTINGS).click();
    page.role("status").shows("Slack notifications is saved in ");
    assert_eq!(state(&server, project), (json!(false), json!("platform-news")));
}

#[test]
fn the_groups_settings_take_the_place_of_its_own() {
    let server = newer();
    let (page, project) = open_own(&server);
    page.field("Webhook").fill("https://hooks.test.example/canary-5ecret");
    ask(&page);
    dialog(&page)
        .shows("Its own settings are replaced by those of the nearest group above it")
        .shows("It gets the settings of the group platform:")
        .shows("What you typed in the form, secrets included, is given up.");
    page.run("tree.querySelector('.dialog details').open = true", Vec::new());
    page.role("group")
        .named("JSON that will be sent")
        .within(dialog(&page))
        .shows("\"use_inherited_settings\": true");
    assert_eq!(server.writes(), []);
    follow(&page);
    page.role("status")
        .shows("Slack notifications in platform/cloud/base-images uses inherited settings now.");
    page.role("group").named("Inherited settings").shows("platform-news");
    let writes = server.writes();
    assert_eq!(writes.len(), 1, "{writes:?}");
    let sent = writes[0].1.as_object().unwrap();
    assert_eq!(sent["use_inherited_settings"], true);
    assert_eq!(sent["webhook"], "https://inherited.example.com/:id");
    assert_eq!(sent.len(), 2, "{sent:?}");
    assert_eq!(state(&server, project), inherited());
    page.keeps_nowhere("canary-5ecret");
    page.shows_nowhere("canary-5ecret");
    page.button(sentences::USE_OWN_SETTINGS).click();
    page.field("Webhook").holds("");
}

#[test]
fn what_they_will_be_is_said_only_where_the_groups_may_be_read() {
    let server = newer();
    let (page, _) = open_own(&server);
    // The nearer group uses the settings of the one above it.
    ask(&page);
    dialog(&page).shows("It gets the settings of the group platform:").shows("platform-news");
    let asked: Vec<String> =
        server.api_lines().into_iter().filter(|line| line.contains("/groups/")).collect();
    assert_eq!(asked.len(), 4, "{asked:?}");
    page.button("Cancel").click();
    server.disturb("GET /api/v4/groups/platform", Fault::Answer(403, json!({ "message": "403 Forbidden" })));
    ask(&page);
    dialog(&page)
        .shows("Which settings it gets, GitLab shows only afterwards.")
        .without_text("platform-news");
    assert_eq!(server.writes(), []);
}

#[test]
fn where_there_is_nothing_to_inherit_it_says_so_and_changes_nothing() {
    let server = newer();
    let project = server.project("shop/web/website");
    let before = server.integration_of(project, "slack");
    let page = server.open(&server.at_gitlab(&format!("{project}/slack")));
    page.field("Default channel").fill("typed with care");
    ask(&page);
    follow(&page);
    page.alert("GitLab refused it")
        .shows("No group above it and not the instance has settings of this integration");
    assert_eq!(server.integration_of(project, "slack"), before);
    page.button("Cancel").click();
    page.field("Default channel").holds("typed with care");
}

#[test]
fn a_lost_answer_is_looked_up_and_never_sent_twice() {
    let server = newer();
    let (page, project) = open_own(&server);
    let put = format!("PUT /api/v4/projects/{project}/integrations/slack");
    // Done, but the answer is lost.
    server.disturb(&put, Fault::Done(Box::new(Fault::Half)));
    ask(&page);
    follow(&page);
    page.role("status").shows("uses inherited settings now");
    assert_eq!((server.writes().len(), state(&server, project)), (1, inherited()));
}

#[test]
fn what_was_not_done_can_be_tried_again() {
    let server = newer();
    let (page, project) = open_own(&server);
    let put = format!("PUT /api/v4/projects/{project}/integrations/slack");
    server.disturb(&put, Fault::Answer(500, json!({ "message": "500 Internal Server Error" })));
    ask(&page);
    follow(&page);
    page.alert("Nothing was changed: GitLab had an internal error").appears();
    assert_eq!(state(&server, project), own());
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("status").shows("uses inherited settings now");
    assert_eq!(state(&server, project), inherited());
}

#[test]
fn what_is_not_known_is_read_back() {
    let server = newer();
    let (page, project) = open_own(&server);
    let line = format!("/api/v4/projects/{project}/integrations/slack");
    server.disturb(&format!("PUT {line}"), Fault::Done(Box::new(Fault::Half)));
    let error = Fault::Answer(500, json!({ "message": "500 Internal Server Error" }));
    server.disturb_after(&format!("PUT {line}"), &format!("GET {line}"), error);
    ask(&page);
    follow(&page);
    page.alert("It is not known yet whether it uses inherited settings").appears();
    server.heal();
    page.button(sentences::READ_IT_BACK).click();
    page.role("status").shows("uses inherited settings now");
    assert_eq!((server.writes().len(), state(&server, project)), (1, inherited()));
}

#[test]
fn what_somebody_else_changed_meanwhile_is_shown_before_it_is_replaced() {
    let server = newer();
    let (page, project) = open_own(&server);
    let theirs = json!({ "webhook": WEBHOOK, "channel": "theirs", "use_inherited_settings": false });
    server.put_integration(project, "slack", &theirs);
    ask(&page);
    follow(&page);
    page.alert("It still is not as asked").shows("Somebody else changed it meanwhile, so nothing was sent.");
    page.button("Cancel").click();
    page.field("Default channel").holds("theirs");
    assert_eq!(server.writes(), []);
    ask(&page);
    follow(&page);
    page.role("status").shows("uses inherited settings now");
}

#[test]
fn waiting_can_be_given_up() {
    let server = newer();
    let (page, project) = open_own(&server);
    server.disturb(&format!("PUT /api/v4/projects/{project}/integrations/slack"), Fault::Held);
    ask(&page);
    follow(&page);
    page.becomes("the server has it", || {
        server.requests().iter().any(|request| request.line.starts_with("PUT "))
    });
    page.passes_time();
    page.button(sentences::STOP_WAITING).click();
    page.alert("Nothing was changed").shows("There was no answer yet.");
    server.heal();
    page.button("Cancel").click();
    page.field("Default channel").holds("own-channel");
}

#[test]
fn somebody_who_makes_it_inherit_meanwhile_takes_nothing_that_was_typed() {
    let server = newer();
    let (page, project) = open_own(&server);
    page.field("Default channel").fill("typed with care");
    page.field("Webhook").fill(WEBHOOK);
    let theirs = json!({ "webhook": WEBHOOK, "use_inherited_settings": true });
    server.put_integration(project, "slack", &theirs);
    page.button("Save 2 changes").click();
    page.alert("Somebody made it use inherited settings meanwhile.").appears();
    page.sees(sentences::IT_WILL_HAVE_ITS_OWN);
    page.field("Default channel").holds("typed with care");
    assert_eq!(server.writes(), []);
    page.button(sentences::SAVE_OWN_SETTINGS).click();
    page.role("status").shows("Slack notifications is saved in ");
    assert_eq!(state(&server, project), (json!(false), json!("typed with care")));
}

#[test]
fn disabling_says_that_the_link_stays() {
    let server = newer();
    let (page, project) = open(&server);
    page.button("Disable…").click();
    page.role("alertdialog").named_like("Disable").shows(sentences::DISABLING_KEEPS_THE_LINK);
    page.button("Cancel").click();
    // In the list likewise; of what has its own, not.
    page.go(&server.at_gitlab(&project.to_string()));
    page.button("Disable Slack notifications…").click();
    page.role("alertdialog").named_like("Disable").shows(sentences::DISABLING_KEEPS_THE_LINK);
    page.go(&server.at_gitlab("101/slack"));
    page.heading("Slack notifications").appears();
    page.button("Disable…").click();
    page.role("alertdialog")
        .named_like("Disable")
        .shows("It stops working at once.")
        .without_text(sentences::DISABLING_KEEPS_THE_LINK);
}

#[test]
fn servers_that_do_not_know_inheritance_are_not_asked_for_it() {
    let server = Server::demo();
    let page = server.open(&server.at_gitlab("101/slack"));
    page.field("Webhook").appears().without(&page.button(&format!("{}…", sentences::USE_INHERITED_SETTINGS)));
    page.field("Webhook").fill(WEBHOOK);
    server.forget();
    page.role("button").named_like("Save").click();
    page.role("status").shows("Slack notifications is saved in ");
    assert_eq!(server.writes()[0].1.get("use_inherited_settings"), None);
}

#[test]
fn a_group_that_still_shows_what_it_had_is_read_again() {
    let server = newer();
    let get =
        |server: &Server| server.ask_as_owner("GET", "/groups/platform%2Fcloud/integrations/slack", None);
    let page = server.open(&server.at_gitlab("groups/platform%2Fcloud/slack"));
    page.sees(sentences::SETTINGS_ARE_INHERITED);
    page.button(sentences::USE_OWN_SETTINGS).click();
    page.field("Webhook").fill(WEBHOOK);
    page.field("Default channel").fill("cloud-only");
    page.button(sentences::SAVE_OWN_SETTINGS).click();
    page.role("status").shows("Slack notifications is saved in platform/cloud.");
    let mut old = get(&server);
    assert_eq!((&old["inherited"], &old["properties"]["channel"]), (&json!(false), &json!("cloud-only")));

    // GitLab has set the link, and its queue takes its time.
    old["inherited"] = json!(true);
    let group = server.ask_gitlab("GET", "/groups/platform%2Fcloud", None)["id"].clone();
    let line = format!("/api/v4/groups/{group}/integrations/slack");
    let (put, read) = (format!("PUT {line}"), format!("GET {line}"));
    server.disturb_after(&put, &read, Fault::Answer(200, old));
    ask(&page);
    dialog(&page).shows("It gets the settings of the group platform:");
    server.forget();
    follow(&page);
    page.sees(sentences::GITLAB_COPIES_THEM);
    page.role("group").named("Inherited settings").shows("cloud-only");
    assert_eq!(server.writes().len(), 1);
    page.becomes("copied", || get(&server)["properties"]["channel"] == "platform-news");
    server.heal();
    page.button("Read again").click();
    page.role("group").named("Inherited settings").shows("platform-news");
    page.sees(sentences::SETTINGS_ARE_INHERITED).without_text(sentences::GITLAB_COPIES_THEM);
}

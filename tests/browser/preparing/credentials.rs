//! Replacing credentials: one of those that sign in alike goes first, and the secret goes where it must and nowhere else.

use super::{choose, patches, refuses};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server, keys};
use serde_json::json;

const ROUTE: &str = "/integrations/plan/credentials";
const TOKEN: &str = "canary-7f3a-s3cret";
/// Those at github.acme.example; the first was indexed three days ago, the second last, the third never.
const THREE: [&str; 3] = ["platform-core", "security-tools", "design-system"];
const FIRST: &str = "security-tools";

fn put(server: &Server, name: &str) -> String {
    format!("PUT /rest/gitplugin/1.0/integration/{}", server.id(name))
}

/// Enters the token for the three, and opens the plan.
#[track_caller]
fn at_the_plan(server: &Server) -> Page<'_> {
    let page = choose(server, &THREE, ROUTE);
    page.heading(sentences::REPLACE_CREDENTIALS).appears();
    page.field("Personal access token").fill(TOKEN);
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Replace the credentials of 3 integrations").appears();
    server.forget();
    page
}

#[track_caller]
fn is_nowhere(page: &Page<'_>) {
    page.keeps_nowhere(TOKEN);
    page.shows_nowhere(TOKEN);
}

#[test]
fn one_goes_first_and_the_others_wait_for_a_word() {
    let server = Server::demo();
    let page = choose(&server, &THREE, ROUTE);
    page.sees(sentences::JIRA_CANNOT_TEST_CREDENTIALS);
    page.role("region").named("github.acme.example").shows("Jira does not report which, nor the user name.");
    page.field("Personal access token").fill(TOKEN);
    page.field("Personal access token").has("type", "password");
    assert!(!page.text().contains(TOKEN));
    page.keeps_nowhere(TOKEN);
    page.is_accessible("replacing credentials");
    server.forget();
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Replace the credentials of 3 integrations").appears();
    page.sees("3 to change · nothing was sent yet");
    page.sees("Goes first");
    page.sees("as stored → new value");
    is_nowhere(&page);
    page.button("Details of security-tools").click();
    page.role("dialog").shows("Personal access token: as stored → new value");
    is_nowhere(&page);
    page.press(keys::Escape);
    assert_eq!(server.writes(), []);

    page.button("Apply to 3").click();
    page.alert("security-tools has the new token").shows("2 others are waiting.");
    page.alert("security-tools has the new token").shows(sentences::JIRA_CANNOT_TEST_CREDENTIALS);
    page.is_accessible("a canary");
    assert_eq!(patches(&server), [(server.id(FIRST), json!({ "pat": TOKEN }))]);
    is_nowhere(&page);

    // The plan waits while somebody looks whether Jira finds the repositories.
    page.link(&format!("{}: security-tools", sentences::REINDEX_AND_LOOK)).click();
    page.heading("Reindex security-tools").appears();
    page.link(sentences::PLANS).click();
    page.button("Continue with 2").click();
    page.sees("3 done");
    let mut others: Vec<_> = patches(&server).into_iter().skip(1).collect();
    others.sort_by_key(|(id, _)| *id);
    let both = [server.id("platform-core"), server.id("design-system")];
    assert_eq!(others, both.map(|id| (id, json!({ "pat": TOKEN }))));
    is_nowhere(&page);
    let carrying = server.requests().into_iter().filter(|request| request.text.contains(TOKEN));
    assert_eq!(carrying.filter(|request| !request.line.contains(TOKEN)).count(), 3);
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    is_nowhere(&page);
}

/// A token that a Jira or the proxy before it takes amiss must not be sent forty times.
#[test]
fn a_401_or_403_at_the_first_one_stops_all() {
    for (status, said) in [(401, "You are signed out of Jira."), (403, sentences::NOT_ALLOWED)] {
        let server = Server::demo();
        let page = at_the_plan(&server);
        server.disturb(&put(&server, FIRST), Fault::Answer(status, json!({ "message": "no" })));
        page.button("Apply to 3").click();
        let alert = page.alert("The plan has stopped: the others would fail alike").appears();
        alert.shows(said);
        page.sees("2 waiting");
        assert_eq!(patches(&server).len(), 1, "{status}");
        is_nowhere(&page);

        server.heal();
        page.button("Go on").click();
        page.alert("security-tools has the new token").appears();
        assert_eq!(patches(&server).len(), 2, "{status}");
        page.button("Continue with 2").click();
        page.sees("3 done");
        let ids: Vec<i64> = patches(&server).into_iter().map(|(id, _)| id).collect();
        assert_eq!((ids.len(), ids[..2].to_vec()), (4, vec![server.id(FIRST), server.id(FIRST)]), "{status}");
        is_nowhere(&page);
        page.complains_of(&[&status.to_string()]);
    }
}

/// As one whose host has locked the account: nothing is sent before a person says so.
#[test]
fn a_first_one_that_is_refused_holds_the_others_back() {
    let server = Server::demo();
    let page = at_the_plan(&server);
    let refusal = json!({ "success": false, "error": "The token cannot be used." });
    server.disturb(&put(&server, FIRST), Fault::Answer(200, refusal));
    page.button("Apply to 3").click();
    page.alert("security-tools was not changed").shows("Nothing was sent to the others.");
    page.button("Details of security-tools").click();
    page.role("dialog").shows("The token cannot be used.");
    page.press(keys::Escape);
    assert_eq!(patches(&server).len(), 1);
    server.heal();
    page.button("Retry 1 failed").click();
    page.alert("security-tools has the new token").appears();
    assert_eq!(patches(&server).len(), 2);
    page.button("Send nothing to the others").click();
    page.sees("1 done");
    page.sees("stopped");
    assert_eq!(patches(&server).len(), 2);
    is_nowhere(&page);
}

#[test]
fn where_the_first_choice_is_left_out_the_next_goes_first() {
    let server = Server::demo();
    let page = at_the_plan(&server);
    page.role("checkbox").named("Include security-tools").click();
    page.button("Apply to 2").click();
    page.alert("platform-core has the new token").appears();
    assert_eq!(patches(&server), [(server.id("platform-core"), json!({ "pat": TOKEN }))]);
    page.button("Continue with 1").click();
    page.sees("2 done");
    assert_eq!(patches(&server).len(), 2);
}

#[test]
fn each_host_has_its_own_and_what_is_left_empty_stays() {
    let server = Server::demo();
    let names = ["platform-core", "security-tools", "mobile", "infrastructure", "firmware", "/jira/repos/*"];
    let page = choose(&server, &names, ROUTE);
    page.sees("1 integration is left out");
    page.sees("A folder on the Jira server has no credentials. /jira/repos/*");
    let host = |host: &'static str| page.role("region").named(host);
    host("gitlab.acme.example").shows("They sign in with a personal access token.");
    host("gerrit.acme.example").shows("Jira does not report the user name.");
    let show = page.button(sentences::SHOW_THE_PLAN);
    show.has("aria-disabled", "true");
    let token = |of: &'static str| page.field("Personal access token").within(host(of));
    token("github.acme.example").fill(TOKEN);
    token("gitlab.acme.example").fill("glpat-canary");
    show.click();
    page.heading("Replace the credentials of 4 integrations").appears();
    page.sees("4 to change · 2 unchanged");
    page.button("Details of firmware").click();
    page.role("dialog").shows("No new credentials were entered for it.");
    page.press(keys::Escape);
    server.forget();
    page.button("Apply to 4").click();
    page.alert("have new credentials").shows("2 others are waiting.");
    let mut first = patches(&server);
    first.sort_by_key(|(id, _)| *id);
    let mut wanted = vec![
        (server.id("security-tools"), json!({ "pat": TOKEN })),
        (server.id("infrastructure"), json!({ "pat": "glpat-canary" })),
    ];
    wanted.sort_by_key(|(id, _)| *id);
    assert_eq!(first, wanted);
    page.button("Continue with 2").click();
    page.sees("4 done");
}

#[test]
fn a_password_goes_with_its_user_name() {
    let server = Server::demo();
    let page = choose(&server, &["firmware", "warehouse-classic", "device-cloud"], ROUTE);
    let show = page.button(sentences::SHOW_THE_PLAN);
    let host = |host: &'static str| page.role("region").named(host);
    let gerrit = "gerrit.acme.example";
    page.field("Password").within(host(gerrit)).fill("S3cret word");
    refuses(&page, "gerrit.acme.example: Enter the user name too.");
    page.field("User name").within(host(gerrit)).fill("svc-jira");
    assert_eq!(show.attribute("aria-disabled"), None);
    page.field("Password").within(host(gerrit)).fill("");
    refuses(&page, "gerrit.acme.example: Enter the password too.");
    page.field("Password").within(host(gerrit)).fill("S3cret word");
    let tfs = "tfs.acme.example";
    page.role("radio").named("Personal access token").within(host(tfs)).click();
    page.field("Personal access token").within(host(tfs)).fill("Bearer canary");
    refuses(
        &page,
        "tfs.acme.example: Personal access token: Remove “Bearer” from the beginning. Enter only the token.",
    );
    page.field("Personal access token").within(host(tfs)).fill(TOKEN);
    let aws = "git-codecommit.eu-west-1.amazonaws.com";
    page.field("Access key ID").within(host(aws)).fill("AKIAIOSFODNN7EXAMPLE");
    page.field("Secret access key").within(host(aws)).fill("canary/key");
    show.click();
    page.sees("3 to change");
    server.forget();
    page.button("Apply to 3").click();
    page.sees("3 done");
    let mut patches = patches(&server);
    patches.sort_by_key(|(id, _)| *id);
    let mut wanted = vec![
        (server.id("firmware"), json!({ "username": "svc-jira", "password": "S3cret word" })),
        (server.id("warehouse-classic"), json!({ "username": "all", "pat": TOKEN })),
        (server.id("device-cloud"), json!({ "username": "AKIAIOSFODNN7EXAMPLE", "password": "canary/key" })),
    ];
    wanted.sort_by_key(|(id, _)| *id);
    assert_eq!(patches, wanted);
}

#[test]
fn a_plan_that_is_discarded_forgets_the_secret() {
    let server = Server::demo();
    let page = at_the_plan(&server);
    page.button("Discard plan").click();
    page.is_at("/integrations");
    is_nowhere(&page);
    page.go("/integrations/plan");
    page.heading(sentences::NO_PLAN_IS_OPEN).appears();
    is_nowhere(&page);
    assert!(!server.requests().iter().any(|request| request.text.contains(TOKEN)));
}

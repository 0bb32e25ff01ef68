//! What a check tells of a GitLab.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, GitLab, Page, Server};
use serde_json::json;

use super::{at, card, configure, enter, open_about, sign_in_as_user};

const VERSION: &str = "GET /api/v4/version";

#[test]
fn each_trouble_is_told_from_the_others() {
    let server = Server::demo();
    let page = open_about(&server, "gitlab", "", "session");
    let place = server.place();
    card(&page, "GitLab", &place).shows("Works");
    for (line, fault, title, step) in [
        (
            VERSION,
            Fault::Html,
            "Something other than GitLab answers",
            "Open GitLab in a new tab, sign in there",
        ),
        (VERSION, Fault::Answer(404, json!({})), "GitLab is not at this address", "(its relative URL root)"),
        (
            VERSION,
            Fault::Answer(502, json!({})),
            "GitLab has an internal error",
            "check again in some minutes",
        ),
        (
            VERSION,
            Fault::Answer(200, json!({ "version": "12.6.8-ee" })),
            "GitLab is too old",
            "runs GitLab 12.6.8-ee. Patchbay needs GitLab 12.7 or later",
        ),
        (
            "GET /help",
            Fault::Html,
            "Changes would be refused",
            "set \"auth\": \"token\" for it in config.json",
        ),
    ] {
        server.disturb(line, fault);
        page.button(sentences::CHECK_AGAIN).click();
        card(&page, "GitLab", &place).shows(title).shows(step).shows("Fails");
        server.heal();
    }
}

#[test]
fn a_token_is_told_wrong_expired_or_revoked() {
    let server = Server::demo();
    let page = open_about(&server, "gitlab", "", "token");
    let place = server.place();
    let gitlab = card(&page, "GitLab", &place);
    enter(&page, &place, sentences::ENTER_A_TOKEN, "wrong");
    gitlab.shows("GitLab answers, but the token may be mistyped, expired or revoked.");
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "expired-token");
    gitlab.shows("GitLab answers, but the token is expired.");
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "revoked-token");
    gitlab.shows("GitLab answers, but the token was revoked.");
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "developer-token");
    gitlab.shows("The token belongs to Dev Developer.").shows(sentences::YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS);
}

#[test]
fn what_a_token_may_do_is_told_where_gitlab_tells_it() {
    let server = Server::new().demo(3).gitlab(GitLab::V17_9).start();
    let page = open_about(&server, "gitlab", "", "token");
    let place = server.place();
    let gitlab = card(&page, "GitLab", &place);
    enter(&page, &place, sentences::ENTER_A_TOKEN, "read-token");
    gitlab
        .shows("The token may only read: it has the scope read_api, not api.")
        .shows(sentences::PROJECT_CAN_BE_READ)
        .shows("Works for reading only")
        .shows("Create another one in GitLab under Preferences, Access tokens, with the scope api");
    page.is_accessible("a token that may only read");
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "repository-token");
    gitlab.shows("The token may not read who it belongs to.").shows(sentences::THE_TOKEN_HAS_TOO_FEW_RIGHTS);
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "ending-token");
    gitlab
        .shows(sentences::TOKEN_MAY_CHANGE_INTEGRATIONS)
        .shows("The token expires on ")
        .shows("This GitLab has everything that Patchbay needs.");
}

#[test]
fn what_no_gitlab_before_15_5_tells_stays_open() {
    let server = Server::demo();
    let page = open_about(&server, "gitlab", "", "token");
    let place = server.place();
    let gitlab = card(&page, "GitLab", &place);
    enter(&page, &place, sentences::ENTER_A_TOKEN, "profile-token");
    gitlab
        .shows("The token belongs to Mara Maintainer.")
        .shows(sentences::RIGHTS_OF_TOKEN_NOT_KNOWN)
        .shows("The token may not read projects.")
        .shows(sentences::THE_TOKEN_HAS_TOO_FEW_RIGHTS);
    enter(&page, &place, sentences::ENTER_ANOTHER_TOKEN, "maintainer-token");
    gitlab.shows(sentences::RIGHTS_OF_TOKEN_NOT_KNOWN).shows(sentences::WORKS_FOR_READING);
}

#[test]
fn who_maintains_no_project_is_told_so() {
    let server = Server::new().demo(3).signed_out().start();
    let page = Page::blank(&server);
    sign_in_as_user(&page, &server);
    configure(&server, json!({ "gitlab": { "url": "", "auth": "session" } }));
    page.go(&at(&server));
    page.reload();
    card(&page, "GitLab", &server.place())
        .shows("You are signed in as Dev Developer.")
        .shows("You are not a maintainer of any project.")
        .shows(sentences::YOU_HAVE_NO_RIGHTS_TO_INTEGRATIONS)
        .shows("Ask an owner of the project to make you a maintainer");
}

#[test]
fn a_session_that_has_ended_is_told() {
    let server = Server::demo();
    let page = open_about(&server, "gitlab", "", "session");
    card(&page, "GitLab", &server.place()).shows("Works");
    server.sandbox().end_all_sessions();
    page.button(sentences::CHECK_AGAIN).click();
    card(&page, "GitLab", &server.place())
        .shows(sentences::YOU_ARE_SIGNED_OUT)
        .shows("Sign in to GitLab, then check again.");
}

#[test]
fn an_old_gitlab_calls_them_services() {
    let server = Server::new().demo(3).gitlab(GitLab::V13_12).start();
    let page = open_about(&server, "gitlab", "", "session");
    card(&page, "GitLab", &server.place())
        .shows("It is GitLab 13.12.0-ee.")
        .shows("Integrations of a project can be read, under their old name “services”.")
        .shows("Works");
}

#[test]
fn one_without_a_list_is_too_old_whatever_it_says() {
    let server = Server::demo();
    server.disturb(VERSION, Fault::Answer(403, json!({})));
    let unknown = || Fault::Answer(404, json!({ "error": "404 Not Found" }));
    let projects = json!([{ "id": 101 }]);
    server.disturb("GET /api/v4/projects", Fault::Answer(200, projects));
    server.disturb("GET /api/v4/projects/101/integrations", unknown());
    server.disturb("GET /api/v4/projects/101/services", unknown());
    let page = open_about(&server, "gitlab", "", "session");
    card(&page, "GitLab", &server.place())
        .shows("GitLab does not say which version it is.")
        .shows("GitLab is too old");
}

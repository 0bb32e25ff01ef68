//! What a check tells of a GitLab.

use patchbay_tests::{Fault, GitLab, Server};
use serde_json::json;

use super::{card, enter, open_about};

const VERSION: &str = "GET /api/v4/version";
const SELF: &str = "GET /api/v4/personal_access_tokens/self";

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
            "GitLab has an error of its own",
            "check again in some minutes",
        ),
        (
            VERSION,
            Fault::Answer(200, json!({ "version": "12.6.8-ee" })),
            "GitLab is too old",
            "runs GitLab 12.6.8-ee. Patchbay needs GitLab 12.7 or later",
        ),
        (
            "GET /api/v4/user",
            Fault::Answer(401, json!({})),
            "You are signed out",
            "Sign in to GitLab, then check again.",
        ),
        (
            "GET /help",
            Fault::Html,
            "Changes would be refused",
            "set \"auth\": \"token\" for it in config.json",
        ),
        (
            "GET /api/v4/projects",
            Fault::Answer(200, json!([])),
            "You have no rights to integrations",
            "belong to its maintainers and owners",
        ),
    ] {
        server.disturb(line, fault);
        page.button("Check again").click();
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
    enter(&page, &place, "Enter a token", "wrong");
    gitlab.shows("GitLab answers, but the token may be mistyped, expired or revoked.");
    enter(&page, &place, "Enter another token", "expired-token");
    gitlab.shows("GitLab answers, but the token is expired.");
    enter(&page, &place, "Enter another token", "revoked-token");
    gitlab.shows("GitLab answers, but the token was revoked.");
    enter(&page, &place, "Enter another token", "developer-token");
    gitlab.shows("The token belongs to Dev Developer.").shows("You have no rights to integrations");
}

#[test]
fn what_a_token_may_do_is_told_where_gitlab_tells_it() {
    let server = Server::demo();
    let page = open_about(&server, "gitlab", "", "token");
    let place = server.place();
    let gitlab = card(&page, "GitLab", &place);
    enter(&page, &place, "Enter a token", "maintainer-token");
    gitlab.shows("GitLab does not say what the token may do.").shows("Works for reading");
    server.disturb(SELF, Fault::Answer(200, json!({ "scopes": ["read_api", "read_user"] })));
    page.button("Check again").click();
    gitlab
        .shows("The token may not change anything: it has only read_api, read_user.")
        .shows("The token may do too little");
    page.is_accessible("a token that may do too little");
    server.disturb(SELF, Fault::Answer(200, json!({ "scopes": ["api"], "expires_at": "2020-03-04" })));
    page.button("Check again").click();
    gitlab
        .shows("The token may change integrations: it has the scope api.")
        .shows("The token ends on ")
        .shows("Everything that Patchbay needs of this GitLab is there.");
    server.disturb("GET /api/v4/user", Fault::Answer(403, json!({ "error": "insufficient_scope" })));
    page.button("Check again").click();
    gitlab.shows("The token may not even read who it belongs to.").shows("The token may do too little");
}

#[test]
fn an_old_gitlab_calls_them_services() {
    let server = Server::new().demo(3).gitlab(GitLab::ServicesOnly).start();
    let page = open_about(&server, "gitlab", "", "session");
    card(&page, "GitLab", &server.place())
        .shows("It is GitLab 14.3.0.")
        .shows("Integrations of a project can be read, by their old name services.")
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

//! What config.json says of GitLab servers: one, several, none beside it, and what is wrong with it.

use patchbay_model::text::url::{SCHEME, UrlError};
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Server};
use serde_json::{Value, json};

const CONFIG: &str = "GET /config.json";

fn of_page(server: &str) -> String {
    format!("gitlab.url is the address of a page or of the API. Write the server’s: “{server}”.")
}

#[track_caller]
fn configure(server: &Server, config: Value) {
    server.disturb(CONFIG, Fault::Answer(200, config));
}

#[test]
fn wrong_entries_are_named_each_with_its_sentence() {
    let server = Server::demo();
    let page = server.open("");
    for (gitlab, sentence) in [
        (json!(5), "gitlab must be an object such as { \"url\": \"\", \"auth\": \"session\" }."),
        (json!({ "url": 5 }), "gitlab.url must be text: the address of GitLab, or \"\" for the page’s own."),
        (json!({ "url": "ftp://git.example.org" }), &format!("gitlab.url: {SCHEME}")),
        (json!({ "url": "https://git.example.org/?x=1" }), "gitlab.url must end before the “?”."),
        (
            json!({ "url": "https://ann:secret@git.example.org" }),
            "gitlab.url must not contain a user name or password: everybody who opens this page can read the file.",
        ),
        (json!({ "url": "https://git.example.org/api/v4" }), &of_page("https://git.example.org")),
        (json!({ "url": "https://git.example.org/git/api/v4/" }), &of_page("https://git.example.org/git")),
        (json!({ "url": "https://git.example.org/users/sign_in" }), &of_page("https://git.example.org")),
        (json!({ "url": "https://git.example.org/-/profile" }), &of_page("https://git.example.org")),
        (json!({ "url": "https://git.mün!chen.example" }), &format!("gitlab.url: {}", UrlError::Host)),
        (
            json!({ "url": "https://git.xn--\u{fc}\u{fc}.example" }),
            &format!("gitlab.url: {}", UrlError::Host),
        ),
        (
            json!([{ "url": "https://git.MÜNCHEN.example" }, { "url": "https://git.xn--mnchen-3ya.example:443/" }]),
            "gitlab: git.xn--mnchen-3ya.example is listed twice.",
        ),
        (json!({ "url": "https://2001:db8::7/git" }), &format!("gitlab.url: {}", UrlError::Host)),
        (json!({ "url": "https://[2001:db8::7" }), &format!("gitlab.url: {}", UrlError::Host)),
        (json!({ "url": "https://git%2Eexample.org" }), &format!("gitlab.url: {}", UrlError::Host)),
        (json!({ "url": "https://git.example.org:99999" }), &format!("gitlab.url: {}", UrlError::Port)),
        (json!({ "url": "https://git.example.org:８０" }), &format!("gitlab.url: {}", UrlError::Port)),
        (
            json!([{ "url": "https://[2001:DB8::7]" }, { "url": "https://[2001:db8:0:0::7]:443/" }]),
            "gitlab: [2001:db8::7] is listed twice.",
        ),
        (json!({ "auth": "magic" }), "gitlab.auth must be \"session\" or \"token\"."),
        (json!([{ "url": "" }, { "auth": 1 }]), "gitlab[1].auth must be \"session\" or \"token\"."),
        (
            json!([{ "url": "https://a.example" }, { "url": "https://a.example/" }]),
            "gitlab: a.example is listed twice.",
        ),
        (
            json!([{ "url": "https://A.example" }, { "url": "https://a.example:443/" }]),
            "gitlab: a.example is listed twice.",
        ),
        (json!([null]), "gitlab[0] must be an object such as"),
    ] {
        configure(&server, json!({ "jira": { "url": "" }, "gitlab": gitlab }));
        page.reload();
        page.alert("The file config.json beside this page has errors").shows(sentence);
        server.heal();
    }
    page.reload();
    page.link("platform-core").appears();
}

#[test]
fn every_fault_is_named_at_once() {
    let server = Server::demo();
    configure(
        &server,
        json!({ "jira": { "auth": "magic" }, "gitlab": [{ "url": "x" }, { "url": 5, "auth": "y" }] }),
    );
    let page = server.open("");
    page.alert("has errors")
        .shows(&format!("gitlab[0].url: {SCHEME}"))
        .shows("gitlab[1].url must be text")
        .shows("gitlab[1].auth must be")
        .shows("jira.auth must be");
}

#[test]
fn a_page_of_jira_is_not_its_address() {
    let server = Server::demo();
    let page = server.open("");
    for (url, meant) in [
        ("https://jira.example.org/rest/gitplugin/1.0", "https://jira.example.org"),
        ("https://example.org/jira/rest/api/2", "https://example.org/jira"),
        ("https://jira.example.org/secure/Dashboard.jspa", "https://jira.example.org"),
        ("https://jira.example.org/browse/APP", "https://jira.example.org"),
        ("https://jira.münchen.example/plugins/servlet/x", "https://jira.münchen.example"),
    ] {
        configure(&server, json!({ "jira": { "url": url } }));
        page.reload();
        page.alert("The file config.json beside this page has errors").shows(&format!(
            "jira.url is the address of a page or of the API. Write the server’s: “{meant}”."
        ));
    }
}

#[test]
fn an_internationalised_host_is_named_as_servers_know_it() {
    let server = Server::demo();
    configure(
        &server,
        json!({ "jira": [{ "url": "" }, { "url": "https://jira.münchen.example" }], "gitlab": { "url": "https://GIT.пример.example/git" } }),
    );
    let page = server.open("");
    page.link("platform-core").appears();
    page.go("/gitlab");
    page.heading("Sign in to git.xn--e1afmkfd.example/git").appears();
    page.go("/jira/jira.xn--mnchen-3ya.example/integrations");
    page.heading("Sign in to jira.xn--mnchen-3ya.example").appears();
}

#[test]
fn without_gitlab_there_is_no_tab_for_it() {
    let server = Server::demo();
    configure(&server, json!({ "jira": { "url": "", "auth": "session" } }));
    let page = server.open("");
    page.link("platform-core").appears();
    page.link(sentences::GIT_INTEGRATIONS).has("aria-current", "page").without(&page.link(sentences::GITLAB));
}

#[test]
fn without_jira_one_begins_at_gitlab() {
    let server = Server::demo();
    configure(&server, json!({ "gitlab": { "url": "", "auth": "session" } }));
    let page = server.open("");
    page.heading(sentences::GITLAB_PROJECTS).appears();
    page.sees("Olga Owner");
    page.sees("1–20 of 300 projects");
    // It is the same page for the whole search: the field keeps the focus.
    page.role("searchbox").named_like(sentences::SEARCH_PROJECTS).fill("handbook");
    page.link("Handbook").appears();
    page.role("searchbox").named_like(sentences::SEARCH_PROJECTS).has_focus();
    page.link("Patchbay").click();
    page.sees("1–20 of 300 projects");
    page.link(sentences::GITLAB).has("aria-current", "page").without(&page.link(sentences::GIT_INTEGRATIONS));
    assert!(server.rest_lines().is_empty(), "{:?}", server.rest_lines());
    page.go("/integrations/new");
    page.heading(sentences::NO_SUCH_PAGE).appears();
    page.link("Go to GitLab projects").click();
    page.sees("1–20 of 300 projects");
}

#[test]
fn the_sandbox_names_itself() {
    let server = Server::demo();
    let page = server.open("");
    page.link("platform-core").appears();
    page.link(sentences::GITLAB).click();
    page.heading(sentences::GITLAB_PROJECTS).appears().has_focus();
    page.link(sentences::GITLAB).has("aria-current", "page");
    page.sees("Olga Owner");
}

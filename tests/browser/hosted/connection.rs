//! What a check tells where a web server has the last word: over https, and behind a proxy that does as it was advised.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Front, Page, Server};
use serde_json::json;

fn at(place: &str) -> String {
    format!("/connection/{}", place.replace(':', "%3A"))
}

/// The card of a server: "Jira", "GitLab".
#[track_caller]
fn shows(page: &Page<'_>, vendor: &str, place: &str, sentences: &[&str]) {
    let card = page.role("region").named(&format!("{vendor} on {place}"));
    for sentence in sentences {
        card.shows(sentence);
    }
}

/// Whether the browser lets the page have an answer of this address.
const REACHES: &str = "
    const done = arguments[arguments.length - 1];
    fetch('ADDRESS', { mode: 'no-cors' }).then(() => done(true), () => done(false));";

#[test]
fn a_page_over_https_reaches_no_server_without_it() {
    let server = Server::demo();
    // As this computer counts as safe, the server needs a name that is not this computer's.
    let port = server.place().split(':').nth(1).unwrap().to_owned();
    let place = format!("gitlab.test:{port}");
    let front = Front::https(&json!({ "gitlab": { "url": format!("http://{place}") } }).to_string());
    let flags = ["--ignore-certificate-errors", "--host-resolver-rules=MAP gitlab.test 127.0.0.1"];
    let page = Page::blank_with(&server, &flags);
    page.visit(&format!("{}/#{}", front.origin(), at(&place)));
    let sentences = [
        "The browser does not send requests without https from this page.",
        "Blocked as mixed content",
        &format!("This page came over https, but config.json names {place} with http."),
        "This is certain.",
        &format!("Write {place} with https in config.json, if GitLab answers there."),
        "make GitLab available over https",
    ];
    shows(&page, "GitLab", &place, &sentences);
    page.is_accessible("blocked as mixed content");
    page.complains_of(&[]);
    // What the page says without trying, the browser does.
    assert_eq!(page.run_async(&REACHES.replace("ADDRESS", &format!("http://{place}/api/v4/version"))), false);
    page.complains_of(&["Mixed Content"]);
    assert_eq!(server.requests().len(), 0, "{:?}", server.requests());
}

#[test]
fn a_token_that_others_could_read_on_the_way_is_told() {
    let (here, gitlab) = (Server::demo(), Server::demo());
    let front = Front::before(&gitlab.origin(), "", "");
    let place = front.place().replace("127.0.0.1", "gitlab.test");
    let config = json!({ "gitlab": { "url": format!("http://{place}") } });
    here.disturb("GET /config.json", Fault::Answer(200, config));
    let page = Page::blank_with(&here, &["--host-resolver-rules=MAP gitlab.test 127.0.0.1"]);
    page.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
    page.go(&at(&place));
    let sentences = [
        "Requests go over http, so others on the network can read the token.",
        "Use https in config.json.",
        sentences::A_TOKEN_IS_NEEDED,
    ];
    shows(&page, "GitLab", &place, &sentences);
    page.button(sentences::ENTER_A_TOKEN).click();
    page.sees("It is sent over http, so others on the network can read it.");
    page.complains_of(&["401 (Unauthorized)"]);
}

/// The proxy in front of Jira that "Blocked by CORS" asks for, word for word; `page` is where Patchbay is.
fn as_advised(server: &Server, page: &str) -> Front {
    let jira = server.origin();
    let maps = format!(
        "map $http_origin $patchbay {{ default ''; '{page}' '{page}'; }}\n\
         map $http_origin $own_origin {{ default $http_origin; '{page}' '{jira}'; }}\n\
         map $http_origin $own_referer {{ default $http_referer; '{page}' ''; }}\n\
         map $http_origin $own_cookie {{ default $http_cookie; '{page}' ''; }}"
    );
    let rest = format!(
        "location /rest/ {{\n\
         set $asked '$request_method $http_origin';\n\
         add_header Access-Control-Allow-Origin $patchbay always;\n\
         add_header Access-Control-Allow-Methods 'GET, POST, PUT, DELETE' always;\n\
         add_header Access-Control-Allow-Headers 'Authorization, Content-Type, X-Atlassian-Token' always;\n\
         if ($asked = 'OPTIONS {page}') {{ return 204; }}\n\
         proxy_set_header Origin $own_origin;\n\
         proxy_set_header Referer $own_referer;\n\
         proxy_set_header Cookie $own_cookie;\n\
         proxy_pass {jira};\n}}"
    );
    Front::before(&jira, &maps, &rest)
}

#[test]
fn a_jira_behind_a_proxy_that_does_as_advised_is_read_and_changed() {
    let (here, jira) = (Server::demo(), Server::demo());
    let front = as_advised(&jira, &here.origin());
    let config = json!({ "jira": { "url": front.origin(), "auth": "token" } });
    here.disturb("GET /config.json", Fault::Answer(200, config));
    let page = Page::blank(&here);
    page.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
    page.go(&at(&front.place()));
    shows(&page, "Jira", &front.place(), &[sentences::ALLOWS_OTHER_ORIGINS, sentences::A_TOKEN_IS_NEEDED]);
    page.button(sentences::ENTER_A_TOKEN).click();
    page.field(&format!("Personal access token for {}", front.place())).fill("admin-token");
    page.button(sentences::SIGN_IN).click();
    let sentences =
        ["It is Jira 10.3.0.", sentences::YOU_ARE_A_JIRA_ADMINISTRATOR, sentences::WORKS_FOR_READING];
    shows(&page, "Jira", &front.place(), &sentences);
    page.go("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.button("Save 1 change").click();
    page.role("status").shows("mobile apps is saved.");
    assert_eq!(jira.named("mobile apps")["id"], 2);
    for request in jira.requests() {
        assert!(!request.text.contains("\"cookie\""), "{}", request.text);
    }
    page.complains_of(&["401 (Unauthorized)"]);
}

/// What the advice keeps: a page of another origin that a browser sends its cookies for is still refused.
#[test]
fn the_advice_opens_jira_to_no_other_page() {
    let (here, jira) = (Server::demo(), Server::new().demo(3).start());
    let front = as_advised(&jira, "https://patchbay.example");
    // A page of the test's server, which is a stranger to this Jira.
    let page = here.open("");
    page.link("platform-core").appears();
    page.devtools("Page.setBypassCSP", &json!({ "enabled": true }));
    page.reload();
    page.link("platform-core").appears();
    // Whether it may read the answer, then a request that browsers send without asking, cookies and all.
    let script = "
        const done = arguments[arguments.length - 1];
        const url = 'ADDRESS/rest/gitplugin/1.0/integration/1';
        const end = (read) => () =>
          fetch(url, { method: 'POST', body: '{}', mode: 'no-cors', credentials: 'include' }).catch(() => {}).then(() => done(read));
        fetch(url, { headers: { Authorization: 'Bearer admin-token' } }).then(end(true), end(false));";
    assert_eq!(page.run_async(&script.replace("ADDRESS", &front.origin())), false);
    let sent = jira.requests();
    let writes: Vec<_> = sent.iter().filter(|request| request.line.starts_with("POST")).collect();
    assert_eq!(writes.len(), 1, "{sent:?}");
    assert!(writes[0].text.contains(&here.origin()), "Jira sees where it comes from: {}", writes[0].text);
    page.complains_of(&["blocked by CORS policy", "Failed to load resource"]);
}

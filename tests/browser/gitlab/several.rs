//! Two GitLabs: the address says which, each gets its own token and no other, and a link of one leads to that one.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server};
use serde_json::json;

use super::form::WEBSITE;

/// The page's own server, and two GitLabs elsewhere. Projects of both have the same numbers and names; of the integrations
/// only those of the first are set up.
struct Three {
    page: Server,
    one: Server,
    two: Server,
}

impl Three {
    fn start() -> Self {
        let three = Self { page: Server::demo(), one: Server::demo(), two: Server::new().start() };
        three.page.lets_reach(&three.one);
        three.page.lets_reach(&three.two);
        let gitlab = json!([{ "url": three.one.origin() }, { "url": three.two.origin() }]);
        three.page.disturb("GET /config.json", Fault::Answer(200, json!({ "gitlab": gitlab })));
        three
    }
}

#[track_caller]
fn sign_in(page: &Page<'_>, server: &Server, token: &str) {
    page.heading(&format!("Sign in to {}", server.place())).appears();
    page.field(&format!("Personal access token for {}", server.place())).fill(token);
    page.button(sentences::SIGN_IN).click();
}

/// Every token that the server was sent.
fn tokens(server: &Server) -> Vec<String> {
    let mut tokens: Vec<String> =
        server.requests().into_iter().filter_map(|request| request.authorization).collect();
    tokens.sort();
    tokens.dedup();
    tokens
}

#[test]
fn the_address_says_which_to_whoever_loads_it_anew_or_was_sent_it() {
    let three = Three::start();
    let address = three.two.at_gitlab(&format!("{WEBSITE}/emails-on-push"));
    // Sent by somebody else: nothing was opened before.
    let page = three.page.open(&address);
    sign_in(&page, &three.two, "maintainer-token");
    page.heading("Emails on push").appears();
    page.button(sentences::SET_UP).appears();
    page.sees(&format!("{} · Mara Maintainer", three.two.place()));
    page.reload();
    page.is_at(&address);
    sign_in(&page, &three.two, "maintainer-token");
    page.button(sentences::SET_UP).appears();
    assert!(three.one.api_lines().is_empty(), "{:?}", three.one.api_lines());
    // The same project on the other one has it.
    page.go(&three.one.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    sign_in(&page, &three.one, "maintainer-token");
    page.field("Recipients").appears().without(&page.button(sentences::SET_UP));
}

#[test]
fn each_gets_its_own_token_and_keeps_it_when_one_signs_out_of_the_other() {
    let three = Three::start();
    let page = three.page.open(&three.one.at_gitlab(WEBSITE));
    sign_in(&page, &three.one, "maintainer-token");
    page.heading("Shop / Web / Website").appears();
    page.go(&three.two.at_gitlab(WEBSITE));
    assert!(three.two.requests().is_empty(), "{:?}", three.two.requests());
    sign_in(&page, &three.two, "ending-token");
    page.heading("Shop / Web / Website").appears();
    page.go(&three.one.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.field("Recipients").appears();
    page.go(&three.two.at_gitlab(&format!("{WEBSITE}/emails-on-push")));
    page.button(sentences::SET_UP).appears();
    assert_eq!(tokens(&three.one), ["Bearer maintainer-token"]);
    assert_eq!(tokens(&three.two), ["Bearer ending-token"]);
    page.sign_out(&three.two);
    page.heading(&format!("Sign in to {}", three.two.place())).appears();
    page.go(&three.one.at_gitlab(WEBSITE));
    page.heading("Shop / Web / Website").appears();
    page.link("Slack notifications").appears();
    three.one.forget();
    page.reload();
    // A token is kept as long as the page is.
    page.heading(&format!("Sign in to {}", three.one.place())).appears();
    assert!(three.one.requests().is_empty(), "{:?}", three.one.requests());
    for token in ["maintainer-token", "ending-token"] {
        page.keeps_nowhere(token);
        page.shows_nowhere(token);
    }
}

#[test]
fn an_address_of_one_leads_there_from_the_search_of_the_other() {
    let three = Three::start();
    let page = three.page.open("/gitlab");
    sign_in(&page, &three.one, "maintainer-token");
    page.sees("1–20 of 300 projects");
    let search = page.role("searchbox").named_like(sentences::SEARCH_PROJECTS);
    search.fill(&format!("{}/shop/web/website/-/issues/7", three.two.origin()));
    page.role("link").named_like("Open shop/web/website").click();
    page.becomes("at the other", || page.address().contains(&three.two.place().replace(':', "%3A")));
    sign_in(&page, &three.two, "maintainer-token");
    page.heading("Shop / Web / Website").appears();
    page.sees(&format!("{} · Mara Maintainer", three.two.place()));
    page.sees("No integration is active");
}

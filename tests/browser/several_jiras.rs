//! Two Jiras: the address says which, each has its own token, list and person, and no page of one leads to the other.

use patchbay_tests::sentences;
use patchbay_tests::{Fault, Front, Page, Server};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";

/// The page's own server, and two Jiras below paths of the page's origin, as a web server offers them. Integrations of
/// both have the same numbers; number 2 is called otherwise on the second.
pub(crate) struct Two {
    page: Server,
    one: Server,
    two: Server,
    front: Front,
}

impl Two {
    pub(crate) fn start() -> Self {
        let (page, one, two) = (Server::new().start(), Server::demo(), Server::demo());
        two.change(2, &json!({ "displayName": "second" }));
        two.forget();
        let jira = |path: &str, server: &Server| {
            let origin = server.origin();
            format!(
                "location {path}/ {{\nproxy_set_header Origin {origin};\nproxy_set_header Cookie '';\n\
                 proxy_set_header Referer '';\nproxy_pass {origin}/;\n}}\n"
            )
        };
        let front =
            Front::before(&page.origin(), "", &format!("{}{}", jira("/one", &one), jira("/two", &two)));
        let jira = ["/one", "/two"]
            .map(|path| json!({ "url": format!("{}{path}", front.origin()), "auth": "token" }));
        let config = json!({ "jira": jira, "gitlab": { "url": "", "auth": "token" } });
        page.disturb("GET /config.json", Fault::Answer(200, config));
        Self { page, one, two, front }
    }

    pub(crate) fn place(&self, path: &str) -> String {
        format!("{}{path}", self.front.place())
    }

    /// The address of a page of the second, behind the `#`.
    fn on_second(&self, page: &str) -> String {
        format!("/jira/{}{page}", self.place("/two").replace(':', "%3A").replace('/', "%2F"))
    }

    fn go(&self, page: &Page<'_>, route: &str) {
        page.visit(&format!("{}/#{route}", self.front.origin()));
    }

    pub(crate) fn open(&self, route: &str) -> Page<'_> {
        let page = Page::blank(&self.page);
        self.go(&page, route);
        page
    }

    #[track_caller]
    pub(crate) fn sign_in(&self, page: &Page<'_>, path: &str, token: &str) {
        page.field(&format!("Personal access token for {}", self.place(path))).fill(token);
        page.button(sentences::SIGN_IN).click();
    }

    /// At this page of the second, signed in.
    #[track_caller]
    fn open_second(&self, route: &str) -> Page<'_> {
        let page = self.open(&self.on_second(route));
        self.sign_in(&page, "/two", "admin-token");
        page
    }

    #[track_caller]
    fn open_menu(&self, page: &Page<'_>, path: &str) {
        page.role("button").named_like(&self.place(path)).click();
    }

    /// Goes from one to the other by the menu in the bar.
    #[track_caller]
    fn choose(&self, page: &Page<'_>, from: &str, to: &str) {
        self.open_menu(page, from);
        let one = |path: &str| page.role("menuitemradio").named(&format!("Jira on {}", self.place(path)));
        one(from).has("aria-checked", "true");
        one(to).has("aria-checked", "false").click();
    }
}

/// Every token that the server was sent; none of its requests came without one.
#[track_caller]
fn tokens(server: &Server) -> Vec<String> {
    let sent = server.requests();
    let without = sent.iter().find(|request| request.authorization.is_none());
    assert!(without.is_none(), "without a token: {without:?}");
    let mut tokens: Vec<String> = sent.into_iter().filter_map(|request| request.authorization).collect();
    tokens.sort();
    tokens.dedup();
    tokens
}

#[track_caller]
fn writes_nothing(server: &Server) {
    assert_eq!(server.writes(), [], "the other Jira is left alone");
}

#[test]
fn the_other_is_chosen_in_the_bar_and_stands_in_the_address() {
    let two = Two::start();
    let page = two.open("");
    two.sign_in(&page, "/one", "admin-token");
    page.link("mobile").appears();
    assert!(two.two.requests().is_empty(), "{:?}", two.two.requests());
    two.choose(&page, "/one", "/two");
    page.role("heading").named_like("Sign in to").appears();
    page.is_at(&two.on_second("/integrations"));
    two.one.forget();
    two.sign_in(&page, "/two", "admin-token");
    page.link("second").click();
    page.heading("second").appears();
    page.is_at(&two.on_second("/integrations/2"));
    page.sees(&format!("{} · Ada Administrator", two.place("/two")));
    page.back();
    page.link("second").appears();
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("second");
    page.is_at(&two.on_second("/integrations?q=second"));
    page.link("second").click();
    page.heading("second").appears();
    // The address also works when it is shared or loaded again; the token is gone with the page.
    page.reload();
    two.sign_in(&page, "/two", "admin-token");
    page.heading("second").appears();
    page.is_at(&two.on_second("/integrations/2"));
    assert!(two.one.requests().is_empty(), "{:?}", two.one.requests());
    assert_eq!(tokens(&two.two), ["Bearer admin-token"]);
    page.back();
    page.link("second").appears();
    page.is_at(&two.on_second("/integrations?q=second"));
    two.choose(&page, "/two", "/one");
    page.is_at("/integrations");
}

#[test]
fn each_gets_its_own_token_and_keeps_it_when_one_signs_out_of_the_other() {
    let two = Two::start();
    let page = two.open("/integrations/2");
    // May sign in, and no more: enough to tell the tokens apart.
    two.sign_in(&page, "/one", "user-token");
    page.alert(sentences::NOT_ALLOWED).appears();
    two.go(&page, &two.on_second("/integrations/2"));
    two.sign_in(&page, "/two", "admin-token");
    page.heading("second").appears();
    assert_eq!(tokens(&two.one), ["Bearer user-token"]);
    assert_eq!(tokens(&two.two), ["Bearer admin-token"]);
    two.go(&page, "/integrations/2");
    page.sees(&format!("{} · ", two.place("/one")));
    two.open_menu(&page, "/one");
    page.role("menuitem").named(sentences::SIGN_OUT).click();
    page.role("heading").named_like("Sign in to").appears();
    two.two.forget();
    two.go(&page, &two.on_second("/integrations/2"));
    page.heading("second").appears();
    page.field("Display name").holds("second");
    assert_eq!(tokens(&two.two), ["Bearer admin-token"]);
    two.open_menu(&page, "/two");
    page.role("menuitem").named(sentences::SIGN_OUT).click();
    page.role("heading").named_like("Sign in to").appears().without_text("second");
    for token in ["user-token", "admin-token"] {
        page.keeps_nowhere(token);
        page.shows_nowhere(token);
    }
}

#[test]
fn changing_to_the_other_and_back_shows_the_list_at_once() {
    let two = Two::start();
    let page = two.open("");
    two.sign_in(&page, "/one", "admin-token");
    page.link("mobile").appears();
    two.choose(&page, "/one", "/two");
    two.sign_in(&page, "/two", "admin-token");
    page.link("second").appears().without(&page.link("mobile"));
    for server in [&two.one, &two.two] {
        server.disturb(LIST, Fault::Held);
    }
    two.choose(&page, "/two", "/one");
    page.link("mobile").appears().without(&page.link("second"));
    page.back();
    page.link("second").appears();
    page.sees(&format!("{} · Ada Administrator", two.place("/two")));
    two.one.heal();
    two.two.heal();
}

#[test]
fn what_is_done_in_one_reaches_no_other() {
    let two = Two::start();
    let page = two.open("/integrations/2");
    two.sign_in(&page, "/one", "admin-token");
    page.heading("mobile").appears();
    two.go(&page, &two.on_second("/integrations/2"));
    two.sign_in(&page, "/two", "admin-token");
    page.field("Display name").holds("second").fill("renamed");
    page.button("Save 1 change").click();
    page.role("status").shows("renamed is saved.");
    assert_eq!(two.two.named("renamed")["id"], 2);

    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.is_at(&two.on_second("/integrations"));
    page.switch("Enabled: renamed").click();
    page.role("status").shows("renamed is disabled.");
    assert_eq!(two.two.named("renamed")["disabled"], true);

    page.link(sentences::ADD_INTEGRATION).click();
    page.role("link").named_like("GITHUB_SERVER").appears();
    page.is_at(&two.on_second("/integrations/new"));
    two.go(&page, &two.on_second("/integrations/new/GITHUB"));
    page.field("Display name").fill("added");
    page.field("Personal access token").fill("t0ken");
    page.button(sentences::ADD_INTEGRATION).click();
    page.heading("added").appears();
    page.is_at(&two.on_second(&format!("/integrations/{}", two.two.id("added"))));

    page.button("Remove…").click();
    page.field("Type added to confirm").fill("added");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.is_at(&two.on_second("/integrations"));
    assert_eq!(two.two.all().len(), 25);
    writes_nothing(&two.one);
    assert_eq!(two.one.named("mobile")["disabled"], false);
    assert_eq!(tokens(&two.one), ["Bearer admin-token"]);
    assert_eq!(tokens(&two.two), ["Bearer admin-token"]);
}

/// An answer may come when one looks at the same number of the other.
#[test]
fn what_arrives_late_moves_nobody_who_looks_at_the_other() {
    let two = Two::start();
    let page = two.open("/integrations/2");
    two.sign_in(&page, "/one", "admin-token");
    page.heading("mobile").appears();
    two.go(&page, &two.on_second("/integrations/2"));
    two.sign_in(&page, "/two", "admin-token");
    page.heading("second").appears();
    two.two.disturb("DELETE /rest/gitplugin/1.0/integration/2", Fault::Held);
    page.button("Remove…").click();
    page.field("Type second to confirm").fill("second");
    page.button(sentences::REMOVE_INTEGRATION).click();
    page.becomes("asked for", || two.two.writes().len() == 1);
    two.go(&page, "/integrations/2");
    page.field("Display name").holds("mobile").fill("half typed");
    two.two.heal();
    page.role("status").shows("second was removed.");
    page.is_at("/integrations/2");
    page.field("Display name").holds("half typed").without_text("This integration is being removed");
    writes_nothing(&two.one);
}

#[test]
fn changes_are_asked_about_before_one_goes_to_the_other() {
    let two = Two::start();
    let page = two.open_second("/integrations/2");
    page.field("Display name").fill("half typed");
    page.button("Save 1 change").appears();
    two.choose(&page, "/two", "/one");
    page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    page.button(sentences::STAY_HERE).click();
    page.is_at(&two.on_second("/integrations/2"));
    page.field("Display name").holds("half typed");
    // The same number on the other is another page.
    two.go(&page, "/integrations/2");
    page.role("dialog").named(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    assert!(two.one.requests().is_empty(), "{:?}", two.one.requests());
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.is_at("/integrations/2");
    two.sign_in(&page, "/one", "admin-token");
    page.heading("mobile").appears();
    writes_nothing(&two.two);
    writes_nothing(&two.one);
}

/// The addresses of all links on the page that lead to a Jira.
fn links(page: &Page<'_>) -> Vec<String> {
    let script = "return [...app.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '')
        .filter((href) => href.includes('integrations'))";
    let found = page.run(script, Vec::new());
    found.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn every_link_of_the_second_stays_there() {
    let two = Two::start();
    let page = two.open_second("/integrations");
    let own = format!("#{}", two.on_second("/integrations"));
    page.link("second").appears();
    page.button("Actions for second").click();
    page.role("menuitem").named("Clone").has("href", &format!("{own}/2/clone"));
    let stay = |least: usize| {
        let found = links(&page);
        assert!(found.len() >= least, "{found:?}");
        assert!(found.iter().all(|href| href.starts_with(&own)), "{found:?}");
    };
    stay(25);
    for (route, heading) in [
        ("/integrations/2", "second"),
        ("/integrations/2/clone", "Clone second"),
        ("/integrations/new", sentences::ADD_INTEGRATION),
        ("/integrations/new/GITHUB", "Add GitHub.com integration"),
        ("/integrations/new/NONE", sentences::NO_SUCH_TYPE),
    ] {
        two.go(&page, &two.on_second(route));
        page.heading(heading).appears();
        stay(2);
    }
    two.go(&page, &two.on_second("/integrations/999"));
    page.alert("Integration 999 does not exist").appears();
    stay(4);
    two.go(&page, "/nowhere");
    page.heading(sentences::NO_SUCH_PAGE).appears();
    stay(3);
    two.go(&page, &two.on_second("/integrations?q=nothing-has-this"));
    page.sees(sentences::NO_INTEGRATION_MATCHES);
    stay(2);
    // The tab leads to what was looked at last.
    two.go(&page, "/connection");
    page.heading("Connections").appears();
    page.link(sentences::GIT_INTEGRATIONS).has("href", &own);
    page.link(sentences::GITLAB).click();
    page.heading(&format!("Sign in to {}", two.place(""))).appears();
    page.link(sentences::GIT_INTEGRATIONS).has("href", &own).click();
    page.link("second").appears();
    page.is_at(&own[1..]);
}

#[test]
fn a_place_that_is_not_listed_leads_to_those_that_are() {
    let two = Two::start();
    for page in [
        "",
        "?q=git",
        "/new/GITHUB",
        "/plan",
        "/plan/change",
        "/plan/import",
        "/2/repositories",
        "/2/reindex",
    ] {
        let page = two.open(&format!("/jira/nowhere.example%2Fjira/integrations{page}"));
        page.alert("Patchbay does not know nowhere.example/jira").appears();
    }
    let page = two.open("/jira/nowhere.example%2Fjira/integrations/2");
    page.heading(sentences::GIT_INTEGRATIONS).appears();
    page.alert("Patchbay does not know nowhere.example/jira")
        .shows("The file config.json beside this page does not list this server. It lists:");
    page.is_accessible("a Jira that is not listed");
    page.link(&two.place("/one")).has("href", "#/integrations");
    assert!(two.one.requests().is_empty(), "{:?}", two.one.requests());
    page.link(&two.place("/two")).click();
    page.is_at(&two.on_second("/integrations"));
    two.sign_in(&page, "/two", "admin-token");
    page.link("second").appears();
}

#[test]
fn the_first_has_short_addresses_and_answers_to_its_place_too() {
    let two = Two::start();
    let page = two.open(&two.on_second("/integrations/2").replace("two", "one"));
    two.sign_in(&page, "/one", "admin-token");
    page.heading("mobile").appears();
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).has("href", "#/integrations").click();
    page.link("mobile").has("href", "#/integrations/2");
    assert!(two.two.requests().is_empty(), "{:?}", two.two.requests());
}

#[test]
fn the_connections_of_all_are_checked_each_with_its_own_token() {
    let two = Two::start();
    let page = two.open_second("/integrations");
    page.link("second").appears();
    two.go(&page, "/connection");
    let card = |path: &str| page.role("region").named(&format!("Jira on {}", two.place(path)));
    card("/one").appears();
    card("/two").appears();
    two.one.forget();
    page.button(sentences::CHECK_ALL).click();
    card("/two").shows(sentences::YOU_ARE_A_JIRA_ADMINISTRATOR);
    card("/one").shows(sentences::A_TOKEN_IS_NEEDED);
    assert!(two.one.requests().iter().all(|request| request.authorization.is_none()));
    two.go(&page, &format!("/connection/{}", two.place("/two").replace(':', "%3A").replace('/', "%2F")));
    page.heading(&format!("Connection to {}", two.place("/two"))).appears();
    page.sees(&format!("{} · Ada Administrator", two.place("/two")));
    page.complains_of(&["401 (Unauthorized)"]);
}

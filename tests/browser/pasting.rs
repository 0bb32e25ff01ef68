//! A password in what is pasted into a search, or in the address that is opened, goes nowhere.

use patchbay_model::text::pasted::REMOVED;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};

const CANARY: &str = "canary-7f3a-s3cret";

/// What people copy, and what may be left of it.
fn pasted() -> [(String, &'static str); 6] {
    [
        (format!("https://oauth2:{CANARY}@git.example.org/g/p.git"), "https://git.example.org/g/p.git"),
        (
            format!("git clone https://{CANARY}@git.example.org/g/p.git"),
            "git clone https://git.example.org/g/p.git",
        ),
        (format!("user:{CANARY}@git.example.org:g/p.git"), "git.example.org:g/p.git"),
        (format!("https%3A%2F%2Fu%3A{CANARY}%40git.example.org"), "https://git.example.org"),
        (format!("sshpass -p'{CANARY}' ssh git.example.org"), "sshpass -p'' ssh git.example.org"),
        (format!("mysql -u root -p{CANARY} shop"), "mysql -u root -p shop"),
    ]
}

#[track_caller]
fn is_nowhere(page: &Page<'_>, server: &Server) {
    page.keeps_nowhere(CANARY);
    page.shows_nowhere(CANARY);
    let carrying: Vec<_> =
        server.requests().into_iter().filter(|request| format!("{request:?}").contains(CANARY)).collect();
    assert!(carrying.is_empty(), "{carrying:?}");
}

/// Fills each of [`pasted`] into the search field with this name.
#[track_caller]
fn is_taken_out(page: &Page<'_>, server: &Server, field: &str) {
    let search = page.role("searchbox").named(field);
    for (text, left) in pasted() {
        search.fill("");
        // At once, as from the clipboard.
        page.run("document.execCommand('insertText', false, arguments[0])", vec![text.into()]);
        search.holds(left);
        page.sees(REMOVED);
        is_nowhere(page, server);
    }
    // Letter by letter.
    search.fill(&pasted()[0].0);
    search.holds(pasted()[0].1);
    is_nowhere(page, server);
    search.fill("ann@example.org");
    search.holds("ann@example.org");
    is_nowhere(page, server);
}

#[test]
fn in_the_searches_of_jira() {
    let server = Server::demo();
    let page = server.open("/integrations");
    is_taken_out(&page, &server, sentences::SEARCH_NAME_URL_OR_ID);
    assert!(page.address().ends_with("?q=ann%40example.org"), "{}", page.address());
    page.go("/integrations");
    page.button("Projects").within(page.role("search").named("Integrations")).click();
    is_taken_out(&page, &server, "Search projects");
    page.go("/integrations/new");
    is_taken_out(&page, &server, sentences::SEARCH_TYPES);
    page.go("/integrations/new/GITHUB");
    page.switch("Associate with all projects").click();
    is_taken_out(&page, &server, sentences::SEARCH_PROJECTS);
}

#[test]
fn in_the_searches_of_gitlab() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    is_taken_out(&page, &server, sentences::SEARCH_PROJECTS_OF_GITLAB);
    page.heading(sentences::NO_PROJECT_MATCHES).appears();
    is_nowhere(&page, &server);
    page.go(&server.at_gitlab("101"));
    is_taken_out(&page, &server, sentences::SEARCH_AVAILABLE_INTEGRATIONS);
}

#[test]
fn in_the_address_that_is_opened() {
    let server = Server::demo();
    let place = server.place();
    // The console names the address that is opened, so the secret is none of those that it must not name.
    const CANARY: &str = "opened-7f3a-s3cret";
    let is_nowhere = |page: &Page<'_>, server: &Server| {
        page.keeps_nowhere(CANARY);
        page.shows_nowhere(CANARY);
        assert!(!server.requests().iter().any(|request| format!("{request:?}").contains(CANARY)));
    };
    let secret = format!("https%3A%2F%2Foauth2%3A{CANARY}%40{place}%2Fshop%2Fweb%2Fwebsite.git");
    let page = server.open(&server.at_gitlab(&format!("?q={secret}")));
    page.link("Open shop/web/website").appears();
    is_nowhere(&page, &server);
    let steps = page.run("return history.length", Vec::new());
    page.reload();
    page.link("Open shop/web/website").appears();
    assert_eq!(page.run("return history.length", Vec::new()), steps);
    for route in [
        format!("/integrations?q={secret}"),
        format!("/integrations?type={secret}"),
        format!("/integrations?q=https://u:{CANARY}@{place}/x"),
    ] {
        page.go(&route);
        page.heading(sentences::GIT_INTEGRATIONS).appears();
        is_nowhere(&page, &server);
    }
    for route in [format!("/nowhere/https://u:{CANARY}@{place}/x"), format!("/nowhere/{secret}")] {
        page.go(&route);
        page.heading(sentences::NO_SUCH_PAGE).appears();
        is_nowhere(&page, &server);
    }
}

#[test]
fn an_address_that_leaves_its_folder_is_not_asked_for() {
    let server = Server::demo();
    let page = server.open("/gitlab");
    page.heading(sentences::YOUR_PROJECTS).appears();
    server.forget();
    for path in ["101/..", "101/.", "101/%2E%2E", "..", "../slack", "shop%2F..%2Fweb"] {
        page.go(&server.at_gitlab(path));
        page.heading(sentences::NO_SUCH_PAGE).appears();
    }
    let projects: Vec<_> =
        server.api_lines().into_iter().filter(|line| line.contains("/projects/")).collect();
    assert!(projects.is_empty(), "{projects:?}");
}

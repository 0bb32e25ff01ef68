//! Jira's own links, keyboard shortcuts and addresses go on working, and so do the app's beside them.

use patchbay_tests::sentences;
use patchbay_tests::{Server, keys};
use serde_json::{Value, json};

use crate::list::lists;

#[test]
fn what_one_types_in_the_app_is_no_shortcut_of_jiras() {
    let server = Server::jira();
    let page = server.open("");
    let search = page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID);
    search.fill("ccgg/?");
    search.holds("ccgg/?");
    search.fill("");
    lists(&page, 25);
    page.button("Actions for mobile").press(keys::Enter);
    page.role("menuitem").named("Edit").has_focus();
    page.types("c");
    page.press(keys::Escape);
    page.go("/integrations/2");
    page.field("Display name").fill("c?");
    page.button("Remove…").click();
    page.field("Type mobile to confirm").fill("c/");
    assert_eq!(page.jira_shortcuts(), Vec::<Value>::new());
    assert_eq!(page.run("return standIn.keys", Vec::new()), json!([]));
}

#[test]
fn jiras_shortcuts_work_outside_of_it() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    page.types("c?gg");
    assert_eq!(page.jira_shortcuts(), ["create", "help", "administration"]);
    page.run("document.getElementById('admin_menu').focus()", Vec::new());
    page.types("/");
    assert_eq!(page.jira_shortcuts().last(), Some(&json!("search")));
    page.run("document.getElementById('quickSearchInput').focus()", Vec::new());
    page.types("c");
    assert_eq!(page.jira_shortcuts().len(), 4, "Jira itself keeps quiet in its own fields");
}

#[test]
fn jiras_links_lead_where_they_led() {
    let server = Server::jira();
    let page = server.open("/integrations?q=mobile");
    lists(&page, 1);
    for (link, address) in [
        ("general_configuration", "/secure/admin/ViewApplicationProperties.jspa"),
        ("home_link", "/secure/Dashboard.jspa"),
        ("create_link", "/secure/Dashboard.jspa#create"),
    ] {
        page.run("document.getElementById(arguments[0]).click()", vec![json!(link)]);
        page.becomes(address, || page.address() == server.at(address));
        page.back();
        page.is_at("/integrations?q=mobile");
        lists(&page, 1);
    }
}

/// Jira's pages have links to places in themselves, "Skip to main content" for one.
#[test]
fn a_place_in_jiras_page_is_no_page_of_the_app() {
    let server = Server::jira();
    let page = server.open("/integrations?q=mobile");
    lists(&page, 1);
    page.run("location.hash = 'main'", Vec::new());
    page.becomes("at Jira’s place", || page.address().ends_with("#main"));
    lists(&page, 1);
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).holds("mobile");
    page.back();
    page.is_at("/integrations?q=mobile");
}

#[test]
fn the_menu_marks_the_page_and_leads_to_the_full_one() {
    let server = Server::jira();
    let page = server.open("");
    lists(&page, 25);
    let marked = "return document.querySelector('.aui-page-panel-nav .aui-nav-selected').innerText";
    assert_eq!(page.run(marked, Vec::new()), sentences::GIT_INTEGRATIONS);
    page.run("document.getElementById('patchbay-full-page').click()", Vec::new());
    page.becomes("the full page", || {
        page.address().contains("/download/resources/patchbay.jira:app/index.html")
    });
    lists(&page, 25);
}

/// Jira's filter wants it of some requests that change something; it is never in the way.
#[test]
fn what_changes_something_says_that_it_is_no_forgery() {
    let server = Server::jira();
    let page = server.open("/integrations/2");
    page.field("Display name").fill("mobile apps");
    page.button("Save 1 change").click();
    page.role("status").shows("mobile apps is saved.");
    page.button("Remove…").click();
    page.field("Type mobile apps to confirm").fill("mobile apps");
    page.button(sentences::REMOVE_INTEGRATION).click();
    lists(&page, 24);
    // What adds is the only thing that Jira refuses when the check for forgery fails.
    page.go("/integrations/new/FILESPACE");
    page.field("Folder on the Jira server").fill("/srv/git/*");
    page.button(sentences::ADD_INTEGRATION).click();
    page.role("status").shows("was added. Jira now scans the host.");
    let writes: Vec<_> =
        server.requests().into_iter().filter(|request| !request.line.starts_with("GET ")).collect();
    let lines: Vec<_> = writes.iter().map(|request| request.line.as_str()).collect();
    let one = "/jira/rest/gitplugin/1.0/integration/2";
    let add = "POST /jira/rest/gitplugin/1.0/integration".to_owned();
    assert_eq!(lines, [format!("PUT {one}"), format!("DELETE {one}?deleteFiles=false"), add]);
    for write in writes {
        assert!(write.text.contains("\"x-atlassian-token\": \"no-check\""), "{}", write.text);
    }
}

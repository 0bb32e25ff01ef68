//! The way from a page back to the list as it was left, and from one of its rows to the next.

use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, keys};
use serde_json::json;

/// What the link with this text leads to.
#[track_caller]
fn leads_to(page: &Page<'_>, link: &str) -> String {
    page.link(link).attribute("href").unwrap_or_default()
}

#[test]
fn the_list_is_as_it_was_left() {
    let server = Server::demo();
    for query in [
        "",
        "?q=gitlab",
        "?q=gitlab&sort=-name",
        "?type=GITLAB_SERVER",
        "?status=enabled&indexed=stale,never",
        "?project=all",
        "?sort=indexed&stale=48h",
    ] {
        let page = server.open(&format!("/integrations{query}"));
        // The last of the first rows whose name no other has: not the first, so that the focus is there because one came
        // from it.
        let row = "
            const names = [...document.querySelectorAll('tbody.rows th a')].map((link) => link.innerText);
            return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)).slice(0, 3).at(-1);";
        let name = page.run(row, Vec::new());
        let name = name.as_str().unwrap();
        page.link(name).click();
        page.heading(name).appears().has_focus();
        page.link(sentences::BACK_TO_GIT_INTEGRATIONS).press(keys::Enter);
        page.is_at(&format!("/integrations{query}"));
        page.link(name).has_focus();
    }
}

#[test]
fn other_pages_lead_back_to_it_too() {
    let server = Server::demo();
    let page = server.open("/integrations?q=mobile");
    page.link(sentences::ADD_INTEGRATION).click();
    assert_eq!(leads_to(&page, sentences::BACK_TO_GIT_INTEGRATIONS), "#/integrations?q=mobile");
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.is_at("/integrations?q=mobile");
    page.heading(sentences::GIT_INTEGRATIONS).has_focus();
    // Loaded again, it still does. Opened by its address, a page knows of no list.
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.reload();
    assert_eq!(leads_to(&page, sentences::BACK_TO_GIT_INTEGRATIONS), "#/integrations?q=mobile");
    page.visit("about:blank");
    page.go("/integrations/2");
    assert_eq!(leads_to(&page, sentences::BACK_TO_GIT_INTEGRATIONS), "#/integrations");
    page.heading("mobile")
        .appears()
        .without(&page.role("navigation").named("Other integrations of the list"));
}

#[test]
fn leads_from_row_to_row_of_the_filtered_list() {
    let server = Server::demo();
    let page = server.open("/integrations?q=gitlab.acme&sort=-name");
    let rows = "return [...document.querySelectorAll('tbody.rows th a')].map((one) => one.innerText)";
    let rows = page.run(rows, Vec::new());
    let rows: Vec<&str> = rows.as_array().unwrap().iter().filter_map(|row| row.as_str()).collect();
    assert_eq!(rows[..3], ["mobile", "machine-learning", "infrastructure"]);
    page.link(rows[0]).click();
    for (at, name) in rows.iter().enumerate() {
        page.heading(name).appears().has_focus();
        page.sees(&format!("{} of {}", at + 1, rows.len()));
        let (previous, next) =
            (page.role("link").named_like("Previous: "), page.role("link").named_like("Next: "));
        match at.checked_sub(1) {
            Some(before) => drop(page.link(&format!("Previous: {}", rows[before])).appears()),
            None => drop(page.heading(name).appears().without(&previous)),
        }
        match rows.get(at + 1) {
            Some(after) => drop(page.link(&format!("Next: {after}")).press(keys::Enter)),
            None => drop(page.heading(name).appears().without(&next)),
        }
    }
    // From the last one back to the list: its row has the focus.
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.is_at("/integrations?q=gitlab.acme&sort=-name");
    page.link(rows[rows.len() - 1]).has_focus();
}

#[test]
fn what_is_changed_keeps_its_neighbours() {
    let server = Server::demo();
    let page = server.open("/integrations?q=mobile");
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("m");
    page.link("mobile").click();
    let next = page.role("link").named_like("Next: ").text();
    page.field("Display name").fill("zzz");
    page.button("Save 1 change").click();
    page.role("status").shows("zzz is saved.");
    page.link(&next).appears();
}

#[test]
fn the_row_is_in_view_wherever_it_is() {
    let server = Server::new().demo(10_000).start();
    let page = server.open("/integrations");
    // Reached without scrolling: by the next one, over and over, it would take long; by its address at once.
    for id in [17, 4_000, 9_999] {
        let name = server.all().into_iter().find(|one| one["id"] == id).unwrap();
        let name = name["displayName"].as_str().unwrap().to_owned();
        page.run("location.hash = `/integrations/${arguments[0]}`", vec![json!(id)]);
        page.heading(&name).appears();
        page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
        let focus = format!(
            "const has = document.activeElement;
             const {{ top, bottom }} = has.getBoundingClientRect();
             return has.getAttribute('href') === '#/integrations/{id}' && top >= 0 && bottom <= innerHeight;"
        );
        page.becomes(&format!("the row of #{id} to have the focus, in view"), || {
            page.run(&focus, Vec::new()) == true
        });
    }
}

#[test]
fn who_types_meanwhile_keeps_the_focus() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").click();
    page.heading("mobile").appears();
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.link("mobile").has_focus();
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("nowhere");
    page.heading(sentences::NO_INTEGRATION_MATCHES).appears();
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("mobile");
    page.link("mobile").appears();
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).has_focus();
}

#[test]
fn projects_of_gitlab_are_as_they_were_left() {
    let server = Server::demo();
    for (left, query) in [("/gitlab", ""), ("/gitlab?", "shop"), ("/gitlab?", "website")] {
        let page = server.open("/gitlab");
        if !query.is_empty() {
            page.role("searchbox").named(sentences::SEARCH_PROJECTS_OF_GITLAB).fill(query);
        }
        let address = page.address();
        let row = page.run("return document.querySelector('tbody th a').innerText", Vec::new());
        let row = row.as_str().unwrap();
        page.run("document.querySelector('tbody th a').click()", Vec::new());
        page.link(sentences::BACK_TO_GITLAB_PROJECTS).click();
        page.becomes("back where it was left", || page.address() == address);
        let focus = "const has = document.activeElement; return has.closest('tbody') && has.innerText";
        page.becomes(&format!("{left} to have the focus on {row}"), || page.run(focus, Vec::new()) == row);
    }
}

//! Search, facets, order and columns, all in the address.

use patchbay_tests::{Locator, Page, keys, sentences};

use super::{all, is_read, open_group, row, today};

fn search<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET)
}

/// The names of the rows in view, without those that head a group.
#[track_caller]
fn names(page: &Page<'_>) -> Vec<String> {
    let script = "return [...tree.querySelectorAll('.rows tr')].filter((row) => !row.querySelector('.pick label').hidden)
        .map((row) => row.querySelector('a').innerText)";
    let names = page.run(script, Vec::new());
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[test]
fn words_and_addresses_are_searched_for() {
    let server = today();
    let page = open_group(&server, "shop");
    search(&page).fill("api");
    page.becomes("fewer rows", || names(&page).iter().all(|name| name.contains("API")));
    assert!(page.address().ends_with("fleet?group=shop&q=api"), "{}", page.address());
    search(&page).fill(&format!("{0}/shop/web/website {0}/shop/web/checkout", server.origin()));
    page.becomes("two rows", || names(&page) == ["Checkout", "Website"]);
    search(&page).fill("no such thing");
    page.heading(sentences::NO_PROJECT_MATCHES).appears();
    page.button(sentences::CLEAR_FILTERS).within(page.role("search")).click();
    search(&page).has_focus().holds("");
    page.link("Shop / Backend / Catalogue").appears();
}

#[test]
fn facets_say_what_it_has_lacks_and_inherits() {
    let server = today();
    let page = open_group(&server, "platform");
    let slack = |inherited: bool| {
        let projects = all(&server, "/groups/platform/projects?include_subgroups=true");
        let homes = projects.iter().map(|one| format!("/projects/{}", one["id"]));
        let groups = all(&server, "/groups/platform/descendant_groups");
        let groups = groups.iter().map(|one| format!("/groups/{}", one["id"]));
        let homes: Vec<String> = homes.chain(groups).chain(["/groups/platform".to_owned()]).collect();
        let has = |home: &&String| {
            let active = server.ask_as_owner("GET", &format!("{home}/integrations"), None);
            active
                .as_array()
                .unwrap()
                .iter()
                .any(|one| one["slug"] == "slack" && (!inherited || one["inherited"] == true))
        };
        (homes.iter().filter(has).count(), homes.len())
    };
    let ((has, rows), (inherits, _)) = (slack(false), slack(true));
    page.button("Has").click();
    page.role("checkbox").named_like("Slack").within(page.role("dialog")).click();
    page.sees(&format!("{has} of {rows}"));
    page.press(keys::Escape);
    assert!(page.address().ends_with("has=slack"), "{}", page.address());
    page.button("Clear has").click();
    page.button("Lacks").click();
    page.role("checkbox").named_like("Slack").within(page.role("dialog")).click();
    page.sees(&format!("{} of {rows}", rows - has));
    page.press(keys::Escape);
    page.go(&server.at_gitlab("fleet?group=platform&inherits=slack"));
    page.sees(&format!("{inherits} of {rows}"));
    page.sees(&format!("Slack on {has} ({inherits} from above)"));
    row(&page, "Base images").shows("from above");
    page.go(&server.at_gitlab("fleet?group=platform&archived=yes"));
    page.sees("archived");
    // As it was left.
    page.back();
    page.sees(&format!("{inherits} of {rows}"));
}

#[test]
fn are_sorted_by_name_activity_and_number() {
    let server = today();
    let page = open_group(&server, "shop/web");
    assert_eq!(names(&page)[..4], ["Shop / Web", "Account pages", "Browser tests", "Checkout"]);
    page.button("Project").within(page.role("columnheader").named("Project")).click();
    page.becomes("the other way round", || names(&page)[1] == "Website");
    page.go(&server.at_gitlab("fleet?group=shop%2Fweb&sort=-count"));
    page.becomes("the most first", || names(&page)[0] == "Website");
    let mut projects = all(&server, "/groups/21/projects");
    projects.sort_by_key(|one| one["last_activity_at"].as_str().unwrap().to_owned());
    page.button(sentences::COLUMNS).click();
    page.role("combobox").named("Sort by").has_focus();
    page.run(
        "const select = tree.querySelector('.columns select');
         select.value = 'active';
         select.dispatchEvent(new Event('change', { bubbles: true }))",
        Vec::new(),
    );
    page.press(keys::Escape);
    page.becomes("sorted by activity", || page.address().contains("sort=-active"));
    let latest = projects.last().unwrap()["name"].as_str().unwrap().to_owned();
    page.becomes("the latest first", || names(&page)[0] == latest);
}

#[test]
fn columns_are_chosen_and_the_others_counted() {
    let server = today();
    let page = open_group(&server, "shop");
    page.role("columnheader").named_like("Slack").appears();
    page.button(sentences::COLUMNS).click();
    page.role("checkbox").named("Slack").within(page.role("dialog")).click();
    page.press(keys::Escape);
    page.button(&format!("{}: 3", sentences::COLUMNS))
        .appears()
        .without(&page.role("columnheader").named_like("Slack"));
    page.go(&server.at_gitlab("fleet?group=shop&cols=telegram,slack"));
    page.role("columnheader").named_like("Telegram").appears();
    page.button(&format!("{}: 2", sentences::COLUMNS)).click();
    page.button("Show the usual columns").click();
    page.button(sentences::COLUMNS).has_focus();
    is_read(&page);
}

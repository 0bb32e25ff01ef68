//! Settings as columns of the list: chosen, sorted, narrowed, compared, and all of it in the address.

use crate::list::lists;
use patchbay_tests::sentences;
use patchbay_tests::{Fault, Page, Server, Width, keys};
use serde_json::{Value, json};

/// The heads of the columns.
#[track_caller]
fn heads(page: &Page<'_>) -> Vec<String> {
    let script = "return [...tree.querySelectorAll('thead th')].filter((one) => one.checkVisibility())
        .map((one) => one.innerText).filter(Boolean)";
    let heads = page.run(script, Vec::new());
    heads.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// Waits until these are the heads of the columns between the name and the menu.
#[track_caller]
fn has_columns(page: &Page<'_>, columns: &[&str]) {
    let expected: Vec<&str> = ["Name"].iter().chain(columns).chain(&["Actions"]).copied().collect();
    page.becomes(&format!("the columns {expected:?}"), || heads(page) == expected);
}

/// What each row says in the column with this head, with its class.
#[track_caller]
fn cells(page: &Page<'_>, head: &str) -> Vec<(String, String)> {
    let script = "
        const at = [...tree.querySelectorAll('thead th')].findIndex((one) => one.innerText === arguments[0]);
        return [...tree.querySelectorAll('.rows tr')].map((row) => row.cells[at].firstElementChild)
          .map((cell) => [cell.innerText, cell.className])";
    let cells = page.run(script, vec![head.into()]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    cells.as_array().unwrap().iter().map(|cell| (text(&cell[0]), text(&cell[1]))).collect()
}

#[track_caller]
fn first_names(page: &Page<'_>, names: &[&str]) {
    let script = "return [...tree.querySelectorAll('.rows th a')].map((one) => one.innerText)";
    page.becomes(&format!("rows that begin with {names:?}"), || {
        let rows = page.run(script, Vec::new());
        names.iter().enumerate().all(|(at, name)| rows[at] == *name)
    });
}

#[test]
fn any_setting_is_a_column_and_the_address_says_so() {
    let server = Server::demo();
    let page = server.open("/integrations");
    lists(&page, 25);
    page.button(sentences::COLUMNS).click();
    let menu = page.role("dialog").named(sentences::COLUMNS).appears();
    page.is_accessible("the menu of columns");
    page.role("checkbox").named("Smart commits").click();
    page.role("checkbox").named("JMESPath filter").click();
    page.role("checkbox").named("Type").click();
    page.is_at("/integrations?cols=status,projects,indexed,smartCommitsEnabled,apiFilter");
    has_columns(&page, &["Status", "Projects", "Last indexed", "Smart commits", "JMESPath filter"]);
    page.press(keys::Escape);
    menu.vanishes();
    page.button("Columns: 5").has_focus();
    page.role("row").named_like("analytics-frankfurt").shows("off").shows("–");
    page.role("row").named_like("infrastructure").shows("[?!empty_repo]").shows("Enabled").shows("on");
    page.role("row").named_like("mobile").shows("(none)").shows("MOB, IOS, AND, PUSH, UX");
    page.is_accessible("settings as columns");
    page.reload();
    has_columns(&page, &["Status", "Projects", "Last indexed", "Smart commits", "JMESPath filter"]);
    page.go("/integrations");
    has_columns(&page, &["Type", "Status", "Projects", "Last indexed"]);
}

#[test]
fn what_is_ticked_until_the_menu_is_closed_is_one_step_back() {
    let server = Server::demo();
    let page = server.open("/integrations?sort=-name");
    page.button(sentences::COLUMNS).click();
    for column in ["Smart commits", "Show diffs", "Status"] {
        page.role("checkbox").named(column).click();
    }
    page.is_at(
        "/integrations?sort=-name&cols=type,projects,indexed,smartCommitsEnabled,sourcesDiffViewEnabled",
    );
    page.press(keys::Escape);
    page.back();
    page.is_at("/integrations?sort=-name");
    has_columns(&page, &["Type", "Status", "Projects", "Last indexed"]);
}

#[test]
fn each_column_sorts_both_ways() {
    let server = Server::demo();
    let page = server.open("/integrations?cols=apiFilter,maxMinsToCommitEmail,projects,type");
    server.change(server.id("mobile"), &json!({ "maxMinsToCommitEmail": 200 }));
    server.change(server.id("payments"), &json!({ "maxMinsToCommitEmail": 30 }));
    page.button("Refresh").click();
    let by = |column: &str| {
        page.button(column).within(page.role("columnheader").named(column)).click();
    };
    by("Oldest commit to mail about");
    page.is_at("/integrations?cols=apiFilter,maxMinsToCommitEmail,projects,type&sort=c.maxMinsToCommitEmail");
    first_names(&page, &["payments", "mobile"]);
    page.role("columnheader").named("Oldest commit to mail about").has("aria-sort", "ascending");
    by("Oldest commit to mail about");
    page.is_at(
        "/integrations?cols=apiFilter,maxMinsToCommitEmail,projects,type&sort=-c.maxMinsToCommitEmail",
    );
    by("Oldest commit to mail about");
    by("JMESPath filter");
    by("JMESPath filter");
    page.role("columnheader").named("JMESPath filter").has("aria-sort", "descending");
    // Those without the setting are last either way.
    first_names(&page, &["payments", "customer-relations"]);
    by("Type");
    page.is_at("/integrations?sort=type&cols=apiFilter,maxMinsToCommitEmail,projects,type");
    first_names(&page, &["analytics-frankfurt", "device-cloud", "erp-and-finance"]);
    by("Projects");
    page.is_at("/integrations?cols=apiFilter,maxMinsToCommitEmail,projects,type&sort=c.projects");
    by("Name");
    first_names(&page, &["/jira/repos/*"]);
}

#[test]
fn each_setting_has_a_facet_that_counts_with_the_others() {
    let server = Server::demo();
    let page = server.open("/integrations?cols=smartCommitsEnabled,apiFilter");
    page.button("Smart commits").within(page.role("search").named("Integrations")).click();
    page.role("checkbox").named("on 24").appears();
    page.role("checkbox").named("off 1").click();
    lists(&page, 1);
    page.is_at("/integrations?cols=smartCommitsEnabled,apiFilter&c.smartCommitsEnabled=off");
    page.press(keys::Escape);
    page.button("Smart commits: off").has_focus();
    page.link("analytics-frankfurt").appears();
    // The usual facets count what the others leave, and so does this one.
    page.button("Type").within(page.role("search").named("Integrations")).click();
    page.role("checkbox").named("AWS CodeCommit 1").appears();
    page.role("checkbox").named("GitHub.com 0").appears();
    page.press(keys::Escape);
    page.button("JMESPath filter").within(page.role("search").named("Integrations")).click();
    page.role("checkbox").named("– 1").appears();
    page.role("checkbox").named("(none) 0").appears();
    page.press(keys::Escape);
    page.button(sentences::CLEAR_FILTERS).click();
    lists(&page, 25);
    page.is_at("/integrations?cols=smartCommitsEnabled,apiFilter");
}

#[test]
fn only_what_differs_hides_columns_and_dims_the_commonest() {
    let server = Server::demo();
    let page = server.open("/integrations?cols=smartCommitsEnabled,sourcesDiffViewEnabled,requireUserPat");
    has_columns(&page, &["Smart commits", "Show diffs", "Require users’ own tokens"]);
    page.button(sentences::ONLY_WHAT_DIFFERS).has("aria-pressed", "false").click();
    has_columns(&page, &["Smart commits", "Require users’ own tokens"]);
    page.is_at("/integrations?cols=smartCommitsEnabled,sourcesDiffViewEnabled,requireUserPat&only=differs");
    for (text, class) in cells(&page, "Smart commits") {
        assert_eq!(class, if text == "on" { "cut same" } else { "cut differs" });
    }
    page.is_accessible("only what differs");
    page.button("Columns: 3").click();
    page.role("dialog").named(sentences::COLUMNS).appears();
    page.role("checkbox").named("Show diffs all the same").appears();
    page.role("checkbox").named("Smart commits").appears();
    page.press(keys::Escape);
    // Among other rows other columns differ.
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("github");
    page.becomes("all agree on smart commits", || !heads(&page).contains(&"Smart commits".to_owned()));
    page.role("searchbox").named(sentences::SEARCH_NAME_URL_OR_ID).fill("");
    page.button(sentences::ONLY_WHAT_DIFFERS).has("aria-pressed", "true").click();
    has_columns(&page, &["Smart commits", "Show diffs", "Require users’ own tokens"]);
}

/// Columns that have no room are lines, and the menu sorts by them.
#[test]
fn on_a_phone_columns_are_lines_below_the_name() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.show_at(Width::Narrow);
    page.button(sentences::COLUMNS).click();
    page.fits_sideways();
    page.role("combobox").named("Sort by").has_focus();
    for column in ["Smart commits", "JMESPath filter"] {
        page.role("checkbox").named(column).click();
    }
    page.run(
        "const select = tree.querySelector('.columns select');
         select.value = 'projects';
         select.dispatchEvent(new Event('change', { bubbles: true }))",
        Vec::new(),
    );
    page.role("checkbox").named("Descending").click();
    page.press(keys::Escape);
    page.is_at(
        "/integrations?cols=type,status,projects,indexed,smartCommitsEnabled,apiFilter&sort=-c.projects",
    );
    page.role("row")
        .named_like("infrastructure")
        .shows("Type: GitLab")
        .shows("Projects: ")
        .shows("Last indexed: ")
        .shows("Smart commits: on")
        .shows("JMESPath filter: [?!empty_repo]");
    assert_eq!(heads(&page), ["Name", "Status", "Actions"]);
    page.fits_sideways();
    page.is_accessible("columns on a phone");
}

#[test]
fn settings_are_read_again_with_the_list() {
    let server = Server::demo();
    let page = server.open("/integrations?cols=smartCommitsEnabled");
    let row = page.role("row").named_like("mobile");
    row.shows("on");
    server.change(server.id("mobile"), &json!({ "smartCommitsEnabled": false }));
    page.button("Refresh").click();
    row.shows("off");
    // Back from a page that changed it.
    page.link("mobile").click();
    page.switch("Smart commits").click();
    page.button("Save 1 change").click();
    page.role("status").shows("mobile is saved.");
    page.link(sentences::BACK_TO_GIT_INTEGRATIONS).click();
    page.is_at("/integrations?cols=smartCommitsEnabled");
    row.shows("on");
}

#[test]
fn says_when_settings_cannot_be_read() {
    let server = Server::demo();
    let page = server.open("/integrations");
    lists(&page, 25);
    server.disturb(
        "GET /rest/gitplugin/1.0/integration",
        Fault::Answer(500, json!({ "message": "out of order" })),
    );
    page.go("/integrations?cols=smartCommitsEnabled");
    page.alert("out of order").appears();
    page.role("row").named_like("mobile").shows("…");
    server.heal();
    page.button(sentences::TRY_AGAIN).click();
    page.role("row").named_like("mobile").shows("on");
    page.complains_of(&["500"]);
}

/// As everything that is read.
#[test]
fn settings_that_cannot_be_read_for_now_are_read_again_visibly() {
    let server = Server::demo();
    for fault in [Fault::Cut, Fault::Answer(503, json!({})), Fault::TooMany(2)] {
        let page = server.open("/integrations");
        lists(&page, 25);
        server.disturb("GET /rest/gitplugin/1.0/integration", fault);
        page.go("/integrations?cols=smartCommitsEnabled");
        page.sees(&format!("{} in 2 s.", sentences::PATCHBAY_TRIES_AGAIN));
        server.heal();
        page.passes_time();
        page.passes_time();
        page.role("row").named_like("mobile").shows("on").without(&page.role("alert"));
    }
}

#[test]
fn what_means_nothing_in_an_old_address_is_passed_over() {
    let server = Server::demo();
    let page = server.open("/integrations?cols=nothing,status&sort=c.nowhere&c.nothing=7&only=differs");
    has_columns(&page, &["Status"]);
    lists(&page, 25);
    page.button("Columns: 2").click();
    page.button("Show the usual columns").click();
    page.is_at("/integrations");
    has_columns(&page, &["Type", "Status", "Projects", "Last indexed"]);
}

#[test]
fn rows_stay_chosen_in_other_columns() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.role("checkbox").named("Select mobile").click();
    page.button(sentences::COLUMNS).click();
    page.role("checkbox").named("Smart commits").click();
    page.press(keys::Escape);
    has_columns(&page, &["Type", "Status", "Projects", "Last indexed", "Smart commits"]);
    page.role("region").named("Selected integrations").shows("1 of 25 selected");
    let script = "return [...tree.querySelectorAll('.rows input')].filter((one) => one.checked).length";
    page.becomes("one ticked", || page.run(script, Vec::new()) == 1);
    page.role("checkbox").named("Select all 25").click();
    page.role("region").named("Selected integrations").shows("25 of 25 selected");
    page.switch("Enabled: mobile").click();
    page.role("status").shows("mobile is disabled.");
    page.switch("Disabled: mobile").appears();
}

/// Without rows nothing is compared, and with the next one it is again.
#[test]
fn a_list_that_becomes_empty_and_is_filled_again_is_compared_again() {
    for (route, columns) in [
        ("/integrations", &["Type", "Status", "Projects", "Last indexed"][..]),
        ("/integrations?cols=status,smartCommitsEnabled", &["Status", "Smart commits"]),
        ("/integrations?sort=-c.smartCommitsEnabled&cols=smartCommitsEnabled", &["Smart commits"]),
    ] {
        let server = Server::new().demo(1).start();
        let page = server.open(route);
        lists(&page, 1);
        // After that the part with columns is there in any case.
        page.role("checkbox").named("Select all 1").click();
        page.role("region").named("Selected integrations").appears();
        let id = server.all()[0]["id"].clone();
        server.ask("DELETE", &format!("/rest/gitplugin/1.0/integration/{id}?deleteFiles=false"), None);
        for _ in 0..2 {
            page.button("Refresh").click();
            page.heading(sentences::NO_INTEGRATIONS_YET).appears();
            page.button("Refresh").appears();
        }
        let body = json!({ "type": "GITHUB", "displayName": "new one", "pat": "t0ken" });
        server.ask("POST", "/rest/gitplugin/1.0/integration", Some(&body));
        page.button("Refresh").click();
        page.link("new one").appears();
        has_columns(&page, columns);
    }
}

#[test]
fn a_facet_of_many_values_has_a_search_field() {
    let server = Server::demo();
    for (column, label, is_searched) in
        [("origin", "Host URL", true), ("smartCommitsEnabled", "Smart commits", false)]
    {
        let page = server.open(&format!("/integrations?cols={column}"));
        let facet = page.button(label).within(page.role("search").named("Integrations"));
        facet.click();
        let dialog = page.role("dialog").named(label).appears();
        let search = page.role("searchbox").within(page.role("dialog"));
        match is_searched {
            true => drop(search.appears()),
            false => drop(dialog.without(&search)),
        }
    }
}

#[test]
fn ten_thousand_are_compared() {
    let server = Server::new().demo(10_000).start();
    let page = server
        .open("/integrations?cols=smartCommitsEnabled,apiFilter&c.smartCommitsEnabled=off&sort=-c.apiFilter");
    page.sees(" of 10,000");
    page.becomes("only those that are off", || {
        cells(&page, "Smart commits").iter().all(|(text, _)| text == "off")
    });
}

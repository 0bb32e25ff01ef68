//! Rows that are chosen: the same checkboxes, ranges and bar as in the list of Git integrations.

use patchbay_tests::{Locator, Page, keys, sentences};
use serde_json::json;

use super::{open_group, today};

fn dock<'p>(page: &'p Page<'_>) -> Locator<'p> {
    page.role("region").named("Selected projects and groups")
}

#[test]
fn a_range_all_that_match_and_none() {
    let server = today();
    let page = open_group(&server, "shop/web");
    page.role("checkbox").named("Select group Shop / Web").press(keys::Tab);
    page.tab_to("checkbox", "Select Account pages");
    page.types(" ");
    dock(&page).shows("1 of 13 selected");
    page.tab_to("checkbox", "Select Checkout");
    page.chord(keys::Shift, ' ');
    dock(&page).shows("3 of 13 selected");
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).fill("pages");
    dock(&page).shows("1 of 3 selected").shows("and 2 that the filters hide");
    page.role("checkbox").named("Select all 3").click();
    dock(&page).shows("3 of 3 selected");
    page.role("searchbox").named(sentences::SEARCH_THE_FLEET).fill("");
    page.button("Select all 13").click();
    dock(&page).shows("13 of 13 selected");
    let bar = dock(&page).appears();
    page.button(sentences::CLEAR_SELECTION).click();
    bar.vanishes();
    page.role("checkbox").named("Select all 13").has_focus();
}

#[test]
fn what_heads_a_group_is_no_row_to_choose() {
    let server = today();
    let page = open_group(&server, "shop/backend/orders");
    page.link("Shop / Backend / Orders").appears();
    // The group itself and its projects.
    page.role("checkbox").named("Select all 13").click();
    dock(&page).shows("13 of 13 selected");
}

#[test]
fn what_is_chosen_is_copied_as_a_table() {
    let server = today();
    let page = open_group(&server, "shop/web");
    page.role("checkbox").named("Select Website").click();
    let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    page.devtools("Browser.grantPermissions", &permissions);
    page.button("Copy as a table").click();
    page.button("Copied").appears();
    let copied = page.run("return navigator.clipboard.readText()", Vec::new());
    let copied = copied.as_str().unwrap().to_owned();
    assert!(copied.starts_with("Path\tNumber\tKind\tArchived\tActive integrations\n"), "{copied}");
    assert!(copied.contains("\nshop/web/website\t101\tproject\tno\t"), "{copied}");
}

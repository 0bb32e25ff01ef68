//! Changing settings of many integrations.

use super::{add, choose, patches, refuses, what};
use patchbay_tests::sentences;
use patchbay_tests::{Server, keys};
use serde_json::{Value, json};

const ROUTE: &str = "/integrations/plan/change";
const TAGS: &str = "Tag filter (show only matching)";

/// Of ten types.
const TWELVE: [&str; 12] = [
    "/jira/repos/*",
    "platform-core",
    "mobile",
    "data-warehouse",
    "payments",
    "erp-and-finance",
    "warehouse-classic",
    "partner-exchange",
    "device-cloud",
    "firmware",
    "infrastructure",
    "web-shop",
];

#[test]
fn two_settings_of_twelve_integrations_of_several_types() {
    let server = Server::demo();
    let before = server.all();
    let page = choose(&server, &TWELVE, ROUTE);
    page.heading(sentences::CHANGE_SETTINGS).appears();
    page.sees("12 integrations are chosen. 10 settings are in common");
    add(&page, "Smart commits");
    // All have it on, and nobody comes to set what is set.
    page.switch("Smart commits").has("aria-checked", "false");
    page.sees("Changes 12 of 12 integrations.");
    add(&page, TAGS);
    page.field(TAGS).fill("^(Release|release).*");
    page.sees("Changes 12 of 12 integrations.");
    page.is_accessible("changing settings");
    server.forget();
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Change settings of 12 integrations").appears();
    page.sees("12 to change · nothing was sent yet");
    assert_eq!(server.writes(), []);

    page.button("Apply to 12").click();
    page.sees("12 done");
    let mut patches = patches(&server);
    patches.sort_by_key(|(id, _)| *id);
    let off = json!({ "smartCommitsEnabled": false });
    let both = json!({ "smartCommitsEnabled": false, "tagsFilter": "^(Release|release).*" });
    let mut wanted: Vec<(i64, Value)> = TWELVE
        .iter()
        // One has this filter already.
        .map(|name| (server.id(name), if *name == "platform-core" { off.clone() } else { both.clone() }))
        .collect();
    wanted.sort_by_key(|(id, _)| *id);
    assert_eq!(patches, wanted);
    for (before, after) in before.iter().zip(server.all()) {
        let mut asked = before.clone();
        if TWELVE.iter().any(|name| before["displayName"] == *name) {
            asked["smartCommitsEnabled"] = json!(false);
            asked["tagsFilter"] = json!("^(Release|release).*");
            asked["showAllTags"] = json!(false);
        }
        assert_eq!(after, asked);
    }
}

/// What somebody else did meanwhile has the longest words of all results: none is cut, and all rows are equally high, at
/// any width and with any letters.
#[test]
fn what_came_of_each_is_read_wherever_it_stands() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "mobile", "payments", "firmware"], ROUTE);
    add(&page, TAGS);
    page.field(TAGS).fill("^mine.*");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("4 to change");
    server.change(server.id("mobile"), &json!({ "tagsFilter": "^theirs.*" }));
    server.change(server.id("payments"), &json!({ "displayName": "theirs" }));
    let gone = format!("/rest/gitplugin/1.0/integration/{}?deleteFiles=false", server.id("firmware"));
    server.ask("DELETE", &gone, None);
    page.button("Apply to 4").click();
    page.sees("1 done · 3 failed");
    let looks = "
        const rows = [...tree.querySelectorAll('tbody.rows tr')];
        const seen = [...tree.querySelectorAll('tbody.rows .tag')].filter((one) => one.getClientRects().length);
        const cut = seen.filter((one) => one.scrollWidth > one.clientWidth);
        // Beside what opens the details, not behind it.
        const hidden = [...tree.querySelectorAll('tbody.rows button')].filter((one) => {
          one.scrollIntoView({ block: 'center' });
          const { left, top, width, height } = one.getBoundingClientRect();
          return !one.contains(tree.elementFromPoint(left + width / 2, top + height / 2));
        });
        const heights = new Set(rows.map((row) => row.getBoundingClientRect().height));
        return [rows.length, seen.length, heights.size, cut.length, hidden.length]";
    let words = [("mobile", "Changed meanwhile"), ("firmware", "Does not exist")];
    for (width, height) in [(1280, 900), (1000, 900), (844, 390), (390, 844), (320, 900), (320, 568)] {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        page.becomes("that wide", || page.run("return innerWidth", Vec::new()) == width);
        page.run("tree.querySelector('table').scrollIntoView({ block: 'center' })", Vec::new());
        assert_eq!(page.run(looks, Vec::new()), json!([4, 4, 1, 0, 0]), "{width} × {height}");
        for (name, word) in words {
            page.role("row").named_like(name).shows(word);
        }
        page.fits_sideways();
    }
}

#[test]
fn text_is_put_after_before_and_in_place_of_what_is_there() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "security-tools", "design-system"], ROUTE);
    add(&page, "API path");
    what(&page, "API path", "Replace text in");
    page.field("API path: text to replace").fill("/orgs/");
    page.field("API path: replace it with").fill("/users/");
    add(&page, "Display name");
    what(&page, "Display name", "Append");
    page.field("Display name: text to append").fill(" (eu)");
    page.sees("Changes 3 of 3 integrations.");
    page.sees(
        "platform-core: Display name: platform-core → platform-core (eu) · API path: /orgs/platform/repos → ",
    );
    what(&page, "Display name", "Put in front");
    page.field("Display name: text to put in front").fill("eu ");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 3").click();
    page.sees("3 done");
    for (name, path) in
        [("platform-core", "platform"), ("security-tools", "security"), ("design-system", "design")]
    {
        let now = server.named(&format!("eu {name}"));
        assert_eq!(now["apiPath"], format!("/users/{path}/repos"));
    }
}

#[test]
fn problems_are_shown_before_anything_is_sent() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "security-tools", "open source"], ROUTE);
    add(&page, "API path");
    what(&page, "API path", "Replace text in");
    page.field("API path: text to replace").fill("/orgs/platform");
    page.field("API path: replace it with").fill("platform");
    page.sees("Changes 0 of 3 integrations. 2 stay as they are. 1 has a problem and is not sent.");
    let region = page.role("region").named("What it comes to");
    region.shows("With a problem");
    region.shows("platform-core: API path: ");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("0 to change · 2 unchanged · 1 with a problem");
    page.button("With a problem 1").click();
    page.sees("▲ Problem");
    page.button("Apply to 0").has("aria-disabled", "true");
    assert_eq!(server.writes(), []);
}

#[test]
fn a_row_that_stays_says_why() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "analytics-frankfurt"], ROUTE);
    add(&page, "Smart commits");
    page.switch("Smart commits").has("aria-checked", "true");
    page.sees("Changes 1 of 2 integrations. 1 stays as it is.");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("1 to change · 1 unchanged");
    page.button("Details of platform-core").click();
    page.role("dialog").shows("“Smart commits” is so already.");
    page.press(keys::Escape);
    page.button("Apply to 1").click();
    page.sees("1 done");
    assert_eq!(
        patches(&server),
        [(server.id("analytics-frankfurt"), json!({ "smartCommitsEnabled": true }))]
    );
}

#[test]
fn equal_names_are_pointed_out() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "security-tools"], ROUTE);
    add(&page, "Display name");
    page.field("Display name").fill("core");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("With a note 2").click();
    page.button("Details of security-tools").click();
    page.role("dialog").shows("2 of the chosen integrations at github.acme.example will be called “core”.");
}

/// What is missing is said by the button that cannot be used.
#[test]
fn says_what_is_missing() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "mobile"], ROUTE);
    refuses(&page, "Add a setting to change.");
    add(&page, "Display name");
    refuses(&page, "Display name: Enter a value.");
    what(&page, "Display name", "Append");
    refuses(&page, "Display name: Enter the text to add.");
    what(&page, "Display name", "Replace text in");
    refuses(&page, "Display name: Enter the text to replace.");
    what(&page, "Display name", "Clear");
    page.sees("“Display name” will be empty.");
    page.sees("Changes 2 of 2 integrations.");
    page.button("Do not change Display name").click();
    page.heading(sentences::CHANGE_SETTINGS).has_focus();
    refuses(&page, "Add a setting to change.");
    add(&page, "Oldest commit to mail about");
    page.field("Oldest commit to mail about").holds("1440");
    page.sees("Changes 0 of 2 integrations. 2 stay as they are.");
    page.field("Oldest commit to mail about").fill("soon");
    refuses(&page, "Oldest commit to mail about: “soon” is not a whole number. Use digits only.");
    assert_eq!(server.writes(), []);
}

#[test]
fn works_by_keys_alone() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "mobile"], ROUTE);
    page.tab_to("combobox", sentences::SETTING_TO_CHANGE);
    page.types("Display name");
    page.tab_to("button", sentences::ADD_SETTING);
    page.press(keys::Enter);
    page.role("combobox").named("What to do with Display name").has_focus();
    page.types("Append");
    page.tab_to("textbox", "Display name: text to append");
    page.types(" 2");
    // As in every form.
    page.press(keys::Enter);
    page.heading("Change settings of 2 integrations").has_focus();
    page.tab_to("button", "Apply to 2");
    page.press(keys::Enter);
    page.sees("2 done");
    assert_eq!(server.named("mobile 2")["id"], 2);
}

#[test]
fn where_nothing_is_left_to_change_nothing_is_asked() {
    let server = Server::demo();
    for settings in [&["Display name"][..], &["Smart commits", "Oldest commit to mail about"]] {
        let page = choose(&server, &["platform-core"], ROUTE);
        for setting in settings {
            add(&page, setting);
        }
        for setting in settings {
            page.button(&format!("Do not change {setting}")).click();
        }
        page.link(sentences::GIT_INTEGRATIONS).click();
        page.is_at("/integrations");
        page.heading(sentences::GIT_INTEGRATIONS).appears();
    }
}

#[test]
fn what_was_entered_is_not_lost_by_a_wrong_click() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core"], ROUTE);
    add(&page, "Display name");
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.heading(sentences::LEAVE_WITHOUT_SAVING_QUESTION).appears();
    page.button(sentences::STAY_HERE).click();
    page.role("region").named("Display name").appears();
    page.link(sentences::GIT_INTEGRATIONS).click();
    page.button(sentences::LEAVE_WITHOUT_SAVING).click();
    page.is_at("/integrations");
}

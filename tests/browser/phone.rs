//! On a phone: fields that are not zoomed, keys that fit what is typed, what changes beside the button that saves it.

use patchbay_model::gij::IntegrationType;
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server, Width};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;

/// Every page with fields.
fn forms(server: &Server) -> Vec<String> {
    let types = IntegrationType::all().map(|spec| format!("/integrations/new/{}", spec.name));
    let slugs =
        ["slack", "irker", "emails-on-push", "jira", "jenkins", "external-wiki", "datadog", "bugzilla"];
    let gitlab = slugs.map(|slug| server.at_gitlab(&format!("101/{slug}")));
    ["/integrations", "/integrations/2", "/integrations/new", "/gitlab"]
        .map(str::to_owned)
        .into_iter()
        .chain(types)
        .chain(gitlab)
        .collect()
}

#[track_caller]
fn fields(page: &Page<'_>, address: &str) -> Vec<Value> {
    page.go(address);
    page.role("heading").named_like("").within(page.role("main"));
    let script = "
        return [...tree.querySelectorAll('input:not([type=radio], [type=checkbox]), textarea')].map((one) => ({
          id: one.id, size: parseFloat(getComputedStyle(one).fontSize), mode: one.inputMode,
          capitals: one.getAttribute('autocapitalize'), spelling: one.getAttribute('spellcheck'),
          corrected: one.autocorrect ?? one.getAttribute('autocorrect'), example: one.placeholder, type: one.type,
        }))";
    page.run(script, Vec::new()).as_array().unwrap().clone()
}

#[test]
fn no_field_makes_the_phone_zoom_or_correct() {
    let server = Server::demo();
    let page = server.open("");
    page.show_at(Width::Narrow);
    let mut count = 0;
    for address in forms(&server) {
        for field in fields(&page, &address) {
            count += 1;
            assert!(field["size"].as_f64().unwrap() >= 16.0, "{address}: {field}");
            assert_eq!(field["capitals"], "off", "{address}: {field}");
            assert_eq!(field["spelling"], "false", "{address}: {field}");
            assert!(field["corrected"] == false || field["corrected"] == "off", "{address}: {field}");
        }
    }
    assert!(count > 100, "{count} fields");
}

/// As (page, the id of a field, the keys that a phone offers).
#[test]
fn keys_fit_what_is_typed() {
    let server = Server::demo();
    let page = server.open("");
    let jira = |kind: &str| format!("/integrations/new/{kind}");
    for (address, id, mode) in [
        (jira("GITHUB_SERVER"), "field-origin", "url"),
        (jira("GITLAB_SERVER"), "field-origin", "url"),
        (jira("GERRIT"), "field-origin", "url"),
        (jira("FILESPACE"), "field-origin", ""),
        (jira("FILESPACE"), "field-folderDepth", "numeric"),
        (jira("GITHUB"), "field-displayName", ""),
        (server.at_gitlab("101/emails-on-push"), "field-recipients", "email"),
        (server.at_gitlab("101/irker"), "field-recipients", ""),
        (server.at_gitlab("101/irker"), "field-server_port", "numeric"),
        (server.at_gitlab("101/jenkins"), "field-jenkins_url", "url"),
        (server.at_gitlab("101/external-wiki"), "field-external_wiki_url", "url"),
        (server.at_gitlab("101/jira"), "field-url", "url"),
    ] {
        let fields = fields(&page, &address);
        let field = fields.iter().find(|field| field["id"] == id);
        assert_eq!(field.map(|field| &field["mode"]), Some(&json!(mode)), "{address}: {id}");
    }
}

/// An example that looks like a value makes a required field seem filled in.
#[test]
fn examples_say_that_they_are() {
    let server = Server::demo();
    let page = server.open("");
    let mut count = 0;
    for address in forms(&server) {
        for field in fields(&page, &address) {
            let (example, id) = (field["example"].as_str().unwrap(), field["id"].as_str().unwrap());
            if !example.is_empty() && field["type"] != "search" {
                assert!(example.starts_with("For example: "), "{address}: {id}: {example}");
                count += 1;
            }
        }
    }
    assert!(count > 30, "{count} examples");
}

#[test]
fn the_changes_open_above_save() {
    let server = Server::demo();
    let page = server.open("");
    for (address, field) in [
        ("/integrations/2".to_owned(), "Display name"),
        (server.at_gitlab("101/emails-on-push"), "Recipients"),
    ] {
        page.go(&address);
        page.field(field).fill("new@test.example");
        page.role("tabpanel").named("Changes · 1").appears().without(&page.role("summary").named("1 change"));
        page.show_at(Width::Narrow);
        let summary = page.role("summary").named("1 change").click();
        let list = "
            const list = tree.querySelector('.in-short .diff');
            const { top, bottom } = list.getBoundingClientRect();
            const save = tree.querySelector('[type=submit]').getBoundingClientRect();
            return [list.innerText.includes('new@test.example'), top >= 0 && bottom <= save.top]";
        assert_eq!(page.run(list, Vec::new()), json!([true, true]));
        page.is_accessible("changes above the button that saves");
        page.show_at(Width::Narrow);
        page.role("button").named_like("Save 1").click();
        page.role("status").shows("is saved");
        summary.vanishes();
        page.show_at(Width::Wide);
    }
}

/// What is chosen as the browser's font size makes everything that is read larger, and nothing stands out.
#[test]
fn letters_follow_the_browsers_font_size() {
    let server = Server::demo();
    let page = server.open("");
    let sizes = "
        const all = [...app.querySelectorAll('*')].filter((one) =>
          [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || one.matches('input, textarea'));
        return all.map((one) => parseFloat(getComputedStyle(one).fontSize))";
    for address in ["/integrations".to_owned(), "/integrations/2".to_owned(), server.at_gitlab("101")] {
        page.go(&address);
        page.role("main").appears();
        let before = page.run(sizes, Vec::new());
        page.run("document.documentElement.style.fontSize = '200%'", Vec::new());
        let after = page.run(sizes, Vec::new());
        page.fits_sideways();
        page.run("document.documentElement.style.fontSize = ''", Vec::new());
        let (before, after) = (before.as_array().unwrap(), after.as_array().unwrap());
        assert!(before.len() > 30 && before.len() == after.len(), "{} and {}", before.len(), after.len());
        let doubled = |(one, other): (&Value, &Value)| {
            (one.as_f64().unwrap() * 2.0 - other.as_f64().unwrap()).abs() < 0.1
        };
        assert!(before.iter().zip(after).all(doubled), "{address}: {before:?} {after:?}");
    }
}

/// On the smallest phone with the largest letters, every page: nothing stands out, whole words where a line has room.
#[test]
fn the_largest_letters_fit_on_the_smallest_phone() {
    let server = Server::demo();
    let page = server.open("");
    let more = ["/health", "/integrations/plan", "/integrations/plan/import", "/integrations/1/repositories"];
    let more = more.into_iter().chain(["/integrations/1/reindex", "/connection", "/nowhere"]);
    let gitlab = ["101", "fleet", "fleet?mine=all", "groups", "plan/import", "101/slack"];
    let gitlab = gitlab.map(|address| server.at_gitlab(address));
    for address in forms(&server).into_iter().chain(more.map(str::to_owned)).chain(gitlab) {
        page.go(&address);
        page.role("heading").named_like("").within(page.role("main"));
        for (width, height) in [(320, 568), (568, 320), (390, 844)] {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
            page.becomes("that wide", || page.run("return innerWidth", Vec::new()) == width);
            page.run("document.documentElement.style.fontSize = '200%'", Vec::new());
            page.fits_sideways();
            page.run("document.documentElement.style.fontSize = ''", Vec::new());
            page.fits_sideways();
        }
    }
}

#[test]
fn the_bar_has_one_row_of_links_beside_a_scrollbar() {
    let server = Server::demo();
    let page = server.open("/integrations");
    page.link("mobile").appears();
    for width in [320, 330, 360, 400] {
        let metrics = json!({ "width": width, "height": 700, "deviceScaleFactor": 1, "mobile": false });
        page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        page.becomes("that wide", || page.run("return innerWidth", Vec::new()) == width);
        let tops =
            "return new Set([...tree.querySelectorAll('.bar nav a')].map((one) => one.offsetTop)).size";
        assert_eq!(page.run(tops, Vec::new()), 1, "{width} px");
        page.fits_sideways();
    }
    page.link(sentences::GITLAB).appears();
}

/// The state of each row, and how many of them are cut.
const STATES: &str = "
    const rows = [...tree.querySelectorAll('tbody.rows tr')];
    const states = rows.map((row) => row.querySelector('.stage .tag'));
    const cut = states.filter((one) => one.scrollWidth > one.clientWidth);
    return [states.map((one) => one.innerText), cut.length]";

/// How far indexing is, is read whole in each state, at each width of a phone.
#[test]
fn the_state_of_indexing_is_not_cut() {
    let server = Server::new().demo(25).pace(Duration::from_hours(1)).start();
    let page = server.open("/integrations");
    page.role("checkbox").named("Select all 25").click();
    page.link("Reindex").click();
    page.heading(sentences::REINDEX_INTEGRATIONS).appears();
    let mut seen = BTreeSet::new();
    let mut look = |what: &str| {
        for (width, height) in
            [(320, 700), (320, 568), (344, 882), (360, 800), (390, 844), (568, 320), (600, 960)]
        {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
            page.becomes("that wide", || page.run("return innerWidth", Vec::new()) == width);
            let states = page.run(STATES, Vec::new());
            assert_eq!(states[1], 0, "{what}, {width} × {height}: {states}");
            seen.extend(states[0].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()));
            page.fits_sideways();
        }
        page.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
    };
    look("before");
    page.button("Reindex 21 integrations").click();
    page.sees("21 under way");
    look("at the start");
    server.sandbox().index_for(Duration::from_mins(150));
    page.passes_time();
    page.sees("Indexing 50 %");
    look("halfway");
    server.sandbox().index_for(Duration::from_hours(100_000));
    page.passes_time();
    page.sees("19 indexed · 2 failed");
    look("at the end");
    for state in ["Not started", "Indexing 0 %", "Indexing 50 %", "✓ Indexed", "▲ Failed"] {
        assert!(seen.contains(state), "{state} is none of {seen:?}");
    }
}

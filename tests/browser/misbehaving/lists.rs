//! Answers of every shape where lists are wanted, on every page that reads one: what can be read is shown, what cannot is
//! said, nothing stops, and nothing is wider than the page.

use patchbay_tests::{Fault, Page, Server, Width};
use serde_json::{Value, json};

const LIST: &str = "GET /rest/gitplugin/1.0/integration";
const MOBILE: &str = "GET /rest/gitplugin/1.0/integration/2";
const REPOSITORIES: &str = "GET /rest/gitplugin/1.0/repository";
const PROJECTS: &str = "GET /rest/api/2/project";
const ACTIVE: &str = "GET /api/v4/projects/101/integrations";
const HOMES: &str = "GET /api/v4/projects";
const GROUPS: &str = "GET /api/v4/groups";

/// The page is alive, as wide as the window, and shows one of these.
#[track_caller]
fn shows_one_of(page: &Page<'_>, what: &str, expected: &[&str]) {
    page.becomes(what, || expected.iter().any(|text| page.text().contains(text)));
    page.fits_sideways();
    assert!(!page.text().contains("Patchbay has stopped"), "{what}");
}

/// A text that claims to be JSON, or something else, with status 200 or 204.
fn no_lists(good: &Value) -> Vec<(String, Fault)> {
    let good = good.to_string();
    let half = good[..good.floor_char_boundary(good.len() / 2)].to_owned();
    let texts = [
        String::new(),
        " \n".to_owned(),
        "null".to_owned(),
        "0".to_owned(),
        "-1.5e300".to_owned(),
        "1e400".to_owned(),
        "true".to_owned(),
        "\"list\"".to_owned(),
        "{}".to_owned(),
        half,
        format!("{good} trailing"),
        format!("{good}\n{good}"),
        format!("{good},"),
        format!(")]}}',\n{good}"),
        format!("callback({good})"),
        format!("{{\"values\": {good}}}"),
        format!("{{\"data\": {good}, \"total\": 1}}"),
        "{\"errorMessages\": [\"Not now.\"]}".to_owned(),
        "NaN".to_owned(),
        "[1, 2,]".to_owned(),
        format!("{}1{}", "[".repeat(300), "]".repeat(300)),
        "\u{0}\u{1}\u{fffd}".to_owned(),
    ];
    let mut faults: Vec<(String, Fault)> =
        texts.into_iter().map(|text| (format!("{text:.80}"), Fault::Text(text))).collect();
    let page = |status, media_type, text: &str| Fault::Page(status, media_type, text.to_owned(), None);
    faults.extend([
        ("a page".to_owned(), page(200, "text/html", "<!doctype html><title>Start</title><h1>Welcome</h1>")),
        ("a page as JSON".to_owned(), page(200, "application/json", "<!doctype html><title>Start</title>")),
        ("nothing".to_owned(), page(204, "application/json", "")),
        ("a plain text".to_owned(), page(200, "text/plain", "OK")),
        ("a picture".to_owned(), page(200, "image/png", "\u{89}PNG")),
    ]);
    faults
}

/// Good entries in an envelope or none, with marks and repeated keys, that lose nothing.
fn whole(good: &str) -> Vec<String> {
    vec![
        good.to_owned(),
        format!("\u{feff}{good}"),
        format!("\n\t {good} \r\n"),
        good.replace('{', "{ \"x\": 1, \"x\": [2], "),
    ]
}

/// What a server may have in an entry: keys laid over one that is otherwise good.
fn oddities(name: &str) -> Vec<Value> {
    let texts = [
        json!("x".repeat(10_000)),
        json!("word ".repeat(2_000)),
        json!("語".repeat(10_000)),
        json!("\u{202e}txt.exe\u{202e}"),
        json!("\u{2066}a\u{2069}\u{200f}b\u{feff}"),
        json!("a\u{0}b\u{7}c\u{1b}[31m"),
        json!("e\u{301}".repeat(3_000)),
        json!("<img src=x onerror=alert(1)>"),
        json!("\n\n\nlines\n\n"),
        json!(""),
        json!(" "),
        json!(null),
        json!(5),
        json!(-1.5),
        json!(true),
        json!(["a", "b"]),
        json!({ "deep": { "er": [1] } }),
    ];
    texts.into_iter().map(|text| json!({ name: text })).collect()
}

fn dates(names: &[&str]) -> Vec<Value> {
    let dates = [
        json!(-8.64e15),
        json!(8.64e15),
        json!(1e300),
        json!(-1),
        json!("-1"),
        json!("2026-02-30T25:61:61Z"),
        json!("+275760-09-13T00:00:00.001Z"),
        json!("0000-00-00"),
        json!("yesterday"),
        json!("9".repeat(5_000)),
        json!([]),
        json!({}),
        json!(false),
    ];
    dates
        .into_iter()
        .map(|date| names.iter().map(|name| ((*name).to_owned(), date.clone())).collect())
        .collect()
}

fn with(base: &Value, over: &Value) -> Value {
    let mut one = base.clone();
    for (key, value) in over.as_object().unwrap() {
        one[key] = value.clone();
    }
    one
}

fn integration(id: u64, name: &str) -> Value {
    json!({ "id": id, "displayName": name, "origin": "https://git.example", "integrationType": "GITHUB" })
}

fn repository(id: u64, name: &str) -> Value {
    json!({ "id": id, "displayName": name, "origin": "https://git.example/a.git", "trackedFolderId": 2, "disabled": false })
}

fn project(id: u64, name: &str) -> Value {
    json!({ "id": id, "name": name, "path_with_namespace": format!("acme/{name}"), "web_url": "https://git.example/x" })
}

#[test]
fn what_is_no_list_is_said_on_each_page_of_jira() {
    let server = Server::demo();
    let bad =
        ["could not be read", "Something other than Jira answered", "failed", "Nothing that could be read"];
    let all = json!({ "success": true, "integrations": [integration(1, "alpha")] });
    for (what, fault) in no_lists(&all["integrations"]) {
        server.disturb(LIST, fault.clone());
        shows_one_of(&server.open("/integrations"), &format!("the list of {what}"), &bad);
        shows_one_of(&server.open("/health"), &format!("health of {what}"), &bad);
        server.heal();
        server.disturb(REPOSITORIES, fault.clone());
        shows_one_of(&server.open("/integrations/2/repositories"), &format!("repositories of {what}"), &bad);
        server.heal();
        server.disturb(MOBILE, fault);
        let page = server.open("/integrations/2");
        page.role("alert").appears();
        shows_one_of(&page, &format!("the form of {what}"), &["Jira", "Something"]);
        server.heal();
    }
}

#[test]
fn what_is_no_list_is_said_on_each_page_of_gitlab() {
    let server = Server::demo();
    let bad = ["could not be read", "Something other than GitLab answered", "failed", "stopped"];
    for (what, fault) in no_lists(&json!([project(7, "app")])) {
        server.disturb(HOMES, fault.clone());
        shows_one_of(&server.open("/gitlab"), &format!("projects of {what}"), &bad);
        server.heal();
        server.disturb(ACTIVE, fault.clone());
        shows_one_of(&server.open(&server.at_gitlab("101")), &format!("the project of {what}"), &bad);
        shows_one_of(
            &server.open(&server.at_gitlab("fleet?list=101,102")),
            &format!("the fleet of {what}"),
            &bad,
        );
        server.heal();
        server.disturb("GET /api/v4/projects/101/integrations/emails-on-push", fault);
        let page = server.open(&server.at_gitlab("101/emails-on-push"));
        page.role("alert").appears();
        shows_one_of(&page, &format!("the form of {what}"), &["GitLab", "Something"]);
        server.heal();
    }
}

#[test]
fn marks_and_repeated_keys_lose_nothing() {
    let server = Server::demo();
    for text in whole(
        &json!({ "success": true, "integrations": [integration(1, "alpha"), integration(2, "beta")] })
            .to_string(),
    ) {
        server.disturb(LIST, Fault::Text(text));
        let page = server.open("/integrations");
        page.link("alpha").appears();
        page.link("beta").appears();
        server.heal();
    }
    for text in whole(&json!([project(7, "alpha"), project(8, "beta")]).to_string()) {
        server.disturb(HOMES, Fault::Text(text));
        server.open("/gitlab").sees("acme/alpha");
        server.heal();
    }
}

#[test]
fn half_a_character_loses_no_list() {
    let server = Server::demo();
    for half in [
        "\\ud83d",
        "\\ude00",
        "\\uD83D\\uD83D",
        "\\ude00\\ud83d",
        "\\\\\\ud83d",
        "\\ud83d\\n",
        "\\ud83dx\\ude00",
    ] {
        let named = |text: &str| text.replace("beta", &format!("be{half}ta"));
        server.disturb(LIST, Fault::Text(named(&json!({ "success": true, "integrations": [integration(1, "alpha"), integration(2, "beta")] }).to_string())));
        server.disturb(REPOSITORIES, Fault::Text(named(&json!({ "success": true, "repositories": [repository(31, "alpha"), repository(32, "beta")] }).to_string())));
        server.disturb(
            HOMES,
            Fault::Text(named(&json!([project(7, "alpha"), project(8, "beta")]).to_string())),
        );
        server.disturb(ACTIVE, Fault::Text(named(&json!([{ "slug": "jira", "title": "alpha", "active": true }, { "slug": "slack", "title": "beta", "active": true }]).to_string())));
        let page = server.open("/integrations");
        page.link("alpha").appears();
        page.sees("2 integrations");
        page.go("/integrations/2/repositories");
        page.sees("2 repositories");
        page.go("/gitlab");
        page.sees("acme/alpha");
        page.go(&server.at_gitlab("101"));
        page.sees("2 integrations");
        server.heal();
    }
}

#[test]
fn odd_entries_of_jira_are_shown_beside_the_others_on_every_page() {
    let server = Server::demo();
    let laid: Vec<Value> = ["displayName", "origin", "integrationType"]
        .into_iter()
        .flat_map(oddities)
        .chain(dates(&["lastIndexedDate", "initDate"]))
        .chain([
            json!({ "projectMappingIds": [null, "x", -1, 1e30, {}] }),
            json!({ "disabled": "perhaps" }),
            json!({ "global": 7 }),
        ])
        .collect();
    let entries: Vec<Value> =
        laid.iter().zip(100_u64..).map(|(over, id)| with(&integration(id, "odd"), over)).collect();
    let mut all = vec![integration(1, "alpha")];
    all.extend(entries);
    let repositories: Vec<Value> = laid
        .iter()
        .zip(1_000_u64..)
        .map(|(over, id)| with(&repository(id, "odd"), over))
        .chain([
            json!(null),
            json!(7),
            json!([]),
            json!({ "id": "x" }),
            json!({}),
            repository(31, "alpha"),
            repository(31, "twin"),
        ])
        .collect();
    server.disturb(LIST, Fault::Answer(200, json!({ "success": true, "integrations": all })));
    server
        .disturb(REPOSITORIES, Fault::Answer(200, json!({ "success": true, "repositories": repositories })));
    for route in ["/integrations", "/health", "/integrations/2/repositories"] {
        let page = server.open(route);
        shows_one_of(&page, route, &["alpha"]);
        page.show_at(Width::Narrow);
        page.fits_sideways();
    }
    let page = server.open("/integrations");
    page.sees(&format!("{} integrations", all.len()));
    page.role("checkbox").named_like("Select all").click();
    page.link("Disable").click();
    page.role("heading").named_like("Disable").appears();
    page.fits_sideways();
}

#[test]
fn odd_projects_and_groups_are_shown_beside_the_others() {
    let server = Server::demo();
    let laid: Vec<Value> = ["name", "path_with_namespace", "web_url"]
        .into_iter()
        .flat_map(oddities)
        .chain(dates(&["last_activity_at", "created_at"]))
        .chain([
            json!({ "archived": "no" }),
            json!({ "namespace": [] }),
            json!({ "avatar_url": 5 }),
            json!({ "permissions": "x" }),
        ])
        .collect();
    let homes: Vec<Value> = laid
        .iter()
        .zip(100_u64..)
        .map(|(over, id)| with(&project(id, "odd"), over))
        .chain([json!(null), json!([]), json!({ "id": -7 }), project(7, "alpha"), project(7, "alpha")])
        .collect();
    server.disturb(HOMES, Fault::Answer(200, json!(homes)));
    server.disturb(GROUPS, Fault::Answer(200, json!(homes)));
    for route in ["/gitlab".to_owned(), server.at_gitlab("groups"), server.at_gitlab("fleet?mine=all")] {
        let page = server.open(&route);
        shows_one_of(&page, &route, &["alpha", "69 projects"]);
        page.show_at(Width::Narrow);
        page.fits_sideways();
    }
}

#[test]
fn odd_active_integrations_are_shown_beside_the_others() {
    let server = Server::demo();
    let laid = ["title", "slug"].into_iter().flat_map(oddities).chain(dates(&["created_at", "updated_at"]));
    let base = json!({ "id": 1, "slug": "unheard-of", "title": "Odd", "active": true });
    let entries: Vec<Value> = laid
        .map(|over| with(&base, &over))
        .chain([json!(null), json!(5), json!({}), json!({ "slug": "jira", "title": "Jira", "active": true })])
        .collect();
    server.disturb(ACTIVE, Fault::Answer(200, json!(entries)));
    for route in [server.at_gitlab("101"), server.at_gitlab("fleet?list=101,102")] {
        let page = server.open(&route);
        page.becomes(&route, || {
            page.text().contains("odd entries") || page.text().contains("could not be read")
        });
        page.fits_sideways();
        page.show_at(Width::Narrow);
        page.fits_sideways();
    }
}

#[test]
fn versions_members_and_metadata() {
    let server = Server::demo();
    for (what, fault) in no_lists(&json!({ "version": "19.5.0", "revision": "x" })) {
        for line in ["GET /api/v4/version", "GET /api/v4/metadata", "GET /api/v4/user"] {
            server.disturb(line, fault.clone());
        }
        let page = server.open(&server.at_gitlab("101"));
        shows_one_of(&page, &format!("{what} as version and user"), &["GitLab", "Something"]);
        server.heal();
        for line in ["GET /rest/api/2/myself", "GET /rest/api/2/serverInfo", PROJECTS] {
            server.disturb(line, fault.clone());
        }
        let page = server.open("/integrations/2");
        shows_one_of(&page, &format!("{what} as who is signed in"), &["Jira", "Something"]);
        server.heal();
    }
    for version in [
        json!(""),
        json!(null),
        json!(19.5),
        json!("nineteen"),
        json!("9".repeat(10_000)),
        json!("19.5.0\u{202e}"),
        json!("-1.-2"),
        json!([19, 5]),
    ] {
        server.disturb("GET /api/v4/version", Fault::Answer(200, json!({ "version": version })));
        server.disturb("GET /api/v4/metadata", Fault::Answer(200, json!({ "version": version })));
        let page = server.open(&server.at_gitlab("101"));
        shows_one_of(&page, &format!("version {version:.50}"), &["Active", "GitLab"]);
        server.heal();
    }
}

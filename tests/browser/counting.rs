//! The numbers of headlines and facets are those of the data, and a number that leads somewhere leads to as many.

use patchbay_tests::{Fault, GitLab, Page, Server, keys};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{SystemTime, UNIX_EPOCH};

const REPOSITORIES: &str = "GET /rest/gitplugin/1.0/repository";
const HOUR: u64 = 3_600_000;

/// Of each set: how many repositories there are, and of how many each of these is one: disabled, never indexed, indexed
/// long ago, associated with all projects, without a state. Zero for none.
const SETS: [(u64, [u64; 5]); 12] = [
    (1, [0, 0, 0, 0, 0]),
    (1, [1, 1, 0, 1, 1]),
    (2, [2, 0, 1, 0, 2]),
    (7, [3, 2, 0, 2, 1]),
    (10, [1, 0, 0, 0, 0]),
    (25, [5, 4, 3, 2, 7]),
    (40, [0, 1, 1, 1, 1]),
    (60, [2, 3, 5, 7, 11]),
    (99, [9, 0, 2, 3, 4]),
    (333, [2, 2, 2, 0, 3]),
    (1_000, [7, 5, 3, 11, 2]),
    (1_001, [1_000, 0, 10, 1, 1]),
];

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis() as u64
}

fn repositories(count: u64, parts: [u64; 5], of: i64, projects: &[Value]) -> Vec<Value> {
    let is = |at: u64, part: usize| parts[part] > 0 && at.is_multiple_of(parts[part]);
    let one = |at: u64| {
        let mut one = json!({ "id": 900 + at, "displayName": format!("repository {at}"), "trackedFolderId": of,
            "disabled": is(at, 0), "mainBranch": "main", "origin": format!("https://git.example/{at}.git"),
            "global": is(at, 3), "projectMappingIds": [] });
        if !is(at, 1) {
            one["lastIndexedDate"] = json!(now() - if is(at, 2) { 50 * HOUR } else { HOUR });
        }
        if !is(at, 4) {
            one["state"] = json!(["UPDATED", "ERROR", "SCANNING", "QUEUED", "MOVING"][at as usize % 5]);
        }
        if !is(at, 3) {
            one["projectMappingIds"] = json!([projects[at as usize % 3]["id"], projects[3]["id"]]);
        }
        one
    };
    (0..count).map(one).collect()
}

/// "1,234".
fn number(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", number / 1_000, number % 1_000),
    }
}

fn count_of(count: usize, one: &str, several: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { several })
}

/// The values of a facet with their counts, as it is opened.
#[track_caller]
fn values(page: &Page<'_>, facet: &str) -> BTreeSet<String> {
    page.button(facet).within(page.role("search").named("Repositories")).click();
    page.role("dialog").named(facet).appears();
    let script = "
        const open = [...tree.querySelectorAll('[role=dialog]')].filter((one) => one.checkVisibility()).at(-1);
        return [...open.querySelectorAll('label:has(input), [role=option], [role=checkbox]')]
          .filter((one) => one.checkVisibility()).map((one) => one.innerText.split(/\\s+/).join(' ').trim())";
    let values = page.run(script, Vec::new());
    page.press(keys::Escape);
    values.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

#[test]
fn repositories_are_counted_as_jira_lists_them() {
    let server = Server::new().demo(25).start();
    let of = server.id("mobile");
    let projects = server.ask("GET", "/rest/api/2/project", None);
    let projects = projects.as_array().unwrap();
    let page = server.open("");
    for (count, parts) in SETS {
        let all = repositories(count, parts, of, projects);
        server.heal();
        // Those of another integration are none of this one's.
        let others = repositories(30, [2, 3, 4, 5, 6], of + 1, projects);
        let listed: Vec<&Value> = all.iter().chain(&others).collect();
        server.disturb(REPOSITORIES, Fault::Answer(200, json!({ "success": true, "repositories": listed })));
        page.visit("about:blank");
        page.go(&format!("/integrations/{of}/repositories"));
        let has = |key: &'static str, value: &Value| all.iter().filter(|one| one[key] == *value).count();
        let (disabled, errors) = (has("disabled", &json!(true)), has("state", &json!("ERROR")));
        let mut headline = count_of(all.len(), "repository", "repositories");
        if disabled > 0 {
            headline += &format!(" · {} disabled", number(disabled));
        }
        if errors > 0 {
            headline += &format!(" · {} with an error", number(errors));
        }
        page.role("table").named("Repositories").appears();
        let said = page.run("return tree.querySelector('.head .sub').innerText", Vec::new());
        let said = said.as_str().unwrap();
        assert!(said.starts_with(&format!("{headline} · read ")), "{said}, not {headline}");
        let mut states: BTreeMap<&str, usize> = BTreeMap::new();
        let (mut indexed, mut named): (BTreeMap<&str, usize>, BTreeMap<String, usize>) = Default::default();
        for one in &all {
            *states.entry(one["state"].as_str().unwrap_or("Not reported")).or_default() += 1;
            let word = match one["lastIndexedDate"].as_u64() {
                None => "Never",
                Some(at) if now() - at > 24 * HOUR => "More than 24 h ago",
                Some(_) => "Within 24 h",
            };
            *indexed.entry(word).or_default() += 1;
            for id in one["projectMappingIds"].as_array().unwrap() {
                let project = projects.iter().find(|project| project["id"] == *id).unwrap();
                let text = |key: &str| project[key].as_str().unwrap().to_owned();
                *named.entry(format!("{} · {}", text("key"), text("name"))).or_default() += 1;
            }
        }
        let with = |name: &str, count: usize| format!("{name} {}", number(count));
        let enabled = all.len() - disabled;
        let mut status = BTreeSet::new();
        if enabled > 0 {
            status.insert(with("Enabled", enabled));
        }
        if disabled > 0 {
            status.insert(with("Disabled", disabled));
        }
        assert_eq!(values(&page, "Status"), status, "{count}");
        if states.keys().any(|state| *state != "Not reported") {
            let name = |state: &str| match state {
                "MOVING" | "Not reported" => state.to_owned(),
                other => format!("{}{}", &other[..1], other[1..].to_lowercase()),
            };
            let wanted = states.iter().map(|(state, count)| with(&name(state), *count)).collect();
            assert_eq!(values(&page, "State"), wanted, "{count}");
        }
        let wanted = indexed.iter().map(|(word, count)| with(word, *count)).collect();
        assert_eq!(values(&page, "Indexed"), wanted, "{count}");
        let global = has("global", &json!(true));
        let mut wanted: BTreeSet<String> =
            named.iter().map(|(name, count)| with(name, count + global)).collect();
        if global > 0 {
            wanted.insert(with("All projects", global));
        }
        assert_eq!(values(&page, "Projects"), wanted, "{count}");
        if errors > 0 {
            page.link(&format!("{} with an error", number(errors))).click();
            page.sees(&format!("{} of {}", number(errors), number(all.len())));
            let rows = page.run("return tree.querySelector('table').ariaRowCount", Vec::new());
            assert_eq!(rows, json!((errors + 1).to_string()));
        }
    }
}

/// As (slugs that are active, slugs among them whose settings come from above), for each of four projects.
type Active = [(&'static [&'static str], &'static [&'static str]); 4];

const FLEETS: [(Active, &str); 11] = [
    ([(&[], &[]), (&[], &[]), (&[], &[]), (&[], &[])], ""),
    ([(&["slack"], &[]), (&[], &[]), (&[], &[]), (&[], &[])], "Slack on 1"),
    ([(&["slack"], &["slack"]), (&[], &[]), (&[], &[]), (&[], &[])], "Slack on 1 (1 from above)"),
    (
        [(&["slack"], &[]), (&["slack"], &["slack"]), (&["slack"], &[]), (&["slack"], &["slack"])],
        "Slack on 4 (2 from above)",
    ),
    (
        [(&["jira"], &[]), (&["jira", "slack"], &["slack"]), (&["jira"], &["jira"]), (&[], &[])],
        "Jira issues on 3 (1 from above), Slack on 1 (1 from above)",
    ),
    // Listed twice, it is in one project all the same.
    ([(&["slack", "slack"], &[]), (&[], &[]), (&[], &[]), (&[], &[])], "Slack on 1"),
    (
        [(&["slack", "slack", "jira"], &[]), (&["jira"], &[]), (&["slack"], &["slack"]), (&["jira"], &[])],
        "Jira issues on 3, Slack on 2 (1 from above)",
    ),
    // Two are named.
    (
        [(&["slack", "jira", "irker"], &[]), (&["slack", "jira"], &[]), (&["slack"], &[]), (&[], &[])],
        "Slack on 3, Jira issues on 2",
    ),
    (
        [(&["new-one"], &[]), (&["new-one"], &["new-one"]), (&[], &[]), (&[], &[])],
        "New one on 2 (1 from above)",
    ),
    ([(&[], &[]), (&[], &[]), (&[], &[]), (&["jenkins"], &["jenkins"])], "Jenkins on 1 (1 from above)"),
    (
        [(&["irker"], &[]), (&["irker"], &[]), (&["irker"], &[]), (&["irker", "jira"], &["irker", "jira"])],
        "irker (IRC gateway) on 4 (1 from above), Jira issues on 1 (1 from above)",
    ),
];

/// As GitLab lists them.
fn listed(slugs: &[&str], above: &[&str]) -> Value {
    let title = |slug: &str| match slug {
        "slack" => "Slack notifications",
        "jira" => "Jira issues",
        "jenkins" => "Jenkins",
        "irker" => "irker (IRC gateway)",
        _ => "New one",
    };
    let one = |(at, slug): (usize, &&str)| json!({ "id": at + 1, "slug": slug, "title": title(slug), "active": true, "inherited": above.contains(slug) });
    slugs.iter().enumerate().map(one).collect()
}

#[test]
fn what_projects_of_gitlab_have_is_counted_as_it_is_listed() {
    let server = Server::new().demo(5).projects(40).gitlab(GitLab::V19_5).start();
    let path = "/projects?membership=true&min_access_level=40&archived=false&per_page=4";
    let projects = server.ask_gitlab("GET", path, None);
    let ids: Vec<u64> = projects.as_array().unwrap().iter().map(|one| one["id"].as_u64().unwrap()).collect();
    let list = ids.iter().map(u64::to_string).collect::<Vec<_>>().join(",");
    let page = server.open("");
    for (active, most) in FLEETS {
        server.heal();
        for (id, (slugs, above)) in ids.iter().zip(active) {
            let line = format!("GET /api/v4/projects/{id}/integrations");
            server.disturb(&line, Fault::Answer(200, listed(slugs, above)));
        }
        page.visit("about:blank");
        page.go(&server.at_gitlab(&format!("fleet?list={list}")));
        page.button(patchbay_tests::sentences::READ_ALL_AGAIN).appears();
        let said = page.run("return tree.querySelector('.head .sub').innerText", Vec::new());
        let said = said.as_str().unwrap();
        assert!(said.starts_with("4 projects · read "), "{said}");
        let ends = if most.is_empty() { "ago".to_owned() } else { format!("· {most}") };
        assert!(
            said.trim_end().ends_with(&ends) || most.is_empty() && !said.contains(" on "),
            "{said}, not {most}"
        );
        // The page of the first of them counts the same.
        page.go(&server.at_gitlab(&ids[0].to_string()));
        let of_first = active[0].0;
        let part = page.role("region").named("Active");
        if of_first.is_empty() {
            part.shows("No integration is active");
        } else {
            part.shows(&count_of(of_first.len(), "integration", "integrations"));
        }
        let cards = "
            const part = [...tree.querySelectorAll('section.part')].find((one) => one.innerText.startsWith('Available'));
            const chip = (one) => Number(one.querySelector('.num').innerText);
            const chips = [...part.querySelectorAll('.chip')].map(chip);
            return [parseInt(part.querySelector('header .sub').innerText), part.querySelectorAll('.types > li').length,
              chips[0], chips.slice(1).reduce((sum, one) => sum + one, 0)]";
        let cards = page.run(cards, Vec::new());
        let first = &cards[0];
        assert!(first.as_u64().unwrap() > 20, "{cards}");
        assert_eq!(cards, json!([first, first, first, first]), "{of_first:?}");
    }
}

//! Associating many integrations with projects.

use super::{choose, patches, what};
use patchbay_tests::sentences;
use patchbay_tests::{Page, Server};
use serde_json::{Value, json};

const ROUTE: &str = "/integrations/plan/projects";

/// Finds a project by its key and takes the only match.
#[track_caller]
fn pick(page: &Page<'_>, key: &str) {
    page.role("searchbox").named(sentences::SEARCH_PROJECTS).fill(key);
    let option = page.role("option").named_like(key).within(page.role("listbox"));
    option.click();
}

#[track_caller]
fn ids(server: &Server, name: &str) -> Vec<i64> {
    let ids = server.named(name)["projectMappingIds"].as_array().cloned().unwrap_or_default();
    ids.iter().filter_map(Value::as_i64).collect()
}

#[test]
fn are_added() {
    let server = Server::demo();
    // All projects, five of its own, two of its own with one of these.
    let (mobile, shop) = (ids(&server, "mobile"), ids(&server, "web-shop"));
    let obs = *ids(&server, "infrastructure").last().unwrap();
    let page = choose(&server, &["platform-core", "mobile", "web-shop"], ROUTE);
    page.heading(sentences::ASSOCIATE_WITH_PROJECTS).appears();
    page.button(sentences::SHOW_THE_PLAN).has("aria-disabled", "true");
    pick(&page, "OBS");
    page.sees("Changes 2 of 3 integrations. 1 stays as it is.");
    page.is_accessible("associating with projects");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.heading("Change the projects of 3 integrations").appears();
    page.button("Details of platform-core").click();
    page.role("dialog").shows("It is associated with all projects already.");
    page.button("Close").click();
    page.button("Apply to 2").click();
    page.sees("2 done");
    let with = |ids: &[i64]| {
        let all = [ids, &[obs]].concat();
        json!({ "projectMappingIds": all })
    };
    let mut patches = patches(&server);
    patches.sort_by_key(|(id, _)| *id);
    assert_eq!(patches, [(2, with(&mobile)), (server.id("web-shop"), with(&shop))]);
}

#[test]
fn are_removed_where_one_is_left() {
    let server = Server::demo();
    let before = ids(&server, "machine-learning");
    let page = choose(&server, &["platform-core", "web-shop", "machine-learning", "human resources"], ROUTE);
    what(&page, "Projects", "Remove projects");
    pick(&page, "REC");
    page.sees("Changes 2 of 4 integrations. 1 stays as it is. 1 has a problem and is not sent.");
    page.sees("platform-core: It is associated with all projects, so none can be removed.");
    pick(&page, "HR");
    page.sees("Changes 2 of 4 integrations. 2 have a problem and are not sent.");
    page.sees("human resources: Projects: The repository browser needs at least one project.");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.sees("2 to change · 2 with a problem");
    page.button("Apply to 2").click();
    page.sees("2 done");
    assert_eq!(ids(&server, "machine-learning"), before[..1]);
    assert_eq!(ids(&server, "web-shop").len(), 4);
    assert_eq!(ids(&server, "human resources").len(), 1);
}

#[test]
fn are_set_to_exactly_these_or_to_all() {
    let server = Server::demo();
    let page = choose(&server, &["platform-core", "web-shop"], ROUTE);
    what(&page, "Projects", "Only these projects");
    pick(&page, "OBS");
    page.sees("Changes 2 of 2 integrations.");
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 2").click();
    page.sees("2 done");
    for name in ["platform-core", "web-shop"] {
        assert_eq!((ids(&server, name).len(), &server.named(name)["global"]), (1, &json!(false)), "{name}");
    }

    page.go(ROUTE);
    what(&page, "Projects", "All projects");
    page.sees("including projects created later");
    server.forget();
    page.button(sentences::SHOW_THE_PLAN).click();
    page.button("Apply to 2").click();
    page.sees("2 done");
    let patches: Vec<Value> = patches(&server).into_iter().map(|(_, body)| body).collect();
    assert_eq!(patches, [json!({ "global": true }), json!({ "global": true })]);
}

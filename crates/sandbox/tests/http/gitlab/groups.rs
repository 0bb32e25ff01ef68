//! Groups: how they are found, listed and nested, and which projects are in them.

use patchbay_sandbox::GitLab;
use serde_json::{Value, json};

use super::{assert_said, running};
use crate::running::{Answer, Running};

fn ask(server: &Running, path: &str) -> Answer {
    server.ask_gitlab("GET", &format!("/api/v4/groups{path}")).send()
}

fn texts(answer: &Answer, key: &str) -> Vec<String> {
    let all = answer.json();
    all.as_array().unwrap().iter().map(|one| one[key].as_str().unwrap().to_owned()).collect()
}

fn paths(answer: &Answer) -> Vec<String> {
    texts(answer, "full_path")
}

#[test]
fn a_group_says_where_it_is() {
    let server = running(GitLab::V17_9);
    let group = ask(&server, "/shop%2Fbackend%2Forders").send_json();
    for (key, value) in [
        ("id", json!(23)),
        ("name", json!("Orders")),
        ("path", json!("orders")),
        ("full_path", json!("shop/backend/orders")),
        ("full_name", json!("Shop / Backend / Orders")),
        ("visibility", json!("private")),
        ("web_url", json!(format!("http://{}/groups/shop/backend/orders", server.address))),
    ] {
        assert_eq!(group[key], value, "{key}");
    }
    let parent = ask(&server, "/shop%2Fbackend").send_json();
    assert_eq!((&group["parent_id"], parent["parent_id"].is_u64()), (&parent["id"], true));
    assert_eq!(ask(&server, "/shop").send_json()["parent_id"], Value::Null);
    assert!(group["created_at"].as_str().unwrap() > parent["created_at"].as_str().unwrap());
    let project = server.ask_gitlab("GET", "/api/v4/projects/shop%2Fbackend%2Forders%2Fapi").send().json();
    assert_eq!(project["namespace"]["id"], group["id"]);
}

trait Json {
    fn send_json(&self) -> Value;
}

impl Json for Answer {
    #[track_caller]
    fn send_json(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()
    }
}

#[test]
fn a_group_is_found_by_number_and_by_path_in_any_case() {
    let server = running(GitLab::V17_9);
    for id in ["23", "shop%2Fbackend%2Forders", "shop%2fbackend%2Forders", "Shop%2FBackend%2FORDERS"] {
        for rest in ["", "/subgroups", "/descendant_groups", "/projects"] {
            assert_eq!(ask(&server, &format!("/{id}{rest}")).status, 200, "{id}{rest}");
        }
    }
    // The last one is a path that a project had, which groups do not go on.
    for id in
        ["orders", "999", "0", "shop%252Fbackend", "shop%2Fweb%2Fwebsite", "%FF", "-1", "shop%2Fstorefront"]
    {
        for rest in ["", "/subgroups", "/descendant_groups", "/projects"] {
            let answer = ask(&server, &format!("/{id}{rest}"));
            assert_said(&answer, 404, json!({ "message": "404 Group Not Found" }));
        }
    }
    assert_said(&ask(&server, "/shop/backend"), 404, json!({ "error": "404 Not Found" }));
}

#[test]
fn since_18_2_a_group_says_whether_it_is_archived() {
    for (gitlab, expected) in GitLab::ALL.into_iter().zip([false, false, false, false, true, true]) {
        let server = running(gitlab);
        let (group, other) = (ask(&server, "/archive").send_json(), ask(&server, "/shop").send_json());
        assert_eq!(group.get("archived"), expected.then_some(&json!(true)), "{gitlab:?}");
        assert_eq!(other.get("archived"), expected.then_some(&json!(false)), "{gitlab:?}");
    }
}

#[test]
fn every_page_tells_where_it_is() {
    let server = running(GitLab::V17_9);
    for (query, rows, expected) in [
        ("", 20, ["60", "3", "20", "1", "2", ""]),
        ("?page=3", 20, ["60", "3", "20", "3", "", "2"]),
        ("?per_page=100", 60, ["60", "1", "100", "1", "", ""]),
        ("?top_level_only=true", 10, ["10", "1", "20", "1", "", ""]),
        ("?search=nothing+has+this", 0, ["0", "1", "20", "1", "", ""]),
        ("/platform/subgroups", 5, ["5", "1", "20", "1", "", ""]),
        ("/platform/descendant_groups?per_page=3&page=2", 3, ["9", "3", "3", "2", "3", "1"]),
        ("/partners/descendant_groups", 0, ["0", "1", "20", "1", "", ""]),
    ] {
        let answer = ask(&server, query);
        let headers = ["x-total", "x-total-pages", "x-per-page", "x-page", "x-next-page", "x-prev-page"];
        assert_eq!((answer.status, paths(&answer).len()), (200, rows), "{query}");
        assert_eq!(headers.map(|name| answer.header(name)), expected, "{query}");
    }
    let link = ask(&server, "/shop%2Fbackend/subgroups?per_page=2").header("link").to_owned();
    let next = format!(
        "<http://{}/api/v4/groups/shop%2Fbackend/subgroups?page=2&per_page=2>; rel=\"next\"",
        server.address
    );
    assert!(link.contains(&next), "{link}");
}

#[test]
fn is_searched_ordered_and_filtered() {
    let server = running(GitLab::V17_9);
    for (query, expected) in [
        ("?search=backend+ORD", &["shop/backend/orders"] as &[_]),
        ("?search=labs", &["research/labs", "research/labs/speech", "research/labs/vision"]),
        ("?search=Old+shop", &["archive/old-shop"]),
        ("?top_level_only=1&search=pa", &["company", "partners", "payments"]),
        ("?top_level_only=1&order_by=id&sort=desc&per_page=2", &["partners", "archive"]),
        ("?top_level_only=1&order_by=path&per_page=2", &["archive", "company"]),
        ("?search=web&order_by=similarity&per_page=1", &["shop/web"]),
        ("?archived=true", &["archive", "archive/old-shop"]),
        ("?visibility=public", &[]),
        ("/platform/descendant_groups?search=regions", &["platform/cloud/regions"]),
        ("/platform/subgroups?search=platform", &[]),
        ("/shop/subgroups", &["shop/backend", "shop/marketing", "shop/mobile", "shop/web"]),
        (
            "/platform%2Fcloud/descendant_groups",
            &["platform/cloud/regions/america", "platform/cloud/regions/europe", "platform/cloud/regions"],
        ),
    ] {
        assert_eq!(paths(&ask(&server, query)), expected, "{query}");
    }
}

#[test]
fn only_an_owner_owns_groups() {
    let server = running(GitLab::V17_9);
    let total = |token: &str, query: &str| {
        let ask = server.ask_signed_out("GET", &format!("/api/v4/groups{query}"));
        ask.header("PRIVATE-TOKEN", token).send().header("x-total").to_owned()
    };
    for (token, of_50, of_40, of_30) in [
        ("owner-token", "60", "60", "60"),
        ("maintainer-token", "0", "60", "60"),
        ("developer-token", "0", "0", "60"),
    ] {
        assert_eq!(total(token, "?owned=true"), of_50, "{token}");
        assert_eq!(total(token, "?min_access_level=50"), of_50, "{token}");
        assert_eq!(total(token, "?min_access_level=40"), of_40, "{token}");
        assert_eq!(total(token, "?all_available=true&min_access_level=30"), of_30, "{token}");
    }
    for path in ["", "/shop", "/shop/subgroups", "/shop/projects", "/none"] {
        let path = format!("/api/v4/groups{path}");
        assert_eq!(server.ask_signed_out("GET", &path).send().status, 401, "{path}");
        let profile = server.ask_signed_out("GET", &path).header("PRIVATE-TOKEN", "profile-token").send();
        assert_eq!(profile.status, 403, "{path}");
    }
}

#[test]
fn the_projects_of_a_group_are_its_own_and_on_request_those_below() {
    let server = running(GitLab::V17_9);
    for (query, total) in [
        ("/shop/projects", "0"),
        ("/shop/projects?include_subgroups=true", "72"),
        ("/shop%2Fbackend%2Forders/projects", "12"),
        ("/shop%2Fbackend/projects?include_subgroups=true&search=docs", "4"),
        ("/shop/projects?include_subgroups=true&archived=true", "2"),
        ("/partners/projects?include_subgroups=true", "0"),
    ] {
        assert_eq!(ask(&server, query).header("x-total"), total, "{query}");
    }
    let first = ask(&server, "/shop%2Fweb/projects?order_by=id&sort=asc&per_page=2&simple=true");
    assert_eq!(texts(&first, "path_with_namespace"), ["shop/web/website", "shop/web/checkout"]);
    assert_eq!(first.json()[0].get("permissions"), None);
}

#[test]
fn refuses_parameters_of_the_wrong_kind() {
    let server = running(GitLab::V17_9);
    for (query, error) in [
        ("?page=0", "page does not have a valid value"),
        ("?per_page=x&owned=maybe", "owned is invalid, per_page is invalid"),
        ("?order_by=created_at", "order_by does not have a valid value"),
        ("/shop/subgroups?sort=up", "sort does not have a valid value"),
        ("/shop/projects?include_subgroups=7", "include_subgroups is invalid"),
    ] {
        assert_said(&ask(&server, query), 400, json!({ "error": error }));
    }
}

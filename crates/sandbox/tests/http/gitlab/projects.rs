//! The list of projects: pages, search, order, and what one of them says.

use patchbay_sandbox::{GitLab, Options};
use serde_json::{Value, json};

use super::{assert_said, running};
use crate::running::{Answer, Running};

fn list(server: &Running, query: &str) -> Answer {
    server.ask_gitlab("GET", &format!("/api/v4/projects{query}")).send()
}

fn names(answer: &Answer) -> Vec<String> {
    let all = answer.json();
    all.as_array()
        .unwrap()
        .iter()
        .map(|one| one["path_with_namespace"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn every_page_tells_where_it_is() {
    let server = running(GitLab::V14_8);
    for (query, rows, expected) in [
        ("", 20, ["300", "15", "20", "1", "2", ""]),
        ("?page=15", 20, ["300", "15", "20", "15", "", "14"]),
        ("?page=16", 0, ["300", "15", "20", "16", "", "15"]),
        ("?per_page=100&page=2", 100, ["300", "3", "100", "2", "3", "1"]),
        ("?per_page=500", 100, ["300", "3", "100", "1", "2", ""]),
        ("?search=nothing+has+this", 0, ["0", "1", "20", "1", "", ""]),
        ("?search=docs", 12, ["12", "1", "20", "1", "", ""]),
    ] {
        let answer = list(&server, query);
        let headers = ["x-total", "x-total-pages", "x-per-page", "x-page", "x-next-page", "x-prev-page"];
        assert_eq!((answer.status, names(&answer).len()), (200, rows), "{query}");
        assert_eq!(headers.map(|name| answer.header(name)), expected, "{query}");
    }
    let link = list(&server, "?search=a&per_page=5").header("link").to_owned();
    let next =
        format!("<http://{}/api/v4/projects?search=a&page=2&per_page=5>; rel=\"next\"", server.address);
    assert!(link.contains(&next), "{link}");
}

#[test]
fn all_pages_together_have_each_project_once() {
    let server = running(GitLab::V14_8);
    let mut all: Vec<_> =
        (1..=3).flat_map(|page| names(&list(&server, &format!("?per_page=100&page={page}")))).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 300);
}

#[test]
fn searches_names_and_on_request_groups() {
    let server = running(GitLab::V14_8);
    assert_eq!(
        names(&list(&server, "?search=runner+FLEET")),
        [
            "platform/cloud/runner-fleet",
            "platform/delivery/runner-fleet",
            "platform/observability/runner-fleet"
        ]
        .iter()
        .rev()
        .copied()
        .collect::<Vec<_>>()
    );
    assert!(names(&list(&server, "?search=orders")).is_empty());
    let in_groups = names(&list(&server, "?search=orders&search_namespaces=true&per_page=100"));
    assert_eq!(in_groups.len(), 12);
    let exact = names(&list(&server, "?search=shop/backend/orders/api&search_namespaces=true"));
    assert_eq!(exact, ["shop/backend/orders/api"]);
}

#[test]
fn orders_and_filters() {
    let server = running(GitLab::V14_8);
    let first = |query: &str| names(&list(&server, query)).remove(0);
    assert_eq!(first(""), "research/labs/vision/exports", "the newest first");
    assert_eq!(first("?order_by=id&sort=asc"), "shop/web/website");
    assert_eq!(first("?order_by=similarity&search=api"), "company/people/api");
    let archived = list(&server, "?archived=true");
    assert_eq!(archived.header("x-total"), "7");
    assert!(archived.json().as_array().unwrap().iter().all(|one| one["archived"] == true));
    assert_eq!(list(&server, "?archived=false").header("x-total"), "293");
    // As Python's clients write it.
    assert_eq!(list(&server, "?archived=True").header("x-total"), "7");
    let behind = list(&server, "?order_by=id&sort=asc&id_after=398&per_page=100").json();
    assert_eq!(
        behind.as_array().unwrap().iter().map(|one| one["id"].as_u64().unwrap()).collect::<Vec<_>>(),
        [399, 400]
    );
    let developer = server.ask_signed_out("GET", "/api/v4/projects?min_access_level=40");
    assert_eq!(developer.header("PRIVATE-TOKEN", "developer-token").send().text, "[]");
    let recent = list(&server, "?order_by=last_activity_at&per_page=100").json();
    let moments: Vec<_> =
        recent.as_array().unwrap().iter().map(|one| one["last_activity_at"].as_str().unwrap()).collect();
    assert!(moments.is_sorted_by(|one, other| one >= other));
}

#[test]
fn a_project_says_what_people_need_to_recognise_it() {
    let server = running(GitLab::V14_8);
    let project = server.ask_gitlab("GET", "/api/v4/projects/101").send().json();
    for (key, value) in [
        ("name", json!("Website")),
        ("path", json!("website")),
        ("path_with_namespace", json!("shop/web/website")),
        ("name_with_namespace", json!("Shop / Web / Website")),
        ("archived", json!(false)),
        ("web_url", json!(format!("http://{}/shop/web/website", server.address))),
    ] {
        assert_eq!(project[key], value, "{key}");
    }
    assert_eq!(project["permissions"]["group_access"]["access_level"], 40);
    let simple = list(&server, "?simple=true&per_page=1").json();
    assert!(simple[0].get("permissions").is_none() && simple[0].get("archived").is_none());
    let Value::String(created) = &project["created_at"] else { panic!("no moment: {project}") };
    assert!(created.starts_with("2016-01-04T"), "{created}");
}

#[test]
fn refuses_parameters_of_the_wrong_kind() {
    let server = running(GitLab::V14_8);
    for (query, error) in [
        ("?page=0", "page does not have a valid value"),
        ("?page=x", "page is invalid"),
        ("?per_page=-1", "per_page is invalid"),
        ("?archived=maybe", "archived is invalid"),
        ("?order_by=stars&sort=up", "order_by does not have a valid value, sort does not have a valid value"),
    ] {
        assert_said(&list(&server, query), 400, json!({ "error": error }));
    }
}

#[test]
fn there_can_be_more_than_three_hundred() {
    let server =
        Running::with(Options { projects: 5_000, demo: 1, gitlab: GitLab::V19_5, ..Options::default() });
    assert_eq!(list(&server, "").header("x-total"), "5000");
    let group = server.ask_gitlab("GET", "/api/v4/groups/21/projects").send();
    assert_eq!(group.header("x-total"), "204");
    let project = server.ask_gitlab("GET", "/api/v4/projects/5100").send().json();
    assert_eq!((&project["id"], &project["archived"]), (&json!(5_100), &json!(false)));
    assert_eq!(server.ask_gitlab("GET", "/api/v4/projects/5101").send().status, 404);
    assert_eq!(server.ask_gitlab("GET", "/api/v4/projects/5100/integrations").send().status, 200);
}

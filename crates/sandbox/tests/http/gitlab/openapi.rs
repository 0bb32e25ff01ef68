//! The description of GitLab's half at `/openapi.json`.

use std::collections::BTreeSet;

use patchbay_model::gitlab::server::is_declared;
use patchbay_model::gitlab::{Target, Tier};
use patchbay_sandbox::GitLab;
use serde_json::Value;

use super::{examples, running};

fn description(gitlab: GitLab) -> Value {
    running(gitlab).ask_signed_out("GET", "/openapi.json").send().json()
}

/// The schema of the body of a PUT.
fn body<'a>(description: &'a Value, slug: &str) -> &'a Value {
    let path = format!("/api/v4/projects/{{id}}/integrations/{slug}");
    let body = &description["paths"][path.as_str()]["put"]["requestBody"];
    let reference = body["content"]["application/json"]["schema"]["$ref"].as_str();
    let reference = reference.unwrap_or_else(|| panic!("{slug} has no body of its own"));
    description.pointer(reference.strip_prefix('#').unwrap()).unwrap()
}

#[test]
fn each_integration_has_a_body_with_every_parameter_its_type_and_whether_it_is_required() {
    let description = description(GitLab::V14_8);
    for spec in examples::all() {
        let body = body(&description, spec.slug);
        let manual: Vec<_> = spec.params.iter().filter(|param| is_declared(param, Target::MANUAL)).collect();
        let found: BTreeSet<_> = body["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(found, manual.iter().map(|param| param.key).collect(), "{}", spec.slug);
        let list = body.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
        assert_eq!(list.len(), manual.iter().filter(|param| param.required).count(), "{}", spec.slug);
        for param in &manual {
            let property = &body["properties"][param.key];
            let of = format!("{}.{}", spec.slug, param.key);
            assert_eq!(property["type"], param.kind.wire_type(), "{of}");
            assert_eq!(list.contains(&param.key.into()), param.required, "{of}");
            assert_eq!(property.get("writeOnly").is_some(), param.kind.is_secret(), "{of}");
            assert!(!property["description"].as_str().unwrap().is_empty(), "{of}");
        }
        assert_eq!(list.len(), manual.iter().filter(|param| param.required).count(), "{}", spec.slug);
    }
}

#[test]
fn describes_the_rest_of_the_half() {
    let description = description(GitLab::V14_8);
    for (method, path) in [
        ("get", "/api/v4/version"),
        ("get", "/api/v4/user"),
        ("get", "/api/v4/projects"),
        ("get", "/api/v4/projects/{id}"),
        ("get", "/api/v4/groups"),
        ("get", "/api/v4/groups/{id}"),
        ("get", "/api/v4/groups/{id}/subgroups"),
        ("get", "/api/v4/groups/{id}/descendant_groups"),
        ("get", "/api/v4/groups/{id}/projects"),
        ("get", "/api/v4/projects/{id}/integrations"),
        ("get", "/api/v4/projects/{id}/integrations/{slug}"),
        ("delete", "/api/v4/projects/{id}/integrations/{slug}"),
    ] {
        assert!(description["paths"][path][method]["responses"].is_object(), "{method} {path}");
    }
    let token = &description["components"]["securitySchemes"]["private-token"];
    assert_eq!((&token["in"], &token["name"]), (&"header".into(), &"PRIVATE-TOKEN".into()));
}

#[test]
fn describes_what_newer_servers_say_of_themselves_where_they_answer_it() {
    for gitlab in GitLab::ALL {
        let server = running(gitlab);
        let description = server.ask_signed_out("GET", "/openapi.json").send().json();
        let is_newer = gitlab.version().major >= 16;
        for path in ["/api/v4/metadata", "/api/v4/personal_access_tokens/self"] {
            let is_described = description["paths"][path]["get"]["responses"].is_object();
            let status = server.ask_gitlab("GET", path).send().status;
            let expected = if is_newer { (true, 200) } else { (false, 404) };
            assert_eq!((is_described, status), expected, "{gitlab:?}: {path}");
        }
    }
}

/// The slugs with a PUT under this address.
fn slugs<'a>(description: &'a Value, address: &str) -> BTreeSet<&'a str> {
    let paths = description["paths"].as_object().unwrap();
    let puts = paths.iter().filter(|(_, item)| item.get("put").is_some());
    puts.filter_map(|(path, _)| path.strip_prefix("/api/v4/")?.strip_prefix(address)).collect()
}

#[test]
fn each_version_describes_the_integrations_that_it_has() {
    for (gitlab, address, projects, groups) in [
        (GitLab::V13_12, "projects/{id}/services/", 38, 0),
        (GitLab::V14_8, "projects/{id}/integrations/", 38, 0),
        (GitLab::V16_11, "projects/{id}/integrations/", 49, 0),
        (GitLab::V17_9, "projects/{id}/integrations/", 51, 46),
        (GitLab::V18_11, "projects/{id}/integrations/", 52, 47),
        (GitLab::V16_11.with(Tier::Free), "projects/{id}/integrations/", 47, 0),
        (GitLab::V17_9.with(Tier::Free), "projects/{id}/integrations/", 49, 45),
        (GitLab::V19_5.with(Tier::Free), "projects/{id}/integrations/", 49, 45),
        (GitLab::V19_5, "projects/{id}/integrations/", 51, 46),
    ] {
        let description = description(gitlab);
        let of_projects = slugs(&description, address);
        let of_groups = slugs(&description, "groups/{id}/integrations/");
        assert_eq!((of_projects.len(), of_groups.len()), (projects, groups), "{gitlab:?}");
        assert!(of_groups.is_subset(&of_projects), "{gitlab:?}");
        for slug in ["jenkins", "apple-app-store", "github"] {
            assert!(!of_groups.contains(slug), "{gitlab:?}: {slug}");
        }
        let services = gitlab == GitLab::V13_12;
        assert_eq!(slugs(&description, "projects/{id}/services/").is_empty(), !services, "{gitlab:?}");
        let list = if services { "services" } else { "integrations" };
        for (holders, has) in [("projects", true), ("groups", groups > 0)] {
            let list = &description["paths"][format!("/api/v4/{holders}/{{id}}/{list}")]["get"];
            assert_eq!(list.is_object(), has, "{gitlab:?}: {holders}");
        }
    }
}

#[test]
fn servers_since_17_3_take_inherited_settings() {
    for gitlab in GitLab::ALL.into_iter().skip(1) {
        let description = description(gitlab);
        let flag = &body(&description, "slack")["properties"]["use_inherited_settings"]["type"];
        let expected = if gitlab.version().major >= 17 { Value::from("boolean") } else { Value::Null };
        assert_eq!(*flag, expected, "{gitlab:?}");
    }
}

#[test]
fn each_version_describes_the_parameters_that_it_takes_with_its_license() {
    for (gitlab, has) in [
        (GitLab::V14_8, [false, false, false]),
        (GitLab::V16_11, [false, false, false]),
        (GitLab::V17_9, [true, false, false]),
        (GitLab::V19_5, [true, true, false]),
        (GitLab::V19_5.with(Tier::Free), [false, false, false]),
    ] {
        let description = description(gitlab);
        let jira = &body(&description, "jira")["properties"];
        let found = ["project_keys", "jira_check_enabled", "vulnerabilities_enabled"]
            .map(|key| jira.get(key).is_some());
        assert_eq!(found, has, "{gitlab:?}");
    }
}

/// The keys of a schema and those of them that are required, through `allOf` and references.
fn keys(description: &Value, schema: &Value) -> (BTreeSet<String>, BTreeSet<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        return keys(description, description.pointer(reference.strip_prefix('#').unwrap()).unwrap());
    }
    let mut all: BTreeSet<String> =
        schema["properties"].as_object().into_iter().flat_map(|all| all.keys().cloned()).collect();
    let required = schema["required"].as_array().into_iter().flatten();
    let mut required: BTreeSet<String> = required.map(|key| key.as_str().unwrap().to_owned()).collect();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        let (more, more_required) = keys(description, part);
        all.extend(more);
        required.extend(more_required);
    }
    (all, required)
}

#[test]
fn lists_of_projects_answer_as_they_are_described_in_short_and_in_full() {
    let server = running(GitLab::V14_8);
    let description = server.ask_signed_out("GET", "/openapi.json").send().json();
    let of = |path: &str| {
        description["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"].clone()
    };
    let (listed, always) = keys(&description, &of("/api/v4/projects")["items"]);
    let (whole, whole_always) = keys(&description, &of("/api/v4/projects/{id}"));
    assert_eq!(listed, whole);
    let in_full = ["archived", "permissions", "visibility"];
    assert!(in_full.iter().all(|key| whole_always.contains(*key) && !always.contains(*key)));
    assert_eq!(whole_always.len(), always.len() + in_full.len());
    for query in ["", "?simple=false", "?simple=true", "?simple=true&search=website", "?simple=1&per_page=3"]
    {
        let path = format!("/api/v4/projects{query}");
        let projects = server.ask_gitlab("GET", &path).send().json();
        for project in projects.as_array().unwrap() {
            let found: BTreeSet<String> = project.as_object().unwrap().keys().cloned().collect();
            let is_simple = !found.contains("permissions");
            assert_eq!(is_simple, query.contains("simple=true") || query.contains("simple=1"), "{query}");
            let required = if is_simple { &always } else { &whole_always };
            assert!(required.is_subset(&found) && found.is_subset(&listed), "{query}: {found:?}");
            assert!(in_full.iter().all(|key| found.contains(*key) != is_simple), "{query}: {found:?}");
        }
        assert!(!projects.as_array().unwrap().is_empty(), "{query}");
    }
}

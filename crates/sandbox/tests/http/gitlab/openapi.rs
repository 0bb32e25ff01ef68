//! The description of GitLab's half at `/openapi.json`.

use std::collections::BTreeSet;

use patchbay_model::gitlab::server::is_declared;
use patchbay_model::gitlab::{self, Target};
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
        ("get", "/api/v4/metadata"),
        ("get", "/api/v4/personal_access_tokens/self"),
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
fn newer_servers_take_inherited_settings_and_have_lost_three() {
    let description = description(GitLab::V17_9);
    let paths = description["paths"].as_object().unwrap();
    let puts = paths.iter().filter(|(path, item)| path.starts_with("/api/v4") && item.get("put").is_some());
    // And do not have the one that came later.
    assert_eq!(puts.count(), gitlab::all().count() - 4);
    assert_eq!(body(&description, "slack")["properties"]["use_inherited_settings"]["type"], "boolean");
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

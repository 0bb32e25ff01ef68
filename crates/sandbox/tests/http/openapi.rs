//! The description at `/openapi.json`.

use std::collections::BTreeSet;

use patchbay_model::gij::{IntegrationType, schema};
use patchbay_model::{Mode, Object};
use serde_json::Value;

use crate::running::Running;

#[test]
fn describes_every_endpoint_of_jira() {
    let server = Running::empty();
    let answer = server.ask_signed_out("GET", "/openapi.json").send();
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    let description = answer.json();
    let mut found = BTreeSet::new();
    let paths = description["paths"].as_object().unwrap();
    for (path, methods) in paths.iter().filter(|(path, _)| path.starts_with("/rest/")) {
        for (method, operation) in methods.as_object().unwrap() {
            assert!(
                operation["responses"]["200"]["content"]["application/json"].is_object(),
                "{method} {path}"
            );
            found.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    let expected = [
        "DELETE /rest/gitplugin/1.0/integration/{id}",
        "DELETE /rest/gitplugin/1.0/repository",
        "GET /rest/api/2/mypermissions",
        "GET /rest/api/2/myself",
        "GET /rest/api/2/project",
        "GET /rest/api/2/serverInfo",
        "GET /rest/gitplugin/1.0/integration",
        "GET /rest/gitplugin/1.0/index.json",
        "GET /rest/gitplugin/1.0/integration/{id}",
        "GET /rest/gitplugin/1.0/repository",
        "POST /rest/gitplugin/1.0/index",
        "POST /rest/gitplugin/1.0/integration",
        "POST /rest/gitplugin/1.0/repository",
        "POST /rest/gitplugin/2.0/reindex",
        "PUT /rest/gitplugin/1.0/integration/{id}",
        "PUT /rest/gitplugin/1.0/repository",
        "PUT /rest/gitplugin/1.0/repository/{id}/disable",
    ];
    assert_eq!(found, expected.map(str::to_owned).into());
}

#[test]
fn every_reference_leads_to_a_schema() {
    let server = Running::empty();
    let description = server.ask_signed_out("GET", "/openapi.json").send().json();
    let mut references = Vec::new();
    collect(&description, &mut references);
    assert!(references.len() > 10);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(description.pointer(pointer).is_some(), "{reference}");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                references.push(reference.clone());
            }
            fields.values().for_each(|field| collect(field, references));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn describes_every_field_of_the_model() {
    let server = Running::empty();
    let schemas =
        server.ask_signed_out("GET", "/openapi.json").send().json()["components"]["schemas"].clone();
    let described = |name: &str| -> BTreeSet<String> {
        schemas[name]["properties"].as_object().unwrap().keys().cloned().collect()
    };
    let forms = IntegrationType::all()
        .map(|spec| schema(&IntegrationType::parse(spec.name), Mode::Create, &Object::new()))
        .collect::<Vec<_>>();
    let sent: BTreeSet<_> = forms
        .iter()
        .flat_map(|form| form.fields())
        .filter(|field| field.on_wire)
        .map(|field| field.key.to_string())
        .collect();
    let plus = |keys: &[&str]| sent.iter().cloned().chain(keys.iter().map(|key| (*key).to_owned())).collect();
    assert_eq!(described("ChangedIntegration"), sent);
    assert_eq!(described("NewIntegration"), plus(&["type"]));
    let mut answered: BTreeSet<_> =
        plus(&["id", "integrationType", "initDate", "lastIndexedDate", "showAllTags"]);
    for key in ["username", "password", "pat"] {
        answered.remove(key);
    }
    assert_eq!(described("Integration"), answered);
}

#[test]
fn knows_the_twelve_types_and_that_secrets_are_written_only() {
    let server = Running::empty();
    let schemas =
        server.ask_signed_out("GET", "/openapi.json").send().json()["components"]["schemas"].clone();
    let types: BTreeSet<_> =
        schemas["Type"]["enum"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let known: BTreeSet<_> = IntegrationType::all().map(|spec| spec.name).collect();
    assert_eq!(types, known);
    for key in ["pat", "password"] {
        assert_eq!(schemas["ChangedIntegration"]["properties"][key]["writeOnly"], true, "{key}");
        assert!(schemas["Integration"]["properties"].get(key).is_none(), "{key}");
    }
}

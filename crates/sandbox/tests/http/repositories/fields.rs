//! Every field that the form of a repository has, changed and read back as the app does it, for repositories of each type.

use std::time::Duration;

use patchbay_model::gij::{
    IntegrationType, Repository, read_repository, readback, repository_form, repository_patch,
};
use patchbay_sandbox::Options;
use serde_json::{Value, json};

use super::REPOSITORY;
use crate::running::{Answer, Running};
use crate::walk::{another, sent, with};

fn read(answer: &Answer, id: u64) -> Repository {
    assert_eq!(answer.status, 200, "{}", answer.text);
    read_repository(answer.json(), Some(id)).unwrap()
}

fn listed(server: &Running, id: u64) -> Repository {
    read(&server.get(REPOSITORY), id)
}

/// The least that "Add New Integration" takes for this type.
fn least(name: &str) -> Value {
    let origin = if name == "FILESPACE" { "/srv/git/*" } else { "https://host.example" };
    let mut body = json!({ "type": name, "origin": origin });
    match name {
        "FILESPACE" => {}
        "TFS_SERVER" => {
            body["username"] = json!("all");
            body["pat"] = json!("t");
        }
        "GITLAB_SERVER_LEGACY" | "GERRIT" | "AWS" => {
            body["username"] = json!("u");
            body["password"] = json!("p");
        }
        _ => body["pat"] = json!("t"),
    }
    if name == "AWS" {
        body["awsRegion"] = json!("eu-west-1");
    }
    body
}

#[test]
fn each_field_is_stored_and_read_back_as_asked() {
    let mut changed = 0;
    for spec in IntegrationType::all() {
        let options = Options { pace: Duration::ZERO, repositories: Some(1), ..Options::default() };
        let server = Running::with(options);
        let added = server.add_from(&least(spec.name));
        server.reindex(added);
        let id = super::id(&server.tracked(added)[0]).unsigned_abs();
        let kind = IntegrationType::parse(spec.name);
        let form = repository_form(&kind, &listed(&server, id)).schema;
        for field in sent(&form) {
            let before = listed(&server, id);
            let opened = form.read(&before.settings);
            let edited = with(&form, &opened, (&field.key, another(field, opened.get(&field.key))), another);
            let patch = repository_patch(id, &form, &opened, &edited);
            assert!(patch.contains_key(field.key.as_ref()), "{} {}", spec.name, field.key);
            let answered =
                read(&server.ask("PUT", REPOSITORY).json(&Value::Object(patch.clone())).send(), id);
            let after = listed(&server, id);
            assert_eq!(answered, after, "{} {}", spec.name, field.key);
            let result = readback(&form, &before.settings, &patch, &after.settings, &|id| id.to_string());
            assert!(result.is_verified(), "{} {}: {result:?}", spec.name, field.key);
            changed += 1;
        }
    }
    assert!(changed > 200, "{changed} fields were changed");
}

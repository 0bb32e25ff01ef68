//! What the tests of this crate share: forms by type name, filled in from JSON, and requests laid over what is stored.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

pub mod odd_characters;

use patchbay_model::gij::{self, IntegrationType};
use patchbay_model::{Entry, Kind, Mode, Object, Schema, Secret, Values};
use serde_json::{Value, json};

/// The type with this name on the wire, one of the twelve.
pub fn kind(name: &str) -> IntegrationType {
    let kind = IntegrationType::parse(name);
    assert!(kind.spec().is_some(), "{name} is not one of the twelve types");
    kind
}

/// The names of the twelve types.
pub fn names() -> impl Iterator<Item = &'static str> {
    IntegrationType::all().map(|spec| spec.name)
}

/// The form of one of the twelve types.
pub fn form(name: &str, mode: Mode) -> Schema {
    gij::schema(&kind(name), mode, &Object::new())
}

/// A JSON object.
#[track_caller]
pub fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        other => panic!("{other} is not an object"),
    }
}

/// Types `given` into the form: text, switches by their label, project ids; for secrets text or `null` to keep.
#[track_caller]
pub fn fill(form: &Schema, values: &mut Values, given: Value) {
    for (key, value) in object(given) {
        let field = form.field(&key).unwrap_or_else(|| panic!("the form has no field {key}"));
        let entry = match (&field.kind, value) {
            (Kind::Secret, Value::String(text)) => Entry::Secret(Secret::Replace(text)),
            (Kind::Secret, Value::Null) => Entry::Secret(Secret::Keep),
            (Kind::Toggle { .. }, Value::Bool(on)) => Entry::Toggle(Some(on)),
            (Kind::Toggle { .. }, Value::Null) => Entry::Toggle(None),
            (Kind::Projects, Value::Array(ids)) => {
                Entry::Projects(ids.iter().map(|id| id.as_u64().expect("an id")).collect())
            }
            (_, Value::String(text)) => Entry::Text(text),
            (_, other) => panic!("{other} does not fit into the field {key}"),
        };
        values.set(key, entry);
    }
}

/// The least that "Add New Integration" takes for this type.
pub fn least(name: &str) -> Object {
    let body = match name {
        "GITHUB" | "GITLAB" | "AZURE" | "VSTS" => json!({"pat": "t0ken"}),
        "GITHUB_SERVER" | "GITLAB_SERVER" | "AZURE_DEVOPS" => {
            json!({"origin": "https://git.example.org", "pat": "t0ken"})
        }
        "GITLAB_SERVER_LEGACY" | "TFS_SERVER" | "GERRIT" => {
            json!({"origin": "https://git.example.org", "username": "jira", "password": "s3cret"})
        }
        "AWS" => json!({"username": "AKIAIOSFODNN7EXAMPLE", "password": "s3cret", "awsRegion": "eu-west-1"}),
        "FILESPACE" => json!({"origin": "/jira/repos/*"}),
        other => panic!("no least body for {other}"),
    };
    let mut body = object(body);
    body.insert("type".to_owned(), Value::from(name));
    body
}

/// What a server has stored after [`least`]: with a number, without secrets.
#[track_caller]
pub fn stored(name: &str) -> Object {
    let mut settings = gij::server::check_create(&least(name)).expect("the least body is accepted");
    gij::strip_secrets(&mut settings);
    settings.insert("id".to_owned(), Value::from(7));
    settings
}

/// What is stored after `patch`.
pub fn merged(stored: &Object, patch: &Object) -> Object {
    let mut merged = stored.clone();
    merged.extend(patch.clone());
    gij::strip_secrets(&mut merged);
    merged
}

/// The keys in requests and responses of "Add New Integration" and "Update Existing Integration".
const DOCUMENTED: &str = "id type integrationType displayName origin disabled pat username password tfsCollection \
                          awsRegion folderDepth disableSslVerification apiPath apiFilter refSpecNotes refSpecChanges \
                          refSpecCustom global projectMappingIds gitViewerEnabled requireUserPat \
                          sourcesDiffViewEnabled smartCommitsEnabled revisionIndexing tagsFilter prHideFilter \
                          sendCommitEmails maxMinsToCommitEmail trustFolderStat initDate lastIndexedDate showAllTags";

/// Only the settings that the documents describe, to compare with their examples. A field that the vendor adds later
/// changes no example.
pub fn documented(mut settings: Object) -> Object {
    settings.retain(|key, _| DOCUMENTED.split(' ').any(|documented| documented == key));
    settings
}

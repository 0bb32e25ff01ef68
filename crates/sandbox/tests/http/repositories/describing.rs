//! The description at `/openapi.json` of what differs.

use patchbay_model::gij::{IntegrationType, read_repository, repository_form};
use patchbay_sandbox::Gij;
use serde_json::{Value, json};

use super::running;

fn description(gij: Gij) -> Value {
    running(gij, 0).ask_signed_out("GET", "/openapi.json").send().json()
}

#[test]
fn each_version_describes_what_it_has() {
    for gij in Gij::ALL {
        let paths = description(gij)["paths"].clone();
        assert_eq!(paths.get("/rest/gitplugin/2.0/reindex").is_some(), gij != Gij::V4_16, "{gij:?}");
        for path in ["repository", "index", "index.json", "repository/{id}/disable"] {
            assert!(paths.get(format!("/rest/gitplugin/1.0/{path}")).is_some(), "{gij:?}: {path}");
        }
    }
}

#[test]
fn a_repository_has_the_fields_of_the_form() {
    let schemas = description(Gij::V6_1)["components"]["schemas"].clone();
    let bare = read_repository(json!({ "id": 1 }), None).unwrap();
    let form = repository_form(&IntegrationType::parse(""), &bare).schema;
    assert!(form.fields().count() > 20);
    for name in ["ChangedRepository", "NewRepository", "Repository"] {
        for field in form.fields() {
            assert!(schemas[name]["properties"].get(field.key.as_ref()).is_some(), "{name}: {}", field.key);
        }
    }
    assert_eq!(schemas["ChangedRepository"]["required"], json!(["id"]));
}

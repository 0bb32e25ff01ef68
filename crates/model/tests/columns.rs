//! Settings as columns of a list.

#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use patchbay_model::Object;
use patchbay_model::form::{Kind, Mode};
use patchbay_model::gij::{
    Cell, Integration, IntegrationType, cell, cells, columns, columns_of, is_secret, schema, wire,
};
use serde_json::{Value, json};

#[test]
fn every_setting_of_the_twelve_types_is_a_column_once() {
    let keys: Vec<String> = columns().into_iter().map(|field| field.key.into_owned()).collect();
    // Shown by the usual columns: names and projects. Not reported: how it signs in.
    let others = ["displayName", "projectMappingIds", "signIn", "username", "password", "pat"];
    for spec in IntegrationType::all() {
        let kind = IntegrationType::parse(spec.name);
        for field in schema(&kind, Mode::Edit, &Object::new()).sections.into_iter().flat_map(|s| s.fields) {
            let times = keys.iter().filter(|key| **key == field.key).count();
            let wanted = usize::from(!others.contains(&&*field.key));
            assert_eq!(times, wanted, "{} of {}", field.key, spec.name);
        }
    }
    for key in [
        "apiFilter",
        "smartCommitsEnabled",
        "sourcesDiffViewEnabled",
        "requireUserPat",
        "tagsFilter",
        "prHideFilter",
        "refSpecCustom",
        "maxMinsToCommitEmail",
        "global",
        "origin",
        "disableSslVerification",
    ] {
        assert!(keys.iter().any(|other| other == key), "{key}");
    }
}

#[test]
fn no_column_holds_a_secret() {
    for field in columns() {
        assert!(!is_secret(&field.key) && !matches!(field.kind, Kind::Secret), "{}", field.key);
    }
}

#[test]
fn columns_have_labels_of_their_own() {
    let mut labels: Vec<String> = columns().into_iter().map(|field| field.label.into_owned()).collect();
    let count = labels.len();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), count);
}

#[test]
fn a_cell_says_what_the_form_would() {
    for (key, reported, says) in [
        ("smartCommitsEnabled", json!({"smartCommitsEnabled": true}), Cell::Is("on".to_owned())),
        ("smartCommitsEnabled", json!({"smartCommitsEnabled": "false"}), Cell::Is("off".to_owned())),
        ("smartCommitsEnabled", json!({}), Cell::NotReported),
        ("smartCommitsEnabled", json!({"smartCommitsEnabled": null}), Cell::NotReported),
        ("smartCommitsEnabled", json!({"smartCommitsEnabled": [1]}), Cell::Is("[1]".to_owned())),
        // `true` on the wire means off.
        ("disableSslVerification", json!({"disableSslVerification": true}), Cell::Is("off".to_owned())),
        ("apiFilter", json!({"apiFilter": " [?a] "}), Cell::Is("[?a]".to_owned())),
        ("apiFilter", json!({}), Cell::Is(String::new())),
        ("maxMinsToCommitEmail", json!({}), Cell::NotReported),
        ("apiFilter", json!({"apiFilter": ""}), Cell::Is(String::new())),
        ("maxMinsToCommitEmail", json!({"maxMinsToCommitEmail": 1440}), Cell::Is("1440".to_owned())),
        ("maxMinsToCommitEmail", json!({"maxMinsToCommitEmail": "60"}), Cell::Is("60".to_owned())),
        ("refSpecCustom", json!({"refSpecCustom": "+a:b\n+c:d"}), Cell::Is("+a:b, +c:d".to_owned())),
        ("folderDepth", json!({}), Cell::NotHeld),
        ("folderDepth", json!({"folderDepth": 2}), Cell::Is("2".to_owned())),
    ] {
        let Value::Object(mut settings) = reported.clone() else { unreachable!() };
        settings.insert("id".to_owned(), json!(7));
        settings.insert("integrationType".to_owned(), json!("GITHUB"));
        let integration = Integration::read(settings).unwrap();
        let held = columns_of(&integration.kind);
        let field = columns().into_iter().find(|field| field.key == key).unwrap();
        assert_eq!(cell(&field, &integration, &held), says, "{key} of {reported}");
    }
}

#[test]
fn an_unknown_type_says_what_is_reported() {
    let Value::Object(settings) = json!({"id": 7, "type": "NEW", "smartCommitsEnabled": true}) else {
        unreachable!()
    };
    let integration = Integration::read(settings).unwrap();
    let held = columns_of(&integration.kind);
    assert_eq!(held, [""; 0]);
    let of = |key: &str| columns().into_iter().find(|field| field.key == key).unwrap();
    assert_eq!(cell(&of("smartCommitsEnabled"), &integration, &held), Cell::Is("on".to_owned()));
    assert_eq!(cell(&of("apiFilter"), &integration, &held), Cell::NotHeld);
}

#[test]
fn all_cells_at_once_are_those_of_each() {
    let list = json!([
        {"id": 1, "integrationType": "GITHUB", "smartCommitsEnabled": true, "apiFilter": "[?a]", "maxMinsToCommitEmail": 60},
        {"id": "2", "type": "GITHUB", "smartCommitsEnabled": "false", "apiFilter": null, "origin": " https://h\nx "},
        {"id": 3, "type": "SSH", "smartCommitsEnabled": true, "refSpecCustom": "+a:b\n+c:d", "disableSslVerification": true},
        {"id": 4, "type": "NEW", "global": true, "tagsFilter": "^\\d", "apiPath": ""},
        {"id": 4},
    ]);
    let fields = columns();
    for answer in [list.to_string(), json!({"success": true, "integrations": list}).to_string()] {
        let read = wire::list(serde_json::from_str(&answer).unwrap()).unwrap().read;
        let cells = cells(&answer, &fields).unwrap();
        assert_eq!(cells.ids, [1, 2, 3, 4, 4]);
        assert_eq!(cells.columns.len(), fields.len());
        for (field, (texts, of)) in fields.iter().zip(&cells.columns) {
            for (at, integration) in read.iter().enumerate() {
                let held = columns_of(&integration.kind);
                let one = cell(field, integration, &held);
                assert_eq!(texts[of[at] as usize], one, "{} of {}", field.key, integration.id);
            }
        }
    }
}

#[test]
fn what_is_out_of_the_ordinary_is_left_to_the_slower_way() {
    for answer in [
        "",
        "{}",
        "[",
        r#"{"success": false, "integrations": []}"#,
        r#"{"integrations": [], "integrations": []}"#,
        r#"{"integration": [{"id": 1}]}"#,
        r#"[{"displayName": "no id"}]"#,
        r#"[{"id": 1, "apiFilter": {"pat": "s3cret"}}]"#,
        r#"[{"id": 1}] more"#,
    ] {
        assert!(cells(answer, &columns()).is_none(), "{answer}");
    }
}

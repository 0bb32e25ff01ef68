//! An integration: its number, its type, what a list shows of it, and what is dropped.

use crate::read;
use crate::support::object;
use patchbay_model::gij::{Integration, IntegrationType, Staleness};
use serde_json::json;

#[test]
fn reads_an_id_as_number_or_text() {
    for (id, expected) in [
        (json!(7), Some(7)),
        (json!("7"), Some(7)),
        (json!(" 7 "), Some(7)),
        (json!(-7), None),
        (json!(7.5), None),
        (json!("seven"), None),
        (json!(null), None),
        (json!([7]), None),
    ] {
        let read = Integration::read(object(json!({"id": id}))).ok().map(|integration| integration.id);
        assert_eq!(read, expected, "{id}");
    }
}

// Requests say "type", answers "integrationType"; the Update document's request says integrationType too.
#[test]
fn reads_the_type_under_either_name() {
    for (settings, name, label) in [
        (json!({"id": 1, "integrationType": "GITLAB"}), "GITLAB", "GitLab.com"),
        (json!({"id": 1, "type": "GITLAB"}), "GITLAB", "GitLab.com"),
        (json!({"id": 1, "type": "GITHUB", "integrationType": "GITLAB"}), "GITLAB", "GitLab.com"),
        (json!({"id": 1, "type": "GITHUB", "integrationType": ""}), "GITHUB", "GitHub.com"),
        (json!({"id": 1, "type": "GITHUB", "integrationType": null}), "GITHUB", "GitHub.com"),
        (json!({"id": 1, "integrationType": "GITHUB_APP"}), "GITHUB_APP", "GITHUB_APP"),
        (json!({"id": 1, "integrationType": "gitlab"}), "gitlab", "gitlab"),
        (json!({"id": 1, "integrationType": 5}), "", "Unknown type"),
        (json!({"id": 1}), "", "Unknown type"),
    ] {
        let kind = read(settings.clone()).kind;
        assert_eq!((kind.name(), kind.label()), (name, label), "{settings}");
        assert_eq!(kind.to_string(), label);
    }
}

#[test]
fn labels_azure_by_what_it_is() {
    // The documents' prose has the two the wrong way round.
    assert_eq!(IntegrationType::parse("AZURE").label(), "Azure DevOps Services");
    assert_eq!(IntegrationType::parse("AZURE_DEVOPS").label(), "Azure DevOps Server");
}

#[test]
fn reads_what_a_list_shows() {
    let bare = read(json!({"id": 7}));
    assert_eq!(bare.name(), "Integration 7");
    assert_eq!((bare.origin(), bare.is_disabled(), bare.is_global()), ("", false, None));
    assert_eq!((bare.projects(), bare.connected_at(), bare.indexed_at()), (vec![], None, None));

    let texts = read(json!({
        "id": "7", "displayName": " ", "origin": " https://gitlab.com ", "disabled": "TRUE", "global": "false",
        "projectMappingIds": ["10000", 10_100], "initDate": "1574747787950", "lastIndexedDate": "0",
    }));
    assert_eq!(texts.name(), "https://gitlab.com");
    assert_eq!((texts.is_disabled(), texts.is_global()), (true, Some(false)));
    assert_eq!(texts.projects(), [10_000, 10_100]);
    assert_eq!((texts.connected_at(), texts.indexed_at()), (Some(1_574_747_787_950.0), None));
}

#[test]
fn tells_how_stale_an_index_is() {
    const HOUR: f64 = 3_600_000.0;
    let now = 1_000.0 * HOUR;
    for (indexed, expected) in [
        (json!(null), Staleness::Never),
        (json!(0), Staleness::Never),
        (json!(now), Staleness::Fresh),
        (json!(now + HOUR), Staleness::Fresh), // Clocks differ.
        (json!(now - 24.0 * HOUR), Staleness::Fresh),
        (json!(now - 24.0 * HOUR - 1.0), Staleness::Stale),
        (json!(now - 168.0 * HOUR), Staleness::Stale),
        (json!(now - 168.0 * HOUR - 1.0), Staleness::VeryStale),
    ] {
        let integration = read(json!({"id": 1, "lastIndexedDate": indexed}));
        assert_eq!(integration.staleness(now, 24.0), expected, "{indexed}");
    }
}

#[test]
fn keeps_fields_that_no_document_names() {
    let settings = json!({
        "id": 1, "integrationType": "GITHUB", "showAllTags": true, "groupName": "acme", "deep": {"a": [1, {"b": null}]},
        "limitGitData": false, "ünïcode": "✓", "absoluteRoot": true, "tags": [], "count": 1.5,
    });
    assert_eq!(json!(*read(settings.clone()).settings), settings);
}

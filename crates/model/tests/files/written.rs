//! Both formats to the letter, and what tables may say.

use crate::made::{AT, JIRA, changes, github, imported, integration, notes, problems};
use patchbay_model::gij::Integration;
use patchbay_model::gij::file::{Found, drift, export_json, export_tsv};
use patchbay_model::gij::plan::Work;
use serde_json::json;

/// Two, of which the second is first in a file.
fn two() -> Vec<Integration> {
    vec![
        github(
            7,
            "mobile",
            json!({"maxMinsToCommitEmail": "1440", "requireUserPat": null, "webHookSecretSet": true, "b": [1], "a": {"z": 1, "y": null}}),
        ),
        integration(json!({
            "id": 3, "integrationType": "FILESPACE", "origin": "/jira/repos/*", "disabled": true, "folderDepth": 2,
            "global": true, "projectMappingIds": [10000], "sendCommitEmails": false, "maxMinsToCommitEmail": 60,
            "gitViewerEnabled": "false",
        })),
    ]
}

#[test]
fn json_to_the_letter() {
    assert_eq!(
        export_json(&two(), JIRA, AT),
        r#"{
  "patchbay": "git-integrations",
  "version": 1,
  "jira": "https://jira.acme.example",
  "exportedAt": "2026-11-26T08:00:00Z",
  "integrations": [
    {
      "id": 3,
      "type": "FILESPACE",
      "disabled": true,
      "displayName": "",
      "origin": "/jira/repos/*",
      "folderDepth": 2,
      "apiFilter": "",
      "global": true,
      "gitViewerEnabled": false,
      "tagsFilter": "",
      "sendCommitEmails": false
    },
    {
      "id": 7,
      "type": "GITHUB_SERVER",
      "disabled": false,
      "displayName": "mobile",
      "origin": "https://github.acme.example",
      "pat": "$TOKEN",
      "disableSslVerification": false,
      "apiPath": "/orgs/acme/repos",
      "apiFilter": "",
      "refSpecCustom": "",
      "global": false,
      "projectMappingIds": [10000],
      "gitViewerEnabled": true,
      "smartCommitsEnabled": true,
      "tagsFilter": "",
      "prHideFilter": "",
      "sendCommitEmails": true,
      "maxMinsToCommitEmail": 1440,
      "other": {"a":{"y":null,"z":1},"b":[1],"webHookSecretSet":true}
    }
  ]
}
"#
    );
    assert!(export_json(&[], JIRA, AT).ends_with("\"integrations\": []\n}\n"));
}

#[test]
fn a_table_to_the_letter() {
    let header = "id\tintegrationType\tdisabled\tdisplayName\torigin\tfolderDepth\tsslVerify\tapiPath\tprojectMapping\t\
                  gitViewerEnabled\tsmartCommitsEnabled\tsendCommitEmails\tmaxMinsToCommitEmail\n";
    assert_eq!(
        export_tsv(&two()),
        format!(
            "{header}3\tFILESPACE\ttrue\t\t/jira/repos/*\t2\t\t\tALL\tfalse\t\tfalse\t\n\
             7\tGITHUB_SERVER\tfalse\tmobile\thttps://github.acme.example\t\ttrue\t/orgs/acme/repos\t10000\ttrue\ttrue\ttrue\t1440\n"
        )
    );
    assert_eq!(export_tsv(&[]), "id\tintegrationType\tdisabled\n");
}

#[test]
fn the_order_is_by_type_host_name_and_number() {
    let of = |id: u64, kind: &str, origin: &str, name: &str| {
        integration(json!({"id": id, "integrationType": kind, "origin": origin, "displayName": name}))
    };
    let all = [
        of(1, "GITLAB", "https://a", "a"),
        of(2, "GITHUB", "https://b", "a"),
        of(3, "GITHUB", "https://a", "b"),
        of(9, "GITHUB", "https://a", "a"),
        of(4, "GITHUB", "https://a", "a"),
    ];
    let text = export_tsv(&all);
    let ids: Vec<&str> =
        text.lines().skip(1).map(|line| line.split('\t').next().unwrap_or_default()).collect();
    assert_eq!(ids, ["4", "9", "3", "2", "1"]);
}

#[test]
fn what_a_value_cannot_be_is_kept_beside_the_settings() {
    let odd = github(
        1,
        "a",
        json!({"maxMinsToCommitEmail": "soon", "tagsFilter": [1], "global": "perhaps", "apiPath": null}),
    );
    let text = export_json(std::slice::from_ref(&odd), JIRA, AT);
    assert!(
        text.contains(r#""other": {"global":"perhaps","maxMinsToCommitEmail":"soon","tagsFilter":[1]}"#),
        "{text}"
    );
    assert!(text.contains(r#""apiPath": """#), "{text}");
    assert_eq!(imported(&text, &[odd]).steps[0].found, Found::Same);
}

#[test]
fn a_filter_that_somebody_set_since_is_found() {
    let before = github(1, "a", json!({}));
    let text = export_json(&[before], JIRA, AT);
    let import = imported(&text, &[github(1, "a", json!({"tagsFilter": "^v.*"}))]);
    assert_eq!(changes(&import, 0), ["Tag filter (show only matching): ^v.* -> (none)"]);
    assert_eq!(drift(&import).to_string(), "1 of 1 differs from the file.");
}

#[test]
fn a_table_of_a_spreadsheet() {
    let all = [github(1, "core", json!({})), github(2, "mobile", json!({})), github(3, "old", json!({}))];
    for text in [
        // Upper case, quotation marks, columns in another order, a column of repositories, blank lines.
        "ORIGIN\tid\tIntegrationType\tDISABLED\tsslVerify\tprojectMapping\tmainBranch\tdelete\tdisplayName\r\n\
         \r\n\
         https://github.acme.example\t1\tGITHUB_SERVER\tTRUE\tFALSE\t\"10000,10100\"\tmaster\t\tcore\r\n\
         \t\t\t\t\t\t\t\t\r\n\
         https://github.acme.example\t2\tGITHUB_SERVER\t\t\tALL\t\t\t\"mob\"\"ile\"\r\n\
         https://github.acme.example\t3\tGITHUB_SERVER\t\t\t\t\tdelete\r\n",
        // Without types, as repositories have them.
        "id\torigin\tdisabled\tsslVerify\tprojectMapping\tdelete\tdisplayName\thosted\n\
         1\thttps://github.acme.example\ttrue\tfalse\t 10000 , mob \t\tcore\ttrue\n\
         2\thttps://github.acme.example\t\t\tall\t\tmob\"ile\n\
         3\thttps://github.acme.example\t\t\t\tDELETE\n",
    ] {
        let import = imported(text, &all);
        assert_eq!(problems(&import), [""; 0]);
        assert_eq!(
            changes(&import, 0),
            [
                "Verify SSL certificates: on -> off",
                "Projects: ENG -> ENG, MOB",
                "Status: enabled -> disabled"
            ]
        );
        assert_eq!(
            changes(&import, 1),
            ["Display name: mobile -> mob\"ile", "Associate with all projects: off -> on"]
        );
        assert_eq!(import.steps[2].found, Found::ToRemove);
        assert_eq!(import.notes.len(), 1, "{:?}", import.notes);
        let last = import.planned(None).pop().expect("a step");
        assert_eq!(last.work, Some(Work::Remove { delete_files: false }));
    }
}

#[test]
fn repositories_in_a_table_are_not_read() {
    let text = "id\tintegrationType\torigin\ttrackedFolderId\n\
                1\tGITHUB_SERVER\thttps://github.acme.example\t\n\
                50\t\thttps://github.acme.example/a\t1\n51\t\thttps://github.acme.example/b\t1\n\
                60\t\tgit@plain.example:a.git\t\n\
                1\t\t\t1\n";
    let import = imported(text, &[github(1, "core", json!({}))]);
    assert_eq!(import.notes, ["3 rows are repositories of integrations and are not read."]);
    assert_eq!(import.steps[0].found, Found::Same);
    assert_eq!(
        problems(&import),
        [
            "Line 5, column 1: Jira has no such integration, and for a new one the type is missing. Add it to “integrationType”."
        ]
    );
}

#[test]
fn a_table_of_changes_needs_only_numbers() {
    let all = [github(1, "core", json!({})), github(2, "mobile", json!({}))];
    let import = imported("id\tsmartCommitsEnabled\n2\tfalse\n1\t\n", &all);
    assert_eq!(changes(&import, 0), ["Smart commits: on -> off"]);
    assert_eq!(import.steps[1].found, Found::Same);
    let import = imported("id\torigin\n2\thttps://elsewhere.example\n", &all);
    assert!(
        problems(&import)[0].contains("Integration 2 has another host in Jira"),
        "{:?}",
        problems(&import)
    );
}

#[test]
fn an_empty_cell_of_projects_means_none_only_for_a_new_one_without_browser() {
    let header = "integrationType\tdisplayName\torigin\tgitViewerEnabled\tprojectMapping\n";
    for (row, associated) in [
        ("GITHUB_SERVER\tnew\thttps://x.example\tfalse\t\n", "off"),
        ("GITHUB_SERVER\tnew\thttps://x.example\ttrue\t\n", "on"),
        ("GITHUB_SERVER\tnew\thttps://x.example\tfalse\tALL\n", "on"),
    ] {
        let import = imported(&format!("{header}{row}"), &[]);
        let all = format!("Associate with all projects:  -> {associated}");
        assert!(changes(&import, 0).contains(&all), "{row}: {:?}", changes(&import, 0));
    }
}

#[test]
fn a_setting_that_a_type_lacks_is_no_mistake_in_a_table() {
    let folder = integration(
        json!({"id": 1, "integrationType": "FILESPACE", "origin": "/jira/repos/*", "folderDepth": 1}),
    );
    let text = "id\tintegrationType\torigin\tsslVerify\tapiPath\tusername\n1\tFILESPACE\t/jira/repos/*\tTRUE\t/x\tjira\n";
    let import = imported(text, &[folder]);
    assert_eq!(import.steps[0].found, Found::Same);
    assert_eq!(
        notes(&import),
        [
            "“apiPath” is not read: integrations of type Tracked folder have no such setting.",
            "“username” is not read: integrations of type Tracked folder sign in without one."
        ]
    );
}

#[test]
fn a_row_to_be_removed_that_jira_does_not_have_is_said() {
    let import =
        imported("id\tintegrationType\torigin\tdelete\n9\tGITHUB_SERVER\thttps://x.example\tdelete\n", &[]);
    assert_eq!(
        problems(&import),
        ["Line 2, column 1: Jira has no such integration, so it cannot be removed. Leave out the row."]
    );
    assert!(import.planned(None)[0].work.is_none());
}

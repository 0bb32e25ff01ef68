//! What a list is read to: the same as by reading everything, or nothing, and then everything is read.

use patchbay_model::gij::{RepositoryBrief, read_repositories, repository_briefs, repository_in};
use serde_json::json;

fn whole(text: &str) -> Option<Vec<RepositoryBrief>> {
    let list = read_repositories(serde_json::from_str(text).ok()?).ok()?;
    list.odd.is_empty().then(|| list.read.iter().map(RepositoryBrief::of).collect())
}

#[test]
fn reads_each_setting_as_the_whole_reading_does() {
    let keys = [
        "id",
        "trackedFolderId",
        "displayName",
        "origin",
        "root",
        "group",
        "groupName",
        "mainBranch",
        "disabled",
        "global",
        "projectMappingIds",
        "lastIndexedDate",
        "state",
        "unknown",
    ];
    let values = [
        "null",
        "true",
        "false",
        "0",
        "1",
        "-1",
        "42",
        "1.5",
        "1e3",
        "-0",
        "9007199254740993",
        "18446744073709551616",
        "1780000000000",
        "\"\"",
        "\" \"",
        "\"7\"",
        "\" 8 \"",
        "\"x\"",
        "\"true\"",
        "\"FALSE \"",
        "\"ERROR\"",
        "\"1780000000000\"",
        "\"  a name  \"",
        "\"https://h.example/o/acme.git\"",
        "\"..\\\\data\\\\2_acme\"",
        "\"quo\\\"te\"",
        "\"\\ud83d\\ude00\"",
        "\"ünï\"",
        "[]",
        "[1]",
        "[1, 2 ,3]",
        "[\"4\", 5]",
        "[1, -2, 3.5, null, \"x\"]",
        "{}",
        "{\"a\": 1}",
    ];
    let mut read = 0;
    for (key, value) in keys.into_iter().flat_map(|key| values.map(|value| (key, value))) {
        let text = format!(
            r#"{{"success": true, "repositories": [{{"id": 7, "origin": "o/p", "{key}": {value}}}]}}"#
        );
        let (quick, whole) = (repository_briefs(&text, None), whole(&text));
        assert_eq!(quick, whole, "{text}");
        read += usize::from(quick.is_some());
    }
    assert!(read > keys.len() * values.len() * 9 / 10, "{read} were read");
}

#[test]
fn gives_those_of_one_integration() {
    let text = r#"[{"id":1,"trackedFolderId":3},{"id":2,"trackedFolderId":"4"},{"id":3},{"id":4,"trackedFolderId":3}]"#;
    for (of, expected) in
        [(None, vec![1, 2, 3, 4]), (Some(3), vec![1, 4]), (Some(4), vec![2]), (Some(9), vec![])]
    {
        let ids: Vec<u64> = repository_briefs(text, of).unwrap().iter().map(|one| one.id).collect();
        assert_eq!(ids, expected, "{of:?}");
    }
}

#[test]
fn leaves_everything_else_to_the_whole_reading() {
    for text in [
        "",
        "<html>",
        "null",
        "{}",
        "{\"success\":true}",
        "[1]",
        "[{}]",
        "[{\"id\":\"x\"}]",
        "[{\"id\":1}",
        "{\"success\":false,\"repositories\":[{\"id\":1}]}",
        "{\"repositories\":[{\"id\":1}],\"success\":\"false\"}",
        "{\"integrations\":[{\"id\":1}]}",
        "{\"repository\":[{\"id\":1}]}",
        "{\"repositories\":{\"id\":1}}",
        "{\"repositories\":[{\"id\":1}],\"repositories\":[{\"id\":2}]}",
        "{\"repositories\":[{\"id\":1}],\"integrations\":[{\"id\":2}]}",
        "{\"repos\\u0069tories\":[{\"id\":1}]}",
    ] {
        assert_eq!(repository_briefs(text, None), None, "{text}");
    }
}

#[test]
fn reads_all_of_one_and_passes_over_the_others() {
    let text = r#"{"success":true,"repositories":[{"id":1,"x":[{"id":2}]},{"id":"2","displayName":"acme","pat":"s3cret"}]}"#;
    let found = repository_in(text, 2).unwrap().unwrap();
    assert_eq!(json!(found.settings), json!({"id": "2", "displayName": "acme"}));
    assert_eq!(repository_in(text, 3), Some(None));
    for odd in
        ["", "{}", "[{}]", "[{\"id\":2}", "{\"integrations\":[]}", "{\"success\":false,\"repositories\":[]}"]
    {
        assert_eq!(repository_in(odd, 2), None, "{odd}");
    }
}

//! What a list is read to: the same as by reading everything, or nothing, and then everything is read.

use patchbay_model::gij::wire;
use patchbay_model::gij::{Brief, briefs};

/// What the whole reading gives.
fn whole(text: &str) -> Option<Vec<Brief>> {
    let list = wire::list(serde_json::from_str(text).ok()?).ok()?;
    // An entry that cannot be read is for the whole reading only.
    list.odd.is_empty().then(|| list.read.iter().map(Brief::of).collect())
}

/// One integration with this setting.
fn with(key: &str, value: &str) -> String {
    format!(
        r#"{{"success": true, "integrations": [{{"id": 7, "origin": "https://h.example", "{key}": {value}}}]}}"#
    )
}

#[test]
fn reads_what_jira_usually_sends() {
    for text in [
        r#"[]"#,
        r#" [ {"id":1} , {"id":2} ] "#,
        r#"{"integrations":[]}"#,
        r#"{"success":true,"integrations":[{"id":1}]}"#,
        r#"{"success":"true","integrations":[{"id":"1"}],"message":null}"#,
        r#"{"integrations":[{"id":1,"x":{"deep":[1,{"y":"\u00e9"}]}}],"success":true}"#,
        r#"[{"id":1,"id":2}]"#,
        r#"[{"id":1,"pat":"s3cret","encryptedPassword":"x"}]"#,
    ] {
        assert_eq!(briefs(text), Some(whole(text).unwrap()), "{text}");
    }
}

#[test]
fn reads_each_setting_as_ever() {
    let keys = [
        "id",
        "integrationType",
        "type",
        "displayName",
        "origin",
        "disabled",
        "global",
        "projectMappingIds",
        "initDate",
        "lastIndexedDate",
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
        "1E400",
        "-0",
        "9007199254740993",
        "18446744073709551615",
        "18446744073709551616",
        "1780000000000",
        "\"\"",
        "\" \"",
        "\"7\"",
        "\" 8 \"",
        "\"x\"",
        "\"true\"",
        "\"FALSE \"",
        "\"1\"",
        "\"1780000000000\"",
        "\"GITLAB\"",
        "\"gitlab\"",
        "\"  a name  \"",
        "\"\\u0047ITHUB\"",
        "\"quo\\\"te\"",
        "\"back\\\\\"",
        "\"line\\n\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"ünï\"",
        "[]",
        "[1]",
        "[1, 2 ,3]",
        "[\"4\"]",
        "[\" 5\", 6]",
        "[1, -2, 3.5, null, \"x\"]",
        "[[1]]",
        "{}",
        "{\"a\": 1}",
    ];
    for (key, value) in keys.into_iter().flat_map(|key| values.map(|value| (key, value))) {
        let text = with(key, value);
        let (quick, whole) = (briefs(&text), whole(&text));
        // What is passed over is not looked at so closely.
        let is_odd = matches!(value, "1E400" | "\"\\ud83d\"");
        assert!(quick == whole || (is_odd && whole.is_none()), "{text}: {quick:?}, {whole:?}");
    }
}

#[test]
fn leaves_everything_else_to_the_whole_reading() {
    for text in [
        "",
        " ",
        "<html>",
        "null",
        "1",
        "\"x\"",
        "{}",
        "{\"success\":true}",
        "[1]",
        "[null]",
        "[[]]",
        "[{}]",
        "[{\"displayName\":\"x\"}]",
        "[{\"id\":null}]",
        "[{\"id\":\"x\"}]",
        "[{\"id\":1.5}]",
        "[{\"id\":-1}]",
        "[{\"id\":1}",
        "[{\"id\":1}]]",
        "[{\"id\":1},]",
        "[{\"id\":1}{\"id\":2}]",
        "[{\"id\":1}] x",
        "{\"success\":false,\"integrations\":[{\"id\":1}]}",
        "{\"integrations\":[{\"id\":1}],\"success\":\"false\"}",
        "{\"success\":null,\"integrations\":[]}",
        "{\"integration\":[{\"id\":1}]}",
        "{\"integration\":{\"id\":1}}",
        "{\"integrations\":{\"id\":1}}",
        "{\"integrations\":null}",
        "{\"\\u0069ntegrations\":[{\"id\":1}]}",
        "[{\"\\u0069d\":1}]",
        "{\"integrations\":[{\"id\":1}],\"integration\":[{\"id\":2}]}",
        "{\"integrations\":[{\"id\":1}],\"integrations\":[{\"id\":2}]}",
    ] {
        assert_eq!(briefs(text), None, "{text}");
    }
    let deep = format!("[{{\"id\":1,\"x\":{}{}}}]", "[".repeat(500), "]".repeat(500));
    assert_eq!(briefs(&deep), None);
}

//! Bad files: the line, the column and what would be right; and nothing of them is used.

use crate::made::{file, github, imported, problems, try_import};
use patchbay_model::gij::file::Found;
use serde_json::{Value, json};

const HEAD: &str = "{\"patchbay\": \"git-integrations\", \"version\": 1, ";

fn said(text: &str) -> String {
    match try_import(text, &[]) {
        Ok(import) => panic!("{text} was read as {:?}", problems(&import)),
        Err(faults) => faults.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "),
    }
}

#[test]
fn that_are_no_files_of_integrations() {
    for (text, sentence) in [
        ("", "Line 1, column 1: The file is empty. Choose one that Patchbay exported."),
        (" \n\t ", "Line 1, column 1: The file is empty. Choose one that Patchbay exported."),
        ("\u{feff}", "Line 1, column 1: The file is empty. Choose one that Patchbay exported."),
        (
            "hello",
            "Line 1, column 1: This is neither JSON, which begins with {, nor a table with tabs between its columns.",
        ),
        (
            "<!DOCTYPE html>\n<html>",
            "Line 1, column 1: This is a web page. Choose a JSON file or a table with tabs.",
        ),
        (
            "id,integrationType,origin,displayName\n1,GITHUB,,x",
            "Line 1, column 1: The columns have commas or semicolons between them. Save the table with tabs between its columns (TSV).",
        ),
        (
            "id;integrationType;origin;displayName",
            "Line 1, column 1: The columns have commas or semicolons between them. Save the table with tabs between its columns (TSV).",
        ),
        (
            "[1]",
            "Line 1, column 1: The file is a list. A file of integrations begins with {\"patchbay\": \"git-integrations\", \"version\": 1.",
        ),
        (
            "[",
            "Line 1, column 2: The file ends too early: the “]” for line 1 is missing. Copy all of the file.",
        ),
        (
            "{",
            "Line 1, column 2: The file ends too early: the “}” for line 1 is missing. Copy all of the file.",
        ),
        (
            "{}",
            "Line 1, column 1: “patchbay” is missing. A file of integrations begins with {\"patchbay\": \"git-integrations\", \"version\": 1.",
        ),
        (
            "null",
            "Line 1, column 1: This is neither JSON, which begins with {, nor a table with tabs between its columns.",
        ),
        (
            "{\"success\": true, \"integrations\": []}",
            "Line 1, column 1: This is an answer of Jira, not a file of Patchbay. A file of integrations begins with {\"patchbay\": \"git-integrations\", \"version\": 1.",
        ),
        (
            "{\"patchbay\": \"gitlab\"}",
            "Line 1, column 14: This is a file of something else. A file of integrations begins with {\"patchbay\": \"git-integrations\", \"version\": 1.",
        ),
        (
            "{\"patchbay\": 5}",
            "Line 1, column 14: This is a file of something else. A file of integrations begins with {\"patchbay\": \"git-integrations\", \"version\": 1.",
        ),
        (
            "{\"patchbay\": \"git-integrations\"}",
            "Line 1, column 1: “version” is missing. A file of integrations begins with {\"patchbay\": \"git-integrations\", \"version\": 1.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 2, \"integrations\": []}",
            "Line 1, column 45: The file has version 2, and this Patchbay reads version 1. Use a Patchbay that knows it.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": \"1\", \"integrations\": []}",
            "Line 1, column 45: “version” takes the number 1, not text.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1}",
            "Line 1, column 1: “integrations” is missing. Add a list: \"integrations\": [].",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1, \"integrations\": {}}",
            "Line 1, column 64: “integrations” takes a list, not an object.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1,\n \"integration\": []}",
            "Line 2, column 2: “integration” has no meaning here. Did you mean “integrations”?",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1,\n \"comment\": \"x\", \"integrations\": []}",
            "Line 2, column 2: “comment” has no meaning here. Remove it.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1,\n \"jira\": 5, \"integrations\": []}",
            "Line 2, column 10: “jira” takes text in quotation marks, not a number.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1,\n \"exportedAt\": null, \"integrations\": []}",
            "Line 2, column 16: “exportedAt” takes text in quotation marks, not null.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1, \"version\": 1, \"integrations\": []}",
            "Line 1, column 48: “version” is in this object twice, first in line 1. Remove one of them.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1, \"integrations\": []} {}",
            "Line 1, column 68: The file must end behind the last bracket. Remove what follows.",
        ),
        (
            "{\"patchbay\": \"git-integrations\", \"version\": 1, \"integrations\": [],}",
            "Line 1, column 67: Remove the comma before “}”.",
        ),
        (
            "{\"patchbay\": \"git-integrations\" \"version\": 1}",
            "Line 1, column 33: A comma or “}” is missing before this.",
        ),
        ("{\"patchbay\" \"git-integrations\"}", "Line 1, column 13: A colon is missing behind “patchbay”."),
        (
            "{patchbay: \"git-integrations\"}",
            "Line 1, column 2: A name stands in quotation marks, such as \"displayName\".",
        ),
        ("{'patchbay': 'git-integrations'}", "Line 1, column 2: Use double quotation marks (\")."),
        ("{“patchbay”: 1}", "Line 1, column 2: Use straight quotation marks (\"), not typographic ones."),
        (
            "{\"patchbay\": “git-integrations”}",
            "Line 1, column 14: Use straight quotation marks (\"), not typographic ones.",
        ),
        ("// mine\n{}", "Line 1, column 1: JSON has no comments. Remove it."),
        ("{ // mine\n\"patchbay\": 1}", "Line 1, column 3: JSON has no comments. Remove it."),
        (
            "{\"patchbay\": \"git-integrations\", # mine\n\"version\": 1}",
            "Line 1, column 34: JSON has no comments. Remove it.",
        ),
        (
            "{\"patchbay\": \"git-integrations\",\n\"version\": 1",
            "Line 2, column 13: The file ends too early: the “}” for line 1 is missing. Copy all of the file.",
        ),
        (
            "{\"patchbay\": \"git-inte",
            "Line 1, column 14: The text that begins here has no closing quotation mark.",
        ),
        (
            "{\"patchbay\": \"git-\nintegrations\"}",
            "Line 1, column 14: The text that begins here does not end in its line. Add the closing quotation mark, or write the line break as \\n.",
        ),
        (
            "{\"patchbay\": \"a\tb\"}",
            "Line 1, column 16: Write a tab as \\t, and leave out other control characters.",
        ),
        ("{\"patchbay\": \"D:\\jira\"}", "Line 1, column 17: Write a backslash as \\\\."),
        ("{\"patchbay\": \"\\u12\"}", "Line 1, column 15: Four digits from 0 to f follow \\u."),
        (
            "{\"patchbay\": \"\\ud800\"}",
            "Line 1, column 14: This text has an escape of half a character. Write both \\u parts, or the character itself.",
        ),
        ("{\"patchbay\": True}", "Line 1, column 14: Write true, without quotation marks and in lower case."),
        ("{\"patchbay\": no}", "Line 1, column 14: Write false, without quotation marks and in lower case."),
        ("{\"patchbay\": None}", "Line 1, column 14: Leave the setting out to keep it as it is."),
        ("{\"patchbay\": git}", "Line 1, column 14: Text stands in quotation marks."),
        ("{\"patchbay\": }", "Line 1, column 14: A value is missing before this bracket."),
        ("{\"patchbay\": ,}", "Line 1, column 14: A value is missing before this comma."),
        (
            "{\"patchbay\": 01}",
            "Line 1, column 14: JSON has no such number. Write digits only, without a zero before them, such as 1440.",
        ),
        (
            "{\"patchbay\": 1.}",
            "Line 1, column 14: JSON has no such number. Write digits only, without a zero before them, such as 1440.",
        ),
        ("{\"patchbay\": +1}", "Line 1, column 14: A number begins with a digit or “-”."),
        (
            "{\"patchbay\": 1e999}",
            "Line 1, column 14: JSON has no such number. Write digits only, without a zero before them, such as 1440.",
        ),
        (
            "{\"patchbay\": 0x1F}",
            "Line 1, column 14: JSON has no such number. Write digits only, without a zero before them, such as 1440.",
        ),
        ("{\"patchbay\": [1}", "Line 1, column 16: This bracket must be “]”."),
        (
            "{\"patchbay\": @}",
            "Line 1, column 14: A value begins with {, [, \", a digit, true, false or null.",
        ),
        (
            "{\r\n\r\n  \"é\": \"ü\", x}",
            "Line 3, column 13: A name stands in quotation marks, such as \"displayName\".",
        ),
    ] {
        assert_eq!(said(text), sentence, "{text}");
    }
}

#[test]
fn that_nest_too_deeply() {
    let text = format!("{{\"a\": {}", "[".repeat(200));
    assert_eq!(
        said(&text),
        "Line 1, column 133: Lists and objects are nested too deeply here. Use at most 127 levels."
    );
}

#[test]
fn with_a_setting_of_the_wrong_kind() {
    for (settings, sentence) in [
        (
            "\"id\": \"5\"",
            "Line 2, column 33: “id” takes a whole number without quotation marks, not text. Leave it out for a new one.",
        ),
        (
            "\"id\": 5.5",
            "Line 2, column 33: “id” takes a whole number without quotation marks, not a number with a fraction. Leave it out for a new one.",
        ),
        (
            "\"id\": -5",
            "Line 2, column 33: “id” takes a whole number without quotation marks, not a negative number. Leave it out for a new one.",
        ),
        (
            "\"id\": null",
            "Line 2, column 33: “id” takes a whole number without quotation marks, not null. Leave it out for a new one.",
        ),
        (
            "\"disabled\": \"false\"",
            "Line 2, column 39: “disabled” takes true or false, without quotation marks, not text.",
        ),
        (
            "\"disabled\": 0",
            "Line 2, column 39: “disabled” takes true or false, without quotation marks, not a number.",
        ),
        (
            "\"displayName\": 5",
            "Line 2, column 42: “displayName” takes text in quotation marks, not a number.",
        ),
        (
            "\"displayName\": null",
            "Line 2, column 42: “displayName” takes text in quotation marks, not null. Leave the setting out to keep it as it is.",
        ),
        (
            "\"displayName\": \"a\", \"displayName\": \"b\"",
            "Line 2, column 47: “displayName” is in this object twice, first in line 2. Remove one of them.",
        ),
        (
            "\"maxMinsToCommitEmail\": \"1440\"",
            "Line 2, column 51: “maxMinsToCommitEmail” takes a whole number, without quotation marks, not text.",
        ),
        (
            "\"maxMinsToCommitEmail\": 1.5",
            "Line 2, column 51: “maxMinsToCommitEmail” takes a whole number, without quotation marks, not a number with a fraction.",
        ),
        (
            "\"maxMinsToCommitEmail\": true",
            "Line 2, column 51: “maxMinsToCommitEmail” takes a whole number, without quotation marks, not true or false.",
        ),
        (
            "\"global\": \"true\"",
            "Line 2, column 37: “global” takes true or false, without quotation marks, not text.",
        ),
        (
            "\"global\": null",
            "Line 2, column 37: “global” takes true or false, without quotation marks, not null. Leave the setting out to keep it as it is.",
        ),
        (
            "\"global\": 1",
            "Line 2, column 37: “global” takes true or false, without quotation marks, not a number.",
        ),
        (
            "\"projectMappingIds\": 10000",
            "Line 2, column 48: “projectMappingIds” takes a list of project numbers or keys, such as [10000, \"ENG\"], not a number.",
        ),
        (
            "\"projectMappingIds\": \"10000\"",
            "Line 2, column 48: “projectMappingIds” takes a list of project numbers or keys, such as [10000, \"ENG\"], not text.",
        ),
        (
            "\"projectMappingIds\": [\"10000\"]",
            "Line 2, column 48: “projectMappingIds” has a number as text. Write it without quotation marks.",
        ),
        (
            "\"projectMappingIds\": [-1]",
            "Line 2, column 48: “projectMappingIds” has an entry that is neither a number nor a key of a project. Write entries such as 10000 or \"ENG\".",
        ),
        (
            "\"projectMappingIds\": [[1]]",
            "Line 2, column 48: “projectMappingIds” has an entry that is neither a number nor a key of a project. Write entries such as 10000 or \"ENG\".",
        ),
        (
            "\"projectMappingIds\": [\"\"]",
            "Line 2, column 48: “projectMappingIds” has an entry that is neither a number nor a key of a project. Write entries such as 10000 or \"ENG\".",
        ),
        (
            "\"pat\": 5",
            "Line 2, column 34: “pat” takes text in quotation marks, such as \"$TOKEN\", not a number.",
        ),
        (
            "\"pat\": null",
            "Line 2, column 34: “pat” takes text in quotation marks, such as \"$TOKEN\", not null. Leave the setting out to keep it as it is.",
        ),
        ("\"other\": []", "Line 2, column 36: “other” takes an object, not a list."),
        (
            "\"tagsFilter\": [\"a\"]",
            "Line 2, column 41: “tagsFilter” takes text in quotation marks, not a list.",
        ),
    ] {
        let text = format!("{HEAD}\"integrations\": [\n{{\"type\": \"GITHUB_SERVER\", {settings}}}]}}");
        assert_eq!(said(&text), sentence, "{settings}");
    }
}

#[test]
fn with_an_entry_that_is_no_integration() {
    for (entry, sentence) in [
        ("5", "Line 2, column 1: An integration is an object in braces, not a number."),
        ("null", "Line 2, column 1: An integration is an object in braces, not null."),
        ("[]", "Line 2, column 1: An integration is an object in braces, not a list."),
        ("\"GITHUB\"", "Line 2, column 1: An integration is an object in braces, not text."),
        (
            "{}",
            "Line 2, column 1: The integration has no “type”. Add one, such as \"type\": \"GITHUB_SERVER\".",
        ),
        ("{\"type\": 5}", "Line 2, column 10: “type” takes text in quotation marks, not a number."),
        (
            "{\"type\": null, \"id\": \"x\"}",
            "Line 2, column 10: “type” takes text in quotation marks, not null. | Line 2, column 22: “id” takes a whole number without quotation marks, not text. Leave it out for a new one.",
        ),
    ] {
        assert_eq!(said(&format!("{HEAD}\"integrations\": [\n{entry}]}}")), sentence, "{entry}");
    }
}

#[test]
fn that_are_bad_tables() {
    for (text, sentence) in [
        (
            "1\tGITHUB\tcore",
            "Line 1, column 1: The first row has no column name that Patchbay knows. Add a header row, such as the one of an export.",
        ),
        (
            "displayName\torigin\nx\ty",
            "Line 1, column 1: The table has neither a column “id” nor a column “integrationType”. Add one.",
        ),
        ("id\tid\n1\t1", "Line 1, column 4: “id” is a column twice. Remove one of them."),
        (
            "id\ttype\tintegrationType\n",
            "Line 1, column 9: “integrationType” is a column twice. Remove one of them.",
        ),
        (
            "id\tdisplayname\tnonsense\n",
            "Line 1, column 16: “nonsense” is not a column that Patchbay knows. Remove the column.",
        ),
        (
            "id\tdispayName\n",
            "Line 1, column 4: “dispayName” is not a column that Patchbay knows. Did you mean “displayName”?",
        ),
        (
            "id\tdisableSslVerification\n",
            "Line 1, column 4: A table has “sslVerify” in place of “disableSslVerification”: TRUE verifies the certificate.",
        ),
        (
            "id\tglobal\n",
            "Line 1, column 4: A table has “projectMapping” in place of “global”: ALL, or numbers with commas between them.",
        ),
        (
            "id\tprojectMappingIds\n",
            "Line 1, column 4: A table has “projectMapping” in place of “projectMappingIds”: ALL, or numbers with commas between them.",
        ),
        (
            "id\tgitViewerEnabled\tgitViewerEnable\n",
            "Line 1, column 21: “gitViewerEnable” is a column twice. Remove one of them.",
        ),
        ("id\tdisplayName\n1\ta\tb", "Line 2, column 5: The header has 2 columns, and this is cell 3."),
        ("id\t\n1\ta", "Line 2, column 3: This cell has no name in the header. Name its column."),
        (
            "id\tdisabled\nx\ttrue",
            "Line 2, column 1: “id” takes a whole number. Leave the cell empty for a new one.",
        ),
        ("id\tdisabled\n1\tyes", "Line 2, column 3: “disabled” takes TRUE or FALSE."),
        ("id\tsslVerify\n1\tmaybe", "Line 2, column 3: “sslVerify” takes TRUE or FALSE."),
        ("id\tsmartCommitsEnabled\n1\t1", "Line 2, column 3: “smartCommitsEnabled” takes TRUE or FALSE."),
        (
            "id\tmaxMinsToCommitEmail\n1\t1,440",
            "Line 2, column 3: “maxMinsToCommitEmail” takes a whole number. Use digits only.",
        ),
        (
            "id\tprojectMapping\n1\tALL, 5",
            "Line 2, column 3: “projectMapping” takes ALL, or numbers of projects with commas between them, such as 10000,10100.",
        ),
        (
            "id\tprojectMapping\n1\t10000;10100",
            "Line 2, column 3: “projectMapping” takes ALL, or numbers of projects with commas between them, such as 10000,10100.",
        ),
        (
            "id\tprojectMapping\n1\t1.5",
            "Line 2, column 3: “projectMapping” takes ALL, or numbers of projects with commas between them, such as 10000,10100.",
        ),
        ("id\tdelete\n1\tx", "Line 2, column 3: “delete” takes the word delete, or nothing."),
        (
            "id\tdisplayName\n1\t\"a",
            "Line 2, column 3: The cell begins with a quotation mark but does not end with one. Add one at the end.",
        ),
        (
            "id\tdisplayName\n1\t\"a\"b",
            "Line 2, column 3: There is text after the closing quotation mark. Write each quotation mark inside the cell twice.",
        ),
        ("id\n1\n-5\n", "Line 3, column 1: “id” takes a whole number. Leave the cell empty for a new one."),
    ] {
        assert_eq!(said(text), sentence, "{text}");
    }
}

/// The problem of an entry in line 2 that is otherwise right.
fn problem(settings: &Value) -> String {
    let mut entry = json!({
        "id": 1, "type": "GITHUB_SERVER", "displayName": "core", "origin": "https://github.acme.example"
    });
    entry.as_object_mut().expect("an object").extend(settings.as_object().cloned().expect("an object"));
    let text = format!("{HEAD}\"integrations\": [\n{entry}]}}");
    let import = imported(&text, &[github(1, "core", json!({}))]);
    assert_eq!(import.steps.len(), 1);
    assert_ne!(import.steps[0].found, Found::Same, "{settings}");
    assert!(import.steps[0].has_mistake, "{settings}");
    assert!(!import.steps[0].planned.step.is_ready(), "{settings}");
    assert!(import.steps[0].planned.work.is_none() || !problems(&import).is_empty());
    problems(&import).join(" | ")
}

#[test]
fn a_bad_setting_is_a_problem_of_its_step_only() {
    for (settings, sentence) in [
        (
            json!({"zzz": 1}),
            "Line 2, column 98: Integrations of type GitHub Enterprise have no setting “zzz”. Remove it.",
        ),
        (
            json!({"displayname": "x"}),
            "Line 2, column 106: Integrations of type GitHub Enterprise have no setting “displayname”. Did you mean “displayName”?",
        ),
        (
            json!({"integrationType": "GITHUB"}),
            "Line 2, column 110: Write “type” in place of “integrationType”.",
        ),
        (
            json!({"folderDepth": 2}),
            "Line 2, column 106: Integrations of type GitHub Enterprise have no setting “folderDepth”. Remove it.",
        ),
        (
            json!({"origin": "nowhere"}),
            "Line 2, column 62: Host URL: The URL must begin with https:// or http://.",
        ),
        (json!({"origin": ""}), "Line 2, column 62: Host URL: Host URL is required."),
        (
            json!({"origin": "https://jira:s3cret@github.acme.example"}),
            "Line 2, column 62: “origin” has a user name, password or token in it. Remove it from the file.",
        ),
        (json!({"apiPath": "orgs"}), "Line 2, column 102: API path: The API path must begin with “/”."),
        (
            json!({"tagsFilter": "(v"}),
            "Line 2, column 105: Tag filter (show only matching): The pattern ends inside the group “(” that starts at character 1. For the character itself, write “\\(”.",
        ),
        (
            json!({"apiFilter": "[?"}),
            "Line 2, column 104: JMESPath filter: The bracket “[?” at character 1 is not closed. Add “]” where it ends.",
        ),
        (
            json!({"refSpecCustom": "a:b:c"}),
            "Line 2, column 108: More references to fetch: Refspec 1, “a:b:c”, must have a source that is HEAD or begins with “refs/”. Write for example “refs/heads/a”.",
        ),
        (
            json!({"maxMinsToCommitEmail": -1}),
            "Line 2, column 115: Oldest commit to mail about: Enter 0 or more.",
        ),
        (
            json!({"projectMappingIds": []}),
            "Line 2, column 112: Projects: The repository browser needs at least one project. Choose one, or associate all projects.",
        ),
        (
            json!({"projectMappingIds": ["NOPE"]}),
            "Line 2, column 112: Jira has no project with the key “NOPE”, or you may not see it. Correct the key, or write its number.",
        ),
        (
            json!({"pat": ""}),
            "Line 2, column 98: A secret cannot be empty. Leave it out to keep the stored one.",
        ),
        (
            json!({"pat": "to ken"}),
            "Line 2, column 98: Personal access token: Tokens cannot contain spaces. Remove them.",
        ),
        (
            json!({"pat": "ghp_0123456789abcdef0123456789abcdef0123", "password": "s3cret"}),
            "Line 2, column 1: Both “pat” and “password” are in the entry. Remove the one that is not used.",
        ),
        (
            json!({"gitViewerEnabled": false, "requireUserPat": true}),
            "Line 2, column 134: Require users’ own tokens: Users’ own tokens require the repository browser. Turn it on, or turn this off.",
        ),
    ] {
        assert_eq!(problem(&settings), sentence, "{settings}");
    }
}

#[test]
fn what_is_right_beside_a_bad_entry_is_still_planned() {
    let text = file(&json!([
        {"id": 1, "type": "GITHUB_SERVER", "apiPath": "orgs"},
        {"id": 2, "type": "GITHUB_SERVER", "smartCommitsEnabled": false},
    ]));
    let import = imported(&text, &[github(1, "a", json!({})), github(2, "b", json!({}))]);
    let ready: Vec<bool> = import.steps.iter().map(|step| step.planned.step.is_ready()).collect();
    assert_eq!(ready, [false, true]);
}

#[test]
fn all_mistakes_are_named_at_once_in_the_order_of_the_file() {
    let text =
        format!("{HEAD}\"integrations\": [\n{{\"type\": \"GITHUB\", \"global\": 1}},\n{{\"id\": 1}},\n7]}}");
    let lines: Vec<usize> =
        try_import(&text, &[]).expect_err("it is bad").iter().map(|fault| fault.place.line).collect();
    assert_eq!(lines, [2, 3, 4]);
}

//! What is wrong with the structure of a file is named with its line and column, and then none of it is used.

use patchbay_model::gitlab::file::read;

#[test]
fn each_mistake_is_named_where_it_is() {
    let head = "{\"patchbay\": \"gitlab-integrations\", \"version\": 1,\n";
    let home = "{\"level\": \"project\", \"path\": \"a/b\", \"integrations\": [";
    for (text, faults) in [
        ("".to_owned(), vec!["Line 1, column 1: The file is empty. Choose one that Patchbay exported."]),
        (
            "[]".to_owned(),
            vec![
                "Line 1, column 1: The file is a list. A file of GitLab’s integrations begins with {\"patchbay\": \"gitlab-integrations\", \"version\": 1.",
            ],
        ),
        (
            "{\"slug\": \"slack\", \"settings\": {}}".to_owned(),
            vec![
                "Line 1, column 1: This file has the settings of one integration only. A file of GitLab’s integrations begins with {\"patchbay\": \"gitlab-integrations\", \"version\": 1.",
            ],
        ),
        (
            "\u{feff}{\"version\": 1}".to_owned(),
            vec![
                "Line 1, column 1: “patchbay” is missing. A file of GitLab’s integrations begins with {\"patchbay\": \"gitlab-integrations\", \"version\": 1.",
            ],
        ),
        (
            "{\"patchbay\": \"git-integrations\"}".to_owned(),
            vec![
                "Line 1, column 14: This is a file of something else. A file of GitLab’s integrations begins with {\"patchbay\": \"gitlab-integrations\", \"version\": 1.",
            ],
        ),
        (
            "{\"patchbay\": \"gitlab-integrations\", \"version\": 2}".to_owned(),
            vec![
                "Line 1, column 48: The file has version 2, and this Patchbay reads version 1. Use a Patchbay that knows it.",
            ],
        ),
        (
            "{\"patchbay\": \"gitlab-integrations\", \"version\": \"1\"}".to_owned(),
            vec!["Line 1, column 48: “version” takes the number 1, not text."],
        ),
        (
            "{\"patchbay\": \"gitlab-integrations\", \"version\": 1}".to_owned(),
            vec!["Line 1, column 1: “homes” is missing. Add a list: \"homes\": []."],
        ),
        (format!("{head}\"homes\": {{}}}}"), vec!["Line 2, column 10: “homes” takes a list, not an object."]),
        (
            format!("{head}\"home\": []}}"),
            vec!["Line 2, column 1: “home” has no meaning here. Did you mean “homes”?"],
        ),
        (
            format!("{head}\"homes\": [7]}}"),
            vec!["Line 2, column 11: A project or group is an object in braces, not a number."],
        ),
        (
            format!("{head}\"homes\": [{{\"path\": \"a/b\"}}]}}"),
            vec!["Line 2, column 11: “level” is missing. Add \"level\": \"project\" or \"group\"."],
        ),
        (
            format!("{head}\"homes\": [{{\"level\": \"team\"}}]}}"),
            vec!["Line 2, column 21: “level” is \"project\" or \"group\"."],
        ),
        (
            format!("{head}\"homes\": [{{\"level\": \"group\"}}]}}"),
            vec!["Line 2, column 11: Neither “path” nor “id” says which project or group this is."],
        ),
        (
            format!("{head}\"homes\": [{{\"level\": \"group\", \"id\": \"7\"}}]}}"),
            vec!["Line 2, column 36: “id” takes a whole number without quotation marks, not text."],
        ),
        (
            format!("{head}\"homes\": [{home}7]}}]}}"),
            vec!["Line 2, column 64: An integration is an object in braces, not a number."],
        ),
        (
            format!("{head}\"homes\": [{home}{{}}]}}]}}"),
            vec!["Line 2, column 64: “slug” is missing. Add one, such as \"slug\": \"slack\"."],
        ),
        (
            format!("{head}\"homes\": [{home}{{\"slug\": \"slack\", \"active\": \"yes\"}}]}}]}}"),
            vec!["Line 2, column 92: “active” takes true or false, without quotation marks, not text."],
        ),
        (
            format!("{head}\"homes\": [{home}{{\"slug\": \"slack\", \"settings\": []}}]}}]}}"),
            vec!["Line 2, column 94: “settings” takes an object, not a list."],
        ),
        (
            format!("{head}\"homes\": [{home}{{\"slug\": \"slack\"}}, {{\"slug\": \"slack\"}}]}}]}}"),
            vec!["Line 2, column 83: “slack” is here twice, first in line 2. Remove one of them."],
        ),
        (
            format!("{head}\"homes\": [{home}]}},\n{home}]}}]}}"),
            vec!["Line 3, column 1: This is in the file twice, first in line 2. Remove one of them."],
        ),
        (
            format!(
                "{head}\"homes\": [{{\"level\": \"group\", \"id\": 7, \"path\": \"a\"}},\n{{\"level\": \"project\", \"id\": 7}},\n{{\"level\": \"group\", \"id\": 7}},\n{{\"level\": \"group\", \"path\": \"/A/\"}}]}}"
            ),
            vec![
                "Line 4, column 1: This is in the file twice, first in line 2. Remove one of them.",
                "Line 5, column 1: This is in the file twice, first in line 2. Remove one of them.",
            ],
        ),
        // All of them, in the order of the file.
        (
            format!("{head}\"homes\": [7,\n{{\"level\": \"group\", \"id\": -1}}]}}"),
            vec![
                "Line 2, column 11: A project or group is an object in braces, not a number.",
                "Line 3, column 26: “id” takes a whole number without quotation marks, not a negative number.",
            ],
        ),
    ] {
        let found: Vec<String> = read(&text).expect_err(&text).iter().map(ToString::to_string).collect();
        assert_eq!(found, faults, "{text}");
    }
}

//! Files that are refused, each with the line, the column and what would be right.

use patchbay_sandbox::Faults;

fn said(text: &str) -> String {
    text.parse::<Faults>().unwrap_err().to_string()
}

#[test]
fn says_where_a_file_is_wrong_and_what_would_be_right() {
    for (text, sentence) in [
        // No JSON.
        (
            "",
            "line 1, column 1: This is not JSON: EOF while parsing a value. The file ends too early: close what is open.",
        ),
        (
            "[{ \"status\": 503, }]",
            "line 1, column 19: This is not JSON: trailing comma. Remove the comma before this.",
        ),
        (
            "[{ \"status\": 503 }",
            "line 1, column 18: This is not JSON: EOF while parsing a list. The file ends too early: close what is open.",
        ),
        (
            "[\n  // all\n  { \"status\": 503 }\n]",
            "line 2, column 3: This is not JSON: expected value. Write a text in quotation marks, a number, true, false, null, […] or {…}; JSON has no comments.",
        ),
        (
            "[{ status: 503 }]",
            "line 1, column 4: This is not JSON: key must be a string. Put the key in quotation marks; JSON has no comments.",
        ),
        (
            "[{ \"status\" 503 }]",
            "line 1, column 13: This is not JSON: expected `:`. Put a colon between the key and its value.",
        ),
        (
            "[{ \"delay\": 1 \"drop\": 2 }]",
            "line 1, column 15: This is not JSON: expected `,` or `}`. Put a comma between two values, and a bracket at the end.",
        ),
        ("[] []", "line 1, column 4: This is not JSON: trailing characters. Remove what follows the list."),
        (
            "[{ \"body\": \"a\nb\" }]",
            "line 2, column 1: This is not JSON: control character (\\u0000-\\u001F) found while parsing a string. Write \\n in place of a line break, and end the text with a quotation mark.",
        ),
        (
            "[{ \"path\": \"ü\\d\" }]",
            "line 1, column 15: This is not JSON: invalid escape. Write \\\\ in place of one \\.",
        ),
        // No list of faults.
        (
            "{ \"status\": 503 }",
            "line 1, column 1: The file is a list of faults. Write [{ \"method\": \"PUT\", \"nth\": [1], \"status\": 503 }].",
        ),
        (
            "[503]",
            "line 1, column 2: A fault is an object. Write { \"method\": \"PUT\", \"nth\": [1], \"status\": 503 }.",
        ),
        // Keys.
        (
            "[\n  { \"status\": 503,\n    \"metod\": \"PUT\" }\n]",
            "line 3, column 5: \"metod\" is no key of a fault. The keys are \"api\", \"method\", \"path\", \"nth\", \"from\", \"to\", \"every\", \"status\", \"body\", \"headers\", \"html\", \"done\", \"drop\", \"cut\", \"length\", \"delay\".",
        ),
        (
            "[{ \"status\": 503,\n\"status\": 500 }]",
            "line 2, column 1: \"status\" is here twice. Remove one of them.",
        ),
        (
            "[{}]",
            "line 1, column 2: This fault changes nothing. Add \"status\", \"html\", \"drop\", \"cut\" or \"delay\".",
        ),
        (
            "[{ \"method\": \"PUT\", \"nth\": [1] }]",
            "line 1, column 2: This fault changes nothing. Add \"status\", \"html\", \"drop\", \"cut\" or \"delay\".",
        ),
        // Which requests.
        (
            "[{ \"method\": \"put\", \"status\": 503 }]",
            "line 1, column 14: \"method\" is one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, or a list of them. Leave it out for any.",
        ),
        (
            "[{ \"method\": [\"PUT\", 1], \"status\": 503 }]",
            "line 1, column 22: \"method\" is one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, or a list of them. Leave it out for any.",
        ),
        (
            "[{ \"method\": [], \"status\": 503 }]",
            "line 1, column 14: \"method\" is one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, or a list of them. Leave it out for any.",
        ),
        (
            "[{ \"api\": \"Jira\", \"status\": 503 }]",
            "line 1, column 11: \"api\" is \"jira\" or \"gitlab\". Leave it out for both.",
        ),
        (
            "[{ \"path\": 7, \"status\": 503 }]",
            "line 1, column 12: \"path\" is a text such as \"/integration/*\".",
        ),
        (
            "[{ \"path\": \"integration\", \"status\": 503 }]",
            "line 1, column 12: \"path\" begins with a slash. Write it as \"/integration/*\".",
        ),
        (
            "[{ \"path\": \"/rest/gitplugin/1.0/integration/7\", \"status\": 503 }]",
            "line 1, column 12: \"path\" follows the root of the API. Write \"/integration/7\".",
        ),
        (
            "[{ \"path\": \"/api/v4/projects/**\", \"status\": 503 }]",
            "line 1, column 12: \"path\" follows the root of the API. Write \"/projects/**\".",
        ),
        (
            "[{ \"path\": \"/rest/*/integration\", \"status\": 503 }]",
            "line 1, column 12: \"path\" follows the root of the API. Write \"/integration/*\".",
        ),
        (
            "[{ \"path\": \"/integration?x\", \"status\": 503 }]",
            "line 1, column 12: \"path\" ends before the question mark: queries are not looked at.",
        ),
        (
            "[{ \"path\": \"/**/disable\", \"status\": 503 }]",
            "line 1, column 12: \"**\" can only be the last segment of \"path\". Use \"*\" for one segment.",
        ),
        (
            "[{ \"path\": \"/integration/1*\", \"status\": 503 }]",
            "line 1, column 12: \"*\" stands for a whole segment of \"path\". Write \"*\", not \"1*\".",
        ),
        (
            "[{ \"path\": \"/integration/x**\", \"status\": 503 }]",
            "line 1, column 12: \"*\" stands for a whole segment of \"path\". Write \"*\", not \"x**\".",
        ),
        (
            "[{ \"path\": \"/integration/\", \"status\": 503 }]",
            "line 1, column 12: \"path\" has an empty segment. Remove the slash.",
        ),
        (
            "[{ \"path\": \"/integration//**\", \"status\": 503 }]",
            "line 1, column 12: \"path\" has an empty segment. Remove the slash.",
        ),
        (
            "[{ \"path\": \"/\", \"status\": 503 }]",
            "line 1, column 12: \"path\" has an empty segment. Remove the slash.",
        ),
        // Which of them.
        (
            "[{ \"nth\": 1, \"status\": 503 }]",
            "line 1, column 11: \"nth\" is a list of numbers from 1. Write it as [1, 3].",
        ),
        (
            "[{ \"nth\": [], \"status\": 503 }]",
            "line 1, column 11: \"nth\" is a list of numbers from 1. Write it as [1, 3].",
        ),
        (
            "[{ \"nth\": [0], \"status\": 503 }]",
            "line 1, column 11: \"nth\" is a list of numbers from 1. Write it as [1, 3].",
        ),
        (
            "[{ \"nth\": [1.5], \"status\": 503 }]",
            "line 1, column 11: \"nth\" is a list of numbers from 1. Write it as [1, 3].",
        ),
        (
            "[{ \"from\": \"5\", \"status\": 503 }]",
            "line 1, column 12: \"from\" is a number from 1, without quotation marks.",
        ),
        (
            "[{ \"every\": 0, \"status\": 503 }]",
            "line 1, column 13: \"every\" is a number from 1, without quotation marks.",
        ),
        (
            "[{ \"from\": 9, \"to\": 5, \"status\": 503 }]",
            "line 1, column 21: \"to\" is before \"from\". Write 9 or more.",
        ),
        (
            "[{ \"nth\": [1], \"every\": 5, \"status\": 503 }]",
            "line 1, column 25: \"nth\" names each number itself. Remove \"every\".",
        ),
        // What happens.
        (
            "[{ \"status\": \"503\" }]",
            "line 1, column 14: \"status\" is a number from 200 to 599, without quotation marks.",
        ),
        (
            "[{ \"status\": 100 }]",
            "line 1, column 14: \"status\" is a number from 200 to 599, without quotation marks.",
        ),
        (
            "[{ \"status\": 204, \"body\": {} }]",
            "line 1, column 27: Answers with status 204 have no body. Remove \"body\".",
        ),
        ("[{ \"body\": \"Sorry\" }]", "line 1, column 12: \"body\" needs \"status\" or \"html\" beside it."),
        (
            "[{ \"headers\": {}, \"delay\": 1 }]",
            "line 1, column 15: \"headers\" needs \"status\" or \"html\" beside it.",
        ),
        ("[{ \"done\": true }]", "line 1, column 12: \"done\" needs \"status\" or \"html\" beside it."),
        (
            "[{ \"status\": 500, \"done\": false }]",
            "line 1, column 27: \"done\" is true. Leave it out otherwise.",
        ),
        (
            "[{ \"status\": 429, \"headers\": [\"Retry-After\"] }]",
            "line 1, column 30: \"headers\" is an object. Write it as { \"Retry-After\": \"2\" }.",
        ),
        (
            "[{ \"status\": 429, \"headers\": { \"Retry-After\": 2 } }]",
            "line 1, column 47: The value of a header is a text on one line, such as \"2\".",
        ),
        (
            "[{ \"status\": 429, \"headers\": { \"X\": \"a\\nb\" } }]",
            "line 1, column 37: The value of a header is a text on one line, such as \"2\".",
        ),
        (
            "[{ \"status\": 429, \"headers\": { \"Retry After\": \"2\" } }]",
            "line 1, column 32: \"Retry After\" is no name of a header. Use letters, digits and hyphens: \"Retry-After\".",
        ),
        (
            "[{ \"status\": 429, \"headers\": { \"Content-Length\": \"2\" } }]",
            "line 1, column 32: The sandbox writes the header Content-Length itself. Remove it.",
        ),
        (
            "[{ \"html\": true }]",
            "line 1, column 12: \"html\" is \"proxy\" or \"sign-in\", or a page that begins with \"<\".",
        ),
        (
            "[{ \"html\": \"proxy\", \"body\": \"x\" }]",
            "line 1, column 29: \"html\" is the body. Remove \"body\".",
        ),
        (
            "[{ \"drop\": true }]",
            "line 1, column 12: \"drop\" is \"before\" or \"after\". The request is not done, or done.",
        ),
        (
            "[{ \"drop\": \"after\", \"status\": 500 }]",
            "line 1, column 31: A dropped connection has no answer. Remove \"status\".",
        ),
        (
            "[{ \"cut\": 0 }]",
            "line 1, column 11: \"cut\" is a number of bytes from 1, without quotation marks.",
        ),
        (
            "[{ \"cut\": 10, \"done\": true }]",
            "line 1, column 23: What is cut is the real answer. Remove \"done\".",
        ),
        (
            "[{ \"cut\": 10, \"length\": true }]",
            "line 1, column 25: \"length\" is \"sent\" or \"real\". The length in the header is that of what is sent, or that of the real answer.",
        ),
        (
            "[{ \"status\": 500, \"length\": \"real\" }]",
            "line 1, column 29: \"length\" needs \"cut\" beside it.",
        ),
        (
            "[{ \"delay\": 600001 }]",
            "line 1, column 13: \"delay\" is a number of milliseconds from 1 to 600000, without quotation marks.",
        ),
        (
            "[{ \"delay\": -1 }]",
            "line 1, column 13: \"delay\" is a number of milliseconds from 1 to 600000, without quotation marks.",
        ),
    ] {
        assert_eq!(said(text), sentence, "{text}");
    }
}

#[test]
fn names_every_mistake_in_the_order_of_the_file() {
    let text = "[\n  { \"metod\": \"PUT\", \"status\": 99 },\n  { \"drop\": \"never\" }\n]";
    let said = said(text);
    let places: Vec<_> = said.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["line 2, column 5", "line 2, column 31", "line 3, column 13"]);
}

#[test]
fn names_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("faults.json");
    let missing = Faults::open(&file).unwrap_err().to_string();
    assert!(missing.starts_with(&format!("{} cannot be read: ", file.display())), "{missing}");
    std::fs::write(&file, "[{ \"cut\": 0 }]").unwrap();
    assert_eq!(
        Faults::open(&file).unwrap_err().to_string(),
        format!(
            "{}, line 1, column 11: \"cut\" is a number of bytes from 1, without quotation marks.",
            file.display()
        )
    );
    std::fs::write(&file, "[{ \"cut\": 1 }]").unwrap();
    assert!(!Faults::open(&file).unwrap().is_empty());
}

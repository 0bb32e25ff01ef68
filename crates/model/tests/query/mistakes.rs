//! What is valid, and the exact sentence for everything that is not.

use patchbay_model::text::query::Query;

use crate::query;

#[test]
fn accepts_what_the_specification_has() {
    for text in [
        "@",
        "[*]",
        "[0:3]",
        "[::-1]",
        "[-1]",
        "*.name",
        "foo.bar[0].\"with-hyphen\"",
        "[?name == `\"git\"` && size > `10`]",
        "[?\"full_name\" != 'a\\'b']",
        "sort_by(@, &name)",
        "[?not_null(a, b, c)]",
        "merge(@, @, @)",
        "[? type ( name ) == 'string' ]",
        "[].{name: name, tags: tag_list[*]}",
        "max_by(@, &size).name",
        "[?name=='ü']\r\n\t| [0]",
        "map(&name, @)[?contains(@, 'x')]",
        "a && b || c",
        "!a",
    ] {
        query(text);
    }
}

#[test]
fn says_what_is_wrong_and_where() {
    let long = format!("[?name == '{}']", "a".repeat(1990));
    let deep = "(".repeat(30) + "a" + &")".repeat(30);
    let chain = "a.".repeat(400) + "a";
    for (text, at, sentence) in [
        (
            "",
            1,
            "The expression is empty. Clear the field, or enter a filter such as [?contains(name, 'git')].",
        ),
        (
            " \n",
            1,
            "The expression is empty. Clear the field, or enter a filter such as [?contains(name, 'git')].",
        ),
        (&long, 2001, "The expression must have at most 2,000 characters."),
        (&deep, 25, "The expression is nested too deeply at character 25. Simplify it."),
        (&chain, 382, "The expression is nested too deeply at character 382. Simplify it."),
        (
            "[?contains(name, 'git')",
            1,
            "The bracket “[?” at character 1 is not closed. Add “]” where it ends.",
        ),
        (
            "[?contains(name, 'git'",
            11,
            "The bracket “(” at character 11 is not closed. Add “)” where it ends.",
        ),
        ("{value:value[?a]", 1, "The bracket “{” at character 1 is not closed. Add “}” where it ends."),
        (
            "[?contains(name, 'git']",
            23,
            "“]” at character 23 does not match “(” at character 11. Write “)” there.",
        ),
        ("[?a])", 5, "“)” at character 5 has no opening bracket before it. Remove it."),
        ("[?name = 'git']", 8, "“=” at character 8 has no meaning. To compare, write “==”."),
        (
            "[?contains(name, 'git)]",
            18,
            "The quote ' at character 18 is not closed. Add another ' where the text ends.",
        ),
        ("[?ü == 'é\"']", 3, "“ü” at character 3 has no meaning in JMESPath. Put text in single quotes."),
        (
            "[?a == 'ü' && $]",
            15,
            "“$” at character 15 has no meaning in JMESPath. Remove it. For the whole list, write “@”.",
        ),
        (
            "[?contains(name, ‘git’)]",
            18,
            "The typographic quote ‘ at character 18 has no meaning. Put text in single quotes (').",
        ),
        ("[?a\u{a0}== b]", 4, "Character 4 is a special space (U+00A0). Use a normal space."),
        ("[?a \\ b]", 5, "“\\” at character 5 has no meaning outside quotes."),
        (
            "[?my-field]",
            5,
            "“-” at character 5 has no meaning here. Put a field name that contains it in double quotes, and text in single quotes.",
        ),
        ("[0:1234567890]", 4, "The number at character 4 is too large. Use at most nine digits."),
        (
            "[?contains(name, `git`)]",
            18,
            "The text between backticks at character 18 is not valid JSON. Put text in single quotes instead.",
        ),
        (
            "[?\"a\\x\"]",
            3,
            "The name in double quotes at character 3 contains a “\\” that JSON does not allow.",
        ),
        (
            "[?contains(name 'git')]",
            17,
            "A comma or an operator such as “||” is missing before “'git'” at character 17.",
        ),
        ("[?a !b]", 5, "A comma or an operator such as “||” is missing before “!” at character 5."),
        ("[?a & b]", 5, "“&” at character 5 has no meaning here. For “and”, write “&&”."),
        ("[?a b]", 5, "A comma or an operator such as “||” is missing before “b” at character 5."),
        ("a ||", 3, "A value is missing after “||” at character 3."),
        ("a.", 2, "A value is missing after “.” at character 2."),
        ("[?]", 3, "A value is missing before “]” at character 3."),
        ("[?a && || b]", 8, "A value is missing before “||” at character 8."),
        ("[?contains(name,)]", 17, "A value is missing before “)” at character 17."),
        ("name[foo]", 6, "“foo” at character 6 is not expected."),
        (
            "[?frobnicate(name, 'git')]",
            3,
            "There is no function “frobnicate” (character 3). Common functions are contains, starts_with and ends_with.",
        ),
        ("[?contains(name)]", 3, "The function “contains” at character 3 takes 2 arguments, not 1."),
        (
            "[?contains(name, 'a', 'b')]",
            3,
            "The function “contains” at character 3 takes 2 arguments, not 3.",
        ),
        ("length()", 1, "The function “length” at character 1 takes 1 argument, not 0."),
        ("merge()", 1, "The function “merge” at character 1 takes 1 argument, not 0."),
    ] {
        let result = Query::parse(text).map_err(|error| (error.to_string(), error.at()));
        assert_eq!(result, Err((sentence.to_owned(), at)), "for {text:?}");
    }
}

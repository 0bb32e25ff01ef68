//! What other languages write: the exact sentence for each habit, and no sentence for what only looks like one.

use patchbay_model::text::query::Query;

use crate::query;

const NO_REGEX: &str = "JMESPath has no regular expressions. Write contains, starts_with or ends_with.";
const NO_COMMENT: &str = "JMESPath has no comments. Remove the text from there.";
const JSON_PATH: &str =
    "This is JSONPath. In JMESPath, begin with [?…], and write fields without “@.” and “$.”.";
const PART: &str = "For a part of a text, write contains(name, 'git').";

/// An operator or a sign: the expression, its position, how it is written, and what to write instead.
const OPERATORS: &[(&str, usize, &str, &str)] = &[
    ("[?a or b]", 5, "or", "For “or”, write “||”."),
    ("[?a OR b]", 5, "OR", "For “or”, write “||”."),
    ("[?contains(name, 'a') or contains(name, 'b')]", 23, "or", "For “or”, write “||”."),
    ("[?a and b]", 5, "and", "For “and”, write “&&”."),
    ("[?a AND b]", 5, "AND", "For “and”, write “&&”."),
    ("[?name == 'ü' And b]", 15, "And", "For “and”, write “&&”."),
    ("[?not a]", 3, "not", "For “not”, write “!” before parentheses: (!…)."),
    ("[?NOT contains(name, 'a')]", 3, "NOT", "For “not”, write “!” before parentheses: (!…)."),
    ("[?a && not b]", 8, "not", "For “not”, write “!” before parentheses: (!…)."),
    ("[?name like 'git%']", 8, "like", PART),
    ("[?name LIKE 'git%']", 8, "LIKE", PART),
    ("[?name ilike 'git%']", 8, "ilike", PART),
    ("[?name in ['a', 'b']]", 8, "in", "Write the list first: contains(['a', 'b'], name)."),
    ("[?name IN ['a', 'b'] && c]", 8, "IN", "Write the list first: contains(['a', 'b'], name)."),
    ("[?name contains 'git']", 8, "contains", "Write it before its arguments: contains(name, 'git')."),
    ("[?name startswith 'git']", 8, "startswith", "Write starts_with(name, 'git')."),
    ("[?name endsWith 'git']", 8, "endsWith", "Write ends_with(name, 'git')."),
    (
        "[?name starts_with 'git']",
        8,
        "starts_with",
        "Write it before its arguments: starts_with(name, 'git').",
    ),
    ("[?name matches 'git']", 8, "matches", NO_REGEX),
    ("[?name is null]", 8, "is", "To compare, write “==” or “!=”. For nothing, write `null` in backquotes."),
    ("[?name eq 'git']", 8, "eq", "To compare, write “==”."),
    ("[?name ne 'git']", 8, "ne", "To compare, write “!=”."),
    ("[?size gt `5`]", 8, "gt", "To compare numbers, write “>”."),
    ("[?size between `1` and `2`]", 8, "between", "Write two comparisons, joined by “&&”."),
    ("@ where name", 3, "where", "Put the condition in [?…]."),
    ("[?name === 'git']", 8, "===", "To compare, write “==”."),
    ("[?name !== 'git']", 8, "!==", "To compare, write “!=”."),
    ("[?name <> 'git']", 8, "<>", "For “not equal”, write “!=”."),
    ("[?size => `5`]", 8, "=>", "For “greater or equal”, write “>=”."),
    ("[?size =< `5`]", 8, "=<", "For “less or equal”, write “<=”."),
    ("[?name =~ 'git']", 8, "=~", NO_REGEX),
    ("[?name =~ /git/]", 8, "=~", NO_REGEX),
    ("[?name !~ 'git']", 8, "!~", NO_REGEX),
    ("[?name ~ 'git']", 8, "~", NO_REGEX),
    ("[?name == /git/]", 11, "/", NO_REGEX),
    ("[?name] # all", 9, "#", NO_COMMENT),
    ("# all\n[?name]", 1, "#", NO_COMMENT),
    ("[?name] // all", 9, "//", NO_COMMENT),
    ("/* all */ [?name]", 1, "/*", NO_COMMENT),
    ("[?name] -- all", 9, "--", NO_COMMENT),
    ("$[?(@.name == 'git')]", 1, "$[", JSON_PATH),
    ("$.value[?(@.name == 'git')]", 1, "$.", JSON_PATH),
    ("$..name", 1, "$.", JSON_PATH),
    ("[?$.name == 'git']", 3, "$.", JSON_PATH),
    ("value..name", 6, "..", "JMESPath does not search at every depth. Write the whole path of the field."),
    (
        ".[] | select(.archived)",
        1,
        ".",
        "An expression does not begin with it. Write the field’s name or [?…] without it.",
    ),
    (".name", 1, ".", "An expression does not begin with it. Write the field’s name or [?…] without it."),
    ("[?name ?? 'git']", 8, "??", "For another value instead of nothing, write “||”."),
    ("[?name];", 8, ";", "Remove it."),
];

#[test]
fn names_operators_and_signs_of_other_languages() {
    for (text, at, sign, instead) in OPERATORS {
        let result = Query::parse(text).map_err(|error| (error.to_string(), error.at()));
        let sentence = format!("“{sign}” at character {at} has no meaning in JMESPath. {instead}");
        assert_eq!(result.map(|_| ()), Err((sentence, *at)), "for {text}");
    }
}

#[test]
fn names_functions_of_other_languages() {
    for (name, instead) in [
        ("startsWith", "Write starts_with(name, 'git')."),
        ("startswith", "Write starts_with(name, 'git')."),
        ("STARTS_WITH", "Write starts_with(name, 'git')."),
        ("endsWith", "Write ends_with(name, 'git')."),
        ("Contains", PART),
        ("includes", PART),
        ("indexOf", PART),
        ("like", PART),
        ("not", "For “not”, write “!” before parentheses: (!…)."),
        ("and", "For “and”, write “&&” between the conditions."),
        ("OR", "For “or”, write “||” between the conditions."),
        ("in", "Write the list first: contains(['a', 'b'], name)."),
        ("matches", NO_REGEX),
        ("regex_match", NO_REGEX),
        ("test", NO_REGEX),
        ("lower", "JMESPath cannot change upper and lower case. Compare each spelling, joined by “||”."),
        (
            "toLowerCase",
            "JMESPath cannot change upper and lower case. Compare each spelling, joined by “||”.",
        ),
        ("len", "Write length(…)."),
        ("count", "Write length(…)."),
        ("exists", "For a field that has a value, write its name alone."),
        ("isNull", "For a field without a value, write (!field)."),
        ("select", "Put the condition in [?…]."),
        ("coalesce", "Write not_null(…)."),
        (
            "date",
            "JMESPath knows no dates. Compare their text, for example with starts_with(pushed_at, '2026-').",
        ),
    ] {
        let text = format!("[?{name}(name)]");
        let error = Query::parse(&text).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(
            error,
            Err(format!("There is no function “{name}” (character 3). {instead}")),
            "for {text}"
        );
    }
}

#[test]
fn names_methods_bare_numbers_and_stray_brackets() {
    for (text, at, sentence) in [
        (
            "[?name.contains('git')]",
            8,
            "“contains” at character 8 is a function, not a method. Write contains(name, 'git') instead of name.contains('git').",
        ),
        (
            "[?name.starts_with('git')]",
            8,
            "“starts_with” at character 8 is a function, not a method. Write starts_with(name, 'git') instead of name.starts_with('git').",
        ),
        ("[?size > 5]", 10, "The number 5 at character 10 must be in backquotes. Write `5`."),
        ("[?size == -10]", 11, "The number -10 at character 11 must be in backquotes. Write `-10`."),
        ("[?contains(name, 'git'))]", 24, "“)” at character 24 has no opening bracket before it. Remove it."),
        ("[?a)]", 4, "“)” at character 4 has no opening bracket before it. Remove it."),
        ("[?(a}) && b]", 5, "“}” at character 5 has no opening bracket before it. Remove it."),
        ("{value:value[?a]]}", 17, "“]” at character 17 has no opening bracket before it. Remove it."),
        ("[?a]]", 5, "“]” at character 5 has no opening bracket before it. Remove it."),
    ] {
        let result = Query::parse(text).map_err(|error| (error.to_string(), error.at()));
        assert_eq!(result.map(|_| ()), Err((sentence.to_owned(), at)), "for {text}");
    }
}

#[test]
fn hints_at_values_without_backquotes() {
    for (text, word, at, value) in [
        ("[?archived==true]", "true", 13, "`true`"),
        ("[?archived == false]", "false", 15, "`false`"),
        ("[?archived == True]", "True", 15, "`true`"),
        ("[?true == archived]", "true", 3, "`true`"),
        ("[?description != null]", "null", 18, "`null`"),
        ("[?description == None]", "None", 18, "`null`"),
        ("[?a && archived == false && b]", "false", 20, "`false`"),
        ("[?contains(topics, null)]", "null", 20, "`null`"),
        ("{value:value[?isFork == true]}", "true", 25, "`true`"),
    ] {
        let hint = format!(
            "“{word}” at character {at} is the name of a field. For the value, write {value} in backquotes."
        );
        assert_eq!(query(text).lint(), Some(hint), "{text}");
    }
    assert_eq!(
        query("[?archived == 'true']").lint().as_deref(),
        Some("'true' at character 15 is text and never equals the value. Write `true` in backquotes.")
    );
    assert_eq!(
        query("[?'false' != archived]").lint().as_deref(),
        Some("'false' at character 3 is text and never equals the value. Write `false` in backquotes.")
    );
}

#[test]
fn hints_at_an_order_of_texts() {
    for (text, sign, at) in [
        ("[?pushed_at > '2026-01-01']", ">", 13),
        ("[?pushed_at >= '2026-01-01' && a]", ">=", 13),
        ("[?'2026-01-01' < pushed_at]", "<", 16),
        ("[?pushed_at <= `\"2026-01-01\"`]", "<=", 13),
        ("[?size > '100']", ">", 8),
    ] {
        let hint = format!(
            "“{sign}” at character {at} compares only numbers, so this keeps nothing. Text such as a date can be compared with “==” or starts_with, for example starts_with(pushed_at, '2026-'). Put a number in backquotes."
        );
        assert_eq!(query(text).lint(), Some(hint), "{text}");
    }
}

#[test]
fn hints_at_a_condition_that_is_no_filter() {
    const HINT: &str = "This is a condition and no filter: it gives one result for the whole list. Put it in [?…], for example [?contains(name, 'git')].";
    for text in [
        "contains(name,'git')",
        "starts_with(name, 'git') || ends_with(name, 'test')",
        "ends_with(name, 'x')",
        "name == 'git'",
        "size > `5`",
        "!archived",
        "(!contains(name, 'git'))",
        "value.name != 'git'",
    ] {
        let expected = if text.starts_with('(') { None } else { Some(HINT) };
        assert_eq!(query(text).lint().as_deref(), expected, "{text}");
    }
}

#[test]
fn hints_at_fields_that_are_sometimes_null() {
    for (text, field, function, at) in [
        ("[?contains(description, 'x')]", "description", "contains", 3),
        ("[?starts_with(language, 'J')]", "language", "starts_with", 3),
        ("[?a && ends_with(homepage, '.org')]", "homepage", "ends_with", 8),
        ("[?contains(default_branch, 'main')]", "default_branch", "contains", 3),
    ] {
        let hint = format!(
            "“{field}” has no value in some repositories, and “{function}” at character {at} then fails for all of them. Write {field} && {function}({field}, …)."
        );
        assert_eq!(query(text).lint(), Some(hint), "{text}");
    }
}

#[test]
fn hints_at_signs_that_stand_for_any_text_elsewhere() {
    for (text, sign, literal, at) in [
        ("[?name == 'git-*']", '*', "'git-*'", 11),
        ("[?starts_with(name, 'git*')]", '*', "'git*'", 21),
        ("[?contains(name, '%git%')]", '%', "'%git%'", 18),
        ("[?name == 'git%']", '%', "'git%'", 11),
    ] {
        let hint = format!(
            "“{sign}” in {literal} at character {at} stands for itself, not for any text. Use contains, starts_with or ends_with without it."
        );
        assert_eq!(query(text).lint(), Some(hint), "{text}");
    }
}

#[test]
fn stays_silent_at_what_only_looks_like_a_habit() {
    for text in [
        "[?archived == `true`]",
        "[?archived == `false` && size > `5`]",
        "[?description != `null`]",
        "[?or && and && not && like]",
        "[?in == 'x']",
        "[?name == 'a or b']",
        "[?name == 'a and not b']",
        "[?contains(name, '<>')]",
        "[?contains(name, '=~ // # $.x -- ;')]",
        "[?name == 'x' || name == '$[0]']",
        "[?true.x]",
        "[*].{true: name} | [?true.x]",
        "[?permissions.null.x]",
        "[?size > `100`]",
        "[?size > length(name)]",
        "[?created_at == '2026-01-01']",
        "[?starts_with(pushed_at, '2026-')]",
        "[?description && contains(description, 'x')]",
        "[?description != `null` && contains(description, 'x')]",
        "[?contains(not_null(description, ''), 'x')]",
        "[?contains(project.description, 'x')]",
        "[?name == '100%']",
        "[?contains(topics, '%')]",
        "[?(@.name == 'git')]",
        "sort_by(@, &name)",
        "[0:3]",
        "@",
        "[*]",
        "repositories[] | [?name == 'a']",
        "{value:value[?name != 'a']}",
        "map(&name, @)[?contains(@, 'x')]",
        "[?name == full_name]",
        "[?default_branch != name && archived == `false`]",
        "[?contains(full_name, name)]",
        "[?contains('a b c', 'b')]",
        "[?a] | [?b]",
        "[].{name: name, is: size > `5`}",
        "[?a && (b || c)]",
        "sort_by(@, &to_string(name))",
        "max_by(@, &size)",
        "[1:2:-1]",
    ] {
        // A percent sign at the end is one of the habits.
        let expected = text.contains("100%");
        assert_eq!(query(text).lint().is_some(), expected, "{text}: {:?}", query(text).lint());
    }
}

/// What else people bring along: the expression and the sentence.
#[test]
fn names_more_habits() {
    for (text, sentence) in [
        (
            "SELECT * FROM repos WHERE name = 'x'",
            "“SELECT” at character 1 has no meaning in JMESPath. Put the condition in [?…].",
        ),
        (
            "SELECT name WHERE archived = false",
            "“SELECT” at character 1 has no meaning in JMESPath. Put the condition in [?…].",
        ),
        ("name:git*", "“:” at character 5 is not expected. To compare, write [?name == 'git']."),
        (
            "git*",
            "“*” at character 4 is not expected. JMESPath has no wildcards and does not calculate. Write contains, starts_with or ends_with.",
        ),
        (
            "repos.filter(r => !r.archived)",
            "“=>” at character 16 has no meaning in JMESPath. JMESPath has no functions of one’s own. Put the condition in [?…].",
        ),
        (
            "r => r.archived",
            "“=>” at character 3 has no meaning in JMESPath. JMESPath has no functions of one’s own. Put the condition in [?…].",
        ),
        (
            "x -> x",
            "“->” at character 3 has no meaning in JMESPath. Write “.” between a field and one within it.",
        ),
        ("[r for r in repos]", "“for” at character 4 has no meaning in JMESPath. Put the condition in [?…]."),
        (
            "[?days(pushed_at) < 30]",
            "There is no function “days” (character 3). JMESPath knows no dates. Compare their text, for example with starts_with(pushed_at, '2026-').",
        ),
        ("[?fork==`False`]", "The text between backticks at character 9 is not valid JSON. Write `false`."),
        (
            "[?size+1 > `5`]",
            "“+” at character 7 has no meaning in JMESPath. JMESPath does not calculate. Compare numbers with “<” and “>”, and text with contains.",
        ),
        (
            "[?size * 2]",
            "“*” at character 8 is not expected. JMESPath has no wildcards and does not calculate. Write contains, starts_with or ends_with.",
        ),
        (
            "[?size % 2]",
            "“%” at character 8 has no meaning in JMESPath. JMESPath does not calculate, and knows no wildcards. Write contains, starts_with or ends_with.",
        ),
        (
            "[?name + 'x' == 'y']",
            "“+” at character 8 has no meaning in JMESPath. JMESPath does not calculate. Compare numbers with “<” and “>”, and text with contains.",
        ),
        (
            "[?concat(name,'x')]",
            "There is no function “concat” (character 3). JMESPath cannot change text. Compare it with contains, starts_with or ends_with.",
        ),
        (
            "[?name == 'it''s']",
            "The text before character 15 ends too early. For a quote within a text, write \\'.",
        ),
        (
            "?name == 'a'",
            "“?” at character 1 has no meaning in JMESPath. A filter begins with “[?” and ends with “]”. For a choice of two values, write “&&” and “||”.",
        ),
        ("sort_by(@, name)", "The field at character 12 needs “&” before it here: sort_by(@, &name)."),
        ("flatten(@)", "There is no function “flatten” (character 1). Write [] behind the list."),
        (
            "[?trim(name) == 'x']",
            "There is no function “trim” (character 3). JMESPath cannot change text. Compare it with contains, starts_with or ends_with.",
        ),
        (
            "[?replace(name,'a','b')]",
            "There is no function “replace” (character 3). JMESPath cannot change text. Compare it with contains, starts_with or ends_with.",
        ),
        (
            "[?split(name,'-')[0] == 'x']",
            "There is no function “split” (character 3). JMESPath cannot change text. Compare it with contains, starts_with or ends_with.",
        ),
        (
            "[?substring(name,0,3)]",
            "There is no function “substring” (character 3). JMESPath cannot change text. Compare it with contains, starts_with or ends_with.",
        ),
        ("[?name ≠ 'a']", "“≠” at character 8 has no meaning in JMESPath. For “not equal”, write “!=”."),
        (
            "[?size ≥ `5`]",
            "“≥” at character 8 has no meaning in JMESPath. For “greater or equal”, write “>=”.",
        ),
        (
            "[?name ∈ ['a']]",
            "“∈” at character 8 has no meaning in JMESPath. Write contains(['a', 'b'], name).",
        ),
        (
            "[?a ? b : c]",
            "“?” at character 5 has no meaning in JMESPath. A filter begins with “[?” and ends with “]”. For a choice of two values, write “&&” and “||”.",
        ),
        ("if(a,b,c)", "There is no function “if” (character 1). Write the condition, “&&” and the value."),
        (
            "[?owner->login == 'x']",
            "“->” at character 8 has no meaning in JMESPath. Write “.” between a field and one within it.",
        ),
        ("[?owner::login]", "“:” at character 8 is not expected. To compare, write [?name == 'git']."),
        ("archived:false", "“:” at character 9 is not expected. To compare, write [?name == 'git']."),
        ("is:private", "“:” at character 3 is not expected. To compare, write [?name == 'git']."),
        ("language:java", "“:” at character 9 is not expected. To compare, write [?name == 'git']."),
        (
            "^git.*",
            "“^” at character 1 has no meaning in JMESPath. JMESPath has no regular expressions. Write contains, starts_with or ends_with.",
        ),
        (
            "repo1, repo2",
            "“,” at character 6 stands outside of brackets. For one of several names, write [?contains(['a', 'b'], name)].",
        ),
        (
            "%",
            "“%” at character 1 has no meaning in JMESPath. JMESPath does not calculate, and knows no wildcards. Write contains, starts_with or ends_with.",
        ),
        (
            "name,archived",
            "“,” at character 5 stands outside of brackets. For one of several names, write [?contains(['a', 'b'], name)].",
        ),
        (
            "${name}",
            "“${” at character 1 has no meaning in JMESPath. Enter the value instead of the variable.",
        ),
        (
            "name?",
            "“?” at character 5 has no meaning in JMESPath. A filter begins with “[?” and ends with “]”. For a choice of two values, write “&&” and “||”.",
        ),
        (
            "?",
            "“?” at character 1 has no meaning in JMESPath. A filter begins with “[?” and ends with “]”. For a choice of two values, write “&&” and “||”.",
        ),
        (
            "[?a['b'] == 'x']",
            "The text in brackets at character 5 is no index. For a field within another, write “.” between them.",
        ),
        (
            "[?a[\"b\"] == 'x']",
            "The text in brackets at character 5 is no index. For a field within another, write “.” between them.",
        ),
        (
            "@['name']",
            "The text in brackets at character 3 is no index. For a field within another, write “.” between them.",
        ),
        ("[?eq(name,'x')]", "There is no function “eq” (character 3). To compare, write “==”."),
        ("[?equals(name,'x')]", "There is no function “equals” (character 3). To compare, write “==”."),
        ("[?name.equals('x')]", "There is no function “equals” (character 8). To compare, write “==”."),
        (
            "[?name.equalsIgnoreCase('x')]",
            "There is no function “equalsIgnoreCase” (character 8). JMESPath cannot change upper and lower case. Compare each spelling, joined by “||”.",
        ),
        ("[?xor(a,b)]", "There is no function “xor” (character 3). Write both cases, joined by “||”."),
        (
            "[?a ^ b]",
            "“^” at character 5 has no meaning in JMESPath. JMESPath has no regular expressions. Write contains, starts_with or ends_with.",
        ),
        ("[?a XOR b]", "“XOR” at character 5 has no meaning in JMESPath. Write both cases, joined by “||”."),
        ("[?(a)(b)]", "A comma or an operator such as “||” is missing before “(” at character 6."),
        (
            "[?contains(name, 'x')] limit 10",
            "“limit” at character 24 has no meaning in JMESPath. For the first ten, write “| [0:10]” behind the filter.",
        ),
        (
            "[?a] order by name",
            "“order” at character 6 has no meaning in JMESPath. To sort, write sort_by(@, &name).",
        ),
        (
            "[?a] LIMIT 1",
            "“LIMIT” at character 6 has no meaning in JMESPath. For the first ten, write “| [0:10]” behind the filter.",
        ),
    ] {
        let error = Query::parse(text).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(error, Err(sentence.to_owned()), "for {text}");
    }
}

#[test]
fn hints_at_more_habits() {
    for (text, hint) in [
        (
            "[?contains(name, git)]",
            "“git” at character 18 is the name of a field. For text, write 'git' in single quotes.",
        ),
        (
            "[?contains('git', name)]",
            "“contains” at character 3 looks for “name” in 'git'. To look for 'git' in it, write contains(name, 'git').",
        ),
        (
            "[?private == yes]",
            "“yes” at character 14 is the name of a field. For text, write 'yes' in single quotes.",
        ),
        ("[name == 'a']", "“[” at character 1 begins a list of values. For a filter, write “[?”."),
        (
            "[?name == 'a'] && [?b]",
            "“&&” at character 16 stands between lists, so the result is only one of them. Put all conditions in one [?…].",
        ),
        (
            "[?a] || [?b]",
            "“||” at character 6 stands between lists, so the result is only one of them. Put all conditions in one [?…].",
        ),
    ] {
        assert_eq!(query(text).lint().as_deref(), Some(hint), "{text}");
    }
}

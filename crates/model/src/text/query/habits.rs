//! What other languages write, and what JMESPath writes instead.

/// What to write for a word that other languages use as an operator, as the rest of a sentence; `None` for other words.
pub(super) fn instead_of_word(word: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        ("and", "For “and”, write “&&”."),
        ("or", "For “or”, write “||”."),
        ("not", "For “not”, write “!” before parentheses: (!…)."),
        ("like", "For a part of a text, write contains(name, 'git')."),
        ("ilike", "For a part of a text, write contains(name, 'git')."),
        ("contains", "Write it before its arguments: contains(name, 'git')."),
        ("includes", "For a part of a text, write contains(name, 'git')."),
        ("has", "For a part of a text, write contains(name, 'git')."),
        ("in", "Write contains(['a', 'b'], name)."),
        ("startswith", "Write starts_with(name, 'git')."),
        ("starts_with", "Write it before its arguments: starts_with(name, 'git')."),
        ("endswith", "Write ends_with(name, 'git')."),
        ("ends_with", "Write it before its arguments: ends_with(name, 'git')."),
        ("matches", "JMESPath has no regular expressions. Write contains, starts_with or ends_with."),
        ("regexp", "JMESPath has no regular expressions. Write contains, starts_with or ends_with."),
        ("rlike", "JMESPath has no regular expressions. Write contains, starts_with or ends_with."),
        ("is", "To compare, write “==” or “!=”. For nothing, write `null` in backquotes."),
        ("eq", "To compare, write “==”."),
        ("equals", "To compare, write “==”."),
        ("ne", "To compare, write “!=”."),
        ("gt", "To compare numbers, write “>”."),
        ("lt", "To compare numbers, write “<”."),
        ("ge", "To compare numbers, write “>=”."),
        ("le", "To compare numbers, write “<=”."),
        ("between", "Write two comparisons, joined by “&&”."),
        ("where", "Put the condition in [?…]."),
        ("select", "Put the condition in [?…]."),
        ("from", "Put the condition in [?…]."),
        ("filter", "Put the condition in [?…]."),
        ("order", "To sort, write sort_by(@, &name)."),
        ("limit", "For the first ten, write [0:10] behind the filter."),
        ("offset", "For those from the eleventh on, write [10:] behind the filter."),
        ("xor", "Write both cases, joined by “||”."),
        ("if", "Write the condition, “&&” and the value."),
        ("for", "Put the condition in [?…]."),
    ];
    WORDS.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|(_, instead)| *instead)
}

/// What to write for a function that JMESPath does not have, as the rest of a sentence; `None` for other names.
pub(super) fn instead_of_function(name: &str) -> Option<&'static str> {
    let plain: String = name.chars().filter(|c| *c != '_').collect::<String>().to_ascii_lowercase();
    Some(match plain.as_str() {
        "startswith" | "beginswith" | "hasprefix" | "prefix" => "Write starts_with(name, 'git').",
        "endswith" | "hassuffix" | "suffix" => "Write ends_with(name, 'git').",
        "contain" | "contains" | "includes" | "include" | "indexof" | "instr" | "has" | "like" | "find"
        | "substringof" => "For a part of a text, write contains(name, 'git').",
        "in" | "any" | "anyof" | "oneof" | "some" => "Write contains(['a', 'b'], name).",
        "not" => "For “not”, write “!” before parentheses: (!…).",
        "and" => "For “and”, write “&&” between the conditions.",
        "or" => "For “or”, write “||” between the conditions.",
        "match" | "matches" | "regex" | "regexp" | "regexmatch" | "test" | "search" => {
            "JMESPath has no regular expressions. Write contains, starts_with or ends_with."
        }
        "lower" | "lowercase" | "tolower" | "tolowercase" | "upper" | "uppercase" | "toupper"
        | "touppercase" => {
            "JMESPath cannot change upper and lower case. Compare each spelling, joined by “||”."
        }
        "len" | "size" | "count" => "Write length(…).",
        "eq" | "equals" | "equal" | "compareto" => "To compare, write “==”.",
        "equalsignorecase" => {
            "JMESPath cannot change upper and lower case. Compare each spelling, joined by “||”."
        }
        "trim" | "strip" | "replace" | "split" | "substring" | "substr" | "concat" | "left" | "right" => {
            "JMESPath cannot change text. Compare it with contains, starts_with or ends_with."
        }
        "flatten" => "Write [] behind the list.",
        "if" | "iif" | "case" => "Write the condition, “&&” and the value.",
        "xor" => "Write both cases, joined by “||”.",
        "exists" | "isnotnull" | "isdefined" | "defined" | "isset" => {
            "For a field that has a value, write its name alone."
        }
        "isnull" | "isempty" | "empty" | "isblank" => "For a field without a value, write (!field).",
        "select" | "filter" | "where" => "Put the condition in [?…].",
        "coalesce" | "ifnull" | "nvl" => "Write not_null(…).",
        "tostring" | "str" | "string" => "Write to_string(…).",
        "tonumber" | "int" | "number" | "float" => "Write to_number(…).",
        "date" | "now" | "today" | "datetime" | "todate" | "days" | "age" | "since" | "ago" | "timestamp" => {
            "JMESPath knows no dates. Compare their text, for example with starts_with(pushed_at, '2026-')."
        }
        _ => return None,
    })
}

/// What stands at the start of the rest of an expression and belongs to another language, with what to write instead.
pub(super) fn foreign_sign(rest: &str, is_first: bool) -> Option<(&'static str, &'static str)> {
    const REGEX: &str = "JMESPath has no regular expressions. Write contains, starts_with or ends_with.";
    const COMMENT: &str = "JMESPath has no comments. Remove the text from there.";
    const JSON_PATH: &str =
        "This is JSONPath. In JMESPath, begin with [?…], and write fields without “@.” and “$.”.";
    let signs: &[(&'static str, &'static str)] = &[
        ("===", "To compare, write “==”."),
        ("!==", "To compare, write “!=”."),
        ("<>", "For “not equal”, write “!=”."),
        ("=~", REGEX),
        ("!~", REGEX),
        ("~=", REGEX),
        ("~", REGEX),
        ("≠", "For “not equal”, write “!=”."),
        ("≥", "For “greater or equal”, write “>=”."),
        ("≤", "For “less or equal”, write “<=”."),
        ("∈", "Write contains(['a', 'b'], name)."),
        ("=>", "For “greater or equal”, write “>=”."),
        ("=<", "For “less or equal”, write “<=”."),
        ("//", COMMENT),
        ("/*", COMMENT),
        ("--", COMMENT),
        ("#", COMMENT),
        ("/", REGEX),
        ("$.", JSON_PATH),
        ("$[", JSON_PATH),
        ("..", "JMESPath does not search at every depth. Write the whole path of the field."),
        ("??", "For another value instead of nothing, write “||”."),
        (
            "?",
            "A filter begins with “[?” and ends with “]”. For a choice of two values, write “&&” and “||”.",
        ),
        ("+", "JMESPath does not calculate. Compare numbers with “<” and “>”, and text with contains."),
        (
            "%",
            "JMESPath does not calculate, and knows no wildcards. Write contains, starts_with or ends_with.",
        ),
        ("^", REGEX),
        ("->", "Write “.” between a field and one within it."),
        ("${", "Enter the value instead of the variable."),
        (";", "Remove it."),
    ];
    if is_first && rest.starts_with('.') && !rest.starts_with("..") {
        return Some((
            ".",
            "An expression does not begin with it. Write the field’s name or [?…] without it.",
        ));
    }
    let is_function =
        |rest: &str| rest.trim_start().starts_with(|c: char| c.is_alphabetic() || "!({".contains(c));
    if rest.strip_prefix("=>").is_some_and(is_function) {
        return Some(("=>", "JMESPath has no functions of one’s own. Put the condition in [?…]."));
    }
    signs.iter().find(|(sign, _)| rest.starts_with(sign)).copied()
}

/// The value that a bare word most likely means: `true`, `false` or `null`.
pub(super) fn literal(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "true" => "`true`",
        "false" => "`false`",
        "null" | "none" | "nil" | "undefined" => "`null`",
        _ => return None,
    })
}

/// Fields of the hosts' lists that have no value in some repositories.
pub(super) fn is_sometimes_null(field: &str) -> bool {
    matches!(
        field,
        "description"
            | "homepage"
            | "language"
            | "license"
            | "mirror_url"
            | "default_branch"
            | "defaultBranch"
            | "readme_url"
            | "avatar_url"
    )
}

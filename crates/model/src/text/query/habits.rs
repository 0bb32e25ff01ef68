//! What other languages write, and what JMESPath writes instead.

const COMMAND: &str = "Enter only the filter, without the command.";
const LIST_FIRST: &str = "Write the list first: contains(['a', 'b'], name).";
const NO_CASE: &str = "JMESPath cannot change upper and lower case. Compare each spelling, joined by “||”.";
const NO_REGEX: &str = "JMESPath has no regular expressions. Write contains, starts_with or ends_with.";

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
        ("in", LIST_FIRST),
        ("notin", LIST_FIRST),
        ("nin", LIST_FIRST),
        ("startswith", "Write starts_with(name, 'git')."),
        ("starts", "Write starts_with(name, 'git')."),
        ("begins", "Write starts_with(name, 'git')."),
        ("beginswith", "Write starts_with(name, 'git')."),
        ("starts_with", "Write it before its arguments: starts_with(name, 'git')."),
        ("endswith", "Write ends_with(name, 'git')."),
        ("ends", "Write ends_with(name, 'git')."),
        ("contain", "For a part of a text, write contains(name, 'git')."),
        ("containing", "For a part of a text, write contains(name, 'git')."),
        ("does", "For “not”, write “!” before parentheses: (!contains(name, 'git'))."),
        ("ends_with", "Write it before its arguments: ends_with(name, 'git')."),
        ("matches", NO_REGEX),
        ("match", NO_REGEX),
        ("regex", NO_REGEX),
        ("regexp", NO_REGEX),
        ("rlike", NO_REGEX),
        ("is", "To compare, write “==” or “!=”. For nothing, write `null` in backquotes."),
        ("eq", "To compare, write “==”."),
        ("equals", "To compare, write “==”."),
        ("equal", "To compare, write “==”."),
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
        ("limit", "For the first ten, write “| [0:10]” behind the filter."),
        ("offset", "For those from the eleventh on, write “| [10:]” behind the filter."),
        ("xor", "Write both cases, joined by “||”."),
        ("if", "Write the condition, “&&” and the value."),
        ("for", "Put the condition in [?…]."),
        ("az", COMMAND),
        ("aws", COMMAND),
        ("jq", COMMAND),
        ("yq", COMMAND),
        ("jp", COMMAND),
        ("gh", COMMAND),
        ("glab", COMMAND),
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
        "in" | "any" | "anyof" | "oneof" | "some" | "inlist" | "notin" | "isin" => LIST_FIRST,
        "containsany" | "hasany" | "all" | "every" | "allof" | "containsall" | "hasall" => {
            "Write contains for each text, joined by “||” or “&&”."
        }
        "first" | "head" | "take" | "limit" | "top" => {
            "For the first ten, write “| [0:10]” behind the filter."
        }
        "last" | "tail" => "For the last one, write “| [-1:]” behind the filter.",
        "orderby" | "order" => "To sort, write sort_by(@, &name).",
        "notnull" => "Write not_null(…).",
        "jsonquery" => COMMAND,
        "not" => "For “not”, write “!” before parentheses: (!…).",
        "and" => "For “and”, write “&&” between the conditions.",
        "or" => "For “or”, write “||” between the conditions.",
        "match" | "matches" | "regex" | "regexp" | "regexmatch" | "regexlike" | "rematch" | "test"
        | "search" | "glob" | "fnmatch" | "wildcard" => NO_REGEX,
        "lower" | "lowercase" | "tolower" | "tolowercase" | "upper" | "uppercase" | "toupper"
        | "touppercase" | "lcase" | "ucase" | "downcase" | "upcase" | "asciidowncase" | "asciiupcase"
        | "casefold" | "capitalize" | "equalsignorecase" | "equalfold" => NO_CASE,
        "len" | "size" | "count" => "Write length(…).",
        "eq" | "equals" | "equal" | "compareto" => "To compare, write “==”.",
        "trim" | "ltrim" | "rtrim" | "strip" | "replace" | "split" | "format" | "sprintf" | "substring"
        | "substr" | "concat" | "left" | "right" => {
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
        "date" | "now" | "today" | "datetime" | "todate" | "days" | "age" | "since" | "ago" | "timestamp"
        | "timesince" | "timediff" | "parsedate" | "strptime" => {
            "JMESPath knows no dates. Compare their text, for example with starts_with(pushed_at, '2026-')."
        }
        _ => return None,
    })
}

/// What stands at the start of the rest of an expression and belongs to another language, with what to write instead.
/// `is_apart` if white space stands before it.
pub(super) fn foreign_sign(
    rest: &str,
    is_first: bool,
    is_apart: bool,
) -> Option<(&'static str, &'static str)> {
    const COMMENT: &str = "JMESPath has no comments. Remove the text from there.";
    const JSON_PATH: &str =
        "This is JSONPath. In JMESPath, begin with [?…], and write fields without “@.” and “$.”.";
    let signs: &[(&'static str, &'static str)] = &[
        ("===", "To compare, write “==”."),
        ("!==", "To compare, write “!=”."),
        ("<>", "For “not equal”, write “!=”."),
        ("=~", NO_REGEX),
        ("!~", NO_REGEX),
        ("~=", NO_REGEX),
        ("~", NO_REGEX),
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
        ("/", NO_REGEX),
        ("$_.", "Write fields without it."),
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
        ("^", NO_REGEX),
        ("->", "Write “.” between a field and one within it."),
        ("${", "Enter the value instead of the variable."),
        ("$", "Remove it. For the whole list, write “@”."),
        ("∧", "For “and”, write “&&”."),
        ("∨", "For “or”, write “||”."),
        ("¬", "For “not”, write “!” before parentheses: (!…)."),
    ];
    if let Some(found) = coded(rest) {
        return Some(found);
    }
    if let Some(found) = option(rest).filter(|_| is_first || is_apart) {
        return Some(found);
    }
    if is_first && rest.starts_with("//") && rest[2..].starts_with(|c: char| c.is_alphabetic() || c == '*') {
        return Some(("//", "This is XPath. In JMESPath, a filter is [?name == 'git']."));
    }
    if is_first && rest.starts_with('/') && rest[1..].starts_with(char::is_alphabetic) && rest.contains('[') {
        return Some(("/", "This is XPath. In JMESPath, a filter is [?name == 'git']."));
    }
    if rest.starts_with("-with(") {
        return Some(("-", "Write “_” instead: starts_with, ends_with."));
    }
    if let Some(after) = rest.strip_prefix(';') {
        let instead =
            if after.trim().is_empty() { "Remove it." } else { "Between arguments, write “,”." };
        return Some((";", instead));
    }
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

/// A sign as web pages and addresses write it.
fn coded(rest: &str) -> Option<(&'static str, &'static str)> {
    const ADDRESS: &str = "Addresses write signs with “%” and two digits. Write the signs themselves.";
    const CODES: &[(&str, &str)] = &[
        ("&amp;", "Web pages write “&” this way. Write “&”."),
        ("&lt;", "Web pages write “<” this way. Write “<”."),
        ("&gt;", "Web pages write “>” this way. Write “>”."),
        ("&quot;", "Web pages write \" this way. Put text in single quotes."),
        ("&#34;", "Web pages write \" this way. Put text in single quotes."),
        ("&apos;", "Web pages write ' this way. Write '."),
        ("&#39;", "Web pages write ' this way. Write '."),
        ("&#x27;", "Web pages write ' this way. Write '."),
        ("&nbsp;", "Web pages write a space this way. Write a space."),
        ("%5B", ADDRESS),
        ("%5b", ADDRESS),
        ("%3F", ADDRESS),
        ("%3f", ADDRESS),
        ("%27", ADDRESS),
        ("%28", ADDRESS),
        ("%7B", ADDRESS),
        ("%7b", ADDRESS),
        ("\\`", "Command lines need the backslash. Remove it."),
        ("\\\"", "Command lines need the backslash. Remove it, and put text in single quotes."),
        ("\\u0027", "JSON writes ' this way. Write '."),
        ("\\u0022", "JSON writes \" this way. Put text in single quotes."),
        ("\\'", "Command lines need the backslash. Remove it."),
    ];
    CODES.iter().find(|(code, _)| rest.starts_with(code)).copied()
}

/// An operator of PowerShell, or an option of a command.
fn option(rest: &str) -> Option<(&'static str, &'static str)> {
    const OPTIONS: &[(&str, &str)] = &[
        ("-eq", "To compare, write “==”."),
        ("-ne", "For “not equal”, write “!=”."),
        ("-gt", "To compare numbers, write “>”."),
        ("-ge", "To compare numbers, write “>=”."),
        ("-lt", "To compare numbers, write “<”."),
        ("-le", "To compare numbers, write “<=”."),
        ("-like", "For a part of a text, write contains(name, 'git')."),
        ("-notlike", "For a part of a text, write (!contains(name, 'git'))."),
        ("-match", NO_REGEX),
        ("-notmatch", NO_REGEX),
        ("-contains", "Write contains(name, 'git')."),
        ("-notcontains", "Write (!contains(name, 'git'))."),
        ("-in", LIST_FIRST),
        ("-notin", LIST_FIRST),
        ("-and", "For “and”, write “&&”."),
        ("-or", "For “or”, write “||”."),
        ("-not", "For “not”, write “!” before parentheses: (!…)."),
        ("--query", COMMAND),
        ("--filter", COMMAND),
        ("--jmespath", COMMAND),
    ];
    let end = rest.find(|c: char| !(c.is_ascii_alphabetic() || c == '-')).unwrap_or(rest.len());
    OPTIONS.iter().find(|(option, _)| rest[..end].eq_ignore_ascii_case(option)).copied()
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

//! Valid patterns that are hardly meant, and those that only look so.

use patchbay_model::text::pattern::{check, lint};

#[track_caller]
fn hints(cases: &[(&str, &str)]) {
    for (pattern, sentence) in cases {
        assert_eq!(check(pattern), Ok(()), "{pattern}");
        assert_eq!(lint(pattern).as_deref(), Some(*sentence), "for {pattern}");
    }
}

#[test]
fn hints_at_globs() {
    let repeats = |before: char, at: usize, instead: &str| {
        format!(
            "“*” at character {at} repeats the “{before}” before it, it does not stand for any text. Write “{instead}”."
        )
    };
    for (pattern, before, at, instead) in [
        ("v:*", ':', 3, "v:.*"),
        ("v*", 'v', 2, "v.*"),
        ("release*", 'e', 8, "release.*"),
        ("release-*", '-', 9, "release-.*"),
        ("^release-*", '-', 10, "release-.*"),
        ("^release-*$", '-', 10, "release-.*"),
        ("dependabot/*", '/', 12, "dependabot/.*"),
        ("feature/*/done", '/', 9, "feature/.*/done"),
        ("release-*-rc*", '-', 9, "release-.*-rc.*"),
        ("release-1.2*", '2', 12, "release-1\\.2.*"),
        ("chore: *", ' ', 8, "chore: .*"),
        ("hotfix_*", '_', 8, "hotfix_.*"),
        ("größe-*", '-', 7, "größe-.*"),
    ] {
        hints(&[(pattern, &repeats(before, at, instead))]);
    }
    hints(&[(
        "release-?",
        "“?” at character 9 makes the “-” before it optional, it does not stand for any character. Write “release-.”.",
    )]);
    for (pattern, at) in [("*", 1), ("*.java", 1), ("*-rc", 1), ("release/**", 10), ("v1|*", 4)] {
        assert_eq!(
            check(pattern).unwrap_err().to_string(),
            format!("“*” at character {at} has nothing to repeat. For any text, write “.*”.")
        );
    }
}

#[test]
fn hints_at_text_that_looks_like_syntax() {
    let class = |text: &str, at: usize| {
        format!(
            "“[{text}]” at character {at} matches one of these characters. For the text itself, write “\\[{text}\\]”."
        )
    };
    for (pattern, text, at) in [
        ("[Snyk] .*", "Snyk", 1),
        ("^[Snyk] .*", "Snyk", 2),
        ("[WIP] .*", "WIP", 1),
        ("[WIP]: x", "WIP", 1),
        ("[wip].*", "wip", 1),
        ("^[Draft].*$", "Draft", 2),
        ("[skip ci] .*", "skip ci", 1),
        (".* [bot]", "bot", 4),
        ("[Security] Bump .*", "Security", 1),
        ("[Backport 2] .*", "Backport 2", 1),
        ("^([Snyk] .*|x)", "Snyk", 3),
    ] {
        hints(&[(pattern, &class(text, at))]);
    }
    let group = |text: &str, at: usize| {
        format!(
            "“({text})” at character {at} matches “{text}” without the parentheses. For the parentheses too, write “\\({text}\\)”."
        )
    };
    for (pattern, text, at) in [
        ("chore(deps)", "deps", 6),
        ("chore(deps): .*", "deps", 6),
        ("^chore(deps-dev): .*", "deps-dev", 7),
        ("^(fix|feat)x(api)!: .*", "api", 13),
        ("build(npm) .*", "npm", 6),
        ("v1 fix(ui)", "ui", 7),
    ] {
        hints(&[(pattern, &group(text, at))]);
    }
    hints(&[
        (
            "[^release].*",
            "“[^release]” at character 1 matches one character that is none of these. For names that do not begin with “release”, write “^(?!release).*”.",
        ),
        (
            "(!release).*",
            "“(!” at character 1 matches an exclamation mark. For “not followed by”, write “(?!”.",
        ),
        (
            "!release",
            "“!” at the beginning is a character like any other. For all names that do not begin with “release”, write “^(?!release).*”.",
        ),
        (
            "^!release-.*",
            "“!” at the beginning is a character like any other. For all names that do not begin with “release-”, write “^(?!release-).*”.",
        ),
    ]);
}

#[test]
fn hints_at_references_and_lists() {
    let reference =
        |prefix: &str| format!("Names have no “{prefix}” before them here. Remove it from the pattern.");
    for (pattern, prefix) in [
        ("refs/tags/v1", "refs/tags/"),
        ("^refs/tags/v.*", "refs/tags/"),
        ("refs/heads/main", "refs/heads/"),
        ("^(refs/heads/release|x).*", "refs/heads/"),
        ("refs/remotes/origin/.*", "refs/remotes/origin/"),
        ("refs/pull/.*", "refs/"),
    ] {
        hints(&[(pattern, &reference(prefix))]);
    }
    for (pattern, separator, instead) in [
        ("v1,v2", ',', "v1|v2"),
        ("v1, v2", ',', "v1|v2"),
        ("v1,v2, v3", ',', "v1|v2|v3"),
        ("v1;v2", ';', "v1|v2"),
        ("release-.*,hotfix-.*", ',', "release-.*|hotfix-.*"),
        ("^v1,v2$", ',', "v1|v2"),
    ] {
        let hint = format!(
            "“{separator}” is a character like any other. For one of several names, write “{instead}”."
        );
        hints(&[(pattern, &hint)]);
    }
}

#[test]
fn hints_at_the_syntax_of_other_languages() {
    hints(&[
        (
            "/release-.*/",
            "The slashes around the pattern are part of the name that it matches. Write “release-.*”.",
        ),
        (
            "/^release/i",
            "The slashes around the pattern are part of the name that it matches. Write “(?i)^release”.",
        ),
        (
            "\"release-.*\"",
            "The quotes around the pattern are part of the name that it matches. Write “release-.*”.",
        ),
        ("'v1'", "The quotes around the pattern are part of the name that it matches. Write “v1”."),
        ("“v1”", "The quotes around the pattern are part of the name that it matches. Write “v1”."),
        ("release-%", "“%” is a character like any other. For any text, write “.*”: “release-.*”."),
        ("%draft%", "“%” is a character like any other. For any text, write “.*”: “.*draft.*”."),
        (
            "release||hotfix",
            "“||” at character 8 has nothing between its bars, and nothing is found in every name. For “or”, write “|”.",
        ),
        (
            "release|",
            "“|” at character 8 has nothing beside it, and nothing is found in every name. Remove it.",
        ),
        (
            "|release",
            "“|” at character 1 has nothing beside it, and nothing is found in every name. Remove it.",
        ),
        (
            "v\\\\d+",
            "“\\\\” at character 2 matches a backslash, which no name has. Write “\\d” with one backslash.",
        ),
        (
            "v1\\\\.0",
            "“\\\\” at character 3 matches a backslash, which no name has. Write “\\.” with one backslash.",
        ),
        (
            "v[[:digit:]]+",
            "“[:digit:]” at character 3 matches one of the characters in it. In Java, write “\\d”.",
        ),
        ("\\<wip\\>", "“\\<” at character 1 matches “<”. For the edge of a word, write “\\b”."),
    ]);
    assert_eq!(
        check("(?P<n>a)").unwrap_err().to_string(),
        "“(?P” at character 1 is not a group that Java supports. For a name, write “(?<name>”."
    );
}

#[test]
fn stays_silent_at_what_is_meant() {
    for pattern in [
        // "Tag filters" and "Pull request filters"
        r"^(version\-1).*",
        "^(Release|release).*",
        ".*",
        "((^|, )(release-1))+$",
        "^((?!release-2).)*$",
        "^((?!((^|, )(release-2))+$).)*$",
        "((^|, )(release-[1-3]))+$",
        "release2[.](7|8)[.][0-9]+",
        r"release2[.](7\|8)[.][0-9]+",
        "^(Test|test).*",
        "((^|, )(TEST-1 pr_1))+$",
        "^((?!TEST-1 pr_2).)*$",
        "^((?!((^|, )(TEST-1 pr_2))+$).)*$",
        "^.*master.*$",
        r"^\[mq-bot\].*",
        "^.*draft.*$",
        "",
        "v1",
        "release-1.0",
        "v.*",
        "v.+",
        "release-.*-rc.*",
        "release-[0-9]*",
        "v\\d*",
        "ab*c",
        "colou?r",
        "releases?",
        "v?1",
        "a+",
        "1\\*",
        "[vV]1",
        "[abc]+",
        "[rR]elease-.*",
        "^[a-z]+$",
        "^[abc].*",
        "^[vrh].*",
        "[aeiou].*",
        "[0-9.]+",
        "[Ff]eature .*",
        "^[^-]+$",
        "^[^/]+/.*",
        "[^ ]+ .*",
        r"\[WIP\] .*",
        r"\[Snyk\] .*",
        r"chore\(deps\): .*",
        "chore(deps|ci): .*",
        "chore(deps)?: .*",
        r"v(\d+)",
        "release-(1)",
        r"(a)b(c)\1",
        r"x(a)\1",
        "^(?!release).*",
        "wow!",
        "fix!: .*",
        "a!b",
        "^v1|^v2",
        "(v1|v2)",
        "(|x)v1",
        "(v1|)",
        r"a\|\|b",
        "[a|]",
        "[||]x",
        "fix a, then b",
        "a{1,2}",
        "[a,b]",
        "(v1,v2|v3)",
        "feature/.*",
        "feature/x",
        "/",
        "a/b/c",
        "100%",
        "50% .*",
        "don't",
        "it's 'x'",
        r"\\",
        r"\\x",
        r"[\\/]",
        "[:]",
        "<wip>",
        r"\bwip\b",
        "refs.*",
        "^myrefs/tags/x",
        "a*+",
        "a??b",
        "v\\d+?",
        "v1 or v2",
        "this OR",
        "^(v1 |v2 )x",
        "r'",
        "a/b/",
    ] {
        let expected = if pattern == "100%" { lint(pattern) } else { None };
        assert_eq!(lint(pattern), expected, "{pattern}");
    }
    // What Java refuses has an error already.
    for pattern in ["*", "[WIP", "(!"] {
        assert_eq!(lint(pattern), None, "{pattern}");
    }
}

#[test]
fn hints_at_more_habits() {
    hints(&[
        ("v1 | v2", "The spaces beside “|” at character 4 are part of the names. Write “v1|v2”."),
        ("v1 OR v2", "“OR” is text like any other. For one of several names, write “v1|v2”."),
        (
            "NOT release",
            "“NOT” is text like any other. For all names that do not begin with “release”, write “^(?!release).*”.",
        ),
        (
            "/release/",
            "The slashes around the pattern are part of the name that it matches. Write “release”.",
        ),
        (
            "r'release'",
            "The quotes around the pattern are part of the name that it matches. Write “release”.",
        ),
        (
            "r\"release\"",
            "The quotes around the pattern are part of the name that it matches. Write “release”.",
        ),
        (
            "fix(#123)",
            "“(#123)” at character 4 matches “#123” without the parentheses. For the parentheses too, write “\\(#123\\)”.",
        ),
        (
            "release (2024)",
            "“(2024)” at character 9 matches “2024” without the parentheses. For the parentheses too, write “\\(2024\\)”.",
        ),
        (
            "release\u{200b}",
            "The character at position 8 is invisible (U+200B, zero-width space). Delete it.",
        ),
        ("release\u{a0}", "The space at position 8 is a no-break space. Write an ordinary one."),
    ]);
}

/// Patterns for tags, branches, titles and keys in public repositories: which of them get a hint.
#[test]
fn hints_at_few_patterns_of_others() {
    let record = include_str!("java17-known.txt");
    let patterns = record.lines().filter_map(|line| line.split('\t').next());
    let hinted: Vec<_> = patterns.filter(|pattern| lint(pattern).is_some()).collect();
    assert_eq!(hinted, ["/^release-.*$/", "^RELEASE-*", "^[[:alnum:]_.-]+$"]);
    for pattern in [r"[\[\\]x", r"[^\[\\.]+", r"[]\\.]", r"[^]\\.]", r"[a[b\\.]]"] {
        assert_eq!(lint(pattern), None, "{pattern}");
    }
    hints(&[(
        r"[\]]\\.x",
        "“\\\\” at character 5 matches a backslash, which no name has. Write “\\.” with one backslash.",
    )]);
}

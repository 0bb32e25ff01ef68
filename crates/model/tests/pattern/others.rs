//! What people bring along from globs, other languages, commands and web pages: a table of patterns, each with its sentence,
//! whether it is refused or only warned of; and one of patterns that are meant as they are.

use patchbay_model::text::pattern::{check, lint, re2};
use proptest::prelude::*;

fn said(pattern: &str) -> Option<String> {
    check(pattern).err().map(|error| error.to_string()).or_else(|| lint(pattern))
}

/// What a sentence offers at its end, as in “Write “v.*”.”
fn offered(sentence: &str) -> Option<&str> {
    let (_, offered) = sentence.strip_suffix("”.")?.rsplit_once('“')?;
    // A sign alone is a part of a pattern.
    Some(offered).filter(|offered| offered.len() > 3)
}

#[test]
fn names_what_others_write_and_what_to_write_instead() {
    for line in include_str!("others.txt").lines() {
        let (pattern, sentence) = line.split_once('\t').unwrap_or_else(|| panic!("{line} has no sentence"));
        let pattern = pattern.replace('⏎', "\n");
        assert_eq!(said(&pattern).as_deref(), Some(sentence), "for {pattern}");
        // What is offered instead of a valid pattern is right.
        if let Some(offered) = offered(sentence).filter(|_| check(&pattern).is_ok()) {
            assert_eq!(said(offered), None, "offered for {pattern}");
        }
    }
}

#[test]
fn leaves_alone_what_is_meant() {
    for pattern in include_str!("harmless.txt").lines() {
        assert_eq!(said(pattern), None, "for {pattern}");
    }
}

#[test]
fn names_what_is_hardly_meant_in_patterns_of_re2() {
    for (pattern, sentence) in [
        (
            r"/[A-Z]+-\d+/",
            r"The slashes around the pattern are part of the name that it matches. Write “[A-Z]+-\d+”.",
        ),
        (
            r"/[a-z]+-\d+/i",
            r"The slashes around the pattern are part of the name that it matches. Write “(?i)[a-z]+-\d+”.",
        ),
        (
            r#""[A-Z]+-\d+""#,
            r"The quotes around the pattern are part of the name that it matches. Write “[A-Z]+-\d+”.",
        ),
        (
            r#""[A-Z]+-\\d+""#,
            r"The quotes around the pattern are part of the name that it matches. Write “[A-Z]+-\d+”.",
        ),
        (
            r"[A-Z]+-\\d+",
            r"“\\” at character 8 matches a backslash, which no name has. Write “\d” with one backslash.",
        ),
        (
            r"regex:[A-Z]+",
            "“regex:” is part of the name that this matches. Enter the pattern alone: “[A-Z]+”.",
        ),
        (
            r"re.compile(r'[A-Z]+-\d+')",
            r"“re.compile(” is part of the name that this matches. Enter the pattern alone: “[A-Z]+-\d+”.",
        ),
        (
            "ABC|DEF|",
            "“|” at character 8 has nothing beside it, and nothing is found in every name. Remove it.",
        ),
        ("ABC, DEF", "“,” is a character like any other. For one of several names, write “ABC|DEF”."),
        ("ABC｜DEF", "“｜” at character 4 is another character than “|”. Write “|”."),
    ] {
        assert_eq!(re2::lint(pattern).as_deref(), Some(sentence), "for {pattern}");
        let offered = offered(sentence).unwrap_or("x");
        assert_eq!((re2::check(offered), re2::lint(offered)), (Ok(()), None), "offered for {pattern}");
    }
    for pattern in [
        r"\b[A-Z]+-\d+\b",
        "JIRA#",
        "[A-Z|a-z]+",
        "(?:ABC|DEF)-[0-9]+",
        r"[[:upper:]]+-\d+",
        "#",
        "",
        "(?i)abc-",
    ] {
        assert_eq!(re2::lint(pattern), None, "for {pattern}");
    }
}

proptest! {
    #[test]
    fn never_panics(begin in any::<String>(), signs in r"[\\(){}|*+?^$.,%&<>!@#/:=~ a-cA-Cß修'0-9\[\]-]{0,24}", end in any::<char>()) {
        let pattern = format!("{signs}{end}{begin}{signs}");
        for pattern in [pattern.as_str(), signs.as_str(), begin.as_str()] {
            _ = (lint(pattern), re2::lint(pattern), said(pattern));
        }
    }
}

//! RE2's patterns: what RE2 accepts is accepted, and everything else has its sentence.

use patchbay_model::text::pattern::re2::check;
use proptest::prelude::*;

/// A record of what RE2 (release 2025-11-05) said to patterns made at random: `+` when it took one, `-` when it did not.
#[test]
fn decides_as_re2_did() {
    let record = include_str!("re2.txt");
    assert_eq!(record.lines().count(), 520);
    for line in record.lines() {
        let (verdict, pattern) = line.split_at(2);
        let result = check(pattern);
        assert_eq!(result.is_ok(), verdict == "+ ", "{pattern}: {result:?}");
    }
}

#[test]
fn accepts_what_only_re2_has_and_what_it_reads_in_another_way_than_java() {
    for pattern in [
        "",
        r"\b[A-Z]+-\d+\b",
        r"[A-Z][A-Z0-9_]+-\d+",
        r"(?i)app-\d+",
        r"(?P<key>APP-\d+)",
        r"(?<key>APP-\d+)",
        r"(?P<n_1>a)(?P<n_1>b)",
        "[[:upper:]]+-[[:digit:]]+",
        "[[:^alpha:]x[:word:]]",
        r"\p{Greek}\p{^Lu}\PN\pL",
        "(?U)a+",
        "(?ims-U:a)",
        "(?)",
        r"\QC++\E-\d+",
        r"\QC++",
        r"\Q\E",
        r"ab\Q\E*",
        r"\x41\x{1F600}\x{0}\x{10FFFF}",
        r"\012\0\123",
        r"\a\f\n\r\t\v",
        r"\A\b\B\z\C",
        r"\_\-\/",
        // Braces without a count mean themselves.
        "{a}a{,3}a{02}a{x}{",
        "a{1000}",
        "a{0}{",
        "(a{10}){100}",
        "a{2}?b*?c??",
        "^*",
        "(|a)*",
        "a|",
        // Classes do not nest.
        "[]a][^]][a-][-a][a[b]",
        "[a&&b]",
        r"[\d-z][\pL\W]",
    ] {
        assert_eq!(check(pattern).map_err(|error| error.to_string()), Ok(()), "for {pattern:?}");
    }
}

#[track_caller]
fn refuses(cases: &[(&str, usize, &str)]) {
    for (pattern, at, sentence) in cases {
        let result = check(pattern).map_err(|error| (error.to_string(), error.at()));
        assert_eq!(result, Err(((*sentence).to_owned(), *at)), "for {pattern:?}");
    }
}

#[test]
fn refuses_what_would_have_to_go_back() {
    const AHEAD: &str = "looks ahead, which RE2 cannot do. Leave it out.";
    const BACK: &str = "looks back, which RE2 cannot do. Leave it out.";
    const GROUP: &str =
        "refers to what a group has matched, which RE2 cannot do. Write the pattern of that group again.";
    refuses(&[
        (r"(?=APP)\w+", 1, &format!("“(?=” at character 1 {AHEAD}")),
        (r"a(?!WIP)\w+", 2, &format!("“(?!” at character 2 {AHEAD}")),
        (r"(?<=#)\d+", 1, &format!("“(?<=” at character 1 {BACK}")),
        ("é(?<!b)c", 2, &format!("“(?<!” at character 2 {BACK}")),
        ("(?>a+)b", 1, "“(?>” at character 1 is an atomic group, which RE2 does not have. Write “(?:”."),
        (r"(a)\1", 4, &format!(r"“\1” at character 4 {GROUP}")),
        (r"(a)\9", 4, &format!(r"“\9” at character 4 {GROUP}")),
        (r"[\8]", 2, &format!(r"“\8” at character 2 {GROUP}")),
        (r"(?P<k>a)\k<k>", 9, &format!(r"“\k” at character 9 {GROUP}")),
        ("(?P=key)", 1, &format!("“(?P=” at character 1 {GROUP}")),
    ]);
}

#[test]
fn refuses_repetitions_that_it_does_not_have() {
    const TWICE: &str =
        "repeats what is repeated already. Remove one of the two, or put “(?:…)” around what comes before.";
    let possessive = |text, at, instead| {
        format!(
            "“{text}” at character {at} is a possessive repetition, which RE2 does not have. Write “{instead}”."
        )
    };
    refuses(&[
        (r"\d++", 3, &possessive("++", 3, "+")),
        ("a*+", 2, &possessive("*+", 2, "*")),
        ("a?+", 2, &possessive("?+", 2, "?")),
        ("a{2,3}+", 2, &possessive("{2,3}+", 2, "{2,3}")),
        ("a+?+", 2, &possessive("+?+", 2, "+?")),
        ("a**", 3, &format!("“*” at character 3 {TWICE}")),
        ("a*??", 4, &format!("“?” at character 4 {TWICE}")),
        ("a{2}{3}", 5, &format!("“{{3}}” at character 5 {TWICE}")),
        ("*-1", 1, "“*” at character 1 has nothing to repeat. For any text, write “.*”."),
        ("a|+", 3, "“+” at character 3 has nothing to repeat."),
        ("(?i)?", 5, "“?” at character 5 has nothing to repeat."),
        ("({2})", 2, "“{” at character 2 has nothing to repeat."),
        ("a{1001}", 2, "“{1001}” at character 2 is too high a count. RE2 repeats at most 1,000 times."),
        ("a{5,1001}?", 2, "“{5,1001}” at character 2 is too high a count. RE2 repeats at most 1,000 times."),
        ("a{3,1}", 2, "The count “{3,1}” at character 2 is reversed. Write “{1,3}”."),
        (
            "(x|(a{50})b){50}",
            13,
            "The count at character 13 repeats another one. RE2 repeats at most 1,000 times, all counts multiplied.",
        ),
    ]);
}

#[test]
fn refuses_groups_that_it_does_not_have() {
    const GROUPS: &str =
        "is not a group that RE2 has. It has “(?:”, “(?P<name>”, and the flags i, m, s and U, as in “(?i)”.";
    const NAME: &str = "A group name has only letters, digits and “_”, and ends with “>”. See character";
    refuses(&[
        ("(?#key)a", 1, "“(?#” at character 1 is a comment, which RE2 does not have. Leave it out."),
        ("a(?x)b", 2, &format!("“(?x” at character 2 {GROUPS}")),
        ("(?|a|b)", 1, &format!("“(?|” at character 1 {GROUPS}")),
        ("(?P>key)", 1, &format!("“(?P” at character 1 {GROUPS}")),
        ("(?-)a", 1, &format!("“(?-)” at character 1 {GROUPS}")),
        ("(?i-:a)", 1, &format!("“(?i-:” at character 1 {GROUPS}")),
        ("(?i--s)a", 1, &format!("“(?i--” at character 1 {GROUPS}")),
        ("(?P<>a)", 5, &format!("{NAME} 5.")),
        ("(?<k-e>a)", 4, &format!("{NAME} 4.")),
        ("(?P<key", 5, &format!("{NAME} 5.")),
        (
            "(?im",
            1,
            "The pattern ends inside the group “(” that starts at character 1. For the character itself, write “\\(”.",
        ),
        (
            "x(a",
            2,
            "The pattern ends inside the group “(” that starts at character 2. For the character itself, write “\\(”.",
        ),
        ("a)b", 2, "“)” at character 2 has no matching “(”. For the character itself, write “\\)”."),
    ]);
}

#[test]
fn refuses_classes_that_it_does_not_have() {
    let property = |text, instead| {
        format!("“{text}” at character 1 is not a character property that RE2 has. Write “{instead}”.")
    };
    let other = |text| {
        format!(
            r"“{text}” at character 1 is not a character property that RE2 has. Examples of those it has: “\p{{Lu}}”, “\p{{Greek}}”."
        )
    };
    refuses(&[
        (
            "[a",
            1,
            "The pattern ends inside the class “[” that starts at character 1. For the character itself, write “\\[”.",
        ),
        (
            "b[a-",
            2,
            "The pattern ends inside the class “[” that starts at character 2. For the character itself, write “\\[”.",
        ),
        ("[z-a]", 2, "The range “z-a” at character 2 is reversed. Write “a-z”, or escape the “-” as “\\-”."),
        ("[é-a]", 2, "The range “é-a” at character 2 is reversed. Escape the “-” as “\\-”."),
        (
            r"[a-\d]",
            2,
            r"The range at character 2 cannot end with “\d”, which is not a single character. Escape the “-” as “\-”.",
        ),
        (
            "[[:alfa:]]",
            2,
            "“[:alfa:]” at character 2 is not a class that RE2 has. Examples of those it has: “[:alpha:]”, “[:digit:]”, “[:space:]”.",
        ),
        (r"[\b]", 2, r"“\b” at character 2 has no meaning inside “[…]”."),
        (r"[\Q.\E]", 2, r"“\Q” at character 2 has no meaning inside “[…]”."),
        (r"\p{IsLatin}", 1, &property(r"\p{IsLatin}", r"\p{Latin}")),
        (r"\P{InGreek}", 1, &property(r"\P{InGreek}", r"\p{Greek}")),
        (r"\p{Lower}", 1, &property(r"\p{Lower}", "[[:lower:]]")),
        (r"\p{sc=Latin}", 1, &property(r"\p{sc=Latin}", r"\p{Latin}")),
        (r"\p{latin}", 1, &property(r"\p{latin}", r"\p{Latin}")),
        (r"\p{javaLowerCase}", 1, &other(r"\p{javaLowerCase}")),
        (r"\pX", 1, &other(r"\pX")),
        (r"\p{Lu", 1, r"“\p{” at character 1 must end with “}” after the name of a property."),
    ]);
}

#[test]
fn refuses_escapes_that_it_does_not_have() {
    let instead =
        |letter, instead| format!(r"“\{letter}” at character 1 has no meaning in RE2. Write “{instead}”.");
    let none = |letter| {
        format!(
            r"“\{letter}” at character 1 has no meaning in RE2. For the character, write “{letter}”. For a backslash, write “\\”."
        )
    };
    const HEX: &str = "must be followed by two hexadecimal digits, or by more in “{…}”.";
    refuses(&[
        (r"\Z", 1, &instead("Z", r"\z")),
        (r"\h", 1, &instead("h", r"[ \t]")),
        (r"\e", 1, &instead("e", r"\x1B")),
        (r"\R", 1, &instead("R", r"(?:\r\n|\n|\r)")),
        (r"\u20AC", 1, &instead("u", r"\x{20AC}")),
        (r"\u20", 1, &none("u")),
        (r"\G", 1, &none("G")),
        (r"\K", 1, &none("K")),
        (r"\N{DASH}", 1, &none("N")),
        (r"\cM", 1, &none("c")),
        (r"\q", 1, &none("q")),
        (r"\é", 1, &none("é")),
        (r"\E", 1, r"“\E” at character 1 has no “\Q” before it."),
        (r"a\x4", 2, &format!(r"“\x” at character 2 {HEX}")),
        (r"\x{}", 1, &format!(r"“\x” at character 1 {HEX}")),
        (r"\x{41", 1, &format!(r"“\x” at character 1 {HEX}")),
        (r"\x{110000}", 1, r"“\x” at character 1 is not a character. The last one is “\x{10FFFF}”."),
        (r"a\", 2, r"The pattern ends with a single “\” at character 2. For a backslash, write “\\”."),
    ]);
}

proptest! {
    #[test]
    fn accepts_every_text_once_it_is_quoted(text in any::<String>()) {
        prop_assume!(!text.contains("\\E"));
        prop_assert_eq!(check(&format!("\\Q{text}\\E")), Ok(()));
        prop_assert_eq!(check(&regex::escape(&text)), Ok(()));
    }

    #[test]
    fn never_panics_and_always_says_where(
        text in any::<String>(),
        parts in prop::collection::vec(prop::sample::select(vec![
            "(", ")", "[", "]", "{", "}", "?", "*", "+", "|", "^", "-", "\\", "\\Q", "\\E", "(?", "(?i)", "(?P<", "(?<n>",
            "n>", "=", "!", "\\p{", "\\p", "\\x{", "\\x", "\\0", "[:", ":]", "{2", ",3}", "\n", " ", "a", "b", "9", "é", "😀",
        ]), 0..16),
    ) {
        for pattern in [text, parts.concat()] {
            if let Err(error) = check(&pattern) {
                prop_assert!((1..=pattern.chars().count()).contains(&error.at()), "{} in {:?}", error, pattern);
                prop_assert!(error.to_string().contains(&error.at().to_string()));
            }
        }
    }
}

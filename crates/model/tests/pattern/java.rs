//! What Java accepts is accepted.

use patchbay_model::text::pattern::check;
use proptest::prelude::*;

#[track_caller]
fn accepts(pattern: &str) {
    let result = check(pattern).map_err(|error| error.to_string());
    assert_eq!(result, Ok(()), "for {pattern:?}");
}

#[test]
fn accepts_the_vendors_examples() {
    for pattern in [
        // "Tag filters"
        r"^(version\-1).*",
        "^(Release|release).*",
        ".*",
        "((^|, )(release-1))+$",
        "^((?!release-2).)*$",
        "^((?!((^|, )(release-2))+$).)*$",
        "((^|, )(release-[1-3]))+$",
        "release2[.](7|8)[.][0-9]+",
        r"release2[.](7\|8)[.][0-9]+",
        // "Pull request filters"
        "^(Test|test).*",
        "((^|, )(TEST-1 pr_1))+$",
        "^((?!TEST-1 pr_2).)*$",
        "^((?!((^|, )(TEST-1 pr_2))+$).)*$",
        "((^|, )(TEST-1 pr_[1-3]))+$",
        "^.*master.*$",
        r"^\[mq-bot\].*",
        // Clears a filter.
        "",
    ] {
        accepts(pattern);
    }
}

#[test]
fn accepts_what_the_documentation_of_pattern_lists() {
    for pattern in [
        r"x\\\07\077\0377\x7f\x{1F600}\u00e9\N{EN DASH}\t\n\r\f\a\e\cX",
        r"[abc][^abc][a-zA-Z][a-d[m-p]][a-z&&[def]][a-z&&[^bc]][a-z&&[^m-p]]",
        r".\d\D\h\H\s\S\v\V\w\W\R\X",
        r"\p{Lower}\p{Upper}\p{ASCII}\p{Alpha}\p{Digit}\p{Alnum}\p{Punct}\p{Graph}\p{Print}\p{Blank}\p{Cntrl}\p{XDigit}",
        r"\p{javaLowerCase}\p{javaUpperCase}\p{javaWhitespace}\p{javaMirrored}\p{Space}",
        r"\p{IsLatin}\p{InGreek}\p{Lu}\p{IsAlphabetic}\p{Sc}\P{InGreek}[\p{L}&&[^\p{Lu}]]\pL\PN",
        r"\p{script=Hiragana}\p{sc=Hira}\p{block=Mongolian}\p{blk=Mongolian}\p{general_category=Lu}\p{gc=Lu}",
        r"^\b\b{g}\B\A\G\Z\z$",
        "X?X*X+X{2}X{2,}X{2,5}",
        "X??X*?X+?X{2}?X{2,}?X{2,5}?",
        "X?+X*+X++X{2}+X{2,}+X{2,5}+",
        r"XY|(X)\1(?<name>X)\k<name>",
        r"\Q.*[(\E+",
        "(?i)(?-i)(?idmsuxU-idmsuxU)(?:X)(?s-x:X)(?=X)(?!X)(?<=X)(?<!X)(?>X)",
    ] {
        accepts(pattern);
    }
}

#[test]
fn accepts_the_corners_of_java() {
    for pattern in [
        "]",
        "}",
        "a]b}",
        "[]]",
        "[^]]",
        "[]-a]",
        "[a-]",
        "[-a]",
        "[a-[b]]",
        "[a&b]",
        "[a&&]",
        "[&&a]",
        "[^a^]",
        "[[a][^b]]",
        r"[\Qa-]\E]",
        r"[\v-\x{10FFFF}]",
        r"[\uD83D\uDE00-\uD83D\uDE01]",
        r"\Qnot closed (",
        r"\Q",
        "()",
        "(|a|)",
        "(?)",
        "(?i-)",
        "{2}",
        "a{2}{3}",
        "^*",
        r"\b+",
        "(?=a)*",
        r"\1",
        r"\99",
        "(?<a>\\k<a>)",
        "(?x) a # comment ( [ \n ( b ) {2 , 3 } c",
        "(?x)( ?:a)",
        "(?x: # one\r a # two\u{85})",
        "(?<=a*)b",
        "(?<=(ab){1,3})c",
        "(?U)\\p{alpha}",
        r"\ü\😀\-\_\ ",
        "grüße 😀",
    ] {
        accepts(pattern);
    }
}

/// A record of what `java.util.regex.Pattern` of OpenJDK 17.0.15 said to patterns made at random: `+` when it took one,
/// `-` when it did not. `␤` stands for a line feed.
#[test]
fn decides_as_java_17_did() {
    let record = include_str!("java17.txt");
    assert!(record.lines().count() > 200);
    for line in record.lines() {
        let (verdict, pattern) = line.split_at(2);
        let result = check(&pattern.replace('␤', "\n"));
        assert_eq!(result.is_ok(), verdict == "+ ", "{pattern}: {result:?}");
    }
}

/// Patterns that Java and the regex crate both have.
fn common_pattern() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(vec![
        "a",
        "B",
        "7",
        "é",
        "😀",
        ".",
        "-",
        "]",
        r"\d",
        r"\W",
        r"\s",
        r"\.",
        r"\\",
        r"\(",
        r"\x41",
        r"\x{1F600}",
        r"\pL",
        r"\p{Lu}",
        "[a-z]",
        "[^0-9]",
        "[-a]",
        "[]a]",
        "[a-z&&[^b]]",
        r"[\w.-]",
        "^",
        "$",
        r"\b",
        r"\t",
    ])
    .prop_map(str::to_owned);
    atom.prop_recursive(4, 24, 4, |inner| {
        let repeat = prop::sample::select(vec!["*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}?"]);
        let open = prop::sample::select(vec!["(", "(?:", "(?i:", "(?s-i:"]);
        prop_oneof![
            (inner.clone(), open.clone(), repeat)
                .prop_map(|(inner, open, repeat)| format!("{open}{inner}){repeat}")),
            (prop::collection::vec(inner.clone(), 1..4)).prop_map(|parts| parts.concat()),
            (inner.clone(), inner).prop_map(|(one, other)| format!("({one}|{other})")),
        ]
    })
}

proptest! {
    #[test]
    fn accepts_what_the_regex_crate_accepts(pattern in common_pattern()) {
        prop_assume!(regex::Regex::new(&pattern).is_ok());
        prop_assert_eq!(check(&pattern), Ok(()));
    }

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
            "(", ")", "[", "]", "{", "}", "?", "*", "+", "|", "^", "-", "&&", "\\", "\\Q", "\\E", "(?", "(?x)", "(?<", "(?<n>",
            "\\k<", "n>", "=", "!", "\\p{", "\\x{", "\\u", "\\0", "\\c", "\\N{", "#", "\n", " ", "a", "b", "9", "é",
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

//! Patterns tried on names.

use patchbay_model::text::pattern::{SAMPLE_PULL_REQUESTS, SAMPLE_TAGS, Trial, TrialError, try_on};
use proptest::prelude::*;

#[track_caller]
fn tried(pattern: &str, names: &[&str]) -> Vec<Trial> {
    try_on(pattern, names).unwrap_or_else(|error| panic!("{pattern}: {error}"))
}

fn names(trials: &[Trial], is_kept: impl Fn(&Trial) -> bool) -> Vec<&str> {
    trials.iter().filter(|trial| is_kept(trial)).map(|trial| trial.name.as_str()).collect()
}

#[test]
fn tells_whole_and_part_apart() {
    let trials = tried("release-2", SAMPLE_TAGS);
    assert_eq!(names(&trials, |trial| trial.whole), ["release-2"]);
    assert_eq!(names(&trials, |trial| trial.part), ["release-2", "release-2.3"]);
    assert_eq!(trials.len(), SAMPLE_TAGS.len());
}

#[test]
fn matches_a_whole_name_against_every_alternative() {
    let trials = tried("release-1|release-3", SAMPLE_TAGS);
    assert_eq!(names(&trials, |trial| trial.whole), ["release-1", "release-3"]);
}

#[test]
fn finds_what_the_vendors_pages_promise() {
    let without_2 = vec!["release-1", "release-3", "release-4"];
    for (pattern, samples, expected) in [
        ("((^|, )(release-1))+$", SAMPLE_TAGS, vec!["release-1"]),
        ("((^|, )(release-[1-3]))+$", SAMPLE_TAGS, vec!["release-1", "release-2", "release-3"]),
        (".*", SAMPLE_TAGS, SAMPLE_TAGS.to_vec()),
        ("^(version\\-1).*", SAMPLE_TAGS, vec![]),
        ("^(Release|release).*", SAMPLE_TAGS, SAMPLE_TAGS.to_vec()),
        ("^((?!release-2).)*$", SAMPLE_TAGS, without_2),
        (
            "^((?!((^|, )(release-2))+$).)*$",
            SAMPLE_TAGS,
            vec!["release-1", "release-2.3", "release-3", "release-4"],
        ),
        ("((^|, )(TEST-1 pr_1))+$", SAMPLE_PULL_REQUESTS, vec!["TEST-1 pr_1"]),
        ("^((?!TEST-1 pr_2).)*$", SAMPLE_PULL_REQUESTS, vec!["TEST-1 pr_1", "TEST-1 pr_3", "TEST-1 pr_4"]),
        (
            "((^|, )(TEST-1 pr_[1-3]))+$",
            SAMPLE_PULL_REQUESTS,
            vec!["TEST-1 pr_1", "TEST-1 pr_2", "TEST-1 pr_3"],
        ),
        ("^(Test|test).*", SAMPLE_PULL_REQUESTS, vec![]),
    ] {
        let trials = tried(pattern, samples);
        assert_eq!(names(&trials, |trial| trial.whole), expected, "{pattern}");
        assert_eq!(names(&trials, |trial| trial.part), expected, "{pattern}");
    }
}

/// What Java has and browsers do not, or read in another way: the pattern, a name that matches as a whole, one that does not.
const JAVA_ONLY: &[(&str, &str, &str)] = &[
    (r"^(version\-1).*", "version-1.2", "version1"),
    ("(?i)release-.*", "RELEASE-1", "rel-1"),
    ("re(?i)LEASE", "release", "RElease"),
    ("(?i:re)lease", "RElease", "reLEASE"),
    ("(?i)é", "é", "É"),
    ("(?iu)é", "É", "e"),
    (r"[\w-.]+", "a-b.c", "a b"),
    (r"[\w.-]+", "a-b.c", "a b"),
    (r"\d++", "123", "12a"),
    (r"v\d*+x", "v12x", "v12"),
    (r"\Arelease\z", "release", "release\n"),
    (r"release\Z", "release", "releases"),
    (r"\Qrelease-1.0\E", "release-1.0", "release-1x0"),
    (r"\Qv1.0", "v1.0", "v1x0"),
    (r"(?>v1|v1\.0)", "v1", "v1.0"),
    (r"(?>a+)b", "aab", "aaa"),
    ("a?+b", "ab", "a"),
    ("(?s).*", "a\nb", "\u{0}\u{0}"),
    ("(?x) v [0-9] + # a number", "v12", "v 12"),
    ("(?m)^b$", "b", "a"),
    ("(?d).", "\r", "\n"),
    ("[a-z&&[^b]]+", "acd", "abc"),
    ("[a-z&&[def]]", "e", "a"),
    ("[a-d[m-p]]+", "amp", "az"),
    ("[^a-d[m-p]]+", "xyz", "xmz"),
    (r"\h", "\u{a0}", "a"),
    (r"a\Rb", "a\r\nb", "a b"),
    (r"\v", "\u{b}", "v"),
    (r"\p{Lower}+", "abc", "aBc"),
    (r"\p{Upper}\p{Alnum}*", "Ab1", "ab1"),
    (r"\p{javaLowerCase}+", "äbc", "Äbc"),
    (r"\p{IsLatin}+", "abc", "a1c"),
    (r"\p{L}+", "größe", "a1"),
    (r"\P{L}+", "123", "1a3"),
    (r"\p{Punct}", "-", "a"),
    (r"(\w)\1", "aa", "ab"),
    (r"(?<first>\w)\k<first>", "aa", "ab"),
    (r"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\10", "abcdefghijj", "abcdefghija0"),
    (r"(a)\11", "aa1", "a"),
    (r"\x41\u0042\0103\x{44}", "ABCD", "abcd"),
    (r"\cA", "\u{1}", "A"),
    (r"\bv1\b", "v1", "v12"),
    (r"(?<=v)1|v1", "v1", "w1"),
    (r"(?<!v)1|x", "1", "v1"),
    ("(?<=a{1,3})b|aab", "aab", "b"),
    ("a{2}{3}", "aa", "aaa"),
    ("(?U)\\w+", "größe", "a-b"),
    (r"\w+", "grosse", "größe"),
    ("[]a]+", "]a", "b"),
];

#[test]
fn tries_what_only_java_has() {
    for (pattern, whole, other) in JAVA_ONLY {
        let trials = tried(pattern, &[whole, other]);
        let found: Vec<bool> = trials.iter().map(|trial| trial.whole).collect();
        // Two control characters match the pattern of any characters as well.
        let expected = [true, *other == "\u{0}\u{0}"];
        assert_eq!(found, expected, "{pattern} on {whole:?} and {other:?}");
    }
}

/// A record of what OpenJDK 17.0.15 found with patterns made at random: each line has a pattern, then texts, before which
/// `+` or `-` says whether the whole text matched, and whether a part did.
#[test]
fn finds_what_java_17_found() {
    let (compared, untried) = compare(include_str!("java17-matches.txt"));
    assert!(compared > 2500 && untried < 20, "{compared} compared, {untried} not tried");
}

/// The same of patterns for tags, branches, titles and keys in public repositories.
#[test]
fn finds_what_java_17_found_with_patterns_of_others() {
    let (compared, untried) = compare(include_str!("java17-known.txt"));
    assert!(compared > 180 && untried == 0, "{compared} compared, {untried} not tried");
}

/// How many were found as in the record, and how many cannot be tried.
fn compare(record: &str) -> (usize, usize) {
    let (mut compared, mut untried) = (0, 0);
    for line in record.lines() {
        let mut parts = line.split('\t');
        let pattern = parts.next().unwrap_or_default();
        for part in parts {
            let (verdict, text) = part.split_at(2);
            match try_on(pattern, &[&unescaped(text)]) {
                Ok(trials) => {
                    let sign = |found: bool| if found { '+' } else { '-' };
                    let found: String =
                        trials.iter().flat_map(|trial| [sign(trial.whole), sign(trial.part)]).collect();
                    assert_eq!(found, verdict, "{pattern} on {text:?}");
                    compared += 1;
                }
                Err(TrialError::Untried(_)) => untried += 1,
                Err(error) => panic!("{pattern}: {error}"),
            }
        }
    }
    (compared, untried)
}

fn unescaped(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match (c, if c == '\\' { rest.next() } else { None }) {
            (_, Some('n')) => result.push('\n'),
            (_, Some('r')) => result.push('\r'),
            (_, Some('t')) => result.push('\t'),
            (_, Some('u')) => {
                let code: String = rest.by_ref().take(4).collect();
                result.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            (_, Some(other)) => result.push(other),
            (c, None) => result.push(c),
        }
    }
    result
}

#[test]
fn names_what_it_cannot_try() {
    for (pattern, name, part) in [
        (r"\X+", "a", r"\X"),
        (r"a\b{g}b", "ab", r"\b{g}"),
        (r"\N{EN DASH}", "a", r"\N{EN DASH}"),
        (r"[\N{EN DASH}]", "a", r"\N{EN DASH}"),
        (r"\p{IsGreek}+", "αβγ", r"\p{IsGreek}"),
        (r"\p{InCyrillic}+", "ж", r"\p{InCyrillic}"),
        (r"\p{So}", "😀", r"\p{So}"),
        (r"\p{sc=Han}\p{Pd}", "漢-", r"\p{sc=Han}”, “\p{Pd}"),
    ] {
        let error = try_on(pattern, &[name]).unwrap_err();
        assert_eq!(error, TrialError::Untried(part.to_owned()), "{pattern}");
        assert_eq!(
            error.to_string(),
            format!(
                "The pattern is valid, but it cannot be tried here, because “{part}” needs tables of Unicode that Patchbay does not have."
            )
        );
    }
    // Of ASCII everything is known, and what is not reached is not needed.
    assert!(!tried(r"\p{IsGreek}+", &["release"])[0].part);
    assert!(tried(r"v|\X", &["v"])[0].whole);
}

/// Patterns that keep engines with backtracking busy, on names as long as people have them.
const HOSTILE: &[&str] = &[
    "(.?){25}X",
    r"(\w?\w?){30}X",
    "(aa|aab?)*c",
    "(a+)+b",
    "(a+)+?b",
    "(a*)*?b",
    "(a|a)*?b",
    "(a|aa){30,}b",
    "((a+)+)+b",
    "(x+x+)+y|(a+a+)+?y",
    "(.*a){12}b",
    "(.*.*)*?b",
    "(a?){60}a{60}b",
    "(?=(a+)+?b)a",
    "(?!(a+)+?b)a*b",
    "(?<=a{0,99}a{0,99}a{0,99}a{0,99})b",
    "(a+)+?\\1b",
    "(?>(a+)+?b)",
    "((a+)+?b)?c",
    "(a{0,1000}){1000}b",
    "(((a{1000}){1000}){1000}){1000}b?",
    "(?:(?:(?:a?){100}){100}){100}b",
    "([a-z]*)*?[0-9]",
    "^(([a-z])+.)+?[A-Z]([a-z])+$",
    "(a|b|ab)*?c",
    "(.|.|.|.)*?b",
    "^(?=.*(a+)+$)(?=.*(b+)+$)(?=.*(c+)+$).*d",
    "(?=(.*a){10})(?!(.*b){10}).*c",
    "(?=(?=(?=(?=(a*)*b)*b)*b)*b)a*c",
    "(?!(?!(?!(?!(a+)+b)a+)+b)a+)+b",
    r"(\w+)-\1-\1-\1-\1x",
    r"(a*)(b*)(c*)\1\2\3\1\2\3x",
    r"(.*)(.*)(.*)\1\2\3!",
    r"(.+)\1+(.+)\2+$x",
    r"(?<x>a+)(?:\k<x>|b)+?c",
    r"((a*)+?b?)*?\2c",
    "(((((a+)+)+)+)+)+b",
    "(((((a*)*)*)*)*)*?b",
    "((((a+?)+?)+?)+?)+?b",
    "([a-z]+([0-9]+([a-z]+)*)*)*?-",
    "(a{1000}){1000}",
    "(.{1000}){1000}x",
    "(a{0,1000}){1000}",
    "((a?){1000}){1000}x",
    "(?:(a|b){500}){500}c",
    r"\w{1000}{1000}",
    r"(\d{1,1000}\.?){1,1000}x",
    "a{1,1000}a{1,1000}a{1,1000}a{1,1000}b",
    r"(?:[^\w]|\w|\s|\S)*?!",
    r"(?:.|\n|\r)*?(?:.|\n|\r)*?(?:.|\n|\r)*?x",
    r"[\s\S]*[\s\S]*[\s\S]*[\s\S]*x",
    r"^(\s*\S+\s*)+?$",
    r"(?i)(?:(?:[a-z]|[A-Z]|\w)+)+?!",
    r"(\p{L}|\p{Lower}|\w)+?(\p{L}|\w)+?(\p{L}|\w)+?-$",
    "(?>(a|ab|abc)*)*+(?>(a|ab)*)*?d",
    "(x?x?x?x?x?x?x?x?x?x?){10}y",
    "(?:x|(?:x|(?:x|(?:x|(?:x|x)*)*)*)*)*?y",
    "(?:(?=a)|(?!b)|(?<=c)|(?<!d))*a+b",
    r"\b(\w\b|\b\w)+?\B\B+x",
    r"(^|$|\b|a)*?b",
    "(?:a?){60}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "[a-z&&[^aeiou]&&[^x]&&[b-y]]*[a-z]*!",
    ".*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*x",
    ".*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?x",
    ".*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+.*+x",
    ".+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-.+-x",
    "(.*?,){40}P",
    r#"^(([^,]*|\"[^\"]*\"),)*?([^,]*|\"[^\"]*\")$"#,
    r"^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$",
    "^((?!.*(feature|bugfix).*(feature|bugfix)).)*$",
    r"(?s)^(?!.*\b(\w+)\b.*\b\1\b).*$",
];

#[test]
fn ends_every_trial() {
    let name = "a".repeat(250);
    let mixed = "ab".repeat(125);
    let mut costly = 0;
    for pattern in HOSTILE {
        match try_on(pattern, &[&name, &mixed, &name, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"]) {
            Ok(trials) => assert_eq!(trials.len(), 4),
            Err(error) => {
                costly += 1;
                assert_eq!(
                    error.to_string(),
                    "This pattern is too costly to try here: it has too many ways to match these names. Jira accepts it."
                );
            }
        }
    }
    assert!(costly > 40, "{costly}");
}

#[test]
fn ends_every_trial_of_a_long_pattern_and_of_many_names() {
    let long = [
        "(".repeat(150) + "a+" + &")+".repeat(150) + "b",
        "(?:".repeat(150) + "a?" + &")*+".repeat(150) + "b",
        "(?=".repeat(150) + "a*b*" + &")".repeat(150),
        "a?".repeat(20_000),
        "(a|b)".repeat(20_000),
        format!("[{}]*a*b", "a&&b".repeat(150)),
        format!("[{}]*a*b", "ab[c]".repeat(20_000)),
        format!("[{}]", "[".repeat(150) + "a" + &"]".repeat(150)),
        "\\1".repeat(5_000) + "(a*)*",
        format!("({})+x", (0..1500).map(|number| format!("release-{number}")).collect::<Vec<_>>().join("|")),
        format!("(?:{})+b", vec!["a"; 900].join("|")),
        format!("({})*b", (1..60).map(|count| "a".repeat(count)).collect::<Vec<_>>().join("|")),
        (0..300).map(|number| format!("(?<n{number}>a*)")).collect::<String>() + "b",
        (0..150).map(|number| format!("(?<m{number}>a?)")).collect::<String>() + &"\\k<m0>".repeat(150),
        "(?<a>a*)".to_owned() + &"\\k<a>".repeat(200) + "b",
        "(?=".repeat(100) + "a" + &")".repeat(100) + "*b",
        "a?".repeat(60) + &"a".repeat(60),
        "[^".repeat(60) + "a" + &"]".repeat(60) + "*b",
        ".*".repeat(30) + "x",
        ".*+".repeat(30) + "x",
        ".+-".repeat(30) + "x",
        "(a|b|c|d|e|f|g|h)*".repeat(20) + "!",
        format!("\\Q{}\\E*b", "a*".repeat(900)),
    ];
    let names: Vec<String> = (0..2000).map(|number| format!("release-{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for pattern in &long {
        match try_on(pattern, &names) {
            Ok(trials) => assert_eq!(trials.len(), names.len()),
            Err(error) => assert_eq!(error, TrialError::Costly, "{}", &pattern[..20]),
        }
    }
    assert_eq!(tried("release-[0-9]{3}", &names).iter().filter(|trial| trial.whole).count(), 900);
}

/// Patterns that Java and the regex crate read alike.
fn common_pattern() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(vec![
        "a",
        "b",
        "c",
        ".",
        "-",
        r"\d",
        r"\.",
        "[ab]",
        "[^a]",
        "[a-c&&[^b]]",
        "^",
        "$",
        r"\x61",
        "é",
    ])
    .prop_map(str::to_owned);
    atom.prop_recursive(4, 20, 4, |inner| {
        let repeat = prop::sample::select(vec!["*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{0,2}?"]);
        let open = prop::sample::select(vec!["(", "(?:", "(?i:"]);
        prop_oneof![
            (inner.clone(), open, repeat).prop_map(|(inner, open, repeat)| {
                let repeat = if is_empty_at_an_edge(&inner) { "" } else { repeat };
                format!("{open}{inner}){repeat}")
            }),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            (inner.clone(), inner).prop_map(|(one, other)| format!("({one}|{other})")),
        ]
    })
}

/// Whether a pattern with an anchor can match an empty text. Where one is repeated, Java does not try its other
/// alternatives as the regex crate does: `((^|[ab])){2}` does not match `a`.
fn is_empty_at_an_edge(pattern: &str) -> bool {
    pattern.contains(['^', '$'])
        && regex::Regex::new(&format!("^(?:{pattern})$")).is_ok_and(|whole| whole.is_match(""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn finds_what_the_regex_crate_finds(pattern in common_pattern(), names in prop::collection::vec("[abcABC1é.-]{0,8}", 1..4)) {
        let part = regex::Regex::new(&pattern).unwrap();
        let whole = regex::Regex::new(&format!("^(?:{pattern})$")).unwrap();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for trial in tried(&pattern, &names) {
            prop_assert_eq!(trial.part, part.is_match(&trial.name), "{} in {:?}", pattern, trial.name);
            prop_assert_eq!(trial.whole, whole.is_match(&trial.name), "{} on {:?}", pattern, trial.name);
        }
    }

    #[test]
    fn never_panics(
        text in any::<String>(),
        parts in prop::collection::vec(prop::sample::select(vec![
            "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i)", "(?x)", "[", "]", "[^", "&&", "{2}", "{0,3}", "?", "*",
            "+", "|", "^", "$", "\\1", "\\b", "\\w", "\\R", "\\p{L}", "\\Q", "\\E", "a", "b", "é", ".", "-", "(?<n>", "\\k<n>",
        ]), 0..20),
        name in any::<String>(),
    ) {
        for pattern in [text, parts.concat()] {
            let _ = try_on(&pattern, &[&name, "ab-ab"]).map_err(|error| error.to_string());
        }
    }
}

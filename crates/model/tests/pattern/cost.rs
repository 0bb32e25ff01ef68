//! Patterns that keep Java 17 busy, and the ordinary ones that do not.

use patchbay_model::text::pattern::is_slow;

/// Patterns with the longest time that OpenJDK 17.0.15 needed, in milliseconds: to match a whole text of up to 3,000
/// characters, and to search one of up to 1,000. Each was tried on texts of eight lengths that almost match: parts of what the
/// pattern repeats, over and over, alone and with a character at the end that does not fit. `>2500` was stopped, after 2.5 or
/// after 4 seconds. Those from the first with `nubus` on, patterns of public repositories and costly ones, were tried on texts of
/// 3,000 and 1,000 characters only. Other programs ran meanwhile, so a figure can be several times too high.
///
/// Left out are `(x{1,5}){6}y` and `(?=(.*a){10})(?!(.*b){10}).*c`, which took half a second and are called slow, and
/// `[a-z&&[^aeiou]&&[^x]&&[b-y]]*[a-z]*!`, whose class alone takes Java longer than `[a-z]`.
const MEASURED: &str = include_str!("slow.txt");

/// What an administrator notices.
const SLOW: u32 = 2000;

fn measured() -> impl Iterator<Item = (&'static str, bool)> {
    MEASURED.lines().map(|line| {
        let parts: Vec<&str> = line.splitn(3, '\t').collect();
        let is_slow = |time: &str| time.parse::<u32>().map_or(true, |time| time > SLOW);
        (parts[2], is_slow(parts[0]) || is_slow(parts[1]))
    })
}

#[test]
fn calls_slow_what_java_17_was_slow_with_and_nothing_else() {
    let (mut slow, mut quick) = (0, 0);
    for (pattern, was_slow) in measured() {
        assert_eq!(is_slow(pattern), was_slow, "{pattern}");
        *if was_slow { &mut slow } else { &mut quick } += 1;
    }
    assert!(slow > 90 && quick > 190, "{slow} slow, {quick} quick");
}

#[test]
fn lets_ordinary_patterns_pass() {
    for pattern in [
        "",
        ".*",
        "^(version\\-1).*",
        "^(release|Release).*",
        "((^|, )(release-[1-3]))+$",
        "^((?!release-2).)*$",
        "^((?!((^|, )(release-2))+$).)*$",
        "release2[.](7|8)[.][0-9]+",
        "^.*master.*$",
        "[(a+)]+",
        r"(\+)+",
        "(a++)+",
        "(a+)?",
        "(unfinished+",
    ] {
        assert!(!is_slow(pattern), "{pattern}");
    }
}

#[test]
fn decides_about_whatever_is_typed() {
    let long = [
        "(a?b?".repeat(2000) + &")*".repeat(2000),
        "a?".repeat(5000),
        "(a|b)".repeat(3000),
        "(".repeat(150) + "a+" + &")+".repeat(150) + "b",
        "(".repeat(150) + "a?" + &"){2}".repeat(150),
        "(?:".repeat(150) + "a?" + &")*+".repeat(150) + "b",
        "a{2147483647}b?c?".to_owned(),
        "(a{2147483647}){2147483647}b?".to_owned(),
        "(?=".repeat(150) + "a*b*" + &")".repeat(150),
        format!("[{}]*a*b", "a&&b".repeat(150)),
        format!("[{}]*a*b", "ab[c]".repeat(5000)),
    ];
    for pattern in &long {
        // Each is decided, whatever the answer.
        let _ = is_slow(pattern);
    }
    assert!(is_slow(&long[3]));
}

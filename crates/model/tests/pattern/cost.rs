//! Patterns that can take for ever.

use patchbay_model::text::pattern::may_take_for_ever;

#[test]
fn names_a_repetition_of_a_repetition() {
    for pattern in ["(a+)+$", "(a*)*b", "((x|y+)z*)+", "(?:[a-z]+)*", "(a{2,})+", "(a+){3,}"] {
        assert!(may_take_for_ever(pattern), "{pattern}");
    }
}

#[test]
fn lets_ordinary_patterns_pass() {
    for pattern in [
        "",
        "^(release|Release).*",
        "((^|, )(release-[1-3]))+$",
        "^((?!release-2).)*$",
        "^((?!((^|, )(release-2))+$).)*$",
        "release2[.](7|8)[.][0-9]+",
        "[(a+)]+",
        r"(\+)+",
        "(a++)+",
        "(a{2,3})+",
        "(a+)?",
        "(unfinished+",
    ] {
        assert!(!may_take_for_ever(pattern), "{pattern}");
    }
}

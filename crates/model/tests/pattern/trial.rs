//! Patterns tried on names, with the regex crate in the place of the browser's engine.

use patchbay_model::text::pattern::{SAMPLE_PULL_REQUESTS, SAMPLE_TAGS, Trial, try_on};

fn regex_crate(pattern: &str, text: &str) -> Option<bool> {
    regex::Regex::new(pattern).ok().map(|regex| regex.is_match(text))
}

fn names(trials: &[Trial], is_kept: impl Fn(&Trial) -> bool) -> Vec<&str> {
    trials.iter().filter(|trial| is_kept(trial)).map(|trial| trial.name.as_str()).collect()
}

#[test]
fn tells_whole_and_part_apart() {
    let trials = try_on("release-2", SAMPLE_TAGS, &regex_crate);
    assert_eq!(names(&trials, |trial| trial.whole == Some(true)), ["release-2"]);
    assert_eq!(names(&trials, |trial| trial.part == Some(true)), ["release-2", "release-2.3"]);
    assert_eq!(trials.len(), SAMPLE_TAGS.len());
}

#[test]
fn matches_a_whole_name_against_every_alternative() {
    let trials = try_on("release-1|release-3", SAMPLE_TAGS, &regex_crate);
    assert_eq!(names(&trials, |trial| trial.whole == Some(true)), ["release-1", "release-3"]);
}

#[test]
fn finds_what_the_vendors_pages_promise() {
    for (pattern, samples, expected) in [
        ("((^|, )(release-1))+$", SAMPLE_TAGS, vec!["release-1"]),
        ("((^|, )(release-[1-3]))+$", SAMPLE_TAGS, vec!["release-1", "release-2", "release-3"]),
        (".*", SAMPLE_TAGS, SAMPLE_TAGS.to_vec()),
        ("((^|, )(TEST-1 pr_1))+$", SAMPLE_PULL_REQUESTS, vec!["TEST-1 pr_1"]),
        (
            "((^|, )(TEST-1 pr_[1-3]))+$",
            SAMPLE_PULL_REQUESTS,
            vec!["TEST-1 pr_1", "TEST-1 pr_2", "TEST-1 pr_3"],
        ),
        ("^(Test|test).*", SAMPLE_PULL_REQUESTS, vec![]),
    ] {
        let trials = try_on(pattern, samples, &regex_crate);
        assert_eq!(names(&trials, |trial| trial.whole == Some(true)), expected, "{pattern}");
        assert_eq!(names(&trials, |trial| trial.part == Some(true)), expected, "{pattern}");
    }
}

#[test]
fn says_nothing_where_the_engine_cannot_try() {
    let trials = try_on("^((?!release-2).)*$", &["release-1"], &regex_crate);
    assert_eq!(trials, [Trial { name: "release-1".into(), whole: None, part: None }]);
}

//! Whatever a person types: no panic, no stack overflow, and each repository is either kept or dropped.

use HostShape::{Folder, Gerrit, Github, GithubApp, Gitlab, Microsoft};
use patchbay_model::text::query::{HostShape, Query};
use proptest::prelude::*;

use crate::query;

const SHAPES: [HostShape; 6] = [Github, GithubApp, Gitlab, Microsoft, Folder, Gerrit];

#[test]
fn accepts_the_longest_filter_that_anyone_would_write() {
    let terms: Vec<_> = (100..280).map(|number| format!("name=='{number}'")).collect();
    let text = format!("[?{}]", terms[..150].join("||"));
    assert_eq!(query(&text).apply(Github, Github.sample_json()).unwrap().kept, [""; 0]);
}

// What is as deep as can be must neither be refused by accident nor overflow the stack of a thread.
#[test]
fn evaluates_whatever_it_accepts() {
    let sample = format!("[{}]", ["{\"name\":\"a\"}"; 3].join(","));
    for unit in [
        "a||", "a|", "a.", "a<", "!", "[]", "[*]", "*.", "[?a]", "[:]", "[0]", "(", "[", "{a:", "[?",
        "type(", "[?a||!",
    ] {
        let closed = |count: usize| {
            let open = unit.repeat(count);
            let tail = if unit.ends_with(']') { "" } else { "a" };
            let closing = |c| match c {
                '(' => Some(')'),
                '{' => Some('}'),
                '[' if !unit.contains(']') => Some(']'),
                _ => None,
            };
            let close: String = open.chars().rev().filter_map(closing).collect();
            open + tail + &close
        };
        let deepest = (1..400).rev().find_map(|count| Query::parse(&closed(count)).ok());
        let _ = deepest.unwrap_or_else(|| panic!("no {unit}")).apply(Github, &sample);
    }
}

#[test]
fn sees_depth_that_is_spread_over_brackets() {
    let level = "||a".repeat(60) + ")";
    let text = |levels: usize| "(".repeat(levels) + "a" + &level.repeat(levels);
    assert!(query(&text(3)).apply(Github, Github.sample_json()).is_err());
    let error = Query::parse(&text(10)).unwrap_err();
    assert_eq!(error.to_string(), "The expression is nested too deeply at character 576. Simplify it.");
}

proptest! {
    #[test]
    fn never_panics(
        text in any::<String>(),
        words in prop::collection::vec(prop::sample::select(vec![
            "[?", "[", "]", "(", ")", "{", "}", "name", "'git'", "\"a\"", "`1`", "`null`", "||", "&&", "|", "!", "==", "<", ",",
            ":", "*", ".", "@", "&", "contains(", "sort_by(", "0", "-1", "999999999", " ", "\\", "ü",
        ]), 0..20),
        shape in prop::sample::select(SHAPES.to_vec()),
    ) {
        for text in [text, words.concat()] {
            match Query::parse(&text) {
                Ok(query) => {
                    let _ = query.lint();
                    let _ = query.apply(shape, shape.sample_json()).map_err(|error| error.to_string());
                }
                Err(error) => {
                    prop_assert!(error.to_string().ends_with('.'));
                    prop_assert!((1..=text.chars().count().max(1)).contains(&error.at()));
                }
            }
        }
    }

    #[test]
    fn keeps_and_drops_each_repository_once(sizes in prop::collection::vec(0u8..10, 0..8)) {
        let sample = sizes.iter().map(|size| format!("{{\"name\": \"r{size}\", \"size\": {size}}}")).collect::<Vec<_>>();
        let split = query("[?size > `4`]").apply(Gitlab, &format!("[{}]", sample.join(","))).unwrap();
        let names = |is_kept: fn(&u8) -> bool| sizes.iter().filter(|size| is_kept(size)).map(|size| format!("r{size}")).collect::<Vec<_>>();
        prop_assert_eq!(split.kept, names(|size| *size > 4));
        prop_assert_eq!(split.dropped, names(|size| *size <= 4));
    }
}

//! What people bring along from other languages, from web pages and from command lines: a table of expressions, each with its
//! sentence, whether it is refused or only warned of; and one of expressions that are meant as they are.

use patchbay_model::text::query::{HostShape, Query};

fn said(text: &str) -> Option<String> {
    match Query::parse(text) {
        Ok(query) => query.lint(),
        Err(error) => Some(error.to_string()),
    }
}

#[test]
fn names_what_others_write_and_what_to_write_instead() {
    for line in include_str!("others.txt").lines() {
        let (text, sentence) = line.split_once('\t').unwrap_or_else(|| panic!("{line} has no sentence"));
        assert_eq!(said(&text.replace('⏎', "\n")).as_deref(), Some(sentence), "for {text}");
        // A whole filter that is offered is right.
        if let Some(at) = sentence.find("write [?") {
            let offered = sentence[at + 6..].trim_end_matches('.');
            assert_eq!(said(offered), None, "offered for {text}");
        }
    }
}

#[test]
fn leaves_alone_what_is_meant() {
    for text in include_str!("harmless.txt").lines() {
        assert_eq!(said(text), None, "for {text}");
    }
}

/// What is said to keep nothing keeps nothing, and with what is offered it keeps something.
#[test]
fn keeps_nothing_where_it_says_so() {
    let kept = |text: &str| {
        let query = Query::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        query.apply(HostShape::Github, HostShape::Github.sample_json()).map(|split| split.kept.len())
    };
    for (text, instead) in [
        ("[?name][0:2]", "[?name] | [0:2]"),
        ("[?name][?private]", "[?name && private]"),
        ("[][?private]", "[] | [?private]"),
        ("[?size == '10412']", "[?size == `10412`]"),
        ("[?private == `1`]", "[?private == `true`]"),
        ("[?topics == 'git']", "[?contains(topics, 'git')]"),
        ("[?owner == 'TestOrg']", "[?owner.login == 'TestOrg']"),
        ("[?name == ['git-integration', 'x']]", "[?contains(['git-integration', 'x'], name)]"),
        ("[?contains(name, 'git|digit')]", "[?contains(name, 'git') || contains(name, 'digit')]"),
        ("[?`1` < size < `20000`]", "[?`1` < size && size < `20000`]"),
    ] {
        assert!(said(text).is_some(), "{text}");
        assert_eq!(kept(text), Ok(0), "{text}");
        assert!(kept(instead).is_ok_and(|count| count > 0), "{instead}");
    }
}

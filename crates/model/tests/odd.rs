//! One odd entry hides nothing else: the rest is read, and the odd one is kept as JSON without its secrets. What is drawn
//! has an end, and JSON that is nested too deeply is known as such.

#![allow(clippy::expect_used, reason = "tests fail by panicking")]

use patchbay_model::text::{NAME, short};
use patchbay_model::{DEEPEST, Project, gij, gitlab, is_too_deep, parse, twins};
use serde_json::{Value, json};

/// Reads a list of `entries`: how many could be read, and (why, JSON) of the others.
type Reader = fn(Value) -> (usize, Vec<(String, String)>);

fn read_by<T>(listed: patchbay_model::Listed<T>) -> (usize, Vec<(String, String)>) {
    (listed.read.len(), listed.odd.into_iter().map(|odd| (odd.why, odd.json)).collect())
}

fn jira(entries: Value) -> (usize, Vec<(String, String)>) {
    read_by(gij::wire::list(json!({ "success": true, "integrations": entries })).expect("a list"))
}

fn jira_projects(entries: Value) -> (usize, Vec<(String, String)>) {
    read_by(Project::read_list(entries).expect("a list"))
}

fn gitlab_list(entries: Value) -> (usize, Vec<(String, String)>) {
    read_by(gitlab::wire::list(entries).expect("a list"))
}

fn gitlab_projects(entries: Value) -> (usize, Vec<(String, String)>) {
    read_by(gitlab::wire::homes(entries, gitlab::Level::Project).expect("a list"))
}

const JIRA_LACKS: &str = "Jira’s response does not contain an integration.";
const JIRA_ID: &str = "Jira sent an integration without a numeric id.";
const JIRA_PROJECT: &str = "Jira sent a project without a numeric id or a key.";
const GITLAB_LACKS: &str = "GitLab’s response does not contain an integration.";
const GITLAB_SLUG: &str = "GitLab sent an integration without a slug.";
const GITLAB_PROJECT: &str = "GitLab sent a project without a numeric id.";

/// What is no object at all.
fn no_objects() -> Vec<Value> {
    vec![
        json!(null),
        json!(5),
        json!(-1.5),
        json!("x"),
        json!(true),
        json!([]),
        json!([{"id": 1, "slug": "x"}]),
    ]
}

/// What is no numeric id.
fn no_ids() -> Vec<Value> {
    let ids = ["x", "", " ", "-1", "1.5", "0x10", "99999999999999999999999", "1e3", "１２", "1 2"];
    let others = [json!(null), json!(-1), json!(1.5), json!(1e30), json!(true), json!([1]), json!({"id": 1})];
    ids.iter().map(|id| json!(id)).chain(others).collect()
}

fn no_texts() -> Vec<Value> {
    vec![json!(null), json!(""), json!(5), json!(true), json!(["x"]), json!({"x": 1})]
}

#[test]
fn one_odd_entry_hides_no_other() {
    let mut cases: Vec<(Reader, Value, Value, &str)> = Vec::new();
    let (id, slug) = (json!({"id": 1}), json!({"slug": "jira"}));
    let project = json!({"id": "10000", "key": "MOB"});
    for odd in no_objects() {
        cases.push((jira, id.clone(), odd.clone(), JIRA_LACKS));
        cases.push((gitlab_list, slug.clone(), odd.clone(), GITLAB_LACKS));
        cases.push((jira_projects, project.clone(), odd.clone(), JIRA_PROJECT));
        cases.push((gitlab_projects, id.clone(), odd, GITLAB_PROJECT));
    }
    for odd in no_ids() {
        cases.push((jira, id.clone(), json!({"id": odd, "displayName": "x"}), JIRA_ID));
        cases.push((jira_projects, project.clone(), json!({"id": odd, "key": "MOB"}), JIRA_PROJECT));
        cases.push((gitlab_projects, id.clone(), json!({"id": odd, "name": "x"}), GITLAB_PROJECT));
    }
    for odd in no_texts() {
        cases.push((gitlab_list, slug.clone(), json!({"slug": odd, "title": "x"}), GITLAB_SLUG));
        cases.push((jira_projects, project.clone(), json!({"id": "1", "key": odd}), JIRA_PROJECT));
    }
    cases.push((jira, id.clone(), json!({}), JIRA_ID));
    cases.push((gitlab_list, slug.clone(), json!({}), GITLAB_SLUG));
    cases.push((gitlab_projects, id.clone(), json!({}), GITLAB_PROJECT));
    assert_eq!(cases.len(), 94);
    for (read, good, odd, why) in cases {
        // First, in the middle, last, and all of them.
        for entries in [
            json!([odd, good, good]),
            json!([good, odd, good]),
            json!([good, good, odd]),
            json!([good, odd, odd, good, odd]),
            json!([odd]),
        ] {
            let all = entries.as_array().expect("entries");
            let goods = all.iter().filter(|entry| **entry == good).count();
            let odds = vec![(why.to_owned(), odd.to_string()); all.len() - goods];
            assert_eq!(read(entries.clone()), (goods, odds), "{entries}");
        }
    }
}

#[test]
fn an_odd_entry_is_kept_without_its_secrets() {
    let secret = "s3cret-glpat";
    let holders = [
        json!({"password": secret}),
        json!({"encryptedPassword": secret}),
        json!({"token": secret, "title": "x"}),
        json!({"api_key": secret}),
        json!({"deep": {"er": [{"privateKey": secret}]}}),
        json!([{"secret": secret}]),
        json!([[{"token": [secret]}]]),
        json!({"properties": {"credentials": {"user": secret}}}),
    ];
    for holder in holders {
        for read in [jira, jira_projects, gitlab_list, gitlab_projects] {
            let (_, odd) = read(json!([holder]));
            assert_eq!(odd.len(), 1, "{holder}");
            assert!(!odd[0].1.contains(secret), "{holder}: {}", odd[0].1);
        }
    }
    for holder in [json!({"pat": secret}), json!({"repos": [{"githubAppPem": secret}]})] {
        for read in [jira, jira_projects] {
            let (_, odd) = read(json!([holder]));
            assert!(!odd[0].1.contains(secret), "{holder}: {}", odd[0].1);
        }
    }
    for holder in [json!({"webhook": secret}), json!({"push_channel": format!("https://x.example/{secret}")})]
    {
        for read in [gitlab_list, gitlab_projects] {
            let (_, odd) = read(json!([holder]));
            assert!(!odd[0].1.contains(secret), "{holder}: {}", odd[0].1);
        }
    }
}

#[test]
fn an_answer_that_is_no_list_of_projects_is_told() {
    let sentence = "Jira’s response does not contain a list of projects.";
    for answer in
        [json!(null), json!({}), json!({"values": []}), json!("x"), json!(5), json!({"errorMessages": []})]
    {
        let error = gij::wire::WireError::Shape(sentence.to_owned());
        assert_eq!(Project::read_list(answer.clone()), Err(error), "{answer}");
    }
}

#[test]
fn of_several_integrations_the_one_asked_for_is_found_beside_odd_ones() {
    let answer = json!({"success": "true", "integration": [null, {"name": "x"}, {"id": 2}, 5]});
    assert_eq!(gij::wire::one(answer, Some(2)).map(|one| one.id), Ok(2));
    let odd = json!({"success": "true", "integration": [{"name": "x"}]});
    let why = gij::wire::WireError::Shape(JIRA_ID.to_owned());
    assert_eq!(gij::wire::one(odd, Some(2)).map(|one| one.id), Err(why));
}

#[test]
fn entries_with_the_same_key_are_told_apart() {
    for (keys, expected) in [
        (vec![], vec![]),
        (vec![1], vec![(0, 1)]),
        (vec![1, 2, 3], vec![(0, 1), (0, 1), (0, 1)]),
        (vec![1, 1], vec![(0, 2), (1, 2)]),
        (vec![1, 2, 1, 3, 1, 2], vec![(0, 3), (0, 2), (1, 3), (0, 1), (2, 3), (1, 2)]),
        (vec![u64::MAX, 0, u64::MAX], vec![(0, 2), (0, 1), (1, 2)]),
    ] {
        assert_eq!(twins(keys.iter()), expected, "{keys:?}");
    }
}

#[test]
fn what_is_drawn_has_an_end() {
    for (text, most, expected) in [
        ("", 10, ""),
        ("abc", 10, "abc"),
        ("abcdefghij", 10, "abcdefghij"),
        ("abcdefghijk", 10, "abcdefg…jk"),
        // Characters, not bytes.
        ("ääääääääää", 10, "ääääääääää"),
        ("äääääääääää", 10, "äääääää…ää"),
        ("日本語日本語日本語日本", 10, "日本語日本語日…日本"),
        ("🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", 10, "🙂🙂🙂🙂🙂🙂🙂…🙂🙂"),
        ("abcdef  ghi  jk", 10, "abcdef…jk"),
        ("  abcdefghijk  ", 10, "abcde…"),
    ] {
        assert_eq!(short(text, most), expected);
    }
    for one in ["x", "ß", "語", "🙂", "\u{301}", "a b "] {
        for times in [NAME, 10_000, 1_000_000] {
            let long = one.repeat(times);
            let drawn = short(&long, NAME);
            assert!(drawn.chars().count() <= NAME, "{one} {times}");
            assert_eq!(drawn == long, long.chars().count() <= NAME, "{one} {times}");
        }
    }
}

#[test]
fn json_that_is_nested_too_deeply_is_known() {
    let nested = |open: &str, inside: &str, close: &str, times: usize| {
        format!("{}{inside}{}", open.repeat(times), close.repeat(times))
    };
    for (open, inside, close) in [("[", "1", "]"), ("{\"a\":", "1", "}"), ("[{\"a\": ", "\"x\"", "}]")] {
        let levels = open.matches(['[', '{']).count();
        for times in [1, 20, DEEPEST / levels] {
            let text = nested(open, inside, close, times);
            assert!(!is_too_deep(&text) && serde_json::from_str::<Value>(&text).is_ok(), "{open} {times}");
        }
        for times in [DEEPEST / levels + 1, 200, 5_000, 100_000] {
            let text = nested(open, inside, close, times);
            assert!(is_too_deep(&text) && serde_json::from_str::<Value>(&text).is_err(), "{open} {times}");
            // Cut off on the way, or with white space and a mark before it, it is too deep all the same.
            assert!(
                is_too_deep(&text[..text.len() - times / 2]) && is_too_deep(&format!("\u{feff} \n{text}"))
            );
        }
    }
    let many = "[".repeat(500);
    for text in [
        String::new(),
        "x".to_owned(),
        format!("<html>{many}"),
        format!("\"{many}\""),
        format!("[\"{many}\"]"),
        format!("[\"\\\"{many}\"]"),
        format!("{{\"{many}\": \"\\\\\"}}"),
        "[[],".repeat(100),
        "[]".repeat(500),
    ] {
        assert!(!is_too_deep(&text), "{text:.40}");
    }
}

#[test]
fn half_a_character_loses_nothing_else() {
    for (text, expected) in [
        (r#"["a\ud83d"]"#, json!(["a\u{fffd}"])),
        (r#"["\ude00b"]"#, json!(["\u{fffd}b"])),
        (r#"["\uD83D\uD83D"]"#, json!(["\u{fffd}\u{fffd}"])),
        (r#"["\ude00\ud83d"]"#, json!(["\u{fffd}\u{fffd}"])),
        (r#"["\udfff", "ß語🙂", "\u00e4\ud7ff"]"#, json!(["\u{fffd}", "ß語🙂", "ä\u{d7ff}"])),
        (r#"{"\ud800": {"\ud800": "\\\ud800"}}"#, json!({"\u{fffd}": {"\u{fffd}": "\\\u{fffd}"}})),
        // Whole ones stay as they are where nothing else is wrong.
        (r#"["\ud83d\ude42"]"#, json!(["🙂"])),
        (r#"["\\ud83d"]"#, json!(["\\ud83d"])),
    ] {
        assert_eq!(parse(text).expect(text), expected, "{text}");
    }
    for text in ["", "\\ud8", "[\"\\ud8\"]", "[\"\\ud83\"]", "[\"\\ud83d\"", "{\"a\": \\ud83d}", "\\ud83d"] {
        assert!(parse(text).is_err(), "{text}");
    }
}

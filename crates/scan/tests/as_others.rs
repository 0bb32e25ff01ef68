//! Both are as quick as they are because they do little: what they say is what serde_json and std say.

use patchbay_scan::{Scan, contains, haystack};
use proptest::prelude::*;
use serde_json::Value;

/// Whether the scanner takes the whole text for JSON.
fn is_json(text: &str) -> bool {
    let mut scan = Scan::new(text);
    scan.value().is_some() && scan.is_at_end()
}

#[test]
fn takes_for_json_what_serde_json_does() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let (deepest, too_deep) = (deep(127), deep(200));
    let texts = [
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulll",
        "true",
        "truefalse",
        "false",
        "True",
        "0",
        "-0",
        "00",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1.5",
        "1.5e",
        "1e5",
        "1E+5",
        "1e-",
        "--1",
        "1-1",
        "0x1",
        "NaN",
        "Infinity",
        "\"\"",
        "\"a",
        "a\"",
        "\"\\n\"",
        "\"\\x\"",
        "\"\\u00e9\"",
        "\"\\u00g9\"",
        "\"\\u00\"",
        "\"\\\"\"",
        "\"\\\\\"",
        "\"\\\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u{1}\"",
        "\"\u{7f}\"",
        "\"é😀\"",
        "'a'",
        "[]",
        "[ ]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,2]",
        "[1",
        "]",
        "[[]",
        "[[],[]]",
        "{}",
        "{ }",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1}",
        "{\"a\":1,}",
        "{\"a\" : 1 , \"b\":[{}]}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1]",
        "[1}",
        "1 2",
        "{} {}",
        "// a\n1",
        "[1]/*a*/",
        "\u{feff}1",
        "\u{a0}1",
        "<html>",
        "{\"a\":{\"b\":{\"c\":[null,true,-1.25e+3,\"\\ud83d\\ude00\"]}}}",
        &deepest,
        &too_deep,
    ];
    for text in texts {
        assert_eq!(is_json(text), serde_json::from_str::<Value>(text).is_ok(), "{text}");
    }
}

/// Half of a pair of surrogates, and a number beyond what a double holds: serde_json refuses both. A list has neither
/// in what it shows; elsewhere it is read by serde_json.
#[test]
fn takes_more_than_serde_json_in_two_cases() {
    for text in ["\"\\ud83d\"", "1e999"] {
        assert!(is_json(text) && serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
}

#[test]
fn gives_fields_and_items_as_they_are_written() {
    let text = " { \"a\" : [ 1 , \"x\\n\" ] , \"\\u0062\":null,\"\":{\"c\": {} } } ";
    let mut scan = Scan::new(text);
    let mut fields = Vec::new();
    scan.object(&mut |scan, key| {
        fields.push((key, scan.value()?));
        Some(())
    })
    .unwrap();
    assert!(scan.is_at_end());
    assert_eq!(fields, [("a", "[ 1 , \"x\\n\" ]"), ("\\u0062", "null"), ("", "{\"c\": {} }")]);
    let mut items = Vec::new();
    Scan::new("[1,[2],{}]")
        .array(&mut |scan| {
            items.push(scan.value()?);
            Some(())
        })
        .unwrap();
    assert_eq!(items, ["1", "[2]", "{}"]);
    assert_eq!(Scan::new("[1]").object(&mut |_, _| Some(())), None);
    assert_eq!(Scan::new("{}").array(&mut |_| Some(())), None);
}

/// What ends or breaks a text is found at every place.
#[test]
fn finds_the_end_of_a_text_wherever_it_is() {
    for length in 0..40 {
        for tail in
            ["", "\\n", "\\u00e9", "é", "\u{7f}", "\u{80}", "!", "#", "[", "]", "\u{1f}", "\n", "\\", "\\x"]
        {
            for rest in ["", "z", "zzzzzzzzz"] {
                let text = format!("[\"{}{tail}{rest}\",\"é\"]", "a".repeat(length));
                assert_eq!(is_json(&text), serde_json::from_str::<Value>(&text).is_ok(), "{text:?}");
            }
        }
    }
}

#[test]
fn picks_the_fields_that_are_asked_for() {
    let names = ["a", "b", "c"];
    let pick = |text| {
        let mut picked = [""; 3];
        Scan::new(text).pick(&names, &mut picked).map(|()| picked)
    };
    for (text, picked) in [
        ("{}", Some(["", "", ""])),
        (r#"{"b":[1,2],"x":{"a":0},"a":"y"}"#, Some(["\"y\"", "[1,2]", ""])),
        (r#"{"a":1,"a":2}"#, Some(["2", "", ""])),
        (r#"{"\u0061":1}"#, None),
        (r#"{"a":1"#, None),
        ("[]", None),
    ] {
        assert_eq!(pick(text), picked, "{text}");
    }
}

#[test]
fn writes_small_and_line_by_line() {
    let lower = |text: &str| text.to_lowercase();
    for (texts, haystack_of) in [
        (&["Mobile", "https://H.example", "#7"][..], "mobile\nhttps://h.example\n#7"),
        (&["ÄRGER", "", "#7"], "ärger\n\n#7"),
        (&["", "x"], "x"),
        (&[], ""),
    ] {
        assert_eq!(haystack(texts, lower), haystack_of);
    }
}

proptest! {
    #[test]
    fn takes_all_json_and_nothing_cut(json in any_json(), cut in 0.0..1.0) {
        let text = json.to_string();
        prop_assert!(is_json(&text), "{}", text);
        let mut at = (text.len() as f64 * cut) as usize;
        while !text.is_char_boundary(at) { at -= 1; }
        let part = &text[..at];
        prop_assert_eq!(is_json(part), serde_json::from_str::<Value>(part).is_ok(), "{}", part);
    }

    #[test]
    fn agrees_on_any_few_characters(text in "[\\[\\]{}:,\"\\\\0-2eE.+\\-a-f nrtu \\n]{0,24}") {
        // But for the two cases above.
        let (ours, theirs) = (is_json(&text), serde_json::from_str::<Value>(&text).is_ok());
        let is_special = text.contains("\\u") || text.contains(['e', 'E']);
        prop_assert!(ours == theirs || (ours && is_special), "{}", text);
    }

    #[test]
    fn finds_what_std_finds(text in "[abcé]{0,20}", word in "[abcé]{0,4}") {
        prop_assert_eq!(contains(&text, &word), text.contains(&word));
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e30..1e30_f64).prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        "[\\x00-\\x1f\"\\\\]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("\\PC{0,4}", inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

//! Within the budget the result is the crate's.

use super::{Stop, evaluate};
use jmespath::{Rcvar, Variable};
use proptest::prelude::*;

/// Expressions of every part of the language, on the fields of the sample.
fn expression() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "@",
        "name",
        "size",
        "tags",
        "owner",
        "owner.login",
        "missing",
        "fork",
        "`1`",
        "`-2.5`",
        "'git'",
        "`null`",
        "`true`",
        "`[1, 2, 3]`",
        "`[\"b\", \"a\"]`",
        "`{\"a\": 1}`",
        "''",
        "\"name\"",
        "tags[0]",
        "[0]",
        "[-1]",
        "*",
        "[*]",
        "[]",
        "[1:]",
        "[::-1]",
        "[::0]",
        "tags[]",
        "@.name",
        "owner.*",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(5, 40, 3, |inner| {
        let unary = prop::sample::select(vec![
            "abs",
            "avg",
            "ceil",
            "floor",
            "keys",
            "length",
            "max",
            "min",
            "reverse",
            "sort",
            "sum",
            "to_array",
            "to_number",
            "to_string",
            "type",
            "values",
            "not_null",
            "merge",
        ]);
        let binary =
            prop::sample::select(vec!["contains", "starts_with", "ends_with", "join", "merge", "not_null"]);
        let keyed = prop::sample::select(vec!["sort_by", "max_by", "min_by"]);
        let sign = prop::sample::select(vec!["||", "&&", "==", "!=", "<", "<=", ">", ">=", "|"]);
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            (unary, inner.clone()).prop_map(|(name, one)| format!("{name}({one})")),
            (binary, pair.clone()).prop_map(|(name, (one, other))| format!("{name}({one}, {other})")),
            (keyed, pair.clone()).prop_map(|(name, (one, other))| format!("{name}({one}, &{other})")),
            pair.clone().prop_map(|(one, other)| format!("map(&{one}, {other})")),
            (sign, pair.clone()).prop_map(|(sign, (one, other))| format!("({one} {sign} {other})")),
            pair.clone().prop_map(|(one, other)| format!("[{one}, {other}]")),
            pair.clone().prop_map(|(one, other)| format!("{{a: {one}, b: {other}}}")),
            pair.clone().prop_map(|(one, other)| format!("{one}[?{other}]")),
            inner.clone().prop_map(|one| format!("[?{one}]")),
            inner.clone().prop_map(|one| format!("(!{one})")),
            inner.clone().prop_map(|one| format!("@.[{one}]")),
            inner.clone().prop_map(|one| format!("[*].[{one}][]")),
            inner.clone().prop_map(|one| format!("[*].{{k: {one}}}")),
            inner.prop_map(|one| format!("to_string(&{one})")),
        ]
    })
}

fn sample() -> Rcvar {
    let text = r#"[
        {"name": "git", "size": 3, "tags": ["b", "a"], "owner": {"login": "ann", "id": 7}, "fork": false},
        {"name": "web", "size": 1.5, "tags": [], "owner": {"login": "bob", "id": 8}, "fork": true},
        {"name": "ünï \"q\"", "size": -3, "tags": ["b"], "owner": null}
    ]"#;
    Rcvar::new(Variable::from_json(text).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn gives_what_the_crate_gives(text in expression(), of_one in any::<bool>()) {
        let Ok(parsed) = jmespath::compile(&text) else { return Ok(()) };
        let data = if of_one { sample().get_index(0) } else { sample() };
        let expected = parsed.search(&data);
        match (evaluate(&text, parsed.as_ast(), &data, 10_000_000), expected) {
            (Ok(ours), Ok(expected)) => prop_assert_eq!(ours, expected),
            (Err(Stop::Failed(ours)), Err(expected)) => {
                prop_assert_eq!(kind(&ours), kind(&expected), "{}", text);
            }
            (ours, expected) => prop_assert!(false, "{}: {:?} and {:?}", text, ours, expected),
        }
    }

    #[test]
    fn never_spends_more_than_it_has(text in expression(), steps in 0_usize..200) {
        let Ok(parsed) = jmespath::compile(&text) else { return Ok(()) };
        let free = evaluate(&text, parsed.as_ast(), &sample(), 10_000_000);
        match (evaluate(&text, parsed.as_ast(), &sample(), steps), free) {
            (Err(Stop::Costly), _) => {}
            (Ok(ours), Ok(free)) => prop_assert_eq!(ours, free),
            (Err(_), Err(_)) => {}
            (ours, free) => prop_assert!(false, "{}: {:?} and {:?}", text, ours, free),
        }
    }
}

// The wording of a wrong return type is our own; nobody reads it.
fn kind(error: &jmespath::JmespathError) -> String {
    match &error.reason {
        jmespath::ErrorReason::Runtime(jmespath::RuntimeError::InvalidReturnType { .. }) => "type".to_owned(),
        reason => format!("{reason:?} at {}", error.offset),
    }
}

//! Arbitrary JSON, settings and forms.

use crate::support::names;
use patchbay_model::gij::{AUTH, IntegrationType};
use patchbay_model::{Entry, Field, Kind, Mode, Object, Schema, Secret, Values, gij};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Any JSON, three levels deep.
pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Halves are read back exactly; serde_json may miss the last bit of others.
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 2.0)),
        any_text().prop_map(Value::from),
        select(vec!["true", "false", "GITHUB", "5", "", " "]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((any_key(), inner), 0..5)
                .prop_map(|pairs| Value::from(pairs.into_iter().collect::<Object>())),
        ]
    })
}

/// A key: one that means something as often as not.
pub fn any_key() -> impl Strategy<Value = String> {
    let mut known =
        vec!["success", "integration", "integrations", "error", "advice", "id", "type", "integrationType"];
    known.extend([
        "disabled",
        "initDate",
        "lastIndexedDate",
        "groupName",
        "showAllTags",
        "username",
        "key",
        "name",
    ]);
    let fields = names().flat_map(|name| {
        let form = crate::support::form(name, Mode::Edit);
        form.fields().map(|field| field.key.to_string()).collect::<Vec<_>>()
    });
    let known = known.into_iter().map(str::to_owned).chain(fields).collect::<Vec<_>>();
    prop_oneof![select(known), any_text()]
}

/// Any object.
pub fn any_object() -> impl Strategy<Value = Object> {
    vec((any_key(), any_json()), 0..8).prop_map(|pairs| pairs.into_iter().collect())
}

/// One of the twelve types, or one that nobody knows.
pub fn any_kind() -> impl Strategy<Value = IntegrationType> {
    select(names().chain(["GITHUB_APP", ""]).collect::<Vec<_>>()).prop_map(IntegrationType::parse)
}

/// One of the twelve types.
pub fn known_name() -> impl Strategy<Value = &'static str> {
    select(names().collect::<Vec<_>>())
}

/// Any short text. Cheaper than a regular expression, of which every field would read one.
fn any_text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..10).prop_map(String::from_iter)
}

/// Something that a person may put into `field`: sensible as often as not.
pub fn any_entry(field: &Field) -> BoxedStrategy<Entry> {
    let text = |good: Vec<&'static str>| {
        prop_oneof![3 => select(good).prop_map(Entry::from), 1 => any_text().prop_map(Entry::Text)].boxed()
    };
    match &field.kind {
        Kind::Text => text(vec!["", "GitHub", " jira ", "Döts ’n’ “quotes”", "a'b\"c\\d$e"]),
        Kind::Url | Kind::WebAddress => text(vec![
            "https://git.example.org",
            "http://localhost:8080/x?y=z",
            " https://api.github.com ",
            "",
        ]),
        Kind::ServerPath => text(vec!["/jira/repos/*", "D:\\tmp\\*", "\\\\server\\share\\*", ""]),
        Kind::ApiPath => text(vec!["", "/user/repos", "/api/v4/projects?owned=true"]),
        Kind::Region { .. } => text(vec!["eu-west-1", "us-gov-west-1", "ap-outh-1", ""]),
        Kind::Integer { .. } => text(vec!["", "1", "5", "0", "1440", "007", "+3", "-1", "2147483647"]),
        Kind::Toggle { .. } => any::<bool>().prop_map(|on| Entry::Toggle(Some(on))).boxed(),
        Kind::Choice { options } => {
            select(options.clone()).prop_map(|choice| Entry::from(choice.value)).boxed()
        }
        Kind::Secret => prop_oneof![
            Just(Secret::Keep),
            any_text().prop_map(Secret::Replace),
            vec(proptest::char::range('!', '~'), 1..20)
                .prop_map(|text| Secret::Replace(text.into_iter().collect())),
        ]
        .prop_map(Entry::Secret)
        .boxed(),
        Kind::Pattern { .. } => text(vec!["", "^v.*", "((^|, )(release-1))+$", "[", "*"]),
        Kind::Query { .. } => text(vec!["", "[?contains(name, 'a')]", "{value:value[?a]}", "[?"]),
        Kind::Multiline | Kind::Lines => text(vec!["", "one\ntwo", "\u{7}"]),
        Kind::Recipients(_) => text(vec!["", "ann@example.org\nbob@example.org", "ann@example.org,bob"]),
        Kind::Refspecs => text(vec!["", "+refs/meta/*:refs/meta/*", "refs/a/*, refs/b/*:refs/c/*", ","]),
        Kind::Projects => btree_set(select(vec![10_000_u64, 10_100, 7]), 0..3)
            .prop_map(|ids| Entry::Projects(ids.into_iter().collect()))
            .boxed(),
        Kind::Json => prop_oneof![
            any_json().prop_map(|json| Entry::Text(json.to_string())),
            Just(Entry::from("{")),
            Just(Entry::from("")),
        ]
        .boxed(),
    }
}

/// `values` after a person was at it: some fields hold something else.
pub fn edited(form: &Schema, values: &Values) -> impl Strategy<Value = Values> + use<> {
    let values = values.clone();
    let fields: Vec<_> = form
        .fields()
        .map(|field| proptest::option::of((Just(field.key.to_string()), any_entry(field))))
        .collect();
    fields.prop_map(move |typed| {
        let mut values = values.clone();
        typed.into_iter().flatten().for_each(|(key, entry)| values.set(key, entry));
        values
    })
}

/// Takes back what was typed into each field with a problem, until there is none. What `back` holds has none.
pub fn mended(form: &Schema, mut values: Values, back: &Values) -> Values {
    for round in 0..20 {
        let problems = form.problems(&values);
        if problems.is_empty() {
            return values;
        }
        for problem in problems {
            // What is left after the first round must be mended at the fields that a rule or a condition reads.
            let others: &[&str] = if round == 0 { &[] } else { &[AUTH, "global", "gitViewerEnabled"] };
            for key in std::iter::once(problem.field.as_str()).chain(others.iter().copied()) {
                if let Some(entry) = back.get(key) {
                    values.set(key, entry.clone());
                }
            }
        }
    }
    panic!("{:?} cannot be mended", form.problems(&values));
}

/// Settings as a server may hold them: those of the type with values of any shape, and others.
pub fn any_settings() -> impl Strategy<Value = (IntegrationType, Object)> {
    (any_kind(), any_object(), any::<u32>()).prop_map(|(kind, mut settings, id)| {
        settings.insert("id".into(), json!(id));
        settings.insert("integrationType".into(), json!(kind.name()));
        gij::strip_secrets(&mut settings);
        (kind, settings)
    })
}

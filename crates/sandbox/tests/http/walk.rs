//! Filling in a form field by field, so that a test can walk every field of it, also one that was added today.

use patchbay_model::form::{Kind, Shown};
use patchbay_model::{Entry, Field, Schema, Secret, Values};

/// In every secret that is typed, and so in no answer.
pub const SECRET: &str = "s3cret";

/// Something that the field can hold, other than `now`.
pub fn another(field: &Field, now: Option<&Entry>) -> Entry {
    match &field.kind {
        Kind::Toggle { .. } => Entry::Toggle(Some(!now.is_some_and(Entry::is_on))),
        Kind::Secret if let Some(file) = field.file => {
            let key = file.format.example().replace("bm90", SECRET).replace("no key", SECRET);
            Entry::Secret(Secret::Replace(key))
        }
        Kind::Secret => Entry::Secret(Secret::Replace(format!("{SECRET}-{}", field.key))),
        Kind::Projects => {
            let some = Entry::Projects(vec![10_000, 10_003]);
            if now == Some(&some) { Entry::Projects(vec![10_001]) } else { some }
        }
        kind => {
            let now = now.map(Entry::text).unwrap_or_default();
            let text = texts(&field.key, kind).into_iter().find(|text| !text.is_empty() && text != now);
            Entry::Text(text.unwrap_or_else(|| panic!("{} can hold nothing but {now:?}", field.key)))
        }
    }
}

fn texts(key: &str, kind: &Kind) -> Vec<String> {
    let host = key.replace('_', "-").to_lowercase();
    let some: &[&str] = match kind {
        Kind::Integer { min, .. } => return vec![min.to_string(), (min + 1).to_string()],
        Kind::Choice { options } => return options.iter().map(|option| option.value.to_owned()).collect(),
        Kind::Url | Kind::WebAddress => {
            return ["a", "b"].map(|place| format!("https://{host}.example.org/{place}")).into();
        }
        Kind::ServerPath => &["/srv/git/*", "/srv/more/*"],
        Kind::ApiPath => &["/api/one", "/api/two"],
        Kind::Region { .. } => &["eu-west-3", "eu-north-1"],
        Kind::Pattern { .. } => &["^one.*", "^two.*"],
        Kind::Query { .. } => &["[?contains(name, 'one')]", "[?contains(name, 'two')]"],
        Kind::Refspecs => &["+refs/one/*:refs/one/*", "+refs/two/*:refs/two/*"],
        Kind::Json => &["{\"one\":1}", "{\"two\":2}"],
        Kind::Multiline | Kind::Lines => &["one\ntwo", "three\nfour"],
        Kind::Recipients(_) => &["ann@example.org", "ben@example.org"],
        Kind::Text => &["one", "two"],
        Kind::Toggle { .. } | Kind::Secret | Kind::Projects => &[],
    };
    some.iter().map(|text| (*text).to_owned()).collect()
}

/// `base` with `entry` in the field `key`. What must hold for the field to be shown is set, and so is every field that
/// the form then asks for, to what `fill` gives.
pub fn with(
    schema: &Schema,
    base: &Values,
    (key, entry): (&str, Entry),
    fill: impl Fn(&Field, Option<&Entry>) -> Entry,
) -> Values {
    let mut values = base.clone();
    if let Some(Shown { when, is }) = schema.field(key).and_then(|field| field.shown) {
        let condition = match values.get(when) {
            Some(Entry::Toggle(_)) => Entry::Toggle(Some(is == "on")),
            _ => Entry::from(is),
        };
        values.set(when, condition);
    }
    values.set(key, entry);
    for problem in schema.problems(&values) {
        assert_ne!(problem.field, key, "{}", problem.message);
        let field = schema.field(&problem.field).unwrap();
        values.set(problem.field, fill(field, values.get(&field.key)));
    }
    assert_eq!(schema.problems(&values), [], "{key}");
    assert!(schema.field(key).unwrap().is_shown(&values), "{key}");
    values
}

/// The field without a value; `None` for what is on, off or kept instead.
pub fn emptied(field: &Field) -> Option<Entry> {
    match field.kind {
        Kind::Toggle { .. } | Kind::Secret | Kind::Choice { .. } => None,
        Kind::Projects => Some(Entry::Projects(Vec::new())),
        _ => Some(Entry::from("")),
    }
}

/// The fields that are sent.
pub fn sent(schema: &Schema) -> Vec<&Field> {
    schema.fields().filter(|field| field.on_wire).collect()
}

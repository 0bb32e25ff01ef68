//! Rules between fields say of a changed form what they say of a stored one with the same values, and of a new one: they
//! read what the form holds, not what the server reported.

use crate::{NEWEST, least};
use patchbay_model::gitlab::plan::{Opened, Work, write};
use patchbay_model::gitlab::{self, Home, Level, Spec};
use patchbay_model::{Entry, Field, Kind, Lookup, Mode, Object, Schema, Secret, Values};
use serde_json::{Value, json};
use std::cell::RefCell;

/// Notes which fields a rule reads.
struct Noting<'a>(&'a Values, RefCell<Vec<String>>);

impl Lookup for Noting<'_> {
    fn entry(&self, key: &str) -> Option<Entry> {
        self.1.borrow_mut().push(key.to_owned());
        self.0.get(key).cloned()
    }
}

/// Values of such a field that a rule may tell apart.
fn some(field: &Field) -> Vec<Entry> {
    match &field.kind {
        Kind::Toggle { .. } => vec![Entry::Toggle(Some(false)), Entry::Toggle(Some(true))],
        Kind::Secret if field.file.is_some() => vec![Entry::Secret(Secret::Keep)],
        Kind::Secret => {
            vec![Entry::Secret(Secret::Keep), Entry::Secret(Secret::Replace("s3cret".to_owned()))]
        }
        Kind::Choice { options } => options
            .iter()
            .filter(|option| !option.value.is_empty())
            .map(|one| Entry::from(one.value))
            .collect(),
        Kind::Integer { .. } => vec![Entry::from(""), Entry::from("1")],
        _ => {
            vec![Entry::from(""), Entry::from("https://host.example.org/app"), Entry::from("irc://a.org/ #b")]
        }
    }
}

/// The groups of fields that have to do with each other: what each rule reads, and what a field is shown by.
fn groups(form: &Schema) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for rule in form.rules.iter().chain(&form.warnings) {
        let mut read = vec![rule.at.to_owned()];
        for at in 0..3 {
            let values = form.fields().map(|field| {
                let some = some(field);
                (field.key.to_string(), some[at % some.len()].clone())
            });
            let noting = Noting(&values.collect(), RefCell::default());
            let _ = rule.problem(&noting);
            read.extend(noting.1.into_inner());
        }
        groups.push(read);
    }
    for field in form.fields() {
        for when in [field.shown, field.optional_while].into_iter().flatten() {
            groups.push(vec![field.key.to_string(), when.when.to_owned()]);
        }
    }
    for group in &mut groups {
        group.retain(|key| form.field(key).is_some());
        group.sort();
        group.dedup();
    }
    groups.sort();
    groups.dedup();
    groups.retain(|group| group.len() > 1);
    groups
}

/// All combinations of values of these fields.
fn combinations(form: &Schema, keys: &[String]) -> Vec<Values> {
    keys.iter().fold(vec![Values::default()], |all, key| {
        let field = form.field(key).expect("it has one");
        all.iter()
            .flat_map(|values| {
                some(field).into_iter().map(|entry| {
                    let mut values = values.clone();
                    values.set(key.clone(), entry);
                    values
                })
            })
            .collect()
    })
}

/// What a server reports that has these.
fn settings(spec: &'static Spec, form: &Schema, values: &Values) -> Object {
    let mut settings = Object::new();
    for (key, value) in least(spec) {
        if form.field(&key).is_some_and(|field| field.kind != Kind::Secret) {
            settings.insert(key, value);
        }
    }
    for field in form.fields() {
        match values.get(&field.key) {
            Some(entry @ Entry::Text(_)) => {
                let number =
                    matches!(spec.param(&field.key).map(|param| param.kind.wire_type()), Some("integer"));
                let value = match entry.text().parse::<i64>() {
                    Ok(value) if number => json!(value),
                    _ => json!(entry.text()),
                };
                settings.insert(field.key.to_string(), value);
            }
            Some(Entry::Toggle(on)) => {
                settings.insert(field.key.to_string(), json!(on));
            }
            _ => {}
        }
    }
    settings
}

/// What is said at these fields: what is wrong, and the warning.
fn said(form: &Schema, values: &Values, keys: &[String]) -> Vec<[Option<String>; 2]> {
    let fields = keys.iter().filter_map(|key| form.field(key));
    fields.map(|field| [form.problem(field, values), form.warning(field, values)]).collect()
}

fn opened(spec: &Spec, settings: &Object) -> Opened {
    let home = json!({"id": 101, "name": "web", "path_with_namespace": "acme/web", "archived": false,
        "permissions": {"project_access": {"access_level": 40}}});
    let home: Home = gitlab::wire::home(home, Level::Project).expect("a project");
    let answer = json!({"id": 7, "slug": spec.slug, "title": "", "active": true, "inherited": false,
        "properties": Value::Object(settings.clone())});
    let integration = Some(gitlab::wire::one(answer).expect("an integration"));
    Opened { home, slug: spec.slug.to_owned(), target: NEWEST, integration }
}

#[test]
fn rules_read_what_the_form_holds() {
    let (mut pairs, mut rules) = (0, 0);
    for spec in gitlab::all() {
        let form = |settings: &Object| gitlab::schema(NEWEST, spec.slug, Mode::Edit, settings, &[]);
        // With all settings reported.
        let all = gitlab::schema(NEWEST, spec.slug, Mode::Create, &Object::new(), &[]);
        for keys in groups(&all) {
            rules += 1;
            let all = combinations(&all, &keys);
            for before in &all {
                let stored = settings(spec, &form(&Object::new()), before);
                let schema = form(&stored);
                let read = schema.read(&stored);
                for after in &all {
                    pairs += 1;
                    let changed = schema.with(&read, after);
                    let there = settings(spec, &schema, after);
                    let other = form(&there);
                    let same = other.with(&other.read(&there), after);
                    let wanted = said(&other, &same, &keys);
                    let found = said(&schema, &changed, &keys);
                    assert_eq!(found, wanted, "{} {keys:?}\n{before:?}\n{after:?}", spec.slug);
                    // A plan for many says nothing that the form does not say, and all that a rule says anew.
                    let planned = write(opened(spec, &stored), changed.clone());
                    if !matches!(planned.work, Some(Work::Write { .. })) {
                        continue;
                    }
                    for (key, [problem, _]) in keys.iter().zip(&found) {
                        let field = schema.field(key).expect("a field");
                        let Some(problem) = problem else { continue };
                        let is_new = schema.problem(field, &read).as_ref() != Some(problem);
                        let line = format!("{}: {problem}", field.label);
                        let is_said = planned.step.problems.contains(&line)
                            || schema.emptied(field, &read, &changed).is_some();
                        assert!(is_said || !is_new, "{} {line}\n{:?}", spec.slug, planned.step.problems);
                    }
                }
            }
        }
    }
    assert!(pairs > 1_000 && rules > 20, "{pairs} pairs of {rules} groups");
    println!("{pairs} pairs of {rules} groups");
}

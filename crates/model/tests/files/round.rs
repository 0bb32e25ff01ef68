//! What was exported and is imported unchanged changes nothing; and what an import makes is exported as the file has it.

use crate::arbitrary::{any_settings, edited, mended};
use crate::made::{AT, JIRA, github, imported, integration, try_import};
use crate::support::{form, kind, least, names, object};
use patchbay_model::gij::file::{Drift, Found, Import, drift, export_json, export_tsv};
use patchbay_model::gij::plan::Work;
use patchbay_model::gij::{self, Integration, server};
use patchbay_model::{Entry, Kind, Mode, Object, Secret, Values};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// Integrations of any type with settings of any shape, each with a number of its own.
fn any_integrations() -> impl Strategy<Value = Vec<Integration>> {
    vec(any_settings(), 0..5).prop_map(|all| {
        let numbered = all.into_iter().enumerate().map(|(at, (_, mut settings))| {
            settings.insert("id".into(), json!(at + 1));
            integration(Value::Object(settings))
        });
        numbered.collect()
    })
}

#[track_caller]
fn assert_same(import: &Import, count: usize) -> Result<(), TestCaseError> {
    for step in &import.steps {
        prop_assert_eq!(step.found, Found::Same, "{:?}", step.planned);
        prop_assert_eq!(&step.planned.work, &None);
    }
    prop_assert_eq!(drift(import), Drift { same: count, ..Drift::default() });
    prop_assert!(drift(import).is_none());
    prop_assert!(import.groups.is_empty());
    Ok(())
}

/// A new form with everything in it that a type needs, and other settings of any kind.
fn any_new() -> impl Strategy<Value = (&'static str, Values)> {
    proptest::sample::select(names().collect::<Vec<_>>()).prop_flat_map(|name| {
        let new = form(name, Mode::Create);
        let mut start = new.defaults();
        let mut needed = least(name);
        needed.shift_remove("type");
        crate::support::fill(&new, &mut start, Value::Object(needed));
        let back = start.clone();
        let typed =
            edited(&new, &start).prop_map(move |typed| mended(&form(name, Mode::Create), typed, &back));
        (Just(name), typed)
    })
}

/// What a server makes of a new one.
#[track_caller]
fn made(name: &str, values: &Values, id: u64) -> Integration {
    let body = gij::request_body(&kind(name), &form(name, Mode::Create), values);
    let mut settings = server::check_create(&body).unwrap_or_else(|problems| panic!("{problems:?}"));
    gij::strip_secrets(&mut settings);
    settings.insert("id".into(), json!(id));
    integration(Value::Object(settings))
}

/// The integrations of a file without their numbers.
fn without_ids(text: &str) -> Vec<Object> {
    let file: Value = serde_json::from_str(text).expect("an export is JSON");
    let entries = file["integrations"].as_array().cloned().unwrap_or_default();
    let plain = entries.into_iter().map(|entry| {
        let mut entry = object(entry);
        entry.shift_remove("id");
        entry
    });
    plain.collect()
}

/// The same table as a spreadsheet on Windows saves it: its rows end otherwise, and its cells stay as they are.
fn rows_end_as_in_windows(table: &str) -> String {
    let mut text = String::new();
    let (mut begins, mut is_quoted, mut is_inside) = (true, false, false);
    for c in table.chars() {
        is_quoted = is_quoted || (begins && c == '"');
        // Two quotation marks in a cell, which stand for one, end its text and begin it again.
        is_inside ^= is_quoted && c == '"';
        begins = !is_inside && matches!(c, '\t' | '\n');
        is_quoted &= !begins;
        if begins && c == '\n' {
            text.push('\r');
        }
        text.push(c);
    }
    text
}

/// References to fetch of a known type may be on lines of their own; an unknown type may keep anything under that name.
#[test]
fn references_to_fetch_stay_as_they_are() {
    for kind in ["GITHUB", "GITHUB_APP"] {
        for text in [
            "a\nb",
            "+refs/x/*:refs/x/*,\n+refs/y/*:refs/y/*",
            "\u{e}\u{fe00}",
            " a ",
            "¡\n0",
            "a\r\n\r\nb",
            ",\n,",
            "\t\u{7f}",
            "\n",
            " \t x ",
            "\u{a0}é",
        ] {
            let one = integration(json!({ "id": 1, "integrationType": kind, "refSpecCustom": text }));
            for file in
                [export_tsv(std::slice::from_ref(&one)), export_json(std::slice::from_ref(&one), JIRA, AT)]
            {
                assert_same(&imported(&file, std::slice::from_ref(&one)), 1)
                    .unwrap_or_else(|error| panic!("{kind} {text:?}: {error}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn through_json_nothing_changes(integrations in any_integrations()) {
        let text = export_json(&integrations, JIRA, AT);
        assert_same(&imported(&text, &integrations), integrations.len())?;
        // Whoever edited it may have saved it in another way.
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_same(&imported(&windows, &integrations), integrations.len())?;
        let minified: Value = serde_json::from_str(&text).expect("an export is JSON");
        assert_same(&imported(&minified.to_string(), &integrations), integrations.len())?;
    }

    #[test]
    fn through_a_table_nothing_changes(integrations in any_integrations()) {
        let text = export_tsv(&integrations);
        assert_same(&imported(&text, &integrations), integrations.len())?;
        let windows = format!("\u{feff}{}", rows_end_as_in_windows(&text));
        assert_same(&imported(&windows, &integrations), integrations.len())?;
    }

    #[test]
    fn a_damaged_file_is_read_or_refused_in_a_line_that_it_has(
        integrations in any_integrations(),
        is_json in any::<bool>(),
        at in any::<proptest::sample::Index>(),
        length in 0..40_usize,
        put in proptest::sample::select(vec!["", "\"", "{", "]", ",", "\t", "\n", "\\", "x", "5", "null", "é", "\u{feff}"]),
    ) {
        let text = if is_json { export_json(&integrations, JIRA, AT) } else { export_tsv(&integrations) };
        let letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        let rest = letters.iter().skip(at + length);
        let damaged: String = letters[..at].iter().collect::<String>() + put + &rest.collect::<String>();
        match try_import(&damaged, &integrations) {
            Ok(import) => prop_assert!(drift(&import).to_string().ends_with('.')),
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                let lines = damaged.lines().count() + 1;
                for fault in faults {
                    prop_assert!((1..=lines).contains(&fault.place.line) && fault.place.column > 0, "{}", fault);
                    prop_assert!(fault.sentence.ends_with('.') || fault.sentence.ends_with('?'), "{}", fault);
                }
            }
        }
    }

    #[test]
    fn the_same_integrations_give_the_same_text(integrations in any_integrations()) {
        let mut other = integrations.clone();
        other.reverse();
        for one in &mut other {
            // Jira may report its settings in any order.
            let settings = one.settings.iter().rev().map(|(key, value)| (key.clone(), value.clone()));
            one.settings = Arc::new(settings.collect());
        }
        prop_assert_eq!(export_json(&integrations, JIRA, AT), export_json(&other, JIRA, AT));
        prop_assert_eq!(export_tsv(&integrations), export_tsv(&other));
    }

    #[test]
    fn what_an_import_makes_is_exported_as_the_file_has_it(new in vec(any_new(), 1..4)) {
        let there: Vec<Integration> =
            new.iter().enumerate().map(|(at, (name, values))| made(name, values, at as u64 + 1)).collect();
        let text = export_json(&there, JIRA, AT);
        let mut import = imported(&text, &[]);
        prop_assert_eq!(drift(&import).new, there.len());
        for group in 0..import.groups.len() {
            import.fill(group, "jira-bot", "s3cretS3cret", &[]);
        }
        let mut made_again = Vec::new();
        for planned in import.planned(None) {
            prop_assert_eq!(&planned.step.problems, &[""; 0]);
            let Some(Work::Add { kind, values }) = planned.work else { panic!("{planned:?}") };
            made_again.push(made(kind.name(), &values, 100 + made_again.len() as u64));
        }
        // The server lists the user name that was typed, and may sort what is new otherwise.
        let plain = |text: &str| {
            let mut entries: Vec<String> = without_ids(text)
                .into_iter()
                .map(|mut entry| {
                    entry.shift_remove("username");
                    entry.shift_remove("pat");
                    entry.shift_remove("password");
                    Value::Object(entry).to_string()
                })
                .collect();
            entries.sort();
            entries
        };
        prop_assert_eq!(plain(&export_json(&made_again, JIRA, AT)), plain(&text));
    }

    #[test]
    fn a_change_of_a_file_is_a_change_of_that_field_only((name, values) in any_new(), typed in "[a-z]{1,8}") {
        let there = made(name, &values, 7);
        let mut file: Value = serde_json::from_str(&export_json(std::slice::from_ref(&there), JIRA, AT)).expect("JSON");
        file["integrations"][0]["displayName"] = json!(typed);
        let import = imported(&file.to_string(), std::slice::from_ref(&there));
        let is_same = there.settings.get("displayName") == Some(&json!(typed));
        match &import.steps[0].planned.work {
            None => prop_assert!(is_same),
            Some(Work::Change { values, switch: None }) => {
                let edit = form(name, Mode::Edit);
                let before = edit.read(&there.settings);
                prop_assert_eq!(edit.patch(&before, values), object(json!({"displayName": typed})));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn no_secret_is_in_a_file((name, values) in any_new(), secret in "Q7z[0-9A-Z]{20}", key in 0..6_usize) {
        let mut there = made(name, &values, 7);
        let hiding = [
            ("password", json!(secret)),
            ("githubAppPem", json!(secret)),
            ("other", json!({"accessToken": secret, "deeper": [{"apiKey": secret}]})),
            ("origin", json!(format!("https://jira:{secret}@git.acme.example"))),
            ("repositoryUrl", json!(format!("https://git.acme.example/x?private_token={secret}"))),
            ("apiFilter", json!(format!("[?name=='ghp_{secret}']"))),
        ];
        let (key, value) = hiding[key].clone();
        let mut settings = (*there.settings).clone();
        settings.insert(key.to_owned(), value);
        there = Integration::read(settings).expect("it has an id");
        for text in [export_json(std::slice::from_ref(&there), JIRA, AT), export_tsv(std::slice::from_ref(&there))] {
            prop_assert!(!text.contains("Q7z"), "{}", text);
            assert_same(&imported(&text, std::slice::from_ref(&there)), 1)?;
        }
    }
}

#[test]
fn line_breaks_in_a_cell_are_part_of_it_however_the_rows_end() {
    for name in ["0\nA", "0\r\nA", "0\rA", "a \"b\"\n\"c\"", "\"a\tb\"\nc", "say \"hi\"", "\"\"\n"] {
        let there = [github(1, name.trim(), json!({ "username": "0\nA" })), github(2, "y", json!({}))];
        let text = export_tsv(&there);
        let windows = rows_end_as_in_windows(&text);
        assert_eq!(windows.matches("\r\n").count() - text.matches("\r\n").count(), 3, "three rows: {text:?}");
        for text in [text, windows] {
            assert!(drift(&imported(&text, &there)).is_none(), "{text:?}");
        }
        let mut other = there.clone();
        Arc::make_mut(&mut other[0].settings).insert("displayName".into(), json!("0A"));
        assert_eq!(drift(&imported(&export_tsv(&there), &other)).differ, 1, "{name:?}");
    }
}

#[test]
fn every_type_is_in_both_formats() {
    let all: Vec<Integration> = names()
        .zip(1..)
        .map(|(name, id)| {
            let new = form(name, Mode::Create);
            let mut values = new.defaults();
            let mut needed = least(name);
            needed.shift_remove("type");
            crate::support::fill(&new, &mut values, Value::Object(needed));
            made(name, &values, id)
        })
        .collect();
    for text in [export_json(&all, JIRA, AT), export_tsv(&all)] {
        for name in names() {
            assert!(text.contains(name), "{name}");
        }
        let import = imported(&text, &all);
        assert_eq!(drift(&import).to_string(), "All 12 integrations are as in the file.");
    }
}

#[test]
fn typed_secrets_never_show() {
    let new = form("GITHUB", Mode::Create);
    let mut values = new.defaults();
    for field in new.fields().filter(|field| field.kind == Kind::Secret) {
        values.set(field.key.as_ref(), Entry::Secret(Secret::Replace("s3cret".to_owned())));
    }
    let there = made("GITHUB", &values, 1);
    let text = export_json(&[there], JIRA, AT);
    let mut import = imported(&text, &[]);
    import.fill(0, "", "s3cretS3cret", &[]);
    assert!(!format!("{import:?}").contains("s3cret"), "{import:?}");
}

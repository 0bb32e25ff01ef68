//! docs/files.md describes the format as it is.
//!
//! After a change to the catalogue: `UPDATE_DOCS=1 cargo test -p patchbay-model --test files`.

use crate::made::{imported, integration};
use crate::support::{form, names, object};
use patchbay_model::gij::file::{Found, drift, export_json, export_tsv};
use patchbay_model::{Kind, Mode};
use serde_json::{Value, json};
use std::{env, fs, path::PathBuf};

const BEGIN: &str = "<!-- made from the catalogue -->\n";
const END: &str = "<!-- end -->";

fn document() -> (PathBuf, String) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/files.md");
    let text = fs::read_to_string(&file).expect("docs/files.md is there");
    (file, text)
}

fn example(text: &str) -> &str {
    text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("it has an example")
}

#[test]
fn the_example_is_what_is_written_and_read() {
    let (_, text) = document();
    let example = example(&text);
    let file: Value = serde_json::from_str(example).expect("the example is JSON");
    let mut settings = object(file["integrations"][0].clone());
    settings.insert("integrationType".to_owned(), settings["type"].clone());
    for key in ["type", "other", "pat"] {
        settings.shift_remove(key);
    }
    settings.insert("hosted".to_owned(), json!(true));
    let there = integration(Value::Object(settings));
    let text = |key: &str| file[key].as_str().expect("text").to_owned();
    assert_eq!(export_json(std::slice::from_ref(&there), &text("jira"), &text("exportedAt")), example);
    let import = imported(example, &[there]);
    assert_eq!(import.steps[0].found, Found::Same);
    assert!(drift(&import).is_none());
}

#[test]
fn the_table_of_settings_is_the_catalogue() {
    let (file, text) = document();
    let (before, rest) = text.split_once(BEGIN).expect("docs/files.md has a place for the table");
    let (there, after) = rest.split_once(END).expect("docs/files.md says where the table ends");
    let table = table();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, format!("{before}{BEGIN}{table}{END}{after}"))
            .expect("docs/files.md can be written");
    } else {
        assert_eq!(there, table, "run UPDATE_DOCS=1 cargo test -p patchbay-model --test files");
    }
}

fn table() -> String {
    let mut rows: Vec<(String, &str, Vec<&str>)> = Vec::new();
    for name in names() {
        let form = form(name, Mode::Edit);
        let mut after = 0;
        for field in form.fields().filter(|field| field.on_wire) {
            match rows.iter().position(|(key, ..)| *key == field.key) {
                Some(at) => {
                    rows[at].2.push(name);
                    after = at + 1;
                }
                None => {
                    rows.insert(after, (field.key.to_string(), value(&field.kind), vec![name]));
                    after += 1;
                }
            }
        }
    }
    let mut lines =
        vec!["| setting | value | column of the table | types |".to_owned(), "|---|---|---|---|".to_owned()];
    lines.extend(rows.into_iter().map(|(key, value, types)| {
        let column = match key.as_str() {
            "disableSslVerification" => "`sslVerify`, inverse",
            "global" | "projectMappingIds" => "`projectMapping`",
            "pat" | "password" => "read, never written",
            key => &format!("`{key}`"),
        };
        let left_out: Vec<&str> = names().filter(|name| !types.contains(name)).collect();
        let types = match left_out.len() {
            0 => "all".to_owned(),
            1..=4 => format!("all but {}", code(&left_out)),
            _ => code(&types),
        };
        format!("| `{key}` | {value} | {column} | {types} |")
    }));
    lines.join("\n") + "\n"
}

fn code(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn value(kind: &Kind) -> &'static str {
    match kind {
        Kind::Toggle { .. } => "true or false",
        Kind::Integer { .. } => "number",
        Kind::Projects => "list of numbers and keys",
        Kind::Secret => "`\"$TOKEN\"`, `\"$PASSWORD\"`, or text",
        _ => "text",
    }
}

#[test]
fn every_column_of_the_document_is_read() {
    let (_, text) = document();
    let (_, rest) = text.split_once(BEGIN).expect("a table");
    let rows = rest.split(END).next().unwrap_or_default().lines().skip(2);
    let cells = rows.filter_map(|row| row.split('|').nth(3)?.split('`').nth(1)).collect::<Vec<_>>();
    assert!(cells.len() > 20, "{cells:?}");
    for column in cells {
        imported(&format!("id\tintegrationType\t{column}\n"), &[]);
    }
    // What is written is among them.
    let all = [integration(json!({"id": 1, "integrationType": "GITHUB", "global": true}))];
    let header = export_tsv(&all);
    let header = header.lines().next().unwrap_or_default();
    assert!(
        header.split('\t').all(|column| text.contains(&format!("`{column}`")) || column == "disabled"),
        "{header}"
    );
}

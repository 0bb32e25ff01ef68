//! Thousands of changes, some of which go wrong: what the answers said is what the database has, row by row.

use std::collections::BTreeMap;

use patchbay_sandbox::{Database, Options};
use rusqlite::Connection;
use serde_json::json;

use crate::running::{INTEGRATION, Running};

#[test]
fn the_database_agrees_with_the_answers_row_by_row() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("box.sqlite");
    let faults = json!([
        { "method": "PUT", "every": 20, "status": 503, "headers": { "Retry-After": "1" } },
        { "method": "PUT", "every": 33, "drop": "after" },
    ]);
    let faults = faults.to_string().parse().unwrap();
    let database = Database::File(file.clone());
    let server = Running::with(Options { demo: 10_000, database, faults, ..Options::default() });
    let rows = || -> BTreeMap<i64, String> {
        let connection = Connection::open(&file).unwrap();
        let mut all = connection.prepare("SELECT id, settings FROM integration").unwrap();
        all.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let mut expected = rows();
    assert_eq!(expected.len(), 10_000);
    let (mut done, mut refused, mut unknown) = (0, 0, 0);
    for id in 1..=200 {
        let name = format!("renamed {id}");
        let answer = server
            .ask("PUT", &format!("{INTEGRATION}/{id}"))
            .json(&json!({ "displayName": name }))
            .try_send();
        match answer.map(|answer| answer.status) {
            Ok(200) => done += 1,
            Ok(503) => {
                refused += 1;
                continue;
            }
            // Without an answer, the integration itself tells.
            Err(_) if server.one(id)["displayName"] == name => unknown += 1,
            other => panic!("{id}: {other:?}"),
        }
        let mut settings: serde_json::Value = serde_json::from_str(&expected[&id]).unwrap();
        settings["displayName"] = json!(name);
        expected.insert(id, settings.to_string());
    }
    assert_eq!((done, refused, unknown), (184, 10, 6));
    assert!(rows() == expected);
}

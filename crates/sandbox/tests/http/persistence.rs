//! The database file: what it keeps, what it never holds, and what happens when a change fails half-way.

use std::fs;
use std::path::Path;

use patchbay_sandbox::{Database, Options};
use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

use crate::running::{INTEGRATION, Running};

fn on(file: &Path, demo: u32) -> Options {
    Options { database: Database::File(file.into()), demo, ..Options::default() }
}

#[test]
fn what_was_changed_is_still_there_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = Running::with(on(&file, 25));
    server.ask("PUT", &format!("{INTEGRATION}/1")).json(&json!({ "displayName": "renamed" })).send();
    server.ask("PUT", "/rest/gitplugin/1.0/repository/2/disable?disable=true").send();
    server.ask("DELETE", &format!("{INTEGRATION}/3")).send();
    let added = server.add("added");
    let before = server.all();
    drop(server);

    let server = Running::with(on(&file, 25));
    assert_eq!(server.all(), before);
    assert_eq!(server.one(1)["displayName"], "renamed");
    assert_eq!(server.one(2)["disabled"], true);
    assert_eq!(server.get(&format!("{INTEGRATION}/3")).status, 404);
    assert_eq!(server.one(added)["displayName"], "added");
}

#[test]
fn repositories_are_stored_when_they_are_asked_for_and_kept_after_a_restart() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = Running::with(on(&file, 25));
    let stored = || {
        let connection = Connection::open(&file).unwrap();
        let count = "SELECT count(*) FROM repository";
        connection.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!((server.all().len(), stored()), (25, 0));
    let own = server.tracked(1)[0]["id"].as_i64().unwrap();
    assert_eq!(stored(), server.repositories().len() as i64);
    server.disable(own, true);
    let body = json!({ "id": own, "displayName": "renamed" });
    server.ask("PUT", "/rest/gitplugin/1.0/repository").json(&body).send();
    let before = server.repositories();
    drop(server);

    let server = Running::with(on(&file, 25));
    assert_eq!(server.repositories(), before);
    let kept = server.tracked(1).into_iter().find(|one| one["id"] == own).unwrap();
    assert_eq!((&kept["disabled"], &kept["displayName"]), (&json!(true), &json!("renamed")));
    server.ask("DELETE", &format!("{INTEGRATION}/1")).send();
    assert_eq!(stored(), server.repositories().len() as i64);
    assert!(server.tracked(1).is_empty());
}

#[test]
fn an_emptied_list_is_not_filled_again() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = Running::with(on(&file, 2));
    for id in [1, 2] {
        assert_eq!(server.ask("DELETE", &format!("{INTEGRATION}/{id}")).send().status, 200);
    }
    drop(server);
    assert_eq!(Running::with(on(&file, 2)).all().len(), 0);
}

#[test]
fn no_secret_ever_reaches_the_files() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = Running::with(on(&file, 0));
    let id = server.add_from(&json!({ "type": "GITHUB", "pat": "s3cret-token-a" }));
    let path = format!("{INTEGRATION}/{id}");
    server.ask("PUT", &path).json(&json!({ "pat": "s3cret-token-b" })).send();
    server.add_from(&json!({
        "type": "GERRIT", "origin": "https://gerrit.example", "username": "u", "password": "s3cret-password"
    }));
    // Refused ones as well.
    server.ask("POST", INTEGRATION).json(&json!({ "type": "NONE", "pat": "s3cret-token-c" })).send();
    let clean = || {
        let files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(!files.is_empty());
        for file in files {
            let bytes = fs::read(&file).unwrap();
            assert!(!bytes.windows(6).any(|part| part == b"s3cret"), "{}", file.display());
        }
    };
    clean();
    drop(server);
    clean();
}

#[test]
fn a_token_takes_the_place_of_user_name_and_password_and_the_reverse() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = Running::with(on(&file, 0));
    let id = server.add_from(&json!({
        "type": "AZURE_DEVOPS", "origin": "https://devops.example", "username": "u", "password": "p"
    }));
    let stored = || {
        let row = "SELECT pat_set, password_set, json_extract(settings, '$.username') FROM integration";
        let connection = Connection::open(&file).unwrap();
        connection
            .query_row(row, [], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, Option<String>>(2)?)))
            .unwrap()
    };
    assert_eq!(stored(), (false, true, Some("u".to_owned())));
    let put =
        |body| assert_eq!(server.ask("PUT", &format!("{INTEGRATION}/{id}")).json(&body).send().status, 200);
    put(json!({ "displayName": "renamed" }));
    assert_eq!(stored(), (false, true, Some("u".to_owned())), "what is not sent stays");
    put(json!({ "pat": "t" }));
    assert_eq!(stored(), (true, false, None));
    put(json!({ "username": "v", "password": "q" }));
    assert_eq!(stored(), (false, true, Some("v".to_owned())));
}

#[test]
fn a_change_that_fails_half_way_is_rolled_back() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    let server = Running::with(on(&file, 3));
    let before = server.all();
    // The row is written already when the trigger fails.
    let connection = Connection::open(&file).unwrap();
    for event in ["INSERT", "UPDATE", "DELETE"] {
        let trigger = format!(
            "CREATE TRIGGER fail_{event} AFTER {event} ON integration BEGIN SELECT RAISE(FAIL, 'the disk is full'); END"
        );
        connection.execute_batch(&trigger).unwrap();
    }
    for ask in [
        server.ask("POST", INTEGRATION).json(&json!({ "type": "GITHUB", "pat": "t" })),
        server.ask("PUT", &format!("{INTEGRATION}/1")).json(&json!({ "displayName": "x" })),
        server.ask("PUT", "/rest/gitplugin/1.0/repository/1/disable?disable=true"),
        server.ask("DELETE", &format!("{INTEGRATION}/1")),
    ] {
        let answer = ask.send();
        let body = answer.json();
        assert_eq!((answer.status, &body["success"]), (500, &json!(false)), "{body}");
        assert_eq!(body["error"], "The database failed: the disk is full.");
        assert_eq!(server.all(), before);
    }
}

#[test]
fn a_database_that_cannot_be_filled_stays_empty() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("box.db");
    drop(Running::with(on(&file, 0)));
    Connection::open(&file)
        .unwrap()
        .execute_batch(
            "CREATE TRIGGER fail AFTER INSERT ON integration WHEN new.id = 20
             BEGIN SELECT RAISE(FAIL, 'the disk is full'); END",
        )
        .unwrap();
    let error = patchbay_sandbox::open(on(&file, 25)).err().unwrap();
    assert_eq!(
        error.to_string(),
        format!("The database {} cannot be used: the disk is full.", file.display())
    );
    assert_eq!(Running::with(on(&file, 0)).all().len(), 0);
}

#[test]
fn refuses_a_file_that_is_no_database() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, "Notes. ".repeat(1000)).unwrap();
    let error = patchbay_sandbox::open(on(&file, 25)).err().unwrap();
    assert_eq!(
        error.to_string(),
        format!("The database {} cannot be used: file is not a database.", file.display())
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "Notes. ".repeat(1000));
}
